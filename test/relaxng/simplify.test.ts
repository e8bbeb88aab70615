/** RELAX NG 1.0, section 4: from a schema as written to its simple form. */
import { describe, expect, test } from '@jest/globals';
import type { SimplePattern } from '../../src/relaxng/simple.js';
import { faults, loadText, marked, placesOf } from './load-schema.js';
import { simpleForm } from './simple-text.js';

describe('4.6: externalRef', () => {
  test('a pattern takes the place of the reference, and its namespace where it has none', () => {
    const files = { p: 'element p { text }', q: 'default namespace = "urn:q"\nelement q { text }' };
    const schema = 'default namespace = "urn:a"\nelement a { external "p", external "q" }';
    expect(simpleForm(schema, files)).toEqual([
      'start = #0',
      '#0 {urn:a}a = (#1, #2)',
      '#1 {urn:a}p = text',
      '#2 {urn:q}q = text',
    ]);
  });

  test('both syntaxes may refer to each other', () => {
    const files = {
      'b.rng': '<externalRef xmlns="http://relaxng.org/ns/structure/1.0" href="c/c.rnc" ns="urn:b"/>',
      'c/c.rnc': 'external "d.rng"',
      'c/d.rng': '<element xmlns="http://relaxng.org/ns/structure/1.0" name="d"><empty/></element>',
    };
    expect(simpleForm('external "b.rng"', files)).toEqual(['start = #0', '#0 {urn:b}d = empty']);
  });

  test('a reference in the other file is one to the grammar around', () => {
    const schema = 'start = element a { external "p" }\nb = element b { empty }';
    expect(simpleForm(schema, { p: 'b*' })).toEqual(['start = #0', '#0 a = (empty | #1+)', '#1 b = empty']);
  });

  test('errors in the other file have their place there', () => {
    expect(faults('element a { external "p" }', { p: 'element p {\n  b }' })).toEqual([
      'p:2:3 schema/grammar-missing "b" is referred to outside of any grammar',
    ]);
  });

  test('a file that cannot be had, and files in a circle', () => {
    const missing = marked('element a { external ▸"p" }');
    expect(placesOf(missing.text)).toEqual([`${missing.at} file-missing`]);
    expect(faults('element a { external "p" }', { p: 'element p { external "p" }' })).toEqual([
      'p:1:22 schema/file-loop schema "p" includes itself',
    ]);
  });
});

describe('4.7: include', () => {
  const base = 'start = a\na = element a { b* }\nb = element b { empty }';

  test('brings the definitions of another grammar', () => {
    expect(simpleForm('include "base"', { base })).toEqual(['start = #0', '#0 a = (empty | #1+)', '#1 b = empty']);
    expect(simpleForm('grammar { include "base" }', { base: `grammar { ${base} }` })).toHaveLength(3);
  });

  test('what stands in it takes the place of definitions, in divs too, and of several of one name', () => {
    const several = `${base}\nb |= element c { empty }`;
    expect(simpleForm('include "base" { div { b = element d { text } } }', { base: several })).toEqual([
      'start = #0',
      '#0 a = (empty | #1+)',
      '#1 d = text',
    ]);
    expect(simpleForm('include "base" { start = b }', { base })).toEqual(['start = #0', '#0 b = empty']);
  });

  test('a definition beside it is combined', () => {
    expect(simpleForm('include "base"\nb |= element c { empty }', { base })).toContain('#0 a = (empty | (#1 | #2)+)');
  });

  test('an include in the included file may be overridden from outside', () => {
    expect(simpleForm('include "middle" { b = element x { empty } }', { middle: 'include "base"', base })).toContain(
      '#1 x = empty',
    );
  });

  test('what overrides nothing is reported at its place, with what may have been meant', () => {
    const { text, at } = marked('include "base" {\n  b = empty\n  ▸boddy = empty\n}');
    expect(faults(text, { base: 'start = b | body\nb = element b { empty }\nbody = element body { empty }' })[0]).toBe(
      `${at} schema/override-unmatched "boddy" overrides nothing: "base" does not define it; did you mean "body"?`,
    );
    expect(placesOf('include "base" { start = b }', { base: 'b = element b { empty }' })).toEqual([
      '1:18 override-unmatched',
    ]);
  });

  test('a pattern is no grammar, and what may be in a file that could not be had is not missed', () => {
    expect(placesOf('include "p"\nstart = b', { p: 'element p { empty }' })).toEqual(['1:9 include-no-grammar']);
    expect(placesOf('include "nowhere" { b = empty }\nx = y')).toEqual(['1:9 file-missing']);
  });
});

