/** Decisions, and the transcriptions that a run reads -> a warning for each file that is decided on, and is neither of the run nor there at all. */
import { dirname, join, resolve } from 'node:path';
import { type Decision, isAbout } from '../transcript/index.js';
import type { Complaints } from './complaints.js';
import { runMessages } from './messages.js';
import { isFile } from './surroundings.js';

/** A transcription that is read with these decisions. */
export interface DecidedInput {
  readonly decisions: readonly Decision[] | undefined;
  /** As findings show it. */
  readonly shown: string;
  /** Absolute: where it lies. */
  readonly folder: string;
}

/** In: all transcriptions of a run. A run of one transcription says nothing of decisions on its neighbours: they are there. */
export function reportUnusedDecisions(inputs: readonly DecidedInput[], cwd: string, complaints: Complaints): void {
  const lists = new Map<readonly Decision[], DecidedInput[]>();
  for (const input of inputs) if (input.decisions) grouped(lists, input.decisions, input);
  for (const [decisions, about] of lists) {
    const paths = new Map<string, string[]>();
    for (const { shown } of about) {
      const path = shown === '-' ? 'stdin.txt' : shown;
      grouped(paths, nameOf(path), path);
    }
    const folders = new Set(about.map(({ folder }) => folder));
    const files = new Map<string, Decision[]>();
    for (const decision of decisions) grouped(files, decision.file, decision);
    for (const [file, [first, ...more]] of files) {
      if (!first || paths.get(nameOf(file))?.some((path) => isAbout(first, path))) continue;
      const list = first.place?.source.path;
      const bases = [cwd, ...(list === undefined ? [] : [dirname(resolve(cwd, list))]), ...folders];
      if (bases.some((base) => isThere(file, base))) continue;
      complaints.report(list ?? file, runMessages['decision-unused']({ file, count: more.length + 1 }, first.place));
    }
  }
}

function grouped<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const others = groups.get(key);
  if (others) others.push(value);
  else groups.set(key, [value]);
}

function nameOf(path: string): string {
  return path.replace(/^.*[/\\]/, '');
}

/** Whether the file is there, seen from the folder, or from one above it as often as the path names folders: `vol/d15.txt` seen from `vol`. */
function isThere(file: string, folder: string): boolean {
  const path = file.replaceAll('\\', '/');
  let base = folder;
  for (let up = path.split('/').length; up > 0; up--) {
    if (isFile(join(base, path))) return true;
    base = dirname(base);
  }
  return false;
}
