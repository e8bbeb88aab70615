/** Content: runs of text with page breaks, note anchors and phrases among them; what a paragraph, a head or a note holds. */

import type { Place } from '../source/index.js';
import type { DateValue } from './date-value.js';

export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly place: Place;
}

/** The line ends here in the transcription; white space in the running text. */
export interface LineBreakRun {
  readonly kind: 'lineBreak';
  /** The line was wrapped at a column: its end says nothing. */
  readonly soft: boolean;
  readonly place: Place;
}

export interface PageBreakRun {
  readonly kind: 'pageBreak';
  readonly n: string;
  /** The characters typed, where they are not what the convention would write. */
  readonly typed?: string;
  readonly place: Place;
}

/** The anchor of a note: `Document.notes[note]`. */
export interface NoteRun {
  readonly kind: 'note';
  readonly note: number;
  readonly typed?: string;
  readonly place: Place;
}

/** What is said of a stretch of text. Attribute values come as the TEI value space has them (`when`: ISO 8601). */
export type Phrase =
  | {
      readonly type: 'persName';
      readonly role?: PartyRole;
      readonly key?: string;
      /** Of one who signs: whether the list of persons has somebody of that name. Not there: there is no list. */
      readonly isListed?: boolean;
    }
  | { readonly type: 'orgName'; readonly role?: PartyRole; readonly key?: string }
  | { readonly type: 'term'; readonly key?: string }
  | { readonly type: 'placeName' }
  | { readonly type: 'roleName'; readonly role?: PartyRole }
  | ({
      readonly type: 'date';
      /** Hours of one day: `hours` on all its words; `day` on the day in it, `time` on what is left: an encoding tags the one or the two. */
      readonly span?: 'hours' | 'day' | 'time';
    } & DateValue)
  | {
      readonly type: 'ref';
      readonly target?: string;
      readonly refType?: 'document' | 'note' | 'page' | 'volume' | 'archival' | 'bibliographic';
    }
  /** Words that say what is left out, and why; `quantity` where they count units. */
  | {
      readonly type: 'gap';
      readonly reason: 'not-declassified' | 'illegible' | 'omitted';
      readonly quantity?: string;
      readonly unit?: string;
    }
  | { readonly type: 'salute' }
  | { readonly type: 'signed' }
  | { readonly type: 'dateline' };

export type PartyRole = 'from' | 'to';

export interface PhraseRun {
  readonly kind: 'phrase';
  readonly phrase: Phrase;
  readonly content: Content;
  readonly place: Place;
}

/** Words that are tagged as a date. */
export type DateRun = PhraseRun & { readonly phrase: Extract<Phrase, { readonly type: 'date' }> };

export function isDateRun(run: Run | undefined): run is DateRun {
  return run?.kind === 'phrase' && run.phrase.type === 'date';
}

export type Run = TextRun | LineBreakRun | PageBreakRun | NoteRun | PhraseRun;
export type Content = readonly Run[];

/** A phrase over the half-open span `[start, end)` of `plainText(content)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly phrase: Phrase;
}

/** The characters of a content without page breaks and note anchors; a line break counts as one line feed. */
export function plainText(content: Content): string {
  let text = '';
  for (const run of content) {
    if (run.kind === 'text') text += run.text;
    else if (run.kind === 'lineBreak') text += '\n';
    else if (run.kind === 'phrase') text += plainText(run.content);
  }
  return text;
}
