/** Gathers rebuilt text, piece by piece, each with its place in the TEI; block ends become blank lines. */
import type { Place } from '../source/index.js';

export interface Piece {
  /** Offset in the rebuilt text at which the piece begins. */
  readonly start: number;
  readonly place: Place;
}

export interface Rebuilt {
  readonly text: string;
  /** In order; a piece ends where the next begins. */
  readonly pieces: readonly Piece[];
}

export interface Writer {
  write(text: string, place: Place): void;
  /** The white space that a block begins with. */
  indent(text: string, place: Place): void;
  /** A line ends here in the running text; a line end already written beside it is the same one. */
  lineBreak(place: Place): void;
  /** A line ends here, if one has begun. */
  line(): void;
  /** A paragraph ends here, if one has begun. */
  paragraph(): void;
  /** What comes next goes on in the line: no break, though a block has ended. */
  runIn(): void;
  /** Puts `prefix` before each paragraph written meanwhile. */
  prefixed(prefix: string, write: () => void): void;
  finish(): Rebuilt;
}

/** Out: a writer that has nothing yet. */
export function createWriter(): Writer {
  const parts: string[] = [];
  const pieces: Piece[] = [];
  let length = 0;
  let pending = '';
  let prefix = '';
  let atLineStart = true;
  /** What was written last, without prefixes. */
  let last = '';
  /** A line break has just been written. */
  let broken = false;
  const put = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  const add = (text: string, place: Place) => {
    if (pending !== '' && length > 0) put(pending);
    pending = '';
    if (atLineStart && prefix !== '') put(prefix);
    atLineStart = false;
    pieces.push({ start: length, place });
    last = text;
    put(prefix === '' ? text : text.replace(/\n/g, `\n${prefix}`));
  };
  return {
    write(text, place) {
      if (text === '') return;
      // White space at the start of a block is the layout of the file.
      if ((pending !== '' || length === 0) && /^[ \t\r\n]+$/.test(text)) return;
      const behind = broken && pending === '' ? text.replace(/^[ \t]*\r?\n/, '') : text;
      broken = false;
      if (behind !== '') add(behind, place);
    },
    indent: add,
    lineBreak(place) {
      if (pending !== '' || length === 0) return;
      if (!/\n[ \t]*$/.test(last)) add('\n', place);
      broken = true;
    },
    line() {
      if (pending === '') pending = '\n';
      atLineStart = true;
    },
    paragraph() {
      pending = '\n\n';
      atLineStart = true;
    },
    runIn() {
      pending = '';
      atLineStart = false;
    },
    prefixed(inner, write) {
      const outer = prefix;
      prefix += inner;
      write();
      prefix = outer;
    },
    finish: () => ({ text: parts.join(''), pieces }),
  };
}
