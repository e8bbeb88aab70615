/** Running text -> the places where the marker of a note may stand: `March 9.1 I`, `Gromyko, 2 concerning`, `19612`, `9.[1]`. */
import type { MarkerForm } from '../conventions.js';
import { isWhiteSpace } from '../lines.js';
import { literal } from '../literal.js';
import { enclosureOf, fromSuperscript } from '../typed-forms.js';

/** Characters that may be a marker. */
export interface Candidate {
  /** The whole marker, brackets included. */
  readonly start: number;
  readonly end: number;
  /** The label alone, as it is printed: `1`, `60a`, `*`. */
  readonly label: string;
  readonly labelStart: number;
  readonly labelEnd: number;
  /** The number in the label; NaN for a sign. */
  readonly value: number;
}

/** Which labels there may be. */
export interface LabelHints {
  /** The list's own labels that are letters: only then are letters looked for. */
  readonly letters: ReadonlySet<string>;
  /** Digits of the longest label; 0 where none is a number. */
  readonly digits: number;
  /** The list's own labels that are signs without brackets, where other labels have brackets: so are their markers. */
  readonly signs?: ReadonlySet<string>;
}

/** `*†‡§¶`. */
function isSign(unit: number): boolean {
  return unit === 42 || unit === 0x2020 || unit === 0x2021 || unit === 0xa7 || unit === 0xb6;
}

/**
 * In: a text, a span and the form of markers; the hints on labels. Each candidate in the span is seen, in order; in a run of digits each way to end it (`19612`: `2`, `12`, `612`).
 */
export function findCandidates(
  text: string,
  start: number,
  end: number,
  form: MarkerForm,
  hints: LabelHints,
  see: (candidate: Candidate) => void,
): void {
  if (form === 'glued') gluedCandidates(text, start, end, hints, see);
  else if (form === 'superscript') matchedCandidates(text, start, end, SUPERSCRIPT, hints, see);
  else {
    const { before = '', after = '' } = enclosureOf(form) ?? {};
    if (before === '') closedCandidates(text, start, end, after, hints, see);
    else matchedCandidates(text, start, end, enclosedPattern(form, (hints.signs?.size ?? 0) > 0), hints, see);
  }
}

/** `18702)`: nothing shows where the label begins; each way to end the run of digits before what closes it is seen. */
function closedCandidates(
  text: string,
  start: number,
  end: number,
  after: string,
  { letters, digits }: LabelHints,
  see: (candidate: Candidate) => void,
): void {
  const part = text.slice(start, end);
  for (let at = part.indexOf(after); at > 0; at = part.indexOf(after, at + 1)) {
    const stop = start + at;
    const close = stop + after.length;
    const typed = CLOSED_LABEL.exec(text.slice(Math.max(start, stop - LONGEST_CLOSED), stop))?.[0] ?? '';
    const first = stop - typed.length;
    if (!isDigit(typed.charCodeAt(0))) {
      if (typed !== '' && (!/^[a-z]$/.test(typed) || letters.has(typed))) see(closed(text, first, stop, close));
      continue;
    }
    const figures = /[a-z]$/.test(typed) ? stop - 1 : stop;
    for (let from = figures - 1; from >= Math.max(first, figures - Math.max(digits, 1)); from--) {
      if (text.charCodeAt(from) === 48 && figures - from > 1) continue;
      see(closed(text, from, stop, close));
    }
  }
}

const LONGEST_CLOSED = 8;
/** Digits, with a letter behind them maybe; signs; a letter that stands apart. */
const CLOSED_LABEL = /(?:[0-9]{1,7}[a-z]?|[*†‡§¶]{1,3}|(?<!\p{L})[a-z])$/u;

function closed(text: string, start: number, stop: number, end: number): Candidate {
  return { ...candidate(text, start, stop), end };
}

const SUPERSCRIPT =
  /([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}(?:[a-z](?![A-Za-z]))?(?![⁰¹²³⁴⁵⁶⁷⁸⁹⁄])|(?:\*{1,3}|†{1,3}|‡{1,3}|§{1,3}|¶{1,3})(?![*†‡§¶]))/g;
const ENCLOSED_LABEL = '[0-9]{1,4}[a-z]?|[*†‡§¶]{1,3}|[a-z]';

const BARE_SIGNS = '(?<![*†‡§¶])(?:\\*{1,3}|†{1,3}|‡{1,3}|§{1,3}|¶{1,3})(?![*†‡§¶])';

/** A caret is unmistakable: it may have a name behind it (`[^smith]`). `hasSigns`: signs may stand without what encloses other labels. */
function enclosedPattern(form: Exclude<MarkerForm, 'glued' | 'superscript'>, hasSigns: boolean): RegExp {
  const { before = '', after = '' } = enclosureOf(form) ?? {};
  const label = form === 'caret' ? '[^\\s[\\]^]{1,16}' : ENCLOSED_LABEL;
  return new RegExp(`${literal(before)}(${label})${literal(after)}${hasSigns ? `|(${BARE_SIGNS})` : ''}`, 'g');
}

