/** A transcription -> its located syntax tree. */
import type { Report } from '../diagnostic/index.js';
import { placeAt, type Source } from '../source/index.js';
import { parseBlocks } from './blocks.js';
import { buildNoteEntry } from './constructs/note-list.js';
import { findPageBreaks } from './constructs/page-break.js';
import type { Conventions } from './conventions.js';
import { findNotes } from './find-notes.js';
import type { Mark } from './inlines.js';
import { isBlank, splitLines } from './lines.js';
import { buildMarkers } from './markers.js';
import { messages } from './messages.js';
import { seemsTranscription } from './seems-transcription.js';
import type { Block, Transcript } from './transcript.js';

/**
 * In: a source, the conventions it was typed in, and where diagnostics go. Out: its tree, whose leaves tile the source.
 * Page breaks are found first, then the list of notes at the end, then the markers of all notes at once.
 */
export function parseTranscript(source: Source, conventions: Conventions, report: Report): Transcript {
  const { length } = source.text;
  const lines = splitLines(source);
  if (!lines.every(isBlank) && !seemsTranscription(source))
    report(messages['not-a-transcription']({}, placeAt(source, 0)));
  const pageBreaks = findPageBreaks(source, conventions.pageBreak, report);
  const { notes, aligned, unclaimed } = findNotes(source, lines, pageBreaks, conventions);
  const { markers, noteNumbering, standard } = buildMarkers(source, notes, aligned, unclaimed, conventions, report);
  const marks = [...pageBreaks, ...markers].sort(byStart);
  const listStart = notes[0]?.start ?? length;
  const body = notes.length > 0 ? lines.filter((line) => line.start < listStart) : lines;
  const bodyEnd = notes.length > 0 ? (body.findLast((line) => !isBlank(line))?.textEnd ?? 0) : length;
  const children = parseBlocks({ source, conventions, marks }, body, 0, bodyEnd);
  const entries = notes.map((note, index) => buildNoteEntry(source, note, index, standard[index] ?? true, marks));
  let at = children.at(-1)?.place.end ?? bodyEnd;
  for (const entry of entries) {
    if (entry.place.start > at) children.push(layoutBetween(source, at, entry.place.start));
    children.push(entry);
    at = entry.place.end;
  }
  if (at < length) children.push(layoutBetween(source, at, length));
  return { source, conventions, noteNumbering, children, notes: entries };
}

function layoutBetween(source: Source, start: number, end: number): Block {
  return { kind: 'layout', place: placeAt(source, start, end) };
}

function byStart(a: Mark, b: Mark): number {
  return a.place.start - b.place.start;
}
