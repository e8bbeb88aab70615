/** Candidates and the list of notes -> which candidate is which note's marker, how sure that is, and what else it may be. */
import type { Source } from '../source/index.js';
import { wantedWords } from './candidate-context.js';
import { noteFacts, pairCandidates, type Region, strongContexts, weighCandidates } from './candidate-table.js';
import { isOrdinal, type RawNote } from './constructs/note-list.js';
import type { Conventions } from './conventions.js';
import type { SettledDecision } from './decisions.js';
import { orderOfText } from './list-order.js';
import type { BodyShape, WeighedCandidate } from './marker-evidence.js';
import { type MarkerWeights, markerWeights } from './marker-weights.js';
import { type ListOfText, listsOfText, type Span } from './own-text.js';
import { missingRun, type PairedNotes, type Pairing, sumPairings } from './pairing.js';
import { applyPins, pinMarkers } from './pin-markers.js';
import { enclosureOf } from './typed-forms.js';

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
  decisions: readonly SettledDecision[] = [],
): Alignment {
  const letters = new Set(notes.map((note) => note.label).filter((label) => /^[a-z]$/.test(label)));
  const text: AlignedText = { source, shape, regions, conventions, weights, decisions };
  const lists = listsOfText(source, notes);
  const labelled = alignLabels(text, notes, lists, letters);
  const found = withPinsApart(text, notes, letters, inOrderOfText(text, notes, lists, letters, labelled));
  // A list numbered by itself does not say that markers are letters: they are looked for where a note has no other.
  if (letters.size > 0 || !isOrdinal(notes) || found.notes.every(({ candidate }) => candidate)) return found;
  const lettered = alignLabels(text, notes, lists, FIRST_LETTERS);
  return lettered.support > found.support && followsAlphabet(lettered) ? lettered : found;
}

/** What the notes are aligned with. */
interface AlignedText {
  readonly source: Source;
  readonly shape: BodyShape;
  readonly regions: readonly Region[];
  readonly conventions: Conventions;
  readonly weights: MarkerWeights;
  readonly decisions: readonly SettledDecision[];
  /** Markers that are settled already: what overlaps them is no candidate. */
  readonly taken?: readonly Span[];
}

/** A marker that was decided on may stand out of the order of the list: the notes that were not are then aligned by themselves, where that leaves more of them a marker. */
function withPinsApart(
  text: AlignedText,
  notes: readonly RawNote[],
  letters: ReadonlySet<string>,
  found: Alignment,
): Alignment {
  const pinned = new Map(
    [...pinMarkers(notes, found.candidates, text.decisions)].flatMap(([note, index]) => {
      const candidate = found.candidates[index];
      return candidate ? [[note, candidate]] : [];
    }),
  );
  if (pinned.size === 0) return found;
  // A candidate in a note may be the marker of those behind it.
  const before: number[] = [];
  const rest: RawNote[] = [];
  notes.forEach((note, index) => {
    if (!pinned.has(index)) rest.push(note);
    before.push(rest.length - 1);
  });
  const regions = text.regions.map((each) => ({
    ...each,
    inNote: each.inNote === undefined ? undefined : before[each.inNote],
  }));
  const taken = [...pinned.values()];
  const others = alignLabels({ ...text, regions, taken }, rest, listsOfText(text.source, rest), letters).notes.values();
  const apart = notes.map((_, index): AlignedNote => {
    const candidate = pinned.get(index);
    return candidate ? { candidate, confidence: 1 } : (others.next().value ?? UNMARKED);
  });
  const marked = (aligned: readonly AlignedNote[]) => aligned.filter(({ candidate }) => candidate).length;
  return marked(apart) > marked(found.notes) ? { ...found, notes: apart } : found;
}

/** Where labels are not those of their notes, the list may be typed in another order than its markers: then as that order has it. */
function inOrderOfText(
  text: AlignedText,
  notes: readonly RawNote[],
  lists: readonly ListOfText[],
  letters: ReadonlySet<string>,
  found: Alignment,
): Alignment {
  const ownIn = (aligned: readonly AlignedNote[]) =>
    aligned.filter(({ candidate }, index) => candidate?.label === notes[index]?.label).length;
  if (ownIn(found.notes) === notes.length || lists.length > 1) return found;
  const body = { ...text, regions: text.regions.filter(({ inNote }) => inNote === undefined) };
  const order = orderOfText(notes, found.candidates, text.conventions.marker, (numbers) =>
    alignLabels(body, numbers, listsOfText(text.source, numbers), NO_LETTERS, true).notes.map(
      ({ candidate }) => candidate?.start,
    ),
  );
  if (!order) return found;
  const again = alignLabels(
    body,
    order.flatMap((index) => notes[index] ?? []),
    lists,
    letters,
  );
  const aligned = notes.map(() => UNMARKED);
  order.forEach((index, place) => {
    aligned[index] = again.notes[place] ?? UNMARKED;
  });
  return again.support > found.support && ownIn(aligned) > ownIn(found.notes) ? { ...again, notes: aligned } : found;
}

const UNMARKED: AlignedNote = { candidate: undefined, confidence: 0 };
const NO_LETTERS: ReadonlySet<string> = new Set();

const FIRST_LETTERS: ReadonlySet<string> = new Set('abcdefgh');

