/** Dates in words -> their values as W3C XML Schema writes them (ISO 8601; TEI att.datable.w3c). */
import { matchesOf } from '../source/index.js';
import { type DatePattern, datePatternFor } from './date-pattern.js';
import { ends, otherEnd, type Point, pointAround } from './date-point.js';
import { type FoundTime, readTime } from './date-time.js';
import { type ClockTime, type DateValue, dayAfter, dayValue, follows, hasValue, momentValue } from './date-value.js';
import { doubleDay } from './double-date.js';
import { matchAt } from './match-at.js';
import { otherCalendars, withTwins } from './other-calendars.js';
import { dayNumber } from './roman-number.js';

/** A date in a text, with its time where one stands behind it. No value: the words do not give one. */
export interface FoundDate extends DateValue {
  readonly start: number;
  readonly end: number;
  /** `October 1, 1958, 10:05 a.m.–5:55 p.m.`: from and to are hours of this day, whose words end before them. */
  readonly day?: { readonly when: string; readonly end: number };
  /** `[March 9, 1961?]`, `ca. March 9, 1961`: what the words would say without their doubt. */
  readonly guess?: DateValue;
}

export interface DateOptions {
  /** BCP 47; decides the names of the months. English without it. */
  readonly language?: string;
}

/** `Prid. Kal.`, `VIII. Cal.`: a day of the Roman calendar is counted back from the month. */
const ROMAN_DAY =
  /(?<!\p{L})(?:[KCkc]al(?:end(?:as|is)?)?|[Ii]d(?:us|ibus)?|[Nn]on(?:as|is)?|[Pp]rid(?:ie)?)\.?\s{0,3}$/u;
