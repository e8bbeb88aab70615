/** A UTF-16 code unit -> whether it is a letter: what `\p{L}` says of it, asked once for each. Halves of surrogate pairs are none. */

const UNKNOWN = 0;
const LETTER = 1;
const OTHER = 2;
const known = new Uint8Array(0x10000);

/** False behind the end of a text. */
export function isLetterUnit(unit: number): boolean {
  const kind = known[unit];
  return kind === UNKNOWN ? learn(unit) : kind === LETTER;
}

function learn(unit: number): boolean {
  const isLetter = /\p{L}/u.test(String.fromCharCode(unit));
  known[unit] = isLetter ? LETTER : OTHER;
  return isLetter;
}
