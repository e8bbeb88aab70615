/** The last paragraphs of a letter -> its closer, by where they stand and what they say; then postscripts (TEI Guidelines 4.2.2, 4.2.3). */
import { belowApart, closingApart, datelineApart } from './closing-apart.js';
import { type PageBreakRun, plainText } from './content.js';
import { annotate, partAt, placeOfSpan } from './content-edit.js';
import type { Cues } from './cues.js';
import { hasDateFigure } from './date-word.js';
import type { DocumentBlock, FramePart, ParagraphBlock } from './document.js';
import { frame, isOnlyMarks, MOST_LINES } from './frame.js';
import { datelineOf, isLabelled } from './letter-dateline.js';
import { COUNT, closingLine } from './letter-line.js';
import {
  isKnownForename,
  isOfficeAlone,
  nameWithMore,
  ownNameAt,
  ownNameBehind,
  standsBelowName,
} from './letter-name.js';
import {
  isCourtesy,
  isOwnScribble,
  type LetterLine,
  letterSignature,
  MOST_BEHIND,
  runsIntoName,
} from './letter-signature.js';
import { paragraphText } from './paragraph-text.js';
import { lastOfBody, lastText, postscriptOf } from './postscript.js';
import { isNameLine, signatureOf } from './signature.js';

/** More paragraphs below a closer at the end of a text are the text. */
const MOST_POSTSCRIPTS = 2;
/** `Es lebe die Romantik!` above the name. */
const CALL = /^\p{Lu}\p{L}*(?: \p{L}+){1,3}!{1,3}$/u;
/** No more of courtesies is said in sentences at the end of a letter. */
const LONGEST_SENTENCE = 75;
const LONGEST_DATED = 90;
const LONGEST_ENDING = 90;
const MOST_WORDS_DATED = 8;
/** `3 copies of the map`, and below it `2 of the book`: items. */
const ITEMS = /^\s*(?:\d+[.)]?|[-–—•*]) .*\n\s*(?:\d+[.)]?|[-–—•*]) /u;

/** `Telefon: 997` */
const FIGURED = /^\p{L}[\p{L}.-]+: [^\n]*\d/u;

/** It ends with a closer in which somebody signs. */
export function endsSigned(blocks: readonly DocumentBlock[]): boolean {
  const last = blocks.at(-1);
  return last?.kind === 'closer' && last.parts.some(({ kind }) => kind === 'signed');
}

/** The blocks with a closer in place of the last ones; `opened`: it begins as a letter does. */
export function withLetterCloser(
  blocks: readonly DocumentBlock[],
  cues: Cues,
  language: string,
  opened: boolean,
): readonly DocumentBlock[] {
  const apart = belowApart(blocks, cues) ?? datelineApart(blocks, cues, language);
  if (apart) return withLetterCloser(apart, cues, language, opened);
  const end = lastOfBody(blocks, cues) + 1;
  const lines = lastLines(blocks, end, cues, language);
  const signed = letterSignature(lines, opened, cues);
  // Close and name stand in paragraphs of their own: what is behind them is a postscript, whatever it ends in.
  const isSigned = signed !== undefined && signed.from > 0 && lines[signed.from - 1]?.is.kind === 'close';
  // `Beglaubigt:` and below it who certifies: the letter is signed above it.
  const isCertified = signed !== undefined && standsBelowName(lines.at(-1)?.text ?? '');
  const isApart = isSigned || isCertified || isClosing(blocks, cues, language);
  const split = isApart ? undefined : closingApart(blocks, cues, language, true);
  if (split) return withLetterCloser(split, cues, language, opened);
  // `Anlage` below a close that nobody has signed is no part of it.
  const stop = signed ? signed.to : lines.findLastIndex(({ text }) => !standsBelowName(text));
  const start = signed ? closeStart(lines, signed.from, cues) : closeAlone(lines.slice(0, stop + 1), cues);
  if (start === undefined) return closerAbove(blocks, cues, language) ?? blocks;
  const closing = lines.map((line, index) =>
    isBelowClose(line, lines.slice(start, index)) ? line : withOwnApart(line, cues),
  );
  const first = lines[start]?.at ?? end;
  const last = lines[stop]?.at ?? end - 1;
  const signedAt = signed ? (lines[signed.from]?.at ?? end) : end;
  const parts = [...closerParts(blocks, closing.slice(start, stop + 1), signedAt, cues, language)];
  const mark = blocks[last + 1];
  const isMark = isOnlyMarks(mark);
  if (isMark) parts.push({ kind: 'text', content: mark.content, glue: 'paragraph', place: mark.place });
  const behind = blocks.slice(isMark ? last + 2 : last + 1);
  return [
    ...blocks.slice(0, first),
    frame('closer', parts, lines[start]?.block.runIn === true),
    ...behind.slice(0, firstText(behind)),
    ...postscriptOf(behind.slice(firstText(behind))),
  ];
}