/** Of the markers that are letters the first is `a`, and each other is the one before or the next. */
function followsAlphabet({ notes }: Alignment): boolean {
  let last = '`';
  for (const { candidate } of notes) {
    const label = candidate?.label ?? '';
    if (!/^[a-z]$/.test(label)) continue;
    const step = label.charCodeAt(0) - last.charCodeAt(0);
    if (step !== 1 && !(step === 0 || label === 'a')) return false;
    last = label;
  }
  return true;
}

/** Labels that are signs and begin their lines. */
function bareSigns({ text }: Source, notes: readonly RawNote[]): ReadonlySet<string> {
  const bare = notes.filter(({ label, start, labelStart }) => {
    return /^[*†‡§¶]/.test(label) && text.slice(start, labelStart).trim() === '';
  });
  return new Set(bare.map(({ label }) => label));
}

/** In: some of the notes, in the order that their markers are sought in, and the lists that these are of. `isNumbered`: of the candidates only numbers are looked at. */
function alignLabels(
  { source, shape, regions, conventions, weights, decisions, taken = [] }: AlignedText,
  notes: readonly RawNote[],
  lists: readonly ListOfText[],
  letters: ReadonlySet<string>,
  isNumbered = false,
): Alignment {
  const signs = enclosureOf(conventions.marker) ? bareSigns(source, notes) : undefined;
  const hints = { letters, digits: notes.length > 900 ? 5 : 3, ...(signs && { signs }) };
  const least = shape.end > LARGE ? LEAST_WEIGHT : Number.NEGATIVE_INFINITY;
  const candidates: WeighedCandidate[] = [];
  const see = (candidate: WeighedCandidate) => {
    if (candidate.weight < least || (isNumbered && Number.isNaN(candidate.value))) return;
    if (!taken.some(({ start, end }) => candidate.start < end && start < candidate.end)) candidates.push(candidate);
  };
  weighCandidates(shape, regions, conventions, hints, weights, see);
  const strong = strongContexts(shape.text, lists, candidates);
  const wanted = wantedWords(strong);
  const facts = notes.map((note) => noteFacts(source, note, wanted));
  const pinned = pinMarkers(notes, candidates, decisions);
  const sum = (isByItself: boolean): Summed => {
    const pairings = applyPins(pairCandidates(facts, lists, strong, isByItself, weights), candidates, pinned);
    return { pairings, ...sumPairings(facts.length, pairings, weights.steps) };
  };
  // The notes' own numbers say nothing of the markers' but how they rise, or they are the same.
  const ordinal = sum(true);
  const same = isOrdinal(notes) ? undefined : sum(false);
  const { pairings, marginals, total } = same && same.total > ordinal.total ? same : ordinal;
  const aligned = choosePairings(notes.length, pairings, marginals, candidates);
  const unmarked = missingRun(notes.length, weights.steps);
  return { notes: aligned, candidates, support: (total - unmarked) / Math.max(1, notes.length) };
}

interface Summed extends PairedNotes {
  readonly pairings: readonly Pairing[];
}

const NEGLIGIBLE = 0.002;

/** Pairings in order, the last of them, and what they add to the ways in which no note has a marker. */
interface Way {
  readonly gain: number;
  readonly note: number;
  readonly choice: number;
  readonly before: Way | undefined;
}

/** The pairings in order whose probabilities, with those of the notes left without marker, add up to most. */
function choosePairings(
  notes: number,
  pairings: readonly Pairing[],
  marginals: Float64Array,
  candidates: readonly WeighedCandidate[],
): readonly AlignedNote[] {
  const byNote: number[][] = Array.from({ length: notes }, () => []);
  const groups = new Set<number>();
  const groupOf = (choice: number): number => candidates[pairings[choice]?.candidate ?? -1]?.group ?? -1;
  pairings.forEach((pairing, index) => {
    if ((marginals[index] ?? 0) <= NEGLIGIBLE) return;
    byNote[pairing.note]?.push(index);
    groups.add(groupOf(index));
  });
  const rank = new Map([...groups].sort((a, b) => a - b).map((group, index) => [group, index]));
  const best = bestBelow(rank.size);
  byNote.forEach((options, note) => {
    const without = Math.max(0, 1 - options.reduce((sum, index) => sum + (marginals[index] ?? 0), 0));
    const ways = options.flatMap((choice) => {
      const at = rank.get(groupOf(choice)) ?? 0;
      const before = best.get(at);
      const gain = (marginals[choice] ?? 0) - without;
      return gain > 0 ? [{ at, way: { gain: gain + (before?.gain ?? 0), note, choice, before } }] : [];
    });
    for (const { at, way } of ways) best.put(at, way);
  });
  const chosen = new Map<number, number>();
  for (let way = best.get(rank.size); way; way = way.before) chosen.set(way.note, way.choice);
  return byNote.map((options, note) => describeChoice(chosen.get(note), options, pairings, marginals, candidates));
}

/** Ways by the place of their last candidate; the best of all that end before a place is found in logarithmic time (Fenwick). */
function bestBelow(size: number): { get(end: number): Way | undefined; put(at: number, way: Way): void } {
  const tree: (Way | undefined)[] = new Array<Way | undefined>(size + 1).fill(undefined);
  return {
    get(end) {
      let best: Way | undefined;
      for (let i = end; i > 0; i -= i & -i) if ((tree[i]?.gain ?? 0) > (best?.gain ?? 0)) best = tree[i];
      return best;
    },
    put(at, way) {
      for (let i = at + 1; i <= size; i += i & -i) if (way.gain > (tree[i]?.gain ?? 0)) tree[i] = way;
    },
  };
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
