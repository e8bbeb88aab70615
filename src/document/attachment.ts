/** `[Enclosure]`, `Annex A` in a document with a file number -> what is attached to it, each with its own opener, head and closer. */
import { spanPlaces } from '../source/index.js';
import { plainText } from './content.js';
import { annotate } from './content-edit.js';
import type { Cues } from './cues.js';
import type { AttachmentBlock, DocumentBlock, HeadingBlock, ParagraphBlock } from './document.js';
import type { Frame } from './enclosure.js';
import { isTitle } from './find-head.js';
import { datelineIn, frame as frameOf } from './frame.js';
import { headSpans, parseHead } from './head.js';
import { isMarking } from './marking.js';
import { paragraphText } from './paragraph-text.js';

const MARK =
  /^(?:(?<set>\[)?(?:Sub|Sub-)?(?:Enclosure|Inclosure|Attachment|Annex|Appendix|Tab)(?: (?:No\. ?)?(?:[“"]?[A-Z]{1,2}[”"]?|\d{1,2}|[IVX]{1,4}))?(?: in No\. ?\d{1,4})?(?:\.?\])?)$/iu;

/** The blocks with attachments in place of what stands behind such words; each part is framed by itself. */
export function withAttachments(
  blocks: readonly DocumentBlock[],
  id: string,
  cues: Cues,
  language: string,
  frame: Frame,
): readonly DocumentBlock[] {
  const starts = blocks.flatMap((block, index) => (isMark(block) ? [index] : []));
  const main = frame(blocks.slice(0, starts[0]));
  if (starts.length === 0 || !hasBody(main)) return frame(blocks);
  const closed = main.some(({ kind }) => kind === 'closer' || kind === 'postscript');
  const attached: AttachmentBlock[] = [];
  for (const [number, start] of starts.entries()) {
    const own = attachedBlocks(blocks.slice(start, starts[number + 1]), cues, language, frame);
    const first = own[0];
    const last = own[own.length - 1];
    if (!first || !last || !hasBody(own)) return frame(blocks);
    const place = spanPlaces(first.place, last.place);
    attached.push({ kind: 'attachment', id: `${id}at${number + 1}`, closed, blocks: own, place });
  }
  return [...main, ...attached];
}

const LONGEST_MARK = 40;

function isMark(block: DocumentBlock | undefined): block is ParagraphBlock {
  if (block?.kind !== 'paragraph') return false;
  const line = paragraphText(block);
  return line.length <= LONGEST_MARK && /^[[A-Z]/.test(line) && MARK.test(line);
}

/** Behind words in brackets, and a marking, the title is the head; words without brackets are the head themselves. */
function attachedBlocks(
  [mark, ...rest]: readonly DocumentBlock[],
  cues: Cues,
  language: string,
  frame: Frame,
): readonly DocumentBlock[] {
  if (mark?.kind !== 'paragraph') return [];
  if (!paragraphText(mark).startsWith('[')) return [headingOf(mark), ...frame(rest)];
  const markings = rest.findIndex((block) => block.kind !== 'paragraph' || !isMarking(paragraphText(block)));
  const marked = [mark, ...rest.slice(0, Math.max(0, markings))].flatMap((block) =>
    block.kind === 'paragraph' ? [block] : [],
  );
  const opener = frameOf(
    'opener',
    marked.map(({ content, place }) => ({ kind: 'text', content, glue: 'paragraph', place })),
  );
  const behind = rest.slice(marked.length - 1);
  const at = behind.findIndex(({ kind }) => kind !== 'pageBreak');
  const title = behind[at];
  const isHead =
    title?.kind === 'paragraph' &&
    isTitle(title) &&
    behind.length > at + 1 &&
    datelineIn(paragraphText(title), language, cues) === undefined;
  if (!isHead) return [opener, ...frame(behind)];
  return [opener, ...behind.slice(0, at), headingOf(title), ...frame(behind.slice(at + 1))];
}

/** Who wrote is told where to whom is told as well: `Paraphrase of a Telegram From the Foreign Office` is not. */
function headingOf({ content, place }: ParagraphBlock): HeadingBlock {
  const head = parseHead(plainText(content));
  const isAddressed = head.parties.some(({ role }) => role === 'to');
  return { kind: 'heading', content: isAddressed ? annotate(content, headSpans(head)) : content, place };
}

/** TEI asks for a body between opener and closer. */
function hasBody(blocks: readonly DocumentBlock[]): boolean {
  return blocks.some(({ kind }) => /^(?:paragraph|list|table|quotation|enclosure)$/.test(kind));
}
