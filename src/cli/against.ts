/** `--against FILE|DIR` and the documents of a run -> the transcription that each is to be true to. */
import { statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Complaints, PROGRAM } from './complaints.js';
import { filesBelow, type Input } from './inputs.js';
import { runMessages } from './messages.js';
import { reasonOf } from './reason.js';

/** A transcription: its absolute path, and the path to show. */
export interface Transcription {
  readonly file: string;
  readonly shown: string;
}

/** The transcription of each input; in a folder it is found by base name, and where that is not enough by its folder. */
export async function findTranscriptions(
  against: string | undefined,
  inputs: readonly Input[],
  cwd: string,
  complaints: Complaints,
): Promise<ReadonlyMap<Input, Transcription>> {
  const found = new Map<Input, Transcription>();
  // A transcription that is validated is compared with itself: nothing has to be found for it.
  const documents = inputs.filter(({ below }) => !isTranscription(below));
  if (against === undefined) return found;
  const path = resolve(cwd, against);
  try {
    if (!statSync(path).isDirectory()) {
      if (documents.length > 1) {
        complaints.report(PROGRAM, runMessages['against-one-file']({ name: against, count: documents.length }));
      }
      for (const input of documents) found.set(input, { file: path, shown: against });
      return found;
    }
  } catch (error) {
    complaints.report(against, runMessages['file-unreadable']({ reason: reasonOf(error) }));
    return found;
  }
  const transcriptions = await filesBelow(path, ['.txt']);
  for (const input of documents) {
    const below = chooseTranscription(input, transcriptions, against, complaints);
    if (below !== undefined) found.set(input, { file: join(path, below), shown: join(against, below) });
  }
  return found;
}

function chooseTranscription(
  input: Input,
  transcriptions: readonly string[],
  folder: string,
  complaints: Complaints,
): string | undefined {
  const name = `${withoutExtension(basename(input.below))}.txt`;
  const candidates = transcriptions.filter((path) => basename(path).toLowerCase() === name.toLowerCase());
  const sameFolder = candidates.find((path) => withoutExtension(path) === withoutExtension(input.below));
  const [first, second] = candidates;
  if (sameFolder !== undefined || (first !== undefined && second === undefined)) return sameFolder ?? first;
  complaints.report(
    input.shown,
    first === undefined
      ? runMessages['against-missing']({ folder, name })
      : runMessages['against-ambiguous']({ paths: candidates.map((path) => join(folder, path)) }),
  );
  return undefined;
}

export function isTranscription(path: string): boolean {
  return /\.txt$/i.test(path);
}

function withoutExtension(path: string): string {
  return path.replace(/\.[^./\\]*$/, '');
}
