/** The first paragraphs of a letter -> its opener, by where they stand and what they say (TEI Guidelines 4.2.2). */
import { type PageBreakRun, plainText } from './content.js';
import { inAnyLanguage } from './cue-languages/any-language.js';
import type { Cues } from './cues.js';
import { hasDateWord } from './date-word.js';
import type { DocumentBlock, FramePart, ParagraphBlock } from './document.js';
import { datelineIn, datelinePart, frame, isOnlyMarks, lineBlock } from './frame.js';
import { isAddressSide, isCalledAddress, isToward } from './letter-address.js';
import { datelineOf, isDatedBlock, isShortDateline } from './letter-dateline.js';
import { isSalutation, MOST_WORDS_IN_CALL, runsOn } from './letter-salutation.js';
import {
  datedLetterhead,
  isAddressBlock,
  isDatedLetterhead,
  isPrinted,
  isReference,
  isSheetMark,
  isShortBlock,
  LONGEST_CLAUSE,
  LONGEST_LINE,
  MOST_BLOCKS,
  MOST_LINES,
  OF_OFFICE,
} from './letterhead.js';
import { isInsideAddress, openingBlocks } from './opener.js';
import { openingLine } from './opening-line.js';
import { paragraphText } from './paragraph-text.js';

/** `Kees,`, `Mein süßes Herz!`: a salutation that no table knows is short, and a longer text follows. */
const LONGEST_CALL = 45;
const MOST_WORDS_BELOW_DAY = 3;
const SHORTEST_TEXT = 40;
const LONGEST_PLACE = 40;
const MOST_WORDS_IN_PLACE = 5;

type Part = FramePart['kind'];

/** The blocks with an opener in place of the datelines, addresses and salutations that they begin with. */
export function withLetterOpener(
  blocks: readonly DocumentBlock[],
  cues: Cues,
  language: string,
): readonly DocumentBlock[] {
  const begin = blocks.findIndex((block) => block.kind !== 'pageBreak');
  if (begin === -1) return blocks;
  const lead = openingBlocks(blocks.slice(begin), cues, language);
  const side = isAddressSide(lead) ? 1 : 0;
  const letter = lead.slice(side);
  const called = Math.max(findSalutation(letter, cues, language), datedAddress(letter, cues, language));
  const letterhead = datedLetterhead(letter, cues, language);
  const printed = letterhead && letterhead.last > called ? letterhead : undefined;
  const parts: (FramePart | PageBreakRun)[] = [];
  let used = 0;
  let taken = 0;
  for (const [index, block] of lead.entries()) {
    if (block.kind === 'pageBreak') {
      parts.push(block);
      continue;
    }
    if (block.kind !== 'paragraph') break;
    const line = index < side ? undefined : openingLine(block, cues, language);
    if (line?.rest) {
      const opener = frame('opener', [...parts, ...line.parts]);
      return [...blocks.slice(0, begin), opener, line.rest, ...lead.slice(index + 1)];
    }
    const found =
      line?.parts ??
      (index < side || (used > 0 && isOnlyMarks(block))
        ? wholeAs('text', block)
        : printed && index - side <= printed.last
          ? [index - side === printed.day ? datelineOf(block, cues, language) : wholeAs('text', block)].flat()
          : partsOf(block, index - side, printed?.last ?? called, cues, language));
    if (found.length === 0) break;
    parts.push(...found);
    used = parts.length;
    taken = index + 1;
  }
  if (used === 0) return blocks;
  return [...blocks.slice(0, begin), frame('opener', withOwnAddress(parts.slice(0, used), cues)), ...lead.slice(taken)];
}

/** `À M. Bertin`, where he is maybe, and below it the day or the text: it needs no salutation. -1 where the letter does not begin so. */
function datedAddress(blocks: readonly DocumentBlock[], cues: Cues, language: string): number {
  if (isAddressBelowDay(blocks, cues, language)) return 1;
  if (!isAddressBlock(blocks[0], cues)) return -1;
  for (let at = 1; at < MOST_LINES; at++) {
    const block = blocks[at];
    if (block?.kind !== 'paragraph') return -1;
    if (datelinePart(block, language, cues)) return at;
    if (at === 1 && blocks.length > 2 && plainText(block.content).length > LONGEST_CLAUSE) return 0;
    if (!isShortBlock(block)) return -1;
  }
  return -1;
}

/** `Berlin, den 3. Mai`, below it `An den Verlag Beck` and where that is, then the text. */
function isAddressBelowDay(blocks: readonly DocumentBlock[], cues: Cues, language: string): boolean {
  const [day, address, text] = blocks;
  return (
    day?.kind === 'paragraph' &&
    (datelinePart(day, language, cues) !== undefined || isShortDateline(paragraphText(day))) &&
    isAddressBlock(address, cues) &&
    paragraphText(text).length > LONGEST_CLAUSE
  );
}

