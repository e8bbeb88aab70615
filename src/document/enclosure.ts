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
    if (!close) report(documentMessages['enclosure-not-closed']({ opened: text }, block.place));
    const last = close?.index ?? blocks.length;
    const plain = blocks.slice(i + 1, close?.cut ? last + 1 : last);
    if (plain.length === 0) continue;
    count++;
    const letter = close?.cut ? [...blocks.slice(i + 1, last), close.cut.head] : plain;
    out.push(enclosure(frame(letter), plain, close?.cut?.tail, `${id}-letter${count === 1 ? '' : `-${count}`}`));
    i = close?.cut ? last : last - 1;
  }
  return out;
}

interface Close {
  readonly index: number;
  /** Where the closing words are glued to a paragraph: the paragraph without them, and they. */
  readonly cut: { readonly head: ParagraphBlock; readonly tail: ParagraphBlock } | undefined;
}

function findClose(blocks: readonly DocumentBlock[], from: number, cues: Cues): Close | undefined {
  for (let index = from; index < blocks.length; index++) {
    const block = blocks[index];
    if (block?.kind !== 'paragraph') continue;
    const text = plainText(block.content);
    if (cues.begin.test(text.trim())) return undefined;
    const end = cues.end.exec(text);
    if (!end) continue;
    if (text.slice(0, end.index).trim() === '') return { index, cut: undefined };
    return { index, cut: cutParagraph(block, end.index) };
  }
  return undefined;
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
