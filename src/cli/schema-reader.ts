/** References to schemas (from flags, documents, or other schemas) -> their text; the network is never asked. */
import { existsSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from '../diagnostic/index.js';
import type { Source } from '../source/index.js';
import type { ReadSource } from '../validate.js';
import { runMessages } from './messages.js';
import { readFile } from './read-file.js';
import { isOnNetwork } from './schemas.js';

export interface SchemaReader {
  /** Reads for one document; what goes wrong is reported to `report`. The same file is always the same source. */
  readFor(report: Report): ReadSource;
  /** Whether a source was read as a schema. */
  isSchema(source: Source): boolean;
}

export function schemaReader(cwd: string): SchemaReader {
  const known = new Map<string, Source | undefined>();
  const schemas = new Set<Source>();
  return {
    readFor: (report) => (href, base) => {
      if (isOnNetwork(href)) {
        report(runMessages['schema-not-fetched']({ href }));
        return undefined;
      }
      const file = resolveReference(href, base, cwd);
      if (file === undefined) return undefined;
      if (!known.has(file)) known.set(file, readFile(file, shownPath(cwd, file), report));
      const source = known.get(file);
      if (source) schemas.add(source);
      return source;
    },
    isSchema: (source) => schemas.has(source),
  };
}

/** The file that a reference names, seen from the file `base`; undefined where there is none. */
function resolveReference(href: string, base: string, cwd: string): string | undefined {
  if (/^file:/i.test(href)) return existingFile(fileOfUrl(href));
  const folder = base === '' ? cwd : dirname(resolve(cwd, base));
  // What stands in a schema is a URI, in which a space is %20; what stands in a flag is a path.
  return existingFile(resolve(folder, href)) ?? existingFile(resolve(folder, decoded(href)));
}

function existingFile(file: string): string | undefined {
  return file !== '' && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function fileOfUrl(href: string): string {
  try {
    return fileURLToPath(href);
  } catch {
    return '';
  }
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

function shownPath(cwd: string, file: string): string {
  const path = relative(cwd, file);
  return path.startsWith('..') ? file : path;
}