/** Where the writer lives stands in place of a dateline, if nothing says the day. */
function withOwnAddress(
  parts: readonly (FramePart | PageBreakRun)[],
  cues: Cues,
): readonly (FramePart | PageBreakRun)[] {
  if (parts.some(({ kind }) => kind === 'dateline')) return parts;
  const texts = parts.filter(({ kind }) => kind === 'text');
  return parts.map((part) =>
    part.kind === 'text' && (isOwnAddress(part, cues) || (texts.length === 1 && isPlace(part, cues)))
      ? { ...part, kind: 'dateline' }
      : part,
  );
}

const NEAR = `${inAnyLanguage('near')} `;
/** `bei Berlin`. */
const NEAR_PLACE = new RegExp(`^${NEAR}\\p{Lu}\\p{L}+$`, 'u');
const LANE = inAnyLanguage('lane');
const PLACE = new RegExp(`^(?:\\d{1,4}\\p{Ll}?,? (?:${LANE} )?|${NEAR}|${LANE} )?\\p{Lu}\\p{Ll}[^\\n!?:]*$`, 'u');

/** `Torre del Greco.`: a few words in a line of their own, and no title of a person or of the letter. */
function isPlace({ content }: FramePart, cues: Cues): boolean {
  const line = plainText(content).trim().replace(/!$/, '');
  return (
    line.length <= LONGEST_PLACE &&
    PLACE.test(line) &&
    line.split(/\s+/u).length <= MOST_WORDS_IN_PLACE &&
    !cues.addressee.test(line) &&
    !isToward(line) &&
    !isSheetMark(line) &&
    !/^(?:No\b|Nr\b|Nº)/u.test(line)
  );
}

/** `Friedenau` and below it `Lindenstr. 7.`; no name of another before it. */
function isOwnAddress({ content }: FramePart, cues: Cues): boolean {
  const lines = plainText(content).trim().split('\n');
  return (
    lines.length <= 3 &&
    cues.street.test(lines.at(-1)?.trim() ?? '') &&
    !lines.some((line) => cues.addressee.test(line.trim()))
  );
}

function wholeAs(kind: Part, { content, place }: ParagraphBlock): readonly FramePart[] {
  return [{ kind, content, glue: 'paragraph', place }];
}

function partsOf(
  block: ParagraphBlock,
  index: number,
  saluteAt: number,
  cues: Cues,
  language: string,
): readonly FramePart[] {
  const { content } = block;
  const part = (kind: Part) => wholeAs(kind, block);
  if (index < saluteAt && isReference(paragraphText(block))) return part('text');
  // Of several lines above the salutation, they say to whom the letter goes.
  if (isSalutation(block, cues)) return part(index < saluteAt && isOfLines(block) ? 'text' : 'salute');
  const known = knownLines(block, cues, language);
  if (known.length > 0) return known;
  const whole = datelinePart(block, language, cues);
  if (index === saluteAt && !whole && isAddressBlock(block, cues)) return part('text');
  if (index === saluteAt && !whole && runsOn(block, cues)) return [];
  if (index === saluteAt && !whole && !isDatedBlock(block)) return part('salute');
  if (whole) return [whole];
  if (index > saluteAt)
    return index === 0 &&
      (isShortDateline(plainText(content).trim()) ||
        isDatedAddress(block, cues, language) ||
        isDatedLetterhead(block, cues, language))
      ? [datelineOf(block, cues, language)]
      : [];
  return isDatedBlock(block) || isDatedLetterhead(block, cues, language)
    ? [datelineOf(block, cues, language)]
    : part('text');
}

function isOfLines({ content }: ParagraphBlock): boolean {
  return plainText(content).trim().includes('\n');
}

/** `Bremen, den 17. Okt. 1920`, and to whom or where in the lines below it. */
function isDatedAddress({ content }: ParagraphBlock, cues: Cues, language: string): boolean {
  const [first = '', ...below] = plainText(content).trim().split('\n');
  return (
    below.length > 0 &&
    below.length < MOST_LINES &&
    datelineIn(first, language, cues) !== undefined &&
    below.every((line) => line.length <= LONGEST_LINE) &&
    below.some((line) => cues.addressee.test(line.trim()) || cues.street.test(line.trim()))
  );
}

