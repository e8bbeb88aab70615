/** Candidates that no note has claimed -> those that repeat the marker of a note: `[^1]` a second time, where one note is called so. */
import type { Source } from '../source/index.js';
import type { AlignedNote } from './align-notes.js';
import type { RawNote } from './constructs/note-list.js';
import type { WeighedCandidate } from './marker-evidence.js';
import { isWithin, listsOfText } from './own-text.js';

/** Log odds that a candidate must have. */
const LEAST = 2.5;

/** `see note [1]`: the text speaks of the note, and marks nothing. */
const REFERS =
  /(?<!\p{L})(?:(?:foot|end)?notes?|nn?\.|anm(?:\.|erkung(?:en)?)|fu(?:ß|ss)note|fn\.|not[ae]|noot|прим\.)[ \u00a0]$/iu;

/**
 * In: the notes, all candidates, what the notes have claimed, and the markers that are known to have no note. Out: the candidates of the text that are labelled as
 * a marker of the same page, or of the whole text where there is one list of notes.
 */
export function findRepeated(
  source: Source,
  notes: readonly RawNote[],
  candidates: readonly WeighedCandidate[],
  aligned: readonly AlignedNote[],
  unclaimed: readonly WeighedCandidate[],
): readonly WeighedCandidate[] {
  const claimed = aligned.flatMap(({ candidate }) => candidate ?? []);
  const taken = new Set([...claimed, ...unclaimed].map(({ group }) => group));
  const repeated: WeighedCandidate[] = [];
  let c = 0;
  for (const { own } of listsOfText(source, notes)) {
    const labels = new Set(claimed.flatMap((each) => (isWithin(own, each) ? each.label : [])));
    for (let candidate = candidates[c]; candidate && candidate.start < own.end; candidate = candidates[++c]) {
      const { label, group, weight, inNote } = candidate;
      if (weight < LEAST || inNote !== undefined || taken.has(group) || !labels.has(label)) continue;
      if (REFERS.test(source.text.slice(Math.max(own.start, candidate.start - 16), candidate.start))) continue;
      taken.add(group);
      repeated.push(candidate);
    }
  }
  return repeated;
}
