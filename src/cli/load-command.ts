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

/** Code is kept of as many runs of a kind as this: each knows functions that the one before had no use for. */
const RUNS = 3;

/** Kinds of runs: with findings or without, with settings, with pictures to look for ... */
const MOST_KINDS = 24;

/** What so many runs have kept is not built upon: they also read schemas and learn, which none does again. */
const FIRST_RUNS = 1;

/** How many files of code are kept; the oldest go. */
const MOST = 32;

/** In a kept file, the runs stand before the code, and before them their length; V8 wants code at a multiple of eight, and `keepFile` writes four bytes first. */
const HEAD = 4;

/** How many runs of each kind have kept their code. */
type Runs = Readonly<Record<string, number>>;

interface Kept {
  readonly code: Buffer;
  readonly runs: Runs;
}

/**
 * In: the absolute path of a CommonJS file, the name of what it will be used for, as each use needs other functions, and what
 * finds the packages beside it. Out: its exports. What is wrong with what is kept is never said: the code is compiled then.
 */
export function loadCommand(file: string, use: string, env: Environment, outer: (name: string) => unknown): unknown {
  // Flags hold for all threads. Behind the program, the file and the command stand the arguments.
  const kind = use.startsWith('worker-') ? use : setEngineFlags(use, process.argv.slice(3));
  const main = load(file, kind, env, (name) => (name.startsWith(MORE) ? moduleOf(more(), name, MORE) : outer(name)));
  let second: Bundle | undefined;
  const more = (): Bundle => {
    second ??= load(join(dirname(file), 'more.cjs'), kind, env, (name) =>
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
  /** Numbers of the modules that not every run asks for, as they have begun. */
  readonly begun: readonly number[];
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
  const cachedData = known && countOf(known.runs) > FIRST_RUNS ? known.code : undefined;
  const script = new Script(text, { filename: file, ...(cachedData && { cachedData }) });
  const runs = known && script.cachedDataRejected !== true ? known.runs : {};
  const module: { exports: Bundle } = { exports: { modules: {}, begun: [] } };
  if (kept !== undefined) {
    process.on('exit', (status) => {
      const kind = [status, ...[...module.exports.begun].sort((a, b) => a - b)].join(' ');
      const before = runs[kind] ?? 0;
      const isNew = before === 0 ? Object.keys(runs).length < MOST_KINDS : before < RUNS;
      // What a misspelt command had use for is of no use again.
      if (status === FAILED || !isNew) return;
      writeCode(kept, { code: script.createCachedData(), runs: { ...runs, [kind]: before + 1 } });
    });
  }
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

function countOf(runs: Runs): number {
  return Object.values(runs).reduce((sum, count) => sum + count, 0);
}

function readCode(file: string): Kept | undefined {
  const bytes = readKept(file);
  if (!bytes || bytes.length < HEAD) return undefined;
  const end = HEAD + bytes.readUInt32LE(0);
  const runs: Runs = JSON.parse(bytes.toString('latin1', HEAD, end));
  return { code: bytes.subarray(end), runs };
}

function writeCode(file: string, { code, runs }: Kept): void {
  const text = JSON.stringify(runs);
  const head = Buffer.alloc(HEAD + 8 * Math.ceil(text.length / 8), ' ');
  head.writeUInt32LE(head.length - HEAD, 0);
  head.write(text, HEAD, 'latin1');
  keepFile(dirname(file), basename(file), Buffer.concat([head, code]), MOST);
}
