/** The arguments of a run -> whether V8 is to compile less: where each core has a thread, none is left to compile on. */
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';

/** A function is compiled well when it has run longer, and with less of others in it: a fifth of the time of all cores in runs of some seconds. */
const FLAGS = ['--interrupt-budget=600000', '--max-inlined-bytecode-size-cumulative=200', '--no-turbo-loop-peeling'];

/** Measured with this one; others compile in other steps. */
const ENGINE = /^11\.3\./;

/** To be asked, and to be done, before anything is compiled: code that was kept is good for the flags that it was made with. */
export function isLean(argv: readonly string[], cores = availableParallelism()): boolean {
  const threads = threadsIn(argv);
  return threads > 1 && threads >= cores && ENGINE.test(process.versions.v8);
}

export function compileLess(): void {
  for (const flag of FLAGS) setFlagsFromString(flag);
}

/** `--threads 2`, `--threads=2`, `-t 2`, `-t2`; 1 where there is no number. */
function threadsIn(argv: readonly string[]): number {
  const at = argv.findIndex((argument) => /^(?:--threads(?:=|$)|-t)/.test(argument));
  const value = argv[at]?.replace(/^(?:--threads=?|-t)/, '') || argv[at + 1];
  return at >= 0 && value !== undefined && /^[0-9]+$/.test(value) ? Number(value) : 1;
}
