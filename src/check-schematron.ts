/** A document, and what names rules for it -> what those rules find: schemas that are asked for, that the document names, and those in its RELAX NG schema. */
import { fileURLToPath } from 'node:url';
import type { Diagnostic, Report } from './diagnostic/index.js';
import { type ReadSource, readAnnotations, schematronModel } from './relaxng/index.js';
import type { SchSchema } from './schematron/index.js';
import { placeAt, type Source } from './source/index.js';
import { RELAXNG_NAMESPACE, type XmlDocument } from './xml/index.js';

export interface SchematronCheck {
  readonly document: XmlDocument;
  /** Paths of schemas, or built-in names, that are asked for. */
  readonly wanted: readonly string[];
  readonly phase: string | undefined;
  /** The RELAX NG schema that was used: a built-in name, or its path, and its text. */
  readonly grammar: { readonly name: string; readonly source: Source } | undefined;
  readonly read: ReadSource;
}

/** The rules that ship with the program, by the name of the schema that they go with. */
export const BUILT_IN_RULES: Readonly<Record<string, string>> = {
  letter: fileURLToPath(new URL('../schemas/letter.sch', import.meta.url)),
};

/** The built-in schemas whose text has no rules. */
const WITHOUT_RULES: readonly string[] = ['letter', 'frus'];

interface Named {
  readonly source: Source;
  readonly phase: string | undefined;
}

/** Each schema checks once, however many name it. */
export async function checkSchematron(check: SchematronCheck, report: Report): Promise<void> {
  const named = await namedSchemas(check, report);
  if (named.length === 0) return;
  const { validateSchematron } = await import('./schematron/index.js');
  for (const { source, phase } of named) {
    const schema = await schemaOnce(source, check.read, report);
    if (schema) await validateSchematron(check.document, schema, { phase, read: check.read }, report);
  }
}

async function namedSchemas(
  { document, wanted, phase, grammar, read }: SchematronCheck,
  report: Report,
): Promise<readonly Named[]> {
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
  if (grammar && !WITHOUT_RULES.includes(grammar.name) && mayHoldRules(grammar.source)) add(grammar.source, undefined);
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

/** A schema is read once, however many documents are held to it; undefined where it is wrong, or has no rules. */
async function schemaOnce(source: Source, read: ReadSource, report: Report): Promise<SchSchema | undefined> {
  const { embeddedRules, readSchematron, schemaOf } = await import('./schematron/index.js');
  let found = known.get(source);
  if (!found) {
    const mistakes: Diagnostic[] = [];
    const note = (mistake: Diagnostic) => mistakes.push(mistake);
    const isRelaxNg =
      isCompactSchema(source) || (rootName(source) !== 'schema' && source.text.includes(RELAXNG_NAMESPACE));
    const rules = isRelaxNg ? embeddedRules(source, read, (file) => readAnnotations(file, note)) : undefined;
    const schema = isRelaxNg ? rules && schemaOf(rules, read, note) : readSchematron(source, read, note);
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
