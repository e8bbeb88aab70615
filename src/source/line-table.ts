/** The bytes of a text in UTF-8 -> where its lines start: line and column of any offset, without the text (RFC 3629). */
import type { Point, Source } from './source.js';

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
  const starts = new Offsets();
  const pairs = new Offsets();
  starts.add(0);
  let base = 0;
  let afterCr = false;
  for (const part of parts) {
    const { length } = part;
    /** What an offset in the text has more than one in the part. */
    let shift = base;
    const words = wordsOf(part);
    for (let at = 0; at < length; at++) {
      if (!afterCr) at = skipPlain(words, at);
      if (at >= length) break;
      const byte = part[at] ?? 0;
      if (afterCr) {
        afterCr = false;
        if (byte !== LF) starts.add(at + shift);
      }
      if (byte > CR && byte < 0x80) continue;
      if (byte === LF) starts.add(at + shift + 1);
      else if (byte === CR) afterCr = true;
      else if (byte >= 0xf0) {
        pairs.add(at + shift);
        // Of its four bytes the three to come are taken off one by one.
        shift++;
      } else if (byte >= 0x80 && byte < 0xc0) shift--;
    }
    base = length + shift;
  }
  if (afterCr) starts.add(base);
  return { starts: starts.list(), pairs: pairs.list(), end: base };
}

/** Four bytes each, those that can be had so. */
interface Words {
  readonly words: Uint32Array;
  /** How many bytes of the part stand before the first. */
  readonly from: number;
}

function wordsOf({ buffer, byteOffset, length }: Uint8Array): Words {
  const from = -byteOffset & 3;
  const count = (length - from) >> 2;
  return { words: count > 0 ? new Uint32Array(buffer, byteOffset + from, count) : new Uint32Array(0), from };
}

/** Offset of the next byte of a word that holds a line end, or what is not ASCII; most words hold neither. */
function skipPlain({ words, from }: Words, at: number): number {
  if (((at - from) & 3) !== 0 || at < from) return at;
  let index = (at - from) >> 2;
  const { length } = words;
  while (index < length) {
    const word = words[index] ?? 0;
    // Not zero where a byte is not ASCII, or below 14.
    if (((word | (word - 0x0e0e0e0e)) & 0x80808080) !== 0) break;
    index++;
  }
  return Math.max(at, from + index * 4);
}

/** Offsets that are not known how many. */
class Offsets {
  #all = new Uint32Array(1024);
  #count = 0;

  add(offset: number): void {
    if (this.#count === this.#all.length) {
      const all = new Uint32Array(this.#count * 2);
      all.set(this.#all);
      this.#all = all;
    }
    this.#all[this.#count++] = offset;
  }

  list(): Uint32Array {
    return this.#all.slice(0, this.#count);
  }
}

/** In: a text that is held. Out: the table of its lines, for when it is held no longer. */
export function lineTableOf({ text, lineStarts }: Source): LineTable {
  const pairs = Array.from(text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g), ({ index }) => index);
  return { starts: new Uint32Array(lineStarts), pairs: new Uint32Array(pairs), end: text.length };
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
