/** Roman numerals as letters and titles have them -> numbers: `XV`, `xiij`, `XIIII`, `MDXXIII`, `M. D. XXIII`. */

const VALUES: Readonly<Record<string, number>> = { I: 1, J: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

/** A fragment of an expression: what is below a thousand, maybe nothing. Signs in their order, each added or taken away as a pair; four of a kind were usual (`XIIII`). */
export const ROMAN_BELOW_THOUSAND = '(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})';

const SHAPE = new RegExp(`^M{0,2}${ROMAN_BELOW_THOUSAND}$`);

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
