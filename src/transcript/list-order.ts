/** Notes and the candidates of a text -> the order in which their markers stand, where the list is typed in another: `1 2 3 *` of a text with `1 * 2 3`. */
import type { RawNote } from './constructs/note-list.js';
import { isDigit } from './constructs/note-marker.js';
import type { MarkerForm } from './conventions.js';
import type { WeighedCandidate } from './marker-evidence.js';

/** Where the marker of a note stands; undefined where that is not known. */
type Position = number | undefined;

/**
 * In: the notes; the candidates of the text; the form of markers; `alone` aligns some of the notes by themselves. Out: the indexes
 * of the notes in the order of the text; undefined where it is the order of the list, or is not known.
 */
export function orderOfText(
  notes: readonly RawNote[],
  candidates: readonly WeighedCandidate[],
  form: MarkerForm,
  alone: (notes: readonly RawNote[]) => readonly Position[],
): readonly number[] | undefined {
  if (new Set(notes.map(({ label }) => label)).size < notes.length) return undefined;
  const byLabel = positionsByLabel(candidates);
  const positions: Position[] = notes.map(({ label }) => byLabel.get(label));
  if (form === 'glued') {
    // A number may stand anywhere: the numbers are aligned without the signs.
    const numbers = notes.flatMap(({ label }, index) => (isDigit(label.charCodeAt(0)) ? [index] : []));
    if (numbers.length === 0 || numbers.length === notes.length) return undefined;
    const found = alone(numbers.flatMap((index) => notes[index] ?? []));
    numbers.forEach((index, nth) => {
      positions[index] = found[nth];
    });
  }
  return sorted(positions);
}

/** Labels that stand once in the text. */
function positionsByLabel(candidates: readonly WeighedCandidate[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  const several = new Set<string>();
  for (const { label, start, inNote } of candidates) {
    if (inNote !== undefined) continue;
    if (positions.has(label)) several.add(label);
    positions.set(label, start);
  }
  for (const label of several) positions.delete(label);
  return positions;
}

/** A note of which no position is known stays behind the one before it. */
function sorted(positions: readonly Position[]): readonly number[] | undefined {
  let last = -1;
  const known = positions.map((position) => {
    last = position ?? last;
    return last;
  });
  const order = known.map((_, index) => index).sort((a, b) => (known[a] ?? 0) - (known[b] ?? 0) || a - b);
  return order.every((note, index) => note === index) ? undefined : order;
}
