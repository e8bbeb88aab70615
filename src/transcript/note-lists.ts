/** The entries of notes and the lines around them -> the lists that they stand in, and the lines of the text between. */
import type { Source } from '../source/index.js';
import type { RawNote } from './constructs/note-list.js';
import { setsOffNotes } from './constructs/note-list-head.js';
import { isBlank, type Line } from './lines.js';

/** A list of notes as typed. */
export interface RawNoteList {
  /** The lines of the text before it that are in no other list. */
  readonly before: readonly Line[];
  /** The rule or heading over it. */
  readonly head: { readonly start: number; readonly end: number } | undefined;
  readonly notes: readonly RawNote[];
}

export interface NoteLists {
  readonly lists: readonly RawNoteList[];
  /** The lines behind the last list. */
  readonly rest: readonly Line[];
}

/** In: the lines of a source and its notes, both in order. Out: the lists; notes that only blank lines part are in one. */
export function noteListsOf(source: Source, lines: readonly Line[], notes: readonly RawNote[]): NoteLists {
  const lists: { before: readonly Line[]; head: RawNoteList['head']; notes: RawNote[] }[] = [];
  let at = 0;
  for (const note of notes) {
    const from = at;
    let hasText = false;
    for (; (lines[at]?.start ?? note.start) < note.start; at++) hasText ||= !isBlank(lines[at] ?? EMPTY);
    const list = lists.at(-1);
    if (list && !hasText) list.notes.push(note);
    else {
      const above = lines.slice(from, at).map((line) => (line.end > note.start ? cutBefore(line, note.start) : line));
      const { before, head } = withoutHead(source, above);
      lists.push({ before, head, notes: [note] });
    }
    while ((lines[at]?.start ?? note.end) < note.end) at++;
  }
  return { lists, rest: lines.slice(at) };
}

/** A page break may stand before the first label, on its line. */
function cutBefore({ start, textStart }: Line, end: number): Line {
  return { start, end, textStart, textEnd: end };
}

const EMPTY: Line = { start: 0, end: 0, textStart: 0, textEnd: 0 };

/** The rules and the heading that end some lines are set apart from them. */
function withoutHead(source: Source, lines: readonly Line[]): Pick<RawNoteList, 'before' | 'head'> {
  let first = lines.length;
  let last: Line | undefined;
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    if (!line || isBlank(line)) continue;
    if (!setsOffNotes(source, line)) break;
    last ??= line;
    first = at;
  }
  const start = lines[first]?.textStart;
  const head = last && start !== undefined ? { start, end: last.textEnd } : undefined;
  return { before: lines.slice(0, first), head };
}
