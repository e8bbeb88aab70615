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
/**
 * In: the number of notes; the pairings, by groups of candidates that overlap and, within a group, by note from the last to
 * the first (so that no two notes share characters); the weights. Out: the marginals. Time is linear in the pairings, times the
 * logarithm of the number of notes.
 */
export function sumPairings(notes: number, pairings: readonly Pairing[], weights: StepWeights): PairedNotes {
  const size = pairings.length;
  const forward = runChain(notes, pairings, weights, false);
  const backward = runChain(notes, pairings, weights, true);
  const total = totalOf(notes, pairings, forward, weights);
  const marginals = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const both = (forward[i] ?? NONE) + (backward[i] ?? NONE) - (pairings[i]?.weight ?? 0);
    marginals[i] = Math.exp(Math.min(0, both - total));
  }
  return { marginals, total };
}

/** Log sum of all ways, wherever they end. */
function totalOf(notes: number, pairings: readonly Pairing[], forward: Float64Array, weights: StepWeights): number {
  const without = missingRun(notes, weights);
  const ends = forward.map((sum, p) => sum + missingRun(notes - 1 - (pairings[p]?.note ?? 0), weights));
  const most = ends.reduce((a, b) => Math.max(a, b), without);
  let others = 0;
  for (const end of ends) if (end - most > -NEGLIGIBLE) others += Math.exp(end - most);
  return most + Math.log(others + Math.exp(without - most));
}

/**
 * Log sum of all ways that end in each pairing, in one direction. Seen from the end of the list, the first note comes last: the
 * start weight is then paid by whoever looks at all of it.
 */
