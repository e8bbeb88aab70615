/** What stands before and behind the end of a line or page -> is it inside of a word? (TEI Guidelines 3.2.2 and 3.11.3, `@break`) */

/** `fahren-`, and of older print and of transcripts `fahren=`, `fahren⸗`, `fahren¬`: as a fragment of a regular expression. */
export const HYPHEN = '[-‐=⸗¬]';

const HYPHENED = new RegExp(`\\p{L}${HYPHEN}$`, 'u');

/** `Kranken-` and below it `und Armenpflege`, `pre-` and `and post-war`: the hyphen stands for what both have in common. */
const SUSPENDED = /^(?:und|u|oder|od|bis|bzw|sowie|wie|and|or|to|et|ou|e|ed|o|y|en|of|och|eller|og|и|или)(?!\p{L})/u;

/** In: what follows a hyphen. Out: whether it is a word of its own, behind part of another. */
export function isSuspended(after: string): boolean {
  return SUSPENDED.test(after);
}

/** In: the end of a line and the beginning of the next. Out: whether a hyphen divides a word there. */
export function dividesWord(before: string, after: string): boolean {
  return HYPHENED.test(before) && /^\p{Ll}/u.test(after) && !isSuspended(after);
}
