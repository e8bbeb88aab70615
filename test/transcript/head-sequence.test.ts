/** The best sequence of numbered heads is that which trying all of them finds. */
import { expect, test } from '@jest/globals';
import { bestSequence, type NumberedHead } from '../../src/transcript/head-sequence.js';
import { fc } from '../fast-check.js';

/** The weights of the lines and of the steps between; none where a number goes down. */
function worth(lines: readonly NumberedHead[]): number {
  const numbers = lines.map(({ number = '' }) => Number.parseInt(number, 10));
  return lines.reduce((sum, { weight, number }, i) => {
    const [from, to] = [numbers[i - 1], numbers[i] ?? 0];
    if (from === undefined) return weight + (to === 1 ? 0.5 : -0.5);
    const isSuffixed = from === to && number !== lines[i - 1]?.number;
    const step = isSuffixed ? 0 : to === from + 1 ? 1.5 : to === from ? -2 : -1 - 0.7 * Math.log(to - from);
    return to < from ? Number.NEGATIVE_INFINITY : sum + weight + step;
  }, 0);
}

function subsets<Each>(all: readonly Each[]): readonly (readonly Each[])[] {
  return Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((_, i) => (bits >> i) & 1));
}

const line = fc.record({
  number: fc.constantFrom('1', '2', '2a', '3', '4', '7', '12', '12a'),
  weight: fc.constantFrom(-5, -3.5, -1, 0.25, 1.5, 4),
});

test('numbers go up, and no other lines come to more', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
      const found = bestSequence(lines, false).map(({ number }) => number);
      const kept = lines.filter(({ weight }) => weight > -4);
      const best = Math.max(...subsets(kept).slice(1).map(worth));
      const same = subsets(kept).filter((set) => set.map(({ number }) => number).join() === found.join());
      expect(Math.max(...same.map(worth))).toBeCloseTo(kept.length === 0 ? 0 : best);
    }),
  );
});

test('many lines with numbers take no longer for each than a few', () => {
  const lines = Array.from({ length: 50_000 }, (_, i) => ({ number: `${(i % 9999) + 1}`, weight: 1 }));
  expect(bestSequence(lines, true)).toHaveLength(9999);
});
