/** The two files that the command was bundled into -> what the first exports, their code compiled in an earlier run where that was kept. */
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { SOFTWARE } from '../tei/software.js';
import { cacheFolder } from './cache-folder.js';
import { setEngineFlags } from './engine-flags.js';
import { keepFile, readKept } from './keep-file.js';
import { sumOf } from './quick-sum.js';
import { FAILED } from './status.js';

/** Code is kept of as many runs as this: each knows functions that the one before had no use for. */
const RUNS = 5;

/** What so many runs have kept is not built upon: they also read schemas and learn, which none does again. */
const FIRST_RUNS = 1;

/** How many files of code are kept; the oldest go. */
const MOST = 32;

/** In a kept file, the number of runs stands before the code. */
const HEAD = 4;

interface Kept {
  readonly code: Buffer;
  readonly runs: number;
}

/**
 * In: the absolute path of a CommonJS file, the name of what it will be used for, as each use needs other functions, and what
 * finds the packages beside it. Out: its exports. What is wrong with what is kept is never said: the code is compiled then.
 */
export function loadCommand(file: string, use: string, env: Environment, outer: (name: string) => unknown): unknown {
  // Flags hold for all threads.
  return loadFor(file, use.startsWith('worker-') ? use : setEngineFlags(use, process.argv), env, outer);
}

function loadFor(file: string, use: string, env: Environment, outer: (name: string) => unknown): unknown {
  const main = load(file, use, env, (name) => (name.startsWith(MORE) ? moduleOf(more(), name, MORE) : outer(name)));
  let second: Bundle | undefined;
  const more = (): Bundle => {
    second ??= load(join(dirname(file), 'more.cjs'), use, env, (name) =>
      name.startsWith(MAIN) ? moduleOf(main, name, MAIN) : outer(name),
    );
    return second;
  };
  return main;
}

/** What one of the files has of the other is called by these and the name of the module. */
const MAIN = 'main:';
const MORE = 'more:';

interface Bundle {
  readonly modules: Readonly<Record<string, () => unknown>>;
}

type Environment = Readonly<Record<string, string | undefined>>;

const given = new WeakMap<() => unknown, unknown>();

function moduleOf({ modules }: Bundle, name: string, prefix: string): unknown {
  const give = modules[name.slice(prefix.length)];
  if (!give) throw new Error(`the command has no module ${name}`);
  if (!given.has(give)) given.set(give, give());
  return given.get(give);
}

function load(file: string, use: string, env: Environment, require: (name: string) => unknown): Bundle {
  // The bundle is ASCII, and one function.
  const text = readFileSync(file, 'latin1');
  const kept = keptFile(file, use, env);
  const known = kept === undefined ? undefined : readCode(kept);
  const cachedData = known?.runs === FIRST_RUNS ? undefined : known?.code;
  const script = new Script(text, { filename: file, ...(cachedData && { cachedData }) });
  const runs = known && script.cachedDataRejected !== true ? known.runs : 0;
  if (kept !== undefined && runs < RUNS) {
    process.on('exit', (status) => {
      // What a misspelt command had use for is of no use again.
      if (status !== FAILED) writeCode(kept, { code: script.createCachedData(), runs: runs + 1 });
    });
  }
  const module: { exports: Bundle } = { exports: { modules: {} } };
  script.runInThisContext()(module.exports, require, module, file, dirname(file));
  return module.exports;
}

/** A file of its own for each build of the command and each engine: V8 itself compares no more than the length of the text. */
function keptFile(file: string, use: string, env: Environment): string | undefined {
  const folder = cacheFolder(env);
  if (folder === undefined) return undefined;
  const { size, mtimeMs } = statSync(file);
  const build = [file, SOFTWARE.version, size, mtimeMs, process.versions.v8, process.arch, process.platform].join('\n');
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
