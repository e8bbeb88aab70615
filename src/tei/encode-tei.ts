/** A document -> a TEI tree whose every node has the place in the transcription that caused it. */

import type { Report } from '../diagnostic/index.js';
import type { Document } from '../document/index.js';
import type { XmlDocument } from '../xml/index.js';
import { encodeDivision } from './body.js';
import { instruction, tei } from './build.js';
import { createContext } from './context.js';
import { dateManner, type Identified } from './date-manner.js';
import type { Edition } from './edition.js';
import type { Encoding } from './encoding.js';
import { conversionFacts } from './encoding-desc.js';
import { encodeHeader } from './header.js';
import { encodeMentioned } from './mentioned.js';
import type { Software } from './software.js';

/**
 * In: a document, the encoding, the settings of the edition, the program's name and version, and the edition's lists of persons and terms.
 * Out: the TEI document, laid out by nobody yet.
 */
export function encodeTei(
  document: Document,
  encoding: Encoding,
  edition: Edition,
  software: Software,
  report: Report,
  lists?: Identified,
): XmlDocument {
  const context = createContext(document, encoding, dateManner(encoding, lists, edition.dates), report);
  const { place } = document;
  const division = encodeDivision(context);
  const text = tei('text', {}, [tei('body', {}, [division], place)], place);
  const root = tei(
    'TEI',
    { 'xml:lang': edition.language ?? document.language },
    [encodeHeader(context, edition, software), text, ...encodeMentioned(context)],
    place,
  );
  const facts =
    encoding.header.facts === 'processingInstruction' ? [instruction(conversionFacts(document, encoding), place)] : [];
  return { prolog: facts, root };
}