/** `[? March 1861]` */
const DOUBT_BEFORE = /[[(]\?\s?$/;

/** `XIII al `, `12–`: what comes is the end of a range, or one of two. */
const RANGE_BEFORE = /(?:^|[\s,])(?:[IVXJivxj]{1,6}|\d{1,2})[^\s\d]{0,3}\s?(?:[–—/-]|\s?\p{Ll}{1,4})\s?$/u;

/** How far before a month its day may begin. */
const REACH = 48;

/**
 * In: `Washington, May 16, 1961, 1:33 p.m.` Out: one date, from `May` to `p.m.`, when `1961-05-16T13:33:00`.
 * A date without a year, an impossible one (`February 30`) and a doubtful one (`[May 12, 1961?]`) have no value.
 */
export function findDates(text: string, options: DateOptions = {}): readonly FoundDate[] {
  const language = options.language ?? 'en';
  if (text.length > LONGEST_KEPT) return datesIn(text, language);
  if (language !== recentLanguage || recent.size >= MOST_KEPT) recent.clear();
  recentLanguage = language;
  let dates = recent.get(text);
  if (!dates) {
    dates = datesIn(text, language);
    recent.set(text, dates);
  }
  return dates;
}

/** Of one document the same lines are asked by several rules, one after the other. */
const recent = new Map<string, readonly FoundDate[]>();
let recentLanguage = '';
const MOST_KEPT = 32;
const LONGEST_KEPT = 300;

function datesIn(text: string, language: string): readonly FoundDate[] {
  const others = otherCalendars(text, language);
  const pattern = datePatternFor(language);
  const found: FoundDate[] = [];
  let end = 0;
  for (const match of matchesOf(pattern.anywhere, text)) {
    if (match.index < end) continue;
    const date = inFigures(match, pattern) ?? inWords(text, match, end, pattern);
    if (!date || others.some((other) => date.start < other.end && other.start < date.end)) continue;
    found.push(date);
    end = date.end;
  }
  return others.length === 0 ? found : withTwins(text, [...found, ...others]);
}

/** In: a date and nothing else, brackets and a full stop apart. Out: its value; undefined where the text is something else. */
export function parseDate(text: string, options: DateOptions = {}): DateValue | undefined {
  const [date, another] = findDates(text, options);
  if (!date || another) return undefined;
  if (/[^\s[(]/.test(text.slice(0, date.start)) || /[^\s\]).,;]/.test(text.slice(date.end))) return undefined;
  const { start, end, day, guess, ...said } = date;
  return said;
}

function inFigures({ index, 0: words, groups = {} }: RegExpExecArray, pattern: DatePattern): FoundDate | undefined {
  const { y, m, roman, d, dayR } = groups;
  const { year = y ?? groups['yearR'], mon = m, day = d ?? dayR } = groups;
  if (year === undefined) return undefined;
  const month = roman === undefined ? Number(mon) : pattern.monthOf(roman);
  const when = dayValue({ year: Number(year), month, day: Number(day) });
  return { start: index, end: index + words.length, ...value(when) };
}

function inWords(text: string, match: RegExpExecArray, min: number, pattern: DatePattern): FoundDate | undefined {
  const from = Math.max(min, match.index - REACH);
  const before = text.slice(from, match.index);
  const days = pattern.daysBefore.exec(before) ?? romanDay(before, pattern);
  const first = pointAround(text, match.index, days, from, pattern);
  if (!first || (first.days.length === 0 && isName(match, before, pattern))) return undefined;
  const double = doubleDay(text, first, pattern);
  if (double) {
    const time = readTime(text, double.end, pattern);
    const { start, end } = withoutHalfBrackets(text, first.start, time?.end ?? double.end);
    return { start, end, ...value(momentValue(double.day, time?.from)) };
  }
  const second = otherEnd(text, first, pattern);
  if (!second && first.days.length === 0 && first.year === undefined) return undefined;
  const last = second ?? first;
  const time = last.days.length > 0 ? readTime(text, last.end, pattern) : undefined;
  const { start, end } = withoutHalfBrackets(text, first.start, time?.end ?? last.end);
  const lead = text.slice(Math.max(0, start - REACH), start);
  // `Berkeley, Cal. May 3, 1900`
  if (pattern.romanDayBefore && ROMAN_DAY.test(lead)) return undefined;
  if (first.doubtful || last.doubtful || DOUBT_BEFORE.test(lead)) return { start, end };
  const later = second || !time?.from || time.to ? undefined : laterMoment(text, time.end, first, time.from, pattern);
  if (later && start === first.start) return later;
  const said = saidBy(first, second, time);
  if (first.guessed || last.guessed || pattern.about.test(lead))
    return { start, end, ...(hasValue(said) && { guess: said }) };
  const isOneDay = first.days.length === 1 && !second;
  const when = time?.to && isOneDay && start === first.start ? said.from?.slice(0, ISO_DAY) : undefined;
  return { start, end, ...said, ...(when !== undefined && { day: { when, end: last.end } }) };
}

/** `XIII de mars`; other letters than those of a day are something else, and so is `XIV` behind a name. */
function romanDay(before: string, { romanDayBefore, isLatin }: DatePattern): RegExpExecArray | undefined {
  const found = romanDayBefore?.exec(before) ?? undefined;
  if (!found || dayNumber(found.groups?.['day1'] ?? '') === undefined) return undefined;
  // `dal XIII al XV di marzo`: a day would be half of what is said.
  if (RANGE_BEFORE.test(before.slice(0, found.index))) return undefined;
  const isRuler = /\p{Lu}[\p{L}’'-]*\s$/u.test(before.slice(0, found.index)) && /^\S+\s*$/.test(found[0]);
  return isRuler && !isLatin ? undefined : found;
}

const NAME_BEFORE = /(?<!\p{L})(?!(?:Anfang|Anfangs|Mitte|Ende|Im|Den|Vom|Seit|Bis|Mense)\s)\p{Lu}[\p{L}.]*\s+$/u;

/** `Herr May 1800`, `Karl Julius, 1790`: a month that is a name as well, behind a word that may be one. */
function isName({ groups = {} }: RegExpExecArray, before: string, { alsoNames }: DatePattern): boolean {
  return alsoNames.has((groups['month'] ?? '').toLowerCase()) && NAME_BEFORE.test(before);
}

/** `1961-05-12` */
const ISO_DAY = 10;

/** `March 9, 1961, 11 p.m.–March 10, 1961, 1 a.m.`: the hour of another day behind that of the first. */
function laterMoment(
  text: string,
  at: number,
  first: Point,
  from: ClockTime,
  pattern: DatePattern,
): FoundDate | undefined {
  const link = matchAt(pattern.to, text, at);
  if (!link || link.groups?.['and'] !== undefined || link.groups?.['or'] !== undefined) return undefined;
  const start = at + link[0].length;
  const days = matchAt(pattern.daysThenMonth, text, start);
  const second = pointAround(text, start + (days?.[0].length ?? 0), days, start, pattern);
  const time = second && readTime(text, second.end, pattern);
  const [one] = ends(first, undefined);
  const [two] = second ? ends(second, undefined) : [];
  if (!one || !two || !time?.from || time.to || first.doubtful || second?.doubtful) return undefined;
  const [begin, end] = [momentValue(one, from), momentValue(two, time.from)];
  return begin !== undefined && end !== undefined && begin < end
    ? { start: first.start, end: time.end, from: begin, to: end }
    : undefined;
}

/** What day, range or hours are said. */
function saidBy(first: Point, second: Point | undefined, time: FoundTime | undefined): DateValue {
  const [one, two] = ends(first, second);
  if (!one) return {};
  if (two) {
    const values = [dayValue(one), dayValue(two)] as const;
    const inOrder = values[0] !== undefined && values[1] !== undefined && values[0] < values[1];
    if (!inOrder) return {};
    if (!(second ?? first).either) {
      // From the evening of the one to the morning of the other; other hours may be those of each day.
      if (time?.overnight && follows(one, two))
        return value(undefined, momentValue(one, time.from), momentValue(two, time.to));
      return value(undefined, values[0], values[1]);
    }
    return oneOfTwo(momentValue(one, time?.from), momentValue(two, time?.from));
  }
  if (first.joined || second) return {};
  if (!time?.to) return value(momentValue(one, time?.from));
  return value(undefined, momentValue(one, time.from), momentValue(time.overnight ? dayAfter(one) : one, time.to));
}

/** `[May 12, 1961]` is a date in brackets, `[May] 12, 1961` a date with a bracket in it. */
function withoutHalfBrackets(
  text: string,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  let open = 0;
  for (const character of text.slice(start, end)) open += character === '[' ? 1 : character === ']' ? -1 : 0;
  if (open > 0) return text[end] === ']' ? { start, end: end + 1 } : { start, end };
  if (open === 0) return { start, end };
  if (text[end - 1] === ']') return { start, end: end - 1 };
  return text[start - 1] === '[' ? { start: start - 1, end } : { start, end };
}

function oneOfTwo(notBefore?: string, notAfter?: string): DateValue {
  return notBefore !== undefined && notAfter !== undefined ? { notBefore, notAfter } : {};
}

function value(when?: string, from?: string, to?: string): DateValue {
  if (when !== undefined) return { when };
  return from !== undefined && to !== undefined ? { from, to } : {};
}
