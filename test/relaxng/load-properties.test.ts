/** Whatever a schema holds: it loads, or it is said why not; nothing is thrown. */
import { describe, expect, test } from '@jest/globals';
import { fc } from '../fast-check.js';
import { loadText } from './load-schema.js';

const WORDS = [
  ...['element', 'attribute', 'list', 'mixed', 'empty', 'text', 'notAllowed', 'grammar', 'start', 'div', 'include'],
  ...['external', 'inherit', 'parent', 'namespace', 'default', 'datatypes', 'string', 'token', 'a', 'b', 'xsd:int'],
  ...['{', '}', '(', ')', '[', ']', ',', '|', '&', '?', '*', '+', '-', '~', '=', '|=', '&=', '>>', '"x"', "'''y'''"],
  ...['## doc\n', '# note\n', 'p:*', '\\a', '\\x{61}', '\\x{0}', '"'],
];
const ELEMENTS = [
  'element',
  'attribute',
  'choice',
  'ref',
  'value',
  'data',
  'param',
  'except',
  'anyName',
  'name',
  'define',
];

/** In: a schema. Errors without a grammar, or a grammar without errors. */
function expectAnswer(schema: string): void {
  const { grammar, diagnostics } = loadText(schema, { x: 'element b { empty }', main: schema });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.length > 0).toBe(grammar === undefined);
  for (const { place } of diagnostics)
    expect(place && place.start <= place.end && place.end <= place.source.text.length).toBe(true);
}

const xml: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc
    .tuple(
      fc.constantFrom(...ELEMENTS),
      fc.constantFrom('', ' name="a"', ' type="token"', ' ns="urn:x"', ' combine="choice"', ' href="main"'),
      fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('', 'a', ' '),
        fc.array(tie('node'), { maxLength: 3 }).map((parts) => parts.join('')),
      ),
    )
    .map(([name, attributes, content]) => `<${name}${attributes}>${content}</${name}>`),
})).node;

describe('any schema has an answer', () => {
  test('arbitrary text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), expectAnswer), { numRuns: 300 });
  });

  test('words of the compact syntax in any order', () => {
    const soup = fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(' '));
    fc.assert(fc.property(soup, expectAnswer), { numRuns: 1000 });
    fc.assert(
      fc.property(soup, (words) => expectAnswer(`start = element a { ${words} }`)),
      { numRuns: 1000 },
    );
  });

  test('elements of the XML syntax in any order', () => {
    const root = (inner: string) =>
      `<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start>${inner}</start></grammar>`;
    fc.assert(
      fc.property(xml, (inner) => expectAnswer(root(inner))),
      { numRuns: 1000 },
    );
  });
});
