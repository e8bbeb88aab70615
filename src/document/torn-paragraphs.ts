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
    const found = block.kind === 'paragraph' ? wholeParagraph(blocks, at, block) : { block, next: at + 1 };
    out.push(found.block.kind === 'quotation' ? withWholeParagraphs(found.block) : found.block);
    at = found.next;
  }
  return out;
}

function withWholeParagraphs(quotation: QuotationBlock): QuotationBlock {
  return { ...quotation, blocks: withTornParagraphs(quotation.blocks) };
}

interface Whole {
  readonly block: ParagraphBlock;
  readonly next: number;
}

function wholeParagraph(blocks: readonly DocumentBlock[], from: number, first: ParagraphBlock): Whole {
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

/** `the confer-` and below it `ence`; `his own and that` and below it `it would be so.` */
function isTorn(before: ParagraphBlock, next: ParagraphBlock, isFirst: boolean): boolean {
  const above = plainText(before.content);
  if ((isFirst && isLine(above)) || !endsTorn(above)) return false;
  return beginsTorn(plainText(next.content));
}
