/** Decisions on markers -> pairings that leave nothing to be weighed where somebody has decided. */
import type { RawNote } from './constructs/note-list.js';
import type { SettledDecision } from './decisions.js';
import type { WeighedCandidate } from './marker-evidence.js';
import type { Pairing } from './pairing.js';

/** A note that has no marker. */
const NO_MARKER = -1;
/** Log odds of what is certain. */
const CERTAIN = 60;

/** In: the notes, the candidates in the order of the text, the decisions. Out: for notes that were decided on, the index of their candidate; -1 where they have none. */
export function pinMarkers(
  notes: readonly RawNote[],
  candidates: readonly WeighedCandidate[],
  decisions: readonly SettledDecision[],
): ReadonlyMap<number, number> {
  const pinned = new Map<number, number>();
  for (const { decision, offset } of decisions) {
    if (decision.marker === false) {
      const note = notes.findIndex(({ start, textStart }) => start <= offset && offset < textStart);
      if (note >= 0) pinned.set(note, NO_MARKER);
    } else if (decision.note !== undefined) {
      const note = notes.findIndex(({ label }) => label === decision.note);
      const candidate = candidates.findIndex(({ start, labelStart }) => start === offset || labelStart === offset);
      if (note >= 0 && candidate >= 0) pinned.set(note, longest(candidates, candidate, decision.note));
    }
  }
  return pinned;
}

/** Of candidates that begin at one place, the one that is labelled as the note; else the first. */
function longest(candidates: readonly WeighedCandidate[], first: number, label: string): number {
  const start = candidates[first]?.start;
  const same = candidates.findIndex((each) => each.start === start && each.label === label);
  return same >= 0 ? same : first;
}

/** A pinned note has its candidate alone, and no other note has it; what overlaps it goes. */
export function applyPins(
  pairings: Pairing[],
  candidates: readonly WeighedCandidate[],
  pinned: ReadonlyMap<number, number>,
): Pairing[] {
  if (pinned.size === 0) return pairings;
  const taken = new Map([...pinned].map(([note, candidate]) => [candidates[candidate]?.group ?? NO_MARKER, note]));
  return pairings.flatMap((pairing) => {
    const pin = pinned.get(pairing.note);
    if (pin !== undefined) return pin === pairing.candidate ? [{ ...pairing, weight: CERTAIN }] : [];
    const owner = taken.get(candidates[pairing.candidate]?.group ?? Number.NaN);
    return owner === undefined ? [pairing] : [];
  });
}
