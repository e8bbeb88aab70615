/** Notes and the body before them -> every candidate that is worth a look, weighed, and paired with every note it may belong to. */

import type { Source } from '../source/index.js';
import { type CandidateContext, contextOf, type WantedWords } from './candidate-context.js';
import type { RawNote } from './constructs/note-list.js';
import { type Candidate, findCandidates, type LabelHints, labelNumber } from './constructs/note-marker.js';
import type { Conventions } from './conventions.js';
import { joined } from './joined.js';
import { type BodyShape, type WeighedCandidate, weighGlued } from './marker-evidence.js';
import type { EvidenceWeights, MarkerWeights } from './marker-weights.js';
import { type NotesByNumber, notesByNumber } from './notes-by-number.js';
import type { ListOfText } from './own-text.js';
import type { Pairing } from './pairing.js';
import { weighSetApart } from './set-apart-evidence.js';

/** A note as far as the alignment knows it. */
export interface NoteFacts {
  readonly value: number;
  readonly label: string;
  readonly isSource: boolean;
  /** Those of its words and numbers that were asked for, in small letters. */
  readonly words: ReadonlySet<string>;
}

/** A span that candidates are looked for in. */
export interface Region {
  readonly start: number;
  readonly end: number;
  readonly inNote: number | undefined;
}

const SOURCE_NOTE = /^\s*\[?(?:sources?|quellen?|fuentes?|fonti?|fonte|bron|fons)\s?:/i;

/** A note that says where the document is from: `Source: Kennedy Library`. */
export function isSourceNote(source: Source, note: RawNote): boolean {
  return SOURCE_NOTE.test(source.text.slice(note.textStart, note.textStart + 40));
}

/** So much of a note is looked at. */
const LONGEST_NOTE = 4000;

/** `wanted` are the words that stand before candidates: of others it need not be known whether they are in the note. */
export function noteFacts(source: Source, note: RawNote, wanted: WantedWords): NoteFacts {
  const { label, textStart, end } = note;
  const words = wanted.findIn(source.text, textStart, Math.min(Math.max(textStart, end), textStart + LONGEST_NOTE));
  return { value: labelNumber(label), label, isSource: isSourceNote(source, note), words };
}

/**
 * In: the regions, in order; page breaks and labels are no part of them; `wanted` picks candidates before they are weighed.
 * Each candidate is seen weighed, in order. A glued number in a note is never taken for a marker.
 */
export function weighCandidates(
  shape: BodyShape,
  regions: readonly Region[],
  conventions: Conventions,
  hints: LabelHints,
  { evidence: weights }: MarkerWeights,
  see: (candidate: WeighedCandidate) => void,
  wanted: (candidate: Candidate) => boolean = () => true,
): void {
  const { marker } = conventions;
  const glued = marker === 'glued';
  const inANote = weights.get('in a note') ?? 0;
  const hintsInNotes = glued ? { ...hints, digits: 0 } : hints;
  let group = -1;
  let reach = -1;
  for (const region of regions) {
    const { inNote } = region;
    const local = localShape(shape, region);
    const allowed = inNote === undefined ? hints : hintsInNotes;
    findCandidates(shape.text, region.start, region.end, marker, allowed, (candidate) => {
      if (candidate.start >= reach) group++;
      reach = Math.max(reach, candidate.end);
      if (!wanted(candidate)) return;
      const evidence = glued ? weighGlued(local, candidate, weights) : weighSetApart(local, candidate, marker, weights);
      const { start, end, label, labelStart, labelEnd, value } = candidate;
      const { position, isSplit } = evidence;
      const weight = inNote === undefined ? evidence.weight : evidence.weight + inANote;
      // Written out: this runs for every number of a text, and a spread is many times slower.
      see({ start, end, label, labelStart, labelEnd, value, weight, position, isSplit, group, inNote });
    });
  }
}

const NO_ENDS: readonly number[] = [];

/** What stands before a page break or in another note is no evidence. Written out: shapes that are made alike are looked up alike. */
function localShape(shape: BodyShape, { start, end, inNote }: Region): BodyShape {
  const { text, numbersAfter, breaks } = shape;
  if (inNote !== undefined) return { text, start, end, firstEnds: NO_ENDS, numbersAfter, breaks };
  return { text, start, end: shape.end, firstEnds: shape.firstEnds, numbersAfter, breaks };
}

/** So many pairings are weighed at most, or so many for each note. */
const BUDGET = { all: 250_000, each: 64 } as const;

/** With how many notes a candidate may be paired: those of one list and its neighbours. */
function mostPaired(lists: readonly ListOfText[]): number {
  const sizes = lists.map((_, index) => lastOf(lists, index) - firstOf(lists, index));
  return sizes.reduce((most, size) => Math.max(most, size), 1);
}

/** The first note of the list before. */
function firstOf(lists: readonly ListOfText[], index: number): number {
  return lists[Math.max(0, index - 1)]?.first ?? 0;
}

/** Behind the last note of the next list. */
function lastOf(lists: readonly ListOfText[], index: number): number {
  return lists[Math.min(lists.length - 1, index + 1)]?.end ?? 0;
}

/**
 * In: the lists of notes, and the candidates. Out: those that are paired, with what stands before them. Where there would be too many, the weakest
 * go first.
 */
export function strongContexts(
  text: string,
  lists: readonly ListOfText[],
  candidates: readonly WeighedCandidate[],
): readonly CandidateContext[] {
  const notes = lists.at(-1)?.end ?? 0;
  const keep = Math.max(4 * notes, Math.floor(BUDGET.all / mostPaired(lists)));
  const weights = candidates.length > keep ? Float64Array.from(candidates, (each) => each.weight).sort() : [];
  const limit = weights[weights.length - keep] ?? Number.NEGATIVE_INFINITY;
  const strong: CandidateContext[] = [];
  // Of many that weigh the same, the first are kept.
  let equal = keep;
  for (const weight of weights) if (weight > limit) equal--;
  candidates.forEach((candidate, index) => {
    if (candidate.weight < limit || (weights.length > 0 && candidate.weight === limit && equal-- <= 0)) return;
    strong.push(contextOf(text, candidate, index));
  });
  return strong;
}

/** Log odds of a marker that does not stand between the list before and the one that has its note. */
const ELSEWHERE = -4;

/**
 * In: notes and the lists that they are in, and the candidates that are paired. Out: the pairings to be summed, in the order that `sumPairings` asks for.
 * Candidates are paired with the notes of the list below them and of its neighbours. Where there would still be too many, labels far from the
 * list's are left out.
 */
export function pairCandidates(
  notes: readonly NoteFacts[],
  lists: readonly ListOfText[],
  strong: readonly CandidateContext[],
  ordinal: boolean,
  { evidence }: MarkerWeights,
): Pairing[] {
  const n = notes.length;
  const budget = Math.max(BUDGET.all, BUDGET.each * n);
  const all = strong.length * mostPaired(lists) <= budget;
  const window = all ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(budget / strong.length / 2));
  const weigh = pairWeights(evidence);
  const byNumber = notesByNumber(notes);
  const pairings: Pairing[] = [];
  let from = 0;
  let list = 0;
  let inReach = notesFrom(lists, list);
  while (from < strong.length) {
    const group = strong[from]?.candidate.group;
    let to = from;
    while (to < strong.length && strong[to]?.candidate.group === group) to++;
    // What stands in a list of notes is below that list.
    const start = strong[from]?.candidate.start ?? 0;
    let isNext = false;
    for (; list < lists.length - 1 && start >= (lists[list]?.own.end ?? 0); list++) isNext = true;
    if (isNext) inReach = notesFrom(lists, list);
    const paired = all ? inReach : (nearNotes(strong.slice(from, to), lists, list, window, byNumber) ?? inReach);
    for (const note of paired) {
      const facts = notes[note];
      if (!facts) continue;
      const elsewhere = lists.length > 1 && !isAbove(lists[list], note, start) ? ELSEWHERE : 0;
      for (let i = from; i < to; i++) {
        const context = strong[i];
        if (!context) continue;
        const { candidate, index } = context;
        if (candidate.inNote !== undefined && candidate.inNote >= note) continue;
        const offset = candidate.value - facts.value;
        if (Math.abs(offset) > window) continue;
        const own = candidate.weight + weigh(facts, note, context, ordinal);
        const weight = candidate.inNote === undefined ? own + elsewhere : own;
        pairings.push({ note, candidate: index, offset: Number.isNaN(offset) ? undefined : offset, weight });
      }
    }
    from = to;
  }
  return pairings;
}

