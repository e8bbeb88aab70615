/** The file that the command was bundled into -> what it exports, its code compiled in an earlier run where that was kept. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { cacheFolder } from './cache-folder.js';
import { keepFile } from './keep-file.js';
import { FAILED } from './status.js';

/** Code is kept of as many runs as this: each knows functions that the one before had no use for. */
const RUNS = 4;

/** How many files of code are kept; the oldest go. */
const MOST = 16;

/** In a kept file, the sum of all that follows it, and the number of runs, stand before the code. */
const SUM = 20;
const HEAD = 24;

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
  const known = kept === undefined ? undefined : readKept(kept);
  const script = new Script(`(function(exports,require,module,__filename,__dirname){${text}\n})`, {
    filename: file,
    ...(known && { cachedData: known.code }),
  });
  const runs = known && script.cachedDataRejected !== true ? known.runs : 0;
  if (kept !== undefined && runs < RUNS) {
    process.on('exit', (status) => {
      // What a misspelt command had use for is of no use again.
      if (status !== FAILED) writeKept(kept, { code: script.createCachedData(), runs: runs + 1 });
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
  return join(folder, 'code', `${use}-${createHash('sha1').update(build).digest('hex')}.bin`);
}

function readKept(file: string): Kept | undefined {
  try {
    const bytes = readFileSync(file);
    if (bytes.length <= HEAD || !sumOf(bytes.subarray(SUM)).equals(bytes.subarray(0, SUM))) return undefined;
    return { code: bytes.subarray(HEAD), runs: bytes.readUInt32LE(SUM) };
  } catch {
    return undefined;
  }
}

function writeKept(file: string, { code, runs }: Kept): void {
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(runs, SUM);
  const bytes = Buffer.concat([head, code]);
  sumOf(bytes.subarray(SUM)).copy(bytes);
  keepFile(dirname(file), basename(file), bytes, MOST);
}

function sumOf(bytes: Uint8Array): Buffer {
  return createHash('sha1').update(bytes).digest();
}
