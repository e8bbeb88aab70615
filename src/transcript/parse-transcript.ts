/** A transcription -> its located syntax tree. */
import type { Report } from '../diagnostic/index.js';
import { placeAt, type Source } from '../source/index.js';
import { type Alignment, alignNotes } from './align-notes.js';
import { parseBlocks } from './blocks.js';
import type { Region } from './candidate-table.js';
import { buildNoteEntry, findNoteList, type RawNote } from './constructs/note-list.js';
import { findPageBreaks } from './constructs/page-break.js';
import type { Conventions } from './conventions.js';
import type { Mark } from './inlines.js';
import { isBlank, type Line, splitLines } from './lines.js';
import type { BodyShape } from './marker-evidence.js';
import { buildMarkers } from './markers.js';
import type { Block, PageBreak, Transcript } from './transcript.js';

/**
 * In: a source, the conventions it was typed in, and where diagnostics go. Out: its tree, whose leaves tile the source.
 * Page breaks are found first, then the list of notes at the end, then the markers of all notes at once.
 */
export function parseTranscript(source: Source, conventions: Conventions, report: Report): Transcript {
  const lines = splitLines(source);
  const pageBreaks = findPageBreaks(source, conventions.pageBreak, report);
  const { notes, alignment } = findNotes(source, lines, pageBreaks, conventions);
  const { markers, noteNumbering, standard } = buildMarkers(source, notes, alignment, report);
  const marks = mergeMarks(pageBreaks, markers);
  const context = { source, conventions, marks };
  const { length } = source.text;
  const listStart = notes[0]?.start ?? length;
  const body = lines.filter((line) => line.start < listStart);
  const lastBody = body.findLast((line) => !isBlank(line));
  const bodyEnd = notes.length > 0 ? (lastBody?.textEnd ?? 0) : length;
  const children = parseBlocks(context, body, 0, bodyEnd);
  const entries = notes.map((note, index) => buildNoteEntry(source, note, index, standard[index] ?? true, marks));
  let at = bodyEnd;
  for (const entry of entries) {
    if (entry.place.start > at) children.push(layout(source, at, entry.place.start));
    children.push(entry);
    at = entry.place.end;
  }
  if (at < length) children.push(layout(source, at, length));
  return { source, conventions, noteNumbering, children, notes: entries };
}

function layout(source: Source, start: number, end: number): Block {
  return { kind: 'layout', place: placeAt(source, start, end) };
}

/** Support per note below which entries at the end are a list of the document's own. */
const LEAST_SUPPORT = 2;

function findNotes(
  source: Source,
  lines: readonly Line[],
  pageBreaks: readonly PageBreak[],
  conventions: Conventions,
): { readonly notes: readonly RawNote[]; readonly alignment: Alignment } {
  const notes = findNoteList(source, lines, conventions.noteLabel);
  const shape = describeBody(source, lines, notes);
  const regions = findRegions(shape, notes, pageBreaks);
  const alignment = alignNotes(source, shape, regions, notes, conventions);
  const cited = notes.some((note) =>
    /^\s*(?:\[?Source|Quelle)\s?:/.test(source.text.slice(note.textStart, note.textStart + 20)),
  );
  if (cited || alignment.support >= LEAST_SUPPORT) return { notes, alignment };
  return { notes: [], alignment: alignNotes(source, { ...shape, end: source.text.length }, [], [], conventions) };
}

function describeBody(source: Source, lines: readonly Line[], notes: readonly RawNote[]): BodyShape {
  const end = notes[0]?.start ?? source.text.length;
  const firstEnds: number[] = [];
  for (let i = 0; i < lines.length && firstEnds.length < 3; i++) {
    const line = lines[i];
    const next = lines[i + 1];
    if (!line || line.start >= end) break;
    if (!isBlank(line) && (!next || isBlank(next)) && !source.text.startsWith('[Page', line.textStart))
      firstEnds.push(line.textEnd);
  }
  return { text: source.text, start: 0, end, firstEnds };
}

/** The body and the notes, without page breaks. */
function findRegions(shape: BodyShape, notes: readonly RawNote[], pageBreaks: readonly PageBreak[]): readonly Region[] {
  const regions: Region[] = [];
  let p = 0;
  const cut = (start: number, end: number, inNote: number | undefined): void => {
    let at = start;
    for (; p < pageBreaks.length; p++) {
      const place = pageBreaks[p]?.place;
      if (!place || place.start >= end) break;
      if (place.start > at) regions.push({ start: at, end: place.start, inNote });
      at = Math.max(at, place.end);
    }
    if (at < end) regions.push({ start: at, end, inNote });
  };
  if (notes.length > 0) cut(shape.start, shape.end, undefined);
  notes.forEach((note, index) => {
    cut(note.textStart, note.end, index);
  });
  return regions;
}

function mergeMarks(pageBreaks: readonly PageBreak[], markers: readonly Mark[]): readonly Mark[] {
  return [...pageBreaks, ...markers].sort((a, b) => a.place.start - b.place.start);
}