test('4.11: a div is only for those who read', () => {
  expect(simpleForm('div { div { start = a } a = element a { empty } }')).toEqual(['start = #0', '#0 a = empty']);
});

describe('4.12 to 4.15: pairs, and what can be said otherwise', () => {
  test.each([
    ['mixed { b }', '(#1 & text)'],
    ['b?', '(empty | #1)'],
    ['b*', '(empty | #1+)'],
    ['mixed { b, b* }', '((#1, (empty | #1+)) & text)'],
  ])('%s', (pattern, simple) => {
    expect(simpleForm(`start = element a { ${pattern} }\nb = element b { empty }`)[1]).toBe(`#0 a = ${simple}`);
  });

  test('many parts make a tree whose depth is that of their logarithm', () => {
    const names = Array.from({ length: 1000 }, (_, index) => `e${index}`);
    const { grammar } = loadText(
      `start = element a { ${names.map((name) => `element ${name} { empty }`).join(' | ')} }`,
    );
    const depth = (pattern: SimplePattern): number =>
      'left' in pattern ? 1 + Math.max(depth(pattern.left), depth(pattern.right)) : 0;
    expect(grammar?.definitions.map(({ nameClass }) => nameClass.kind === 'name' && nameClass.local)).toEqual([
      'a',
      ...names,
    ]);
    expect(grammar && depth(grammar.definitions[0]?.content ?? { kind: 'empty' })).toBe(10);
  });
});

describe('4.16: constraints', () => {
  test.each([
    ['except-unlimited', 'element * - ▸* { empty }'],
    ['except-unlimited', 'namespace x = "urn:x"\nelement x:* - (a | ▸x:*) { empty }'],
    ['except-unlimited', 'namespace x = "urn:x"\nelement x:* - ▸* { empty }'],
    ['attribute-xmlns', 'element a { attribute ▸xmlns { text } }'],
    ['attribute-xmlns', 'namespace x = "http://www.w3.org/2000/xmlns/"\nelement a { attribute ▸x:b { text } }'],
    ['datatype-unknown', 'element a { ▸xsd:integr }'],
    ['datatype-library-unknown', 'datatypes x = "urn:x"\nelement a { ▸x:y }'],
    ['parameter-invalid', 'element a { xsd:integer { ▸minInclusive = "low" } }'],
    ['parameter-invalid', 'element a { token { ▸maxLength = "2" } }'],
    ['value-invalid', 'element a { ▸xsd:integer "x" }'],
    ['value-invalid', 'element a { ▸xsd:QName "p:x" }'],
  ])('%s', (code, schema) => {
    const { text, at } = marked(schema);
    expect(placesOf(text)).toEqual([`${at} ${code}`]);
  });

  test('names of elements have no such limit', () => {
    expect(faults('element xmlns { empty }')).toEqual([]);
  });

  test('what nothing refers to has to be right as well', () => {
    expect(placesOf('start = element a { empty }\nx = element b { xsd:integr }\ny = z')).toEqual([
      '2:17 datatype-unknown',
      '3:5 define-missing',
    ]);
  });
});

describe('4.17: combine', () => {
  test('by choice and by interleave, the first without a method', () => {
    const schema =
      'start = element a { c & i }\nc = b\nc |= element c { empty }\ni &= element d { empty }\ni &= element e { empty }\nb = element b { empty }';
    expect(simpleForm(schema)[1]).toBe('#0 a = ((#1 | #2) & #3 & #4)');
  });

  test('start is combined like any other', () => {
    expect(simpleForm('start |= element a { empty }\nstart |= element b { empty }')[0]).toBe('start = (#0 | #1)');
  });

  test.each([
    ['define-repeated', 'start = element a { x }\nx = empty\n▸x = text'],
    ['define-repeated', 'start = element a { empty }\n▸start = element b { empty }'],
    ['combine-conflict', 'start = element a { x }\nx |= empty\n▸x &= empty'],
  ])('%s', (code, schema) => {
    const { text, at } = marked(schema);
    expect(placesOf(text)).toEqual([`${at} ${code}`]);
  });
});

describe('4.18: grammars in grammars', () => {
  test('each has names of its own, and may refer to those around it', () => {
    const schema =
      'start = element a { x, grammar { start = x, parent x\n x = element inner { empty } } }\nx = element outer { empty }';
    expect(simpleForm(schema)).toEqual(['start = #0', '#0 a = (#1, #2, #1)', '#1 outer = empty', '#2 inner = empty']);
  });

  test.each([
    ['start-missing', '▸x = empty'],
    ['define-missing', 'start = element a { ▸b }'],
    ['define-missing', 'start = element a { grammar { start = ▸x } }\nx = empty'],
    ['grammar-missing', 'start = element a { parent ▸x }\nx = empty'],
    ['grammar-missing', 'element a { ▸x }'],
  ])('%s', (code, schema) => {
    const { text, at } = marked(schema);
    expect(placesOf(text)).toEqual([`${at} ${code}`]);
  });

  test('a definition cannot be called start, and start is no definition', () => {
    expect(simpleForm('start = element a { \\start }\n\\start = element b { empty }')).toContain('#0 a = #1');
  });
});

