/** Years and days of dates, in figures or Roman numerals -> numbers. */
import { romanNumber } from '../transcript/index.js';

/** A fragment of an expression without regard to case: a year. `M. D.` alone is a doctor. */
export const ROMAN_YEAR = String.raw`M(?:[DCLXVIJ]{2,12}|\.\s?(?:D|CCCC|CD)\.\s?[CLXVIJ]{2,9})(?!\p{L})`;

/** In: figures or a numeral. Out: the year, of those that letters are of. */
export function yearNumber(typed: string): number | undefined {
  const year = /^\d{4}$/.test(typed) ? Number(typed) : romanNumber(typed);
  return year !== undefined && year >= 1000 && year < 2100 ? year : undefined;
}

/** In: figures or a numeral. Out: the day of a month; no single small letter is a numeral (`i`, `v`). */
export function dayNumber(typed: string): number | undefined {
  if (/^\d/.test(typed)) return Number(typed);
  const day = /^[ivxj]$/.test(typed) ? undefined : romanNumber(typed);
  return day !== undefined && day <= 31 ? day : undefined;
}
