/** Transcriptions in mixed conventions, each with its TEI: what `auto` finds, what comes of it, and that it can be rebuilt from the TEI alone. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import { firstDifference, readConversionFacts, rebuildTranscription } from '../../src/rebuild/index.js';
import { createSource } from '../../src/source/index.js';
import { scanXml, treeBuilder } from '../../src/xml/index.js';
import { serializeXml } from '../../src/xml/serialize.js';

const FOLDER = 'test/profiles/fixtures';
const names = readdirSync(FOLDER).flatMap((file) => (file.endsWith('.txt') ? [file.slice(0, -4)] : []));

function read(name: string) {
  return createSource(`${name}.txt`, readFileSync(`${FOLDER}/${name}.txt`, 'utf8'));
}

function textOf(xml: string): string {
  return xml.replace(/<teiHeader>[\s\S]*<\/teiHeader>\s*/, '');
}

function rebuilt(xml: string): string {
  const builder = treeBuilder();
  scanXml(createSource('a.xml', xml), builder.sink, () => {});
  const document = builder.document();
  if (!document) throw new Error('the TEI is no document');
  const { conventions, noteNumbering } = readConversionFacts(document);
  if (!conventions || !noteNumbering) throw new Error('the conversion does not say how it was typed');
  return rebuildTranscription(document, { conventions, noteNumbering }).text;
}

test('there are some, each with its TEI', () => {
  expect(names.length).toBeGreaterThan(2);
  expect(names.filter((name) => !process.env['UPDATE'] && !existsSync(`${FOLDER}/${name}.xml`))).toEqual([]);
});

describe.each(names)('%s', (name) => {
  test('becomes its TEI', () => {
    const xml = textOf(serializeXml(convert(read(name), { encoding: 'frus' }, () => {}).tei));
    if (process.env['UPDATE']) writeFileSync(`${FOLDER}/${name}.xml`, xml);
    expect(xml).toBe(readFileSync(`${FOLDER}/${name}.xml`, 'utf8'));
  });

  test.each(['frus', 'tei-letter'])('is rebuilt from TEI in the encoding %s', (encoding) => {
    const source = read(name);
    const xml = serializeXml(convert(source, { encoding }, () => {}).tei);
    expect(firstDifference(rebuilt(xml), source.text)).toBeUndefined();
  });
});
