/** RELAX NG 1.0, section 7: what a schema may not say. */
import { describe, expect, test } from '@jest/globals';
import { faults, loadText, marked, placesOf } from './load-schema.js';

/** The content of an element `a` with the mark at the mistake; `b` and `c` are elements, `x` is what follows the slash. */
function schemaOf(written: string): string {
  const [content = '', x = 'empty'] = written.split(' // ');
  return `start = element a { ${content} }\nb = element b { empty }\nc = element c { text }\nx = ${x}`;
}

/** Exactly this is said, at the mark. */
function expectFault(code: string, schema: string): void {
  const { text, at } = marked(schema);
  expect(placesOf(text)).toEqual([`${at} ${code}`]);
}

const expectSound = (written: string) => expect(faults(schemaOf(written))).toEqual([]);

describe('7.1.1: in an attribute', () => {
  test.each([
    'attribute n { ▸element y { empty } }',
    'attribute n { token | x } // ▸attribute m { text }',
    'attribute n { (text | (token, ▸attribute m { text }))? }',
  ])('%s', (written) => expectFault('path-prohibited', schemaOf(written)));
  test('sound', () => expectSound('attribute n { list { token+ } | "x" | empty }'));
});

describe('7.1.2: attributes in what is repeated', () => {
  test.each([
    '(▸attribute n { text }, b)+',
    '(b & ▸attribute n { text })*',
    '(b, x)+, c // (▸attribute n { text } | b)',
  ])('%s', (written) => expectFault('attribute-in-repeated-group', schemaOf(written)));
  test('sound', () => expectSound('(attribute n { text } | b)+, c'));
});

describe('7.1.3: in a list', () => {
  test.each([
    'list { ▸element y { empty } }',
    'list { token, ▸text }',
    'list { ▸list { token } }',
    'list { x? } // ▸attribute n { text }',
    'list { "x" ▸& "y" }',
    'list { ▸mixed { "x" } }',
  ])('%s', (written) => expectFault('path-prohibited', schemaOf(written)));
  test('sound', () => expectSound('list { ("x", token)*, xsd:int?, empty }'));
});

describe('7.1.4: in what a datatype excepts', () => {
  test.each([
    'token - ▸text',
    'token - ▸empty',
    'token - (▸list { "x" })',
    'token - ("x" | ("y"▸+))',
    'token - ("y"▸, "z")',
    'token - (x) // ▸attribute n { text }',
    'token - ▸element y { empty }',
  ])('%s', (written) => expectFault('path-prohibited', schemaOf(written)));
  test('sound', () => expectSound('token - ("x" | (token - "y"))'));
});

describe('7.1.5: in the start', () => {
  test.each([
    'start = ▸text',
    'start = ▸empty',
    'start = ▸"x"',
    'start = ▸token',
    'start = ▸list { "x" }',
    'start = ▸attribute n { text }',
    'start = b▸, b\nb = element b { empty }',
    'start = b ▸& b\nb = element b { empty }',
    'start = b▸+\nb = element b { empty }',
    'start = b▸?\nb = element b { empty }',
    'start = b▸*\nb = element b { empty }',
  ])('%s', (schema) => expectFault('path-prohibited', schema));
  test('sound', () => {
    expect(faults('start = b | (b | notAllowed) | grammar { start = parent b }\nb = element b { empty }')).toEqual([]);
  });
});

describe('7.2: strings in sequences', () => {
  test.each([
    'token, ▸token',
    'b, ▸xsd:int',
    '▸"x", text',
    '▸"x" & b',
    '(b | ▸list { "x" }), c',
    '▸token+',
    'attribute n { "x", ▸"y" }',
    'attribute n { text }, (▸token, c)',
  ])('%s', (written) => expectFault('string-sequence', schemaOf(written)));
  test('sound', () => expectSound('attribute n { token }, (token | "x" | (b, c) | text), empty'));

  test('the message names both, and the element', () => {
    expect(faults(schemaOf('b, xsd:int'))[0]).toMatch(
      /an element and datatype "int" cannot stand in one sequence \(element "a"\)$/,
    );
    expect(faults(schemaOf('attribute n { "x", "y" }'))[0]).toMatch(/\(attribute "n" of element "a"\)$/);
  });
});

describe('7.3: attributes', () => {
  test.each([
    ['attribute-repeated', 'attribute n { text }, ▸attribute n { text }'],
    ['attribute-repeated', 'attribute n { text } & (b, (c | ▸attribute n { text }))'],
    ['attribute-repeated', 'attribute n { text }, x // b?, ▸attribute (m | n) { text }'],
    ['attribute-repeated', 'x, x // ▸attribute n { text }'],
    ['attribute-repeated', 'attribute n { text }, ▸attribute * { text }*'],
    ['attribute-repeated', 'attribute * - n { text }*, b, ▸attribute m { text }'],
    ['attribute-not-repeated', '▸attribute * { text }, b'],
    ['attribute-not-repeated', '▸attribute xml:* { text }?'],
    ['attribute-not-text', '▸attribute * { token }*'],
  ])('%s: %s', (code, written) => expectFault(code, schemaOf(written)));

  test.each([
    '(attribute n { text } | attribute n { token }), b',
    'attribute n { text }, attribute * - n { text }*',
    'attribute n { text }, element y { attribute n { text } }',
    'attribute xml:* { text }*, attribute * - xml:* { text }*',
    'attribute n { text }, notAllowed, attribute n { text }',
  ])('sound: %s', expectSound);

  test('both places are given, or where one definition comes in twice', () => {
    const related = (written: string) =>
      loadText(schemaOf(written)).diagnostics.flatMap(({ related: places = [] }) =>
        places.map(({ message }) => message),
      );
    expect(related('attribute n { text }, attribute n { token }')).toEqual(['first here']);
    expect(related('x, x // attribute n { text }')).toEqual(['one definition, referred to twice here']);
  });
});

describe('7.4: interleave', () => {
  test.each([
    ['interleave-overlap', 'b ▸& b'],
    ['interleave-overlap', '(b, c) ▸& (c | element d { empty })'],
    ['interleave-overlap', 'b ▸& element * { empty }'],
    ['interleave-overlap', 'element * - c { empty } ▸& b'],
    ['interleave-overlap', 'c, (b ▸& x) // element e { empty }, b*'],
    ['interleave-text', 'text ▸& text'],
    ['interleave-text', '▸mixed { b, text }'],
    ['interleave-text', '(b, text) ▸& x // (c | text)'],
  ])('%s: %s', (code, written) => expectFault(code, schemaOf(written)));

  test.each(['b & element * - b { empty }', 'mixed { b } | mixed { b }', 'text & (b, attribute n { text })'])(
    'sound: %s',
    expectSound,
  );
});

test('several mistakes are several errors', () => {
  const schema = schemaOf('attribute n { text }, attribute n { text }, (b & b), (token, c)');
  expect(placesOf(schema).map((line) => line.split(' ')[1])).toEqual([
    'string-sequence',
    'attribute-repeated',
    'interleave-overlap',
  ]);
});
