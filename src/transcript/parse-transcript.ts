/** A transcription -> its located syntax tree. */
import type { Report } from '../diagnostic/index.js';
import { placeAt, type Source } from '../source/index.js';
import type { AlignedNote } from './align-notes.js';
import { parseBlocks } from './blocks.js';
import type { RawNote } from './constructs/note-list.js';
import { buildNoteEntry } from './constructs/note-list.js';
import { findPageBreaks } from './constructs/page-break.js';
import { mayHaveCells } from './constructs/table-row.js';
import type { Conventions } from './conventions.js';
import type { SettledDecision } from './decisions.js';
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
export function parseTranscript(
  source: Source,
  conventions: Conventions,
  report: Report,
  decisions: readonly SettledDecision[] = [],
): Transcript {
  const { length } = source.text;
  const lines = splitLines(source);
  if (!lines.every(isBlank) && !seemsTranscription(source))
    report(messages['not-a-transcription']({}, placeAt(source, 0)));
  const pageBreaks = findPageBreaks(source, conventions.pageBreak, report);
  const { notes, aligned, unclaimed } = findNotes(source, lines, pageBreaks, conventions, decisions);
  reportStale(source, notes, aligned, decisions, report);
  const { markers, noteNumbering, standard } = buildMarkers(source, notes, aligned, unclaimed, conventions, report);
  const marks = [...pageBreaks, ...markers].sort(byStart);
  const listStart = notes[0]?.start ?? length;
  const body = notes.length > 0 ? lines.filter((line) => line.start < listStart) : lines;
  const bodyEnd = notes.length > 0 ? (body.findLast((line) => !isBlank(line))?.textEnd ?? 0) : length;
  const children = parseBlocks(
    { source, conventions, marks, hasCells: mayHaveCells(source, conventions) },
    body,
    0,
    bodyEnd,
  );
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

/** A decision that this reading does not show is out of date. */
function reportStale(
  source: Source,
  notes: readonly RawNote[],
  aligned: readonly AlignedNote[],
  decisions: readonly SettledDecision[],
  report: Report,
): void {
  for (const { decision, offset } of decisions) {
    if (decision.document !== undefined) continue;
    const isHeld = notes.some(({ label, start, textStart }, index) => {
      const found = aligned[index]?.candidate;
      if (decision.marker === false) return start <= offset && offset < textStart && !found;
      return label === decision.note && (found?.start === offset || found?.labelStart === offset);
    });
    if (isHeld) continue;
    report(
      messages['decision-out-of-date']({ at: decision.at }, decision.place ?? placeAt(source, Math.max(0, offset))),
    );
  }
}

function layoutBetween(source: Source, start: number, end: number): Block {
  return { kind: 'layout', place: placeAt(source, start, end) };
}

function byStart(a: Mark, b: Mark): number {
  return a.place.start - b.place.start;
}
