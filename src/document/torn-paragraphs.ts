/** A paragraph that a page break in a paragraph of its own tears, inside a word or a sentence -> one paragraph (TEI Guidelines 3.11.3). */
import { placeAt, spanPlaces } from '../source/index.js';
import { type Content, type PageBreakRun, plainText } from './content.js';
import type { DocumentBlock, ParagraphBlock } from './document.js';
import { isMarking } from './marking.js';

/** What is shorter may be a title or a line of an address. */
const SHORTEST = 60;

/** The blocks, with what goes on below a page break in the paragraph that it goes on from. */
export function withTornParagraphs(blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  const out: DocumentBlock[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (block?.kind !== 'paragraph') {
      if (block) out.push(block);
      continue;
    }
    const runs: Content[number][] = [...block.content];
    let last = block;
    for (let isFirst = true; ; isFirst = false) {
      const pageBreak = blocks[at + 1];
      const next = blocks[at + 2];
      if (pageBreak?.kind !== 'pageBreak' || next?.kind !== 'paragraph' || !isTorn(last, next, isFirst)) break;
      for (const run of [...between(last, pageBreak, next), ...next.content]) runs.push(run);
      last = next;
      at += 2;
    }
    out.push(last === block ? block : { ...block, content: runs, place: spanPlaces(block.place, last.place) });
  }
  return out;
}

/** `b) Interim measures`, `iv. the Sudan`, `cc: Mr. Lane`: an item of its own. */
const LABEL = /^(?:(?:\p{Ll}{1,4}\)|\p{Ll}\.|[ivx]{2,5}\.|b?cc:)\s|p\.\s?s\.)/u;

/** `the confer-` and below it `ence`; `his own and that` and below it `it would be so.` */
function isTorn(before: ParagraphBlock, next: ParagraphBlock, isFirst: boolean): boolean {
  const above = plainText(before.content);
  const below = plainText(next.content);
  if ((isFirst && above.length < SHORTEST) || !/\p{Ll}[-¬,]?\s*$/u.test(above)) return false;
  return /^\p{Ll}/u.test(below) && !LABEL.test(below) && !isMarking(below);
}

/** Behind a hyphen the word goes on, and the page break remembers the space about it; else the page ends between two words. */
function between(before: ParagraphBlock, pageBreak: PageBreakRun, next: ParagraphBlock): Content {
  const { source, start, end } = pageBreak.place;
  if (/[-¬]\s*$/.test(plainText(before.content)))
    return [{ ...pageBreak, typed: ` ${pageBreak.typed ?? source.text.slice(start, end)} ` }];
  const gap = (from: number, to: number) => ({
    kind: 'lineBreak' as const,
    soft: true,
    place: placeAt(source, from, to),
  });
  return [gap(before.place.end, start), pageBreak, gap(end, next.place.start)];
}
