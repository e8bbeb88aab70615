/** A text -> the lines that have nothing but a number and signs or a word about it, as pages are numbered: `(p. 20)`, `- 20 -`, `20`. */
import type { PageBreakForm } from './conventions.js';

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

const LONE = /^[ \t]*([^\d\r\n]{0,16}?)([0-9]{1,4})([rv]?)([^\d\r\n]{0,8}?)[ \t]*\r?$/gm;

/** In: a text. Out: a group for each way of typing them. */
export function loneNumbers(text: string): readonly LoneNumbers[] {
  const groups = new Map<string, LoneNumbers & { readonly last: string }>();
  for (const match of text.matchAll(LONE)) {
    const [line, before = '', digits = '', side = '', after = ''] = match;
    const last = digits + side;
    const key = `${before}0${after}`;
    const group = groups.get(key);
    const start = match.index + line.length - line.trimStart().length;
    const end = match.index + line.trimEnd().length;
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
