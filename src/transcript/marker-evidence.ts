/** A candidate -> what the evidence for and against its being a marker comes to, by the names that `marker-weights` weighs. */
import { isLetterUnit } from '../source/index.js';
import { type Candidate, isDigit, isLetter } from './constructs/note-marker.js';
import { joined } from './joined.js';
import { isWhiteSpace } from './lines.js';
import type { EvidenceWeights } from './marker-weights.js';
import { factsOf, isMonthBehindDay } from './marker-words.js';

/** What is known of the body that candidates stand in. */
export interface BodyShape {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Ends of the first paragraphs: the head is among them. */
  readonly firstEnds: readonly number[];
  /** How often a word, in small letters, is followed by a number of so many digits, in the whole file. */
  readonly numbersAfter: ReadonlyMap<string, readonly number[]>;
  /** Where page breaks start. */
  readonly breaks: ReadonlySet<number>;
}

/** What speaks for and against a candidate. */
export interface Evidence {
  /** Log odds. */
  readonly weight: number;
  /** Where in the head or the first paragraphs it stands; empty where that is no evidence. */
  readonly position: string;
  /** It ends a longer run of digits. */
  readonly isSplit: boolean;
}

/** A candidate with what speaks for and against it. */
export interface WeighedCandidate extends Candidate, Evidence {
  /** Candidates of one group overlap: at most one of them is a marker. */
  readonly group: number;
  /** The note whose text it stands in; undefined in the body. */
  readonly inNote: number | undefined;
}

/** In: a text. Out: for each word, by the number of digits, how often a number stands behind it. */
export function countNumbersAfter(text: string): ReadonlyMap<string, readonly number[]> {
  const counts = new Map<string, number[]>();
  // Looked for from the numbers: there are many more words.
  for (NUMBER_BEHIND_SPACE.lastIndex = 0; NUMBER_BEHIND_SPACE.test(text); ) {
    const behind = NUMBER_BEHIND_SPACE.lastIndex;
    let first = behind - 1;
    while (isDigit(text.charCodeAt(first - 1))) first--;
    const end = text.charCodeAt(first - 2) === 46 ? first - 2 : first - 1;
    let start = end;
    while (end - start < LONGEST_WORD && isLetterUnit(text.charCodeAt(start - 1))) start--;
    if (end - start < 2) continue;
    const { lower } = factsOf(text.slice(start, end));
    const byDigits = counts.get(lower) ?? [];
    byDigits[behind - first] = (byDigits[behind - first] ?? 0) + 1;
    counts.set(lower, byDigits);
  }
  return counts;
}

const NUMBER_BEHIND_SPACE = /[ \t][0-9]{1,6}(?![0-9])/g;
const LONGEST_WORD = 20;

/** In: the shape of the body, a candidate in it, and what each piece of evidence weighs; each counts once. */
export function weighGlued(shape: BodyShape, candidate: Candidate, weights: EvidenceWeights): Evidence {
  const of = (name: string): number => weights.get(name) ?? 0;
  const position = positionOf(shape, candidate);
  if (Number.isNaN(candidate.value)) {
    const weight = of(describeSign(shape, candidate)) + (position === '' ? 0 : of(position));
    return { weight, position, isSplit: false };
  }
  const { label } = candidate;
  const before = describeBefore(shape, candidate);
  const after = describeAfter(shape, candidate);
  let weight = weighAround(before.name, after, weights);
  for (const detail of before.details) weight += of(detail);
  const last = label.charCodeAt(label.length - 1);
  if (last >= 97 && last <= 122) weight += of('label suffixed');
  else weight += of(label === '0' ? 'label zero' : (LABEL_OF[label.length] ?? ''));
  if (position !== '') {
    weight += of(position);
    weight += of(joined(position, label === '0' ? ' 0' : label === '1' ? ' 1' : ' n'));
  }
  return { weight, position, isSplit: before.isSplit };
}

const LABEL_OF = ['', 'label of 1', 'label of 2', 'label of 3', 'label of 4', 'label of 5'];

/** What stands before a label and what follows, each alone and both together: the same few are weighed again and again. */
function weighAround(before: string, after: string, weights: EvidenceWeights): number {
  const known = around.get(weights) ?? new Map<string, Map<string, number>>();
  const ends = known.get(before) ?? new Map<string, number>();
  const sum = ends.get(after);
  if (sum !== undefined) return sum;
  const of = (name: string): number => weights.get(name) ?? 0;
  const weight = of(`before ${before}`) + of(`after ${after}`) + of(`${before} / ${coarse(after)}`);
  around.set(weights, known.set(before, ends.set(after, weight)));
  return weight;
}

