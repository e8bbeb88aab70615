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

function unlikenessOfPlain({ text: a }: Plain, { text: b }: Plain): number {
  if (a === b) return 0;
  const edits = distance(a, b);
  return edits === 2 && sorted(a) === sorted(b) ? 1 : edits;
}

/** A name without case, hyphens and prefix. */
interface Plain {
  readonly text: string;
  /** Which letters it has, a bit for each. */
  readonly letters: number;
}

/** No two names are less unlike than this: each letter more or less is an edit, and so is each that the other has not. Most names differ by more than there may be. */
function leastUnlikeness(a: Plain, b: Plain): number {
  return Math.max(
    Math.abs(a.text.length - b.text.length),
    bitsIn(a.letters & ~b.letters),
    bitsIn(b.letters & ~a.letters),
  );
}

/** How unlike two names are, where that is no more than `most`; else anything above. */
function unlikenessWithin(most: number, a: Plain, b: Plain): number {
  return leastUnlikeness(a, b) > most ? most + 1 : unlikenessOfPlain(a, b);
}

function bitsIn(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

/** The names of a schema are compared with again and again. */
const plains = new Map<string, Plain>();
const MOST_PLAINS = 10_000;

function plain(name: string): Plain {
  const known = plains.get(name);
  if (known !== undefined) return known;
  const text = name.toLowerCase().replace(/[-_.]|^.*:/g, '');
  const made = { text, letters: lettersOf(text) };
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
  const { length } = plain(written).text;
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
    const far = unlikenessWithin(least - 1, wanted, possible);
    if (far >= least || far >= possible.text.length) continue;
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
    const far = written === undefined || tolerance < 0 ? 0 : unlikenessWithin(tolerance, plain(written), plain(name));
    if (far <= tolerance) return far - 10;
    const place = common.indexOf(name);
    return place === -1 ? common.length : place;
  };
  const ranked = names.map((name) => ({ name, rank: rank(name) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ name }) => name);
}
