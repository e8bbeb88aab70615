/** A place -> the line it begins on, cut to a width, and the columns that are to be marked under it. */
import stringWidth from 'string-width';
import { type Place, pointAt, textBetween } from '../source/index.js';
import { controlPicture } from './visible.js';

export interface Excerpt {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  /** Columns before the marks, and the number of marks (at least one). */
  readonly before: number;
  readonly marks: number;
  /** What of `text` is marked, `[from, to)`; empty at the end of a line. */
  readonly from: number;
  readonly to: number;
}

/** A grapheme as it is shown. */
interface Cell {
  readonly text: string;
  readonly width: number;
  readonly start: number;
  readonly end: number;
}

const TAB = 4;
const CUT = '…';
/** Text of this many times the width, on each side of the place, is looked at: a line may be as long as a file. */
const REACH = 4;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** In: a place and the columns that there are. Out: the excerpt; tabs are spaces, wide characters count as they show. */
export function excerptOf(place: Place, columns: number): Excerpt {
  const { source, start } = place;
  const { line } = pointAt(source, start);
  const { from, text, isCutBefore, isCutAfter } = lineAround(place, REACH * columns);
  const cells = cellsOf(text, from);
  const at = cells.findIndex((cell) => cell.end > start);
  const anchor = at < 0 ? cells.length : at;
  const [first, last] = windowOf(cells, anchor, columns);
  const shown = cells.slice(first, last);
  const cutBefore = first > 0 || isCutBefore;
  const cutAfter = last < cells.length || isCutAfter;
  const end = Math.max(place.end, start + 1);
  const marked = cells.slice(anchor, last).filter((cell) => cell.start < end);
  const markFrom = (cutBefore ? CUT.length : 0) + lengthOf(cells.slice(first, anchor));
  return {
    line,
    text: `${cutBefore ? CUT : ''}${shown.map((cell) => cell.text).join('')}${cutAfter ? CUT : ''}`,
    before: widthOf(cells.slice(first, anchor)) + (cutBefore ? 1 : 0),
    marks: Math.max(1, widthOf(marked)),
    from: markFrom,
    to: markFrom + lengthOf(marked),
  };
}

/** What the line has around the start of a place, `reach` characters on each side: a line may be as long as a file. */
function lineAround({ source, start }: Place, reach: number) {
  const earliest = Math.max(0, start - reach);
  const before = textBetween(source, earliest, start);
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const from = earliest + lineStart;
  const behind = textBetween(source, start, start + reach);
  const lineEnd = behind.search(/[\r\n]/);
  const isWhole = lineStart > 0 || earliest === 0 || /[\r\n]/.test(textBetween(source, earliest - 1, earliest));
  return {
    from,
    text: before.slice(lineStart) + (lineEnd === -1 ? behind : behind.slice(0, lineEnd)),
    isCutBefore: !isWhole,
    isCutAfter: lineEnd === -1 && !/^[\r\n]?$/.test(textBetween(source, start + reach, start + reach + 1)),
  };
}

function cellsOf(text: string, offset: number): readonly Cell[] {
  if (/^[ -~]*$/.test(text)) {
    return Array.from(text, (letter, i) => ({ text: letter, width: 1, start: offset + i, end: offset + i + 1 }));
  }
  let column = 0;
  return Array.from(graphemes.segment(text), ({ segment, index }) => {
    const shown = segment === '\t' ? ' '.repeat(TAB - (column % TAB)) : controlPicture(segment);
    const width = stringWidth(shown);
    column += width;
    return { text: shown, width, start: offset + index, end: offset + index + segment.length };
  });
}

/** The cells `[first, last)` that fit: all, or a third of the columns before the anchor and the rest behind it. */
function windowOf(cells: readonly Cell[], anchor: number, columns: number): readonly [number, number] {
  if (widthOf(cells) <= columns) return [0, cells.length];
  const room = columns - 2;
  let first = anchor;
  let last = anchor;
  let used = 0;
  const width = (index: number) => cells[index]?.width ?? 0;
  const extendLeft = (limit: number) => {
    while (first > 0 && used + width(first - 1) <= limit) used += width(--first);
  };
  extendLeft(Math.floor(room / 3));
  while (last < cells.length && used + width(last) <= room) used += width(last++);
  extendLeft(room);
  return [first, last];
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

function lengthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.text.length, 0);
}
