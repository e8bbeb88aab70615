/** The last paragraphs of a letter -> its closer: complimentary close, signature, dateline; then postscripts (TEI Guidelines 4.2.2). */
import { closingApart } from './closing-apart.js';
import { closingStart, namedStart } from './closing-start.js';
import { type PageBreakRun, plainText } from './content.js';
import { partAt } from './content-edit.js';
import type { Cues } from './cues.js';
import type { DocumentBlock, FramePart, ParagraphBlock } from './document.js';
import { endOfClose } from './end-of-close.js';
import { datelinePart, frame } from './frame.js';
import { lastText, postscriptOf, postscriptStart, unmarkedPostscript } from './postscript.js';
import { isNameLine, signatureOf } from './signature.js';
import { signatureParts, signerParts, signersStart } from './signers.js';

/**
 * The blocks with a closer in place of the last ones, from the complimentary close on. Without such words a last line that
 * is a name alone is a signature, where `signatureAlone` says that the document is of a kind that is signed so.
 */
export function withCloser(
  blocks: readonly DocumentBlock[],
  cues: Cues,
  language: string,
  signatureAlone: boolean,
  isLetter = false,
): readonly DocumentBlock[] {
  const split = closingApart(blocks, cues, language, isLetter);
  if (split) return withCloser(split, cues, language, signatureAlone, isLetter);
  const marked = postscriptStart(blocks, cues);
  const postscript = marked === blocks.length && isLetter ? unmarkedPostscript(blocks, cues, language) : marked;
  const end = lastText(blocks.slice(0, postscript)) + 1;
  const close = closingStart(blocks, end, cues, language);
  const closed = close === undefined || (!isLetter && goesOn(blocks, close, end)) ? undefined : close;
  const named =
    closed === undefined && isLetter && signatureAlone ? namedStart(blocks, end, cues, language) : undefined;
  const alone = closed === undefined && named === undefined && signatureAlone;
  const start = closed ?? named ?? (alone ? signersStart(blocks, end) : undefined);
  const nameAt = isLetter ? blocks.slice(0, end).findLastIndex(isSignature) : -1;
  // A text needs a body between its opener and its closer.
  const hasBody = blocks.slice(0, start).some(({ kind }) => kind !== 'pageBreak' && kind !== 'opener');
  if (start === undefined || !hasBody) return blocks;
  const parts: (FramePart | PageBreakRun)[] = [];
  let lines: ParagraphBlock[] = [];
  let glue: FramePart['glue'] = 'paragraph';
  const sign = () => {
    const [line, more] = lines;
    if (line) parts.push(...(more ? [signatureOf(lines, glue)] : signatureParts(line, glue)));
    lines = [];
    glue = 'paragraph';
  };
  if (alone) parts.push(...signerParts(blocks.slice(start, end)));
  for (const [index, block] of alone ? [] : blocks.slice(start, end).entries()) {
    if (block.kind === 'pageBreak') {
      sign();
      parts.push(block);
    } else if (block.kind === 'paragraph') {
      const dated = datelinePart(block, language, cues);
      const isFirst = lines.length === 0 && parts.every((part) => part.kind === 'salute');
      const leads = index + start < nameAt && !isSignature(block);
      const close = isFirst ? saluteOf(block, cues) : undefined;
      // `Addio, voglimi bene.` above a name: what stands behind the close signs nothing.
      const salute = isFirst && leads && !(close && signs(close.rest)) ? leadOf(block) : close;
      if (dated) {
        sign();
        parts.push(dated);
      } else if (salute) {
        parts.push(salute.part);
        if (salute.rest) lines.push(salute.rest);
        glue = salute.glue;
      } else lines.push(block);
    }
  }
  sign();
  const behind = blocks.slice(end, postscript);
  return [
    ...blocks.slice(0, start),
    frame('closer', parts, opensInLine(blocks[start])),
    ...behind,
    ...postscriptOf(blocks.slice(postscript)),
  ];
}

function opensInLine(block: DocumentBlock | undefined): boolean {
  return block?.kind === 'paragraph' && block.runIn === true;
}

/** `Respectfully, N. Khrushchev`: the close, and what stands behind it in the same line. */
function saluteOf(
  block: ParagraphBlock,
  cues: Cues,
):
  | { readonly part: FramePart; readonly rest: ParagraphBlock | undefined; readonly glue: FramePart['glue'] }
  | undefined {
  const text = plainText(block.content);
  const lead = text.length - text.trimStart().length;
  const cut = endOfClose(text, lead, cues);
  if (cut === lead) return undefined;
  const { place } = block;
  if (text.slice(cut).trim() === '')
    return {
      part: { kind: 'salute', content: block.content, glue: 'paragraph', place },
      rest: undefined,
      glue: 'paragraph',
    };
  const { first, second, glue } = partAt(block.content, cut);
  return {
    part: { kind: 'salute', content: first, glue: 'paragraph', place },
    rest: { kind: 'paragraph', content: second, place },
    glue,
  };
}

/** A line of courtesies above the name: all of it is salutation. */
function leadOf(block: ParagraphBlock): ReturnType<typeof saluteOf> {
  const part: FramePart = { kind: 'salute', content: block.content, glue: 'paragraph', place: block.place };
  return { part, rest: undefined, glue: 'paragraph' };
}

/** Nothing, or lines that may be a name and what is below it. */
function signs(rest: ParagraphBlock | undefined): boolean {
  return rest === undefined || !/[.!?]$/.test(plainText(rest.content).trim());
}

function isSignature(block: DocumentBlock): boolean {
  return block.kind === 'paragraph' && isNameLine(plainText(block.content).trim());
}

/** `[Enclosure]`, `[Stamped: ...]`; `Signed original will follow by pouch.`: what stands so below a name signs nothing. */
const NO_SIGNATURE =
  /^\[(?:sub)?(?:enclosure|attachment|annex|appendix|tab|stamped|in )|\p{Ll}{3,} \p{Ll}{3,}.*[.!?]$|^SUBJECT$/iu;

/** Below close and name stands what is none of it: the close is that of a letter in the document, which no closer may end. */
function goesOn(blocks: readonly DocumentBlock[], close: number, end: number): boolean {
  const below = blocks.slice(close + 1, end);
  const name = below.findIndex(isSignature);
  return (
    name !== -1 &&
    below
      .slice(name + 1)
      .some((block) => block.kind === 'paragraph' && NO_SIGNATURE.test(plainText(block.content).trim()))
  );
}
