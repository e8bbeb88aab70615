/** The paragraphs of a note as they are typed -> its paragraphs: what page breaks tear is one, and page breaks alone are none (TEI Guidelines 3.11.3). */
import { placeAt } from '../source/index.js';
import type { NoteEntry } from '../transcript/index.js';
import { type Content, type PageBreakRun, plainText, type Run } from './content.js';
import { contentOf } from './contents.js';
import { beginsTorn, endsTorn, joined } from './torn.js';

/** A paragraph without the page breaks that it begins and ends with, and these. */
interface Peeled {
  readonly before: readonly PageBreakRun[];
  readonly content: Content;
  readonly behind: readonly PageBreakRun[];
}

/** In: an entry of the list of notes; whether its lines are wrapped. Out: its paragraphs. */
export function noteParagraphs({ children }: NoteEntry, wrapped: boolean): readonly Content[] {
  const typed = children.flatMap((child) =>
    child.kind === 'paragraph' ? [contentOf(child.children, { wrapped })] : [],
  );
  if (typed.length < 2) return typed;
  const whole: Content[] = [];
  /** Those that stand alone, above the next paragraph. */
  let pages: readonly PageBreakRun[] = [];
  for (const paragraph of typed) {
    const below = peeled(paragraph);
    const last = whole.at(-1);
    if (last && below.content.length === 0) {
      pages = [...pages, ...below.before];
      continue;
    }
    const above = peeled(last ?? []);
    const breaks = [...above.behind, ...pages, ...below.before];
    if (breaks.length > 0 && endsTorn(plainText(above.content)) && beginsTorn(plainText(below.content))) {
      const torn = sewn(above.content, breaks, below.content);
      whole.splice(-1, 1, [...set(above.before, undefined), ...torn, ...set(below.behind, torn.at(-1))]);
    } else whole.push([...set(pages, undefined), ...paragraph]);
    pages = [];
  }
  const last = whole.pop() ?? [];
  return [...whole, [...last, ...set(pages, last.at(-1))]];
}

function sewn(above: Content, breaks: readonly PageBreakRun[], below: Content): Content {
  const [aboveEnd, belowStart] = [above.at(-1)?.place.end ?? 0, below[0]?.place.start ?? 0];
  return joined({ above, aboveEnd, breaks, below, belowStart });
}

/** Page breaks with the white space around them: behind `last`, or before what follows. */
function set(breaks: readonly PageBreakRun[], last: Run | undefined): Content {
  return breaks.flatMap((run): Content => {
    const { source, start, end } = run.place;
    const at = last ? start : end;
    const space: Run = { kind: 'lineBreak', soft: true, place: placeAt(source, at, at) };
    return last ? [space, run] : [run, space];
  });
}

function peeled(content: Content): Peeled {
  const first = content.findIndex((run) => !isSpace(run));
  const end = content.findLastIndex((run) => !isSpace(run)) + 1;
  if (first === -1) return { before: content.filter(isPageBreak), content: [], behind: [] };
  const kept = content.slice(first, end).map((run, index, all) => {
    if (run.kind !== 'text') return run;
    const text = index === 0 && first > 0 ? run.text.trimStart() : run.text;
    const start = run.place.start + run.text.length - text.length;
    const trimmed = index === all.length - 1 && end < content.length ? text.trimEnd() : text;
    return { ...run, text: trimmed, place: placeAt(run.place.source, start, start + trimmed.length) };
  });
  return {
    before: content.slice(0, first).filter(isPageBreak),
    content: kept,
    behind: content.slice(end).filter(isPageBreak),
  };
}

function isPageBreak(run: Run): run is PageBreakRun {
  return run.kind === 'pageBreak';
}

/** A page break, or white space about one. */
function isSpace(run: Run): boolean {
  return isPageBreak(run) || run.kind === 'lineBreak' || (run.kind === 'text' && run.text.trim() === '');
}
