/** A document, and what names rules for it -> what those rules find: schemas that are asked for, that the document names, and those in its RELAX NG schema. */
import { fileURLToPath } from 'node:url';
import type { Diagnostic, Report } from './diagnostic/index.js';
import { type ReadSource, readAnnotations, schematronModel } from './relaxng/index.js';
import type { HeldTo, SchSchema } from './schematron/index.js';
import { placeAt, type Source } from './source/index.js';
import { type Element, RELAXNG_NAMESPACE, type XmlDocument } from './xml/index.js';

export interface SchematronCheck {
  readonly document: XmlDocument;
  /** Paths of schemas, or built-in names, that are asked for. */
  readonly wanted: readonly string[];
  readonly phase: string | undefined;
  /** The RELAX NG schema that was used: a built-in name, or its path, and its text. */
  readonly grammar: { readonly name: string; readonly source: Source } | undefined;
  readonly read: ReadSource;
  /** How the rules in a RELAX NG schema are had: they are looked for in its text by default. Another may have them already. */
  readonly loadRules?: LoadRules | undefined;
}

/** In: a RELAX NG schema, how to get the files that it refers to, and what looks for the rules in its text. Out: the element `schema` of the rules; undefined where there are none. */
export type LoadRules = (
  source: Source,
  read: ReadSource,
  extract: ExtractRules,
  report: Report,
) => Promise<Element | undefined>;

export type ExtractRules = (read: ReadSource, report: Report) => Promise<Element | undefined>;

/** The rules that ship with the program, by the name of the schema that they go with. */
export const BUILT_IN_RULES: Readonly<Record<string, string>> = {
  letter: fileURLToPath(new URL('../schemas/letter.sch', import.meta.url)),
};

/** The built-in schemas whose text has no rules. */
const WITHOUT_RULES: readonly string[] = ['letter', 'frus'];

interface Named {
  readonly source: Source;
  readonly phase: string | undefined;
  /** Whether it is the RELAX NG schema of the document; of another, its text tells what it is. */
  readonly isGrammar?: boolean;
}

/** Each schema checks once, however many name it. */
export async function checkSchematron(check: SchematronCheck, report: Report): Promise<void> {
  const named = await namedSchemas(check, report);
  if (named.length === 0) return;
  const { settlePhases, validateSchematron } = await import('./schematron/index.js');
  const held: HeldTo[] = [];
  for (const { source, phase, isGrammar = false } of named) {
    const schema = await schemaOnce(source, isGrammar, check, report);
    if (schema) held.push({ schema, phase });
  }
  for (const { schema, phase } of settlePhases(held, check.phase))
    await validateSchematron(check.document, schema, { phase, read: check.read }, report);
}

async function namedSchemas(check: SchematronCheck, report: Report): Promise<readonly Named[]> {
  const { document, wanted, phase, grammar, read } = check;
  const found = new Map<string, Named>();
  const add = (source: Source, of: string | undefined) => {
    if (!found.has(source.path)) found.set(source.path, { source, phase: phase ?? of });
  };
  for (const name of wanted) {
    const source = read(BUILT_IN_RULES[name] ?? name, '');
    if (source) add(source, undefined);
    else report((await messages())['schema-missing']({ href: name }));
  }
  const { source: base } = document.root.place;
  for (const node of document.prolog) {
    const model = node.kind === 'processingInstruction' ? schematronModel(node.target, node.data) : undefined;
    if (!model) continue;
    const source = read(model.href, base.path);
    if (source) add(source, model.phase);
    else
      report(
        (await messages())['model-missing'](
          { href: model.href },
          placeAt(node.place.source, node.place.start, node.place.end),
        ),
      );
  }
  const ours = grammar && BUILT_IN_RULES[grammar.name];
  const rules = ours === undefined ? undefined : read(ours, '');
  if (rules) add(rules, undefined);
  if (grammar && !WITHOUT_RULES.includes(grammar.name) && !found.has(grammar.source.path)) {
    const { rules: embedded, mistakes } = await embeddedOnce(grammar.source, check);
    if (embedded || mistakes.length > 0)
      found.set(grammar.source.path, { source: grammar.source, phase, isGrammar: true });
  }
  return [...found.values()];
}

