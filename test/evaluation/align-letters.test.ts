import { describe, expect, test } from '@jest/globals';
import { alignLetters } from '../../src/evaluation/align-letters.js';
import { fc } from '../fast-check.js';

/**
 * What the alignment is, said as slowly as it can be: where two letters differ, take the least number of letters to pass
 * over in both, most of them in the first text, so that 8 letters (16 beyond 39 passed over) or the ends follow alike.
 */
function slowly(first: string, second: string): readonly number[] {
  const map: number[] = [];
  let i = 0;
  while (map.length < second.length) {
    const j = map.length;
    if (i < first.length && first[i] === second[j]) {
      map.push(i++);
      continue;
    }
    const step = slowStep(first.slice(i), second.slice(j));
    for (let k = 0; k < (step?.second ?? 1); k++) map.push(step ? i + Math.min(k, step.first) : i);
    i = Math.min(i + (step?.first ?? 1), first.length);
  }
  return [...map, first.length];
}

function slowStep(first: string, second: string): { readonly first: number; readonly second: number } | undefined {
  for (let passed = 1; passed < 400; passed++) {
    const letters = passed < 40 ? 8 : 16;
    for (let x = Math.min(passed, first.length); x >= 0; x--) {
      const y = passed - x;
      if (y > second.length) break;
      const ahead = first.slice(x, x + letters);
      const bothEnd = x === first.length && y === second.length;
      if (ahead === second.slice(y, y + letters) && (ahead !== '' || bothEnd)) return { first: x, second: y };
    }
  }
  return undefined;
}

function mapOf(first: string, second: string): readonly number[] {
  const { toFirst } = alignLetters(first, second);
  return Array.from({ length: second.length + 1 }, (_, offset) => toFirst(offset));
}

describe('offsets of one text in another', () => {
  test('equal texts: the same offset, and beyond the end the end', () => {
    const { toFirst, toSecond } = alignLetters('abc', 'abc');
    expect([0, 1, 3, 9].map(toFirst)).toEqual([0, 1, 3, 3]);
    expect([0, 1, 3, 9].map(toSecond)).toEqual([0, 1, 3, 3]);
  });

  test('letters that only the second has stand for the place before them', () => {
    expect(mapOf('TheSovietGovernment', 'TheXYSovietGovernment').slice(0, 8)).toEqual([0, 1, 2, 3, 3, 3, 4, 5]);
  });

  test('letters that only the first has are passed over', () => {
    expect(mapOf('TheXYSovietGovernment', 'TheSovietGovernment').slice(0, 6)).toEqual([0, 1, 2, 5, 6, 7]);
  });

  test('back: the first letter that stands for it or for a later one', () => {
    const { toSecond } = alignLetters('TheXYSovietGovernment', 'TheSovietGovernment');
    expect([2, 3, 4, 5, 6].map(toSecond)).toEqual([2, 3, 3, 3, 4]);
  });

  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 120 });
  const edit = fc.record({
    at: fc.nat(2000),
    drop: fc.nat(30),
    put: fc.string({ unit: fc.constantFrom('a', 'x', '.'), maxLength: 20 }),
  });

  test('as the slow definition says, on texts that differ here and there', () => {
    const unit = fc.constantFrom(...'abcdefghij');
    fc.assert(
      fc.property(
        fc.string({ unit, minLength: 200, maxLength: 900 }),
        fc.array(edit, { maxLength: 6 }),
        (text, edits) => {
          let other = text;
          for (const { at, drop, put } of edits) {
            const start = at % other.length;
            other = other.slice(0, start) + put + other.slice(start + drop);
          }
          expect(mapOf(text, other)).toEqual(slowly(text, other));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('as the slow definition says, on texts that have nothing to do with each other', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        expect(mapOf(a, b)).toEqual(slowly(a, b));
      }),
      { numRuns: 60 },
    );
  });

  test('never goes back', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const map = mapOf(a, b);
        expect(map).toEqual([...map].sort((x, y) => x - y));
      }),
    );
  });

  test('long texts without anything in common are soon done', () => {
    const digits = (seed: number) =>
      Array.from({ length: 100_000 }, (_, i) => ((i * seed) % 9973).toString(36)).join('');
    const { toFirst } = alignLetters(digits(7919), digits(104_729).toUpperCase());
    expect(toFirst(10)).toBeGreaterThanOrEqual(0);
    expect(alignLetters('.'.repeat(200_000), 'x'.repeat(100_000)).toFirst(100_000)).toBe(200_000);
  }, 20_000);
});
