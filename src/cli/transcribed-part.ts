/** A transcription of several documents, and what the TEI of one is called -> the text of that document: `validate --against`. */
import { documentParts } from '../convert.js';
import { moveDiagnostic, type Report } from '../diagnostic/index.js';
import { readConversionFacts } from '../rebuild/index.js';
import type { Source } from '../source/index.js';
import type { Decision } from '../transcript/index.js';
import { parseXml } from '../xml/index.js';
import type { JoinedTranscription } from './joined-transcription.js';
import { runMessages } from './messages.js';
import { readFile } from './read-file.js';

/** Told by the conventions that the TEI says it was read by; undefined, and reported, where there is none of this name. */
export function transcribedPart(
  source: Source,
  name: string,
  tei: string | undefined,
  decisions: readonly Decision[],
  report: Report,
): JoinedTranscription | undefined {
  // What is wrong with the TEI is said where it is validated.
  const document = tei === undefined ? undefined : readFile(tei, tei, () => undefined);
  const parsed = document && parseXml(document, () => undefined);
  const conventions = parsed && readConversionFacts(parsed).conventions;
  const part = documentParts(source, conventions, decisions).find((each) => each.name === name);
  if (!part) {
    report(runMessages['against-missing']({ folder: source.path, name }));
    return undefined;
  }
  return {
    source: part.source,
    restate: (diagnostic) => moveDiagnostic(diagnostic, (of) => (of === part.source ? part.origin : undefined)),
  };
}
