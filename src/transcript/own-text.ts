/** Notes in several lists, at the feet of pages or between paragraphs -> the text that each list is of. */
import type { Source } from '../source/index.js';
import type { RawNote } from './constructs/note-list.js';
import { isSettingOff } from './constructs/note-list-head.js';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether something begins in the span. */
export function isWithin(text: Span, { start }: Pick<Span, 'start'>): boolean {
  return text.start <= start && start < text.end;
}

/** Notes that stand behind one another, and what stands between them and the list before. */
export interface ListOfText {
  readonly own: Span;
  /** Their indexes: the first, and the one behind the last. */
  readonly first: number;
  readonly end: number;
}

/** In: notes in order. Out: their lists; what parts two of them is more than white space, a rule or a heading. */
export function listsOfText(source: Source, notes: readonly RawNote[]): readonly ListOfText[] {
  const lists: { own: Span; first: number; end: number }[] = [];
  notes.forEach((note, index) => {
    const start = notes[index - 1]?.end ?? 0;
    const list = lists.at(-1);
    if (list && !hasText(source, start, note.start)) list.end = index + 1;
    else lists.push({ own: { start, end: note.start }, first: index, end: index + 1 });
  });
  return lists;
}

/** So many characters are more than a rule and a heading. */
const LONGEST_BETWEEN = 300;

function hasText(source: Source, start: number, end: number): boolean {
  if (end - start > LONGEST_BETWEEN) return /\S/.test(source.text.slice(start, end));
  const lines = source.text.slice(start, end).split(/[\r\n]+/);
  return lines.some((line) => line.trim() !== '' && !isSettingOff(line.trim()));
}
