/** A paragraph of a letter -> its dateline, with or without a date that can be read (TEI Guidelines 4.2.2). */
import { plainText } from './content.js';
import { annotate } from './content-edit.js';
import type { Cues } from './cues.js';
import {
  hasDateFigure,
  hasDateWord,
  isDatedSentence,
  isGiven,
  isGivenAt,
  isTelegram,
  saysNoDate,
} from './date-word.js';
import { dayAndPlace } from './day-and-place.js';
import type { DocumentBlock, FramePart, ParagraphBlock } from './document.js';
import { datelineIn } from './frame.js';
import { isToward } from './letter-address.js';
import { isKnownForename } from './letter-name.js';

const LONGEST_ALONE = 60;
const MOST_WORDS_ALONE = 7;
const MOST_WORDS_GIVEN = 12;
/** The name of an office or a society may stand before place and day. */
const LONGEST_LETTERHEAD = 100;
const LONGEST_LABELLED = 120;
const MOST_WORDS_IN_LETTERHEAD = 13;
const LONGEST_DATELINE = 110;
const DAY_AT_END =
  /(?:,|\s(?:den|[Dd]\.|am|le|the|il|el|de))\s\d{1,2}(?:\.|th|st|nd|rd)?\s?(?:\p{L}{3,10}\.?|\d{1,2}\.|[IVX]{1,4}\.?),?\s?\d{2,4}\.?$/u;

/** An address with the date is one dateline: place and date are marked in the line that is one. */
export function datelineOf({ content, place }: ParagraphBlock, cues: Cues, language: string): FramePart {
  let at = 0;
  const spans = linesOf(plainText(content), cues, language).flatMap((line) => {
    const start = at;
    at += line.length + 1;
    return (datelineIn(line, language, cues) ?? dayAndPlace(line, language, cues)).map((span) => ({
      ...span,
      start: span.start + start,
      end: span.end + start,
    }));
  });
  return { kind: 'dateline', content: annotate(content, spans), glue: 'paragraph', place };
}

/** Lines of a dateline; two of which the second goes on with the date are one: `Wien, 4. Mai` and below it `1893`. */
function linesOf(text: string, cues: Cues, language: string): readonly string[] {
  const lines = text.split('\n');
  const out: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const next = lines[at + 1] ?? '';
    const both = `${line}\n${next}`;
    const isTorn =
      /\d/.test(next) &&
      datelineIn(both, language, cues)?.some(
        ({ start, end, phrase }) => phrase.type === 'date' && start < line.length && end > line.length,
      );
    out.push(isTorn ? both : line);
    if (isTorn) at++;
  }
  return out;
}

const TITLED = /^(?:Dr|Prof|Rev|Mr|Mrs|Miss|Ms|Sir|Frau|Frl|Mme|Mlle)\.?$/u;

/** `Dr.`, `Professor` before a name. */
export function isTitle(word: string): boolean {
  return TITLED.test(word) || word === 'Professor';
}

/** `Karl May`, `E. Freitag`, `Dr. K. Sonntag`, `Dein Julius`: a forename, an initial or whose the writer is before what may be a day, and no figure. */
export function isNamedAsDay(text: string, cues: Cues): boolean {
  const words = text.replace(/\.$/, '').split(/\s+/u);
  if (/[\d,]/.test(text) || words.length < 2 || words.length > 4) return false;
  if (cues.own.test(text)) return true;
  const [first = ''] = words.filter((word) => !TITLED.test(word));
  const isForenamed = /^\p{Lu}\.$/u.test(first) || isKnownForename(first);
  // `Jan de Vries`
  return isForenamed && words.every((word) => /^(?:\p{Lu}|(?:de|den|der|van|von|di|del|du)$)/u.test(word));
}

/** `Salamanca, 1902`, `Ex Basilea, Calendis Octobribus.`: a few words and a day or a year, and no verb among them. */
export function isShortDateline(text: string): boolean {
  if (saysNoDate(text) || isGivenSomeDay(text)) return true;
  if (!isTelegram(text) && isDatedSentence(text)) return false;
  if (text.length > LONGEST_LETTERHEAD || /[?!]$/.test(text) || !hasDateFigure(text)) return false;
  if (isTelegram(text)) return true;
  const words = text.split(/\s+/u);
  // `August` is a name as well, and `Jan` below `Je zoon`.
  if (!/\d/.test(text) && text.split('\n').some((line) => !/\s/.test(line.trim()))) return false;
  if (isLetterhead(text, words)) return true;
  if (text.length > LONGEST_ALONE) return false;
  if (isGiven(text) && words.length <= MOST_WORDS_GIVEN) return true;
  const small = words.filter((word) => /^\p{Ll}{3,}/u.test(word) && !hasDateFigure(word));
  const long = words.filter((word) => !/^\p{Ll}{1,2}$/u.test(word));
  return long.length <= MOST_WORDS_ALONE && small.length <= 1 && /^(?:[\p{Lu}\d[(']|z\. ?Z)/u.test(text);
}

/** `Neuer Termin (wie besprochen): 3. Mai`: what is dated is no letter. */
export function isLabelled(text: string): boolean {
  return text.length <= LONGEST_LABELLED && /^\S+ [^\n]*\p{L}{2}\)?: [^\n]*$/u.test(text);
}

/** `6.`, `d. 14ten`, `10-13te`: the day, where the month goes without saying; a place may stand above it. */
const DAY_ALONE =
  /^(?:[–— ]*\p{Lu}\p{L}+[–— ]*\n)?(?:\p{L}{1,3}(?:\.\s?|\s))?(?:\d{1,2}\.? ?[-–] ?)?\d{1,2}(?:\.?t?en?|\.|th|st|nd|rd|e)?\.?$/u;

/** A short paragraph with a word or number of a date in it, no sentence: above a salutation it is the dateline. */
export function isDatedBlock(block: DocumentBlock | undefined): boolean {
  if (block?.kind !== 'paragraph') return false;
  const text = plainText(block.content);
  const line = text.trim();
  return (
    text.length <= LONGEST_DATELINE &&
    !isDatedSentence(line) &&
    (/\d/.test(line) || !isToward(line)) &&
    (hasDateWord(text) || DAY_ALONE.test(line) || saysNoDate(line) || isGivenSomeDay(line))
  );
}

/** `Gegeben am Tage nach dem großen Brand.` */
export function isGivenSomeDay(text: string): boolean {
  return (
    text.length <= LONGEST_LETTERHEAD &&
    isGivenAt(text) &&
    /^[^?!:,]+\.$/.test(text) &&
    text.split(/\s+/u).length <= MOST_WORDS_GIVEN
  );
}

/** `Rudolstadt, den 4. März 1911.` at the end of a line. */
export function endsInDay(line: string): boolean {
  return DAY_AT_END.test(line);
}

/** `Verbindung Wingolf, Halle a. S., den 2. November 1907.`: names, and the day at the end. */
function isLetterhead(text: string, words: readonly string[]): boolean {
  const small = words.filter((word) => /^\p{Ll}{4,}/u.test(word) && !hasDateFigure(word));
  return (
    words.length <= MOST_WORDS_IN_LETTERHEAD &&
    small.length === 0 &&
    /^(?:\d{1,3}\. )?\p{Lu}/u.test(text) &&
    endsInDay(text)
  );
}