describe('4.19: definitions', () => {
  test('an element may hold itself', () => {
    expect(simpleForm('start = a\na = element a { a* }')).toEqual(['start = #0', '#0 a = (empty | #0+)']);
  });

  test('a definition that is no element is one pattern wherever it is referred to', () => {
    const { grammar } = loadText(
      'start = element a { x, b }\nb = element b { x, text }\nx = attribute n { text }, attribute m { text }',
    );
    const [a, b] = grammar?.definitions.map(({ content }) => content) ?? [];
    expect(a && 'left' in a && a.left.kind).toBe('group');
    expect(a && b && 'left' in a && 'left' in b && a.left === b.left).toBe(true);
  });

  test('references that double at each step do not double the grammar', () => {
    const steps = Array.from({ length: 60 }, (_, index) => `x${index} = x${index + 1} | x${index + 1}`);
    const { grammar } = loadText(`start = element a { x0 }\n${steps.join('\n')}\nx60 = element b { empty }`);
    expect(grammar?.definitions).toHaveLength(2);
  });

  test('one that leads back to itself is reported with its way, unless nothing refers to it', () => {
    const { text, at } = marked('start = element a { x }\n▸x = y?\ny = (x | text)');
    expect(faults(text)).toEqual([
      `${at} schema/recursion definition refers to itself without an element between: x -> y -> x`,
    ]);
    expect(simpleForm('start = element a { empty }\nx = y\ny = x')).toEqual(['start = #0', '#0 a = empty']);
  });

  test('elements that cannot be reached are left out', () => {
    const schema =
      'start = element a { (notAllowed, b) | c }\nb = element b { b }\nc = element c { c? }\nd = element d { empty }';
    expect(simpleForm(schema)).toEqual(['start = #0', '#0 a = #1', '#1 c = (empty | #1)']);
  });

  test('what is nested beyond measure is reported, and not followed', () => {
    const chain = Array.from({ length: 5000 }, (_, index) => `x${index} = x${index + 1}`).join('\n');
    expect(placesOf(`start = element a { x0 }\n${chain}\nx5000 = text`)).toEqual([
      expect.stringMatching(/nested-too-deeply$/),
    ]);
    const braces = (count: number) => `${'element a { '.repeat(count)}text${' }'.repeat(count)}`;
    expect(faults(braces(200))).toEqual([]);
    expect(placesOf(braces(5000))).toEqual([expect.stringMatching(/nested-too-deeply$/)]);
    const groups = `${'<group>'.repeat(5000)}<text/>${'</group>'.repeat(5000)}`;
    const xml = `<element name="a" xmlns="http://relaxng.org/ns/structure/1.0">${groups}</element>`;
    expect(placesOf(xml)).toEqual([expect.stringMatching(/nested-too-deeply$/)]);
  });
});

describe('4.20: notAllowed', () => {
  test.each([
    ['b, notAllowed', 'notAllowed'],
    ['b & notAllowed', 'notAllowed'],
    ['b | notAllowed', '#1'],
    ['attribute n { notAllowed }', 'notAllowed'],
    ['list { notAllowed }', 'notAllowed'],
    ['notAllowed+', 'notAllowed'],
    ['notAllowed*', 'empty'],
    ['notAllowed?', 'empty'],
    ['mixed { notAllowed }', 'notAllowed'],
    ['token - (notAllowed)', 'token'],
    ['b, (element c { notAllowed })', '(#1, #2)'],
  ])('%s', (pattern, simple) => {
    expect(simpleForm(`start = element a { ${pattern} }\nb = element b { empty }`)[1]).toBe(`#0 a = ${simple}`);
  });
});

describe('4.21: empty', () => {
  test.each([
    ['b, empty', '#1'],
    ['empty & b', '#1'],
    ['b | empty', '(empty | #1)'],
    ['empty | empty', 'empty'],
    ['empty+', 'empty'],
    ['empty, empty', 'empty'],
    ['list { empty }', 'list{empty}'],
    ['mixed { empty }', 'text'],
  ])('%s', (pattern, simple) => {
    expect(simpleForm(`start = element a { ${pattern} }\nb = element b { empty }`)[1]).toBe(`#0 a = ${simple}`);
  });
});