/** Something stands in the text above the list that a note is in. */
function isAbove(list: ListOfText | undefined, note: number, start: number): boolean {
  return list !== undefined && list.first <= note && note < list.end && start < list.own.end;
}

/** What a note's own words and number say of a candidate. */
function pairWeights(evidence: EvidenceWeights) {
  const of = (name: string): number => evidence.get(name) ?? 0;
  const otherLabel = of('other label');
  const restInNote = of('rest in note');
  const runInNote = of('run in note');
  const numberInNote = of('number in note');
  const wordInNote = of('word in note');
  return (note: NoteFacts, index: number, context: CandidateContext, ordinal: boolean): number => {
    const { candidate, position, rest, run, words } = context;
    let weight = 0;
    if (note.isSource) weight += of(joined('source note ', position));
    else if (index === 0) weight += of(joined('first note ', position));
    // A list that is numbered by itself has numbers: a sign in it is that of the marker.
    const keepsLabel = !ordinal || Number.isNaN(note.value);
    if (keepsLabel && note.label !== candidate.label) weight += otherLabel;
    if (note.words.size === 0) return weight;
    if (rest !== undefined) {
      if (note.words.has(rest)) weight += restInNote;
      if (note.words.has(run)) weight += runInNote;
    } else if (candidate.label.length > 1 && note.words.has(candidate.label)) weight += numberInNote;
    for (const word of words) if (note.words.has(word)) return weight + wordInNote;
    return weight;
  };
}

/** The notes of a list and its neighbours, from the last. */
function notesFrom(lists: readonly ListOfText[], list: number): readonly number[] {
  const last = lastOf(lists, list) - 1;
  return Array.from({ length: last + 1 - firstOf(lists, list) }, (_, index) => last - index);
}

/** Those whose number is within reach of the labels; undefined where these are signs and there are several lists: each may be meant. */
function nearNotes(
  members: readonly CandidateContext[],
  lists: readonly ListOfText[],
  list: number,
  window: number,
  byNumber: NotesByNumber,
): readonly number[] | undefined {
  const found = new Set<number>();
  for (const { candidate } of members) {
    if (!Number.isNaN(candidate.value)) {
      for (const each of lists.slice(Math.max(0, list - 1), list + 2))
        byNumber.addNear(found, each, candidate.value, window);
    } else if (lists.length > 1) return undefined;
  }
  return [...found].sort((a, b) => b - a);
}
