/** Page breaks -> where a list of notes goes on below them: pages end between notes, and inside of notes. */
import type { Source } from '../../source/index.js';
import type { Line } from '../lines.js';
import type { PageBreak } from '../transcript.js';
import { fromSuperscript } from '../typed-forms.js';

/** Where page breaks end, by where they start. */
export type PageEnds = ReadonlyMap<number, number>;

/** In: the page breaks of a source. */
export function pageEndsOf(pageBreaks: readonly PageBreak[]): PageEnds {
  return new Map(pageBreaks.map(({ place }) => [place.start, place.end]));
}

/** In: a line. Out: whether there is nothing on it but a page break. */
export function isPageBreak(pages: PageEnds, { textStart, textEnd }: Line): boolean {
  return pages.get(textStart) === textEnd;
}

/** `[Page 19]   3. See Smith.`: the line without the page break that begins it; undefined where none does, or nothing follows. */
export function behindPageBreak({ text }: Source, pages: PageEnds, line: Line): Line | undefined {
  const end = pages.get(line.textStart);
  if (end === undefined || end >= line.textEnd) return undefined;
  let textStart = end;
  while (textStart < line.textEnd && /\s/.test(text.charAt(textStart))) textStart++;
  return { start: end, end: line.end, textStart, textEnd: line.textEnd };
}

/**
 * In: the lines of a paragraph at the margin below a page break, and the number of the entry that follows. Out: whether they may go on
 * with the note above the page break: a text that has notes of its own would have a marker of the next.
 */
export function mayGoOn({ text }: Source, lines: readonly Line[], next: string): boolean {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return false;
  return !new RegExp(`${next}(?![0-9])`).test(fromSuperscript(text.slice(first.start, last.end)));
}
