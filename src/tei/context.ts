/** What the encoding of one document needs at hand everywhere: the document, the encoding, and the identifiers given. */

import type { Report } from '../diagnostic/index.js';
import type { Document } from '../document/index.js';
import type { DateManner } from './date-manner.js';
import type { Encoding } from './encoding.js';
import { createIds, type Ids } from './ids.js';

export interface EncodeContext {
  readonly document: Document;
  readonly encoding: Encoding;
  readonly dates: DateManner;
  readonly ids: Ids;
  /** How many of the lists of notes have been told of, and whether a line that ends inside of a word has. */
  readonly told: { lists: number; dividedLine: boolean };
  readonly report: Report;
}

/** In: all that holds for the document. Out: the context; no identifiers are given yet but those of the persons and terms that it names. */
export function createContext(
  document: Document,
  encoding: Encoding,
  dates: DateManner,
  report: Report,
): EncodeContext {
  const ids = createIds();
  for (const { person } of document.mentioned?.persons ?? []) ids.keep(person.id);
  for (const { term } of document.mentioned?.terms ?? []) ids.keep(term.id);
  return { document, encoding, dates, ids, told: { lists: 0, dividedLine: false }, report };
}
