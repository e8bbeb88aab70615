/** `Begin Text` ... `End Text` -> the letter that stands between them (a telegram may carry one). */
import type { Report } from '../diagnostic/index.js';
import { placeAt, spanPlaces } from '../source/index.js';
import { plainText } from './content.js';
import { placeOfSpan, sliceContent } from './content-edit.js';
import type { Cues } from './cues.js';
import type { DocumentBlock, DocumentKind, EnclosureBlock, ParagraphBlock } from './document.js';
import { documentMessages } from './messages.js';

/** Makes the inside of an enclosure: its opener and closer. */
export type Frame = (blocks: readonly DocumentBlock[]) => readonly DocumentBlock[];

/** The blocks with each enclosed text as one block; the words that open and close it stay paragraphs. */
export function withEnclosures(
  blocks: readonly DocumentBlock[],
  cues: Cues,
  id: string,
  frame: Frame,
  report: Report,
): readonly DocumentBlock[] {
  const out: DocumentBlock[] = [];
  let count = 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) break;
    out.push(block);
    if (block.kind !== 'paragraph') continue;
    const text = plainText(block.content).trim();
    if (!cues.begin.test(text)) {
      if (text.length < 80 && cues.end.test(text)) {
        report(documentMessages['enclosure-not-opened']({ closed: text }, block.place));
      }
      continue;
    }
    const close = findClose(blocks, i + 1, cues);
    if (!close.found) report(documentMessages['enclosure-not-closed']({ opened: text }, block.place));
    const plain = blocks.slice(i + 1, close.cut ? close.index + 1 : close.index);
    const letter = close.cut ? [...plain.slice(0, -1), close.cut.head] : plain;
    if (plain.length > 0) {
      count++;
      out.push(enclosure(frame(letter), plain, close.cut?.tail, `${id}-letter${count === 1 ? '' : `-${count}`}`));
    }
    const end = blocks[close.index];
    if (end && close.found && !close.cut) out.push(end);
    i = close.found ? close.index : close.index - 1;
  }
  return out;
}

interface Close {
  /** The block with the closing words; the one behind the enclosure where there are none. */
  readonly index: number;
  readonly found: boolean;
  /** Where the closing words are glued to a paragraph: the paragraph without them, and they. */
  readonly cut?: { readonly head: ParagraphBlock; readonly tail: ParagraphBlock };
}

function findClose(blocks: readonly DocumentBlock[], from: number, cues: Cues): Close {
  for (let index = from; index < blocks.length; index++) {
    const block = blocks[index];
    if (block?.kind !== 'paragraph') continue;
    const text = plainText(block.content);
    if (cues.begin.test(text.trim())) return { index, found: false };
    const end = cues.end.exec(text);
    if (!end) continue;
    if (text.slice(0, end.index).trim() === '') return { index, found: true };
    return { index, found: true, cut: cutParagraph(block, end.index) };
  }
  return { index: blocks.length, found: false };
}

/** White space between the two stays with the first. */
function cutParagraph(block: ParagraphBlock, at: number): { head: ParagraphBlock; tail: ParagraphBlock } {
  const text = plainText(block.content);
  const place = placeOfSpan(block.content, at, text.length);
  return {
    head: {
      ...block,
      content: sliceContent(block.content, 0, at),
      place: placeAt(place.source, block.place.start, place.start),
    },
    tail: { kind: 'paragraph', content: sliceContent(block.content, at, text.length), runIn: true, place },
  };
}

function enclosure(
  blocks: readonly DocumentBlock[],
  plain: readonly DocumentBlock[],
  tail: ParagraphBlock | undefined,
  id: string,
): EnclosureBlock {
  const first = plain[0];
  const last = plain[plain.length - 1];
  if (!first || !last) throw new RangeError('an enclosure holds at least one block');
  const hasFrame = blocks.some((block) => block.kind === 'opener' || block.kind === 'closer');
  const type: DocumentKind = hasFrame ? 'letter' : 'message';
  return {
    kind: 'enclosure',
    type,
    id,
    blocks,
    plain,
    ...(tail && { tail }),
    place: spanPlaces(first.place, last.place),
  };
}
