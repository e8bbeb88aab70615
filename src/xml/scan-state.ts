/** What is known in the middle of a document: what is open, its names and namespaces, its entities, and who is to be told. */
import type { Diagnostic, Report } from '../diagnostic/index.js';
import type { Source } from '../source/index.js';
import type { DocumentType } from './dtd-model.js';
import type { XmlSink } from './events.js';
import { NameTable, type WrittenName } from './scan-names.js';
import { type NamespaceScope, Namespaces } from './scan-scope.js';

/** The element stack is kept as three lists: objects for each would cost more than the scan of a tag. */
export class ScanState {
  readonly source: Source;
  readonly sink: XmlSink;
  readonly report: Report;
  readonly tellDoctype: ((doctype: DocumentType) => void) | undefined;
  readonly names = new NameTable();
  readonly namespaces = new Namespaces();
  readonly open: WrittenName[] = [];
  /** For each open element, the scope around it. */
  readonly outer: NamespaceScope[] = [];
  /** For each, its expanded name. */
  readonly opened: WrittenName['resolved'][] = [];
  /** The attributes of the tag in hand; the lists are used again for every tag. */
  readonly attributes: WrittenName[] = [];
  readonly values: string[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  rootSeen = false;
  doctypeSeen = false;
  /** Number of start tags so far. */
  tags = 0;
  doctype: DocumentType | undefined;
  /** As the XML declaration has it. */
  standalone = false;
  /** Names of the entities that are being expanded, outermost first. */
  readonly expanding: string[] = [];
  /** Characters that entities have come to so far. */
  expanded = 0;
  /** What was said once, and need not be said again. */
  readonly #said = new Set<string>();

  constructor(source: Source, sink: XmlSink, report: Report, tellDoctype?: (doctype: DocumentType) => void) {
    this.source = source;
    this.sink = sink;
    this.report = report;
    this.tellDoctype = tellDoctype;
  }

  sayOnce(key: string, diagnostic: Diagnostic): void {
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.report(diagnostic);
  }
}