/** A closer at the end of a text, and below it a postscript that nothing marks. */
function closerAbove(
  blocks: readonly DocumentBlock[],
  cues: Cues,
  language: string,
): readonly DocumentBlock[] | undefined {
  let end = blocks.length;
  for (let behind = 1; behind <= MOST_POSTSCRIPTS; behind++) {
    end = lastText(blocks.slice(0, end));
    if (end < 1 || blocks[end]?.kind !== 'paragraph') return undefined;
    const head = blocks.slice(0, end);
    const above = head[lastText(head)];
    if (above?.kind !== 'paragraph' || !isNameLine(lastLine(above))) continue;
    const split = closingApart(head, cues, language, true);
    const closed = split && withLetterCloser(split, cues, language, true);
    if (closed && endsSigned(closed)) return withBelow(closed, blocks.slice(end), cues, language);
  }
  return undefined;
}

/** A dateline below the closer is part of it, what else stands there a postscript. */
function withBelow(
  closed: readonly DocumentBlock[],
  below: readonly DocumentBlock[],
  cues: Cues,
  language: string,
): readonly DocumentBlock[] {
  const [first] = below;
  const closer = closed.at(-1);
  const isDated = first?.kind === 'paragraph' && closingLine(first, cues, language).kind === 'dateline';
  if (!isDated || closer?.kind !== 'closer') return [...closed, ...postscriptOf(below)];
  const parts = [...closer.parts, datelineOf(first, cues, language)];
  return [...closed.slice(0, -1), frame('closer', parts, closer.runIn), ...postscriptOf(below.slice(1))];
}

function lastLine({ content }: ParagraphBlock): string {
  return plainText(content).trim().replace(/\.$/, '').split('\n').at(-1) ?? '';
}

/** The last paragraph closes as a whole: nothing is to be set apart from it. */
function isClosing(blocks: readonly DocumentBlock[], cues: Cues, language: string): boolean {
  const block = blocks[lastOfBody(blocks, cues)];
  return block?.kind === 'paragraph' && closingLine(block, cues, language).kind !== 'other';
}

function firstText(blocks: readonly DocumentBlock[]): number {
  const at = blocks.findIndex(({ kind }) => kind !== 'pageBreak');
  return at === -1 ? blocks.length : at;
}