const around = new WeakMap<EvidenceWeights, Map<string, Map<string, number>>>();

/** Signs are rare in running text; what matters is whether they touch a word. */
export function describeSign(shape: BodyShape, candidate: Candidate): string {
  const { text, start, end } = shape;
  const isLabelLetter = /[a-z]/.test(candidate.label);
  if (/[[^]/.test(text.charAt(candidate.start - 1)) && text.charAt(candidate.end) === ']') {
    return isLabelLetter ? 'letter in brackets' : 'sign in brackets';
  }
  if (isLabelLetter) return describeLetter(shape, candidate);
  const behind = candidate.start > start && !isWhiteSpace(text.charCodeAt(candidate.start - 1));
  const ahead = candidate.end < end && isLetter(text.charCodeAt(candidate.end));
  return `sign ${behind ? (ahead ? 'inside a word' : 'behind a word') : ahead ? 'before a word' : 'alone'}`;
}

/** `FORCESa`, `1,125b` and, surest, `boats.c` may be markers; `(a)`, `a.m.`, `i.e.` and `a boat` are none. */
function describeLetter({ text, start, end }: BodyShape, candidate: Candidate): string {
  const before = text.slice(Math.max(start, candidate.start - 3), candidate.start);
  const after = text.slice(candidate.end, Math.min(end, candidate.end + 2));
  if (!/^(?:$|\s|[.,;:)](?![\p{L}\d]))/u.test(after)) return 'letter elsewhere';
  const isInitial = /(?:^|[^\p{L}])\p{L}?\.$/u.test(before);
  if (/[\p{Ll})”’"][.,;]?[”’"]?$/u.test(before) && /[.,;][”’"]?$/u.test(before) && !isInitial) {
    return 'letter behind a sentence';
  }
  if (/(?:\p{Lu}|\d|[^\s\p{L}][.)]|\p{L}\)|[,;:”’"%]|\p{L}\.)$/u.test(before) && !isInitial) {
    return 'letter behind a word';
  }
  if (!/\s$/.test(before)) return 'letter elsewhere';
  return /^(?:$|[\r\n]|\s[\r\n|])/.test(after) ? 'letter alone' : 'letter elsewhere';
}

/** Where in the head or the first paragraphs a candidate stands; empty where in none. */
export function positionOf(shape: BodyShape, candidate: Candidate): string {
  const { firstEnds, text } = shape;
  for (let i = 0; i < firstEnds.length; i++) {
    const end = firstEnds[i] ?? 0;
    if (candidate.end > end) continue;
    const name = joined('ends paragraph ', `${i + 1}`);
    if (candidate.end === end) return name;
    const rest = text.slice(candidate.end, Math.min(end, candidate.end + 8));
    if (/^\s*\[?\^?[0-9⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}\]?$/.test(rest)) return joined(name, ' but one');
    return i === 0 ? 'in paragraph 1' : '';
  }
  return '';
}

interface Before {
  /** Evidence alone, and joined with what comes after. */
  readonly name: string;
  readonly details: readonly string[];
  readonly isSplit: boolean;
}

const NO_DETAILS: readonly string[] = [];
const START = plainBefore('start');
const LINE_START = plainBefore('line start');

function plainBefore(name: string, details: readonly string[] = NO_DETAILS): Before {
  return { name, details, isSplit: false };
}

function describeBefore(shape: BodyShape, candidate: Candidate): Before {
  const { text, start } = shape;
  const at = candidate.start - 1;
  if (at < start) return START;
  const unit = text.charCodeAt(at);
  if (isDigit(unit)) return describeSplit(shape, candidate);
  if (isBehindDay(text, candidate.start, start)) return plainBefore(joined('digit', '.'), ['year of numeric date']);
  if (isWhiteSpace(unit)) return plainBefore(describeSpaced(shape, candidate));
  if (startsItem(text, candidate.start, start)) return LINE_START;
  if (isLetter(unit)) {
    const { shape: name, isNumbered } = factsOf(wordBefore(text, at + 1, start));
    return isNumbered ? plainBefore(name, ['glued to numbered word']) : plainBefore(name);
  }
  if (unit !== 46 && unit !== 44) return plainBefore(charClass(text, at));
  const sign = unit === 46 ? '.' : ',';
  const previous = at - 1 >= start ? text.charCodeAt(at - 1) : 32;
  if (isDigit(previous)) return plainBefore(joined('digit', sign));
  if (!isLetter(previous)) return plainBefore(joined(charClass(text, at - 1), sign));
  const word = factsOf(wordBefore(text, at, start));
  const isAbbreviation = unit === 46 && (word.isNumbered || word.isMonth);
  return plainBefore(joined(word.shape, sign), isAbbreviation ? ['glued to numbered abbreviation'] : NO_DETAILS);
}

