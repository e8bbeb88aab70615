/** A number in a paragraph or a line of its own, above a title -> the blocks with the number in the head, or set apart above a file number. */
import { placeAt, spanPlaces } from '../source/index.js';
import { numberAlone } from '../transcript/index.js';
import { plainText } from './content.js';
import type { DocumentBlock, HeadingBlock, ParagraphBlock } from './document.js';
import { splitAtLine } from './frame.js';

export interface NumberAbove {
  readonly number: string;
  /** Where a file number stands between the number and the title. */
  readonly heading?: HeadingBlock;
  readonly blocks: readonly DocumentBlock[];
}

export interface Titles {
  readonly isTitle: (block: ParagraphBlock) => boolean;
  readonly isFileNumber: (block: ParagraphBlock) => boolean;
}

/** In: the blocks from the number on. Out: what begins there; undefined where no title follows the number. */
export function numberAbove(
  blocks: readonly DocumentBlock[],
  { isTitle, isFileNumber }: Titles,
): NumberAbove | undefined {
  const [first, ...others] = blocks;
  if (first?.kind !== 'paragraph') return undefined;
  const [line = '', ...lines] = plainText(first.content).split('\n');
  const number = numberAlone(line.trim());
  if (number === undefined) return undefined;
  const [own, rest] = lines.length > 0 ? splitAtLine(first, 1) : [first];
  const [second, ...behind] = rest ? [rest, ...others] : others;
  if (second?.kind !== 'paragraph') return undefined;
  const [third] = behind;
  if (isFileNumber(second) && third?.kind === 'paragraph' && isTitle(third)) {
    const heading: HeadingBlock = { kind: 'heading', content: own.content, place: own.place };
    return { number, heading, blocks: [second, ...behind] };
  }
  // Below the number in its own paragraph the head is a line on.
  return rest || !isTitle(second) ? undefined : { number, blocks: [inOneHead(own, second), ...behind] };
}

/** A number and what stands in a paragraph below it -> one paragraph of two lines. */
export function inOneHead(number: ParagraphBlock, title: ParagraphBlock): ParagraphBlock {
  const { source, end } = number.place;
  const gap = placeAt(source, end, title.place.start);
  return {
    kind: 'paragraph',
    content: [...number.content, { kind: 'lineBreak', soft: false, place: gap }, ...title.content],
    place: spanPlaces(number.place, title.place),
  };
}
