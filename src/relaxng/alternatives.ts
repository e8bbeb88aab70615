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

/** How unlike two names are: edits, two letters that changed places being one; 0 for names that differ in case and hyphens only. */
function unlikeness(written: string, name: string): number {
  return unlikenessOfPlain(plain(written), plain(name));
}

function unlikenessOfPlain(a: string, b: string): number {
  if (a === b) return 0;
  const edits = distance(a, b);
  return edits === 2 && sorted(a) === sorted(b) ? 1 : edits;
}

/** The names of a schema are compared with again and again. */
const plains = new Map<string, string>();
const MOST_PLAINS = 10_000;

function plain(name: string): string {
  const known = plains.get(name);
  if (known !== undefined) return known;
  const made = name.toLowerCase().replace(/[-_.]|^.*:/g, '');
  if (plains.size >= MOST_PLAINS) plains.clear();
  plains.set(name, made);
  return made;
}

function sorted(name: string): string {
  return Array.from(name).sort().join('');
}

/** What is longer is no misspelt name, and takes long to compare. */
const LONGEST = 100;

/** How unlike a name may be and still be a misspelling: short names are all near to one another. */
function toleranceFor(written: string): number {
  if (written.length > LONGEST) return -1;
  const { length } = plain(written);
  return length <= 2 ? 0 : length <= 5 ? 1 : length <= 8 ? 2 : 3;
}

/** The name that was most likely meant; undefined if none is near. Prefixes do not count: `id` is near to `xml:id`. */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  let least = toleranceFor(written) + 1;
  if (least === 0) return undefined;
  const wanted = plain(written);
  for (const name of names) {
    const possible = plain(name);
    // Each letter more or less is an edit, and most names differ by more than there may be.
    if (Math.abs(possible.length - wanted.length) >= least + 1) continue;
    const far = unlikenessOfPlain(wanted, possible);
    if (far >= least || far >= possible.length) continue;
    nearest = name;
    least = far;
  }
  return nearest;
}

/** The name that is nearer than all others; undefined where two are as near, or none is near. */
export function onlyNearName(written: string, names: Iterable<string>): string | undefined {
  const all = [...new Set(names)];
  const nearest = nearestName(written, all);
  if (nearest === undefined) return undefined;
  const least = unlikeness(written, nearest);
  return all.some((name) => name !== nearest && unlikeness(written, name) <= least) ? undefined : nearest;
}

/** The same names, those most like `written` first, then those of `common` in its order; the others stay in order. */
export function nearestFirst(
  written: string | undefined,
  names: readonly string[],
  common: readonly string[] = [],
): readonly string[] {
  const tolerance = written === undefined ? -1 : toleranceFor(written);
  const rank = (name: string) => {
    const far = written === undefined || tolerance < 0 ? 0 : unlikeness(written, name);
    if (far <= tolerance) return far - 10;
    const place = common.indexOf(name);
    return place === -1 ? common.length : place;
  };
  const ranked = names.map((name) => ({ name, rank: rank(name) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ name }) => name);
}
