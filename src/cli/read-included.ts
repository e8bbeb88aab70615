/** What an inclusion names -> the text of a local file; the network is never asked. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from '../diagnostic/index.js';
import type { ReadIncluded } from '../xml/index.js';
import { readFile } from './read-file.js';

/** In: the folder that shown paths start from. Out: a reader; a file that is not there is none, and not reported. */
export function includedReader(cwd: string, report: Report): ReadIncluded {
  return (href, base) => {
    const shown = localPath(href, base);
    if (shown === undefined) return undefined;
    const file = resolve(cwd, shown);
    return existsSync(file) ? readFile(file, shown, report) : undefined;
  };
}

function localPath(href: string, base: string): string | undefined {
  try {
    if (/^file:/i.test(href)) return fileURLToPath(href);
    if (/^[a-z][a-z0-9+.-]+:|^\/\//i.test(href)) return undefined;
    const path = decodeURI(href);
    return path.startsWith('/') ? path : join(dirname(base), path);
  } catch {
    return undefined;
  }
}
