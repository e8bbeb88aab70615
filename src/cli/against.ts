/** `--against FILE|DIR` and the documents of a run -> the transcription that each is to be true to; that of a volume is several files. */
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { unescapeData } from '../rebuild/index.js';
import { type Complaints, PROGRAM } from './complaints.js';
import { filesBelow, type Input } from './inputs.js';
import { isTranscription } from './is-transcription.js';
import { runMessages } from './messages.js';
import { reasonOf } from './reason.js';

/** A file of a transcription: its absolute path, and the path to show. */
export interface TranscribedFile {
  readonly file: string;
  readonly shown: string;
  /** The document of the file that is meant, where the file holds several: what its TEI is called. */
  readonly part?: string;
}

/** One file, or those of a volume in their order. */
export type Transcription = readonly TranscribedFile[];

/** The transcription of each input; in a folder it is found by base name, and where that is not enough by its folder. */
export async function findTranscriptions(
  against: string,
  inputs: readonly Input[],
  cwd: string,
  complaints: Complaints,
): Promise<ReadonlyMap<Input, Transcription>> {
  const found = new Map<Input, Transcription>();
  // A transcription that is validated is compared with itself: nothing has to be found for it.
  const documents = inputs.filter(({ below }) => !isTranscription(below));
  const path = resolve(cwd, against);
  try {
    if (!statSync(path).isDirectory()) {
      const isPart = (input: Input) => wholeOf(input, [basename(path)]) !== undefined;
      if (documents.length > 1 && !documents.every(isPart)) {
        complaints.report(PROGRAM, runMessages['against-one-file']({ name: against, count: documents.length }));
      }
      for (const input of documents) {
        found.set(input, [{ file: path, shown: against, ...(isPart(input) && { part: nameOf(input) }) }]);
      }
      return found;
    }
  } catch (error) {
    complaints.report(against, runMessages['file-unreadable']({ reason: reasonOf(error) }));
    return found;
  }
  const transcriptions = await filesBelow(path, ['.txt']);
  for (const input of documents) {
    const whole = wholeOf(input, transcriptions);
    const below = whole === undefined ? chooseTranscriptions(input, transcriptions, against, complaints) : [whole];
    if (below.length === 0) continue;
    const part = whole === undefined ? {} : { part: nameOf(input) };
    found.set(
      input,
      below.map((each) => ({ file: join(path, each), shown: join(against, each), ...part })),
    );
  }
  return found;
}

/** `letters/letters-2.xml` is one of the documents of `letters.txt`, where there is no `letters-2.txt`. */
function wholeOf({ below, file }: Input, transcriptions: readonly string[]): string | undefined {
  const folder = below.includes('/') || file === undefined ? dirname(below) : basename(dirname(file));
  const named = (name: string) => (path: string) =>
    basename(path).toLowerCase() === `${basename(name)}.txt`.toLowerCase();
  if (transcriptions.some(named(withoutExtension(below)))) return undefined;
  const [only, other] = transcriptions.filter(named(folder));
  return transcriptions.find((path) => path === `${folder}.txt`) ?? (other === undefined ? only : undefined);
}

function chooseTranscriptions(
  input: Input,
  transcriptions: readonly string[],
  folder: string,
  complaints: Complaints,
): readonly string[] {
  const name = `${withoutExtension(basename(input.below))}.txt`;
  const candidates = transcriptions.filter((path) => basename(path).toLowerCase() === name.toLowerCase());
  const sameFolder = candidates.find((path) => withoutExtension(path) === withoutExtension(input.below));
  const [first, second] = candidates;
  if (sameFolder !== undefined || (first !== undefined && second === undefined)) return [sameFolder ?? first ?? ''];
  if (first !== undefined) {
    const paths = candidates.map((path) => join(folder, path));
    complaints.report(input.shown, runMessages['against-ambiguous']({ paths }));
    return [];
  }
  const files = filesOfVolume(input);
  // What the volume was made of and what there is now have to be the same files.
  const missing = files.filter((file) => !transcriptions.includes(file));
  if (files.length === 0) missing.push(name);
  for (const each of missing) {
    complaints.report(input.shown, runMessages['against-missing']({ folder, name: each }));
  }
  if (files.length === 0) return [];
  for (const left of transcriptions.filter((file) => !files.includes(file))) {
    complaints.report(join(folder, left), runMessages['against-left-out']({ volume: input.shown }));
  }
  return missing.length > 0 ? [] : files;
}

/** The files that an assembled volume says its documents were transcribed in, each once, in order. */
function filesOfVolume({ file }: Input): string[] {
  if (file === undefined) return [];
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    // That it cannot be read is said where it is validated.
  }
  const named = [...text.matchAll(/<\?teiscribe document="[^"]*" file="([^"]*)"/g)];
  return [...new Set(named.map(([, name = '']) => unescapeData(name)))];
}

function nameOf({ below }: Input): string {
  return withoutExtension(basename(below));
}

function withoutExtension(path: string): string {
  return path.replace(/\.[^./\\]*$/, '');
}
