/** The path of a folder -> the folder, with those that it is in. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** One by one: where the system refuses a folder as missing (below /proc), Node's own recursive way never ends. */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another thread may have made it.
    if (!existsSync(path)) throw error;
  }
}
