/** A text, or bytes -> a file, whole or not at all: written beside its place, then renamed. */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsync,
  fsyncSync,
  openSync,
  realpathSync,
  rename,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Report } from '../diagnostic/index.js';
import type { ExportedFile } from '../exporters/exporter.js';
import { makeFolder } from './make-folder.js';
import { unwritable } from './unwritable.js';
import { writeContent, writeTo } from './write-content.js';

/** In: an absolute path; its folder is made where there is none. `mayKeep` is asked when all has been made. Answers whether the file was written. */
export function writeFile(
  file: string,
  content: ExportedFile['content'],
  report: Report,
  mayKeep: () => boolean = () => true,
): boolean {
  try {
    const begun = begin(file, content);
    if (begun && mayKeep()) finish(begun);
    else if (begun) abandon(begun);
    return mayKeep();
  } catch (error) {
    report(unwritable(error));
    return false;
  }
}

/** The same; whoever asks can go on while the disk takes what was written. */
export async function writeFileLater(file: string, content: ExportedFile['content'], report: Report): Promise<boolean> {
  try {
    const begun = begin(file, content);
    if (begun) await finishLater(begun);
    return true;
  } catch (error) {
    report(unwritable(error));
    return false;
  }
}

/** A file that is written, but not in its place. */
interface Begun {
  readonly handle: number;
  readonly temporary: string;
  readonly file: string;
}

/** Undefined where all is done: a device or a pipe is written to, never replaced. */
function begin(path: string, content: ExportedFile['content']): Begun | undefined {
  const old = statSync(path, { throwIfNoEntry: false });
  if (old && !old.isFile() && !old.isDirectory()) {
    writeContent(path, content, 'w');
    return undefined;
  }
  const file = old ? realpathSync.native(path) : path;
  // Whoever may write to the folder could put another in the place of a file that is to stay as it is.
  if (old?.isFile()) accessSync(file, constants.W_OK);
  const folder = dirname(file);
  makeFolder(folder);
  const temporary = join(folder, `.${basename(file)}.${uniqueEnding()}.tmp`);
  const handle = openSync(temporary, 'wx');
  try {
    writeTo(handle, content);
    if (old?.isFile()) fchmodSync(handle, old.mode & 0o777);
  } catch (error) {
    closeSync(handle);
    rmSync(temporary, { force: true });
    throw error;
  }
  return { handle, temporary, file };
}

function abandon({ handle, temporary }: Begun): void {
  closeSync(handle);
  rmSync(temporary, { force: true });
}

function finish({ handle, temporary, file }: Begun): void {
  try {
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Renaming waits for the disk as well, where it is writing. */
async function finishLater({ handle, temporary, file }: Begun): Promise<void> {
  try {
    try {
      await done((end) => fsync(handle, end));
    } finally {
      closeSync(handle);
    }
    await done((end) => rename(temporary, file, end));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Promises of `node:fs` itself take longer. */
function done(begin: (end: (error: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => begin((error) => (error ? reject(error) : resolve())));
}

let ending = '';
let endings = 0;

/** No other thread and no other process uses it. */
function uniqueEnding(): string {
  ending ||= randomBytes(6).toString('hex');
  return `${ending}${(endings++).toString(36)}`;
}
