/** The further numbers of a list in a reference: ` and 8`, `–15`, `, 12, and 14`. */
import { matchAt } from './match-at.js';
import * as wording from './reference-pattern.js';

/** In: a text, and where the first number ends. Out: the numbers behind it, in order. */
export function numbersFrom(text: string, at: number): readonly { readonly start: number; readonly end: number }[] {
  const numbers: { readonly start: number; readonly end: number }[] = [];
  for (let end = at; ; ) {
    const next = matchAt(wording.NEXT_NUMBER, text, end);
    const start = end + (next?.[0].length ?? 0);
    const number = next ? matchAt(wording.NUMBERED, text, start) : undefined;
    if (!number) return numbers;
    end = start + number[0].length;
    // A year, or the number of something else that is named behind it.
    if (/^\d{4}$/.test(number[0]) || /^\s?(?:\p{Lu}|[–-]\d{4})/u.test(text.slice(end, end + 6)) === true)
      return numbers;
    numbers.push({ start, end });
  }
}
