/** The work of `teiscribe schema`: addresses of schemas -> the lock file, and copies in the cache. */
import { relative } from 'node:path';
import type { Diagnostic } from '../diagnostic/index.js';
import { lookUpMessages } from '../relaxng/look-up-messages.js';
import { cacheFolder } from './cache-folder.js';
import { type Complaints, complaintsTo } from './complaints.js';
import type { CollectedFile } from './schema-collect.js';
import { findLock, type LockedFile, newLock, type SchemaLock, writeLock } from './schema-lock.js';
import { schemaCommandMessages as messages } from './schema-messages.js';
import { type SchemaStore, schemaStore } from './schema-store.js';
import { networkUrl } from './schema-url.js';
import { FAILED, OK, type Status } from './status.js';
import type { World } from './world.js';

interface Shelf {
  readonly lock: SchemaLock;
  /** Its path as it is shown. */
  readonly shown: string;
  readonly store: SchemaStore;
  readonly world: World;
  readonly complaints: Complaints;
}

type Files = readonly LockedFile[];

/** Fetches schemas and pins them; without names, fetches what the lock file lists and this machine does not have. */
export function addSchemas(names: readonly string[], world: World): Promise<Status> {
  return withShelf(world, async (shelf) => {
    const schemas = new Map(Object.entries(shelf.lock.schemas));
    if (names.length === 0 && schemas.size === 0)
      shelf.complaints.report('schema', messages['not-in-lock']({ known: [] }));
    for (const url of names.length === 0 ? schemas.keys() : addresses(names, shelf)) {
      const pinned = schemas.get(url);
      if (pinned && stateOf(pinned, shelf.store) === 'ok') {
        world.stdout.write(`${url} is there already\n`);
        continue;
      }
      const files = await collect(url, shelf);
      if (!files) continue;
      const other = pinned?.find(
        (file) => !files.some(({ url, sha256 }) => url === file.url && sha256 === file.sha256),
      );
      if (other) {
        shelf.complaints.report(url, messages['fetched-differs']({ href: other.url }));
      } else if (keep(url, files, shelf)) {
        schemas.set(url, files.map(lockedFile));
        world.stdout.write(`${url} ${pinned ? 'fetched' : 'added'}: ${describe(files)}\n`);
      }
    }
    save(schemas, shelf);
  });
}

/** Fetches schemas again, all of them without names, and pins what there is now. */
export function updateSchemas(names: readonly string[], world: World): Promise<Status> {
  return withShelf(world, async (shelf) => {
    const schemas = new Map(Object.entries(shelf.lock.schemas));
    for (const url of names.length === 0 ? schemas.keys() : known(names, shelf)) {
      const files = await collect(url, shelf);
      if (!files || !keep(url, files, shelf)) continue;
      const same = JSON.stringify(files.map(lockedFile)) === JSON.stringify(schemas.get(url));
      schemas.set(url, files.map(lockedFile));
      world.stdout.write(`${url} ${same ? 'is as it was' : `updated: ${describe(files)}`}\n`);
    }
    save(schemas, shelf);
  });
}

/** Takes schemas out of the lock file; copies in the cache stay, as other editions may use them. */
export function removeSchemas(names: readonly string[], world: World): Promise<Status> {
  return withShelf(world, async (shelf) => {
    const schemas = new Map(Object.entries(shelf.lock.schemas));
    for (const url of known(names, shelf)) {
      schemas.delete(url);
      world.stdout.write(`${url} removed\n`);
    }
    save(schemas, shelf);
  });
}

/** One line a schema: whether its copy is there and as it was, its address, its size. */
export function listSchemas(world: World): Promise<Status> {
  return withShelf(world, async ({ lock, store }) => {
    const lines = Object.entries(lock.schemas).map(
      ([url, files]) => `${stateOf(files, store).padEnd(7)}  ${url}  ${describe(files)}\n`,
    );
    world.stdout.write(lines.length === 0 ? 'no schema was added\n' : lines.join(''));
  });
}

async function withShelf(world: World, use: (shelf: Shelf) => Promise<void>): Promise<Status> {
  const complaints = complaintsTo(world);
  const lock = findLock(world.cwd) ?? newLock(world.cwd);
  const shown = relative(world.cwd, lock.file);
  const folder = cacheFolder(world.env);
  if (folder === undefined) complaints.report('schema', messages['cache-folder-missing']({}));
  if (lock.fault !== undefined) {
    complaints.report('schema', lookUpMessages['lock-invalid']({ file: shown, detail: lock.fault }));
  }
  if (!complaints.failed()) await use({ lock, shown, store: schemaStore(folder), world, complaints });
  return complaints.failed() ? FAILED : OK;
}

function addresses(names: readonly string[], { complaints }: Shelf): readonly string[] {
  return names.flatMap((name) => {
    const url = networkUrl(name);
    if (url === undefined) complaints.report(name, messages['address-invalid']({}));
    return url ?? [];
  });
}

function known(names: readonly string[], { lock, complaints }: Shelf): readonly string[] {
  return names.flatMap((name) => {
    const url = networkUrl(name) ?? name;
    if (Object.hasOwn(lock.schemas, url)) return url;
    complaints.report(name, messages['not-in-lock']({ known: Object.keys(lock.schemas) }));
    return [];
  });
}

async function collect(url: string, { complaints }: Shelf): Promise<readonly CollectedFile[] | undefined> {
  const { collectSchema } = await import('./schema-collect.js');
  return collectSchema(url, complaints.report);
}

/** Answers whether all files are in the cache. */
function keep(url: string, files: readonly CollectedFile[], { store, complaints }: Shelf): boolean {
  const report = (diagnostic: Diagnostic) => complaints.report(url, diagnostic);
  return files.every(({ content }) => store.put(content, report));
}

function save(schemas: ReadonlyMap<string, Files>, { lock, shown, complaints }: Shelf): void {
  const next = Object.fromEntries(schemas);
  if (JSON.stringify(next) === JSON.stringify(lock.schemas)) return;
  writeLock({ ...lock, schemas: next }, (diagnostic) => complaints.report(shown, diagnostic));
}

function lockedFile({ url, location, sha256, bytes }: CollectedFile): LockedFile {
  return { url, ...(location !== undefined && { location }), sha256, bytes };
}

function stateOf(files: Files, store: SchemaStore): 'ok' | 'missing' | 'changed' {
  const kinds = files.map((file) => store.get(file).kind);
  return kinds.includes('changed') ? 'changed' : kinds.includes('missing') ? 'missing' : 'ok';
}

/** `2 files, 4711 bytes, sha256 0123456789ab`: the checksum of the schema itself. */
function describe(files: Files): string {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const count = files.length === 1 ? '1 file' : `${files.length} files`;
  return `${count}, ${bytes} bytes, sha256 ${files[0]?.sha256.slice(0, 12)}`;
}
