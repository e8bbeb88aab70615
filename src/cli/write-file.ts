/** A text, or bytes -> a file, whole or not at all: written beside its place, then renamed. */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Report } from '../diagnostic/index.js';
import type { ExportedFile } from '../exporters/exporter.js';
import { runMessages } from './messages.js';
import { reasonOf } from './reason.js';
import { writeTo } from './write-content.js';

/** In: an absolute path; its folder is made where there is none. Answers whether the file was written. */
export function writeFile(file: string, content: ExportedFile['content'], report: Report): boolean {
  try {
    const old = statSync(file, { throwIfNoEntry: false });
    // A device or a pipe is written to, never replaced.
    if (old && !old.isFile() && !old.isDirectory()) writeDevice(file, content);
    else replaceFile(old ? realpathSync(file) : file, content, old);
    return true;
  } catch (error) {
    report(runMessages['output-unwritable']({ reason: reasonOf(error) }));
    return false;
  }
}

function replaceFile(file: string, content: ExportedFile['content'], old: Stats | undefined): void {
  // Whoever may write to the folder could put another in the place of a file that is to stay as it is.
  if (old?.isFile()) accessSync(file, constants.W_OK);
  const folder = dirname(file);
  makeFolder(folder);
  const temporary = join(folder, `.${basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = openSync(temporary, 'wx');
    try {
      writeTo(handle, content);
      if (old?.isFile()) fchmodSync(handle, old.mode & 0o777);
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

function writeDevice(file: string, content: ExportedFile['content']): void {
  const handle = openSync(file, 'w');
  try {
    writeTo(handle, content);
  } finally {
    closeSync(handle);
  }
}

/** One by one: where the system refuses a folder as missing (below /proc), Node's own recursive way never ends. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}
