/** The process -> the world of the command line; its status -> the exit status. */
import { run } from './run.js';

/** Runs the command line of this process. Only `process.exitCode` is set: what is still to be written is written. */
export async function main(): Promise<void> {
  const { stdin, stdout, stderr, env } = process;
  // A reader that has seen enough, such as `head`, is no failure.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  process.exitCode = await run(process.argv.slice(2), { cwd: process.cwd(), env, stdin, stdout, stderr });
}
