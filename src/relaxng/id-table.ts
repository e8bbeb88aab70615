/** The IDs of a document -> a table of bytes: half a million of them in some twenty megabytes, and no string kept for any. */

/** A letter has a dozen IDs, and a run may look at thousands of letters. */
const FIRST_BITS = 6;
const FIRST = 1 << FIRST_BITS;

/** Where an ID was given: offsets of its attribute. */
export interface IdPlace {
  readonly start: number;
  readonly end: number;
}

/** A set of IDs in UTF-8 with the place of each. */
export class IdTable {
  #count = 0;
  #mask = FIRST * 2 - 1;
  /** The highest bits of a mixed hash are the slot. */
  #shift = 31 - FIRST_BITS;
  /** Number of the ID + 1, by its hash; open addressing. */
  #slots = new Int32Array(FIRST * 2);
  #hashes = new Int32Array(FIRST);
  /** Where each begins in `#bytes`; it ends where the next begins. */
  #begins = new Float64Array(FIRST + 1);
  #starts = new Float64Array(FIRST);
  #lengths = new Uint32Array(FIRST);
  #bytes = new Uint8Array(FIRST * 8);

  get size(): number {
    return this.#count;
  }

  /** The number of the ID, -1 if it is not there. */
  find(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    for (let slot = slotOf(hash, this.#shift); ; slot = (slot + 1) & mask) {
      const index = (slots[slot] ?? 0) - 1;
      if (index < 0) return -1;
      if (this.#hashes[index] === hash && this.#isWritten(index, bytes, from, to)) return index;
    }
  }

  /** Adds an ID that is not there. `start` and `end` are of its attribute. */
  add(bytes: Uint8Array, from: number, to: number, hash: number, start: number, end: number): void {
    const index = this.#count;
    if (index === this.#hashes.length) this.#growEntries();
    const begin = this.#begins[index] ?? 0;
    if (begin + to - from > this.#bytes.length) this.#bytes = grown(this.#bytes, begin + to - from);
    const kept = this.#bytes;
    for (let i = from; i < to; i++) kept[begin + i - from] = bytes[i] ?? 0;
    this.#begins[index + 1] = begin + to - from;
    this.#hashes[index] = hash;
    this.#starts[index] = start;
    this.#lengths[index] = end - start;
    this.#count++;
    this.#put(index, hash);
  }

  placeOf(index: number): IdPlace {
    const start = this.#starts[index] ?? 0;
    return { start, end: start + (this.#lengths[index] ?? 0) };
  }

  #isWritten(index: number, bytes: Uint8Array, from: number, to: number): boolean {
    const begin = this.#begins[index] ?? 0;
    if ((this.#begins[index + 1] ?? 0) - begin !== to - from) return false;
    const kept = this.#bytes;
    for (let i = from; i < to; i++) if (kept[begin + i - from] !== bytes[i]) return false;
    return true;
  }

  #put(index: number, hash: number): void {
    if (this.#count * 2 > this.#slots.length) {
      this.#slots = new Int32Array(this.#slots.length * 2);
      this.#mask = this.#slots.length - 1;
      this.#shift--;
      for (let other = 0; other < index; other++) this.#place(other, this.#hashes[other] ?? 0);
    }
    this.#place(index, hash);
  }

  #place(index: number, hash: number): void {
    let slot = slotOf(hash, this.#shift);
    while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
    this.#slots[slot] = index + 1;
  }

  #growEntries(): void {
    const size = this.#hashes.length * 2;
    const [hashes, lengths] = [new Int32Array(size), new Uint32Array(size)];
    hashes.set(this.#hashes);
    lengths.set(this.#lengths);
    const [begins, starts] = [new Float64Array(size + 1), new Float64Array(size)];
    begins.set(this.#begins);
    starts.set(this.#starts);
    this.#hashes = hashes;
    this.#lengths = lengths;
    this.#begins = begins;
    this.#starts = starts;
  }
}

function grown(bytes: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(least, bytes.length * 2));
  larger.set(bytes);
  return larger;
}

/** Names that are counted up have hashes side by side: these are spread over all slots. */
function slotOf(hash: number, shift: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> shift;
}

/** The same hash that a scanner makes of the bytes of a value. */
export function hashOf(bytes: Uint8Array): number {
  let hash = 0;
  for (const byte of bytes) hash = (Math.imul(hash, 31) + byte) | 0;
  return hash;
}
