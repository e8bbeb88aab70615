/** Notes -> those whose numbers are near a label, found without looking at all of them. */
import type { NoteFacts } from './candidate-table.js';
import type { ListOfText } from './own-text.js';

/** Looks up notes of one list. */
export interface NotesByNumber {
  /** Adds the indexes of the notes of a list whose numbers differ from a label's by no more than `window`; a sign stands with the number before it. */
  addNear(found: Set<number>, list: ListOfText, value: number, window: number): void;
}

/** In: all notes. Out: what looks them up; a list is put in order when it is first asked for. */
export function notesByNumber(notes: readonly NoteFacts[]): NotesByNumber {
  const known = new Map<ListOfText, Numbered>();
  return {
    addNear(found, list, value, window) {
      let ordered = known.get(list);
      if (!ordered) {
        ordered = inOrder(notes, list);
        known.set(list, ordered);
      }
      const { indexes, numbers } = ordered;
      for (let at = firstNotBelow(numbers, value - window); (numbers[at] ?? Infinity) <= value + window; at++)
        found.add(indexes[at] ?? 0);
    },
  };
}

interface Numbered {
  readonly indexes: readonly number[];
  /** The number of each, rising. */
  readonly numbers: Float64Array;
}

function inOrder(notes: readonly NoteFacts[], { first, end }: ListOfText): Numbered {
  let last = 0;
  const numbers = notes.slice(first, end).map(({ value }) => {
    if (!Number.isNaN(value)) last = value;
    return last;
  });
  const places = numbers.map((_, place) => place).sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0) || a - b);
  return { indexes: places.map((place) => first + place), numbers: Float64Array.from(numbers).sort() };
}

function firstNotBelow(numbers: Float64Array, value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
