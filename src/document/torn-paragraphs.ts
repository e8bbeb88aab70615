/** A paragraph that page breaks in paragraphs of their own tear, inside a word or a sentence -> one paragraph (TEI Guidelines 3.11.3). */
import { spanPlaces } from '../source/index.js';
import { plainText } from './content.js';
import type { DocumentBlock, ParagraphBlock, QuotationBlock } from './document.js';
import { beginsTorn, endsTorn, isLine, joined, pageBreaksAfter } from './torn.js';

/** The blocks, with what goes on below page breaks in the paragraph that it goes on from; so in quotations. */
export function withTornParagraphs(blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  const out: DocumentBlock[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at];
    if (!block) break;
    const found =
      block.kind === 'paragraph'
        ? wholeParagraph(blocks, at, block)
        : block.kind === 'quotation'
          ? wholeQuotation(blocks, at, block)
          : { block, next: at + 1 };
    out.push(found.block);
    at = found.next;
  }
  return out;
}

interface Whole<Block> {
  readonly block: Block;
  readonly next: number;
}

function wholeParagraph(blocks: readonly DocumentBlock[], from: number, first: ParagraphBlock): Whole<ParagraphBlock> {
  let { content } = first;
  let last = first;
  let at = from;
  for (;;) {
    const breaks = pageBreaksAfter(blocks, at);
    const next = blocks[at + breaks.length + 1];
    if (breaks.length === 0 || next?.kind !== 'paragraph' || !isTorn(last, next, last === first)) break;
    content = joined({
      above: content,
      aboveEnd: last.place.end,
      breaks,
      below: next.content,
      belowStart: next.place.start,
    });
    last = next;
    at += breaks.length + 1;
  }
  const block = last === first ? first : { ...first, content, place: spanPlaces(first.place, last.place) };
  return { block, next: at + 1 };
}

/** Where a paragraph of a quotation goes on in the next one, they are one quotation. */
function wholeQuotation(blocks: readonly DocumentBlock[], from: number, first: QuotationBlock): Whole<QuotationBlock> {
  const inner: DocumentBlock[] = [...first.blocks];
  let last = first;
  let at = from;
  for (;;) {
    const breaks = pageBreaksAfter(blocks, at);
    const next = blocks[at + breaks.length + 1];
    if (breaks.length === 0 || next?.kind !== 'quotation') break;
    const above = last.blocks.at(-1);
    const [below] = next.blocks;
    if (above?.kind !== 'paragraph' || below?.kind !== 'paragraph' || !isTorn(above, below, true)) break;
    inner.push(...breaks, ...next.blocks);
    last = next;
    at += breaks.length + 1;
  }
  const place = spanPlaces(first.place, last.place);
  return { block: { ...first, blocks: withTornParagraphs(inner), place }, next: at + 1 };
}

/** `the confer-` and below it `ence`; `his own and that` and below it `it would be so.` */
function isTorn(before: ParagraphBlock, next: ParagraphBlock, isFirst: boolean): boolean {
  const above = plainText(before.content);
  if ((isFirst && isLine(above)) || !endsTorn(above)) return false;
  return beginsTorn(plainText(next.content));
}
