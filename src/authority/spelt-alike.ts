/** Two forenames -> are they one in two spellings? */

/** In: two words, folded: `alexandru`, `alexzandru`. Out: whether no more than a letter or two tells them apart, or the end. */
export function isSpeltAlike(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter < 3) return false;
  if (shorter > 3 && one.slice(0, 4) === other.slice(0, 4)) return true;
  const most = shorter < 5 ? 1 : 2;
  return Math.abs(one.length - other.length) <= most && distance(one, other) <= most;
}

/** How many letters have to be changed, left out or put in (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, k) => k);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (let k = 0; k < other.length; k++) {
      const changed = (row[k] ?? 0) + (letter === other.charAt(k) ? 0 : 1);
      next.push(Math.min(changed, (row[k + 1] ?? 0) + 1, (next[k] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