function runChain(notes: number, pairings: readonly Pairing[], weights: StepWeights, fromEnd: boolean): Float64Array {
  const table = new OffsetTable(notes > 1 ? pairings.length : 0);
  const ways = new Ways(notes);
  const signed = new Float64Array(notes + 1).fill(NONE);
  const numbered = new Float64Array(notes + 1).fill(NONE);
  const gaps = new GapTable(notes, weights);
  const sums = new Float64Array(pairings.length).fill(NONE);
  const direction = fromEnd ? -1 : 1;
  const size = pairings.length;
  for (let step = 0; step < size; step++) {
    const p = fromEnd ? size - 1 - step : step;
    const pairing = pairings[p];
    if (!pairing) continue;
    const { offset } = pairing;
    const note = fromEnd ? notes - 1 - pairing.note : pairing.note;
    ways.begin(missingRun(note, weights) + (fromEnd ? 0 : startOf(offset, weights)));
    if (note > 0) {
      const numbers = numbered[note - 1] ?? NONE;
      const signs = signed[note - 1] ?? NONE;
      gaps.before(note, weights.jump, ways);
      if (offset === undefined) {
        ways.add(numbers + (fromEnd ? weights.fromSign : weights.toSign));
        ways.add(signs + weights.betweenSigns);
      } else {
        ways.add(numbers + weights.jump);
        ways.add(signs + (fromEnd ? weights.toSign : weights.fromSign));
        ways.add(table.get(note - 1, offset) + weights.step);
        ways.add(table.get(note - 1, offset + direction) + weights.repeat);
        ways.add(table.get(note - 1, offset - direction) + weights.skip);
        for (let gap = 1; gap <= REACH && note - 1 - gap >= 0; gap++) {
          ways.add(table.get(note - 1 - gap, offset) + missingRun(gap, weights) + weights.step);
        }
      }
    }
    const sum = ways.sum() + pairing.weight;
    sums[p] = sum;
    // Behind the last note nobody asks what came before.
    if (note === notes - 1) continue;
    if (offset === undefined) signed[note] = logAdd(signed[note] ?? NONE, sum);
    else {
      table.add(note, offset, sum);
      numbered[note] = logAdd(numbered[note] ?? NONE, sum);
    }
    gaps.add(note, sum);
  }
  return sums;
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

/**
 * Log sums of the ways that end in a note and leave the next ones without marker: a Fenwick tree, so that neither adding one nor
 * asking for all before a note takes longer than the logarithm of their number.
 */
class GapTable {
  readonly #tree: Float64Array;
  readonly #missing: number;
  readonly #missingMore: number;

  constructor(notes: number, { missing, missingMore }: StepWeights) {
    this.#tree = new Float64Array(notes + 1).fill(NONE);
    this.#missing = missing;
    this.#missingMore = missingMore;
  }

  /** Ways that end in this note. What each further missing note costs is taken as if all had been missing from the first note on. */
  add(note: number, sum: number): void {
    const tree = this.#tree;
    const log = sum - note * this.#missingMore;
    for (let i = note + 1; i < tree.length; i += i & -i) tree[i] = logAdd(tree[i] ?? NONE, log);
  }

  /** Adds the ways in which the note before this one is missing, and maybe others before that; each weighs so much more. */
  before(note: number, more: number, ways: Ways): void {
    const missing = this.#missing + (note - 2) * this.#missingMore + more;
    for (let i = note - 1; i > 0; i -= i & -i) ways.add((this.#tree[i] ?? NONE) + missing);
  }
}

/** Log sums by note and offset: open addressing. */
class OffsetTable {
  readonly #mask: number;
  readonly #notes: Int32Array;
  readonly #offsets: Float64Array;
  readonly #sums: Float64Array;

  constructor(most: number) {
    let size = 8;
    while (size < most * 2) size *= 2;
    this.#mask = size - 1;
    this.#notes = new Int32Array(size).fill(-1);
    this.#offsets = new Float64Array(size);
    this.#sums = new Float64Array(size);
  }

  get(note: number, offset: number): number {
    const slot = this.#find(note, offset);
    return this.#notes[slot] === -1 ? NONE : (this.#sums[slot] ?? NONE);
  }

  add(note: number, offset: number, sum: number): void {
    const slot = this.#find(note, offset);
    const before = this.#notes[slot] === -1 ? NONE : (this.#sums[slot] ?? NONE);
    this.#notes[slot] = note;
    this.#offsets[slot] = offset;
    this.#sums[slot] = logAdd(before, sum);
  }

  /** Its slot, or the free one where it would be. */
  #find(note: number, offset: number): number {
    const mask = this.#mask;
    let slot = (Math.imul(offset, 0x9e3779b1) ^ Math.imul(note, 0x85ebca6b)) >>> 7;
    for (slot &= mask; this.#notes[slot] !== -1; slot = (slot + 1) & mask) {
      if (this.#notes[slot] === note && this.#offsets[slot] === offset) return slot;
    }
    return slot;
  }
}

/** The ways to come to one pairing: they are added up at once, which takes one logarithm. */
class Ways {
  readonly #logs: Float64Array;
  #count = 0;
  #most = NONE;

  /** Of the notes before, a `GapTable` has no more sums than their number has digits in base two. */
  constructor(notes: number) {
    this.#logs = new Float64Array(8 + REACH + 32 - Math.clz32(notes));
  }

  begin(log: number): void {
    this.#count = 0;
    this.#most = NONE;
    this.add(log);
  }

  add(log: number): void {
    if (log === NONE) return;
    this.#logs[this.#count++] = log;
    if (log > this.#most) this.#most = log;
  }

  sum(): number {
    const most = this.#most;
    if (this.#count === 1) return most;
    let others = 0;
    for (let i = 0; i < this.#count; i++) {
      const less = (this.#logs[i] ?? NONE) - most;
      if (less > -NEGLIGIBLE) others += Math.exp(less);
    }
    return most + Math.log(others);
  }
}

/** What weighs so much less is lost in the rounding. */
const NEGLIGIBLE = 40;

function logAdd(a: number, b: number): number {
  const less = Math.abs(a - b);
  const most = Math.max(a, b);
  // Two that are nothing have no difference.
  return less <= NEGLIGIBLE ? most + Math.log1p(Math.exp(-less)) : most;
}
