/** The documents of a run -> their findings in order, by several threads. */
import { type PackedReport, packReport, unpackReport } from './pack-report.js';
import { type Jobs, runInThreads } from './threads.js';
import type { PreparedRun, ValidateFlags, Verdict } from './validate-files.js';
import type { World } from './world.js';

/** A verdict on its way from one thread to another. */
interface SentVerdict {
  readonly report: PackedReport;
  readonly badSchema: boolean;
}

/** In: the run as this thread has prepared it, and what it was prepared of. Out: the findings, in the order of the jobs. */
export async function validateInThreads(
  run: PreparedRun,
  names: readonly string[],
  flags: ValidateFlags,
  world: World,
): Promise<readonly (Verdict | undefined)[]> {
  const verdicts: (Verdict | undefined)[] = new Array<undefined>(run.count).fill(undefined);
  const task = { command: 'validate' as const, names, flags };
  await runInThreads(validationJobs(run), task, flags.threads, world, (job, { report, badSchema }) => {
    verdicts[job] = { report: unpackReport(report), badSchema };
  });
  return verdicts;
}

/** In: a run. Out: its documents as jobs whose results can be sent. */
export function validationJobs(run: PreparedRun): Jobs<SentVerdict> {
  return {
    count: run.count,
    isStandardInput: run.isStandardInput,
    async run(job) {
      const { report, badSchema } = await run.validate(job);
      return { report: packReport(report), badSchema };
    },
    isLast: ({ badSchema }) => badSchema && run.stopsAtBadSchema,
  };
}
