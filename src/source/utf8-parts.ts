/** The bytes of a text in UTF-8 -> its parts, each ending with a character (RFC 3629). */

/** A part and what is made of it fit into the caches of a processor. */
const PART = 64 * 1024;

/** The parts in order, views of the bytes; a byte order mark is left out. */
export function* utf8Parts(bytes: Uint8Array, size: number = PART): Generator<Uint8Array, undefined> {
  let from = markOf(bytes);
  while (from < bytes.length) {
    let to = Math.min(from + Math.max(4, size), bytes.length);
    if (to < bytes.length) while (((bytes[to] ?? 0) & 0xc0) === 0x80) to--;
    yield bytes.subarray(from, to);
    from = to;
  }
  return undefined;
}

/** How many bytes the byte order mark has that they begin with: three, or none. */
export function markOf(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}
