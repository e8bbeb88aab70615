/** A document -> what is wrong with it: grammar, Schematron and rules, on scanned XML or on the tree of a conversion. */
import { fileURLToPath } from 'node:url';
import type { LoadRules } from './check-schematron.js';
import type { Conversion, ConvertOptions } from './convert.js';
import { type Diagnostic, moveDiagnostic, type Report } from './diagnostic/index.js';
import {
  type Automaton,
  compileGrammar,
  type ExplainAbsence,
  type FoundSchema,
  loadGrammar,
  lookUpSchema,
  MOST_STATES,
  type ReadSource,
  type Validation,
  validateRelaxNg,
} from './relaxng/index.js';
import type { Surroundings } from './rules/index.js';
import type { Place, Source } from './source/index.js';
import {
  type DocumentType,
  type PlainSink,
  type ReadIncluded,
  scanBytes,
  scanWithInclusions,
  scanXml,
  type XmlDocument,
  type XmlEvent,
  type XmlSink,
} from './xml/index.js';

export type Check = 'grammar' | 'schematron' | 'rules';

export type { ReadSource, Surroundings };

export interface ValidateOptions {
  /** Name of a built-in schema or a path; else `xml-model`, else the built-in that fits. */
  readonly schema?: string;
  /** All that there are by default. */
  readonly checks?: readonly Check[];
  /** Schematron schemas, or RELAX NG schemas with rules, beside those that the document names. */
  readonly schematron?: readonly string[];
  /** The phase of Schematron schemas: `#ALL`, `#DEFAULT` or an id. */
  readonly phase?: string;
  /** The transcription that the encoding must be true to; not looked at where a transcription of several documents is validated. */
  readonly against?: Source;
  /** How a transcription is converted before it is validated. */
  readonly conversion?: ConvertOptions;
  readonly read: ReadSource;
  /** Reads what XInclude elements name; without it they are elements as any other. */
  readonly include?: ReadIncluded;
  /** Why a schema cannot be had, where `read` has no answer and there is more to say than that. */
  readonly explain?: ExplainAbsence;
  /** Files and lists beside the document: what its pointers lead to. */
  readonly surroundings?: Surroundings;
  /** How a schema is loaded: from its text by default. Another may have it compiled already. */
  readonly load?: LoadSchema;
  /** How the rules in a RELAX NG schema are had: out of its text by default. Another may have them already. */
  readonly loadRules?: LoadRules;
}

/** In: the text of a schema, and how to get the files that it refers to. Out: its automaton; undefined after errors. */
export type LoadSchema = (source: Source, read: ReadSource, report: Report) => Automaton | undefined;

const loadAutomaton: LoadSchema = (source, read, report) => {
  const grammar = loadGrammar(source, read, report);
  return grammar && compileGrammar(grammar);
};

export interface Validated {
  /** The schema that was used, as a report names it; undefined if none was. */
  readonly schema?: string;
}

/** The schemas that ship with the program. */
export const BUILT_IN_SCHEMAS: Readonly<Record<string, string>> = {
  letter: fileURLToPath(new URL('../schemas/letter.rng', import.meta.url)),
  frus: fileURLToPath(new URL('../schemas/frus.rng', import.meta.url)),
};

/**
 * Validates one document: XML is scanned; a transcription (`.txt`) is converted, and its tree validated, so that what is
 * wrong is reported at its place in the transcription.
 */
export async function validate(source: Source, options: ValidateOptions, report: Report): Promise<Validated> {
  return isXml(source) ? validateXml(source, options, report) : validateTranscription(source, options, report);
}

/** By its name; where that does not tell, by its first character. */
function isXml(source: Source): boolean {
  const { path, parts } = source;
  // The text of a file may not have been read yet, and need not be.
  return parts !== undefined || /\.xml$/i.test(path) || (!/\.txt$/i.test(path) && /^\s*</.test(source.text));
}

