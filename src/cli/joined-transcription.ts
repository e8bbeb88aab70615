/** The files of a transcription -> one source, and what is said of it as said of its files: `validate --against`. */
import type { Diagnostic, Report } from '../diagnostic/index.js';
import { createSource, type Place, type Source } from '../source/index.js';
import type { Decision } from '../transcript/index.js';
import type { Transcription } from './against.js';
import { readFile } from './read-file.js';

export interface JoinedTranscription {
  readonly source: Source;
  /** A finding with its places in the files. */
  readonly restate: (diagnostic: Diagnostic) => Diagnostic;
}

/** Between two files stands what stands between two documents of one. */
const BETWEEN = '\n\n';

/** Undefined, and reported, where a file cannot be read; `tei`: the document that is compared with it; `decisions`: where documents of a file begin. */
export async function joinTranscription(
  transcription: Transcription,
  tei: string | undefined,
  decisions: readonly Decision[],
  report: Report,
): Promise<JoinedTranscription | undefined> {
  const files: Source[] = [];
  for (const { file, shown } of transcription) {
    const source = readFile(file, shown, report);
    if (!source) return undefined;
    files.push(source);
  }
  const [first, second] = files;
  if (!first) return undefined;
  const part = transcription[0]?.part;
  if (part !== undefined) {
    const { transcribedPart } = await import('./transcribed-part.js');
    return transcribedPart(first, part, tei, decisions, report);
  }
  if (!second) return { source: first, restate: (diagnostic) => diagnostic };
  const whole = createSource(first.path, files.map(({ text }) => text).join(BETWEEN));
  const inFile = (place: Place): Place => {
    if (place.source !== whole) return place;
    let start = 0;
    for (const source of files) {
      const end = start + source.text.length;
      if (place.start <= end) {
        return { source, start: place.start - start, end: Math.min(place.end - start, source.text.length) };
      }
      start = end + BETWEEN.length;
    }
    return place;
  };
  return {
    source: whole,
    restate: (diagnostic) => ({
      ...diagnostic,
      ...(diagnostic.place && { place: inFile(diagnostic.place) }),
      ...(diagnostic.related && {
        related: diagnostic.related.map((other) => ({ ...other, place: inFile(other.place) })),
      }),
    }),
  };
}
