/** A stretch of lines and the marks found in them -> leaves: text, line breaks, page breaks, note markers, layout. */
import { placeAt, type Source } from '../source/index.js';
import { pushLayout } from './layout.js';
import { isWhiteSpace, type Line } from './lines.js';
import type { Inline, NoteMarker, PageBreak } from './transcript.js';

export type Mark = PageBreak | NoteMarker;

/** Marks in the order of the source, none overlapping another, to be looked up by place. */
export type Marks = readonly Mark[];

/**
 * In: the lines of one block (each from where its content starts) and all marks of the source.
 * Out: the leaves that tile the span from the first line's text to the last line's.
 * What stands between the end of one line and the content of the next is a line break, and layout where a prefix
 * (`> `) is repeated.
 */
export function parseInlines(source: Source, lines: readonly Line[], marks: Marks): readonly Inline[] {
  const leaves: Inline[] = [];
  let previous: Line | undefined;
  for (const line of lines) {
    if (previous) {
      const lineEnd = endOfLineBreak(source, previous.textEnd, line.textStart);
      leaves.push({ kind: 'lineBreak', place: placeAt(source, previous.textEnd, lineEnd) });
      pushLayout(leaves, source, lineEnd, line.textStart);
    }
    pushSpan(leaves, source, line.textStart, line.textEnd, marks);
    previous = line;
  }
  return leaves;
}

/** A line break takes in the white space before the next line, but not a prefix. */
function endOfLineBreak(source: Source, start: number, end: number): number {
  let at = start;
  while (at < end && isWhiteSpace(source.text.charCodeAt(at))) at++;
  return at;
}

function pushSpan(leaves: Inline[], source: Source, start: number, end: number, marks: Marks): void {
  let at = start;
  for (let i = firstMarkFrom(marks, start); i < marks.length; i++) {
    const mark = marks[i];
    if (!mark || mark.place.end > end) break;
    if (mark.place.start > at) leaves.push({ kind: 'text', place: placeAt(source, at, mark.place.start) });
    leaves.push(mark);
    at = mark.place.end;
  }
  if (at < end) leaves.push({ kind: 'text', place: placeAt(source, at, end) });
}

/** Index of the first mark that starts at or after `offset`. */
export function firstMarkFrom(marks: Marks, offset: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.place.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
