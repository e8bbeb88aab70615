/** What earlier runs have found in documents -> what need not be looked for again, kept in the cache folder. */
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.js';
import { sumOfText } from './conversion-record.js';
import { keepFile, readKept } from './keep-file.js';
import type { PackedReport } from './pack-report.js';
import type { Question } from './recorded-questions.js';
import type { World } from './world.js';

export interface RecordedResult {
  /** The sum of the document, the settings, the options and the program. */
  readonly key: string;
  readonly questions: readonly Question[];
  readonly report: PackedReport;
}

export interface ResultRecord {
  find(file: string, key: string): RecordedResult | undefined;
  /** Keeps what this run has found; what it has not looked at stays as long as there is room. */
  keep(found: ReadonlyMap<string, RecordedResult>): void;
}

/** For so many working folders; the oldest go. */
const MOST = 16;
/** Every run in the folder reads the record. */
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_FILES = 20_000;

/** For the runs in one working folder. A record that cannot be read is an empty one; without a cache folder it lasts as long as the process. */
export function resultRecord({ cwd, env }: World): ResultRecord {
  const cache = cacheFolder(env);
  const folder = cache === undefined ? undefined : join(cache, 'results');
  const name = `${sumOfText(cwd)}.json`;
  let known = folder === undefined ? new Map<string, RecordedResult>() : readRecord(join(folder, name));
  return {
    find(file, key) {
      const found = known.get(file);
      return found?.key === key ? found : undefined;
    },
    keep(found) {
      if (found.size === 0) return;
      // The newest last: those that are not looked at any more go first.
      for (const file of found.keys()) known.delete(file);
      known = new Map([...[...known, ...found].slice(-MOST_FILES)]);
      if (folder === undefined) return;
      const bytes = [known, found].map((all) => Buffer.from(JSON.stringify([...all])));
      const fitting = bytes.find(({ length }) => length <= MOST_BYTES);
      if (fitting) keepFile(folder, name, fitting, MOST);
    },
  };
}

function readRecord(file: string): Map<string, RecordedResult> {
  const bytes = readKept(file);
  try {
    const entries: readonly (readonly [string, RecordedResult])[] =
      bytes && bytes.length <= MOST_BYTES ? JSON.parse(bytes.toString()) : [];
    return new Map(entries);
  } catch {
    return new Map();
  }
}
