/** Printed numbers in their order -> those that do not follow the one before. */
import type { PrintedNumber } from './documents.js';

/** The numbers that are out of sequence, with what they follow; one that is mistyped alone is named once. */
export function outOfSequence<Item extends { readonly number: PrintedNumber }>(
  items: readonly Item[],
): readonly { readonly item: Item; readonly before: Item }[] {
  const found: { readonly item: Item; readonly before: Item }[] = [];
  let expected = items[0]?.number;
  for (const [i, item] of items.entries()) {
    const before = items[i - 1];
    if (!before || !expected) continue;
    const { number } = item;
    if (isNext(expected, number)) {
      expected = number;
      continue;
    }
    found.push({ item, before });
    const after = items[i + 1]?.number;
    const skipped: PrintedNumber = { value: expected.value + 1, rest: '' };
    // The next one goes on as if this one had been right.
    expected = after && isNext(skipped, after) && !isNext(number, after) ? skipped : number;
  }
  return found;
}

function isNext(before: PrintedNumber, after: PrintedNumber): boolean {
  if (after.value === before.value + 1) return after.rest === '' || after.rest === 'a';
  return after.value === before.value && after.rest > before.rest;
}
