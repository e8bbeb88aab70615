/** Notes and the body before them -> every candidate that is worth a look, weighed, and paired with every note it may belong to. */

import type { Source } from '../source/index.js';
import { noteText, type RawNote } from './constructs/note-list.js';
import { type Candidate, findCandidates, type LabelHints, labelNumber } from './constructs/note-marker.js';
import type { Conventions } from './conventions.js';
import { type BodyShape, describeCandidate } from './marker-evidence.js';
import type { MarkerWeights } from './marker-weights.js';
import type { Pairing } from './pairing.js';
import { describeSetApart } from './set-apart-evidence.js';

/** A candidate with what speaks for and against it. */
export interface WeighedCandidate extends Candidate {
  readonly evidence: readonly string[];
  readonly weight: number;
  /** Candidates of one group overlap: at most one of them is a marker. */
  readonly group: number;
  /** The note whose text it stands in; undefined in the body. */
  readonly inNote: number | undefined;
}

/** A note as far as the alignment knows it. */
export interface NoteFacts {
  readonly value: number;
  readonly label: string;
  readonly isSource: boolean;
  readonly words: ReadonlySet<string>;
}

/** A span that candidates are looked for in. */
export interface Region {
  readonly start: number;
  readonly end: number;
  readonly inNote: number | undefined;
}

