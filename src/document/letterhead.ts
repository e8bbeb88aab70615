/** The first paragraphs of a letter -> the lines of its letterhead: what says that they are printed, and how far they go (TEI Guidelines 4.2.1). */
import { inAnyLanguage } from './cue-languages/any-language.js';
import { LETTERHEADS, type LetterheadWords } from './cue-languages/letterheads.js';
import type { Cues } from './cues.js';
import { hasDateFigure, isDatedSentence } from './date-word.js';
import type { DocumentBlock, ParagraphBlock } from './document.js';
import { datelineIn } from './frame.js';
import { readsAsSentence } from './letter-address.js';
import { endsInDay, isDatedBlock, isTitle } from './letter-dateline.js';
import { isSalutation } from './letter-salutation.js';
import { oneOf } from './one-of.js';
import { paragraphText } from './paragraph-text.js';

/** Of paragraphs: no salutation stands further down, and no text begins there. */
export const MOST_BLOCKS = 12;
export const MOST_LINES = 6;
export const LONGEST_LINE = 80;
const LONGEST_REQUEST = 200;
const LONGEST_CODE = 24;
const LEAST_IN_CODE = 3;
/** What is longer is the text, and no line of an opener. */
export const LONGEST_CLAUSE = 120;
/** What a printed head says for certain if no salutation stands below it: an office, or two other lines of its kind. */
const CERTAIN = 2;

function wordsOf(list: keyof LetterheadWords): string {
  return oneOf(Object.values(LETTERHEADS).flatMap((words) => words[list]));
}

/** Letterheads are in other languages than letters: the words of all are known in each. */
const BODY = new RegExp(`(?<![\\p{L}-])(?=\\p{Lu})[\\p{L}-]*${wordsOf('body')}(?!\\p{L})`, 'u');
const LABEL = new RegExp(
  `^${wordsOf('label')}(?!\\p{L})(?:(?<sign>\\s?[.:])|(?=.{0,12}\\d)|(?<=[°º])|(?= \\p{Lu}))`,
  'u',
);
const REQUEST = new RegExp(`^${wordsOf('request')}`, 'u');
const STREET = new RegExp(
  `^\\d{1,4}(?: ?(?:bis|ter|\\p{Ll}))?,? (?:[\\p{L}.’'-]+ ){0,3}${wordsOf('street')}(?:[,. ]|$)`,
  'u',
);
const PAPER = new RegExp(`(?<=^|[.,:] )(?:\\p{L}{1,3} )?(?:\\p{Lu}\\p{L}*)?${wordsOf('paper')}(?!\\p{L})`, 'u');
/** What the letterhead of an office has beside its name: `Nr. 6356`, `Fernsprecher`. */
export const OF_OFFICE = /\b(?:Nr|No|N°|Tgb|Az|Telef|Teleph)\.?[\p{L}.: ]{0,12}\d|Fernsprecher|Fernruf|Telegramm/u;

/** What a body is of, or for. */
const OF = /\s(?:o[fv]|for|de[lrs]?|d[eiu]|d[’']|della|für|zu[rm]?|in|an|van|voor|pour)(?:\s|(?<=[’']))/iu;

