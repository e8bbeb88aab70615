import { describe, expect, test } from '@jest/globals';
import { firstDifference } from '../../src/rebuild/index.js';
import { fc } from '../fast-check.js';

const character = fc.constantFrom(
  'a',
  'b',
  ' ',
  '\n',
  '\t',
  '\u00e9',
  'e',
  '\u0301',
  '\u0323',
  '\u1e69',
  '\u{1F600}',
  '1',
  '.',
);
const text = fc.array(character, { maxLength: 12 }).map((all) => all.join(''));

/** As the words say it: white space by its presence, NFC. */
const words = (all: string) => all.trim().split(/\s+/).join(' ').normalize('NFC');

describe('any two texts', () => {
  test('differ exactly where their words do', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(firstDifference(a, b) === undefined).toBe(words(a) === words(b));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  test('wherever in a long text they begin', () => {
    fc.assert(
      fc.property(fc.integer({ min: 240, max: 260 }), text, text, text, (length, more, a, b) => {
        const long = 'a'.repeat(length);
        const behind = more + 'b'.repeat(300);
        const [left, right] = [long + a + behind, long + b + behind];
        expect(firstDifference(left, right) === undefined).toBe(words(left) === words(right));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  test('have the same words up to the places named', () => {
    fc.assert(
      fc.property(text, text, text, (before, a, b) => {
        const [left, right] = [before + a, before + b];
        const found = firstDifference(left, right);
        if (!found) return;
        expect(words(left.slice(0, found.left))).toBe(words(right.slice(0, found.right)));
      }),
      { seed: 2, numRuns: 2000 },
    );
  });

  test('do not differ by more white space, or by the form of an accent', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('NFC', 'NFD'),
        fc.constantFrom(' ', '\n\n', '\t ', '\r\n'),
        (a, form, space) => {
          const changed = ` ${a.replace(/\s/g, (c) => c + space)}\n`.normalize(form);
          expect(firstDifference(a, changed)).toBeUndefined();
        },
      ),
      { seed: 3, numRuns: 500 },
    );
  });
});

describe('the places', () => {
  const cases: readonly (readonly [left: string, right: string, left: number, right: number])[] = [
    ['the first of May', 'the first of June', 13, 13],
    ['the  first\nof May', 'the first of June', 14, 13],
    ['the first', 'the first of May', 9, 9],
    ['', 'May', 0, 0],
    ['May', '', 0, 0],
    ['cafe\u0301 x', 'caf\u00e9 y', 6, 5],
    ['cafe\u0301', 'cafe', 3, 3],
    ['it cannot', 'itcannot', 2, 2],
    ['\u{1F600}a', '\u{1F600}b', 2, 2],
    ['  a', 'b', 2, 0],
  ];
  test.each(cases)('of %j and %j are %d and %d', (left, right, atLeft, atRight) => {
    expect(firstDifference(left, right)).toEqual({ left: atLeft, right: atRight });
  });

  test('are found fast in long texts', () => {
    const long = 'The Embassy of\n\nthe Union. '.repeat(40_000);
    expect(firstDifference(`${long}x`, `${long}y`)).toEqual({ left: long.length, right: long.length });
  });
});
