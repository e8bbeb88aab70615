/** The jobs of a run -> what came of them, by several threads: each takes the next job that nobody has taken. */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { eachAtOnce } from './at-once.js';
import type { ConvertFlags } from './convert-files.js';
import type { KnownFile } from './divide-jobs.js';
import { isLean } from './engine-flags.js';
import { packageFile } from './package-files.js';
import type { ExportFlags } from './prepare-export.js';
import { errorMessage } from './reason.js';
import type { ValidateFlags } from './validate-files.js';
import type { World } from './world.js';

/** A run in which all is known but what comes of its jobs. What comes of one can be sent from thread to thread. */
export interface Jobs<Result> {
  readonly count: number;
  /** Standard input belongs to the first thread. */
  isStandardInput(job: number): boolean;
  run(job: number): Promise<Result>;
  /** Whether there is no need to go on behind this result. */
  isLast(result: Result): boolean;
  /** How many may be under way in one thread: more than one, the default, where they wait for something. */
  readonly atOnce?: number;
  /** Whether a job is to be done at all; all are by default. */
  readonly isWanted?: (job: number) => boolean;
}

/** What a run was prepared of: a thread finds the same jobs by itself. */
export type Task = { readonly names: readonly string[] } & (
  | { readonly command: 'validate'; readonly flags: ValidateFlags }
  | { readonly command: 'convert'; readonly flags: ConvertFlags }
  /** `temporary` is the folder that is written below. */
  | { readonly command: 'export'; readonly flags: ExportFlags; readonly temporary: string }
  | {
      readonly command: 'divide';
      readonly flags: ExportFlags;
      readonly temporary: string;
      readonly known: readonly KnownFile[];
    }
);

interface Orders {
  readonly task: Task;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** For each job, 1 when it is taken; one more, 1 when there is no need to go on. */
  readonly taken: Int32Array;
}

/** More than these are of no use on any machine, and each holds a file and a schema. */
const MOST = 16;

/** What came of a job, on its way to the first thread. */
interface Sent<Result> {
  readonly job: number;
  readonly result: Result;
}

/** Each message takes its time: those of short jobs go together, if that takes no longer than this (in milliseconds). */
const MOST_RESULTS = 64;
const LONGEST_WAIT = 50;

/** In: the jobs as this thread has prepared them, and what they were prepared of. `see` is told of each result, in any order. */
export async function runInThreads<Result>(
  jobs: Jobs<Result>,
  task: Task,
  threads: number,
  world: World,
  see: (job: number, result: Result) => void,
): Promise<void> {
  const taken = new Int32Array(new SharedArrayBuffer((jobs.count + 1) * 4));
  for (let job = 0; job < jobs.count; job++) if (jobs.isWanted?.(job) === false) Atomics.store(taken, job, 1);
  const orders: Orders = { task, cwd: world.cwd, env: { ...world.env }, taken };
  const others = Math.min(threads, jobs.count, MOST) - 1;
  const workers = Array.from({ length: others }, () => startWorker(orders, see));
  await takeJobs(jobs, taken, true, see);
  await Promise.all(workers);
}

/** Ends with the worker. The code that it runs is this very file, in a module or in the bundle. */
function startWorker<Result>(orders: Orders, see: (job: number, result: Result) => void): Promise<void> {
  const load = `
    const { workerData } = require('node:worker_threads');
    const from = require('node:module').createRequire(workerData.load);
    const { loadCommand } = from(workerData.load);
    loadCommand(workerData.main, workerData.use, workerData.orders.env, from).work();`;
  // Flags of the engine hold for all threads.
  const use = `worker-${orders.task.command}${isLean(process.argv) ? '-lean' : ''}`;
  const files = { load: packageFile('dist/command/load.cjs'), main: packageFile('dist/command/main.cjs') };
  return new Promise((resolve, reject) => {
    const worker = new Worker(load, { eval: true, workerData: { ...files, use, orders } });
    worker.on('message', (results: readonly Sent<Result>[]) => {
      for (const { job, result } of results) see(job, result);
    });
    worker.on('error', (error) => reject(new Error(`a thread failed: ${errorMessage(error)}`)));
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a thread ended with ${code}`))));
  });
}

/** What a worker does: called in it, with its orders waiting. */
export async function workInThread(
  prepare: (task: Task, world: World) => Promise<Jobs<unknown> | undefined>,
): Promise<void> {
  if (isMainThread || !parentPort) return;
  const port = parentPort;
  const { orders }: { readonly orders: Orders } = workerData;
  const silent = { write: () => undefined };
  const nothing = async function* () {};
  const world = { cwd: orders.cwd, env: orders.env, stdin: nothing(), stdout: silent, stderr: silent };
  const jobs = await prepare(orders.task, world);
  if (!jobs) return;
  let results: Sent<unknown>[] = [];
  let sent = performance.now();
  const send = () => {
    port.postMessage(results);
    results = [];
    sent = performance.now();
  };
  await takeJobs(jobs, orders.taken, false, (job, result) => {
    results.push({ job, result });
    if (results.length >= MOST_RESULTS || performance.now() - sent > LONGEST_WAIT) send();
  });
  send();
}

async function takeJobs<Result>(
  jobs: Jobs<Result>,
  taken: Int32Array,
  isFirst: boolean,
  see: (job: number, result: Result) => void,
): Promise<void> {
  let heard = performance.now();
  await eachAtOnce(untaken(jobs, taken, isFirst), jobs.atOnce ?? 1, async (job) => {
    const result = await jobs.run(job);
    see(job, result);
    // What the others have sent is heard between two jobs.
    if (isFirst && performance.now() - heard > LONGEST_WAIT) {
      await new Promise(setImmediate);
      heard = performance.now();
    }
    if (jobs.isLast(result)) Atomics.store(taken, jobs.count, 1);
  });
}

function* untaken<Result>(jobs: Jobs<Result>, taken: Int32Array, isFirst: boolean): Generator<number> {
  for (let job = 0; job < jobs.count; job++) {
    if (Atomics.load(taken, jobs.count) === 1) return;
    if (!isFirst && jobs.isStandardInput(job)) continue;
    if (Atomics.compareExchange(taken, job, 0, 1) === 0) yield job;
  }
}
