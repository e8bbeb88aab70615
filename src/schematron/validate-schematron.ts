/** A document and a Schematron schema -> what the schema's assertions find, and what of them could not be evaluated. */
import type { Diagnostic, Report } from '../diagnostic/index.js';
import { parseXml, type XmlDocument } from '../xml/index.js';
import { type CompiledSchema, compileSchema } from './compile-schema.js';
import type { FontoXPath } from './fonto.js';
import type { Documents } from './host.js';
import { FontoNeeded } from './leaf.js';
import { schematronMessages } from './messages.js';
import type { ReadFile } from './resolve-schema.js';
import { runSchema } from './run-schema.js';
import type { SchSchema } from './sch-schema.js';
import { type Tree, treeOf } from './tree-node.js';

export interface SchematronOptions {
  /** `#ALL`, `#DEFAULT` or the id of a phase; without it the one that the schema says, else all. */
  readonly phase?: string | undefined;
  /** Reads what `doc()` and `document()` name; the network is never asked. */
  readonly read: ReadFile;
}

interface Known {
  readonly compiled: CompiledSchema | undefined;
  readonly mistakes: readonly Diagnostic[];
}

/** A schema is compiled once, however many documents are held to it. */
const known = new WeakMap<SchSchema, Known>();
const trees = new WeakMap<XmlDocument, Tree>();

/** Codes are `sch/` and the id of the assertion. Nothing is thrown; what is wrong with the schema is reported for each document. */
export async function validateSchematron(
  document: XmlDocument,
  schema: SchSchema,
  { phase, read }: SchematronOptions,
  report: Report,
): Promise<void> {
  const { compiled, mistakes } = await withFonto((fonto) => compiledOnce(schema, fonto));
  for (const mistake of mistakes) report(mistake);
  if (!compiled) return;
  const ids = compiled.phases.map((each) => each.phase.id);
  if (phase !== undefined && !phase.startsWith('#') && !ids.includes(phase)) {
    report(schematronMessages['phase-unknown']({ phase, known: ids }));
    return;
  }
  const tree = trees.get(document) ?? treeOf(document);
  trees.set(document, tree);
  const documents = documentReader(read, tree);
  const found = await withFonto((fonto) => {
    const list: Diagnostic[] = [];
    runSchema(compiled, tree, { phase, fonto, documents }, (diagnostic) => list.push(diagnostic));
    return list;
  });
  for (const diagnostic of found) report(diagnostic);
}

function compiledOnce(schema: SchSchema, fonto: FontoXPath | undefined): Known {
  const found = known.get(schema);
  if (found) return found;
  const mistakes: Diagnostic[] = [];
  const made = { compiled: compileSchema(schema, fonto, (mistake) => mistakes.push(mistake)), mistakes };
  known.set(schema, made);
  return made;
}

let loaded: FontoXPath | undefined;

/** FontoXPath takes longer to load than a letter to check: it is loaded when an expression asks for it. */
async function withFonto<T>(work: (fonto: FontoXPath | undefined) => T): Promise<T> {
  try {
    return work(loaded);
  } catch (error) {
    if (!(error instanceof FontoNeeded)) throw error;
    loaded = await import('./fonto.js');
    return work(loaded);
  }
}

function documentReader(read: ReadFile, main: Tree): Documents {
  const found = new Map<string, Tree | undefined>();
  return {
    read(href, base) {
      const key = `${base}\n${href}`;
      if (!found.has(key)) {
        const source = read(href.replace(/#.*$/s, ''), base);
        const document = source?.path === main.path ? undefined : source && parseXml(source, () => undefined);
        found.set(key, source?.path === main.path ? main : document && treeOf(document));
      }
      return found.get(key);
    },
  };
}