const SOURCE_NOTE = /^\s*\[?(?:sources?|quellen?|fuentes?|fonti?|fonte|bron|fons)\s?:/i;
const WORD = /[\p{L}]{4,}|[0-9]+/gu;

/** A note that says where the document is from: `Source: Kennedy Library`. */
export function isSourceNote(source: Source, note: RawNote): boolean {
  return SOURCE_NOTE.test(source.text.slice(note.textStart, note.textStart + 40));
}

export function noteFacts(source: Source, note: RawNote): NoteFacts {
  const text = noteText(source, note).slice(0, 4000);
  const words = new Set<string>();
  for (const [word] of text.matchAll(WORD)) words.add(word.toLowerCase());
  return { value: labelNumber(note.label), label: note.label, isSource: isSourceNote(source, note), words };
}

/**
 * In: the regions, in order; page breaks and labels are no part of them; `wanted` picks candidates before they are weighed.
 * Out: their candidates, weighed, in order. A glued number in a note is never taken for a marker.
 */
export function* weighCandidates(
  shape: BodyShape,
  regions: readonly Region[],
  conventions: Conventions,
  hints: LabelHints,
  weights: MarkerWeights,
  wanted: (candidate: Candidate) => boolean = () => true,
): Generator<WeighedCandidate> {
  const { marker } = conventions;
  const glued = marker === 'glued';
  let group = -1;
  let reach = -1;
  for (const region of regions) {
    const { inNote } = region;
    const local = localShape(shape, region);
    for (const candidate of findCandidates(shape.text, region.start, region.end, marker, hints)) {
      if (candidate.start >= reach) group++;
      reach = Math.max(reach, candidate.end);
      if ((glued && inNote !== undefined && !Number.isNaN(candidate.value)) || !wanted(candidate)) continue;
      const evidence = glued ? describeCandidate(local, candidate) : describeSetApart(local, candidate, marker);
      if (inNote !== undefined) evidence.push('in a note');
      const { start, end, label, labelStart, labelEnd, value } = candidate;
      const weight = weigh(evidence, weights);
      // Written out: this runs for every number of a text, and a spread is many times slower.
      yield { start, end, label, labelStart, labelEnd, value, evidence, weight, group, inNote };
    }
  }
}

function weigh(evidence: readonly string[], weights: MarkerWeights): number {
  let weight = 0;
  for (const name of evidence) weight += weights.evidence[name] ?? 0;
  return weight;
}

/** What stands before a page break or in another note is no evidence. */
function localShape(shape: BodyShape, region: Region): BodyShape {
  if (region.inNote !== undefined) return { ...shape, start: region.start, end: region.end, firstEnds: [] };
  return region.start === shape.start ? shape : { ...shape, start: region.start };
}

/** What a note's words are compared with. */
interface Context {
  readonly candidate: WeighedCandidate;
  readonly index: number;
  readonly position: string;
  /** The digits before the label in its run, where it ends one. */
  readonly rest: string | undefined;
  /** Words before it, in lower case. */
  readonly words: readonly string[];
}

function contextOf(text: string, candidate: WeighedCandidate, index: number): Context {
  const before = text.slice(Math.max(0, candidate.start - 40), candidate.start);
  const words = (before.match(WORD) ?? []).slice(-4).map((word) => word.toLowerCase());
  const position = candidate.evidence.find((name) => POSITION.test(name)) ?? 'in text';
  const split = candidate.evidence.includes('before digit');
  const rest = split ? (words.at(-1) ?? '') : undefined;
  const telling = (split ? words.slice(0, -1) : words).slice(-3).filter((word) => !COMMON.test(word));
  return { candidate, index, position, rest, words: telling };
}

const POSITION = /^(?:ends|in) paragraph \S+(?: but one)?$/;

/** What a note's own words and number say of a candidate. */
function describePair(note: NoteFacts, index: number, context: Context, ordinal: boolean): string[] {
  const { candidate, position, rest, words } = context;
  const evidence: string[] = [];
  if (note.isSource) evidence.push(`source note ${position}`);
  else if (index === 0) evidence.push(`first note ${position}`);
  // A list that is numbered by itself has numbers: a sign in it is that of the marker.
  const keepsLabel = !ordinal || Number.isNaN(note.value);
  if (keepsLabel && note.label !== candidate.label) evidence.push('other label');
  if (rest !== undefined) {
    if (note.words.has(rest)) evidence.push('rest in note');
    if (note.words.has(rest + candidate.label)) evidence.push('run in note');
  } else if (candidate.label.length > 1 && note.words.has(candidate.label)) evidence.push('number in note');
  if (words.some((word) => note.words.has(word))) evidence.push('word in note');
  return evidence;
}

const COMMON =
  /^(?:[0-9]|that|this|with|from|have|were|which|their|been|would|there|document|telegram|state|department|dated|memorandum|states|united|ante|supra|printed)$/;

/** So many pairings are weighed at most. */
const BUDGET = 250_000;

/**
 * In: notes and candidates. Out: the pairings to be summed, in the order that `sumPairings` asks for.
 * Where there would be too many, the weakest candidates go first, then labels far from the list's.
 */
export function pairCandidates(
  text: string,
  notes: readonly NoteFacts[],
  candidates: readonly WeighedCandidate[],
  ordinal: boolean,
  weights: MarkerWeights,
  describe?: (pairing: number, evidence: readonly string[]) => void,
): Pairing[] {
  const n = notes.length;
  const keep = Math.max(4 * n, Math.floor(BUDGET / Math.max(1, n)));
  const strong = strongest(text, candidates, keep);
  const all = strong.length * n <= BUDGET;
  const window = all ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(BUDGET / strong.length / 2));
  const pairings: Pairing[] = [];
  let from = 0;
  while (from < strong.length) {
    const group = strong[from]?.candidate.group;
    let to = from;
    while (to < strong.length && strong[to]?.candidate.group === group) to++;
    const members = strong.slice(from, to);
    const { first, last } =
      window === Number.POSITIVE_INFINITY ? { first: 0, last: n - 1 } : nearNotes(members, n, window);
    for (let note = last; note >= first; note--) {
      const facts = notes[note];
      if (!facts) continue;
      for (const member of members) {
        const { candidate, index } = member;
        if (candidate.inNote !== undefined && candidate.inNote >= note) continue;
        const offset = candidate.value - facts.value;
        if (Math.abs(offset) > window) continue;
        const evidence = describePair(facts, note, member, ordinal);
        const weight = candidate.weight + weigh(evidence, weights);
        describe?.(pairings.length, evidence);
        pairings.push({ note, candidate: index, offset: Number.isNaN(offset) ? undefined : offset, weight });
      }
    }
    from = to;
  }
  return pairings;
}

function strongest(text: string, candidates: readonly WeighedCandidate[], keep: number): readonly Context[] {
  const weights = candidates.length > keep ? Float64Array.from(candidates, (each) => each.weight).sort() : [];
  const limit = weights[weights.length - keep] ?? Number.NEGATIVE_INFINITY;
  const strong: Context[] = [];
  // Of many that weigh the same, the first are kept.
  let equal = keep;
  for (const weight of weights) if (weight > limit) equal--;
  candidates.forEach((candidate, index) => {
    if (candidate.weight < limit || (weights.length > 0 && candidate.weight === limit && equal-- <= 0)) return;
    strong.push(contextOf(text, candidate, index));
  });
  return strong;
}

/** Notes whose number is within reach of the labels; lists that long are numbered throughout. */
function nearNotes(members: readonly Context[], notes: number, window: number): { first: number; last: number } {
  const values = members.map(({ candidate }) => candidate.value).filter((value) => !Number.isNaN(value));
  if (values.length === 0) return { first: 0, last: -1 };
  const first = Math.max(0, Math.min(...values) - window - 1);
  return { first, last: Math.min(notes - 1, Math.max(...values) + window) };
}
