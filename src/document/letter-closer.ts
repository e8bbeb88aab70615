/** The last paragraphs of a letter -> its closer, by where they stand and what they say; then postscripts (TEI Guidelines 4.2.2, 4.2.3). */
import { closingApart } from './closing-apart.js';
import { type PageBreakRun, plainText } from './content.js';
import { placeOfSpan, sliceContent, trimContent } from './content-edit.js';
import type { Cues } from './cues.js';
import type { DocumentBlock, FramePart, ParagraphBlock } from './document.js';
import { datelinePart, frame, MOST_LINES } from './frame.js';
import { type ClosingLine, closingLine } from './letter-line.js';
import { lastText, postscriptOf, postscriptStart } from './postscript.js';
import { isOfficeLine, signatureOf } from './signature.js';

/** More paragraphs than these behind a signature are no postscript. */
const MOST_BEHIND = 4;
/** A line of courtesies before close or name. */
const LONGEST_LEAD = 80;
/** What a writer has scribbled under a close. */
const LONGEST_SCRIBBLE = 50;

interface Range {
  readonly from: number;
  readonly to: number;
}

interface Line {
  readonly at: number;
  readonly block: ParagraphBlock;
  readonly text: string;
  readonly is: ClosingLine;
}

/** The blocks with a closer in place of the last ones; `opened`: it begins as a letter does. */
export function withLetterCloser(
  blocks: readonly DocumentBlock[],
  cues: Cues,
  language: string,
  opened: boolean,
): readonly DocumentBlock[] {
  const split = isClosing(blocks, cues, language) ? undefined : closingApart(blocks, cues, language, true);
  if (split) return withLetterCloser(split, cues, language, opened);
  const postscript = postscriptStart(blocks, cues);
  const end = lastText(blocks.slice(0, postscript)) + 1;
  const lines = lastLines(blocks, end, cues, language);
  const signed = signature(lines, opened);
  const start = signed ? closeStart(lines, signed.from) : closeAlone(lines);
  if (start === undefined) return blocks;
  const stop = signed ? signed.to : lines.length - 1;
  const first = lines[start]?.at ?? end;
  const last = lines[stop]?.at ?? end - 1;
  const parts = closerParts(blocks, lines.slice(start, stop + 1), cues, language);
  const behind = blocks.slice(last + 1);
  return [
    ...blocks.slice(0, first),
    frame('closer', parts, lines[start]?.block.runIn === true),
    ...behind.slice(0, firstText(behind)),
    ...postscriptOf(behind.slice(firstText(behind))),
  ];
}

/** The last paragraph closes as a whole: nothing is to be set apart from it. */
function isClosing(blocks: readonly DocumentBlock[], cues: Cues, language: string): boolean {
  const block = blocks[lastText(blocks.slice(0, postscriptStart(blocks, cues)))];
  return block?.kind === 'paragraph' && closingLine(block, cues, language).kind !== 'other';
}

function firstText(blocks: readonly DocumentBlock[]): number {
  const at = blocks.findIndex(({ kind }) => kind !== 'pageBreak');
  return at === -1 ? blocks.length : at;
}

/** The last paragraphs; the first text behind an opener is none of them: it is the body. */
function lastLines(blocks: readonly DocumentBlock[], end: number, cues: Cues, language: string): readonly Line[] {
  const body = blocks.findIndex(({ kind }) => kind !== 'pageBreak' && kind !== 'opener');
  const lines: Line[] = [];
  for (let at = end - 1; at > body && lines.length < MOST_LINES + MOST_BEHIND; at--) {
    const block = blocks[at];
    if (block?.kind === 'pageBreak') continue;
    if (block?.kind !== 'paragraph') break;
    const is = closingLine(block, cues, language);
    lines.unshift({ at, block, text: plainText(block.content).trim(), is });
  }
  return lines;
}

/** The paragraphs that hold the signature, and what belongs to it. */
function signature(lines: readonly Line[], opened: boolean): Range | undefined {
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    const isLast = lines.slice(at + 1).every(({ is }) => is.kind === 'dateline');
    if (!line || lines.length - at > MOST_BEHIND + 1) return undefined;
    const above = lines.slice(0, at).findLast(({ is }) => is.kind !== 'dateline')?.is.kind;
    const { kind } = line.is;
    if (kind === 'close') return undefined;
    if (kind === 'both' || kind === 'own') return widened(lines, at);
    if (kind === 'signed' && (isLast || above === 'close' || above === 'own')) return widened(lines, at);
    if (kind === 'other' && isLast && isScribble(line.text, above === 'close', opened)) return widened(lines, at);
  }
  return undefined;
}

