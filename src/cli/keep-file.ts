/**
 * Bytes that can be made again <-> a file of the cache: whole or not at all, and never a complaint. A file holds the bytes
 * twice: comparing the halves tells what is damaged, at once and with nothing loaded, where a sum would be worked out by
 * code that is cold.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keeps the bytes, and of the folder's files no more than `most`: the oldest go. */
export function keepFile(folder: string, name: string, bytes: Uint8Array, most: number): void {
  // No other process has this name, nor has this one had it before.
  const temporary = join(folder, `.${name}.${process.pid}-${process.hrtime.bigint()}.tmp`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(temporary, twice(bytes), { flag: 'wx' });
    try {
      // Nobody reads half of it.
      renameSync(temporary, join(folder, name));
    } catch {
      rmSync(temporary, { force: true });
    }
    forgetOldest(folder, most);
  } catch {
    // There is no cache, then.
  }
}

/** The bytes that were kept; undefined where there are none, and for what has been damaged. */
export function readKept(file: string): Buffer | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const both = readFileSync(file);
    if (both.length < LENGTH) return undefined;
    const size = both.readUInt32LE(0);
    if (both.length !== LENGTH + 2 * size) return undefined;
    const bytes = both.subarray(LENGTH, LENGTH + size);
    return bytes.equals(both.subarray(LENGTH + size)) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Their number goes before them. */
const LENGTH = 4;

function twice(bytes: Uint8Array): Uint8Array {
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32LE(bytes.length, 0);
  return Buffer.concat([length, bytes, bytes]);
}

function forgetOldest(folder: string, most: number): void {
  const names = readdirSync(folder);
  if (names.length <= most) return;
  const byAge = names
    .map((name) => join(folder, name))
    .map((file) => ({ file, age: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => a.age - b.age);
  for (const { file } of byAge.slice(0, names.length - most)) rmSync(file, { force: true });
}
