/** Bytes that can be made again -> a file of the cache: whole or not at all, and never a complaint. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keeps the bytes, and of the folder's files no more than `most`: the oldest go. */
export function keepFile(folder: string, name: string, bytes: Uint8Array, most: number): void {
  const temporary = join(folder, `.${name}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(temporary, bytes, { flag: 'wx' });
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

function forgetOldest(folder: string, most: number): void {
  const names = readdirSync(folder);
  if (names.length <= most) return;
  const byAge = names
    .map((name) => join(folder, name))
    .map((file) => ({ file, age: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => a.age - b.age);
  for (const { file } of byAge.slice(0, names.length - most)) rmSync(file, { force: true });
}