/** The last paragraphs; the first text behind an opener is none of them: it is the body. */
function lastLines(blocks: readonly DocumentBlock[], end: number, cues: Cues, language: string): readonly LetterLine[] {
  const body = blocks.findIndex(({ kind }) => kind !== 'pageBreak' && kind !== 'opener');
  const lines: LetterLine[] = [];
  for (let at = end - 1; at > body && lines.length < MOST_LINES + MOST_BEHIND; at--) {
    const block = blocks[at];
    if (block?.kind === 'pageBreak') continue;
    if (block?.kind !== 'paragraph') break;
    const is = closingLine(block, cues, language);
    // Above another close who takes leave in whole sentences is still in the text.
    const isText = 'leave' in is && isClose(lines[0]);
    lines.unshift({ at, block, text: plainText(block.content).trim(), is: isText ? { kind: 'other' } : is });
  }
  return lines.map((line, index) => {
    const above = lines[index - 1];
    if (isDatedHere(line, above, lines[index + 1])) return { ...line, is: { kind: 'dateline' } };
    if (isInitialOfOwn(line, lines[index + 1], cues) || isKin(line, lines[index + 1], cues)) {
      return { ...line, is: { kind: 'close' } };
    }
    if (goesOnFromOwn(line, paragraphText(blocks[line.at - 1]), cues)) return { ...line, is: { kind: 'own' } };
    // `Franz` below the text, and below it the greeting of another hand.
    if ((above?.is.kind ?? 'other') === 'other' && isForenameAlone(line) && lines[index + 1]?.is.kind === 'both')
      return { ...line, is: { kind: 'own' } };
    if (above?.is.kind !== 'close') return line;
    if (COUNT.test(line.text)) return { ...line, is: { kind: 'signed' } };
    if (signsWhole(line, cues) || isOwnScribble(line, cues)) return { ...line, is: { kind: 'own' } };
    const isNamed = line.is.kind === 'other' && !line.is.address && nameWithMore(line.text, cues) !== undefined;
    return isNamed ? { ...line, is: { kind: 'signed' } } : line;
  });
}

/** `treue Tante Toni` below `... bin ich Deine`. */
function goesOnFromOwn({ is, text }: LetterLine, above: string, cues: Cues): boolean {
  if (is.kind !== 'both' || !/^\p{Ll}[^\n]*$/u.test(text) || !cues.endsOwn.test(above)) return false;
  const own = above.slice(above.lastIndexOf(' ') + 1);
  return ownNameAt(`${own} ${text}`, cues) !== undefined;
}

function isForenameAlone({ is, text }: LetterLine): boolean {
  return is.kind === 'signed' && /\p{L}$/u.test(text) && isKnownForename(text);
}

/** A paragraph of its own above that closes; above two lines it has to be a close that goes on: `Mit Gruß,`. */
function isBelowClose({ block, text }: LetterLine, above: readonly LetterLine[]): boolean {
  if (block.below) return false;
  if (text.includes('\n')) return above.some((line) => line.is.kind === 'close' && !/[.!]$/.test(line.text));
  return above.some(({ is }) => /^(?:close|other|signed)$/.test(is.kind));
}

/** How much white space a paragraph begins with, in characters. */
function indentOf({ content }: ParagraphBlock): number {
  const typed = plainText(content);
  return typed.length - typed.trimStart().length;
}

/** `Mit Gruß Dein Karl.` that no paragraph of a close stands above: the name signs; of `Dein Karl.` as the edition has it. */
function withOwnApart(line: LetterLine, cues: Cues): LetterLine {
  const signature = cues.signature ?? 'own';
  if (signature === 'line' || (line.is.kind !== 'own' && line.is.kind !== 'signed')) return line;
  const [first = ''] = line.text.split('\n');
  const whole = ownNameAt(first, cues);
  if (whole !== undefined && signature === 'own') return line;
  const own = whole ?? (line.is.kind === 'own' ? ownNameBehind(first, () => true, cues) : undefined);
  return own === undefined ? line : { ...line, is: { kind: 'both', cut: indentOf(line.block) + own } };
}

/** `D.`, `In treuer Liebe D.` above `Anna Richter`: Deine. */
function isInitialOfOwn({ text }: LetterLine, below: LetterLine | undefined, cues: Cues): boolean {
  return cues.capitalNouns && /(?:^|\p{Ll}\s)D\.$/u.test(text) && below?.is.kind === 'signed';
}

/** `In Liebe Dein Sohn`, `Ihr früherer Nachbar`, and below it the name. */
function isKin({ block, is }: LetterLine, below: LetterLine | undefined, cues: Cues): boolean {
  if (is.kind !== 'both' || below?.is.kind !== 'signed') return false;
  return cues.closeWord.test(plainText(block.content).slice(is.cut).trim());
}

