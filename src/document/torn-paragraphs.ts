/** A paragraph that a page break in a paragraph of its own tears, inside a word or a sentence -> one paragraph (TEI Guidelines 3.11.3). */
import { placeAt, spanPlaces } from '../source/index.js';
import { type PageBreakRun, plainText } from './content.js';
import type { DocumentBlock, ParagraphBlock } from './document.js';
import { isMarking } from './marking.js';

/** What is shorter may be a title or a line of an address. */
const SHORTEST = 60;

/** The blocks, with what goes on below a page break in the paragraph that it goes on from. */
export function withTornParagraphs(blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  const out: DocumentBlock[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    const next = blocks[at + 1];
    const before = out.at(-1);
    if (
      block?.kind === 'pageBreak' &&
      before?.kind === 'paragraph' &&
      next?.kind === 'paragraph' &&
      isTorn(before, next)
    ) {
      out[out.length - 1] = joined(before, block, next);
      at++;
    } else if (block) out.push(block);
  }
  return out;
}

/** `b) Interim measures`: an item of its own. */
const LABEL = /^(?:\p{Ll}{1,4}\)|\p{Ll}{1,2}\.)\s/u;

/** `the confer-` and below it `ence`; `his own and that` and below it `it would be so.` */
function isTorn(before: ParagraphBlock, next: ParagraphBlock): boolean {
  const above = plainText(before.content);
  const below = plainText(next.content);
  if (above.length < SHORTEST || !/\p{Ll}[-¬,]?\s*$/u.test(above)) return false;
  return /^\p{Ll}/u.test(below) && !LABEL.test(below) && !isMarking(below);
}

/** Behind a hyphen the word goes on, and the page break remembers the space about it; else the page ends between two words. */
function joined(before: ParagraphBlock, pageBreak: PageBreakRun, next: ParagraphBlock): ParagraphBlock {
  const { source, start, end } = pageBreak.place;
  const isWord = /[-¬]\s*$/.test(plainText(before.content));
  const gap = (from: number, to: number) => ({
    kind: 'lineBreak' as const,
    soft: true,
    place: placeAt(source, from, to),
  });
  const between = isWord
    ? [{ ...pageBreak, typed: ` ${pageBreak.typed ?? source.text.slice(start, end)} ` }]
    : [gap(before.place.end, start), pageBreak, gap(end, next.place.start)];
  return {
    ...before,
    content: [...before.content, ...between, ...next.content],
    place: spanPlaces(before.place, next.place),
  };
}
