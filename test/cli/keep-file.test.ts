/** What is kept is given back as it was, or not at all. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { keepFile, readKept } from '../../src/cli/keep-file.js';

describe('a kept file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'teiscribe-keep-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'kept');
  const bytes = Buffer.from('aaaaaaaa, and what else there is to keep');
  keepFile(folder, 'kept', bytes, 4);
  const stored = readFileSync(file);

  test('gives back the bytes', () => {
    expect(readKept(file)?.equals(bytes)).toBe(true);
    expect(readKept(join(folder, 'none'))).toBeUndefined();
  });

  test('gives back none when any bit of it has changed', () => {
    for (let at = 0; at < stored.length; at++) {
      const broken = Buffer.from(stored);
      broken[at] = (broken[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(file, broken);
      expect(readKept(file)).toBeUndefined();
    }
  });

  test('gives back none when it is cut off, at any place', () => {
    for (let length = 0; length < stored.length; length++) {
      writeFileSync(file, stored.subarray(0, length));
      expect(readKept(file)).toBeUndefined();
    }
  });

  test('is written over, and the oldest go', () => {
    keepFile(folder, 'kept', Buffer.from('b'), 2);
    expect(readKept(file)?.toString()).toBe('b');
    for (const name of ['c', 'd', 'e']) keepFile(folder, name, Buffer.from(name), 2);
    expect(readdirSync(folder)).toHaveLength(2);
  });
});
