/** The last paragraphs of a letter -> its closer: complimentary close, signature, dateline; then postscripts (TEI Guidelines 4.2.2). */
import { placeAt, spanPlaces } from '../source/index.js';
import { type PageBreakRun, plainText } from './content.js';
import { placeOfSpan, sliceContent, trimContent } from './content-edit.js';
import type { Cues } from './cues.js';
import type { DocumentBlock, FramePart, ParagraphBlock } from './document.js';
import { datelineIn, datelinePart, frame, MOST_LINES, splitAtLine } from './frame.js';
import { isNameLine, isOfficeLine, signatureOf } from './signature.js';

/** A closing line is short; what is longer is a paragraph of the text. */
const LONGEST_LINE = 140;
/** The end of a letter that is quoted in the document, or lines of a form that is filled in below. */
const NOT_CLOSING =
  /["“”]$|^(?:end\b|unquote|attachments?\b|enclosures?\b|(?:dis)?approved?\b|(?:dis)?agree\b|other\b)/iu;

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
  const split =
    closingLinesApart(blocks, cues, language) ??
    (isLetter ? (closeApart(blocks, cues) ?? nameApart(blocks, cues, language)) : undefined);
  if (split) return withCloser(split, cues, language, signatureAlone, isLetter);
  const marked = postscriptStart(blocks, cues);
  const postscript = marked === blocks.length && isLetter ? unmarkedPostscript(blocks, cues, language) : marked;
  const end = lastText(blocks.slice(0, postscript)) + 1;
  const closed = closingStart(blocks, end, cues, language);
  const named =
    closed === undefined && isLetter && signatureAlone ? namedStart(blocks, end, cues, language) : undefined;
  const alone = closed === undefined && named === undefined && signatureAlone;
  const start = closed ?? named ?? (alone ? signatureStart(blocks, end) : undefined);
  const nameAt = isLetter ? blocks.slice(0, end).findLastIndex(isSignature) : -1;
  // A text needs a body between its opener and its closer.
  const hasBody = blocks.slice(0, start).some(({ kind }) => kind !== 'pageBreak' && kind !== 'opener');
  if (start === undefined || !hasBody) return blocks;
  const parts: (FramePart | PageBreakRun)[] = [];
  let lines: ParagraphBlock[] = [];
  let glue: FramePart['glue'] = 'paragraph';
  const sign = () => {
    if (lines.length > 0) parts.push(signatureOf(lines, glue));
    lines = [];
    glue = 'paragraph';
  };
  for (const [index, block] of blocks.slice(start, end).entries()) {
    if (block.kind === 'pageBreak') {
      sign();
      parts.push(block);
    } else if (block.kind === 'paragraph') {
      const dated = datelinePart(block, language, cues);
      const isFirst = lines.length === 0 && parts.every((part) => part.kind === 'salute');
      const leads = index + start < nameAt && !isSignature(block);
      const salute = isFirst ? (saluteOf(block, cues) ?? (leads ? leadOf(block) : undefined)) : undefined;
      if (dated) {
        sign();
        parts.push(dated);
      } else if (salute) {
        parts.push(salute.part);
        if (salute.rest) lines.push(salute.rest);
        glue = salute.glue;
      } else if (alone && lines.length > 0) {
        sign();
        parts.push({ kind: 'text', content: block.content, glue: 'paragraph', place: block.place });
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

/** Closing lines that stand in the last paragraph of the body are set apart from it; undefined where there are none. */
function closingLinesApart(
  blocks: readonly DocumentBlock[],
  cues: Cues,
  language: string,
): readonly DocumentBlock[] | undefined {
  const at = lastText(blocks.slice(0, postscriptStart(blocks, cues)));
  const block = blocks[at];
  if (block?.kind !== 'paragraph') return undefined;
  const lines = plainText(block.content).split('\n');
  const index = lines.findIndex((line) => cues.close.test(line.trim()));
  const closing = lines.slice(index);
  if (index < 1 || closing.length > MOST_LINES) return undefined;
  const isClosing = (line: string) => line.length <= 60 || datelineIn(line, language, cues) !== undefined;
  if (!closing.every(isClosing)) return undefined;
  return [...blocks.slice(0, at), ...splitAtLine(block, index), ...blocks.slice(at + 1)];
}

function opensInLine(block: DocumentBlock | undefined): boolean {
  return block?.kind === 'paragraph' && block.runIn === true;
}

/** `... tomorrow. Ever yours, Tom`: a close at the end of the last paragraph is set apart from it. */
function closeApart(blocks: readonly DocumentBlock[], cues: Cues): readonly DocumentBlock[] | undefined {
  const at = lastText(blocks.slice(0, postscriptStart(blocks, cues)));
  const block = blocks[at];
  if (block?.kind !== 'paragraph' || block.runIn) return undefined;
  const text = plainText(block.content);
  for (const { index, 0: gap } of text.matchAll(/(?<=[.!?–—]["”“»’)]?)\s+(?=\p{L})/gu)) {
    const from = index + gap.length;
    if (text.length - from > LONGEST_RUN_IN) continue;
    const end = endOfClose(text, from, cues);
    const name = text.slice(end).trim();
    if (end === from || !(name === '' || isNameLine(name.replace(/\.$/, '')))) continue;
    return [
      ...blocks.slice(0, at),
      {
        ...block,
        content: sliceContent(block.content, 0, from),
        place: placeAt(block.place.source, block.place.start, placeOfSpan(block.content, 0, from).end),
      },
      {
        kind: 'paragraph',
        content: sliceContent(block.content, from, text.length),
        runIn: true,
        place: placeOfSpan(block.content, from, text.length),
      },
      ...blocks.slice(at + 1),
    ];
  }
  return undefined;
}

/** A name in the last line of the last paragraph is set apart from it; a dateline may stand below. */
function nameApart(
  blocks: readonly DocumentBlock[],
  cues: Cues,
  language: string,
): readonly DocumentBlock[] | undefined {
  let at = lastText(blocks.slice(0, postscriptStart(blocks, cues)));
  const last = blocks[at];
  if (last?.kind === 'paragraph' && datelineIn(plainText(last.content), language, cues)) at--;
  const block = blocks[at];
  if (block?.kind !== 'paragraph') return undefined;
  const lines = plainText(block.content).split('\n');
  const isName =
    lines.length > 1 && isNameLine((lines.at(-1) ?? '').trim()) && !cues.close.test(lines[0]?.trim() ?? '');
  return isName
    ? [...blocks.slice(0, at), ...splitAtLine(block, lines.length - 1), ...blocks.slice(at + 1)]
    : undefined;
}

const LONGEST_RUN_IN = 120;
const MOST_PARAGRAPHS_BEHIND = 4;

/** Where a text goes on behind close and signature; the end where it does not. */
function unmarkedPostscript(blocks: readonly DocumentBlock[], cues: Cues, language: string): number {
  if (closingStart(blocks, lastText(blocks) + 1, cues, language) !== undefined) return blocks.length;
  const text = (index: number): string => {
    const block = blocks[index];
    return block?.kind === 'paragraph' ? plainText(block.content).trim() : '';
  };
  for (let at = blocks.length - 2; at > 0 && blocks.length - at <= MOST_PARAGRAPHS_BEHIND + 3; at--) {
    const line = text(at);
    if (line === '' || line.length > LONGEST_LINE || !cues.close.test(line)) continue;
    const name = line.slice(endOfClose(line, 0, cues)).trim();
    if (isNameLine(name.replace(/\.$/, ''))) return at + 1;
    return isNameLine(text(at + 1).replace(/\.$/, '')) ? at + 2 : blocks.length;
  }
  return blocks.length;
}

/** Where the last paragraph that begins as a postscript does stands; the end where there is none. */
function postscriptStart(blocks: readonly DocumentBlock[], cues: Cues): number {
  const index = blocks.findLastIndex(
    (block) => block.kind === 'paragraph' && cues.postscript.test(plainText(block.content).trimStart()),
  );
  const isPlain = blocks
    .slice(index)
    .every(({ kind }) => kind === 'paragraph' || kind === 'pageBreak' || kind === 'list');
  return index > 0 && isPlain ? index : blocks.length;
}

function postscriptOf(blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  const first = blocks[0];
  const last = blocks[blocks.length - 1];
  return first && last ? [{ kind: 'postscript', blocks, place: spanPlaces(first.place, last.place) }] : [];
}

function lastText(blocks: readonly DocumentBlock[]): number {
  for (let i = blocks.length - 1; i >= 0; i--) if (blocks[i]?.kind !== 'pageBreak') return i;
  return -1;
}

/** Where the complimentary close stands, if all behind it are closing lines. */
function closingStart(blocks: readonly DocumentBlock[], end: number, cues: Cues, language: string): number | undefined {
  for (let i = end - 1; i >= 0 && end - i <= MOST_LINES; i--) {
    const block = blocks[i];
    if (block?.kind === 'pageBreak') continue;
    if (block?.kind !== 'paragraph') return undefined;
    const line = plainText(block.content).trim();
    if (line.length > LONGEST_LINE || cues.postscript.test(line) || NOT_CLOSING.test(line)) return undefined;
    if (cues.close.test(line)) return firstOfCloses(blocks, i, cues);
    if (/[.!?]["”’]?$/.test(line) && line.split(' ').length > 14 && !datelineIn(line, language, cues)) return undefined;
  }
  return undefined;
}

/** A close may be of several paragraphs: `Mit vielen Empfehlungen` and `Ihr ergebener`. */
function firstOfCloses(blocks: readonly DocumentBlock[], from: number, cues: Cues): number {
  let at = from;
  while (at > 1) {
    const block = blocks[at - 1];
    const line = block?.kind === 'paragraph' ? plainText(block.content).trim() : '';
    const isLead = line !== '' && line.length <= LONGEST_LEAD && (cues.close.test(line) || cues.closeLead.test(line));
    if (!isLead) break;
    at--;
  }
  return at;
}

const LONGEST_LEAD = 80;

/** A last paragraph that is a name, offices in the lines below it, or in a paragraph of their own. */
function signatureStart(blocks: readonly DocumentBlock[], end: number): number | undefined {
  const lines = (index: number): readonly string[] => {
    const block = blocks[index];
    return block?.kind === 'paragraph' ? plainText(block.content).trim().split('\n') : [];
  };
  const signs = ([name = '', ...offices]: readonly string[]) =>
    isNameLine(name.trim()) && offices.length <= 3 && offices.every(isOfficeLine);
  if (end >= 2 && signs(lines(end - 1))) return end - 1;
  const [office = '', ...more] = lines(end - 1);
  return end >= 3 && more.length === 0 && isOfficeLine(office) && signs(lines(end - 2)) ? end - 2 : undefined;
}

/** A letter's last name line, below short lines of courtesies, or a dateline below it. */
function namedStart(blocks: readonly DocumentBlock[], end: number, cues: Cues, language: string): number | undefined {
  let at = end - 1;
  const line = (index: number): string => {
    const block = blocks[index];
    return block?.kind === 'paragraph' ? plainText(block.content).trim() : '';
  };
  while (at > 1 && datelineIn(line(at), language, cues)) at--;
  if (at < 1 || !isNameLine(line(at))) return undefined;
  while (at > 1) {
    const before = line(at - 1);
    const isShort = before !== '' && before.length <= LONGEST_LEAD;
    if (!isShort || (/[.?!:]$/.test(before) && !cues.close.test(before) && !cues.closeLead.test(before))) break;
    at--;
  }
  return at;
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
  const behind = text.slice(cut);
  const { place } = block;
  const gap = /^[\t-\r ]*/.exec(behind)?.[0].length ?? 0;
  if (gap === behind.length)
    return {
      part: { kind: 'salute', content: block.content, glue: 'paragraph', place },
      rest: undefined,
      glue: 'paragraph',
    };
  const start = cut + gap;
  return {
    part: { kind: 'salute', content: trimContent(sliceContent(block.content, 0, cut)), glue: 'paragraph', place },
    rest: { kind: 'paragraph', content: sliceContent(block.content, start, text.length), place },
    glue: gap === 0 ? '' : /[\r\n]/.test(behind.slice(0, gap)) ? '\n' : ' ',
  };
}

/** A line of courtesies above the name: all of it is salutation. */
function leadOf(block: ParagraphBlock): ReturnType<typeof saluteOf> {
  const part: FramePart = { kind: 'salute', content: block.content, glue: 'paragraph', place: block.place };
  return { part, rest: undefined, glue: 'paragraph' };
}

function isSignature(block: DocumentBlock): boolean {
  return block.kind === 'paragraph' && isNameLine(plainText(block.content).trim());
}

/** Behind the close and its punctuation; a close may go on in the next line: `Believe me, dear Madam,` `Yours truly,`. */
function endOfClose(text: string, from: number, cues: Cues): number {
  const gap = /^[\t-\r ]*/.exec(text.slice(from))?.[0].length ?? 0;
  const close = cues.close.exec(text.slice(from + gap));
  if (!close) return from;
  const ended = from + gap + close[0].length;
  // "Herzliche Grüße, auch an Ihre Frau, von Ihrem": no name begins with a small letter.
  const more = /^,? (?!(?:von|v\.|van|de|du|di|la|le) ?\p{Lu})\p{Ll}[^\n.]{2,50}(?=\n|$)/u.exec(text.slice(ended))?.[0]
    .length;
  if (more) return endOfClose(text, ended + more, cues);
  // "Viele Grüße von Haus zu Haus!": the line is a call.
  const behind = ended + (/^[ ][^\n!.,:;]{1,40}(?=!\s*\n)/.exec(text.slice(ended))?.[0].length ?? 0);
  const punctuation = /^(?:[\t-\r ]*[,.:;!—-])?[”"’)\]]*/.exec(text.slice(behind))?.[0].length ?? 0;
  return endOfClose(text, behind + punctuation, cues);
}