async function validateXml(source: Source, options: ValidateOptions, report: Report): Promise<Validated> {
  const { against } = options;
  const proved = validateBytes(source, options, report);
  if (proved) return proved;
  const grammar = wants(options, 'grammar') ? grammarCheck(options, report) : undefined;
  const sinks: XmlSink[] = grammar ? [grammar.sink] : [];
  const rules = wants(options, 'rules') ? await import('./rules/index.js') : undefined;
  const trees = rules ?? (wants(options, 'schematron') ? await import('./rules/index.js') : undefined);
  const tree = trees?.limitedTree(source, report);
  if (tree) sinks.push(tree.sink);
  const sink = joinSinks(sinks);
  const doctype = grammar?.doctype;
  const wellFormed = options.include
    ? scanWithInclusions(source, sink, report, options.include, { doctype })
    : scanXml(source, sink, report, { doctype });
  if (wellFormed) grammar?.finish();
  const document = wellFormed ? tree?.document() : undefined;
  const { conversion, surroundings } = options;
  if (rules && document) {
    rules.checkRules({ document, written: source, against, profile: conversion?.profile, surroundings }, report);
  }
  if (document) await schematronCheck(document, grammar, options, report);
  return schemaOf(grammar);
}

/** The grammar alone, by the bytes of the document; undefined, and nothing reported, where it has to be scanned in the ordinary way. */
function validateBytes(source: Source, options: ValidateOptions, report: Report): Validated | undefined {
  if (!source.bytes || options.include || !isGrammarAlone(options)) return undefined;
  const found: Diagnostic[] = [];
  const gather: Report = (diagnostic) => found.push(diagnostic);
  const grammar = grammarCheck(options, gather);
  if (!scanBytes(source, source.bytes(), { event: grammar.sink, plain: grammar.plain }, gather)) return undefined;
  grammar.finish();
  for (const diagnostic of found) report(diagnostic);
  return schemaOf(grammar);
}

function isGrammarAlone({ checks }: ValidateOptions): boolean {
  return checks?.length === 1 && checks[0] === 'grammar';
}

/** A transcription may hold a chapter: each of its documents is validated, and what is wrong with one has its place in the whole. */
async function validateTranscription(source: Source, options: ValidateOptions, report: Report): Promise<Validated> {
  const { convertDocuments } = await import('./convert.js');
  const unproved: Place[] = [];
  const watch: Report = (diagnostic) => {
    if (diagnostic.code === 'tei/not-rebuilt' && diagnostic.place) unproved.push(diagnostic.place);
    report(diagnostic);
  };
  // White space between elements is nothing to a grammar.
  const layout = !isGrammarAlone(options);
  const documents = convertDocuments(source, { ...options.conversion, segments: 'split', rules: false, layout }, watch);
  const against = documents.length === 1 ? options.against : undefined;
  let validated: Validated = {};
  for (const document of documents) {
    const { origin, source: part } = document;
    const start = origin?.start ?? 0;
    // The conversion has seen that the transcription can be rebuilt: only where it cannot, the rule says what is lost.
    const isLost = unproved.some((place) => start <= place.start && place.start < start + part.text.length);
    const moved: Report = (diagnostic) =>
      report(moveDiagnostic(diagnostic, (of) => (of === part ? origin : undefined)));
    validated = await validateDocument(document, against ?? (isLost ? part : undefined), options, moved);
  }
  return validated;
}

async function validateDocument(
  { tei, encoding }: Conversion,
  against: Source | undefined,
  options: ValidateOptions,
  report: Report,
): Promise<Validated> {
  const { walkTree } = await import('./xml/index.js');
  const wanted = { ...options, schema: options.schema ?? encoding.schema };
  const grammar = wants(options, 'grammar') ? grammarCheck(wanted, report) : undefined;
  if (grammar) {
    walkTree(tei, grammar.sink);
    grammar.finish();
  }
  if (wants(options, 'rules')) await checkTree(tei, against, options, report);
  await schematronCheck(tei, grammar, wanted, report);
  return schemaOf(grammar);
}

async function checkTree(
  document: XmlDocument,
  against: Source | undefined,
  { conversion }: ValidateOptions,
  report: Report,
): Promise<void> {
  const { checkRules } = await import('./rules/index.js');
  checkRules({ document, against, profile: conversion?.profile }, report);
}

