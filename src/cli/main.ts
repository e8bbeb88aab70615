/** The process -> the world of the command line; its status -> the exit status. */
import { run } from './run.js';
import { standardOutput } from './standard-output.js';
import { OK } from './status.js';
import type { Output, World } from './world.js';

/** Ctrl-C; what `kill` and `timeout` send; a terminal that is closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs the command line of this process. Only `process.exitCode` is set: what is still to be written is written. */
export async function main(): Promise<void> {
  let opened: Output | undefined;
  let isRead = false;
  let ended: (typeof SIGNALS)[number] | undefined;
  const world: World = {
    cwd: process.cwd(),
    env: process.env,
    // Each of them takes a while to open; few runs need all, and some none.
    get stdout() {
      opened ??= standardOutput();
      return opened;
    },
    get stdin() {
      isRead = true;
      return process.stdin;
    },
    get stderr() {
      return process.stderr;
    },
    get interrupted() {
      const interruption = new AbortController();
      for (const signal of SIGNALS)
        process.once(signal, () => {
          ended ??= signal;
          interruption.abort();
          // Else whoever reads it would wait for the rest.
          if (isRead) process.stdin.destroy(new Error('interrupted'));
        });
      return interruption.signal;
    },
  };
  const status = await run(process.argv.slice(2), world);
  // Whoever started the program is told how it ended, as by any other: a loop of a shell ends as well.
  if (ended !== undefined && status !== OK) process.kill(process.pid, ended);
  process.exitCode = status;
}

/** What a thread of `--threads` does; it has its orders from the thread that started it. */
export async function work(): Promise<void> {
  const [{ workInThread }, { complaintsTo }] = await Promise.all([import('./threads.js'), import('./complaints.js')]);
  await workInThread(async (task, world) => {
    const complaints = complaintsTo(world);
    if (task.command === 'convert') {
      const { prepareConversion } = await import('./prepare-conversion.js');
      return prepareConversion(task.names, task.flags, world, complaints);
    }
    if (task.command === 'divide') {
      const [{ prepareExport }, { divideInThread }] = await Promise.all([
        import('./prepare-export.js'),
        import('./divide-jobs.js'),
      ]);
      const prepared = await prepareExport(task.names, task.flags, world, complaints);
      return divideInThread(prepared, task.flags, task.known, task.temporary, world);
    }
    if (task.command === 'export') {
      const [{ prepareExport }, { exportJobs }] = await Promise.all([
        import('./prepare-export.js'),
        import('./export-jobs.js'),
      ]);
      const prepared = await prepareExport(task.names, task.flags, world, complaints);
      return prepared && exportJobs(prepared, task.flags, task.temporary, world);
    }
    const [{ prepareRun }, { validationJobs }] = await Promise.all([
      import('./validate-files.js'),
      import('./validate-threads.js'),
    ]);
    const run = await prepareRun(task.names, task.flags, world, complaints);
    return run && validationJobs(run);
  });
}
