/** What a reader or a record wants to know of TEI files: their documents, in order, with who wrote when to whom. */
import type { Element } from '../../xml/index.js';
import type { TeiFile } from '../exporter.js';

/** A date as `@when`, or as a span; `text` as it is printed. */
export interface ReadDate {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; the earliest day of a span. */
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** From `@when`; else a span, or one end of it. */
  readonly isExact: boolean;
  /** From `@cert`. */
  readonly cert?: 'low';
}

export interface ReadParty {
  readonly name: string;
  /** The `xml:id` of a person, or an address; undefined where the name is all there is. */
  readonly key?: string;
  readonly kind: 'person' | 'organization';
}

/** One document, or a section of the edition's own words (preface, list of sources). */
export interface ReadPart {
  readonly kind: 'document' | 'section';
  /** Safe as a file name, and unique in the volume. */
  readonly name: string;
  /** Its `xml:id`. */
  readonly id: string | undefined;
  /** As printed, such as `15`; only documents have one. */
  readonly number: string | undefined;
  /** The head on one line, without notes and number. */
  readonly title: string;
  /** Found anew each time that it is asked for, where the tree of the file is not held. */
  readonly element: Element;
  /** Parts inside, which are no content of this one. */
  readonly parts: readonly ReadPart[];
  readonly file: TeiFile;
}

export interface ReadDocument extends ReadPart {
  readonly kind: 'document';
  readonly date: ReadDate | undefined;
  readonly place: string | undefined;
  readonly senders: readonly ReadParty[];
  readonly addressees: readonly ReadParty[];
  readonly sourceNote: Element | undefined;
  /** Printed page numbers that begin in it. */
  readonly pages: readonly string[];
  /** IDs of the persons that it names. */
  readonly persons: readonly string[];
  readonly terms: readonly string[];
  readonly language: string | undefined;
}

/** A person or a term that the edition describes. */
export interface ReadEntry {
  readonly id: string;
  readonly name: string;
  /** What is said of it, on one line. */
  readonly description: string;
}

export interface Volume {
  readonly title: string;
  readonly language: string;
  readonly parts: readonly ReadPart[];
  /** All documents, in order, those inside sections too. */
  readonly documents: readonly ReadDocument[];
  readonly persons: ReadonlyMap<string, ReadEntry>;
  readonly terms: ReadonlyMap<string, ReadEntry>;
  /** Which part holds an `xml:id`: by file, then by ID. */
  readonly holders: ReadonlyMap<TeiFile, ReadonlyMap<string, ReadPart>>;
  /** The latest day that a header gives in `publicationStmt` or `revisionDesc`. */
  readonly latestDay: string | undefined;
}
