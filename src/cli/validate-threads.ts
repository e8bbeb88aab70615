/** The jobs of a run -> their findings in order, by several threads: each takes the next job that nobody has taken. */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type PackedReport, packReport, unpackReport } from './pack-report.js';
import { packageFile } from './package-files.js';
import { errorMessage } from './reason.js';
import type { PreparedRun, ValidateFlags, Verdict } from './validate-files.js';
import type { World } from './world.js';

/** What a thread is told: it finds the same jobs by itself. */
interface Orders {
  readonly names: readonly string[];
  readonly flags: ValidateFlags;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** For each job, 1 when it is taken; one more, 1 when there is no need to go on. */
  readonly taken: Int32Array;
}

interface Done {
  readonly job: number;
  readonly report: PackedReport;
  readonly badSchema: boolean;
}

/** More than these are of no use on any machine, and each holds a file and a schema. */
const MOST = 16;

/** In: the run as this thread has prepared it, and what it was prepared of. Out: the findings, in the order of the jobs. */
export async function validateInThreads(
  run: PreparedRun,
  names: readonly string[],
  flags: ValidateFlags,
  world: World,
): Promise<readonly (Verdict | undefined)[]> {
  const taken = new Int32Array(new SharedArrayBuffer((run.count + 1) * 4));
  const { cwd, env } = world;
  const orders: Orders = { names, flags, cwd, env: { ...env }, taken };
  const verdicts: (Verdict | undefined)[] = new Array<undefined>(run.count).fill(undefined);
  const others = Math.min(flags.threads, run.count, MOST) - 1;
  const workers = Array.from({ length: others }, () =>
    startWorker(orders, ({ job, report, badSchema }) => {
      verdicts[job] = { report: unpackReport(report), badSchema };
    }),
  );
  await takeJobs(run, taken, true, (job, verdict) => {
    verdicts[job] = verdict;
  });
  await Promise.all(workers);
  return verdicts;
}

/** Ends with the worker. The code that it runs is this very file, in a module or in the bundle. */
function startWorker(orders: Orders, see: (done: Done) => void): Promise<void> {
  const load = `
    const { workerData } = require('node:worker_threads');
    const { loadCommand } = require(workerData.load);
    loadCommand(workerData.main, 'worker', workerData.orders.env).work();`;
  const files = { load: packageFile('dist/command/load.cjs'), main: packageFile('dist/command/main.cjs') };
  return new Promise((resolve, reject) => {
    const worker = new Worker(load, { eval: true, workerData: { ...files, orders } });
    worker.on('message', see);
    worker.on('error', (error) => reject(new Error(`a thread failed: ${errorMessage(error)}`)));
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a thread ended with ${code}`))));
  });
}

/** What a worker does: called in it, with its orders waiting. */
export async function workInThread(
  prepare: (orders: Orders, world: World) => Promise<PreparedRun | undefined>,
): Promise<void> {
  if (isMainThread || !parentPort) return;
  const port = parentPort;
  const { orders }: { readonly orders: Orders } = workerData;
  const silent = { write: () => undefined };
  const nothing = async function* () {};
  const world = { cwd: orders.cwd, env: orders.env, stdin: nothing(), stdout: silent, stderr: silent };
  const run = await prepare(orders, world);
  if (!run) return;
  await takeJobs(run, orders.taken, false, (job, { report, badSchema }) => {
    port.postMessage({ job, report: packReport(report), badSchema } satisfies Done);
  });
}

/** Standard input belongs to the first thread. */
async function takeJobs(
  run: PreparedRun,
  taken: Int32Array,
  isFirst: boolean,
  see: (job: number, verdict: Verdict) => void,
): Promise<void> {
  for (let job = 0; job < run.count; job++) {
    if (Atomics.load(taken, run.count) === 1) return;
    if (!isFirst && run.isStandardInput(job)) continue;
    if (Atomics.compareExchange(taken, job, 0, 1) !== 0) continue;
    const verdict = await run.validate(job);
    see(job, verdict);
    if (verdict.badSchema && run.stopsAtBadSchema) Atomics.store(taken, run.count, 1);
  }
}
