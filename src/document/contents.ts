/** Inlines of the syntax tree -> content: layout goes, the rest keeps its place. */
import { type Place, placeAt } from '../source/index.js';
import type { Inline } from '../transcript/index.js';
import type { Content, Run } from './content.js';

export interface ContentStyle {
  /** Line ends inside a block are mere white space, as in a text wrapped at a column. */
  readonly wrapped: boolean;
  /** What only lays out stays as text. */
  readonly keepLayout?: boolean;
}

export function contentOf(inlines: readonly Inline[], { wrapped, keepLayout = false }: ContentStyle): Content {
  const runs: Run[] = [];
  /** A page break stands before that divides a word. */
  let isInWord = false;
  for (const inline of inlines) {
    const place = isInWord ? withoutSpace(inline.place) : inline.place;
    const typed = () => place.source.text.slice(place.start, place.end);
    if (isInWord && (inline.kind === 'lineBreak' || place.start === place.end)) continue;
    isInWord = inline.kind === 'pageBreak' && inline.inWord !== undefined;
    switch (inline.kind) {
      case 'layout':
        if (keepLayout) runs.push({ kind: 'text', text: typed(), place });
        break;
      case 'text':
        runs.push({ kind: 'text', text: typed(), place });
        break;
      case 'lineBreak':
        runs.push({ kind: 'lineBreak', soft: wrapped, place });
        break;
      case 'pageBreak':
        if (inline.inWord !== undefined) dropSpace(runs);
        runs.push({
          kind: 'pageBreak',
          n: inline.n,
          ...(inline.inWord !== undefined ? { typed: inline.inWord } : !inline.standard && { typed: typed() }),
          place,
        });
        break;
      case 'noteMarker':
        // A marker without a note stays in the text: it is reported, not lost.
        runs.push(
          inline.note === undefined
            ? { kind: 'text', text: typed(), place }
            : { kind: 'note', note: inline.note, ...(!inline.standard && { typed: typed() }), place },
        );
        break;
    }
  }
  return runs;
}

/** The white space before a page break that divides a word, which has it instead. */
function dropSpace(runs: Run[]): void {
  while (runs.at(-1)?.kind === 'lineBreak') runs.pop();
  const last = runs.at(-1);
  if (last?.kind !== 'text') return;
  const text = last.text.trimEnd();
  const { source, start } = last.place;
  runs.splice(-1, 1, { ...last, text, place: placeAt(source, start, start + text.length) });
}

/** A place without the white space that it begins with. */
function withoutSpace({ source, start, end }: Place): Place {
  return placeAt(source, end - source.text.slice(start, end).trimStart().length, end);
}