/** `1961` + `2`: the digits before the label are a number of their own. */
function describeSplit(shape: BodyShape, candidate: Candidate): Before {
  const { text, start, numbersAfter } = shape;
  let from = candidate.start;
  while (from > start && candidate.start - from < 12 && isDigit(text.charCodeAt(from - 1))) from--;
  const rest = text.slice(from, candidate.start);
  const run = text.slice(from, candidate.end);
  const lead = from > start ? charClass(text, from - 1) : 'start';
  const details = [joined('split behind ', lead), joined('split leaves ', `${Math.min(rest.length, 6)}`)];
  const wordEnd = skipSpaceBack(text, from, start);
  const written = lead === 'space' || lead === 'line' ? wordBefore(text, wordEnd, start) : '';
  const word = factsOf(written);
  if (isYear(rest)) details.push('split leaves year');
  if (isYear(run)) details.push('split of year');
  if (isYear(run) && lead === 'space' && DATE.test(text.slice(Math.max(start, from - LONGEST_DATE), from)))
    details.push('split of dated year');
  if (word.isMonth) {
    const possible = Number(run) <= 31;
    details.push(
      possible ? 'split of day' : Number(rest) <= 31 && rest.length <= 2 ? 'split leaves day' : 'split after month',
    );
  } else if (word.isNumbered) details.push('split after numbered word');
  else if (written === '' && lead === 'space') details.push('split after sign');
  else if (lead === 'space') details.push(joined('split after ', word.shape));
  if (written !== '') {
    if (startsItem(text, wordEnd - written.length, start)) details.push('split at start of paragraph');
    const others = numbersAfter.get(word.lower);
    const restFits = (others?.[rest.length] ?? 0) > 0;
    const runFits = (others?.[run.length] ?? 0) > 1;
    if (restFits !== runFits)
      details.push(restFits ? 'split leaves number like others' : 'split of number like others');
  }
  if (isBehindDay(text, from, start)) {
    details.push(isYearOfDate(rest, run) ? 'split leaves year of numeric date' : 'split of numeric date');
  } else if (rest.startsWith('0')) details.push('split of leading zero');
  return { name: 'digit', details, isSplit: true };
}

const DAY_AND_MONTH =
  /(?<![\d./])(?:0?[1-9]|[12]\d|3[01])(?:\.\s?(?:0?[1-9]|1[0-2]|[IVX]{1,4})\.\s?|\/(?:0?[1-9]|[12]\d|3[01])\/)$/u;
/** No day and month are longer. */
const LONGEST_DAY = 12;

/** `8.8.`, `3. IV. `, `5/15/`: a day and a month in figures, and the year is next. */
function isBehindDay(text: string, at: number, start: number): boolean {
  return /[./ ]/.test(text.charAt(at - 1)) && DAY_AND_MONTH.test(text.slice(Math.max(start, at - LONGEST_DAY), at));
}

/** `March 9, `, `9. März `, `le 9 mars `, `9 de marzo de `: the year is next. */
const DATE =
  /(?:\p{L}{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?(?:\s?[–-]\s?\d{1,2})?,\s|(?<!\d)\d{1,2}(?:\.|st|nd|rd|th|er|º)?\s(?:de\s)?\p{L}{3,10}\.?,?\s(?:de\s)?)$/u;
const LONGEST_DATE = 28;

/** `26` of `261`, `904` of `9041`, `1926` of `19261`. */
function isYearOfDate(rest: string, run: string): boolean {
  if (isYear(run.slice(0, 4))) return rest.length === 4;
  return rest.length === 2 || (rest.length === 3 && /^[6-9]/.test(rest));
}

/** 1600 to 2099. */
function isYear(digits: string): boolean {
  if (digits.length !== 4) return false;
  const year = Number(digits);
  return year >= 1600 && year < 2100;
}

/** `Gromyko, 2 concerning`: the label is a token of its own. */
function describeSpaced(shape: BodyShape, candidate: Candidate): string {
  const { text, start } = shape;
  const back = skipSpaceBack(text, candidate.start, start);
  if (back <= start || breaksLine(text, back, candidate.start) || startsItem(text, back, start)) return 'line start';
  const at = back - 1;
  const unit = text.charCodeAt(at);
  if (isLetter(unit)) {
    const word = factsOf(wordBefore(text, back, start));
    return joined(word.isMonth ? 'month' : word.isNumbered ? 'numbered word' : word.shape, ' space');
  }
  if (unit !== 46 && unit !== 44) return joined(charClass(text, at), ' space');
  const written = wordBefore(text, at, start);
  const word = factsOf(written);
  const bare = isDigit(text.charCodeAt(at - 1)) ? 'digit' : 'other';
  const name = word.isNumbered ? 'numbered word' : written === '' ? bare : word.shape;
  return joined(name, unit === 46 ? '. space' : ', space');
}

function breaksLine(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isLineEnd(text.charCodeAt(at))) return true;
  return false;
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}

