import { describe, expect, test } from '@jest/globals';
import { NAME_CHARACTER, NAME_START } from '../../src/relaxng/datatypes/name-characters.js';
import { createIds } from '../../src/tei/ids.js';
import { fc } from '../fast-check.js';

/** An NCName in every edition of XML: the older ones have fewer letters. */
const NC_NAME = new RegExp(`^(?!:)[${NAME_START}](?:(?!:)[${NAME_CHARACTER}])*$`, 'u');

describe('an identifier', () => {
  test.each([
    ['d15', 'd15'],
    ['pg_XIX', 'pg_XIX'],
    ['d15fn*', 'd15fnstar'],
    ['d15fn†', 'd15fndagger'],
    ['d15fn60a', 'd15fn60a'],
    ['15', '_15'],
    ['pg_19 [sic]', 'pg_19__sic_'],
    ['', '_'],
    ['pg_²', 'pg__'],
    ['pg_é', 'pg_é'],
    ['dд', 'dд'],
  ])('of %j is %j', (base, id) => expect(createIds().take(base)).toBe(id));

  test('is an NCName, whatever it is made from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (base) => expect(createIds().take(base)).toMatch(NC_NAME)),
      { seed: 1, numRuns: 2000 },
    );
  });
});

test('no letter or digit of Unicode spoils the name', () => {
  const ids = createIds();
  const spoilt: string[] = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code);
    if (/[\p{L}\p{N}\p{M}]/u.test(character) && !NC_NAME.test(ids.take(character))) spoilt.push(character);
  }
  expect(spoilt).toEqual([]);
});

test('none is given twice', () => {
  const base = fc.constantFrom('a', 'a-2', 'a-2-2', 'a-3', 'b', '*', 'star', '');
  fc.assert(
    fc.property(fc.array(base, { maxLength: 12 }), (bases) => {
      const ids = createIds();
      const given = bases.map((each) => ids.take(each));
      expect(new Set(given).size).toBe(given.length);
    }),
    { seed: 2, numRuns: 1000 },
  );
});

test('what is kept is as it is, and given to nothing else', () => {
  const ids = createIds();
  expect([ids.keep('pg_1'), ids.take('pg_1'), ids.take('pg_1'), ids.keep('p_Škoda')]).toEqual([
    'pg_1',
    'pg_1-2',
    'pg_1-3',
    'p_Škoda',
  ]);
});

test('the first of a kind has its plain name, the next a number', () => {
  const ids = createIds();
  expect(['pg_1', 'pg_1', 'pg_1', 'pg_2'].map((base) => ids.take(base))).toEqual(['pg_1', 'pg_1-2', 'pg_1-3', 'pg_2']);
});
