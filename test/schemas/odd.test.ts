import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { attributesOf } from './attributes.js';
import { readGrammar } from './grammar.js';
import { installed, rejectedByJing, teiAll, when } from './jing.js';
import { type OddAttribute, readOdd } from './odd.js';
import { readTei } from './tei.js';

const odd = readOdd(readFileSync('schemas/letter.odd', 'utf8'));
const schema = attributesOf(readGrammar(readFileSync('schemas/letter.rng', 'utf8')));

type Table = ReadonlyMap<string, ReadonlyMap<string, OddAttribute>>;

/** One line for each attribute, so that a difference shows as a line. */
function lines(table: Table, line: (name: string, attribute: OddAttribute) => string | undefined): readonly string[] {
  return [...table]
    .flatMap(([element, attributes]) =>
      [...attributes].flatMap(([name, attribute]) => line(`${element}/@${name}`, attribute) ?? []),
    )
    .sort();
}

describe('the ODD and the letter schema', () => {
  test('declare the same elements', () => {
    expect([...odd.elements.keys()].sort()).toEqual([...schema.keys()].sort());
  });

  test('give every element the same attributes', () => {
    expect(lines(odd.elements, (name) => name)).toEqual(lines(schema, (name) => name));
  });

  test('require the same attributes', () => {
    const required = (name: string, attribute: OddAttribute) => (attribute.required ? name : undefined);
    expect(lines(odd.elements, required)).toEqual(lines(schema, required));
  });

  test('close the same lists of values', () => {
    const values = (name: string, attribute: OddAttribute) =>
      attribute.values === undefined ? undefined : `${name}: ${[...attribute.values].sort().join(' ')}`;
    expect(lines(odd.elements, values)).toEqual(lines(schema, values));
  });
});

describe('the ODD', () => {
  test('specifies every element that it includes, once', () => {
    expect([...odd.included].sort()).toEqual([...odd.elements.keys()].sort());
  });

  const tei = when([teiAll, existsSync(teiAll)]);
  tei.test(`says of every attribute of TEI whether it is kept or deleted${tei.note}`, () => {
    const definitions = readTei(readFileSync(teiAll, 'utf8'));
    const silent = [...odd.mentioned].flatMap(([name, mentioned]) =>
      [...(definitions.own.get(name) ?? [])].filter((own) => !mentioned.has(own)).map((own) => `${name}/@${own}`),
    );
    expect(silent).toEqual([]);
    const foreign = [...odd.memberships].flatMap(([name, classes]) =>
      classes.filter((found) => !definitions.memberships.get(name)?.has(found)).map((found) => `${name} in ${found}`),
    );
    expect(foreign).toEqual([]);
  });

  const peers = when(['jing', installed('jing')], [teiAll, existsSync(teiAll)]);
  peers.test(`is itself valid TEI${peers.note}`, () => {
    expect([...rejectedByJing(teiAll, ['schemas/letter.odd'])]).toEqual([]);
  });
});
