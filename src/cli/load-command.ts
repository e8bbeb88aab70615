/** The file that the command was bundled into -> what it exports, its code compiled in an earlier run where that was kept. */
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { cacheFolder } from './cache-folder.js';
import { keepFile, readKept } from './keep-file.js';
import { sumOf } from './quick-sum.js';
import { FAILED } from './status.js';

/** Code is kept of as many runs as this: each knows functions that the one before had no use for. */
const RUNS = 4;

/** How many files of code are kept; the oldest go. */
const MOST = 16;

/** In a kept file, the number of runs stands before the code. */
const HEAD = 4;

interface Kept {
  readonly code: Buffer;
  readonly runs: number;
}

/**
 * In: the absolute path of a CommonJS file, and the name of what it will be used for, as each use needs other functions.
 * Out: its exports. What is wrong with what is kept is never said: the code is compiled then.
 */
export function loadCommand(file: string, use: string, env: Readonly<Record<string, string | undefined>>): unknown {
  // The bundle is ASCII.
  const text = readFileSync(file, 'latin1');
  const kept = keptFile(file, use, env);
  const known = kept === undefined ? undefined : readCode(kept);
  const script = new Script(`(function(exports,require,module,__filename,__dirname){${text}\n})`, {
    filename: file,
    ...(known && { cachedData: known.code }),
  });
  const runs = known && script.cachedDataRejected !== true ? known.runs : 0;
  if (kept !== undefined && runs < RUNS) {
    process.on('exit', (status) => {
      // What a misspelt command had use for is of no use again.
      if (status !== FAILED) writeCode(kept, { code: script.createCachedData(), runs: runs + 1 });
    });
  }
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  return module.exports;
}

/** A file of its own for each build of the command and each engine: V8 itself compares no more than the length of the text. */
function keptFile(file: string, use: string, env: Readonly<Record<string, string | undefined>>): string | undefined {
  const folder = cacheFolder(env);
  if (folder === undefined) return undefined;
  const { size, mtimeMs } = statSync(file);
  const build = [file, size, mtimeMs, process.versions.v8, process.arch, process.platform].join('\n');
  return join(folder, 'code', `${use}-${sumOf(Buffer.from(build)).toString(16).padStart(8, '0')}.bin`);
}

function readCode(file: string): Kept | undefined {
  const bytes = readKept(file);
  return bytes && bytes.length > HEAD ? { code: bytes.subarray(HEAD), runs: bytes.readUInt32LE(0) } : undefined;
}

function writeCode(file: string, { code, runs }: Kept): void {
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(runs, 0);
  keepFile(dirname(file), basename(file), Buffer.concat([head, code]), MOST);
}
