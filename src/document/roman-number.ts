/** Roman numerals as letters have them -> numbers: `XV`, `xiij`, `XIIII`, `MDXXIII`, `M. D. XXIII`. */

const VALUES: Readonly<Record<string, number>> = { I: 1, J: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

/** Signs in their order, each added or taken away as a pair; four of a kind were usual (`XIIII`). */
const SHAPE = /^M{0,2}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})$/;

/** A fragment of an expression without regard to case: a year. `M. D.` alone is a doctor. */
export const ROMAN_YEAR = String.raw`M(?:[DCLXVIJ]{2,12}|\.\s?(?:D|CCCC|CD)\.\s?[CLXVIJ]{2,9})(?!\p{L})`;

/** In: a numeral, with stops or without. Out: its number; undefined where it is none. */
export function romanNumber(numeral: string): number | undefined {
  const signs = numeral.replace(/[.\s]/g, '').toUpperCase().replace(/J/g, 'I');
  if (signs === '' || !SHAPE.test(signs)) return undefined;
  let sum = 0;
  for (const [index, sign] of [...signs].entries()) {
    const value = VALUES[sign] ?? 0;
    sum += value < (VALUES[signs[index + 1] ?? ''] ?? 0) ? -value : value;
  }
  return sum;
}

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
