/** Checksums of files <-> their bytes, kept in the cache folder under the checksum. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../diagnostic/index.js';
import type { LockedFile } from './schema-lock.js';
import { writeFile } from './write-file.js';

export type Stored =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' }
  /** The bytes are not those of the checksum. */
  | { readonly kind: 'changed'; readonly file: string };

export interface SchemaStore {
  get(file: LockedFile): Stored;
  /** Answers whether it was written; why not is reported. */
  put(bytes: Uint8Array, report: Report): boolean;
}

/** `folder` is the cache folder; without one nothing is kept. */
export function schemaStore(folder: string | undefined): SchemaStore {
  const pathOf = (sha256: string) => (folder === undefined ? undefined : join(folder, 'fetched', sha256));
  return {
    get({ sha256 }) {
      const file = pathOf(sha256);
      if (file === undefined || !existsSync(file)) return { kind: 'missing' };
      try {
        const bytes = readFileSync(file);
        return checksumOf(bytes) === sha256 ? { kind: 'bytes', bytes } : { kind: 'changed', file };
      } catch {
        return { kind: 'missing' };
      }
    },
    put(bytes, report) {
      const file = pathOf(checksumOf(bytes));
      return file !== undefined && writeFile(file, bytes, report);
    },
  };
}

export function checksumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
