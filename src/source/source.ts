/** Text that knows its own address: a file's decoded text with the offsets at which its lines start. */

import { type LineTable, pointInTable } from './line-table.js';

/** A text and where it came from. `text` has no byte order mark; offsets count UTF-16 code units of `text`. */
export interface Source {
  readonly path: string;
  readonly text: string;
  /** Offset of the first character of each line. Lines end in LF, CR LF or CR. */
  readonly lineStarts: readonly number[];
  /** Where a text is too long to be held, what it is read from; `text` is empty then. */
  readonly parts?: SourceParts;
  /** Where they are at hand: its bytes in parts, in UTF-8 without a byte order mark, each ending with a character; a part is good until the next is asked for. */
  readonly bytes?: () => Iterator<Uint8Array>;
  /** The file that its text is read from each time that it is asked for, where it is not held. */
  readonly file?: string;
  /** Where the text is not held: what its lines and columns are known from; undefined where the text has to be read for them. */
  readonly lines?: () => LineTable | undefined;
}

/** A long text in parts; none of them ends between CR and LF, or within a character. */
export interface SourceParts {
  /** Where they are read from, for another thread to read them too. */
  readonly address: string;
  /** The parts in order. */
  all(): Iterator<string>;
  /** The part that holds an offset; the last one for an offset behind the end. */
  at(offset: number): SourcePart;
  /** Has a part turned out to be unreadable? That has been reported; the text ends where it begins. */
  isSpoilt(): boolean;
}

export interface SourcePart {
  readonly text: string;
  /** Offset in the whole text, line and column of its first character. */
  readonly start: number;
  readonly line: number;
  readonly column: number;
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

/** Makes a source of a text, which may be read when it is first asked for; a leading byte order mark is dropped. */
export function createSource(path: string, text: string | (() => string)): Source {
  let lines: readonly number[] | undefined;
  if (typeof text === 'function') {
    let read: Source | undefined;
    const whole = (): Source => {
      read ??= createSource(path, text());
      return read;
    };
    return passingSource(path, whole);
  }
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return {
    path,
    text: body,
    get lineStarts() {
      lines ??= findLineStarts(body);
      return lines;
    },
  };
}

/** A source whose text is had anew each time that it is asked for: whoever keeps a place keeps no text. */
export function passingSource(path: string, read: () => Source): Source {
  return {
    path,
    get text() {
      return read().text;
    },
    get lineStarts() {
      return read().lineStarts;
    },
  };
}

function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  let feed = text.indexOf('\n');
  let carriage = text.indexOf('\r');
  while (feed !== -1 || carriage !== -1) {
    if (carriage === -1 || (feed !== -1 && feed < carriage)) {
      starts.push(feed + 1);
      feed = text.indexOf('\n', feed + 1);
    } else {
      // That of CR LF is counted with its line feed.
      if (carriage + 1 !== feed) starts.push(carriage + 1);
      carriage = text.indexOf('\r', carriage + 1);
    }
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
  if (source.parts) return pointInPart(source.parts.at(offset), offset);
  const table = source.lines?.();
  if (table) return pointInTable(table, offset);
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
  return { line: low + 1, column: charactersBefore(source, lineStart, at) + 1 };
}

/** A line may be as long as a file: what was counted up to the last place need not be counted again for the next. */
const counted = new WeakMap<Source, { readonly lineStart: number; readonly at: number; readonly count: number }>();
const LONG_LINE = 4096;

function charactersBefore(source: Source, lineStart: number, at: number): number {
  const { text } = source;
  if (at - lineStart < LONG_LINE) return countCharacters(text, lineStart, at);
  const last = counted.get(source);
  const goesOn = last?.lineStart === lineStart && last.at <= at && (text.charCodeAt(last.at) & 0xfc00) !== 0xdc00;
  const count = goesOn ? last.count + countCharacters(text, last.at, at) : countCharacters(text, lineStart, at);
  counted.set(source, { lineStart, at, count });
  return count;
}

function pointInPart({ text, start, line, column }: SourcePart, offset: number): Point {
  const at = Math.max(0, Math.min(offset - start, text.length));
  // One more character shows whether a CR at the end is half of a CR LF.
  const starts = findLineStarts(text.slice(0, at + 1)).filter((begin) => begin <= at);
  const lineStart = starts[starts.length - 1] ?? 0;
  const before = starts.length === 1 ? column - 1 : 0;
  return { line: line + starts.length - 1, column: before + countCharacters(text, lineStart, at) + 1 };
}

/** The text between two offsets, in memory or not. */
export function textBetween({ text, parts }: Source, start: number, end: number): string {
  if (!parts) return text.slice(start, end);
  let found = '';
  for (let at = Math.max(0, start); at < end; ) {
    const part = parts.at(at);
    const next = part.text.slice(at - part.start, end - part.start);
    if (next === '') break;
    found += next;
    at += next.length;
  }
  return found;
}

/** Makes a source of a text in parts, each of which can be read again; undefined behind the last. */
export function sourceOfParts(
  path: string,
  address: string,
  read: (index: number) => string | undefined,
  isSpoilt: () => boolean = () => false,
): Source {
  const known: Omit<SourcePart, 'text'>[] = [{ start: 0, line: 1, column: 1 }];
  let last: (SourcePart & { readonly index: number }) | undefined;
  const part = (index: number): SourcePart | undefined => {
    if (last?.index === index) return last;
    const begin = known[index];
    const text = read(index);
    if (!begin || text === undefined) return undefined;
    last = { ...begin, text, index };
    if (known.length === index + 1) {
      const start = begin.start + text.length;
      known.push({ start, ...pointInPart(last, start) });
    }
    return last;
  };
  const at = (offset: number): SourcePart => {
    let index = known.length - 1;
    while (index > 0 && (known[index]?.start ?? 0) > offset) index--;
    let found = part(index);
    // The end of a text that has been read to its end.
    if (!found && index > 0) found = part(--index);
    for (let next = found; next && offset >= next.start + next.text.length; next = part(++index)) found = next;
    return part(index) ?? found ?? { text: '', start: 0, line: 1, column: 1 };
  };
  const all = function* () {
    for (let index = 0; ; index++) {
      const text = read(index);
      if (text === undefined) return;
      yield text;
    }
  };
  return { ...createSource(path, ''), lineStarts: [0], parts: { address, all, at, isSpoilt } };
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