async function messages() {
  return (await import('./schematron/index.js')).schematronMessages;
}

const SCHEMATRON = /purl\.oclc\.org\/dsdl\/schematron|www\.ascc\.net\/xml\/schematron/;
const INCLUDED = /<(?:\w+:)?(?:include|externalRef)\b/;
const INCLUDED_COMPACT = /\b(?:include|external)\s*["']/;

/** A schema in parts may hold them in any part. */
function mayHoldRules(schema: Source): boolean {
  return SCHEMATRON.test(schema.text) || (isCompact(schema) ? INCLUDED_COMPACT : INCLUDED).test(schema.text);
}

/** No XML begins otherwise, and no compact schema so. */
function isCompact({ text }: Source): boolean {
  return !/^\s*</.test(text);
}

const known = new WeakMap<
  Source,
  { readonly schema: SchSchema | undefined; readonly mistakes: readonly Diagnostic[] }
>();

interface Embedded {
  readonly rules: Element | undefined;
  readonly mistakes: readonly Diagnostic[];
}

const knownRules = new WeakMap<Source, Promise<Embedded>>();

/** The rules in a RELAX NG schema are looked for once. */
function embeddedOnce(source: Source, { read, loadRules }: SchematronCheck): Promise<Embedded> {
  const found = knownRules.get(source) ?? embedded(source, read, loadRules);
  knownRules.set(source, found);
  return found;
}

async function embedded(source: Source, read: ReadSource, loadRules: LoadRules | undefined): Promise<Embedded> {
  const mistakes: Diagnostic[] = [];
  const note = (mistake: Diagnostic) => mistakes.push(mistake);
  const extract: ExtractRules = async (readOther, report) => {
    if (!mayHoldRules(source)) return undefined;
    const { embeddedRules } = await import('./schematron/index.js');
    return embeddedRules(source, readOther, (file) => readAnnotations(file, report));
  };
  const rules = await (loadRules ? loadRules(source, read, extract, note) : extract(read, note));
  return { rules, mistakes };
}

/** A schema is read once, however many documents are held to it; undefined where it is wrong, or has no rules. */
async function schemaOnce(
  source: Source,
  isGrammar: boolean,
  check: SchematronCheck,
  report: Report,
): Promise<SchSchema | undefined> {
  const { readSchematron, schemaOf } = await import('./schematron/index.js');
  const { read } = check;
  let found = known.get(source);
  if (!found) {
    const mistakes: Diagnostic[] = [];
    const note = (mistake: Diagnostic) => mistakes.push(mistake);
    const isRelaxNg =
      isGrammar ||
      isCompactSchema(source) ||
      (rootName(source) !== 'schema' && source.text.includes(RELAXNG_NAMESPACE));
    const ofGrammar = isRelaxNg ? await embeddedOnce(source, check) : undefined;
    mistakes.push(...(ofGrammar?.mistakes ?? []));
    const rules = ofGrammar?.rules;
    const schema = ofGrammar ? rules && schemaOf(rules, read, note) : readSchematron(source, read, note);
    found = { schema, mistakes };
    known.set(source, found);
  }
  for (const mistake of found.mistakes) report(mistake);
  return found.schema;
}

/** What is no XML is taken for a Schematron schema that is broken, unless there is a sign that it is a grammar. */
function isCompactSchema(source: Source): boolean {
  return isCompact(source) && (source.path.endsWith('.rnc') || SCHEMATRON.test(source.text));
}

/** The local name of the first element. */
function rootName({ text }: Source): string | undefined {
  return /<(?:[\w.-]+:)?([\w.-]+)/.exec(text.slice(0, 20_000).replace(/<!--[\s\S]*?-->/g, ''))?.[1];
}
