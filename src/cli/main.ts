/** The process -> the world of the command line; its status -> the exit status. */
import { run } from './run.js';
import { standardOutput } from './standard-output.js';
import type { Output, World } from './world.js';

/** Runs the command line of this process. Only `process.exitCode` is set: what is still to be written is written. */
export async function main(): Promise<void> {
  let opened: Output | undefined;
  const world: World = {
    cwd: process.cwd(),
    env: process.env,
    // Each of them takes a while to open; few runs need all, and some none.
    get stdout() {
      opened ??= standardOutput();
      return opened;
    },
    get stdin() {
      return process.stdin;
    },
    get stderr() {
      return process.stderr;
    },
    get interrupted() {
      const interruption = new AbortController();
      process.once('SIGINT', () => interruption.abort());
      return interruption.signal;
    },
  };
  process.exitCode = await run(process.argv.slice(2), world);
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
