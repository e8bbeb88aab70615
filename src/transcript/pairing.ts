/**
 * Notes and candidates -> how probable it is that a candidate is a note's marker, over all ways to pair them in order.
 * A chain model: each pairing has a weight (log odds), each step from one marker to the next a weight by how the printed
 * label moves against the list's. Forward and backward sums give the marginal probability of every pairing.
 */

/** One note with one candidate. */
export interface Pairing {
  readonly note: number;
  readonly candidate: number;
  /** Label of the candidate less label of the note; undefined where one of them is a sign. */
  readonly offset: number | undefined;
  /** Log odds that these belong together, from evidence alone. */
  readonly weight: number;
}

/** Log weights of the steps. */
export interface StepWeights {
  readonly start: {
    readonly same: number;
    readonly zero: number;
    readonly next: number;
    readonly other: number;
    readonly sign: number;
  };
  readonly step: number;
  readonly repeat: number;
  readonly skip: number;
  readonly jump: number;
  /** From a number to a sign, from a sign to a number, from one sign to the next. */
  readonly toSign: number;
  readonly fromSign: number;
  readonly betweenSigns: number;
  /** The first of a run of notes without marker, and each further one. */
  readonly missing: number;
  readonly missingMore: number;
}

export interface PairedNotes {
  /** Marginal probability of each pairing, in the order given. */
  readonly marginals: Float64Array;
  /** Log of the sum over all ways, none paired being 0 less the missing ones. */
  readonly total: number;
}

const NONE = -Infinity;
/** So many missing notes in a row are bridged without forgetting how labels ran. */
const REACH = 3;
/** So many can be missing in a row between two that are paired. */
const MAX_GAP = 200;

/**
 * In: the number of notes; the pairings, by groups of candidates that overlap and, within a group, by note from the last to
 * the first (so that no two notes share characters); the weights. Out: the marginals. Time is linear in the pairings.
 */
export function sumPairings(notes: number, pairings: readonly Pairing[], weights: StepWeights): PairedNotes {
  const size = pairings.length;
  const forward = runChain(notes, pairings, weights, false);
  const mirrored = pairings.map((pairing) => ({ ...pairing, note: notes - 1 - pairing.note })).reverse();
  const backward = runChain(notes, mirrored, weights, true);
  const marginals = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const both = (forward.sums[i] ?? NONE) + (backward.sums[size - 1 - i] ?? NONE) - (pairings[i]?.weight ?? 0);
    marginals[i] = Math.exp(Math.min(0, both - forward.total));
  }
  return { marginals, total: forward.total };
}

interface Chain {
  /** Log sum of all ways that end in each pairing. */
  readonly sums: Float64Array;
  readonly total: number;
}

/**
 * Sums the chain in one direction. Seen from the end of the list, the first note comes last: the start weight is then paid
 * when the first note (or the first that has a marker) is reached.
 */
function runChain(notes: number, pairings: readonly Pairing[], weights: StepWeights, fromEnd: boolean): Chain {
  const table = new OffsetTable();
  const signed = new Float64Array(notes + 1).fill(NONE);
  const numbered = new Float64Array(notes + 1).fill(NONE);
  const gaps = new Float64Array(notes + 1).fill(NONE);
  const sums = new Float64Array(pairings.length).fill(NONE);
  let total = missingRun(notes, weights);
  const direction = fromEnd ? -1 : 1;
  for (let p = 0; p < pairings.length; p++) {
    const pairing = pairings[p];
    if (!pairing) continue;
    const { note, offset } = pairing;
    const startWeight = startOf(offset, weights);
    let sum = missingRun(note, weights) + (fromEnd ? 0 : startWeight);
    if (note > 0) {
      const numbers = numbered[note - 1] ?? NONE;
      const signs = signed[note - 1] ?? NONE;
      sum = logAdd(sum, (gaps[note - 1] ?? NONE) + weights.jump);
      if (offset === undefined) {
        sum = logAdd(sum, numbers + (fromEnd ? weights.fromSign : weights.toSign));
        sum = logAdd(sum, signs + weights.betweenSigns);
      } else {
        sum = logAdd(sum, numbers + weights.jump);
        sum = logAdd(sum, signs + (fromEnd ? weights.toSign : weights.fromSign));
        sum = logAdd(sum, table.get(note - 1, offset) + weights.step);
        sum = logAdd(sum, table.get(note - 1, offset + direction) + weights.repeat);
        sum = logAdd(sum, table.get(note - 1, offset - direction) + weights.skip);
        for (let gap = 1; gap <= REACH && note - 1 - gap >= 0; gap++) {
          sum = logAdd(sum, table.get(note - 1 - gap, offset) + missingRun(gap, weights) + weights.step);
        }
      }
    }
    sum += pairing.weight;
    sums[p] = sum;
    if (offset === undefined) signed[note] = logAdd(signed[note] ?? NONE, sum);
    else {
      table.add(note, offset, sum);
      numbered[note] = logAdd(numbered[note] ?? NONE, sum);
    }
    const reach = Math.min(notes, note + MAX_GAP);
    for (let later = note + 1, cost = weights.missing; later < reach; later++, cost += weights.missingMore) {
      const old = gaps[later] ?? NONE;
      if (sum + cost < old - 30) break;
      gaps[later] = logAdd(old, sum + cost);
    }
    total = logAdd(total, sum + missingRun(notes - 1 - note, weights) + (fromEnd ? startWeight : 0));
  }
  return { sums, total };
}

/** What a run of notes without marker weighs. */
export function missingRun(count: number, weights: StepWeights): number {
  return count === 0 ? 0 : weights.missing + (count - 1) * weights.missingMore;
}

function startOf(offset: number | undefined, { start }: StepWeights): number {
  if (offset === undefined) return start.sign;
  if (offset === 0) return start.same;
  if (offset === -1) return start.zero;
  return offset === 1 ? start.next : start.other;
}

/** Log sums by note and offset. */
class OffsetTable {
  readonly #rows: (Map<number, number> | undefined)[] = [];

  get(note: number, offset: number): number {
    return this.#rows[note]?.get(offset) ?? NONE;
  }

  add(note: number, offset: number, sum: number): void {
    const row = this.#rows[note] ?? new Map<number, number>();
    this.#rows[note] = row;
    row.set(offset, logAdd(row.get(offset) ?? NONE, sum));
  }
}

function logAdd(a: number, b: number): number {
  if (a < b) return logAdd(b, a);
  if (b === NONE || a - b > 40) return a;
  return a + Math.log1p(Math.exp(b - a));
}
