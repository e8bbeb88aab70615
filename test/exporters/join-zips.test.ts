/** ZIPs that are joined are what would have been made at once. */
import { describe, expect, test } from '@jest/globals';
import { unzipSync, zipSync } from 'fflate';
import { joinZips } from '../../src/exporters/join-zips.js';
import { fc } from '../fast-check.js';

const mtime = new Date(1980, 0, 1);
const joined = (zips: readonly Uint8Array[]) => Buffer.concat([...joinZips(zips)]);

describe('joining ZIPs', () => {
  test('gives the bytes of one that was made at once, wherever it is cut', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-zé]{1,8}$/), { maxLength: 6 });
    fc.assert(
      fc.property(names, fc.uint8Array({ maxLength: 300 }), fc.nat({ max: 6 }), (paths, bytes, cut) => {
        const files = paths.map((path) => [`f/${path}`, bytes] as const);
        const part = (from: number, to: number) => zipSync(Object.fromEntries(files.slice(from, to)), { mtime });
        const whole = part(0, files.length);
        expect(joined([part(0, cut), part(cut, files.length)]).equals(Buffer.from(whole))).toBe(true);
        expect(Object.keys(unzipSync(whole))).toEqual(files.map(([path]) => path));
      }),
    );
  });

  test('what is no ZIP is refused', () => {
    expect(() => joined([new Uint8Array(3)])).toThrow(RangeError);
    expect(() => joined([new Uint8Array(100)])).toThrow(RangeError);
  });
});
