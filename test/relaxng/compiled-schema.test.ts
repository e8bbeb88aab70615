/** A schema that was compiled to bytes and read back is the schema that it was, and bytes that are not whole are no schema. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { decodeSchema } from '../../src/relaxng/compiled-reader.js';
import { encodeSchema } from '../../src/relaxng/compiled-writer.js';
import { compileGrammar, loadGrammar, type SimpleGrammar, validateRelaxNg } from '../../src/relaxng/index.js';
import { createSource, type Source } from '../../src/source/index.js';
import { scanXml } from '../../src/xml/index.js';

const files = [{ href: '', from: 0, checksum: 'abc' }];

const everything = `
default namespace = "urn:d"
namespace x = "urn:x"
datatypes xsd = "http://www.w3.org/2001/XMLSchema-datatypes"
start = element doc { a & (b | c+ | d?) }
a = element a { attribute n { xsd:int { minInclusive = "1" maxInclusive = "9" } - "7" }?, attribute x:* { text }*, text }
b = element b { attribute kind { "one" | xsd:QName "x:two" }, list { xsd:int+ } }
c = element x:* - x:none { notAllowed | empty | text }
d = element (e | f) { xsd:date }
`;

function load(path: string, text: string): { readonly grammar: SimpleGrammar; readonly source: Source } {
  const source = createSource(path, text);
  const grammar = loadGrammar(
    source,
    () => undefined,
    ({ message }) => {
      throw new Error(message);
    },
  );
  if (!grammar) throw new Error('the schema is wrong');
  return { grammar, source };
}

function encode(grammar: SimpleGrammar, source: Source): Uint8Array {
  const bytes = encodeSchema({ maker: 'test 1', files, grammar }, [source]);
  if (!bytes) throw new Error('not encoded');
  return bytes;
}

function findings(grammar: SimpleGrammar, document: string) {
  const found: unknown[] = [];
  const { sink, finish } = validateRelaxNg(compileGrammar(grammar), (diagnostic) => found.push(diagnostic));
  scanXml(createSource('doc.xml', document), sink, () => {});
  finish();
  return found;
}

describe('a compiled schema', () => {
  test('keeps patterns, name classes, datatypes, prefixes and places', () => {
    const { grammar, source } = load('all.rnc', everything);
    const read = decodeSchema(encode(grammar, source))?.grammar([source]);
    expect(read?.nameClasses?.length).toBeGreaterThan(5);
    expect(read?.definitions.length).toBe(grammar.definitions.length);
    expect(grammar.start).toMatchObject(read?.start ?? {});
    for (const [index, definition] of grammar.definitions.entries()) {
      const { nameClass, content, documentation, place } = read?.definitions[index] ?? {};
      expect({ documentation: undefined, ...definition }).toMatchObject({ nameClass, content, documentation, place });
    }
  });

  test('keeps default values and documentation', () => {
    const { grammar, source } = load(
      'a.rnc',
      `namespace a = "http://relaxng.org/ns/compatibility/annotations/1.0"
      start = ## A thing.
        element a { [ a:defaultValue = "v" ] attribute b { "v" }? }`,
    );
    const read = decodeSchema(encode(grammar, source))?.grammar([source]);
    expect(read?.definitions[0]?.documentation).toBe('A thing.');
    expect(JSON.stringify(read?.definitions[0]?.content)).toContain('"defaultValue":"v"');
  });

  test.each(['letter', 'frus'])(
    'of the built-in schema %s has the same bytes when it is made again of itself',
    (name) => {
      const { grammar, source } = load(`${name}.rng`, readFileSync(`schemas/${name}.rng`, 'utf8'));
      const bytes = encode(grammar, source);
      const read = decodeSchema(bytes)?.grammar([source]);
      expect(read && Buffer.from(encode(read, source)).equals(Buffer.from(bytes))).toBe(true);
    },
  );

  test('finds the same mistakes, word for word', () => {
    const { grammar, source } = load('letter.rng', readFileSync('schemas/letter.rng', 'utf8'));
    const read = decodeSchema(encode(grammar, source))?.grammar([source]);
    const wrong = readFileSync('test/schemas/fixtures/seed-like-valid.xml', 'utf8')
      .replaceAll('<opener>', '<openner>')
      .replaceAll('</opener>', '</openner>')
      .replaceAll('<p>', '<p rendd="x"><div/>');
    const expected = findings(grammar, wrong).map((found) => JSON.stringify(found));
    expect(expected.length).toBeGreaterThan(5);
    expect(read && findings(read, wrong).map((found) => JSON.stringify(found))).toEqual(expected);
  });

  test('names its maker and its files', () => {
    const { grammar, source } = load('all.rnc', everything);
    const opened = decodeSchema(encode(grammar, source));
    expect(opened?.maker).toBe('test 1');
    expect(opened?.files).toEqual(files);
  });

  test('is not made where a place is in none of its files', () => {
    const { grammar } = load('all.rnc', everything);
    expect(encodeSchema({ maker: 'test 1', files, grammar }, [])).toBeUndefined();
  });
});

describe('bytes that are no compiled schema', () => {
  const { grammar, source } = load('all.rnc', everything);
  const bytes = encode(grammar, source);

  test('are refused when they are cut off, at any place', () => {
    for (let length = 0; length < bytes.length; length++) expect(decodeSchema(bytes.slice(0, length))).toBeUndefined();
  });

  test('are refused when something stands behind them', () => {
    expect(decodeSchema(new Uint8Array([...bytes, 0, 0, 0, 0]))).toBeUndefined();
  });

  test('may begin anywhere in a larger buffer', () => {
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    expect(decodeSchema(larger.subarray(3))?.maker).toBe('test 1');
  });
});
