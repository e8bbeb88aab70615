/**
 * The located syntax tree of a transcription: what the transcriber TYPED, not yet what it means. The leaves, in order,
 * tile the source exactly (law 1): what no construct claims is `text`, and what only lays out is `layout`.
 */
import type { Place, Source } from '../source/index.js';
import type { Conventions } from './conventions.js';

/** Typed characters that only lay out: blank lines, indentation, bullets, cell separators, quotation prefixes. */
export interface Layout {
  readonly kind: 'layout';
  readonly place: Place;
}

export interface Text {
  readonly kind: 'text';
  readonly place: Place;
}

/** A line end inside a block, with the white space around it. */
export interface LineBreak {
  readonly kind: 'lineBreak';
  readonly place: Place;
}

/** `[Page 19]`. `n` is the number as typed; `standard` says that the convention would write it just so, `inWord` that a word goes on over it: as typed, with the white space about it as blanks. */
export interface PageBreak {
  readonly kind: 'pageBreak';
  readonly n: string;
  readonly standard: boolean;
  readonly inWord?: string;
  readonly place: Place;
}

/** A place where a marker may stand, and how sure that is (0 to 1). */
export interface MarkerCandidate {
  readonly place: Place;
  readonly label: string;
  readonly confidence: number;
}

/** The marker of a note, its label as printed (`1`, `0`, `*`, `60a`). */
export interface NoteMarker {
  readonly kind: 'noteMarker';
  readonly label: string;
  /** Index into `Transcript.notes`; undefined for a marker that has no note. */
  readonly note: number | undefined;
  /** 0 to 1: how sure it is that these characters are this note's marker. */
  readonly confidence: number;
  /** The next best place for this note's marker. */
  readonly runnerUp?: MarkerCandidate;
  readonly standard: boolean;
  readonly place: Place;
}

export type Inline = Text | LineBreak | PageBreak | NoteMarker | Layout;

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly children: readonly Inline[];
  readonly place: Place;
}

/** `  * text` or `  (a) text`; `depth` counts from 1. Layout leaves among `children` are the indentation and bullet. */
export interface ListItem {
  readonly kind: 'listItem';
  readonly depth: number;
  /** What stands in the bullet's position where it is not a bullet: `(a)`. */
  readonly label: readonly Inline[] | undefined;
  /** The line carries on the item of this depth, after the items inside it. */
  readonly continues?: true;
  readonly children: readonly Inline[];
  readonly place: Place;
}

/** One line of a table, cells set apart by ` | `. */
export interface TableRow {
  readonly kind: 'tableRow';
  /** Cells and the layout between them. */
  readonly children: readonly (TableCell | Layout)[];
  readonly place: Place;
}

export interface TableCell {
  readonly kind: 'tableCell';
  readonly children: readonly Inline[];
  readonly place: Place;
}

/** A block quoted with `> ` before each line; the prefixes are layout among its children. */
export interface Quotation {
  readonly kind: 'quotation';
  readonly children: readonly Block[];
  readonly place: Place;
}

/** An entry of the list of notes: `  1. Source: ...`, with the label as typed in the list. */
export interface NoteEntry {
  readonly kind: 'noteEntry';
  /** Position among the notes: index into `Transcript.notes`. */
  readonly index: number;
  /** The list's own label (`1`), which need not be the marker's. */
  readonly label: string;
  /** The typed label is what the list's numbering would give at this position. */
  readonly standard: boolean;
  /** The label (layout) and the note's paragraphs, with layout between. */
  readonly children: readonly (Paragraph | Layout)[];
  readonly place: Place;
}

/** A rule or a heading over a list of notes: `Anmerkungen`. */
export interface NoteListHead {
  readonly kind: 'noteListHead';
  readonly place: Place;
}

/** A list of notes, from its head or first entry to its last entry. */
export interface NoteList {
  readonly head?: NoteListHead;
  readonly entries: readonly NoteEntry[];
  /** Nothing but white space follows. */
  readonly isLast: boolean;
  readonly place: Place;
}

export type Block = Paragraph | ListItem | TableRow | Quotation | NoteListHead | NoteEntry | PageBreak | Layout;

/** How the list of notes is numbered: `ordinal` 1..N whatever the markers are, `same` as the markers. */
export type NoteNumbering = 'ordinal' | 'same';

export interface Transcript {
  readonly source: Source;
  readonly conventions: Conventions;
  readonly noteNumbering: NoteNumbering;
  /** In the order of the source; the note entries are among them. */
  readonly children: readonly Block[];
  /** The note entries, in order. */
  readonly notes: readonly NoteEntry[];
  /** The lists that they stand in: as a rule one, at the end. */
  readonly noteLists: readonly NoteList[];
}
