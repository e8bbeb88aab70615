/** An automaton that begins with what another has learnt finds the same in every document, word for word. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import {
  type Automaton,
  compileGrammar,
  decodeLearnt,
  type SimpleGrammar,
  validateRelaxNg,
} from '../../src/relaxng/index.js';
import { createSource, type Source } from '../../src/source/index.js';
import { scanXml } from '../../src/xml/index.js';
import { fc } from '../fast-check.js';
import { checkBothWays, shown } from './both-ways.js';
import { loadText } from './load-schema.js';

const FOLDER = 'test/schemas/fixtures';
const documents = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.xml'))
  .map((name) => ({ name, text: readFileSync(`${FOLDER}/${name}`, 'utf8') }));

function grammarOf(schema: string): SimpleGrammar {
  const { grammar } = loadText(schema);
  if (!grammar) throw new Error('the schema cannot be read');
  return grammar;
}

const letter = grammarOf(readFileSync('schemas/letter.rng', 'utf8'));

/** Ambiguous elements, attributes in choices, any names, data, lists: each of them in a state of its own. */
const everything = grammarOf(`<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="u"
  datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><element name="doc"><zeroOrMore><choice>
    <element name="a"><group><choice><attribute name="x"><value>1</value></attribute><attribute name="x"><data type="int">
      <param name="minInclusive">5</param><except><value>7</value></except></data></attribute><attribute name="y"/></choice><text/></group></element>
    <element name="a"><attribute name="x"><data type="date"/></attribute><element name="b"><empty/></element></element>
    <element name="c"><list><oneOrMore><choice><data type="int"/><value>none</value></choice></oneOrMore></list></element>
    <element><anyName><except><nsName/><name ns="">q</name></except></anyName><zeroOrMore><attribute><anyName/></attribute></zeroOrMore><text/></element>
    <element name="i"><attribute name="id"><data type="ID"/></attribute><optional><attribute name="to"><data type="IDREFS"/></attribute></optional>
      <interleave><element name="b"><empty/></element><zeroOrMore><element name="d"><data type="date"/></element></zeroOrMore><text/></interleave></element>
  </choice></zeroOrMore></element></start></grammar>`);
const pieces = [
  ...[
    '<a x="1">t</a>',
    '<a x="6"/>',
    '<a x="7"/>',
    '<a x="2020-01-01"><b/></a>',
    '<a y="">t</a>',
    '<a x="1"><b/></a>',
    '<a/>',
  ],
  ...['<c>1 2 none</c>', '<c>x</c>', '<c/>', '<e xmlns="v" n="1">t</e>', '<q xmlns="">t</q>', '<q xmlns=""/>', 'text'],
  ...[
    '<i id="k"><b/>x<d>2020-01-01</d></i>',
    '<i id="l" to="k m"><d>1</d><b/></i>',
    '<i><b/></i>',
    '<i id="k"/>',
    '<f/>',
  ],
];

function again(grammar: SimpleGrammar, automaton: Automaton): Automaton {
  const learnt = decodeLearnt(automaton.learnt('this'), 'this');
  expect(learnt).toBeDefined();
  return compileGrammar(grammar, learnt);
}

function findings(automaton: Automaton, source: Source): readonly unknown[] {
  const found: Diagnostic[] = [];
  const { sink, finish } = validateRelaxNg(automaton, (diagnostic) => found.push(diagnostic));
  if (scanXml(source, sink, (diagnostic) => found.push(diagnostic))) finish();
  return found.map(inAnyOrder).map(shown);
}

/** Kinds of values are listed in the order in which they were first met. */
function inAnyOrder(diagnostic: Diagnostic): Diagnostic {
  const { code, message, expected = [] } = diagnostic;
  if (!/value|content/.test(code)) return diagnostic;
  return { ...diagnostic, message: message.replace(/; expected .*/, ''), expected: [...expected].sort() };
}

describe('an automaton that begins with what was learnt', () => {
  test('learns nothing from the same documents', () => {
    const first = compileGrammar(letter);
    for (const { text } of documents) checkBothWays(first, text);
    const second = again(letter, first);
    expect(second.extent).toBe(first.extent);
    for (const { text } of documents) checkBothWays(second, text);
    expect(second.extent).toBe(first.extent);
    expect(Buffer.from(second.learnt('this')).equals(Buffer.from(first.learnt('this')))).toBe(true);
  });

  test('looks at nothing of the schema for a document that it has seen', () => {
    const source = createSource(
      'document.xml',
      documents.find(({ name }) => name === 'seed-like-valid.xml')?.text ?? '',
    );
    const first = compileGrammar(letter);
    expect(findings(first, source)).toEqual([]);
    const unread = new Proxy(letter, {
      get(_, key) {
        throw new Error(`${String(key)} was asked for`);
      },
    });
    expect(findings(again(unread, first), source)).toEqual([]);
  });

  test('finds the same in what was never seen', () => {
    const tags = [
      '<p>',
      '</p>',
      '<p/>',
      '<hi rend="italic">x</hi>',
      '<bold/>',
      '<date when="May"/>',
      '<opener/>',
      ' n="1"',
      '<lb/>',
      '',
    ];
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      to: fc.constantFrom('<', '>', '"', '</'),
      length: fc.constantFrom(0, 0, 1, 5, 20),
      piece: fc.constantFrom(...tags),
    });
    let learner = compileGrammar(letter);
    let broken = 0;
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.array(change, { maxLength: 3 }), ({ text }, changes) => {
        const mutant = changes.reduce((before, { at, to, length, piece }) => {
          const from = Math.max(0, before.indexOf(to, Math.floor(at * before.length)));
          return before.slice(0, from) + piece + before.slice(from + length);
        }, text);
        const source = createSource('document.xml', mutant);
        learner = again(letter, learner);
        const found = findings(learner, source);
        expect(found).toEqual(findings(compileGrammar(letter), source));
        if (found.length > 0) broken++;
      }),
      { numRuns: 150 },
    );
    expect(broken).toBeGreaterThan(30);
  });

  test('finds the same with every kind of pattern', () => {
    let learner = compileGrammar(everything);
    let valid = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 6 }), (content) => {
        const source = createSource('document.xml', `<doc xmlns="u">${content.join('')}</doc>`);
        learner = again(everything, learner);
        const found = findings(learner, source);
        expect(found).toEqual(findings(compileGrammar(everything), source));
        if (found.length === 0 && content.length > 0) valid++;
      }),
      { numRuns: 400 },
    );
    expect(valid).toBeGreaterThan(10);
  });

  test('is not had from bytes that are of something else, or not whole', () => {
    const bytes = compileGrammar(letter).learnt('this');
    expect(decodeLearnt(bytes, 'this')).toBeDefined();
    expect(decodeLearnt(bytes, 'that')).toBeUndefined();
    for (const length of [0, 3, 4, 100, bytes.length - 4]) {
      expect(decodeLearnt(bytes.subarray(0, length), 'this')).toBeUndefined();
    }
    expect(decodeLearnt(new Uint8Array(1000), 'this')).toBeUndefined();
  });
});
