/** The documents of a run -> their findings in order, by several threads. */
import { type PackedReport, packReport, unpackReport } from './pack-report.js';
import { keepLines } from './read-document.js';
import { type Jobs, runInThreads } from './threads.js';
import type { PreparedRun, ValidateFlags, Verdict } from './validate-files.js';
import type { World } from './world.js';

/** A verdict on its way from one thread to another. */
interface SentVerdict extends Omit<Verdict, 'report'> {
  readonly report: PackedReport;
}

/** In: the run as this thread has prepared it, the numbers of the documents to look at, and what the run was prepared of. */
export async function validateInThreads(
  run: PreparedRun,
  wanted: ReadonlySet<number>,
  names: readonly string[],
  flags: ValidateFlags,
  world: World,
  see: (job: number, verdict: Verdict) => void,
): Promise<void> {
  const task = { command: 'validate' as const, names, flags };
  const jobs = { ...validationJobs(run), isWanted: (job: number) => wanted.has(job) };
  await runInThreads(jobs, task, flags.threads, world, (job, { report, ...rest }) =>
    see(job, { report: unpackReport(report), ...rest }),
  );
}

/** In: a run. Out: its documents as jobs whose results can be sent. */
export function validationJobs(run: PreparedRun): Jobs<SentVerdict> {
  return {
    count: run.jobs.length,
    isStandardInput: run.isStandardInput,
    async run(job) {
      const { report, ...rest } = await run.validate(job);
      keepLines(report);
      return { report: packReport(report), ...rest };
    },
    isLast: ({ badSchema }) => badSchema && run.stopsAtBadSchema,
  };
}