/** The salutation that the paragraphs before it lead up to; -1 where there is none. */
function findSalutation(blocks: readonly DocumentBlock[], cues: Cues, language: string): number {
  for (const [index, block] of blocks.slice(0, MOST_BLOCKS).entries()) {
    if (block.kind === 'pageBreak') continue;
    if (block.kind !== 'paragraph') return -1;
    const parts = knownLines(block, cues, language);
    if (isInsideAddress(blocks, index, cues)) continue;
    if (openingLine(block, cues, language) || isSalutation(block, cues) || parts.some(({ kind }) => kind === 'salute'))
      return index;
    if (runsOn(block, cues) || isCall(blocks, index, cues, language)) return index;
    const isBelowDate = index > 0 && plainText(block.content).length <= LONGEST_CALL && isDatedBlock(blocks[index - 1]);
    const isLead =
      isShortBlock(block) || isBelowDate || isCalledDay(block) || isCalledAddress(paragraphText(block), cues);
    if (!isLead && !isReference(paragraphText(block)) && !isPrinted(blocks, index, cues)) return -1;
  }
  return -1;
}

/** `D. 20. August!`, `bei Berlin!` */
function isCalledDay({ content }: ParagraphBlock): boolean {
  const line = plainText(content).trim().replace(/!$/, '');
  return isShortDateline(line) || NEAR_PLACE.test(line);
}

/** `W. Vr.` and below it a text that begins with a small letter. */
function goesOnBelow(line: string, next: string, cues: Cues): boolean {
  return (
    line.length <= LONGEST_CALL &&
    line.split(/\s+/u).length <= MOST_WORDS_IN_CALL &&
    /^\p{Lu}[^\n?;\d]*$/u.test(line) &&
    /^\p{Ll}\p{L}* /u.test(next) &&
    next.length >= SHORTEST_TEXT &&
    !hasDateWord(line) &&
    !cues.office.test(line) &&
    !cues.close.test(line)
  );
}

/** `Kees,`: a name or a few words, then a comma or a call. */
function isCall(blocks: readonly DocumentBlock[], index: number, cues: Cues, language: string): boolean {
  const block = blocks[index];
  const next = blocks[index + 1];
  if (block?.kind !== 'paragraph') return false;
  const line = plainText(block.content).trim();
  // `bei Berlin!` above `Lieber Paul,`.
  if (/^\p{Ll}/u.test(line) && next?.kind === 'paragraph' && isSalutation(next, cues)) return false;
  if (next?.kind === 'paragraph' && goesOnBelow(line, plainText(next.content).trim(), cues)) return true;
  // `V. H. D.`: Verehrter Herr Doktor.
  if (/^(?:\p{Lu}\. ?){2,4}[,!]?$/u.test(line) && (index > 0 || line.endsWith('!'))) return true;
  // `Caro padre.` below the day.
  const above = blocks[index - 1];
  const isBelowDay = above?.kind === 'paragraph' && datelinePart(above, language, cues) !== undefined;
  const ends = isBelowDay && line.split(/\s+/u).length <= MOST_WORDS_BELOW_DAY ? /[,!:.]$/ : /[,!:]$/;
  if (line.length > LONGEST_CALL || !/^[„“«»"'(]?\p{L}[^\n.?;0-9]*\p{P}$/u.test(line) || !ends.test(line)) return false;
  if (line.split(/\s+/u).length > MOST_WORDS_IN_CALL || cues.close.test(line) || OF_OFFICE.test(line)) return false;
  if (line.endsWith('!') && cues.notName.test(line)) return false;
  if (next?.kind !== 'paragraph' || hasDateWord(line)) return false;
  const behind = plainText(next.content).trim();
  return behind.length > line.length && datelineIn(behind, language, cues) === undefined;
}

/** Lines of which each is a dateline or a salutation; neighbours of one kind are one part. */
function knownLines(block: ParagraphBlock, cues: Cues, language: string): readonly FramePart[] {
  const text = plainText(block.content);
  if (!text.includes('\n')) return [];
  const runs: { readonly kind: 'dateline' | 'salute'; readonly start: number; end: number }[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const isSalute = cues.salutation.test(line.trim());
    if (!isSalute && !datelineIn(line, language, cues)) return [];
    const kind = isSalute ? 'salute' : 'dateline';
    const last = runs.at(-1);
    if (last?.kind === kind) last.end = at + line.length;
    else runs.push({ kind, start: at, end: at + line.length });
    at += line.length + 1;
  }
  return runs.map(({ kind, start, end }, index) => {
    const one = lineBlock(block, start, end);
    const part: FramePart =
      kind === 'salute'
        ? { kind, content: one.content, glue: 'paragraph', place: one.place }
        : datelineOf(one, cues, language);
    return index === 0 ? part : { ...part, glue: '\n' };
  });
}
