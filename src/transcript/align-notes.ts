/** Candidates and the list of notes -> which candidate is which note's marker, how sure that is, and what else it may be. */
import type { Source } from '../source/index.js';
import {
  type NoteFacts,
  noteFacts,
  pairCandidates,
  type Region,
  type WeighedCandidate,
  weighCandidates,
} from './candidate-table.js';
import { isOrdinal, type RawNote } from './constructs/note-list.js';
import type { Conventions } from './conventions.js';
import type { BodyShape } from './marker-evidence.js';
import { type MarkerWeights, markerWeights } from './marker-weights.js';
import { missingRun, type PairedNotes, type Pairing, sumPairings } from './pairing.js';

/** The marker found for a note. */
export interface AlignedNote {
  readonly candidate: WeighedCandidate | undefined;
  /** Probability of the candidate; without one, that the note has no marker. */
  readonly confidence: number;
  readonly runnerUp?: { readonly candidate: WeighedCandidate; readonly confidence: number };
}

export interface Alignment {
  readonly notes: readonly AlignedNote[];
  readonly candidates: readonly WeighedCandidate[];
  /** Log odds that the text holds markers of these notes, against its holding none of them; per note. */
  readonly support: number;
}

/** Of a text larger than this only candidates of some weight are looked at, so that they fit in memory. */
const LARGE = 1_000_000;
const LEAST_WEIGHT = -5;

/** In: the source, the notes, and the spans markers may stand in, in order. Out: the alignment. */
export function alignNotes(
  source: Source,
  shape: BodyShape,
  regions: readonly Region[],
  notes: readonly RawNote[],
  conventions: Conventions,
  weights: MarkerWeights = markerWeights,
): Alignment {
  const letters = new Set(notes.map((note) => note.label).filter((label) => /^[a-z]$/.test(label)));
  const hints = { letters, digits: notes.length > 900 ? 5 : 3 };
  const least = shape.end > LARGE ? LEAST_WEIGHT : Number.NEGATIVE_INFINITY;
  const candidates: WeighedCandidate[] = [];
  for (const candidate of weighCandidates(shape, regions, conventions, hints, weights)) {
    if (candidate.weight >= least) candidates.push(candidate);
  }
  const facts = notes.map((note) => noteFacts(source, note));
  const ordinal = sumNumbered(shape.text, facts, candidates, true, weights);
  const same = isOrdinal(notes) ? undefined : sumNumbered(shape.text, facts, candidates, false, weights);
  const { pairings, marginals, total } = same && same.total > ordinal.total ? same : ordinal;
  const aligned = choosePairings(notes.length, pairings, marginals, candidates);
  const unmarked = missingRun(notes.length, weights.steps);
  return { notes: aligned, candidates, support: (total - unmarked) / Math.max(1, notes.length) };
}

interface Summed extends PairedNotes {
  readonly pairings: readonly Pairing[];
}

/** The notes' own numbers say nothing of the markers' but how they rise, or they are the same. */
function sumNumbered(
  text: string,
  facts: readonly NoteFacts[],
  candidates: readonly WeighedCandidate[],
  ordinal: boolean,
  weights: MarkerWeights,
): Summed {
  const pairings = pairCandidates(text, facts, candidates, ordinal, weights);
  return { pairings, ...sumPairings(facts.length, pairings, weights.steps) };
}

const NEGLIGIBLE = 0.002;

interface Way {
  readonly group: number;
  readonly value: number;
  readonly note: number;
  readonly choice: number | undefined;
  readonly before: Way | undefined;
}

/** The pairings in order whose probabilities add up to most. */
function choosePairings(
  notes: number,
  pairings: readonly Pairing[],
  marginals: Float64Array,
  candidates: readonly WeighedCandidate[],
): readonly AlignedNote[] {
  const byNote: number[][] = Array.from({ length: notes }, () => []);
  pairings.forEach((pairing, index) => {
    if ((marginals[index] ?? 0) > NEGLIGIBLE) byNote[pairing.note]?.push(index);
  });
  let ways: Way[] = [{ group: -1, value: 0, note: -1, choice: undefined, before: undefined }];
  for (let note = 0; note < notes; note++) {
    const options = byNote[note] ?? [];
    const paired = options.reduce((sum, index) => sum + (marginals[index] ?? 0), 0);
    const next: Way[] = ways.map((way) => ({ ...way, value: way.value + Math.max(0, 1 - paired) }));
    for (const choice of options) {
      const group = candidates[pairings[choice]?.candidate ?? -1]?.group ?? -1;
      const before = bestBefore(ways, group);
      if (before) next.push({ group, value: before.value + (marginals[choice] ?? 0), note, choice, before });
    }
    ways = undominated(next);
  }
  const chosen = new Map<number, number>();
  for (let way = ways.at(-1); way; way = way.before) if (way.choice !== undefined) chosen.set(way.note, way.choice);
  return byNote.map((options, note) => describeChoice(chosen.get(note), options, pairings, marginals, candidates));
}

/** Ways are kept by group and by value, both rising; the last that ends before a group is the best. */
function bestBefore(ways: readonly Way[], group: number): Way | undefined {
  return ways.findLast((way) => way.group < group);
}

function undominated(ways: Way[]): Way[] {
  const kept: Way[] = [];
  for (const way of ways.sort((a, b) => a.group - b.group || b.value - a.value)) {
    const last = kept.at(-1);
    if (!last || way.value > last.value) kept.push(way);
  }
  return kept;
}

function describeChoice(
  choice: number | undefined,
  options: readonly number[],
  pairings: readonly Pairing[],
  marginals: Float64Array,
  candidates: readonly WeighedCandidate[],
): AlignedNote {
  const candidateOf = (index: number): WeighedCandidate | undefined => candidates[pairings[index]?.candidate ?? -1];
  let runnerUp: { candidate: WeighedCandidate; confidence: number } | undefined;
  let paired = 0;
  for (const option of options) {
    const confidence = marginals[option] ?? 0;
    paired += confidence;
    const candidate = candidateOf(option);
    if (option !== choice && candidate && confidence > (runnerUp?.confidence ?? 0))
      runnerUp = { candidate, confidence };
  }
  const candidate = choice === undefined ? undefined : candidateOf(choice);
  const confidence = choice === undefined ? Math.max(0, 1 - paired) : (marginals[choice] ?? 0);
  return runnerUp ? { candidate, confidence, runnerUp } : { candidate, confidence };
}
