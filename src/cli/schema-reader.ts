/** References to schemas (from flags, documents, or other schemas) -> their text, by catalogs, from files, or from the cache; the network is never asked. */
import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Report } from '../diagnostic/index.js';
import type { Absence, ExplainAbsence } from '../relaxng/index.js';
import { createSource, decodeSource, type Source } from '../source/index.js';
import type { ReadSource } from '../validate.js';
import { readFile } from './read-file.js';
import { checksumOfText } from './schema-cache.js';
import type { AskCatalogs } from './schema-catalogs.js';
import { findLock, type LockedFile, type SchemaLock } from './schema-lock.js';
import type { SchemaStamps } from './schema-stamps.js';
import type { SchemaStore } from './schema-store.js';
import { hasScheme, networkUrl } from './schema-url.js';
import { shownPath } from './shown-path.js';

/** How the references of one document are read. */
export interface DocumentSchemas {
  readonly read: ReadSource;
  readonly explain: ExplainAbsence;
}

export interface SchemaReader {
  /** For a document in `folder`, an absolute path; what goes wrong is reported to `report`. The same file is always the same source. */
  readFor(report: Report, folder: string): DocumentSchemas;
  /** Whether a source was read as a schema. */
  isSchema(source: Source): boolean;
  /** Tells the text of a schema that was read here from any other; of a file that has not changed, it is known without reading it. */
  checksumOf(source: Source): string;
}

/** Where schemas come from beside files. */
export interface SchemaOrigins {
  readonly cwd: string;
  readonly catalogs: AskCatalogs | undefined;
  readonly store: SchemaStore;
  readonly stamps: SchemaStamps;
}

type Found =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'locked'; readonly locked: LockedFile }
  | Absence;

export function schemaReader({ cwd, catalogs, store, stamps }: SchemaOrigins): SchemaReader {
  const known = new Map<string, Source | undefined>();
  const schemas = new Set<Source>();
  const checksums = new Map<Source, string>();
  /** The files that were read without a word. */
  const files = new Map<Source, string>();
  const locks = new Map<string, SchemaLock | undefined>();
  const lockOf = (folder: string) => {
    if (!locks.has(folder)) locks.set(folder, findLock(folder));
    return locks.get(folder);
  };

  /** What no document stands behind is asked for each document again. */
  const wanted = new Map<string, Found>();
  function find(href: string, base: string, folder: string): Found | undefined {
    const before = base === '' ? wanted.get(href) : undefined;
    if (before) return before;
    const found = seek(href, base, folder);
    if (base === '' && found?.kind === 'file') wanted.set(href, found);
    return found;
  }

  /** Where a reference leads, seen from the file or address `base`; undefined where nothing is there. */
  function seek(href: string, base: string, folder: string): Found | undefined {
    const uri = networkUrl(href, base) ?? (hasScheme(href) ? href : undefined);
    // Who names no scheme names a file; a catalog may know it as it is written, or as it is seen from where it stands.
    const asked = () => (uri === undefined ? [href, pathToFileURL(pathOf(href, base, cwd)).href] : [uri]);
    const mapped =
      (catalogs &&
        asked()
          .map(catalogs)
          .find((found) => found !== undefined)) ??
      uri;
    if (mapped === undefined) return fileFound(localFile(href, base, cwd));
    const url = networkUrl(mapped);
    // What comes from the network has no say over files of this machine; a catalog has.
    if (url === undefined && mapped === uri && networkUrl(base) !== undefined) return undefined;
    if (url === undefined) {
      return (
        fileFound(localFile(mapped, '', cwd)) ?? (mapped === uri ? undefined : { kind: 'led-astray', uri: mapped })
      );
    }
    return findLocked(url, folder);
  }

  function findLocked(url: string, folder: string): Found {
    for (const lock of new Set([lockOf(folder), lockOf(cwd)])) {
      if (lock === undefined) continue;
      if (lock.fault !== undefined)
        return { kind: 'lock-invalid', file: shownPath(cwd, lock.file), detail: lock.fault };
      // Of a schema that was added all files are looked at, so that it is whole or not there.
      const files = lock.schemas[url] ?? Object.values(lock.schemas).find((all) => all.some((one) => one.url === url));
      const locked = files?.find((one) => one.url === url);
      if (!files || !locked) continue;
      for (const file of lock.schemas[url] ? files : [locked]) {
        const stored = store.get(file);
        if (stored.kind === 'missing') return { kind: 'not-cached' };
        if (stored.kind === 'changed') return { kind: 'cache-changed', file: stored.file };
      }
      return { kind: 'locked', locked };
    }
    return { kind: 'not-added' };
  }

  function readFound(found: Found, report: Report): Source | undefined {
    if (found.kind === 'file') {
      const { file } = found;
      if (!known.has(file)) known.set(file, readSchemaFile(file, report));
      return known.get(file);
    }
    if (found.kind !== 'locked') return undefined;
    const { url, location = url, sha256 } = found.locked;
    const key = `${location}\n${sha256}`;
    const stored = known.has(key) ? undefined : store.get(found.locked);
    // What it refers to is seen from the address that answered.
    if (stored?.kind === 'bytes') known.set(key, decodeSource(location, stored.bytes, report));
    return known.get(key);
  }

  function readSchemaFile(file: string, report: Report): Source | undefined {
    const shown = shownPath(cwd, file);
    const checksum = stamps.checksumOf(file);
    if (checksum !== undefined) {
      const later = createSource(shown, () => readFile(file, shown, () => undefined)?.text ?? '');
      checksums.set(later, checksum);
      return later;
    }
    let silent = true;
    const source = readFile(file, shown, (diagnostic) => {
      silent = false;
      report(diagnostic);
    });
    if (source && silent) files.set(source, file);
    return source;
  }

  return {
    readFor: (report, folder) => ({
      read(href, base) {
        const found = find(href, base, folder);
        const source = found && readFound(found, report);
        if (source) schemas.add(source);
        return source;
      },
      explain(href, base) {
        const found = find(href, base, folder);
        return found === undefined || found.kind === 'file' || found.kind === 'locked' ? undefined : found;
      },
    }),
    isSchema: (source) => schemas.has(source),
    checksumOf(source) {
      const checksum = checksums.get(source) ?? checksumOfText(source.text);
      checksums.set(source, checksum);
      const file = files.get(source);
      if (file !== undefined) stamps.remember(file, checksum);
      files.delete(source);
      return checksum;
    },
  };
}

function fileFound(file: string | undefined): Found | undefined {
  return file === undefined ? undefined : { kind: 'file', file };
}

/** The file that a reference names, seen from the file `base`; undefined where there is none. */
function localFile(href: string, base: string, cwd: string): string | undefined {
  if (/^file:/i.test(href)) return existingFile(fileOfUrl(href));
  // What stands in a schema is a URI, in which a space is %20; what stands in a flag is a path.
  return existingFile(pathOf(href, base, cwd)) ?? existingFile(pathOf(decoded(href), base, cwd));
}

function pathOf(href: string, base: string, cwd: string): string {
  return resolve(base === '' ? cwd : dirname(resolve(cwd, base)), href);
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
