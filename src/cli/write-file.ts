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
import { piecesOf, writeTo } from './write-content.js';

/** In: an absolute path; its folder is made where there is none. Answers whether the file was written. */
export function writeFile(file: string, content: ExportedFile['content'], report: Report): boolean {
  try {
    const begun = begin(file);
    fill(begun, content);
    finish(begun);
    return true;
  } catch (error) {
    report(unwritable(error));
    return false;
  }
}

/** The same; whoever asks can go on while the disk takes what was written. */
export async function writeFileLater(file: string, content: ExportedFile['content'], report: Report): Promise<boolean> {
  try {
    const begun = begin(file);
    fill(begun, content);
    await finishLater(begun);
    return true;
  } catch (error) {
    report(unwritable(error));
    return false;
  }
}

/** The same, of content that is made while it is written: `isOver`, asked between its pieces, ends it; `mayKeep` is asked when all has been made. */
export async function writeFileInPieces(
  file: string,
  content: ExportedFile['content'],
  report: Report,
  isOver: () => Promise<boolean>,
  mayKeep: () => boolean,
): Promise<void> {
  try {
    const begun = begin(file);
    let isKept = false;
    try {
      for (const piece of piecesOf(content)) {
        if (await isOver()) return;
        writeTo(begun.handle, piece);
      }
      isKept = mayKeep();
    } finally {
      if (!isKept) abandon(begun);
    }
    if (isKept) finish(begun);
  } catch (error) {
    report(unwritable(error));
  }
}

/** A file that is being written. */
interface Begun {
  readonly handle: number;
  /** Where it is until it is whole; undefined for a device or a pipe, which is written to and never replaced. */
  readonly temporary: string | undefined;
  readonly file: string;
  /** Of the file whose place it takes. */
  readonly mode: number | undefined;
}

function begin(path: string): Begun {
  const old = statSync(path, { throwIfNoEntry: false });
  if (old && !old.isFile() && !old.isDirectory())
    return { handle: openSync(path, 'w'), temporary: undefined, file: path, mode: undefined };
  const file = old ? realpathSync.native(path) : path;
  // Whoever may write to the folder could put another in the place of a file that is to stay as it is.
  if (old?.isFile()) accessSync(file, constants.W_OK);
  const folder = dirname(file);
  makeFolder(folder);
  const temporary = join(folder, `.${basename(file)}.${uniqueEnding()}.tmp`);
  return { handle: openSync(temporary, 'wx'), temporary, file, mode: old?.isFile() ? old.mode & 0o777 : undefined };
}

function fill(begun: Begun, content: ExportedFile['content']): void {
  try {
    writeTo(begun.handle, content);
  } catch (error) {
    abandon(begun);
    throw error;
  }
}

function abandon({ handle, temporary }: Begun): void {
  closeSync(handle);
  if (temporary !== undefined) rmSync(temporary, { force: true });
}

function finish({ handle, temporary, file, mode }: Begun): void {
  if (temporary === undefined) {
    closeSync(handle);
    return;
  }
  try {
    try {
      if (mode !== undefined) fchmodSync(handle, mode);
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
async function finishLater({ handle, temporary, file, mode }: Begun): Promise<void> {
  if (temporary === undefined) {
    closeSync(handle);
    return;
  }
  try {
    try {
      if (mode !== undefined) fchmodSync(handle, mode);
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
