/** `--pred DIR|FILE` -> where the prediction of a gold document is: `DIR/<volume>/<id>.xml`, or a file of the gold's own name. */
import { join, relative, resolve } from 'node:path';
import { type Complaints, PROGRAM } from './complaints.js';
import { givenFolder } from './given-folder.js';
import { filesBelow, type Input } from './inputs.js';
import { runMessages } from './messages.js';

export interface FoundFile {
  /** Absolute path, and the path to show. */
  readonly file: string;
  readonly shown: string;
}

export interface Predictions {
  /** The argument. */
  readonly folder: string;
  /** Whether there is any prediction for a gold file, as far as names tell. */
  hasVolume(gold: Input): boolean;
  /** The prediction of a document; `id` is undefined where the gold file is one document. */
  find(gold: Input, id: string | undefined): FoundFile | undefined;
  /** Whether a file of this absolute path is a prediction. */
  has(file: string): boolean;
  /** The predictions that were never found, as they are to be shown. */
  unused(): readonly string[];
}

/** In: all gold files; where there is only one, the predictions may stand in the folder itself. */
export async function findPredictions(
  folder: string,
  golds: readonly Input[],
  cwd: string,
  complaints: Complaints,
): Promise<Predictions | undefined> {
  const path = resolve(cwd, folder);
  const kind = givenFolder(path, folder, complaints);
  if (kind !== 'folder') return kind && oneFile(folder, path, golds, complaints);
  const files = new Set(await filesBelow(path, ['.xml']));
  const folders = new Set([...files].map((file) => file.slice(0, Math.max(0, file.lastIndexOf('/')))));
  const unused = new Set(files);
  const names = (gold: Input, id: string | undefined) => {
    const volume = volumeName(gold);
    const whole = [`${withoutExtension(gold.below)}.xml`, `${volume}.xml`];
    if (id === undefined) return whole;
    return [`${volume}/${id}.xml`, ...(golds.length === 1 ? [`${id}.xml`] : []), ...whole];
  };
  return {
    folder,
    hasVolume: (gold) =>
      golds.length === 1 || folders.has(volumeName(gold)) || names(gold, undefined).some((name) => files.has(name)),
    find(gold, id) {
      const name = names(gold, id).find((candidate) => files.has(candidate));
      if (name === undefined) return undefined;
      unused.delete(name);
      return { file: join(path, name), shown: join(folder, name) };
    },
    has: (file) => files.has(relative(path, file).replaceAll('\\', '/')),
    unused: () => [...unused].map((name) => join(folder, name)),
  };
}

/** The name of a gold file without its folder and extension. */
export function volumeName({ below }: Input): string {
  return withoutExtension(below.slice(below.lastIndexOf('/') + 1));
}

function withoutExtension(path: string): string {
  return path.replace(/\.xml$/i, '');
}

function oneFile(
  shown: string,
  file: string,
  golds: readonly Input[],
  complaints: Complaints,
): Predictions | undefined {
  if (golds.length > 1) {
    const detail = `"${shown}" is one file, but the gold has ${golds.length}; expected a folder of predictions`;
    complaints.report(PROGRAM, runMessages['bad-arguments']({ detail }));
    return undefined;
  }
  return {
    folder: shown,
    hasVolume: () => true,
    find: () => ({ file, shown }),
    has: (path) => path === file,
    unused: () => [],
  };
}
