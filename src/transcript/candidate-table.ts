/** Notes and the body before them -> every candidate that is worth a look, weighed, and paired with every note it may belong to. */

import type { Source } from '../source/index.js';
import { noteText, type RawNote } from './constructs/note-list.js';
import { type Candidate, findCandidates, labelNumber } from './constructs/note-marker.js';
import type { Conventions } from './conventions.js';
import { type BodyShape, describeCandidate } from './marker-evidence.js';
import type { MarkerWeights } from './marker-weights.js';
import type { Pairing } from './pairing.js';

/** A candidate with what speaks for and against it. */
export interface WeighedCandidate extends Candidate {
  readonly evidence: readonly string[];
  readonly weight: number;
  /** Candidates of one group overlap: at most one of them is a marker. */
  readonly group: number;
  /** The note whose text it stands in; undefined in the body. */
  readonly inNote: number | undefined;
  /** Words and numbers just before it, in lower case. */
  readonly context: readonly string[];
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

/** In: the regions, in order; page breaks and labels are no part of them. Out: their candidates, weighed, in order. */
export function* weighCandidates(
  shape: BodyShape,
  source: Source,
  regions: readonly Region[],
  conventions: Conventions,
  letters: ReadonlySet<string>,
  weights: MarkerWeights,
): Generator<WeighedCandidate> {
  const { marker } = conventions;
  let group = -1;
  let reach = -1;
  for (const region of regions) {
    const local = localShape(shape, region);
    for (const candidate of findCandidates(source, region.start, region.end, marker, letters)) {
      if (candidate.start >= reach) group++;
      reach = Math.max(reach, candidate.end);
      const evidence = marker === 'glued' ? describeCandidate(local, candidate) : [`form ${marker}`];
      const { inNote } = region;
      if (inNote !== undefined) evidence.push(`${Number.isNaN(candidate.value) ? 'sign' : 'number'} in a note`);
      const context = contextOf(source.text, candidate, region.start);
      yield { ...candidate, evidence, weight: weigh(evidence, weights), group, inNote, context };
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

function contextOf(text: string, candidate: Candidate, start: number): readonly string[] {
  const before = text.slice(Math.max(start, candidate.start - 40), candidate.start);
  const words = before.match(WORD) ?? [];
  return words.slice(-4).map((word) => word.toLowerCase());
}

/** What a note's own words and number say of a candidate. */
export function describePair(note: NoteFacts, index: number, candidate: WeighedCandidate, ordinal: boolean): string[] {
  const evidence: string[] = [];
  const position =
    candidate.evidence.find((name) => /^(?:ends|in) paragraph \S+(?: but one)?$/.test(name)) ?? 'in text';
  if (note.isSource) evidence.push(`source note ${position}`);
  else if (index === 0) evidence.push(`first note ${position}`);
  if (!ordinal) evidence.push(note.label === candidate.label ? 'typed label' : 'other label');
  const split = candidate.evidence.includes('before digit');
  if (split) {
    const rest = candidate.context.at(-1) ?? '';
    if (note.words.has(rest)) evidence.push('rest in note');
    if (note.words.has(rest + candidate.label)) evidence.push('run in note');
  } else if (candidate.label.length > 1 && note.words.has(candidate.label)) evidence.push('number in note');
  const words = split ? candidate.context.slice(0, -1) : candidate.context;
  const shared = words.slice(-3).some((word) => !COMMON.test(word) && note.words.has(word));
  if (shared) evidence.push('word in note');
  return evidence;
}

const COMMON =
  /^(?:[0-9]|that|this|with|from|have|were|which|their|been|would|there|document|telegram|state|department|dated|memorandum|states|united|ante|supra|printed)$/;

/** So many pairings are weighed at most. */
const BUDGET = 1_000_000;

/**
 * In: notes and candidates. Out: the pairings to be summed, in the order that `sumPairings` asks for.
 * Where there would be too many, the weakest candidates go first, then labels far from the list's.
 */
export function pairCandidates(
  notes: readonly NoteFacts[],
  candidates: readonly WeighedCandidate[],
  ordinal: boolean,
  weights: MarkerWeights,
  describe?: (pairing: number, evidence: readonly string[]) => void,
): Pairing[] {
  const n = notes.length;
  const keep = Math.max(4 * n, Math.floor(BUDGET / Math.max(1, n)));
  const strong = strongest(candidates, keep);
  const window =
    strong.length * n <= BUDGET ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(BUDGET / strong.length / 2));
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
      for (const { candidate, index } of members) {
        if (candidate.inNote !== undefined && candidate.inNote >= note) continue;
        const offset = candidate.value - facts.value;
        if (Math.abs(offset) > window) continue;
        const evidence = describePair(facts, note, candidate, ordinal);
        const weight = candidate.weight + weigh(evidence, weights);
        describe?.(pairings.length, evidence);
        pairings.push({ note, candidate: index, offset: Number.isNaN(offset) ? undefined : offset, weight });
      }
    }
    from = to;
  }
  return pairings;
}

interface Numbered {
  readonly candidate: WeighedCandidate;
  readonly index: number;
}

function strongest(candidates: readonly WeighedCandidate[], keep: number): readonly Numbered[] {
  const numbered = candidates.map((candidate, index) => ({ candidate, index }));
  if (numbered.length <= keep) return numbered;
  const weights = Float64Array.from(candidates, (candidate) => candidate.weight).sort();
  const limit = weights[weights.length - keep] ?? 0;
  return numbered.filter(({ candidate }) => candidate.weight >= limit);
}

/** Notes whose number is within reach of the labels; lists that long are numbered throughout. */
function nearNotes(members: readonly Numbered[], notes: number, window: number): { first: number; last: number } {
  const values = members.map(({ candidate }) => candidate.value).filter((value) => !Number.isNaN(value));
  if (values.length === 0) return { first: 0, last: -1 };
  const first = Math.max(0, Math.min(...values) - window - 1);
  return { first, last: Math.min(notes - 1, Math.max(...values) + window) };
}
