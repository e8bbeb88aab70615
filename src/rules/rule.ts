/** A rule: a check that no schema can express (door 2). All rules share one walk over the document. */
import type { Code, Report, Severity } from '../diagnostic/index.js';
import type { Conventions } from '../profiles/index.js';
import type { Source } from '../source/index.js';
import type { Element, TextNode, XmlDocument } from '../xml/index.js';
import type { Surroundings } from './surroundings.js';
import type { TextRun } from './text-run.js';

/** What a rule on TEI may look at. */
export interface TeiSubject {
  readonly on: 'tei';
  readonly document: XmlDocument;
  /** The text that the document was read from; undefined where a tree was made of a transcription. */
  readonly written: Source | undefined;
  /** The transcription that the encoding must be true to, where one was given. */
  readonly against: Source | undefined;
  /** The conventions of that transcription, where the settings name them. */
  readonly conventions: Conventions | undefined;
  /** What stands around the document: other files, lists of persons. */
  readonly surroundings: Surroundings | undefined;
}

/** Where the walk is: what is known of the elements that are open. */
export interface Position {
  /** The open elements around, the nearest last. */
  readonly ancestors: readonly Element[];
  /** Is it in the header, in `standOff`, or in another part that is not the text? */
  readonly isApart: boolean;
  /** The document of the file that it belongs to; undefined outside of one. */
  readonly document: Element | undefined;
}

/** What a rule does on the walk; each part is called in document order. */
export interface Visitor {
  readonly enter?: (element: Element, at: Position) => void;
  readonly leave?: (element: Element, at: Position) => void;
  readonly text?: (node: TextNode, at: Position) => void;
  /** The running text of a paragraph or another block, when it ends. */
  readonly run?: (run: TextRun) => void;
  /** After the last element. */
  readonly end?: () => void;
}

export interface Rule {
  readonly code: Code;
  readonly summary: string;
  readonly severity: Severity;
  readonly on: TeiSubject['on'];
  /** Begins to look at a document; undefined where it has nothing to look at. */
  readonly begin: (subject: TeiSubject, report: Report) => Visitor | undefined;
}
