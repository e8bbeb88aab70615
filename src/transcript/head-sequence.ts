/** Lines that may begin a document, each with a number and a weight -> those of them whose weights and steps come to most. */
import { romanNumber } from './roman-number.js';

export interface NumberedHead {
  /** As it is printed: `15`, `15a`, `XII`. */
  readonly number?: string;
  /** Log odds of its beginning a document, its number apart. */
  readonly weight: number;
}

/** Lines of less weight begin no document, whatever their number. */
export const LEAST = -4;

/** The weights of steps from one number to the next. */
const NEXT = 1.5;
const REPEATED = -2;
const GAP = -1;
/** No number of a document has more figures. */
const MOST = 10_000;

/** By how much the number goes up, its weight; the more, the less. */
const steps = Float64Array.from({ length: MOST }, (_, by) =>
  by === 0 ? REPEATED : by === 1 ? NEXT : GAP - 0.7 * Math.log(by),
);

/** NaN where there is no number. */
function numberOf(number: string): number {
  return /^\d/.test(number) ? Number.parseInt(number, 10) : (romanNumber(number) ?? Number.NaN);
}

/**
 * In: the lines, in order; with `fromFirst`, the first is one of those sought. Out: those sought, their numbers going up, each with the weight of
 * the step to it. Of ways that come to the same, the one over the nearest lines.
 */
export function bestSequence<Each extends NumberedHead>(lines: readonly Each[], fromFirst: boolean): readonly Each[] {
  const kept = lines.filter(({ weight }) => weight > LEAST);
  const values = kept.map(({ number = '' }) => numberOf(number));
  const best = new Float64Array(kept.length);
  const from = new Int32Array(kept.length).fill(-1);
  const ends = new WayEnds(
    best,
    values.reduce((most, value) => Math.max(most, value || 0), 0),
  );
  let last = -1;
  for (let i = 0; i < kept.length; i++) {
    const { weight = 0, number = '' } = kept[i] ?? {};
    const value = values[i] ?? 0;
    best[i] = fromFirst && i > 0 ? Number.NEGATIVE_INFINITY : weight + (value === 1 ? 0.5 : -0.5);
    from[i] = ends.extend(i, value, number, weight);
    ends.add(i, value, number);
    if (last === -1 || (best[i] ?? 0) > (best[last] ?? 0)) last = i;
  }
  const path: Each[] = [];
  for (let at = last; at >= 0; at = from[at] ?? -1) {
    const line = kept[at];
    const previous = values[from[at] ?? -1];
    const step = previous === undefined ? 0 : (steps[(values[at] ?? 0) - previous] ?? 0);
    if (line) path.push({ ...line, weight: line.weight + step });
  }
  return path.reverse();
}

/** Of the ways that end in lines of one number, the best: there are far fewer numbers than lines. */
class WayEnds {
  /** What the way to each line comes to. */
  readonly #best: Float64Array;
  /** For each value, the line at the end of its best way; and the same by the number as it is printed. */
  readonly #byValue: Int32Array;
  readonly #byNumber: Map<string, number>[] = [];
  #lowest = MOST;
  /** What the best of the ways up to a value comes to: a Fenwick tree. */
  readonly #upTo: Float64Array;

  /** `highest` is the highest value that there is: most files have few heads, with small numbers. */
  constructor(best: Float64Array, highest: number) {
    this.#best = best;
    const size = Math.min(highest + 1, MOST);
    this.#byValue = new Int32Array(size).fill(-1);
    this.#upTo = new Float64Array(size + 1).fill(Number.NEGATIVE_INFINITY);
  }

  /** Goes on with the best way to a line; gives the line that it then comes from, or -1 where none makes it more. */
  extend(i: number, value: number, number: string, weight: number): number {
    let found = -1;
    const take = (j: number, step: number) => {
      const total = (this.#best[j] ?? 0) + weight + step;
      const before = this.#best[i] ?? 0;
      if (total > before || (total === before && found !== -1 && j > found)) {
        this.#best[i] = total;
        found = j;
      }
    };
    // `15a` goes on from `15`.
    for (const [other, j] of this.#byNumber[value] ?? []) take(j, other === number ? REPEATED : 0);
    for (let lower = value - 1; lower >= this.#lowest; lower--) {
      const step = steps[value - lower] ?? 0;
      // A longer step weighs less, and no way before it is better than this.
      if (this.#mostUpTo(lower) + weight + step < (this.#best[i] ?? 0)) break;
      const j = this.#byValue[lower] ?? -1;
      if (j !== -1) take(j, step);
    }
    return found;
  }

  add(i: number, value: number, number: string): void {
    const total = this.#best[i] ?? 0;
    // What no way leads to leads nowhere.
    if (!(value >= 0 && value < MOST) || total === Number.NEGATIVE_INFINITY) return;
    const same = this.#byNumber[value] ?? new Map<string, number>();
    this.#byNumber[value] = same;
    const known = same.get(number);
    if (known === undefined || total >= (this.#best[known] ?? 0)) same.set(number, i);
    const ofValue = this.#byValue[value] ?? -1;
    if (ofValue === -1 || total >= (this.#best[ofValue] ?? 0)) this.#byValue[value] = i;
    this.#lowest = Math.min(this.#lowest, value);
    for (let at = value + 1; at < this.#upTo.length; at += at & -at)
      this.#upTo[at] = Math.max(this.#upTo[at] ?? 0, total);
  }

  #mostUpTo(value: number): number {
    let most = Number.NEGATIVE_INFINITY;
    for (let at = value + 1; at > 0; at -= at & -at) most = Math.max(most, this.#upTo[at] ?? 0);
    return most;
  }
}
