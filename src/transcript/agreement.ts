/** A source and conventions -> how far the one follows the other: what a profile is chosen by. */
import type { Source } from '../source/index.js';
import { findPageBreaks } from './constructs/page-break.js';
import type { Conventions, PageBreakForm } from './conventions.js';
import { findNotes } from './find-notes.js';
import { splitLines } from './lines.js';
import type { PageBreak } from './transcript.js';

/** What is read of notes when the conventions are followed. */
export interface NoteAgreement {
  /** Entries of the list of notes. */
  readonly notes: number;
  /** Notes with a marker. */
  readonly marked: number;
  /** Markers in sequence that have no note. */
  readonly unlisted: number;
  /** Log odds of the markers, against the notes' having none. */
  readonly weight: number;
  /** A marker and the beginning of an entry as they are typed. */
  readonly marker: string | undefined;
  readonly entry: string | undefined;
}

/** In: a source and the form of page breaks. Out: all of them, in order; nothing is reported. */
export function listPageBreaks(source: Source, form: PageBreakForm): readonly PageBreak[] {
  return findPageBreaks(source, form, () => {});
}

/** In: a source and the conventions of a profile. Out: what they make of its notes. */
export function measureNotes(source: Source, conventions: Conventions): NoteAgreement {
  const pageBreaks = listPageBreaks(source, conventions.pageBreak);
  const { notes, aligned, unclaimed, weight } = findNotes(source, splitLines(source), pageBreaks, conventions);
  const marked = aligned.flatMap(({ candidate }) => candidate ?? []);
  const [first] = marked.length > 0 ? marked : unclaimed;
  const [entry] = notes;
  return {
    notes: notes.length,
    marked: marked.length,
    unlisted: notes.length > 0 ? 0 : unclaimed.length,
    weight,
    marker: first && source.text.slice(first.start, first.end),
    entry: entry && source.text.slice(entry.start, entry.textStart).trim(),
  };
}
