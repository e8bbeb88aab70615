/** A schema file as it lies on the disk -> the checksum of its text, from when it was last read: a file of the same size, times and number is the same, as git's index has it. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { keepFile, readKept } from './keep-file.js';
import { sumOf } from './quick-sum.js';

export interface SchemaStamps {
  /** In: an absolute path. Out: the checksum that was remembered; undefined where the file may have changed since. */
  checksumOf(file: string): string | undefined;
  remember(file: string, checksum: string): void;
}

/** How many files are remembered; the oldest go. */
const MOST = 256;

/** What was written a moment ago may be written again within the same tick of the file system's clock. */
const SETTLED = 2000;

/** `folder` is the cache folder; without one nothing is remembered. `settled` is in milliseconds. */
export function schemaStamps(folder: string | undefined, settled: number = SETTLED): SchemaStamps {
  if (folder === undefined) return { checksumOf: () => undefined, remember: () => undefined };
  const stamps = join(folder, 'stamps');
  return {
    checksumOf(file) {
      const kept = readKept(join(stamps, nameOf(file)))?.toString();
      const stamp = kept === undefined ? undefined : stampOf(file);
      return stamp !== undefined && kept?.startsWith(stamp) ? kept.slice(stamp.length) : undefined;
    },
    remember(file, checksum) {
      const stat = statSync(file, { throwIfNoEntry: false });
      if (!stat || Date.now() - Math.max(stat.mtimeMs, stat.ctimeMs) < settled) return;
      keepFile(stamps, nameOf(file), Buffer.from(`${stampOf(file)}${checksum}`), MOST);
    },
  };
}

function nameOf(file: string): string {
  return `${sumOf(Buffer.from(file)).toString(16).padStart(8, '0')}.stamp`;
}

function stampOf(file: string): string | undefined {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat && `${file}\n${stat.size} ${stat.mtimeNs} ${stat.ctimeNs} ${stat.ino}\n`;
}
