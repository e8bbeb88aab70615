/** Lists of names for messages: at most five, the nearest first, and how many more there are. */
import { distance } from 'fastest-levenshtein';

const SHOWN = 5;

/** `"a", "b" or "c"`; beyond five: `"a", "b", "c", "d", "e" or 12 others`. Items come as they are to be shown. */
export function listAlternatives(items: readonly string[]): string {
  if (items.length <= SHOWN) return join(items, 'or');
  const others = items.length - SHOWN;
  return `${items.slice(0, SHOWN).join(', ')} or ${others} ${others === 1 ? 'other' : 'others'}`;
}

/** `"a", "b" and "c"`. */
export function listAll(items: readonly string[]): string {
  return join(items, 'and');
}

function join(items: readonly string[], word: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items[items.length - 1]}`;
}

/** How unlike two names are: edits, with a common beginning counting for them; 0 for names that differ in case and hyphens only. */
function unlikeness(written: string, name: string): number {
  const [a, b] = [plain(written), plain(name)];
  if (a === b) return 0;
  const edits = distance(a, b);
  const common = commonStart(a, b);
  return common >= 4 && common * 2 >= Math.min(a.length, b.length) ? Math.min(edits, Math.ceil(edits / 2)) : edits;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_.]|^.*:/g, '');
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** The name that was most likely meant; undefined if none is near. Prefixes do not count: `id` is near to `xml:id`. */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.ceil(plain(written).length / 3));
  let nearest: string | undefined;
  let least = limit + 1;
  for (const name of names) {
    const far = unlikeness(written, name);
    if (far >= least || far >= plain(name).length) continue;
    nearest = name;
    least = far;
  }
  return nearest;
}

/** The same names, those most like `written` first; those that are all unlike it stay in order. */
export function nearestFirst(written: string, names: readonly string[]): readonly string[] {
  const limit = Math.max(1, Math.ceil(plain(written).length / 3));
  const ranked = names.map((name) => ({ name, far: Math.min(limit + 1, unlikeness(written, name)) }));
  return ranked.sort((a, b) => a.far - b.far).map(({ name }) => name);
}
