import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { utf8Parts } from '../../src/source/index.js';
import { BytePart } from '../../src/xml/byte-part.js';
import { findIllegalCharacter, NOWHERE } from '../../src/xml/characters.js';

const character = fc.oneof(
  fc.constantFrom('a', '<', '&', '\n', '\r', '\t', 'é', 'ß', '€', '中', '\uFFFD', '\uFEFF', '😀', '𝔸'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
);
const text = fc.array(character, { maxLength: 60 }).map((all) => all.join('').replace(/^\uFEFF+/, ''));

describe('a part of a document', () => {
  test('counts its bytes as the text has them, and finds what XML cannot hold', () => {
    let illegal = 0;
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 4, max: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (whole, size, keep) => {
          const part = new BytePart();
          let from = 0;
          let isLegal = true;
          /** The characters before the part. */
          let before = '';
          for (const bytes of utf8Parts(Buffer.from(whole), size)) {
            before += part.decode(0, from);
            part.drop(from);
            part.append(bytes);
            isLegal &&= part.look();
            if (!isLegal) break;
            const inside = part.decode(0, part.length);
            expect(whole.startsWith(before + inside)).toBe(true);
            expect(part.unitsBetween(0, part.length, true)).toBe(inside.length);
            expect(part.bytes[part.length]).toBe(0);
            // Where the next part is joined, a character begins; offsets are asked for in order.
            from = Math.floor(part.length * keep);
            while (from > 0 && ((part.bytes[from] ?? 0) & 0xc0) === 0x80) from--;
            let at = 0;
            for (const one of part.decode(0, from)) {
              expect(part.offsetOf(at)).toBe(before.length + part.decode(0, at).length);
              at += Buffer.byteLength(one);
            }
          }
          if (!isLegal) illegal++;
          expect(isLegal).toBe(findIllegalCharacter(whole, 0) === NOWHERE);
        },
      ),
      { numRuns: 1000 },
    );
    expect(illegal).toBeGreaterThan(20);
  });

  test('of bytes that are a text again', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (whole, size) => {
        const bytes = Buffer.from(whole);
        const parts = [...utf8Parts(bytes, size)];
        expect(parts.map((part) => Buffer.from(part).toString()).join('')).toBe(whole);
        expect(parts.every((part) => part.length > 0 && !Buffer.from(part).toString().includes('\uFFFD'))).toBe(
          !whole.includes('\uFFFD'),
        );
      }),
    );
    expect([...utf8Parts(Buffer.from('\uFEFFab'))].map(String)).toEqual(['ab']);
    expect([...utf8Parts(new Uint8Array(0))]).toEqual([]);
  });
});
