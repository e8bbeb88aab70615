/** Files and a schema -> what jing says about them; used where jing is installed. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from '@jest/globals';

/** Material that may lie beside the project. */
export const shared = resolve('../shared');
export const teiAll = join(shared, 'schemas/tei_all.rng');
export const frusOfTheSeries = join(shared, 'gold/schema/frus.rnc');

/** Whether a command is there. */
export function installed(command: string): boolean {
  return spawnSync(command, [], { timeout: 60_000 }).error === undefined;
}

/** `test`, or `test.skip` with a note, by whether all that is needed is there. */
export function when(...needs: readonly (readonly [name: string, there: boolean])[]): {
  readonly test: typeof test | typeof test.skip;
  readonly note: string;
} {
  const missing = needs.filter(([, there]) => !there).map(([name]) => name);
  return missing.length === 0
    ? { test, note: '' }
    : { test: test.skip, note: ` (skipped: no ${missing.join(', no ')})` };
}

/** The files among `names` that jing does not accept, with its lines. All in one call. */
export function rejectedByJing(schema: string, files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  if (!existsSync(schema)) throw new Error(`no ${schema}`);
  const run = spawnSync('jing', [...(schema.endsWith('.rnc') ? ['-c'] : []), schema, ...files], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  // Debian's wrapper warns of jars of other packages, which jing does without.
  const lines = `${run.stdout}${run.stderr}`
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('[warning] '));
  const rejected = new Map<string, string[]>();
  for (const line of lines) {
    const file = files.find((name) => line.startsWith(`${resolve(name)}:`)) ?? schema;
    rejected.set(file, [...(rejected.get(file) ?? []), line]);
  }
  if (rejected.size === 0 && run.status !== 0) throw new Error(`jing failed: ${run.status}`);
  return rejected;
}

/** Writes the documents to a folder that is removed afterwards. */
export function withFiles<T>(documents: readonly string[], use: (files: readonly string[]) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'teiscribe-schemas-'));
  try {
    return use(
      documents.map((document, i) => {
        const file = join(folder, `${i}.xml`);
        writeFileSync(file, document);
        return file;
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
