/** A candidate -> the evidence for and against its being a marker, as names that `marker-weights` weighs. */
import { type Candidate, isDigit, isLetter } from './constructs/note-marker.js';
import { isWhiteSpace } from './lines.js';
import { COUNTED, MONTH, NUMBERED } from './marker-words.js';

/** What is known of the body that candidates stand in. */
export interface BodyShape {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Ends of the first paragraphs: the head is among them. */
  readonly firstEnds: readonly number[];
  /** How often a word is followed by a number of so many digits, in the whole file: `gocus 3` -> 5. */
  readonly numbersAfter: ReadonlyMap<string, number>;
  /** Where page breaks start. */
  readonly breaks: ReadonlySet<number>;
}

/** In: a text. Out: for each word and number of digits, how often the one stands before the other. */
export function countNumbersAfter(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  // Looked for from the numbers: there are many more words.
  for (const { 0: digits, index } of text.matchAll(/(?<=[ \t])[0-9]+/g)) {
    if (digits.length > LONGEST_NUMBER) continue;
    const end = text.charCodeAt(index - 2) === 46 ? index - 2 : index - 1;
    let start = end;
    while (end - start < LONGEST_WORD && isWordLetter(text, start - 1)) start--;
    if (end - start < 2) continue;
    const key = `${text.slice(start, end).toLowerCase()} ${digits.length}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const LONGEST_NUMBER = 6;
const LONGEST_WORD = 20;

function isWordLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit > 127 && /\p{L}/u.test(text.charAt(at)));
}

/** In: the shape of the body and a candidate in it. Out: names of evidence; each counts once. */
export function describeCandidate(shape: BodyShape, candidate: Candidate): string[] {
  const position = positionOf(shape, candidate);
  if (Number.isNaN(candidate.value)) return [describeSign(shape, candidate), ...(position ? [position] : [])];
  const before = describeBefore(shape, candidate);
  const after = describeAfter(shape, candidate);
  const evidence = [`before ${before.name}`, `after ${after}`, ...before.details];
  if (before.joint) evidence.push(`${before.joint} / ${coarse(after)}`);
  const length = candidate.label === '0' ? 'zero' : `of ${candidate.label.length}`;
  evidence.push(/[a-z]$/.test(candidate.label) ? 'label suffixed' : `label ${length}`);
  const label = candidate.label === '0' ? '0' : candidate.label === '1' ? '1' : 'n';
  if (position) evidence.push(position, `${position} ${label}`);
  return evidence;
}

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

/** `FORCESa`, `1,125b` and `boats.c` may be markers; `(a)`, `a.m.`, `i.e.` and `a boat` are none. */
function describeLetter({ text, start, end }: BodyShape, candidate: Candidate): string {
  const before = text.slice(Math.max(start, candidate.start - 2), candidate.start);
  const after = text.slice(candidate.end, Math.min(end, candidate.end + 2));
  if (!/^(?:$|\s|[.,;:)](?![\p{L}\d]))/u.test(after)) return 'letter elsewhere';
  if (/(?:\p{Lu}|\d|[^\s\p{L}][.)]|\p{L}\)|[,;:”’"%]|\p{L}\.)$/u.test(before) && !/(?:^|\s)\p{L}?\.$/u.test(before)) {
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
    if (candidate.end === end) return `ends paragraph ${i + 1}`;
    const rest = text.slice(candidate.end, Math.min(end, candidate.end + 8));
    if (/^\s*\[?\^?[0-9⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}\]?$/.test(rest)) return `ends paragraph ${i + 1} but one`;
    return i === 0 ? 'in paragraph 1' : '';
  }
  return '';
}

interface Before {
  readonly name: string;
  readonly details: readonly string[];
  /** Name to be joined with what comes after, for contexts that decide little alone. */
  readonly joint?: string;
}

function describeBefore(shape: BodyShape, candidate: Candidate): Before {
  const { text, start } = shape;
  const at = candidate.start - 1;
  if (at < start) return { name: 'start', details: [], joint: 'start' };
  const unit = text.charCodeAt(at);
  if (isDigit(unit)) return describeSplit(shape, candidate);
  if (isWhiteSpace(unit)) return describeSpaced(shape, candidate);
  if (startsItem(text, candidate.start, start)) return { name: 'line start', details: [], joint: 'line start' };
  const details: string[] = [];
  let name = charClass(text, at);
  let joint: string | undefined;
  if (isLetter(unit)) {
    const word = wordBefore(text, at + 1, start);
    name = wordShape(word);
    if (NUMBERED.test(word)) details.push('glued to numbered word');
    joint = name;
  } else if (unit === 46 || unit === 44) {
    const previous = at - 1 >= start ? text.charCodeAt(at - 1) : 32;
    const inner = isDigit(previous)
      ? 'digit'
      : isLetter(previous)
        ? wordShape(wordBefore(text, at, start))
        : charClass(text, at - 1);
    name = `${inner}${text.charAt(at)}`;
    if (unit === 46 && isLetter(previous)) {
      const word = wordBefore(text, at, start);
      if (NUMBERED.test(word) || MONTH.test(word)) details.push('glued to numbered abbreviation');
    }
    joint = name;
  } else joint = name;
  return { name, details, ...(joint && { joint }) };
}

/** `1961` + `2`: the digits before the label are a number of their own. */
function describeSplit(shape: BodyShape, candidate: Candidate): Before {
  const { text, start, numbersAfter } = shape;
  let from = candidate.start;
  while (from > start && candidate.start - from < 12 && isDigit(text.charCodeAt(from - 1))) from--;
  const rest = text.slice(from, candidate.start);
  const run = rest + candidate.label;
  const lead = from > start ? charClass(text, from - 1) : 'start';
  const details = [`split behind ${lead}`, `split leaves ${Math.min(rest.length, 6)}`];
  const word = /^(?:space|line)$/.test(lead) ? wordBefore(text, skipSpaceBack(text, from, start), start) : '';
  if (/^(?:1[6-9]|20)[0-9]{2}$/.test(rest)) details.push('split leaves year');
  if (/^(?:1[6-9]|20)[0-9]{2}$/.test(run)) details.push('split of year');
  if (MONTH.test(word)) {
    const possible = Number(run) <= 31;
    details.push(
      possible ? 'split of day' : Number(rest) <= 31 && rest.length <= 2 ? 'split leaves day' : 'split after month',
    );
  } else if (NUMBERED.test(word)) details.push('split after numbered word');
  else if (word === '' && lead === 'space') details.push('split after sign');
  else if (lead === 'space') details.push(`split after ${wordShape(word)}`);
  if (word !== '') {
    const wordStart = skipSpaceBack(text, from, start) - word.length;
    if (startsItem(text, wordStart, start)) details.push('split at start of paragraph');
    const others = (digits: string, self: number): boolean =>
      (numbersAfter.get(`${word.toLowerCase()} ${digits.length}`) ?? 0) > self;
    const restFits = others(rest, 0);
    const runFits = others(run, 1);
    if (restFits !== runFits)
      details.push(restFits ? 'split leaves number like others' : 'split of number like others');
  }
  if (rest.startsWith('0')) details.push('split of leading zero');
  return { name: 'digit', details, joint: 'digit' };
}

/** `Gromyko, 2 concerning`: the label is a token of its own. */
function describeSpaced(shape: BodyShape, candidate: Candidate): Before {
  const { text, start } = shape;
  const back = skipSpaceBack(text, candidate.start, start);
  const gap = text.slice(back, candidate.start);
  if (back <= start || /[\r\n]/.test(gap) || startsItem(text, back, start)) {
    return { name: 'line start', details: [], joint: 'line start' };
  }
  const at = back - 1;
  const details: string[] = [];
  let name = charClass(text, at);
  const unit = text.charCodeAt(at);
  if (isLetter(unit)) {
    const word = wordBefore(text, back, start);
    name = MONTH.test(word) ? 'month' : NUMBERED.test(word) ? 'numbered word' : wordShape(word);
  } else if (unit === 46 || unit === 44) {
    const word = wordBefore(text, at, start);
    name = NUMBERED.test(word)
      ? `numbered word${text.charAt(at)}`
      : `${word ? wordShape(word) : isDigit(text.charCodeAt(at - 1)) ? 'digit' : 'other'}${text.charAt(at)}`;
  }
  return { name: `${name} space`, details, joint: `${name} space` };
}

/** Only bullets, quotation marks and prefixes stand before it on its line: `  * “4. Research`. */
function startsItem(text: string, from: number, start: number): boolean {
  let at = from;
  while (at > start && from - at < 16 && /[ \t>*•“"([-]/.test(text.charAt(at - 1))) at--;
  return at <= start || /[\r\n]/.test(text.charAt(at - 1));
}

function describeAfter(shape: BodyShape, candidate: Candidate): string {
  const { text, end, breaks } = shape;
  let at = candidate.end;
  if (at >= end) return 'end';
  if (breaks.has(at)) return 'page break';
  const unit = text.charCodeAt(at);
  if (!isWhiteSpace(unit)) {
    if (isLetter(unit)) {
      const word = wordAfter(text, at, end);
      return /^(?:st|nd|rd|th)$/i.test(word) ? 'ordinal' : /^[a-z]/.test(word) ? 'lower' : 'upper';
    }
    const next = text.charCodeAt(at + 1);
    if ((unit === 46 || unit === 44 || unit === 58) && isDigit(next)) return 'decimal';
    if (unit === 46 || unit === 44 || unit === 59 || unit === 58 || unit === 41) {
      return `${text.charAt(at)}${isWhiteSpace(next) || Number.isNaN(next) ? '' : 'x'}`;
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
    const word = wordAfter(text, at, end);
    if (MONTH.test(word)) return 'space month';
    if (COUNTED.test(word)) return 'space counted';
    return /^[a-zß-öø-ÿ]/.test(word) ? 'space lower' : 'space upper';
  }
  return `space ${charClass(text, at)}`;
}

function coarse(after: string): string {
  return after.replace(/^line end|^cell end|^page break/, 'end').replace(/x$/, '');
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

function wordShape(word: string): string {
  if (word === '') return 'other';
  if (word.length === 1) return /[a-z]/.test(word) ? 'a' : 'A';
  if (/^[A-Z]+$/.test(word)) return 'AAA';
  return /[a-zß-öø-ÿ’]$/.test(word) ? (word.length <= 3 ? 'aaa' : 'word') : 'other';
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