/** `CABINET DU MINISTRE` as `Cabinet Du Ministre`. */
function inSmallLetters(line: string): string {
  if (/\p{Ll}/u.test(line)) return line;
  return line.toLowerCase().replace(/(?<![\p{L}’'])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** `Unser Zeichen: A/12`, `betr. Lehrauftrag`, `Telephone: Gerrard 1234`, `H. 1 a T 4.`, `Um Angabe der Nummer wird gebeten.`: numbers, or what the letter is about, and no day though one be named. */
export function isReference(text: string): boolean {
  return text.split('\n').every((line) => isReferenceLine(line.trim()));
}

function isReferenceLine(line: string): boolean {
  if (line.length > LONGEST_REQUEST || !/^\p{L}/u.test(line)) return false;
  const typed = inSmallLetters(line);
  if (REQUEST.test(typed)) return true;
  if (line.length > LONGEST_LINE) return false;
  const label = LABEL.exec(typed);
  // `Ihr Schreiben vom 3. Mai habe ich erhalten.`
  if (label) return label.groups?.['sign'] !== undefined || !isDatedSentence(line);
  return isCode(line);
}

/** `H. 1 a T 4.`: letters and numbers. */
function isCode(line: string): boolean {
  if (line.length > LONGEST_CODE || !/\d/.test(line) || hasDateFigure(line)) return false;
  const signs = line.split(/[\s./–-]+/u).filter((sign) => sign !== '');
  return signs.length >= LEAST_IN_CODE && signs.every((sign) => /^(?:\p{Lu}{1,4}|\p{Ll}|\d{1,6})$/u.test(sign));
}

/** `Königliche Bezirksamt`, `Board of Trade`: an office, a society or a house; `Rektor der Universität` is somebody who has an office in one; undefined for anything else. */
export function bodyNamed(name: string): 'organisation' | 'office' | undefined {
  const [first = '', ...more] = inSmallLetters(name).split(OF);
  if (BODY.test(first)) return 'organisation';
  return /^\p{Lu}[\p{L}-]+$/u.test(first) && more.some((part) => BODY.test(part)) ? 'office' : undefined;
}

/** How much a line says that it is one of a letterhead. */
function weightOf(line: string, cues: Cues): number {
  if (PAPER.test(inSmallLetters(line))) return 0;
  if (cues.office.test(line) || OF_OFFICE.test(line)) return CERTAIN;
  return BODY.test(inSmallLetters(line)) || isReferenceLine(line) || isWhereOrWho(line, cues) ? 1 : 0;
}

/** `Berlin W, Lützowstr. 10`, `12, rue de la Paix`, `Dr. med. Karl Weber`. */
function isWhereOrWho(line: string, cues: Cues): boolean {
  const isName = /^\p{Lu}/u.test(line) && !/[.!?]$/.test(line) && isTitle(line.split(' ')[0] ?? '');
  return cues.street.test(line) || STREET.test(inSmallLetters(line)) || isName;
}

/** What the sheet is: `Abschrift!`, `Private and confidential`. */
const SHEET_MARK = new RegExp(`^${inAnyLanguage('sheet')}(?!\\p{L})`, 'u');

/** A line -> does it begin with what the sheet is, as `Abschrift` does? */
export function isSheetMark(line: string): boolean {
  return SHEET_MARK.test(line);
}

/** Lines of an address or a letterhead are short and no sentences. */
export function isShortBlock(block: DocumentBlock | undefined): boolean {
  if (block?.kind !== 'paragraph') return false;
  const lines = paragraphText(block).split('\n');
  if (lines.length === 1 && isSheetMark(lines[0] ?? '') && /^[^.!]*[.!]$/u.test(lines[0] ?? '')) return true;
  return (
    lines.length <= MOST_LINES &&
    lines.every((line) => line.length <= LONGEST_LINE && !/\p{Ll}{3}[!?;]["”’]?\s*$/u.test(line)) &&
    !readsAsSentence(lines.join(' '))
  );
}

/** `Herrn Dr. Weber`, and below it where he is. */
export function isAddressBlock(block: DocumentBlock | undefined, cues: Cues): boolean {
  const text = paragraphText(block);
  return isShortBlock(block) && cues.addressee.test(text) && !isDatedSentence(text);
}

/** Which of the first paragraphs is the dateline of a letterhead, and which is the last above the text. */
export interface DatedLetterhead {
  readonly day: number;
  readonly last: number;
}

/** The name of an office, its numbers maybe, the day, to whom the letter goes or what it is about, and the text: such letters need no salutation. */
export function datedLetterhead(
  blocks: readonly DocumentBlock[],
  cues: Cues,
  language: string,
): DatedLetterhead | undefined {
  const isNoDay = (block: DocumentBlock) => isReference(paragraphText(block));
  const first = blocks.slice(0, MOST_BLOCKS);
  const end = first.findIndex((block) => !isShortBlock(block) && !isNoDay(block));
  const lead = end === -1 ? first : first.slice(0, end);
  const said = lead.findIndex((block) => !isNoDay(block) && saysDay(paragraphText(block), cues, language));
  const day = said === -1 ? lead.findIndex((block) => !isNoDay(block) && isDatedBlock(block)) : said;
  if (day === -1) return undefined;
  const below = blocks.slice(day + 1).findIndex((block) => !isNoDay(block) && !isAddressBlock(block, cues));
  const text = paragraphText(blocks[day + 1 + below]);
  const isText = text.length > LONGEST_CLAUSE || (day > 0 && isDatedSentence(text.replace(/:$/, '.')));
  if (below === -1 || !isText) return undefined;
  const isSure = day === 0 ? below > 0 : isCertain(lead.slice(0, day), cues);
  return isSure ? { day, last: day + below } : undefined;
}

/** `Frankfurt (Main), den 23. Dezember 1929.`, and where that is in the lines below it. */
function saysDay(text: string, cues: Cues, language: string): boolean {
  return text.split('\n').some((line) => endsInDay(line.trim()) || datelineIn(line.trim(), language, cues));
}

function isCertain(blocks: readonly DocumentBlock[], cues: Cues): boolean {
  const lines = blocks.flatMap((block) => paragraphText(block).split('\n')).map((line) => line.trim());
  return lines.reduce((sum, line) => sum + weightOf(line, cues), 0) >= CERTAIN;
}

/** `Kanzlei zu Rudolstadt,`, below it `No 317. Rudolstadt, den 4. März 1911`, and where that is maybe. */
export function isDatedLetterhead(block: ParagraphBlock, cues: Cues, language: string): boolean {
  const lines = paragraphText(block).split('\n');
  const dated = lines.findIndex((line) => endsInDay(line.trim()) || datelineIn(line.trim(), language, cues));
  return (
    dated > 0 &&
    lines.length <= MOST_LINES &&
    lines.every((line) => line.length <= LONGEST_LINE) &&
    lines.reduce((sum, line) => sum + weightOf(line.trim(), cues), 0) >= CERTAIN
  );
}

const LONGEST_PRINTED = 600;
const LONGEST_MOTTO = 200;
/** Between what is printed above and the salutation. */
const MOST_BETWEEN = 3;

/** A printed letterhead may have much to say, with numbers in it, or a dateline below it; what is printed between dateline and salutation has less. */
export function isPrinted(blocks: readonly DocumentBlock[], index: number, cues: Cues): boolean {
  const text = paragraphText(blocks[index]);
  if (text.length > LONGEST_PRINTED) return false;
  const isCalledBelow = isSalutation(blocks[index + 1], cues);
  if (index === 0 && isCalledBelow) return /\d/.test(text);
  if (readsAsSentence(text)) return false;
  if (isCalledBelow && isDatedBlock(blocks[index - 1])) return text.length <= LONGEST_MOTTO && hasNames(text, 1);
  if (!isDatedCall(blocks.slice(index + 1, index + 2 + MOST_BETWEEN), cues)) return false;
  if (text.split(/(?<=\p{L}{3}[.:])\s/u).some((sentence) => REQUEST.test(sentence))) return true;
  return hasNames(text, text.split('\n').some((line) => weightOf(line.trim(), cues) > 0) ? 1 : 2);
}

/** `Berlin, 3. Mai` and `Lieber Freund!`, with little between them. */
function isDatedCall(blocks: readonly DocumentBlock[], cues: Cues): boolean {
  const call = blocks.findIndex((block) => isSalutation(block, cues));
  const lead = blocks.slice(0, Math.max(call, 0));
  return lead.some(isDatedBlock) && lead.every((block) => isShortBlock(block) || isDatedBlock(block));
}

/** Of the longer words more than so many times as many have a capital letter as have none. */
function hasNames(text: string, times: number): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  const names = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return names > times * (words.length - names);
}
