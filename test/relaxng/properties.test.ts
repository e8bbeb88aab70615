import { describe, expect, test } from '@jest/globals';
import { compileGrammar, type SimpleGrammar, type SimplePattern, validateRelaxNg } from '../../src/relaxng/index.js';
import { createSource, placeAt } from '../../src/source/index.js';
import { type XmlEvent, xmlName } from '../../src/xml/index.js';
import { fc } from '../fast-check.js';
import {
  attribute,
  buildGrammar,
  choice,
  empty,
  group,
  name,
  oneOrMore,
  optional,
  text,
  value,
} from './build-grammar.js';
import { matchesNaively, type Tree } from './naive-match.js';

const place = placeAt(createSource('schema.rng', ''), 0);

/** Patterns over elements 0 to 3 and attributes p and q; values only where section 7.2 lets them stand. */
const { pattern } = fc.letrec<{
  pattern: SimplePattern;
  leaf: SimplePattern;
  pair: SimplePattern;
  many: SimplePattern;
}>((tie) => ({
  pattern: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('pair'), tie('pair'), tie('many')),
  leaf: fc.oneof(
    { weight: 1, arbitrary: fc.constant(empty) },
    { weight: 1, arbitrary: fc.constant(text) },
    { weight: 4, arbitrary: fc.nat(3).map((index): SimplePattern => ({ kind: 'ref', index })) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom('p', 'q'), fc.constantFrom(text, empty, value('1'), value('2')))
        .map(([local, pattern]) => attribute(local, pattern)),
    },
  ),
  pair: fc
    .tuple(fc.constantFrom('choice' as const, 'group' as const, 'interleave' as const), tie('pattern'), tie('pattern'))
    .map(([kind, left, right]): SimplePattern => ({ kind, left, right })),
  many: tie('pattern').map((inner): SimplePattern => ({ kind: 'oneOrMore', pattern: inner })),
}));

const content = fc.oneof(
  { weight: 6, arbitrary: pattern },
  { weight: 1, arbitrary: pattern.map((other) => choice(value('1'), other)) },
);

/** Two of the four elements share a name, so that start tags can be ambiguous. */
const grammar: fc.Arbitrary<SimpleGrammar> = fc.tuple(content, content, content, content).map((contents) => ({
  start: choice({ kind: 'ref', index: 0 }, { kind: 'ref', index: 1 }),
  definitions: contents.map((each, index) => ({
    nameClass: name(['a', 'a', 'b', 'c'][index] ?? ''),
    content: each,
    place,
  })),
}));

const attributes = fc
  .tuple(fc.constantFrom('', '1', '2'), fc.constantFrom('', '1', '2'), fc.nat(4))
  .map(([p, q, which]): Tree['attributes'] => {
    const all = [['p', p] as const, ['q', q] as const];
    return which === 4 ? [...all].reverse() : all.filter((_, index) => (which & (1 << index)) !== 0);
  });

const { tree } = fc.letrec<{ tree: Tree; child: Tree | string }>((tie) => ({
  tree: fc
    .tuple(fc.constantFrom('a', 'a', 'b', 'c'), attributes, fc.array(tie('child'), { maxLength: 3 }))
    .map(([local, own, children]) => ({
      name: local,
      attributes: own,
      children: children.filter((child, index) => typeof child !== 'string' || typeof children[index - 1] !== 'string'),
    })),
  child: fc.oneof({ maxDepth: 3 }, fc.constantFrom('1', 'word'), tie('tree'), tie('tree')),
}));

const source = createSource('document.xml', '');
const at = { source, start: 0, end: 0 };

/** The events of a tree; text comes in `pieces` pieces with comments between them. */
function eventsOf(node: Tree | string, pieces: number): readonly XmlEvent[] {
  if (typeof node === 'string') {
    const length = Math.ceil(node.length / pieces);
    const parts = Array.from({ length: pieces }, (_, index) => node.slice(index * length, (index + 1) * length));
    return parts.flatMap((part): XmlEvent[] => [
      { kind: 'text', text: part, ...at },
      { kind: 'comment', text: ' ', ...at },
    ]);
  }
  const tag = { name: xmlName('', node.name), ...at };
  const own = node.attributes.map(([local, each]) => ({ name: xmlName('', local), value: each, start: 0, end: 0 }));
  return [
    { kind: 'startTag', ...tag, attributes: own, namespaces: new Map() },
    ...node.children.flatMap((child) => eventsOf(child, pieces)),
    { kind: 'endTag', ...tag },
  ];
}

function codesOf(schema: SimpleGrammar, events: readonly XmlEvent[]): readonly string[] {
  const found: string[] = [];
  const validation = validateRelaxNg(compileGrammar(schema), ({ code }) => found.push(code));
  for (const event of events) validation.sink(event);
  validation.finish();
  return found;
}

