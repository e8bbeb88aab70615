/** The bytes of a text in UTF-8 -> where its lines start: line and column of any offset, without the text (RFC 3629). */
import type { Point } from './source.js';

/** Offsets count UTF-16 code units, as those of the text do. Plain data: one thread can send it to another. */
export interface LineTable {
  /** Of the first character of each line. Lines end in LF, CR LF or CR. */
  readonly starts: Uint32Array;
  /** Of the characters that take two units. */
  readonly pairs: Uint32Array;
  /** Of the end of the text. */
  readonly end: number;
}

const LF = 0x0a;
const CR = 0x0d;

/** In: parts as of a source's `bytes`; one may end between CR and LF. */
export function readLineTable(parts: Iterable<Uint8Array>): LineTable {
  const starts = [0];
  const pairs: number[] = [];
  let base = 0;
  let afterCr = false;
  for (const part of parts) {
    const { length } = part;
    /** What an offset in the text has more than one in the part. */
    let shift = base;
    for (let at = 0; at < length; at++) {
      const byte = part[at] ?? 0;
      if (afterCr) {
        afterCr = false;
        if (byte !== LF) starts.push(at + shift);
      }
      if (byte > CR && byte < 0x80) continue;
      if (byte === LF) starts.push(at + shift + 1);
      else if (byte === CR) afterCr = true;
      else if (byte >= 0xf0) {
        pairs.push(at + shift);
        // Of its four bytes the three to come are taken off one by one.
        shift++;
      } else if (byte >= 0x80 && byte < 0xc0) shift--;
    }
    base = length + shift;
  }
  if (afterCr) starts.push(base);
  return { starts: Uint32Array.from(starts), pairs: Uint32Array.from(pairs), end: base };
}

/** Line and column of an offset; an offset beyond the text is the end of the text. */
export function pointInTable({ starts, pairs, end }: LineTable, offset: number): Point {
  const at = Math.max(0, Math.min(offset, end));
  const line = countUpTo(starts, at);
  const lineStart = starts[line - 1] ?? 0;
  const wide = countUpTo(pairs, at - 2) - countUpTo(pairs, lineStart - 1);
  return { line, column: at - lineStart - Math.max(0, wide) + 1 };
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(numbers: Uint32Array, limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
