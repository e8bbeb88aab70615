/** What opener and closer have in common: datelines, lines of a paragraph set apart, the frame itself. */
import { placeAt, spanPlaces } from '../source/index.js';
import { type PageBreakRun, plainText } from './content.js';
import { annotate, placeOfSpan, sliceContent } from './content-edit.js';
import { datelineSpans } from './dateline.js';
import type { FrameBlock, FramePart, ParagraphBlock } from './document.js';

/** No opener or closer is sought further away from the edge of the text. */
export const MOST_LINES = 8;

/** The paragraph in two, before its line `index`; the line end between them is white space between blocks. */
export function splitAtLine(block: ParagraphBlock, index: number): readonly [ParagraphBlock, ParagraphBlock] {
  const text = plainText(block.content);
  const cut = text.split('\n').slice(0, index).join('\n').length;
  const { source } = block.place;
  const head = placeOfSpan(block.content, 0, cut);
  const tail = placeOfSpan(block.content, cut + 1, text.length);
  return [
    {
      kind: 'paragraph',
      content: sliceContent(block.content, 0, cut),
      place: placeAt(source, block.place.start, head.end),
    },
    {
      kind: 'paragraph',
      content: sliceContent(block.content, cut + 1, text.length),
      place: placeAt(source, tail.start, block.place.end),
    },
  ];
}

/** The paragraph as a dateline, if it is one. */
export function datelinePart(block: ParagraphBlock, language: string): FramePart | undefined {
  const spans = datelineSpans(plainText(block.content), language);
  return spans && { kind: 'dateline', content: annotate(block.content, spans), glue: 'paragraph', place: block.place };
}

/** The parts, of which there is at least one, as an opener or closer. */
export function frame(kind: 'opener' | 'closer', parts: readonly (FramePart | PageBreakRun)[]): FrameBlock {
  const first = parts[0];
  const last = parts[parts.length - 1];
  if (!first || !last) throw new RangeError('a frame has at least one part');
  return { kind, parts, place: spanPlaces(first.place, last.place) };
}
