/** What an encoding is: one way of saying a document in TEI. Two encodings differ in this data, not in code. */
import type { DocumentKind, Phrase } from '../document/index.js';
import type { AttributeValues } from './build.js';
import type { DateManner, ShownManner } from './date-manner.js';

/** Where a phrase stands; an encoding may tag it in one place and not in another. */
export type PhraseContext = 'head' | 'dateline' | 'salute' | 'signed' | 'body' | 'note';

/** The element that a phrase becomes; undefined where its words stay plain text. */
export type PhraseElement =
  | {
      readonly name: string;
      readonly attributes: AttributeValues;
      /** It stands before the words instead of around them. */
      readonly isEmpty?: boolean;
    }
  | undefined;

export interface Encoding {
  readonly name: string;
  readonly summary: string;
  /** The built-in schema that its documents are valid against. */
  readonly schema: string;
  readonly phrase: (phrase: Phrase, context: PhraseContext) => PhraseElement;
  /** How dates are set out, where the settings of the edition do not say. */
  readonly dates: DateManner;
  /** Where the lists of the edition show another manner. */
  readonly shownDates: readonly ShownManner[];
  readonly division: (kind: DocumentKind) => AttributeValues;
  /** `@n` of a document without a number, where there must be one. */
  readonly unnumbered: string | undefined;
  /** `@place` of notes. */
  readonly notePlace: string | undefined;
  /** A letter inside a document: a text of its own, or paragraphs among the others. */
  readonly enclosure: 'floatingText' | 'paragraphs';
  /** A paper attached to a document: the element of the series, or a text of its own, in a postscript where a closer stands before it. */
  readonly attachment: 'frus:attachment' | 'floatingText';
  /** A list that a paragraph introduces with a colon, if it has labels or the document a file number: in the paragraph, or beside it. */
  readonly introducedList: 'inside' | 'beside';
  /** `For the Ambassador:` in a paragraph above the name: a part of the closer, or, in documents without a file number, that paragraph. */
  readonly signedFor: 'closer' | 'paragraph';
  /** The names of those who sign: all, or those that are in the list of persons (where there is none, of documents without a file number). */
  readonly signers: 'all' | 'listed';
  /** A block that goes on in the line of the one before it: `@rend="run-in"`, or an instruction where the schema has no such value. */
  readonly runIn: 'rend' | 'processingInstruction';
  /** `pb/@break="no"` inside of a word. */
  readonly wordBreaks: boolean;
  /** `note/@anchored="false"` for notes without a marker. */
  readonly anchored: boolean;
  /** Entries of the authority that the document names come along, so that pointers lead to them. */
  readonly standOff: boolean;
  /** How a note that is set in the line is marked: `@rend`, or `@place` with an identifier. */
  readonly inlineSource: 'rend' | 'place';
  /** Values of `list/@type`. */
  readonly listTypes: ReadonlySet<string>;
  readonly header: HeaderParts;
}

/** Which parts the header has beside titles, publication and source. */
export interface HeaderParts {
  readonly respStmt: boolean;
  readonly availability: boolean;
  readonly msDesc: boolean;
  readonly profileDesc: boolean;
  /** Where the facts of the conversion are kept: `appInfo`, or a processing instruction before the root. */
  readonly facts: 'appInfo' | 'processingInstruction';
  /** `editorialDecl` by its parts, or in paragraphs. */
  readonly editorialDecl: 'parts' | 'paragraphs';
  readonly titleType: string;
}
