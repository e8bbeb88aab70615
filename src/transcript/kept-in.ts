/** A line -> whether it says where a document is kept, as volumes print it before a head. */

const LONGEST = 120;

/** `Eisenhower Library, Whitman file`, `JCS records, CCS 381 (11–29–49)`, `123 Stanton, Edwin F.`, `Hickerson–Murphy–Key: Telegram`. */
const KEPT_IN =
  /^(?:\p{Lu}(?!.*[.?!]["”]? \p{Lu}\p{Ll}+ \p{Ll})[^!?]{0,80}\b(?:[Ff]iles?|[Pp]apers|[Rr]ecords|Library|Archives?)\b[^!?]*|\d{3}(?:\.\d+)? \p{Lu}[^!?]{1,60}|[^!?]{1,80}: (?:Tele|Air)gram)$/u;

/** Titles have such words as well: it is one of these lines only where a title follows that is worded as one, and it is none itself. */
export function maySayWhereKept(text: string): boolean {
  return text.length <= LONGEST && KEPT_IN.test(text.trim());
}
