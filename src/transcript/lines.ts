/** Source text -> its lines, each with the span of what is written on it. */
import type { Source } from '../source/index.js';
import { areOfOneList, areParagraphs } from './line-paragraphs.js';

/** One line. `[start, end)` is the line without its end; `[textStart, textEnd)` what stands between its white space. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly textStart: number;
  readonly textEnd: number;
}

/** White space in a line, as a fragment of a regular expression: no-break spaces are pasted from a browser. */
export const SPACE = '[ \\t\\u00a0]';

/** The white space that lays out; a no-break space is a character like others. */
export function isWhiteSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13);
}

/** White space and no-break spaces alone. */
export function isBlank(line: Line): boolean {
  return line.textStart === line.textEnd;
}

/** Several stages ask for the lines of one source. */
const known = new WeakMap<Source, Lines>();

interface Lines {
  readonly lines: readonly Line[];
  readonly areParagraphs: boolean;
}

/**
 * In: a source. Out: its lines, in order; the text after the last line end counts as a line, even if empty. Where each line is
 * a paragraph, an empty one stands between them.
 */
export function splitLines(source: Source): readonly Line[] {
  return linesOf(source).lines;
}

/** Whether each line of the source is a paragraph: nothing else sets them apart. */
export function hasLineParagraphs(source: Source): boolean {
  return linesOf(source).areParagraphs;
}

function linesOf(source: Source): Lines {
  let found = known.get(source);
  if (!found) {
    const { text, lineStarts } = source;
    const lines = lineStarts.map((start, index) => lineBetween(text, start, lineStarts[index + 1] ?? text.length));
    found = areParagraphs(source, lines)
      ? { lines: withEmptyLines(source, lines), areParagraphs: true }
      : { lines, areParagraphs: false };
    known.set(source, found);
  }
  return found;
}

function withEmptyLines(source: Source, lines: readonly Line[]): readonly Line[] {
  return lines.flatMap((line, index) => {
    const next = lines[index + 1];
    const { end } = line;
    if (!next || isBlank(line) || areOfOneList(source, line, next)) return [line];
    return [line, { start: end, end, textStart: end, textEnd: end }];
  });
}

function lineBetween(text: string, start: number, next: number): Line {
  let end = next;
  if (end > start && text.charCodeAt(end - 1) === 10) end--;
  if (end > start && text.charCodeAt(end - 1) === 13) end--;
  return trimLine(text, start, end);
}

/** What is pasted from a browser has no-break spaces in lines that look blank. */
function isBlankFrom(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && (text.charCodeAt(at) === 0xa0 || isWhiteSpace(text.charCodeAt(at)))) at++;
  return at === end;
}

/** The line `[start, end)` with its surrounding white space measured. */
export function trimLine(text: string, start: number, end: number): Line {
  let textStart = start;
  let textEnd = end;
  while (textStart < textEnd && isWhiteSpace(text.charCodeAt(textStart))) textStart++;
  while (textEnd > textStart && isWhiteSpace(text.charCodeAt(textEnd - 1))) textEnd--;
  return isBlankFrom(text, textStart, textEnd)
    ? { start, end, textStart: start, textEnd: start }
    : { start, end, textStart, textEnd };
}
