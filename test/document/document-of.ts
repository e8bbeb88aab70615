/** A transcription -> its document, for tests. */
import { type Document, interpretDocument } from '../../src/document/index.js';
import { createSource } from '../../src/source/index.js';
import { type Conventions, parseTranscript } from '../../src/transcript/index.js';

export function documentOf(text: string, conventions: Conventions): Document {
  const transcript = parseTranscript(createSource('a.txt', text), conventions, () => {});
  return interpretDocument(transcript, {}, () => {});
}
