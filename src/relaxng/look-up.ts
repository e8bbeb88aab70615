/** What a caller or a document says of its schema -> the schema's text (associating schemas: xml-model, W3C Note). */
import type { Report } from '../diagnostic/index.js';
import { type Place, placeAt, type Source } from '../source/index.js';
import { RELAXNG_NAMESPACE, TEI_NAMESPACE, type XmlEvent } from '../xml/index.js';
import { lookUpMessages } from './look-up-messages.js';

/** Reads what a reference points to, seen from the file `base`; undefined where it cannot be had. */
export type ReadSource = (href: string, base: string) => Source | undefined;

/** Paths of the schemas that ship with the program, by name. */
export type BuiltInSchemas = Readonly<Record<string, string>>;

export interface FoundSchema {
  /** As reports name it: a built-in name, or the path. */
  readonly name: string;
  readonly source: Source;
}

interface LookUp {
  /** A built-in name or a path, where the caller gives one. */
  readonly wanted: string | undefined;
  readonly builtIn: BuiltInSchemas;
  readonly read: ReadSource;
}

/**
 * In: the events before the root and the root's start tag. Out: the schema that the caller wants; else the one that an
 * `xml-model` instruction names and that can be read; else the built-in one that fits. None is reported.
 */
export function lookUpSchema(
  prolog: readonly XmlEvent[],
  root: XmlEvent & { readonly kind: 'startTag' },
  { wanted, builtIn, read }: LookUp,
  report: Report,
): FoundSchema | undefined {
  const place = placeAt(root.source, root.start, root.end);
  if (wanted !== undefined) return named(wanted, builtIn, read, report);
  for (const event of prolog) {
    const model = event.kind === 'processingInstruction' ? relaxNgModel(event.target, event.data) : undefined;
    if (model === undefined) continue;
    const source = read(model, root.source.path);
    if (source) return { name: source.path, source };
    report(lookUpMessages['model-not-found']({ href: model }, placeAt(event.source, event.start, event.end)));
  }
  const fitting = root.name.namespace === TEI_NAMESPACE ? fittingName(prolog) : undefined;
  if (fitting === undefined) {
    report(lookUpMessages['none-fits']({ root: root.name.local, namespace: root.name.namespace }, place));
    return undefined;
  }
  return named(fitting, builtIn, read, report, place);
}

function named(
  name: string,
  builtIn: BuiltInSchemas,
  read: ReadSource,
  report: Report,
  place?: Place,
): FoundSchema | undefined {
  const source = read(builtIn[name] ?? name, '');
  if (!source) report(lookUpMessages['not-found']({ name }, place));
  return source && { name, source };
}

/** The reference of an `xml-model` instruction that names a RELAX NG schema, in either syntax. */
function relaxNgModel(target: string, data: string): string | undefined {
  if (target !== 'xml-model') return undefined;
  const value = (name: string) => new RegExp(`(?:^|\\s)${name}\\s*=\\s*(["'])(.*?)\\1`).exec(data)?.[2];
  const href = value('href');
  const namespace = value('schematypens');
  const isCompact = value('type') === 'application/relax-ng-compact-syntax' || href?.endsWith('.rnc');
  const isXml = namespace === RELAXNG_NAMESPACE || (namespace === undefined && href?.endsWith('.rng'));
  return isCompact || isXml ? href : undefined;
}

/** A file that this program made says by which encoding; other TEI is held to the letter schema. */
function fittingName(prolog: readonly XmlEvent[]): string {
  const says = (words: string) =>
    prolog.some((e) => e.kind === 'processingInstruction' && e.target === 'teiscribe' && e.data.includes(words));
  return says('encoding="frus"') ? 'frus' : 'letter';
}
