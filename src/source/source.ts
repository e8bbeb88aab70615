/** Text that knows its own address: a file's decoded text with the offsets at which its lines start. */

/** A text and where it came from. `text` has no byte order mark; offsets count UTF-16 code units of `text`. */
export interface Source {
  readonly path: string;
  readonly text: string;
  /** Offset of the first character of each line. Lines end in LF, CR LF or CR. */
  readonly lineStarts: readonly number[];
}

/** A half-open span `[start, end)` of a source. */
export interface Place {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** A position as people say it: line and column, both counted from 1, columns in characters (code points). */
export interface Point {
  readonly line: number;
  readonly column: number;
}

/** Makes a source of a text; a leading byte order mark is dropped. */
export function createSource(path: string, text: string): Source {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let lines: readonly number[] | undefined;
  return {
    path,
    text: body,
    get lineStarts() {
      lines ??= findLineStarts(body);
      return lines;
    },
  };
}

function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10) starts.push(i + 1);
    else if (unit === 13 && text.charCodeAt(i + 1) !== 10) starts.push(i + 1);
  }
  return starts;
}

/** A place in a source; `end` defaults to `start` (an empty place). */
export function placeAt(source: Source, start: number, end: number = start): Place {
  return { source, start, end };
}

/** The smallest place that holds both; both must be of one source. */
export function spanPlaces(first: Place, last: Place): Place {
  return { source: first.source, start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}

/** Line and column of an offset; an offset beyond the text is the end of the text. */
export function pointAt(source: Source, offset: number): Point {
  const { lineStarts, text } = source;
  const at = Math.max(0, Math.min(offset, text.length));
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const lineStart = lineStarts[low] ?? 0;
  return { line: low + 1, column: countCharacters(text, lineStart, at) + 1 };
}

function countCharacters(text: string, start: number, end: number): number {
  let count = end - start;
  for (let i = start; i < end - 1; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) count--;
  }
  return count;
}

/** The text of a line (counted from 1) without its line end; empty where there is no such line. */
export function lineText(source: Source, line: number): string {
  const start = source.lineStarts[line - 1];
  if (start === undefined) return '';
  const end = source.lineStarts[line] ?? source.text.length;
  return source.text.slice(start, end).replace(/[\r\n]+$/, '');
}
