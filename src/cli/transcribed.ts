/** `--raw DIR` -> the documents that were transcribed: those that a prediction is expected of. */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Complaints } from './complaints.js';
import { filesBelow, type Input } from './inputs.js';
import { runMessages } from './messages.js';
import { volumeName } from './predictions.js';
import { errorCode, reasonOf } from './reason.js';

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
  try {
    if (!statSync(path).isDirectory()) complaints.report(folder, notFolder);
  } catch (error) {
    const missing = errorCode(error) === 'ENOENT';
    complaints.report(
      folder,
      missing
        ? runMessages['file-missing']({ name: folder })
        : runMessages['file-unreadable']({ reason: reasonOf(error) }),
    );
  }
  if (complaints.failed()) return undefined;
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

const notFolder = runMessages['file-unreadable']({ reason: 'it is no folder' });
