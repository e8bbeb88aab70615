/** XML text -> events with places (XML 1.0, fifth edition; Namespaces in XML 1.0): the facade of the scanner. */
import type { Report } from '../diagnostic/index.js';
import type { Source } from '../source/index.js';
import type { DocumentType } from './dtd-model.js';
import type { XmlSink } from './events.js';
import { xmlMessages } from './messages.js';
import { scanContent } from './scan-content.js';
import { Cursor, Violation } from './scan-cursor.js';
import { declarationOf } from './scan-instruction.js';
import { ScanState } from './scan-state.js';

/** An XML declaration is not cut by the end of a part. */
const LONGEST_DECLARATION = 1000;

export interface ScanOptions {
  /** Takes what the document type declares, before the root begins. */
  readonly doctype?: ((doctype: DocumentType) => void) | undefined;
}

/**
 * Scans a document and sends its events. The first violation of well-formedness ends the scan, as the recommendation
 * asks: it is reported with its place. Answers whether the document is well-formed. Entities of the internal DTD subset
 * are expanded within bounds, and their events have the place of the reference; what lies in other files is never
 * fetched, which is said once.
 */
export function scanXml(source: Source, sink: XmlSink, report: Report, options: ScanOptions = {}): boolean {
  const scan = new ScanState(source, sink, report, options.doctype);
  try {
    const parts = source.parts?.all();
    const cursor = new Cursor(source, parts ? (parts.next().value ?? '') : source.text, undefined, parts);
    while (cursor.isPart && cursor.text.length < LONGEST_DECLARATION && !cursor.text.includes('>')) cursor.readOn();
    const declaration = declarationOf(cursor);
    scan.standalone = declaration?.standalone ?? false;
    cursor.at = declaration?.end ?? 0;
    scanContent(scan, cursor);
    const end = cursor.text.length;
    if (!scan.rootSeen) cursor.fail(xmlMessages['no-root']({}, cursor.span(end)), end);
    return !source.parts?.isSpoilt();
  } catch (violation) {
    if (!(violation instanceof Violation)) throw violation;
    if (!source.parts?.isSpoilt()) report(violation.diagnostic);
    return false;
  }
}
