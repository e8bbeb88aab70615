/** Inlines of the syntax tree -> content: layout goes, the rest keeps its place. */
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
  for (const inline of inlines) {
    const { place } = inline;
    const typed = () => place.source.text.slice(place.start, place.end);
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
        runs.push({ kind: 'pageBreak', n: inline.n, ...(!inline.standard && { typed: typed() }), place });
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
