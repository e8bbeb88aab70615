/** What earlier runs have written -> what need not be written again: for each output a sum of all that it depends on, kept in the cache folder. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.js';
import { keepFile, readKept } from './keep-file.js';
import type { PackedReport } from './pack-report.js';
import type { World } from './world.js';

/** A file that was written, with the sum of its bytes. */
export interface WrittenFile {
  readonly file: string;
  readonly shown: string;
  readonly sum: string;
}

/** What became of one input. */
export interface RecordedConversion {
  /** The sum of the text, the settings and the program. */
  readonly key: string;
  readonly outputs: readonly WrittenFile[];
  /** What earlier runs have made of it, and this one not. */
  readonly former?: readonly WrittenFile[];
  readonly report: PackedReport;
}

export interface ConversionRecord {
  /** What an earlier run made of an input, if it would be made again and is there as it was written. */
  find(input: string, key: string): RecordedConversion | undefined;
  /**
   * Keeps what this run has made; what it has not looked at stays. Gives the files that earlier runs have made of these inputs or of some that are gone, that are
   * there as they were written, and that no input makes any more.
   */
  keep(made: ReadonlyMap<string, RecordedConversion>): readonly WrittenFile[];
}

/** For so many output folders; the oldest go. */
const MOST = 50;
/** An entry is about a kilobyte; what is more than this is not kept. */
const MOST_BYTES = 256 * 1024 * 1024;

/** In: the absolute path of the folder or file that is written to. A record that cannot be read is an empty one. */
export function conversionRecord(target: string, { env }: World): ConversionRecord {
  const cache = cacheFolder(env);
  const folder = cache === undefined ? undefined : join(cache, 'conversions');
  const name = `${sumOfText(target)}.json`;
  const known = folder === undefined ? new Map<string, RecordedConversion>() : readRecord(join(folder, name));
  return {
    find(input, key) {
      const found = known.get(input);
      return found?.key === key && found.outputs.every(isAsWritten) ? found : undefined;
    },
    keep(made) {
      const all = new Map([
        ...known,
        ...[...made].map(([input, each]) => [input, withFormer(each, known.get(input))] as const),
      ]);
      const gone = new Set([...all.keys()].filter((input) => !made.has(input) && !existsSync(input)));
      const current = new Set(
        [...all].flatMap(([input, { outputs }]) => (gone.has(input) ? [] : outputs.map(({ file }) => file))),
      );
      const left = new Map<string, WrittenFile>();
      for (const [input, { outputs, former = [] }] of all)
        for (const each of gone.has(input) ? [...outputs, ...former] : former)
          if (!current.has(each.file) && isAsWritten(each)) left.set(each.file, each);
      if (folder === undefined || made.size === 0) return [...left.values()];
      const bytes = Buffer.from(JSON.stringify([...all]));
      if (bytes.length <= MOST_BYTES) keepFile(folder, name, bytes, MOST);
      return [...left.values()];
    },
  };
}

/** What was made of it before and is not made now is remembered as long as it is there. */
function withFormer(made: RecordedConversion, before: RecordedConversion | undefined): RecordedConversion {
  const current = new Set(made.outputs.map(({ file }) => file));
  const former = [...(before?.outputs ?? []), ...(before?.former ?? [])].filter(
    (each) => !current.has(each.file) && isAsWritten(each),
  );
  return former.length > 0 ? { ...made, former } : made;
}

function readRecord(file: string): ReadonlyMap<string, RecordedConversion> {
  const bytes = readKept(file);
  try {
    const entries: readonly (readonly [string, RecordedConversion])[] = bytes ? JSON.parse(bytes.toString()) : [];
    return new Map(entries);
  } catch {
    return new Map();
  }
}

function isAsWritten({ file, sum }: Pick<WrittenFile, 'file' | 'sum'>): boolean {
  try {
    return existsSync(file) && sumOfText(readFileSync(file)) === sum;
  } catch {
    return false;
  }
}

/** A checksum (SHA-1): equal for equal texts and bytes. */
export function sumOfText(text: string | Uint8Array): string {
  return createHash('sha1').update(text).digest('hex');
}

/** Sums of settings and lists, which many documents share. */
const sums = new WeakMap<object, string>();

/** In: any plain data, maps and sets among it. Out: its sum; of an object that was asked for before, at once. */
export function sumOfData(data: unknown): string {
  if (typeof data !== 'object' || data === null) return JSON.stringify(data) ?? '';
  const known = sums.get(data);
  if (known !== undefined) return known;
  const sum = sumOfText(
    JSON.stringify(data, (_, value: unknown) => (value instanceof Map || value instanceof Set ? [...value] : value)),
  );
  sums.set(data, sum);
  return sum;
}
