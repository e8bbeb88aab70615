/** What a caller or a document says of its schema -> the schema's text (associating schemas: xml-model, W3C Note). */
import type { Diagnostic, Report } from '../diagnostic/index.js';
import { type Place, placeAt, type Source } from '../source/index.js';
import { TEI_NAMESPACE, type XmlEvent } from '../xml/index.js';
import { lookUpMessages } from './look-up-messages.js';
import { foreignModel, relaxNgModel } from './xml-model.js';

/** Reads what a reference points to, seen from the file `base`; undefined where it cannot be had. */
export type ReadSource = (href: string, base: string) => Source | undefined;

/** Paths of the schemas that ship with the program, by name. */
export type BuiltInSchemas = Readonly<Record<string, string>>;

export interface FoundSchema {
  /** As reports name it: a built-in name, or the path. */
  readonly name: string;
  readonly source: Source;
}

/** Why a reference that is not a path cannot be had. */
export type Absence =
  | { readonly kind: 'not-added' | 'not-cached' }
  /** A catalog leads to what is not there. */
  | { readonly kind: 'led-astray'; readonly uri: string }
  | { readonly kind: 'cache-changed'; readonly file: string }
  | { readonly kind: 'lock-invalid'; readonly file: string; readonly detail: string };

/** Why a reference cannot be had, seen from the file `base`; undefined where there is no more to say than that. */
export type ExplainAbsence = (href: string, base: string) => Absence | undefined;

interface LookUp {
  /** A built-in name or a path, where the caller gives one. */
  readonly wanted: string | undefined;
  readonly builtIn: BuiltInSchemas;
  readonly read: ReadSource;
  readonly explain?: ExplainAbsence | undefined;
}

/**
 * In: the events before the root and the root's start tag. Out: the schema that the caller wants; else the first one that
 * an `xml-model` instruction names and that can be read; else the built-in one that fits. None is reported.
 */
export function lookUpSchema(
  prolog: readonly XmlEvent[],
  root: XmlEvent & { readonly kind: 'startTag' },
  lookUp: LookUp,
  report: Report,
): FoundSchema | undefined {
  const place = placeAt(root.source, root.start, root.end);
  if (lookUp.wanted !== undefined) return named(lookUp.wanted, lookUp, report);
  const passedOver: PassedOver[] = [];
  const foreign: (Named & { readonly at: Place })[] = [];
  const reportPassed = (instead: string) => {
    for (const { kind, href, at } of passedOver) report(lookUpMessages[`model-${kind}`]({ href, instead }, at));
  };
  for (const event of prolog) {
    if (event.kind !== 'processingInstruction') continue;
    const at = placeAt(event.source, event.start, event.end);
    const href = relaxNgModel(event.target, event.data);
    if (href === undefined) {
      const other = foreignModel(event.target, event.data);
      if (other !== undefined) foreign.push({ href: other, at });
      continue;
    }
    const source = lookUp.read(href, root.source.path);
    if (source) {
      reportPassed(`"${href}"`);
      return { name: source.path, source };
    }
    const absence = lookUp.explain?.(href, root.source.path);
    if (absence && absence.kind !== 'not-added') {
      report(absenceMessage(absence, href, at));
      return undefined;
    }
    passedOver.push({ kind: absence ? 'not-added' : 'not-found', href, at });
  }
  const fitting = root.name.namespace === TEI_NAMESPACE ? fittingName(prolog) : undefined;
  if (fitting === undefined) {
    for (const { kind, href, at } of passedOver) report(lookUpMessages[kind]({ href, name: href }, at));
    // Who names a schema needs no other.
    if (passedOver.length === 0)
      report(lookUpMessages['none-fits']({ root: root.name.local, namespace: root.name.namespace }, place));
    return undefined;
  }
  const instead = `the built-in schema "${fitting}"`;
  reportPassed(instead);
  for (const { href, at } of foreign) report(lookUpMessages['model-not-relax-ng']({ href, instead }, at));
  return named(fitting, lookUp, report, place);
}

/** A schema that a document names. */
interface Named {
  readonly href: string;
}

/** One that cannot be had. */
interface PassedOver extends Named {
  readonly kind: 'not-added' | 'not-found';
  readonly at: Place;
}

function named(
  name: string,
  { builtIn, read, explain }: LookUp,
  report: Report,
  place?: Place,
): FoundSchema | undefined {
  const source = read(builtIn[name] ?? name, '');
  if (source) return { name, source };
  const absence = explain?.(name, '');
  report(absence ? absenceMessage(absence, name, place) : lookUpMessages['not-found']({ name }, place));
  return undefined;
}

function absenceMessage(absence: Absence, href: string, place: Place | undefined): Diagnostic {
  switch (absence.kind) {
    case 'not-added':
      return lookUpMessages['not-added']({ href }, place);
    case 'not-cached':
      return lookUpMessages['not-cached']({ href }, place);
    case 'led-astray':
      return lookUpMessages['led-astray']({ href, uri: absence.uri }, place);
    case 'cache-changed':
      return lookUpMessages['cache-changed']({ href, file: absence.file }, place);
    case 'lock-invalid':
      return lookUpMessages['lock-invalid'](absence, place);
  }
}

/** A file that this program made says by which encoding; other TEI is held to the letter schema. */
function fittingName(prolog: readonly XmlEvent[]): string {
  const says = (words: string) =>
    prolog.some((e) => e.kind === 'processingInstruction' && e.target === 'teiscribe' && e.data.includes(words));
  return says('encoding="frus"') ? 'frus' : 'letter';
}