const OPENS_ITEM = ' \t>*•“"([-';

/** Only bullets, quotation marks and prefixes stand before it on its line: `  * “4. Research`. */
function startsItem(text: string, from: number, start: number): boolean {
  let at = from;
  while (at > start && from - at < 16 && OPENS_ITEM.includes(text.charAt(at - 1))) at--;
  return at <= start || isLineEnd(text.charCodeAt(at - 1));
}

function describeAfter(shape: BodyShape, candidate: Candidate): string {
  const { text, end, breaks } = shape;
  let at = candidate.end;
  if (at >= end) return 'end';
  if (breaks.has(at)) return 'page break';
  const unit = text.charCodeAt(at);
  if (!isWhiteSpace(unit)) {
    if (isLetter(unit)) {
      const word = factsOf(wordAfter(text, at, end));
      return word.isOrdinal ? 'ordinal' : word.beginsAsciiSmall ? 'lower' : 'upper';
    }
    const next = text.charCodeAt(at + 1);
    if ((unit === 46 || unit === 44 || unit === 58) && isDigit(next)) return 'decimal';
    if (unit === 46 || unit === 44 || unit === 59 || unit === 58 || unit === 41) {
      return joined(text.charAt(at), isWhiteSpace(next) || Number.isNaN(next) ? '' : 'x');
    }
    return charClass(text, at);
  }
  let lines = 0;
  while (at < end && isWhiteSpace(text.charCodeAt(at))) {
    if (text.charCodeAt(at) === 10) lines++;
    at++;
  }
  if (lines > 1 || at >= end) return 'end';
  if (lines === 1) return 'line end';
  if (breaks.has(at)) return 'page break';
  if (text.startsWith('| ', at)) return 'cell end';
  const first = text.charCodeAt(at);
  if (isDigit(first)) return 'space digit';
  if (isLetter(first)) {
    const word = factsOf(wordAfter(text, at, end));
    if (word.isMonth || isMonthBehindDay(text, at)) return 'space month';
    if (word.isCounted) return 'space counted';
    return word.beginsSmall ? 'space lower' : 'space upper';
  }
  return joined('space ', charClass(text, at));
}

function coarse(after: string): string {
  if (after === 'line end' || after === 'cell end' || after === 'page break') return 'end';
  return after.endsWith('x') ? after.slice(0, -1) : after;
}

function charClass(text: string, at: number): string {
  const unit = text.charCodeAt(at);
  if (isDigit(unit)) return 'digit';
  if (isLetter(unit)) return 'letter';
  if (unit === 10 || unit === 13) return 'line';
  if (isWhiteSpace(unit)) return 'space';
  const char = text.charAt(at);
  if ('“‘«„'.includes(char)) return 'opening quote';
  if ('”’»"\''.includes(char)) return 'closing quote';
  if ('–—'.includes(char)) return 'dash';
  if ('$£€¥#№§'.includes(char)) return 'currency';
  if ('()[]{}.,;:!?/-%…=+*°'.includes(char)) return char;
  return 'other';
}

function wordBefore(text: string, end: number, start: number): string {
  let from = end;
  while (from > start && end - from < 24 && isLetter(text.charCodeAt(from - 1))) from--;
  return text.slice(from, end);
}

function wordAfter(text: string, start: number, end: number): string {
  let to = start;
  while (to < end && to - start < 24 && isLetter(text.charCodeAt(to))) to++;
  return text.slice(start, to);
}

function skipSpaceBack(text: string, from: number, start: number): number {
  let at = from;
  while (at > start && from - at < 64 && isWhiteSpace(text.charCodeAt(at - 1))) at--;
  return at;
}