function gluedCandidates(
  text: string,
  start: number,
  end: number,
  { letters, digits }: LabelHints,
  see: (candidate: Candidate) => void,
): void {
  const hasLetters = letters.size > 0;
  // Nearly all of a text is neither digit nor sign: an expression passes it over faster than a loop. The text is cut out, or
  // it would run on to the end of the file for each note.
  const trace = digits > 0 ? DIGIT_OR_SIGN : SIGN;
  const part = hasLetters ? '' : text.slice(start, end);
  for (let i = start; i < end; ) {
    if (!hasLetters) {
      trace.lastIndex = i - start;
      if (!trace.test(part)) return;
      i = start + trace.lastIndex - 1;
    }
    const unit = text.charCodeAt(i);
    if (isDigit(unit)) {
      let stop = i + 1;
      while (stop < end && isDigit(text.charCodeAt(stop))) stop++;
      splitsOfRun(text, i, stop, end, digits, see);
      i = stop;
    } else if (isSign(unit)) {
      let stop = i + 1;
      while (stop < end && text.charCodeAt(stop) === unit) stop++;
      if (stop - i <= 3 && !isBullet(text, i, stop)) see(candidate(text, i, stop));
      i = stop;
    } else {
      if (
        hasLetters &&
        letters.has(text.charAt(i)) &&
        !isLetter(text.charCodeAt(i + 1)) &&
        i > start &&
        (!isLetter(text.charCodeAt(i - 1)) || endsCapitals(text, i, start))
      ) {
        see(candidate(text, i, i + 1));
      }
      i++;
    }
  }
}

const SIGN = /[*†‡§¶]/g;
const DIGIT_OR_SIGN = /[0-9*†‡§¶]/g;

/** `FORCESa`: no word in capitals ends in a small letter. */
function endsCapitals(text: string, end: number, start: number): boolean {
  return end - start > 2 && /^\p{Lu}{2}$/u.test(text.slice(end - 2, end));
}

/** The ends of a run of digits that may be a label, the shortest first; with a letter behind (`60a`) that counts as well. */
function splitsOfRun(
  text: string,
  start: number,
  stop: number,
  end: number,
  digits: number,
  see: (candidate: Candidate) => void,
): void {
  const letter = text.charCodeAt(stop);
  const suffixed = stop < end && letter >= 97 && letter <= 101 && !isLetter(text.charCodeAt(stop + 1));
  for (let from = stop - 1; from >= Math.max(start, stop - digits); from--) {
    const leadingZero = text.charCodeAt(from) === 48 && stop - from > 1;
    if (leadingZero) continue;
    see(candidate(text, from, stop));
    if (suffixed) see(candidate(text, from, stop + 1));
  }
}

/** The text is cut out first: a pattern that finds nothing in it would else run on to the end of the file. */
function matchedCandidates(
  text: string,
  start: number,
  end: number,
  pattern: RegExp,
  { letters, signs }: LabelHints,
  see: (candidate: Candidate) => void,
): void {
  for (const match of text.slice(start, end).matchAll(pattern)) {
    const typed = match[1] ?? match[2] ?? '';
    if (match[2] !== undefined && !signs?.has(typed)) continue;
    // `[a]` may number a point; `[^a]` is a marker.
    if (/^[a-z]$/.test(typed) && !letters.has(typed) && !match[0].startsWith('[^')) continue;
    const from = start + match.index;
    const to = from + match[0].length;
    if (match[0] === typed && /^[*†‡§¶]/.test(typed) && isBullet(text, from, to)) continue;
    const labelStart = from + match[0].indexOf(typed);
    const label = fromSuperscript(typed);
    see({ start: from, end: to, label, labelStart, labelEnd: labelStart + typed.length, value: labelNumber(label) });
  }
}

function candidate(text: string, start: number, end: number): Candidate {
  const label = text.slice(start, end);
  return { start, end, label, labelStart: start, labelEnd: end, value: labelNumber(label) };
}

/** The number of a label, NaN where it has none. */
export function labelNumber(label: string): number {
  return isDigit(label.charCodeAt(0)) ? Number.parseInt(label, 10) : Number.NaN;
}

/** In: a code unit. Out: whether it is a digit of ASCII. */
export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** In: a code unit. Out: whether it is a letter of ASCII, or anything from U+00C0 to U+1FFF but × and ÷: the weights of markers were learned with it. */
export function isLetter(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 65 && unit <= 90) ||
    (unit >= 0xc0 && unit < 0x2000 && unit !== 0xd7 && unit !== 0xf7)
  );
}

/** A sign at the start of a line with white space behind is a bullet. */
function isBullet(text: string, start: number, stop: number): boolean {
  if (!isWhiteSpace(text.charCodeAt(stop))) return false;
  let i = start - 1;
  while (i >= 0 && (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9 || text.charCodeAt(i) === 62)) i--;
  return i < 0 || text.charCodeAt(i) === 10 || text.charCodeAt(i) === 13;
}
