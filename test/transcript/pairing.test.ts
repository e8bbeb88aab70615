import { describe, expect, test } from '@jest/globals';
import { type Pairing, type StepWeights, sumPairings } from '../../src/transcript/pairing.js';
import { fc } from '../fast-check.js';

const weights: StepWeights = {
  start: { same: -0.3, zero: -1.4, next: -3, other: -4, sign: -5 },
  step: -0.1,
  repeat: -2.5,
  skip: -3.5,
  jump: -4,
  toSign: -2,
  fromSign: -1.5,
  betweenSigns: -1,
  missing: -3,
  missingMore: -2,
};

/** What the step from one pairing to the next weighs, by the words of the model. */
function stepWeight(a: Pairing, b: Pairing): number {
  const gap = b.note - a.note - 1;
  const missing = gap === 0 ? 0 : weights.missing + (gap - 1) * weights.missingMore;
  const ways: number[] = [];
  if (gap > 0) ways.push(weights.jump);
  if (a.offset === undefined || b.offset === undefined) {
    if (gap === 0 && a.offset !== b.offset) ways.push(b.offset === undefined ? weights.toSign : weights.fromSign);
    if (gap === 0 && a.offset === b.offset) ways.push(weights.betweenSigns);
  } else {
    if (gap === 0) ways.push(weights.jump);
    if (gap <= 3 && a.offset === b.offset) ways.push(weights.step);
    if (gap === 0 && b.offset === a.offset - 1) ways.push(weights.repeat);
    if (gap === 0 && b.offset === a.offset + 1) ways.push(weights.skip);
  }
  return missing + Math.log(ways.reduce((sum, way) => sum + Math.exp(way), 0));
}

function startWeight({ offset, note }: Pairing): number {
  const { start } = weights;
  const missing = note === 0 ? 0 : weights.missing + (note - 1) * weights.missingMore;
  if (offset === undefined) return missing + start.sign;
  return missing + (offset === 0 ? start.same : offset === -1 ? start.zero : offset === 1 ? start.next : start.other);
}

/** Every way to pair, one by one. */
function sumByHand(notes: number, pairings: readonly Pairing[]) {
  const missingAll = weights.missing + (notes - 1) * weights.missingMore;
  let total = Math.exp(missingAll);
  const sums = pairings.map(() => 0);
  const go = (path: readonly number[], weight: number): void => {
    const last = pairings[path.at(-1) ?? -1];
    if (last) {
      const rest = notes - 1 - last.note;
      const whole = Math.exp(weight + (rest === 0 ? 0 : weights.missing + (rest - 1) * weights.missingMore));
      total += whole;
      for (const index of path) sums[index] = (sums[index] ?? 0) + whole;
    }
    pairings.forEach((next, index) => {
      if (last && (next.candidate <= last.candidate || next.note <= last.note)) return;
      go([...path, index], weight + next.weight + (last ? stepWeight(last, next) : startWeight(next)));
    });
  };
  go([], 0);
  return { total: Math.log(total), marginals: sums.map((sum) => sum / total) };
}

describe('sumPairings', () => {
  test('is the sum over all ways to pair, in probabilities', () => {
    const offset = fc.option(fc.integer({ min: -2, max: 2 }), { nil: undefined });
    const weight = fc.double({ min: -3, max: 3, noNaN: true });
    const cell = fc.option(fc.record({ offset, weight }), { nil: undefined });
    const table = fc.integer({ min: 1, max: 4 }).chain((notes) =>
      fc.record({
        notes: fc.constant(notes),
        rows: fc.array(fc.array(cell, { minLength: notes, maxLength: notes }), { maxLength: 5 }),
      }),
    );
    fc.assert(
      fc.property(table, ({ notes, rows }) => {
        const pairings = rows.flatMap((row, candidate) =>
          row.flatMap((each, index) => (each ? [{ note: notes - 1 - index, candidate, ...each }] : [])),
        );
        const expected = sumByHand(notes, pairings);
        const summed = sumPairings(notes, pairings, weights);
        expect(summed.total).toBeCloseTo(expected.total, 6);
        expect([...summed.marginals].every((value, i) => Math.abs(value - (expected.marginals[i] ?? 0)) < 1e-6)).toBe(
          true,
        );
      }),
      { numRuns: 200 },
    );
  });

  test('a way is not forgotten however many notes are missing behind it', () => {
    const slight = { ...weights, missing: -0.5, missingMore: -0.01 };
    const missing = (count: number) => -0.5 - (count - 1) * 0.01;
    const pairings = [0, 599].map((note, candidate) => ({ note, candidate, offset: 0, weight: 5 }));
    const both = weights.start.same + 5 + missing(598) + weights.jump + 5;
    const one = weights.start.same + 5 + missing(599);
    const all = Math.exp(both) + 2 * Math.exp(one) + Math.exp(missing(600));
    const summed = sumPairings(600, pairings, slight);
    expect(summed.total).toBeCloseTo(Math.log(all), 9);
    expect(summed.marginals[0]).toBeCloseTo((Math.exp(both) + Math.exp(one)) / all, 9);
  });

  test('nothing to pair', () => {
    expect(sumPairings(2, [], weights).total).toBeCloseTo(-5, 9);
  });
});
