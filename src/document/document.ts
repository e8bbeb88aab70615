/** The document model: what a transcription IS. Made by `interpretDocument`; says nothing of TEI. */

import type { Person, Term } from '../authority/index.js';
import type { Place, Source } from '../source/index.js';
import type { Conventions, ListType, NoteNumbering } from '../transcript/index.js';
import type { Content, PageBreakRun } from './content.js';
import type { DateValue } from './date-value.js';
import type { SourceNote } from './source-note-model.js';

/** What kind of document it is; `document` where nothing says so. */
export type DocumentKind =
  | 'letter'
  | 'telegram'
  | 'memorandum'
  | 'conversation'
  | 'report'
  | 'minutes'
  | 'message'
  | 'paper'
  | 'editorial-note'
  | 'document';

/** A sender or addressee, as the text names it. */
export interface Party {
  /** `office` where only the office is named: `Secretary of State`. */
  readonly kind: 'person' | 'organisation' | 'office';
  readonly name: string;
  /** Office or title beside the name: `Secretary of State`. */
  readonly role?: string;
  /** Points to the entry of an authority list. */
  readonly key?: string;
  readonly place: Place;
}

export interface DatedAt extends DateValue {
  readonly text: string;
  readonly place: Place;
}

/** One act of communication: who wrote to whom, where and when. One for the document, one for each letter it carries. */
export interface Correspondence {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly from: readonly Party[];
  readonly to: readonly Party[];
  readonly sentFrom?: { readonly name: string; readonly place: Place };
  readonly receivedAt?: { readonly name: string; readonly place: Place };
  readonly date?: DatedAt;
  readonly place: Place;
}

/** `15. Telegram From ... to ... at Geneva`, marker not counted. */
export interface Head {
  readonly number?: string;
  readonly content: Content;
  readonly place: Place;
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly content: Content;
  /** It goes on in the same line as the block before it (`1961.End text.`). */
  readonly runIn?: boolean;
  /** It is the rest of a paragraph whose first lines are the block before it. */
  readonly below?: boolean;
  readonly place: Place;
}

/** One part of an opener or closer. `glue` is the white space (or nothing) typed between it and the part before. */
export interface FramePart {
  readonly kind: 'dateline' | 'salute' | 'signed' | 'text';
  readonly content: Content;
  readonly glue: '' | ' ' | '\n' | 'paragraph';
  readonly place: Place;
}

export interface FrameBlock {
  readonly kind: 'opener' | 'closer';
  readonly parts: readonly (FramePart | PageBreakRun)[];
  /** It goes on in the same line as the paragraph before it. */
  readonly runIn?: boolean;
  readonly place: Place;
}

export interface ListBlock {
  readonly kind: 'list';
  readonly type?: ListType;
  readonly head?: Content;
  readonly items: readonly (ListItemModel | PageBreakRun)[];
  readonly place: Place;
}

export interface ListItemModel {
  readonly kind: 'item';
  readonly label?: Content;
  /** What was typed for a bullet, where it is not the convention's: `-`, or nothing. */
  readonly bullet?: string;
  readonly content: Content;
  /** A list inside the item. */
  readonly list?: ListBlock;
  readonly place: Place;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly rows: readonly (TableRowModel | PageBreakRun)[];
  readonly place: Place;
}

export interface TableRowModel {
  readonly kind: 'row';
  readonly cells: readonly { readonly content: Content; readonly place: Place }[];
  readonly place: Place;
}

export interface QuotationBlock {
  readonly kind: 'quotation';
  readonly blocks: readonly DocumentBlock[];
  readonly place: Place;
}

/** What follows the signature: `P.S. ...`. */
export interface PostscriptBlock {
  readonly kind: 'postscript';
  readonly blocks: readonly DocumentBlock[];
  readonly place: Place;
}

/** A letter inside the document, with its own opener and closer. */
export interface EnclosureBlock {
  readonly kind: 'enclosure';
  readonly type: DocumentKind;
  readonly id: string;
  readonly blocks: readonly DocumentBlock[];
  /** `End text.` where it is glued to the letter's last paragraph. */
  readonly tail?: ParagraphBlock;
  /** The same text as paragraphs, as it was before it was known to be a letter; the tail is part of the last one. */
  readonly plain: readonly DocumentBlock[];
  readonly place: Place;
}

/** A title inside the document. */
export interface HeadingBlock {
  readonly kind: 'heading';
  readonly content: Content;
  readonly place: Place;
}

/** A paper that is printed with the document, behind it: opener, heading, text, closer. */
export interface AttachmentBlock {
  readonly kind: 'attachment';
  /** `letter`: another hand goes on on the sheet. */
  readonly type?: 'letter';
  /** `d15at1` */
  readonly id: string;
  /** The document itself ends in a closer. */
  readonly closed: boolean;
  readonly blocks: readonly DocumentBlock[];
  readonly place: Place;
}

export type DocumentBlock =
  | ParagraphBlock
  | HeadingBlock
  | AttachmentBlock
  | FrameBlock
  | ListBlock
  | TableBlock
  | QuotationBlock
  | PostscriptBlock
  | EnclosureBlock
  | PageBreakRun;

export interface Note {
  /** `1`, `0`, `*`: as printed at the anchor; the list's label for a note without a marker. */
  readonly n: string;
  /** What was typed before the entry in the list (`1)`), where it is not what numbering and convention give. */
  readonly typedLabel?: string;
  readonly type: 'source' | 'editorial';
  /** False where no marker was found. */
  readonly anchored: boolean;
  /** Which entry of the list it is, from 1, where the order of the text does not tell. */
  readonly entry?: number;
  readonly paragraphs: readonly Content[];
  /** 0 to 1: how sure the anchor is. */
  readonly confidence: number;
  readonly place: Place;
}

/** A list of notes as typed, where that has to be known: it has a head, or the text goes on behind it. */
export interface NoteListPlace {
  /** What was typed over it. */
  readonly head?: string;
  readonly count: number;
  readonly place: Place;
}

/** Entries of the authority that the document names, each with the place where it is named first. */
export interface Mentioned {
  readonly persons: readonly { readonly person: Person; readonly place: Place }[];
  readonly terms: readonly { readonly term: Term; readonly place: Place }[];
}

export interface Document {
  readonly source: Source;
  readonly conventions: Conventions;
  readonly noteNumbering: NoteNumbering;
  readonly kind: DocumentKind;
  /** BCP 47: as it was told, or else as its words show. */
  readonly language: string;
  /** `d15`; unique in a volume. */
  readonly id: string;
  readonly number?: string;
  /** The file number that stands before the head. */
  readonly sourceLine?: ParagraphBlock;
  readonly head?: Head;
  readonly blocks: readonly DocumentBlock[];
  readonly notes: readonly Note[];
  readonly noteLists: readonly NoteListPlace[];
  readonly sourceNote?: SourceNote;
  readonly correspondence: readonly Correspondence[];
  /** Where there is an authority. */
  readonly mentioned?: Mentioned;
  readonly place: Place;
}
