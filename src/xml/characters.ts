/** Which characters XML text and names can hold (XML 1.0, productions Char, S, NameStartChar, NameChar). */

/** Is the character allowed in an XML 1.0 document (production Char)? */
export function isXmlCharacter(code: number): boolean {
  return (
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}

/** White space of XML (production S); false behind the end of a text. */
export function isXmlSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
}

/** Offset behind the white space at `from`. */
export function skipXmlSpace(text: string, from: number): number {
  let at = from;
  while (isXmlSpace(text.charCodeAt(at))) at++;
  return at;
}

const IN_NAME = 1;
const BEGINS_NAME = 2;

/** Of each UTF-16 code unit: may it stand in a name, may it begin one? Letters beyond U+FFFF are two units each. */
const NAME_UNITS = nameUnits(
  [
    [0x3a],
    [0x41, 0x5a],
    [0x5f],
    [0x61, 0x7a],
    [0xc0, 0xd6],
    [0xd8, 0xf6],
    [0xf8, 0x2ff],
    [0x370, 0x37d],
    [0x37f, 0x1fff],
    [0x200c, 0x200d],
    [0x2070, 0x218f],
    [0x2c00, 0x2fef],
    [0x3001, 0xd7ff],
    [0xd800, 0xdb7f],
    [0xf900, 0xfdcf],
    [0xfdf0, 0xfffd],
  ],
  [[0x2d, 0x2e], [0x30, 0x39], [0xb7], [0x300, 0x36f], [0x203f, 0x2040], [0xdc00, 0xdfff]],
);

type Ranges = readonly (readonly [first: number, last?: number])[];

function nameUnits(starts: Ranges, others: Ranges): Uint8Array {
  const units = new Uint8Array(0x10000);
  for (const [first, last = first] of starts) units.fill(IN_NAME | BEGINS_NAME, first, last + 1);
  for (const [first, last = first] of others) units.fill(IN_NAME, first, last + 1);
  return units;
}

/** May the code unit begin a name? False behind the end of a text. */
export function beginsName(unit: number): boolean {
  return ((NAME_UNITS[unit] ?? 0) & BEGINS_NAME) !== 0;
}

/** May the code unit stand in a name? False behind the end of a text. */
export function isInName(unit: number): boolean {
  return ((NAME_UNITS[unit] ?? 0) & IN_NAME) !== 0;
}

/** Offset behind the name that begins at `from`; `from` itself where none does. */
export function nameEnd(text: string, from: number): number {
  return beginsName(text.charCodeAt(from)) ? tokenEnd(text, from) : from;
}

/** Offset behind the name token (production Nmtoken) at `from`; `from` itself where there is none. */
export function tokenEnd(text: string, from: number): number {
  let at = from;
  while (isInName(text.charCodeAt(at))) at++;
  return at;
}

/** An offset behind the end of every text. */
export const NOWHERE = 0x7fffffff;

/** What XML cannot hold, and halves of surrogate pairs, which it can in pairs only. */
const SUSPECT = /[^\t\n\r -\uD7FF\uE000-\uFFFD]/g;

/** Offset of the first character that XML cannot hold, from `from` on; NOWHERE where there is none. */
export function findIllegalCharacter(text: string, from: number): number {
  SUSPECT.lastIndex = from;
  for (let found = SUSPECT.exec(text); found; found = SUSPECT.exec(text)) {
    const isPair = isHigh(text.charCodeAt(found.index)) && isLow(text.charCodeAt(found.index + 1));
    if (!isPair) return found.index;
    SUSPECT.lastIndex = found.index + 2;
  }
  return NOWHERE;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

/** A long text is mended in pieces: one with millions of line ends would otherwise need a list of them all. */
const PIECE = 65_536;

/** Line ends as XML has them: each CR LF, and each CR alone, is a line feed (XML 1.0, 2.11). */
export function normalizeLineEnds(text: string): string {
  if (!text.includes('\r')) return text;
  let normal = '';
  for (let from = 0, to = 0; from < text.length; from = to) {
    to = from + PIECE;
    if (text.charCodeAt(to - 1) === 0x0d) to++;
    normal += text.slice(from, to).replace(/\r\n?/g, '\n');
  }
  return normal;
}
