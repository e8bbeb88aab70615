import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readParts } from '../../src/cli/read-parts.js';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { pointAt } from '../../src/source/index.js';

const folder = mkdtempSync(join(tmpdir(), 'parts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(bytes: Uint8Array | string, size: number) {
  const file = join(folder, 'a.xml');
  writeFileSync(file, bytes);
  const said: Diagnostic[] = [];
  const source = readParts(file, 'a.xml', (diagnostic) => said.push(diagnostic), size);
  const parts = source?.parts && [...{ [Symbol.iterator]: source.parts.all }];
  return { parts, said };
}

describe('a file in parts', () => {
  const text = '<a>é\u{1F600}\r\n– ünï\r\n\u{10FFFF}x</a>\n';

  test.each([16, 17, 18, 19, 20, 21, 22, 23, 100])('parts of %i bytes: no character and no CR LF is cut', (size) => {
    const { parts = [], said } = read(text, size);
    expect(parts.join('')).toBe(text);
    expect(parts.filter((part) => /[\r\uD800-\uDBFF]$/.test(part))).toEqual([]);
    expect(said).toEqual([]);
  });

  test('a byte order mark is no part of the text', () => {
    expect(read(`\uFEFF${text}`, 16).parts?.join('')).toBe(text);
  });

  test('a byte that is no UTF-8 ends the text, and is reported at its place', () => {
    const spoilt = Buffer.concat([Buffer.from(text), Buffer.from([0xe9, 0x20]), Buffer.from(text)]);
    const { parts, said } = read(spoilt, 16);
    expect(parts?.join('')).toBe(text);
    const [{ code, message, place } = { code: '', message: '', place: undefined }, ...more] = said;
    expect([code, place && pointAt(place.source, place.start), more]).toEqual([
      'source/invalid-bytes',
      { line: 4, column: 1 },
      [],
    ]);
    expect(message).toContain(`byte ${Buffer.byteLength(text)}`);
  });

  test('what is not UTF-8 is for those who read it whole', () => {
    expect(read('<?xml version="1.0" encoding="ISO-8859-1"?><a/>', 64).parts).toBeUndefined();
    expect(read(Buffer.from('<a/>', 'utf16le'), 16).parts).toBeUndefined();
  });
});