/** `In Treue Dein Hans.` in one line, or `Dein` and `Hans.` in two, under a paragraph that closes: it signs as a whole, as `Dein Hans.` does. */
function signsWhole({ block, is, text }: LetterLine, cues: Cues): boolean {
  if (is.kind !== 'both' || block.runIn) return false;
  const cut = is.cut - indentOf(block);
  return text.includes('\n')
    ? ownNameAt(text.replace('\n', ' '), cues) === cut
    : ownNameBehind(text, () => true, cues) === cut;
}

/** `In haste, from the camp by the river, 12 June 1648.`: between a close and a name a date needs no form of its own. */
function isDatedHere({ is, text }: LetterLine, above: LetterLine | undefined, below: LetterLine | undefined): boolean {
  if (
    is.kind !== 'other' ||
    text.length > LONGEST_DATED ||
    /[?!:]$/.test(text) ||
    isLabelled(text) ||
    !hasDateFigure(text)
  )
    return false;
  // `22 augusti, Oxonii, e collegio regis.` above the close.
  if (
    /^\d{1,2}\.?\s/u.test(text) &&
    below !== undefined &&
    below.is.kind !== 'other' &&
    text.split(' ').length <= MOST_WORDS_DATED
  )
    return true;
  return isClose(above) && (below === undefined || below.is.kind === 'signed' || below.is.kind === 'own');
}

/** Where close, courtesies and datelines before the signature begin. */
function closeStart(lines: readonly LetterLine[], signed: number, cues: Cues): number {
  let at = signed;
  while (at > 0) {
    const line = lines[at - 1];
    if (!line || line.block.runIn) break;
    if (line.is.kind === 'other' && !leadsToClose(line, lines[at], at === signed, cues)) break;
    // `Unmöglich.` above `Herzlichst Karl`: nobody signs before a close.
    if (line.is.kind === 'signed' && lines[at]?.is.kind === 'both' && !isClose(lines[at - 2])) break;
    at--;
  }
  return at;
}

/** A line above the close that is no text any more; `isNamed`: who signs stands below it. */
function leadsToClose({ text }: LetterLine, below: LetterLine | undefined, isNamed: boolean, cues: Cues): boolean {
  if (isLabelled(text) || FIGURED.test(text) || cues.clause.test(text) || ITEMS.test(text)) return false;
  if (isCourtesy(text) && !cues.statement.test(text)) return true;
  if (isNamed && (runsIntoName(text) || isEnding(text, cues))) return true;
  // Above `Herzlichst Dein Karl` a sentence is the end of the text.
  const isBare = isNamed
    ? below?.is.kind === 'signed' || ownNameAt(below?.text ?? '', cues) !== undefined
    : cues.endsOwn.test(below?.text ?? '');
  return isBare && (CALL.test(text) || isCourtesySentence(text, cues));
}

/** A close that nobody has signed. */
function closeAlone(lines: readonly LetterLine[], cues: Cues): number | undefined {
  let last = lines.length - 1;
  while (lines[last]?.is.kind === 'dateline') last--;
  return lines[last]?.is.kind === 'close' ? closeStart(lines, last, cues) : undefined;
}

/** `Nun muß ich fort zum Abendbrot.`: of one or two sentences. */
function isEnding(text: string, cues: Cues): boolean {
  return text.length <= LONGEST_ENDING && cues.ending.test(text);
}

/** `Ich habe Dich lieb.`, `Und nun nochmals tausend Dank für alles.` */
function isCourtesySentence(text: string, cues: Cues): boolean {
  return text.length <= LONGEST_SENTENCE && /^[^\d?:\n]*[.!]$/u.test(text) && cues.courtesy.test(text);
}

function isClose(line: LetterLine | undefined): boolean {
  return line?.is.kind === 'close' || line?.is.kind === 'both';
}

