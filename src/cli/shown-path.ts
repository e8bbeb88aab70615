/** A path -> how messages show it: relative to the working folder where it lies below it. */
import { relative } from 'node:path';

/** In: the working folder and a file, both absolute. */
export function shownPath(cwd: string, file: string): string {
  const path = relative(cwd, file);
  return path.startsWith('..') ? file : path;
}
