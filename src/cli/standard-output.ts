/** Standard output, a file or a pipe -> an output that is written to at once; Node.js' own streams take longer to load than a letter to validate. */
import { fstatSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import { gnuLine } from '../reporters/gnu.js';
import { errorCode } from './reason.js';
import { FAILED } from './status.js';
import { unwritable } from './unwritable.js';
import type { Output } from './world.js';

const STDOUT = 1;

/** Out: what writes to standard output. A terminal is written to by Node.js, which knows its width. */
export function standardOutput(): Output {
  return isPlain() ? plainOutput() : nodeOutput();
}

/** On Windows a pipe cannot be waited for. */
function isPlain(): boolean {
  try {
    const kind = fstatSync(STDOUT);
    if (kind.isFile()) return true;
    if (process.platform === 'win32') return false;
    return kind.isFIFO() || kind.isSocket() || (kind.isCharacterDevice() && kind.rdev === statSync(devNull).rdev);
  } catch {
    return false;
  }
}

function plainOutput(): Output {
  let rest: NodeJS.WriteStream | undefined;
  return {
    write(text) {
      if (rest) return rest.write(text);
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) {
        try {
          at += writeSync(STDOUT, bytes, at);
        } catch (error) {
          const code = errorCode(error);
          if (code === 'EPIPE') endQuietly();
          // Whoever opened the pipe wants nobody to wait for it: Node.js keeps what is to be written.
          if (code !== 'EAGAIN') failed(error);
          rest = nodeOutput();
          return rest.write(bytes.subarray(at));
        }
      }
      return true;
    },
  };
}

function nodeOutput(): NodeJS.WriteStream {
  const { stdout } = process;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') endQuietly();
    failed(error);
  });
  return stdout;
}

/** A full disk, for one: no more can be said there. */
function failed(error: unknown): never {
  process.stderr.write(`${gnuLine('standard output', unwritable(error, true))}\n`);
  process.exit(FAILED);
}

/** A reader that has seen enough, such as `head`, is no failure. */
function endQuietly(): never {
  process.exit();
}
