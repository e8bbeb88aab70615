/** A schema in which anything may stand in any order has states without end: the automaton begins anew, and finds the same. */
import { describe, expect, test } from '@jest/globals';
import { beginAnew } from '../../src/relaxng/begin-anew.js';
import { compileGrammar, MOST_STATES, validateRelaxNg } from '../../src/relaxng/index.js';
import { createSource, utf8Parts } from '../../src/source/index.js';
import { validate } from '../../src/validate.js';
import { scanXml } from '../../src/xml/index.js';
import { fc } from '../fast-check.js';
import { shown } from './both-ways.js';
import { loadText } from './load-schema.js';

const names = Array.from({ length: 40 }, (_, index) => `e${index}`);
const schema = `datatypes xsd = "http://www.w3.org/2001/XMLSchema-datatypes"
start = element all { box* }
box = element box { attribute id { xsd:ID }?, attribute to { xsd:IDREF }?, (${names
  .map((name) => `element ${name} { attribute n { xsd:int }?, attribute * - n { text }*, box*, (text | empty) }?`)
  .join(' & ')}) }`;
const { grammar } = loadText(schema);
if (!grammar) throw new Error('the schema is wrong');

/** Numbers that look like any. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}

function shuffled(next: (below: number) => number): readonly string[] {
  const list = [...names];
  for (let at = list.length - 1; at > 0; at--) {
    const other = next(at + 1);
    [list[at], list[other]] = [list[other] ?? '', list[at] ?? ''];
  }
  return list;
}

/** `mostStates` undefined: as if there were no end. */
function findings(text: string, mostStates = Number.POSITIVE_INFINITY) {
  if (!grammar) throw new Error('no grammar');
  const automaton = compileGrammar(grammar);
  const found: string[] = [];
  const { sink, finish } = validateRelaxNg(automaton, (diagnostic) => found.push(shown(diagnostic)), { mostStates });
  const wellFormed = scanXml(createSource('a.xml', text), sink, (diagnostic) => found.push(shown(diagnostic)));
  if (wellFormed) finish();
  return { found, states: automaton.states.size };
}

describe('an automaton that has learnt too much', () => {
  test('begins anew within a document, and finds the same mistakes', () => {
    const place = fc.constantFrom(
      '<e3 n="x"/>',
      '<e5/><e5/>',
      '<other/>',
      'text',
      '<e7 m="1" n="2">t<box/></e7>',
      '<e9><b/></e9>',
      '',
    );
    let broken = 0;
    fc.assert(
      fc.property(fc.nat(), fc.array(place, { minLength: 6, maxLength: 6 }), (seed, pieces) => {
        const next = generator(seed);
        const parents = pieces.map((piece, index) => {
          const children = shuffled(next).map((name) => `<${name}/>`);
          const [outer = '', ...others] = shuffled(next);
          children[next(40)] = `${piece}<box/>`;
          const inner = `<box id="p${index}" to="p${next(9)}">${children.join('')}</box>`;
          return `<box>${others.map((name) => `<${name}/>`).join('')}<${outer}>${inner}${inner.replace(/ id="p\d"/, '')}</${outer}></box>`;
        });
        const text = `<all>${parents.join('')}</all>`;
        const free = findings(text);
        const held = findings(text, 60);
        expect(held.found).toEqual(free.found);
        expect(free.states).toBeGreaterThan(300);
        expect(held.states).toBeLessThan(150);
        if (free.found.length > 0) broken++;
      }),
      { numRuns: 40 },
    );
    expect(broken).toBeGreaterThan(20);
  });

  test('brings along what is open, and no more', () => {
    const old = compileGrammar(grammar);
    const states = [old.start];
    for (const name of ['all', 'box', ...names.slice(0, 20)]) {
      const opening = old.openings.open(states.at(-1) ?? 0, old.grammar.symbols.of('', name));
      const { content, returns } = old.openings.at(opening);
      states.push(name.startsWith('e') ? (returns[0] ?? 0) : old.closeAttributes(old.planAttributes(content).rest));
    }
    const { automaton, state } = beginAnew(old);
    const last = automaton.states.at(state(states.at(-1) ?? 0)).alternatives.map(({ pattern }) => pattern);
    expect(last).toMatchObject([{ kind: 'interleave', parts: { length: 20 } }]);
    // Those of what is still to come are one object with those that the grammar makes.
    expect(automaton.states.size).toBeLessThan(6);
    expect(state(old.start)).toBe(automaton.start);
  });

  test('is left by the bytes of a document, and the whole is looked at in the ordinary way', async () => {
    const next = generator(7);
    const parent = () =>
      `<box>${shuffled(next)
        .map((name) => `<${name}/>`)
        .join('')}</box>`;
    const parents = Array.from({ length: (MOST_STATES / 40) * 1.3 }, parent);
    const text = `<all>${parents.join('')}<e1/></all>`;
    const source = createSource('a.xml', text);
    const found: string[] = [];
    await validate(
      { ...source, bytes: () => utf8Parts(Buffer.from(text)) },
      { schema: 'a.rnc', checks: ['grammar'], read: () => createSource('a.rnc', schema) },
      ({ code }) => found.push(code),
    );
    expect(found).toEqual(['rng/element-not-allowed-here']);
  });
});
