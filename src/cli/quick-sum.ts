/** Bytes -> a number that tells what was damaged from what is whole. It is no proof against forgery, and needs nothing loaded. */

/** FNV-1a, over words of four bytes as far as there are any: 0 to 2^32 - 1. */
export function sumOf(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  const add = (value: number) => {
    sum = Math.imul(sum ^ value, 0x01000193);
  };
  // A view has to begin at a multiple of its words' size.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
  for (let at = 0; at < words.length; at++) sum = Math.imul(sum ^ (words[at] ?? 0), 0x01000193);
  for (const byte of aligned.subarray(words.length * 4)) add(byte);
  return sum >>> 0;
}
