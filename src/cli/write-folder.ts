/** Files, one after another -> a folder that gets all of them or none: they are written to a hidden folder first. */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  opendirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Report } from '../diagnostic/index.js';
import type { ExportedFile } from '../exporters/exporter.js';
import { makeFolder } from './make-folder.js';
import { unwritable } from './unwritable.js';
import { writeContent } from './write-content.js';

export interface FolderWriter {
  /** The hidden folder. */
  readonly temporary: string;
  /** Answers whether there may be a folder of this name. */
  begin(): boolean;
  /** Counts what was written to the hidden folder by others. */
  take(paths: readonly string[]): void;
  /** In: a safe relative path. Answers whether it was written. */
  write(file: ExportedFile): boolean;
  /** Whether a file of this absolute path would be replaced. */
  has(file: string): boolean;
  /** Files that are there, and would not be replaced. */
  others(): readonly string[];
  /** Puts all that was written in its place; files of other names that are there stay. */
  finish(): boolean;
  /** Removes what was not put in its place. */
  close(): void;
}

export function openFolder(folder: string, report: Report): FolderWriter {
  const isThere = existsSync(folder);
  const name = `.${basename(folder)}.${randomBytes(6).toString('hex')}.tmp`;
  // A folder that is there may be the only one that may be written to.
  const temporary = join(isThere && statSync(folder).isDirectory() ? folder : dirname(folder), name);
  const paths = new Set<string>();
  const attempt = (work: () => void): boolean => {
    try {
      work();
      return true;
    } catch (error) {
      report(unwritable(error));
      return false;
    }
  };
  const begin = () => {
    // What is there and is no folder: the system says so.
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) mkdirSync(folder);
    makeFolder(temporary);
  };
  return {
    temporary,
    begin: () => attempt(begin),
    take(written) {
      for (const path of written) paths.add(resolve(folder, path));
    },
    write: (file) =>
      attempt(() => {
        if (paths.size === 0) begin();
        writeBelow(temporary, file);
        paths.add(resolve(folder, file.path));
      }),
    has: (file) => paths.has(file),
    others: () =>
      isThere && statSync(folder).isDirectory()
        ? readdirSync(folder, { recursive: true, withFileTypes: true })
            .filter((entry) => !entry.isDirectory())
            .map((entry) => join(entry.parentPath, entry.name))
            .filter((file) => !paths.has(file) && !file.startsWith(join(temporary, sep)))
        : [],
    finish: () =>
      attempt(() => {
        if (!existsSync(temporary)) return;
        if (!isThere) {
          renameSync(temporary, folder);
          return;
        }
        // Before the first is replaced, so that all are or none.
        for (const file of paths) checkPlace(file);
        for (const file of paths) {
          makeFolder(dirname(file));
          renameSync(join(temporary, file.slice(folder.length + 1)), file);
        }
      }),
    close() {
      // Below a file the system has something against asking.
      if (existsSync(temporary)) rmSync(temporary, { recursive: true, force: true });
    },
  };
}

/** Throws what the system has against a file of this absolute path. */
function checkPlace(file: string): void {
  if (existsSync(file)) closeSync(openSync(file, 'r+'));
  let folder = dirname(file);
  while (!existsSync(folder)) folder = dirname(folder);
  opendirSync(folder).closeSync();
  accessSync(folder, constants.W_OK | constants.X_OK);
}

/** In: a folder, and a file of a safe path below it where nothing is, unless it is a piece of what was begun. */
export function writeBelow(folder: string, { path, content, isMore }: ExportedFile): void {
  const file = join(folder, path);
  makeFolder(dirname(file));
  writeContent(file, content, isMore === true ? 'a' : 'wx');
}