/** By the schema of the grammar, which is looked for where the grammar is not checked. */
async function schematronCheck(
  document: XmlDocument,
  grammar: GrammarCheck | undefined,
  options: ValidateOptions,
  report: Report,
): Promise<void> {
  if (!wants(options, 'schematron')) return;
  const { checkSchematron } = await import('./check-schematron.js');
  const { schematron: wanted = [], phase, read, loadRules } = options;
  const found = grammar ? grammar.schema() : await grammarOf(document, options);
  await checkSchematron({ document, wanted, phase, grammar: found, read, loadRules }, report);
}

async function grammarOf(document: XmlDocument, options: ValidateOptions): Promise<FoundSchema | undefined> {
  const { walkTree } = await import('./xml/index.js');
  const grammar = grammarCheck({ ...options, load: () => undefined }, () => undefined);
  walkTree({ ...document, root: { ...document.root, children: [] } }, grammar.sink);
  return grammar.schema();
}

/** Each event goes to every sink. */
function joinSinks(sinks: readonly XmlSink[]): XmlSink {
  const [only, ...more] = sinks;
  if (only && more.length === 0) return only;
  return (event) => {
    for (const sink of sinks) sink(event);
  };
}

function wants({ checks }: ValidateOptions, check: Check): boolean {
  return checks === undefined || checks.includes(check);
}

function schemaOf(grammar: GrammarCheck | undefined): Validated {
  const schema = grammar?.schema();
  return schema ? { schema: schema.name } : {};
}

interface GrammarCheck {
  readonly sink: XmlSink;
  /** From the root on, where there is a schema. */
  readonly plain: () => PlainSink | undefined;
  /** Takes what the document type declares. */
  readonly doctype: (doctype: DocumentType) => void;
  finish(): void;
  /** The schema that was found; known once the root has begun. */
  schema(): FoundSchema | undefined;
}

/** Validates a stream of events; the schema is looked up when the root begins. */
function grammarCheck(options: ValidateOptions, report: Report): GrammarCheck {
  const prolog: XmlEvent[] = [];
  let validation: Validation | undefined;
  let schema: FoundSchema | undefined;
  let doctype: DocumentType | undefined;
  let begun = false;
  const begin = (root: XmlEvent & { readonly kind: 'startTag' }) => {
    begun = true;
    schema = lookUpSchema(
      prolog,
      root,
      { wanted: options.schema, builtIn: BUILT_IN_SCHEMAS, read: options.read, explain: options.explain },
      report,
    );
    const automaton = schema && automatonOf(schema.source, options, report);
    const isUnparsedEntity = (name: string) => doctype?.entities.get(name)?.kind === 'unparsed';
    validation = automaton && validateRelaxNg(automaton, report, { isUnparsedEntity });
  };
  return {
    doctype(found) {
      doctype = found;
    },
    sink(event) {
      if (!begun) {
        if (event.kind === 'startTag') begin(event);
        else prolog.push(event);
      }
      validation?.sink(event);
    },
    plain: () => validation?.plain(),
    finish: () => validation?.finish(),
    schema: () => schema,
  };
}

/** A schema is read and compiled once, however many documents are held to it; undefined where it is wrong. */
const automata = new WeakMap<
  Source,
  { readonly automaton: Automaton | undefined; readonly mistakes: readonly Parameters<Report>[0][] }
>();

function automatonOf(
  source: Source,
  { read, load = loadAutomaton }: ValidateOptions,
  report: Report,
): Automaton | undefined {
  let known = automata.get(source);
  if (!known) {
    const mistakes: Parameters<Report>[0][] = [];
    known = { automaton: load(source, read, (diagnostic) => mistakes.push(diagnostic)), mistakes };
    automata.set(source, known);
  } else if (known.automaton && known.automaton.states.size > MOST_STATES) {
    known = { ...known, automaton: compileGrammar(known.automaton.grammar.source) };
    automata.set(source, known);
  }
  for (const mistake of known.mistakes) report(mistake);
  return known.automaton;
}