describe('validation', () => {
  test('has the verdict of chapter 6, whatever the grammar and the document', () => {
    let valid = 0;
    fc.assert(
      fc.property(grammar, fc.array(tree, { minLength: 1, maxLength: 8 }), (schema, trees) => {
        for (const root of trees) {
          const verdict = matchesNaively(schema, root);
          if (verdict) valid++;
          expect(codesOf(schema, eventsOf(root, 1)).length === 0).toBe(verdict);
        }
      }),
      { numRuns: 400 },
    );
    expect(valid).toBeGreaterThan(20);
  });

  test('does not mind in how many pieces text comes, nor the order of attributes', () => {
    const reversed = (node: Tree): Tree => ({
      ...node,
      attributes: [...node.attributes].reverse(),
      children: node.children.map((child) => (typeof child === 'string' ? child : reversed(child))),
    });
    fc.assert(
      fc.property(grammar, tree, fc.integer({ min: 2, max: 4 }), (schema, root, pieces) => {
        const once = codesOf(schema, eventsOf(root, 1));
        expect(codesOf(schema, eventsOf(root, pieces))).toEqual(once);
        expect(codesOf(schema, eventsOf(reversed(root), 1)).length === 0).toBe(once.length === 0);
      }),
      { numRuns: 500 },
    );
  });

  test('gives the same again with an automaton that has learned', () => {
    fc.assert(
      fc.property(grammar, fc.array(tree, { minLength: 2, maxLength: 5 }), (schema, trees) => {
        const automaton = compileGrammar(schema);
        const run = (root: Tree) => {
          const found: string[] = [];
          const validation = validateRelaxNg(automaton, ({ message }) => found.push(message));
          for (const event of eventsOf(root, 1)) validation.sink(event);
          return found;
        };
        const first = trees.map(run);
        expect(trees.map(run)).toEqual(first);
      }),
      { numRuns: 200 },
    );
  });

  const nested = buildGrammar((ref) => ref('a'), { a: (ref) => optional(ref('a')), b: () => group(empty, empty) });
  const DEPTH = 100_000;
  const tag = (local: string) => ({ name: xmlName('', local), ...at });
  const deep = (local: string): readonly XmlEvent[] => [
    ...Array.from(
      { length: DEPTH },
      (): XmlEvent => ({ kind: 'startTag', ...tag(local), attributes: [], namespaces: new Map() }),
    ),
    ...Array.from({ length: DEPTH }, (): XmlEvent => ({ kind: 'endTag', ...tag(local) })),
  ];

  test.each([
    ['valid', 'a', 0],
    ['unknown', 'z', 1],
    ['misplaced', 'b', DEPTH],
  ])('100,000 elements in one another, %s', (_, local, errors) => {
    expect(codesOf(nested, deep(local))).toHaveLength(errors);
  });

  const NAMES = Array.from({ length: 40 }, (_, index) => `a${index}`);
  const wide = buildGrammar((ref) => ref('r'), {
    r: (ref) => oneOrMore(ref('e')),
    e: () =>
      group(...NAMES.map((local) => optional(attribute(local, value('1')))), attribute('must', value('1')), text),
  });

  test('any set of forty optional attributes, in any order, is of one state', () => {
    const automaton = compileGrammar(wide);
    let seed = 7;
    const random = () => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed / 2147483648;
    };
    const found: string[] = [];
    const validation = validateRelaxNg(automaton, ({ code }) => found.push(code));
    validation.sink({ kind: 'startTag', ...tag('r'), attributes: [], namespaces: new Map() });
    for (let count = 0; count < 3000; count++) {
      const own = ['must', ...NAMES.filter(() => random() < 0.5)].sort(() => random() - 0.5);
      const attributes = own.map((local) => ({ name: xmlName('', local), value: '1', start: 0, end: 0 }));
      validation.sink({ kind: 'startTag', ...tag('e'), attributes, namespaces: new Map() });
      validation.sink({ kind: 'endTag', ...tag('e') });
    }
    validation.sink({ kind: 'endTag', ...tag('r') });
    expect(found).toEqual([]);
    expect(automaton.states.size).toBeLessThan(20);
  });

  test('a value of ten megabytes ends in a report', () => {
    const long = 'x1'.repeat(5_000_000);
    const attributes = [{ name: xmlName('', 'must'), value: long, start: 0, end: 0 }];
    expect(
      codesOf(wide, [
        { kind: 'startTag', ...tag('r'), attributes: [], namespaces: new Map() },
        { kind: 'startTag', ...tag('e'), attributes, namespaces: new Map() },
        { kind: 'endTag', ...tag('e') },
        { kind: 'endTag', ...tag('r') },
      ]),
    ).toEqual(['rng/attribute-value-not-listed']);
  });
});