function closerParts(
  blocks: readonly DocumentBlock[],
  lines: readonly LetterLine[],
  signedAt: number,
  cues: Cues,
  language: string,
): readonly (FramePart | PageBreakRun)[] {
  const parts: (FramePart | PageBreakRun)[] = [];
  let names: ParagraphBlock[] = [];
  let glue: FramePart['glue'] = 'paragraph';
  const sign = () => {
    if (names.length > 0) parts.push(signatureOf(names, glue, cues));
    names = [];
    glue = 'paragraph';
  };
  const push = (part: FramePart, { runIn }: ParagraphBlock) =>
    parts.push(runIn && parts.length > 0 ? { ...part, glue: '' } : part);
  const signWith = (name: ParagraphBlock) => {
    const above = names.at(-1);
    // A line end before it stands at the end of what is above.
    const isInLine = name.runIn && !(above && /\n\s*$/.test(plainText(above.content)));
    if (isInLine) sign();
    if (isInLine && parts.length > 0) glue = '';
    names.push(name);
  };
  const first = lines[0]?.at ?? 0;
  for (let at = first; at <= (lines.at(-1)?.at ?? -1); at++) {
    const block = blocks[at];
    const index = lines.findIndex((each) => each.at === at);
    const line = lines[index];
    const below = lines[index + 1];
    if (block?.kind === 'pageBreak') {
      sign();
      parts.push(block);
    } else if (line?.is.kind === 'dateline') {
      sign();
      push(datelineOf(line.block, cues, language), line.block);
    } else if (line && signsBefore(line, lines[index - 1], below, cues)) {
      // `Dein Karl`, and below it the close of who signs after him.
      signWith(line.block);
      sign();
    } else if (
      line &&
      at < signedAt &&
      !(line.is.kind === 'both' && (isClose(below) || below?.is.kind === 'dateline'))
    ) {
      sign();
      const { content, place } = line.block;
      push({ kind: 'salute', content, glue: 'paragraph', place }, line.block);
    } else if (line?.is.kind === 'both') {
      sign();
      const both = apart(line.block, line.is.cut);
      push(both.salute, line.block);
      names.push(both.name);
      glue = both.glue;
    } else if (line && at > signedAt && (line.is.kind === 'other' || isOfficeAlone(line.text, cues))) {
      // Offices below the name, each in a paragraph of its own.
      sign();
      parts.push(officeOf(line.block));
    } else if (line) signWith(line.block);
  }
  sign();
  return parts;
}

/** `Direktor der Bibliothek.`: it is no part of the signature. */
function officeOf(block: ParagraphBlock): FramePart {
  const { content, place } = block;
  const end = plainText(content).replace(/[\s.,;]+$/u, '').length;
  const marked = annotate(content, [{ start: indentOf(block), end, phrase: { type: 'roleName' } }]);
  return { kind: 'text', content: marked, glue: 'paragraph', place };
}

/** `Dein Karl`, or `Karl` below a close, and another close or the day below it. */
function signsBefore(
  { is, text }: LetterLine,
  above: LetterLine | undefined,
  below: LetterLine | undefined,
  cues: Cues,
): boolean {
  if (is.kind === 'signed') return isClose(below) && above?.is.kind === 'close';
  if (is.kind !== 'own') return false;
  // `Ihr gehorsamster Diener` above the day: who it is stands below.
  const isNamed = !cues.closeWord.test(text.slice(ownNameAt(text, cues)).trim());
  return isClose(below) || (below?.is.kind === 'dateline' && isNamed);
}

/** `Herzlichst Ihr` and `Arthur`, and what is typed between them. */
function apart(
  block: ParagraphBlock,
  cut: number,
): { readonly salute: FramePart; readonly name: ParagraphBlock; readonly glue: FramePart['glue'] } {
  const { first, second, glue } = partAt(block.content, cut);
  return {
    salute: { kind: 'salute', content: first, glue: 'paragraph', place: block.place },
    name: { kind: 'paragraph', content: second, place: placeOfSpan(second, 0, plainText(second).length) },
    glue,
  };
}
