/** The bytes of a document in UTF-8 -> a window that is scanned byte by byte, with the offsets in characters that they stand for (RFC 3629). */
import { NOWHERE } from './characters.js';

const CARRY = 8;
const SPACE = 0x20;

/**
 * A part of a document. `text` has a character for each *byte*: markup is ASCII, and what is not needs no decoding
 * before somebody asks for it. Offsets within the part are bytes; those of the document count UTF-16 code units.
 */
export class BytePart {
  bytes = new Uint8Array(0);
  text = '';
  /** How many bytes the part has; a zero stands behind them. */
  length = 0;
  #words = new Uint32Array(0);
  /** The words that are not ASCII alone, in order; those before `#nextWide` are counted in `#delta`. */
  #wide = new Uint32Array(0);
  #wideCount = 0;
  #nextWide = 0;
  /** The first byte of the next of them. */
  #plainUntil = NOWHERE;
  /** Offset in the document of the first byte. */
  #base = 0;
  /** What an offset in bytes has more than one in characters. */
  #delta = 0;
  #ampersand = -1;
  #sectionEnd = -1;

  /** Forgets the bytes before `from`. */
  drop(from: number): void {
    this.#base = this.offsetOf(from);
    this.bytes.copyWithin(0, from, this.length);
    this.length -= from;
  }

  /** Puts these bytes behind the others; nothing else is to be asked before `look`. */
  append(added: Uint8Array): void {
    const length = this.length + added.length;
    if (length + CARRY > this.bytes.length) {
      const old = this.bytes;
      const capacity = Math.max(length * 2, 4096) & ~3;
      this.bytes = new Uint8Array(capacity);
      this.bytes.set(old.subarray(0, this.length));
      this.#words = new Uint32Array(this.bytes.buffer);
      this.#wide = new Uint32Array(capacity >> 2);
    }
    this.bytes.set(added, this.length);
    this.length = length;
  }

  /** Looks through the bytes; answers whether XML can hold all their characters. */
  look(): boolean {
    const { length } = this;
    this.bytes.fill(SPACE, length, length + CARRY);
    const isLegal = this.#findWide();
    this.bytes.fill(0, length, length + CARRY);
    this.text = Buffer.from(this.bytes.buffer, 0, length).toString('latin1');
    this.#nextWide = 0;
    this.#delta = -this.#base;
    this.#plainUntil = this.#wideCount > 0 ? (this.#wide[0] ?? 0) * 4 : NOWHERE;
    this.#ampersand = -1;
    this.#sectionEnd = -1;
    // U+FFFE and U+FFFF are EF BF BE and EF BF BF; a byte that is EF is rare.
    const mayBeIllegal = this.#wideCount > 0 && this.text.includes('\xef');
    return isLegal && !(mayBeIllegal && /\xef\xbf[\xbe\xbf]/.test(this.text));
  }

  /** Four bytes at a time: no control characters but tab, line feed and carriage return? */
  #findWide(): boolean {
    const words = this.#words;
    const end = (this.length + 3) >> 2;
    let wide = 0;
    for (let at = 0; at < end; at++) {
      const word = words[at] ?? 0;
      if ((word & 0x80808080) !== 0) this.#wide[wide++] = at;
      // Not zero where a byte is below 20; now and then also where it is not.
      if (((word - 0x20202020) & ~word & 0x80808080) !== 0 && hasControl(word)) return false;
    }
    this.#wideCount = wide;
    return true;
  }

  /** Offset in the document of a byte. Quick where it is asked for in order. */
  offsetOf(at: number): number {
    if (at <= this.#plainUntil) return at - this.#delta;
    return this.#countTo(at);
  }

  #countTo(at: number): number {
    let next = this.#nextWide;
    for (; next < this.#wideCount; next++) {
      const word = this.#wide[next] ?? 0;
      if (word * 4 + 4 > at) break;
      this.#delta += excess(this.bytes, word * 4, word * 4 + 4);
    }
    this.#nextWide = next;
    this.#plainUntil = next < this.#wideCount ? (this.#wide[next] ?? 0) * 4 : NOWHERE;
    return at - this.#delta - (this.#plainUntil < at ? excess(this.bytes, this.#plainUntil, at) : 0);
  }

  /** How many code units the bytes are; `isWide` where some may not be ASCII. */
  unitsBetween(from: number, to: number, isWide: boolean): number {
    return to - from - (isWide ? excess(this.bytes, from, to) : 0);
  }

  /** The text that the bytes stand for. */
  decode(from: number, to: number): string {
    return Buffer.from(this.bytes.buffer, from, to - from).toString('utf8');
  }

  ampersandFrom(from: number): number {
    if (this.#ampersand < from) this.#ampersand = this.find('&', from);
    return this.#ampersand;
  }

  /** Of the next `]]>`. */
  sectionEndFrom(from: number): number {
    if (this.#sectionEnd < from) this.#sectionEnd = this.find(']]>', from);
    return this.#sectionEnd;
  }

  /** Where the sign comes next; NOWHERE where it does not. */
  find(sign: string, from: number): number {
    const found = this.text.indexOf(sign, from);
    return found === -1 ? NOWHERE : found;
  }
}

/** By how much the bytes outnumber the code units: each but the first of a character counts, and one of four is a unit. */
function excess(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if ((byte & 0xc0) === 0x80) count++;
    else if (byte >= 0xf0) count--;
  }
  return count;
}

function hasControl(word: number): boolean {
  for (let shift = 0; shift < 32; shift += 8) {
    const byte = (word >>> shift) & 0xff;
    if (byte < SPACE && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return true;
  }
  return false;
}
