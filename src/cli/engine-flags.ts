/** What a run is for, and its arguments -> flags of V8. They are set before anything is compiled: code that was kept is good for the flags that it was made with. */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';

/** Commands that go from file to file, and hold little of each. */
const FILE_BY_FILE: ReadonlySet<string> = new Set(['convert', 'validate', 'export']);

/** What documents leave behind is collected when the heap has grown by three fifths; by itself V8 waits until it is several times as large, the longer the more files there are. */
const SOONER = '--heap-growing-percent=60';

/** An expression is compiled for the machine when it is first used: in many files nearly all are used again, and would be compiled twice. */
const AT_ONCE = '--no-regexp-tier-up';

/** A function is compiled well when it has run longer, and with less of others in it: a sixth of the time of all cores in runs of some seconds. */
const LESS = ['--interrupt-budget=600000', '--max-inlined-bytecode-size-cumulative=200', '--no-turbo-loop-peeling'];

/** Measured with this engine; others collect and compile in other steps. */
const ENGINE = /^11\.3\./;

/** From so many arguments behind the command on there are many files. */
const MANY = 17;

/** In: the command, and the arguments behind it. Out: the name of this use of the code. */
export function setEngineFlags(command: string, argv: readonly string[]): string {
  const many = FILE_BY_FILE.has(command) && ENGINE.test(process.versions.v8) && mayBeMany(argv);
  const lean = isLean(argv);
  // A run of one file takes no flags: to load what sets them would take a tenth of what it takes above an empty Node.js.
  if (many) for (const flag of [SOONER, AT_ONCE]) setFlagsFromString(flag);
  if (lean) for (const flag of LESS) setFlagsFromString(flag);
  return `${command}${many ? '-many' : ''}${lean ? '-lean' : ''}`;
}

/** Folders and patterns stand for any number of files. */
export function mayBeMany(argv: readonly string[]): boolean {
  return argv.length >= MANY || argv.some((argument) => /[*?[{]/.test(argument) || isFolder(argument));
}

function isFolder(path: string): boolean {
  try {
    return !path.startsWith('-') && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    // What is wrong with it is said when it is read.
    return false;
  }
}

/** Whether V8 is to compile less: where each core has a thread, none is left to compile on. */
export function isLean(argv: readonly string[], cores = availableParallelism()): boolean {
  const threads = threadsIn(argv);
  return threads > 1 && threads >= cores && ENGINE.test(process.versions.v8);
}

/** `--threads 2`, `--threads=2`, `-t 2`, `-t2`; 1 where there is no number. */
function threadsIn(argv: readonly string[]): number {
  const at = argv.findIndex((argument) => /^(?:--threads(?:=|$)|-t)/.test(argument));
  const value = argv[at]?.replace(/^(?:--threads=?|-t)/, '') || argv[at + 1];
  return at >= 0 && value !== undefined && /^[0-9]+$/.test(value) ? Number(value) : 1;
}
