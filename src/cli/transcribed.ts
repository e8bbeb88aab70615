/** `--raw DIR` -> the documents that were transcribed: those that a prediction is expected of. */
import { join, resolve } from 'node:path';
import type { Complaints } from './complaints.js';
import { givenFolder } from './given-folder.js';
import { filesBelow, type Input } from './inputs.js';
import { runMessages } from './messages.js';
import { volumeName } from './predictions.js';

export interface Transcribed {
  /** The transcription of a document, as it is to be shown; undefined where it was not transcribed. */
  find(gold: Input, id: string | undefined): string | undefined;
}

/** Undefined where all documents are taken that have a prediction. Only one gold file: the folder itself may hold them. */
export async function findTranscribed(
  folder: string | undefined,
  golds: readonly Input[],
  cwd: string,
  complaints: Complaints,
): Promise<Transcribed | undefined> {
  if (folder === undefined) return undefined;
  const path = resolve(cwd, folder);
  const kind = givenFolder(path, folder, complaints);
  if (kind === 'file') complaints.report(folder, runMessages['file-unreadable']({ reason: 'it is no folder' }));
  if (kind !== 'folder') return undefined;
  const files = new Set(await filesBelow(path, ['.txt']));
  if (files.size === 0) complaints.report(folder, runMessages['folder-empty']({ extensions: ['.txt'] }));
  return {
    find(gold, id) {
      const volume = volumeName(gold);
      const names =
        id === undefined
          ? [`${gold.below.replace(/\.xml$/i, '')}.txt`, `${volume}.txt`]
          : [`${volume}/${id}.txt`, ...(golds.length === 1 ? [`${id}.txt`] : [])];
      const name = names.find((candidate) => files.has(candidate));
      return name === undefined ? undefined : join(folder, name);
    },
  };
}
