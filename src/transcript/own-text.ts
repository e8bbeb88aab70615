/** Notes in several lists, at the feet of pages or between paragraphs -> the text that each list is of. */
import type { Source } from '../source/index.js';
import type { RawNote } from './constructs/note-list.js';
import type { WeighedCandidate } from './marker-evidence.js';
import type { Pairing } from './pairing.js';

/** Log odds of a marker that does not stand between the list before and the one that has its note. */
const ELSEWHERE = -4;

/** In: pairings of the notes of one list or several. Out: those whose marker is not above the note's own list weigh less. */
export function preferOwnText(
  source: Source,
  notes: readonly RawNote[],
  candidates: readonly WeighedCandidate[],
  pairings: Pairing[],
): Pairing[] {
  const own = ownTexts(source, notes);
  if (own.at(-1)?.start === 0) return pairings;
  return pairings.map((pairing) => {
    const text = own[pairing.note];
    const candidate = candidates[pairing.candidate];
    if (!text || !candidate || candidate.inNote !== undefined) return pairing;
    return isWithin(text, candidate) ? pairing : { ...pairing, weight: pairing.weight + ELSEWHERE };
  });
}

export function isWithin(text: { readonly start: number; readonly end: number }, { start }: WeighedCandidate): boolean {
  return text.start <= start && start < text.end;
}

/** For each note, what stands between its list and the one before. */
export function ownTexts(
  source: Source,
  notes: readonly RawNote[],
): readonly { readonly start: number; readonly end: number }[] {
  let own = { start: 0, end: notes[0]?.start ?? 0 };
  return notes.map((note, index) => {
    const before = notes[index - 1]?.end ?? note.start;
    if (/\S/.test(source.text.slice(before, note.start))) own = { start: before, end: note.start };
    return own;
  });
}
