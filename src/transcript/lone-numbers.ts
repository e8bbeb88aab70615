/** A source -> the lines that have nothing but a number and signs or a word about it, as pages are numbered: `(p. 20)`, `- 20 -`, `20`. */
import type { Source } from '../source/index.js';
import type { PageBreakForm } from './conventions.js';
import { isBlank, splitLines } from './lines.js';

/** Lines that are typed alike. */
export interface LoneNumbers extends PageBreakForm {
  /** Where the first begins and ends, without blanks. */
  readonly start: number;
  readonly end: number;
  /** The number of the first: `20r`. */
  readonly first: string;
  readonly count: number;
  /** How many follow the one before: by one, or from the front of a leaf to its back. */
  readonly following: number;
}

const LONE = /^[ \t]*([^\d]{0,16}?)([0-9]{1,4})([rv]?)([^\d]{0,8}?)[ \t]*$/;
/** No such line is longer, without its blanks. */
const LONGEST = 29;

/** In: a source. Out: a group for each way of typing them. */
export function loneNumbers(source: Source): readonly LoneNumbers[] {
  const groups = new Map<string, LoneNumbers & { readonly last: string }>();
  for (const line of splitLines(source)) {
    if (isBlank(line) || line.textEnd - line.textStart > LONGEST) continue;
    const typed = source.text.slice(line.start, line.end);
    const [, before = '', digits = '', side = '', after = ''] = LONE.exec(typed) ?? [];
    if (digits === '') continue;
    const start = line.start + typed.length - typed.trimStart().length;
    const end = line.start + typed.trimEnd().length;
    const last = digits + side;
    const key = `${before}0${after}`;
    const group = groups.get(key);
    if (!group) groups.set(key, { before, after, start, end, first: last, count: 1, following: 0, last });
    else {
      const following = group.following + (isNext(group.last, last) ? 1 : 0);
      groups.set(key, { ...group, count: group.count + 1, following, last });
    }
  }
  return [...groups.values()];
}

function isNext(before: string, after: string): boolean {
  const step = Number.parseInt(after, 10) - Number.parseInt(before, 10);
  return step === 1 || (step === 0 && before.endsWith('r') && after.endsWith('v'));
}
