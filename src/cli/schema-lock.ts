/** `teiscribe-schemas.lock.json` <-> which schemas of the network an edition uses, and the checksums of their files. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Report } from '../diagnostic/index.js';
import { EDITION_FILE } from './edition-file.js';
import { errorMessage, reasonOf } from './reason.js';
import { writeFile } from './write-file.js';

export const LOCK_FILE = 'teiscribe-schemas.lock.json';

/** A file of a schema: the schema itself, or one that it includes or refers to. */
export interface LockedFile {
  /** The address that was asked. */
  readonly url: string;
  /** The address that answered, where the first one led elsewhere. */
  readonly location?: string;
  /** Of its bytes, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

/** Address of a schema -> its files, itself first. */
export type Locked = Readonly<Record<string, readonly LockedFile[]>>;

export interface SchemaLock {
  /** Absolute path. */
  readonly file: string;
  readonly schemas: Locked;
  /** Why the file cannot be used. */
  readonly fault?: string;
}

/** The nearest one upwards from a folder; undefined where there is none. */
export function findLock(folder: string): SchemaLock | undefined {
  const file = nearest(LOCK_FILE, folder);
  return file === undefined ? undefined : readLock(file);
}

/** Where a new one is to be: beside the nearest `edition.json`, else in the folder. */
export function newLock(folder: string): SchemaLock {
  const edition = nearest(EDITION_FILE, folder);
  return { file: join(edition === undefined ? folder : dirname(edition), LOCK_FILE), schemas: {} };
}

/** Addresses and files are sorted: the same schemas give the same bytes. */
export function writeLock({ file, schemas }: SchemaLock, report: Report): boolean {
  const sorted = Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
  return writeFile(file, `${JSON.stringify({ version: 1, schemas: sorted }, undefined, 2)}\n`, report);
}

function nearest(name: string, folder: string): string | undefined {
  const file = join(folder, name);
  if (existsSync(file)) return file;
  const parent = dirname(folder);
  return parent === folder ? undefined : nearest(name, parent);
}

function readLock(file: string): SchemaLock {
  const unusable = (fault: string): SchemaLock => ({ file, schemas: {}, fault });
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return unusable(reasonOf(error));
  }
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value) || value['version'] !== 1) return unusable('expected "version": 1');
    const { schemas } = value;
    return isLocked(schemas) ? { file, schemas } : unusable('"schemas" is not as "teiscribe schema add" writes it');
  } catch (error) {
    return unusable(errorMessage(error));
  }
}

function isLocked(value: unknown): value is Locked {
  return (
    isRecord(value) &&
    Object.values(value).every((files) => Array.isArray(files) && files.length > 0 && files.every(isLockedFile))
  );
}

function isLockedFile(value: unknown): value is LockedFile {
  if (!isRecord(value)) return false;
  const { url, location, sha256, bytes } = value;
  return (
    typeof url === 'string' &&
    (location === undefined || typeof location === 'string') &&
    typeof sha256 === 'string' &&
    // It becomes the name of a file.
    /^[0-9a-f]{64}$/.test(sha256) &&
    typeof bytes === 'number'
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
