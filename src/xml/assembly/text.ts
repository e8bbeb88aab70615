/** The bytes of a text -> where it ends, whether XML can hold it, and by how much its bytes outnumber its UTF-16 code units (XML 1.0, 2.2; RFC 3629). */

/** What a text is. */
export const PLAIN: i32 = 0;
/** It has a reference or "]]>" in it. */
export const WITH_SIGNS: i32 = 1;
/** It has a character that XML cannot hold. */
export const ILLEGAL: i32 = 2;
/** It goes on behind the bytes. */
export const CUT: i32 = 3;

/** Of the text that was scanned last. */
export let kindOfText: i32 = PLAIN;
export let excessOfText: i32 = 0;

/** The control characters below 16 that XML cannot hold: all but tab, line feed and carriage return. */
const LOW_CONTROLS = i8x16(-1, -1, -1, -1, -1, -1, -1, -1, -1, 0, 0, -1, -1, 0, -1, -1);

/**
 * Where the text from `from` on ends: at "<", or behind the bytes. Sixteen bytes at a time; as many zeros have to stand
 * behind `end`.
 */
export function scanText(from: usize, end: usize): usize {
  let at = from;
  let excess: i32 = 0;
  let kind = PLAIN;
  while (true) {
    const bytes = v128.load(at);
    const stops = v128.or(
      v128.or(i8x16.eq(bytes, i8x16.splat(0x3c)), i8x16.eq(bytes, i8x16.splat(0x26))),
      v128.or(
        v128.or(i8x16.eq(bytes, i8x16.splat(0x3e)), i8x16.eq(bytes, i8x16.splat(<i8>0xef))),
        v128.or(
          i8x16.swizzle(LOW_CONTROLS, bytes),
          i8x16.eq(v128.and(bytes, i8x16.splat(<i8>0xf0)), i8x16.splat(0x10)),
        ),
      ),
    );
    const hits = i8x16.bitmask(stops);
    const isWide = i8x16.bitmask(bytes) !== 0;
    if (hits === 0) {
      if (isWide) excess += excessOf(bytes, 0xffff);
      at += 16;
      continue;
    }
    const count = ctz(hits);
    if (isWide) excess += excessOf(bytes, (1 << count) - 1);
    at += count;
    const byte = load<u8>(at);
    if (byte === 0x3c) break;
    if (byte === 0x26) kind |= WITH_SIGNS;
    else if (byte === 0x3e) {
      if (at >= from + 2 && load<u16>(at - 2) === 0x5d5d) kind |= WITH_SIGNS;
    } else if (byte === 0xef) {
      // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
      if (load<u8>(at, 1) === 0xbf && load<u8>(at, 2) >= 0xbe) kind = ILLEGAL;
    } else {
      kind = at < end ? ILLEGAL : CUT;
      break;
    }
    if (kind === ILLEGAL) break;
    at++;
  }
  kindOfText = kind;
  excessOfText = excess;
  return at;
}

/** Each byte but the first of a character counts, and one of four bytes is two units. */
function excessOf(bytes: v128, among: i32): i32 {
  const later = i8x16.bitmask(i8x16.lt_s(bytes, i8x16.splat(-64))) & among;
  const fours = i8x16.bitmask(i8x16.ge_u(bytes, i8x16.splat(<i8>0xf0))) & among;
  return popcnt(later) - popcnt(fours);
}

/** By how much the bytes outnumber the code units that they stand for. */
export function countExcess(from: usize, to: usize): i32 {
  let excess: i32 = 0;
  for (let at = from; at < to; at++) {
    const byte = load<u8>(at);
    if ((byte & 0xc0) === 0x80) excess++;
    else if (byte >= 0xf0) excess--;
  }
  return excess;
}

/** Is it white space alone? Mostly the first byte tells. */
export function isBlank(from: usize, to: usize): bool {
  for (let at = from; at < to; at++) {
    const byte = load<u8>(at);
    if (byte !== 32 && byte !== 10 && byte !== 9 && byte !== 13) return false;
  }
  return true;
}
