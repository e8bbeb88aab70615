/** A source and conventions -> how far the one follows the other: what a profile is chosen by. */
import type { Source } from '../source/index.js';
import { findPageBreaks } from './constructs/page-break.js';
import type { Conventions, PageBreakForm } from './conventions.js';
import type { SettledDecision } from './decisions.js';
import { type FoundNotes, findNotes } from './find-notes.js';
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

/** The notes for which most spoke when the conventions of a source were sought: most often they are then read by these. */
const likeliest = new WeakMap<
  Source,
  Pick<Conventions, 'marker' | 'noteLabel'> & { readonly found: FoundNotes; readonly pageBreaks: readonly PageBreak[] }
>();

/** In: a source, its conventions, its page breaks as they have them, and decisions. Out: its notes, which may be known from when the conventions were sought; that is then forgotten. */
export function notesBy(
  source: Source,
  conventions: Conventions,
  pageBreaks: readonly PageBreak[],
  decisions: readonly SettledDecision[],
): FoundNotes {
  const { marker, noteLabel } = conventions;
  const known = likeliest.get(source);
  likeliest.delete(source);
  const isKnown = known?.marker === marker && known.noteLabel === noteLabel && known.pageBreaks === pageBreaks;
  return known && isKnown && decisions.length === 0
    ? known.found
    : findNotes(source, splitLines(source), pageBreaks, conventions, decisions);
}

/** In: a source and the conventions of a profile. Out: what they make of its notes. */
export function measureNotes(source: Source, conventions: Conventions): NoteAgreement {
  const pageBreaks = listPageBreaks(source, conventions.pageBreak);
  const found = findNotes(source, splitLines(source), pageBreaks, conventions);
  const { notes, aligned, unclaimed, weight } = found;
  const { marker, noteLabel } = conventions;
  if (weight > (likeliest.get(source)?.found.weight ?? 0))
    likeliest.set(source, { found, marker, noteLabel, pageBreaks });
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
