/** What stands before and behind the end of a line -> is it inside of a word? (TEI Guidelines 3.2.2 and 3.11.3, `@break`) */

/** `fahren-`, and of older print and of transcripts `fahren=`, `fahren⸗`, `fahren¬`. */
const HYPHENED = /\p{L}[-‐=⸗¬]$/u;

/** `Kranken-` and below it `und Armenpflege`: the hyphen stands for what both have in common. */
const SUSPENDED = /^(?:und|u|oder|od|bzw|sowie|wie|and|or|et|ou|e|ed|o|y|en|of)(?!\p{L})/u;

/** In: the end of a line and the beginning of the next. Out: whether a hyphen divides a word there. */
export function dividesWord(before: string, after: string): boolean {
  return HYPHENED.test(before) && /^\p{Ll}/u.test(after) && !SUSPENDED.test(after);
}