/** Names above it, offices and a dateline below it. */
function widened(lines: readonly Line[], at: number): Range {
  let from = at;
  let to = at;
  while (lines[from - 1]?.is.kind === 'signed') from--;
  if (from < at && lines[from - 1]?.is.kind === 'both') from--;
  for (let next = to + 1; next < lines.length; next++) {
    const line = lines[next];
    const isOffice = line?.is.kind !== 'dateline' && next === to + 1 && isBelowName(line?.text ?? '');
    if (!line || !(line.is.kind === 'dateline' || isOffice)) break;
    to = next;
  }
  return { from, to };
}

/** An office in a paragraph of its own; an address has figures, a postscript is a sentence. */
function isBelowName(text: string): boolean {
  return text.length <= LONGEST_SCRIBBLE && !/\d/.test(text) && text.split(/\s+/u).length <= 6 && isOfficeLine(text);
}

/** What nobody would take for a name stands where one does: under a close, or alone under the text of a letter. */
function isScribble(text: string, closes: boolean, opened: boolean): boolean {
  if (text.length > LONGEST_SCRIBBLE || /[?!:,;]$/.test(text)) return false;
  const words = text.split(/\s+/u).length;
  return closes ? words <= 6 : opened && words <= 4 && !text.endsWith('.') && !/\d/.test(text);
}

/** Where close, courtesies and datelines before the signature begin. */
function closeStart(lines: readonly Line[], signed: number): number {
  let at = signed;
  while (at > 0) {
    const line = lines[at - 1];
    if (!line || line.block.runIn) break;
    const isLead =
      line.text.length <= LONGEST_LEAD && !/[.?!:;…–—-]["”“»]?$/u.test(line.text) && line.is.kind === 'other';
    if (!isLead && !['close', 'own', 'dateline'].includes(line.is.kind)) break;
    at--;
  }
  return at;
}

/** A close that nobody has signed. */
function closeAlone(lines: readonly Line[]): number | undefined {
  let last = lines.length - 1;
  while (lines[last]?.is.kind === 'dateline') last--;
  return lines[last]?.is.kind === 'close' ? closeStart(lines, last) : undefined;
}

function closerParts(
  blocks: readonly DocumentBlock[],
  lines: readonly Line[],
  cues: Cues,
  language: string,
): readonly (FramePart | PageBreakRun)[] {
  const parts: (FramePart | PageBreakRun)[] = [];
  let names: ParagraphBlock[] = [];
  let glue: FramePart['glue'] = 'paragraph';
  const sign = () => {
    if (names.length > 0) parts.push(signatureOf(names, glue));
    names = [];
    glue = 'paragraph';
  };
  const first = lines[0]?.at ?? 0;
  const lastName = lines.findLast(({ is }) => is.kind !== 'dateline')?.at;
  let isSigned = false;
  for (let at = first; at <= (lines.at(-1)?.at ?? -1); at++) {
    const block = blocks[at];
    const line = lines.find((each) => each.at === at);
    if (block?.kind === 'pageBreak') {
      sign();
      parts.push(block);
    } else if (line) {
      const { kind } = line.is;
      const dated = kind === 'dateline' ? datelinePart(line.block, language, cues) : undefined;
      if (dated) {
        sign();
        parts.push(dated);
      } else if (line.is.kind === 'both') {
        const both = apart(line.block, line.is.cut);
        parts.push(both.salute);
        names.push(both.name);
        glue = both.glue;
        isSigned = true;
      } else if (kind === 'signed' || isSigned || (at === lastName && kind !== 'close')) {
        names.push(line.block);
        isSigned = true;
      } else {
        parts.push({ kind: 'salute', content: line.block.content, glue: 'paragraph', place: line.block.place });
      }
    }
  }
  sign();
  return parts;
}

/** `Herzlichst Ihr` and `Arthur`, and what is typed between them. */
function apart(
  block: ParagraphBlock,
  cut: number,
): { readonly salute: FramePart; readonly name: ParagraphBlock; readonly glue: FramePart['glue'] } {
  const text = plainText(block.content);
  const gap = text.length - text.slice(cut).trimStart().length - cut;
  const typed = text.slice(0, cut + gap);
  const white = /\s*$/u.exec(typed)?.[0] ?? '';
  const { place } = block;
  const content = sliceContent(block.content, cut + gap, text.length);
  return {
    salute: { kind: 'salute', content: trimContent(sliceContent(block.content, 0, cut)), glue: 'paragraph', place },
    name: { kind: 'paragraph', content, place: placeOfSpan(content, 0, plainText(content).length) },
    glue: white === '' ? '' : white.includes('\n') ? '\n' : ' ',
  };
}
