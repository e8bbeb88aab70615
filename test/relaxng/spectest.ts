/** Reads the public suites of RELAX NG: schemas that are correct or not, with documents that are valid or not. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createSource, pointAt } from '../../src/source/index.js';
import { scanXml } from '../../src/xml/index.js';

/** A schema of a suite. */
export interface SuiteSchema {
  readonly text: string;
  readonly correct: boolean;
  /** Files that it may refer to, by path. */
  readonly resources: ReadonlyMap<string, string>;
}

export interface SuiteCase {
  /** Number in the suite, from 1. */
  readonly number: number;
  /** Line in the suite. */
  readonly line: number;
  /** Section of the specification; empty where the suite has none. */
  readonly section: string;
  /** Datatype libraries that the case needs. */
  readonly libraries: readonly string[];
  readonly xml?: SuiteSchema;
  readonly compact?: SuiteSchema;
  readonly valid: readonly string[];
  readonly invalid: readonly string[];
}

interface Node {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Node[];
  readonly texts: string[];
  readonly from: number;
  to: number;
}

/** Path of a suite; undefined where the material is not present. */
export function suitePath(name: string): string | undefined {
  const path = resolve(import.meta.dirname, '../../../shared/relaxng', name);
  return existsSync(path) ? path : undefined;
}

/** The cases of a suite file in order. */
export function readSuite(path: string): readonly SuiteCase[] {
  const text = expandEntities(readFileSync(path, 'utf8'));
  const source = createSource(path, text);
  const root: Node = { name: '', attributes: new Map(), children: [], texts: [], from: 0, to: text.length };
  const open = [root];
  scanXml(
    source,
    (event) => {
      const parent = open[open.length - 1] ?? root;
      if (event.kind === 'startTag') {
        const attributes = new Map(event.attributes.map(({ name, value }) => [name.local, value]));
        const node = { name: event.name.local, attributes, children: [], texts: [], from: event.end, to: event.end };
        parent.children.push(node);
        open.push(node);
      } else if (event.kind === 'endTag') {
        parent.to = event.start;
        open.pop();
      } else if (event.kind === 'text') parent.texts.push(event.text);
    },
    ({ message }) => {
      throw new Error(`${path}: ${message}`);
    },
  );
  return casesOf(root).map((node, index) => ({
    number: index + 1,
    line: pointAt(source, node.from).line,
    section: textOf(node, 'section'),
    libraries: node.children
      .filter(({ name }) => name === 'requires')
      .map(({ attributes }) => attributes.get('datatypeLibrary') ?? ''),
    ...schemasOf(node, text),
    valid: documents(node, 'valid', text),
    invalid: documents(node, 'invalid', text),
  }));
}

/** A suite's internal entities, so that slices of it can stand alone. */
function expandEntities(text: string): string {
  let out = text.replace(/<!DOCTYPE[^[>]*\[[\s\S]*?\]>/, (doctype) => ' '.repeat(doctype.length));
  for (const [, name, value = ''] of text.matchAll(/<!ENTITY (\w+) "([^"]*)">/g)) {
    const characters = value.replace(/&#x([0-9A-F]+);/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));
    out = out.replaceAll(`&${name};`, characters);
  }
  return out;
}

function casesOf(node: Node): readonly Node[] {
  return node.name === 'testCase' ? [node] : node.children.flatMap(casesOf);
}

function textOf(node: Node, name: string): string {
  return node.children.find((child) => child.name === name)?.texts.join('') ?? '';
}

function documents(node: Node, name: string, text: string): readonly string[] {
  return node.children.filter((child) => child.name === name).map(({ from, to }) => text.slice(from, to));
}

/** Either one XML schema in the case itself, or schemas in `xml` and `compact`. */
function schemasOf(node: Node, text: string): Pick<SuiteCase, 'xml' | 'compact'> {
  const [xml, compact] = ['xml', 'compact'].map((name) => node.children.find((child) => child.name === name));
  const own = schemaOf(node, ({ from, to }) => text.slice(from, to));
  const inXml = xml ? schemaOf(xml, ({ from, to }) => text.slice(from, to)) : own;
  const inCompact = compact && schemaOf(compact, ({ texts }) => texts.join(''));
  return { ...(inXml && { xml: inXml }), ...(inCompact && { compact: inCompact }) };
}

function schemaOf(node: Node, contentOf: (node: Node) => string): SuiteSchema | undefined {
  const found = node.children.find(({ name }) => name === 'correct' || name === 'incorrect');
  if (!found) return undefined;
  const resources = new Map<string, string>();
  const collect = (folder: Node, path: string) => {
    for (const child of folder.children) {
      const inner = path + (child.attributes.get('name') ?? '');
      if (child.name === 'resource') resources.set(inner, contentOf(child));
      else if (child.name === 'dir') collect(child, `${inner}/`);
    }
  };
  collect(node, '');
  return { text: contentOf(found), correct: found.name === 'correct', resources };
}
