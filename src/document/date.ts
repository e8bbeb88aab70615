/** Dates in words -> their values as W3C XML Schema writes them (ISO 8601; TEI att.datable.w3c). */
import { type DatePattern, datePatternFor } from './date-pattern.js';
import { type FoundTime, readTime } from './date-time.js';
import { type DateValue, type Day, dayAfter, dayValue, follows, hasValue, momentValue } from './date-value.js';
import { matchAt } from './match-at.js';

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

/** How far before a month its day may begin. */
const REACH = 48;

/**
 * In: `Washington, May 16, 1961, 1:33 p.m.` Out: one date, from `May` to `p.m.`, when `1961-05-16T13:33:00`.
 * A date without a year, an impossible one (`February 30`) and a doubtful one (`[May 12, 1961?]`) have no value.
 */
export function findDates(text: string, options: DateOptions = {}): readonly FoundDate[] {
  const pattern = datePatternFor(options.language ?? 'en');
  const found: FoundDate[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern.anywhere)) {
    if (match.index < end) continue;
    const date = inFigures(match, pattern) ?? inWords(text, match, end, pattern);
    if (!date) continue;
    found.push(date);
    end = date.end;
  }
  return found;
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

/** A month with what belongs to it. */
interface Point {
  readonly start: number;
  readonly end: number;
  readonly month: number;
  readonly days: readonly number[];
  /** The days are joined by `and`: no range unless they follow one another. */
  readonly joined: boolean;
  /** The days are joined by `or`. */
  readonly either: boolean;
  readonly doubtful: boolean;
  /** A question mark stands behind the day or the year. */
  readonly guessed: boolean;
  readonly year?: number;
}

function inWords(text: string, match: RegExpExecArray, min: number, pattern: DatePattern): FoundDate | undefined {
  const from = Math.max(min, match.index - REACH);
  const before = text.slice(from, match.index);
  const first = pointAround(text, match.index, pattern.daysBefore.exec(before), from, pattern);
  if (!first) return undefined;
  const second = otherEnd(text, first, pattern);
  if (!second && first.days.length === 0 && first.year === undefined) return undefined;
  const last = second ?? first;
  const time = last.days.length > 0 ? readTime(text, last.end, pattern) : undefined;
  const { start, end } = withoutHalfBrackets(text, first.start, time?.end ?? last.end);
  const lead = text.slice(Math.max(0, start - REACH), start);
  if (ROMAN_DAY.test(lead)) return undefined;
  if (first.doubtful || last.doubtful || DOUBT_BEFORE.test(lead)) return { start, end };
  const said = saidBy(first, second, time);
  if (first.guessed || last.guessed || pattern.about.test(lead))
    return { start, end, ...(hasValue(said) && { guess: said }) };
  const when = time?.to && start === first.start ? said.from?.slice(0, ISO_DAY) : undefined;
  return { start, end, ...said, ...(when !== undefined && { day: { when, end: last.end } }) };
}

/** `1961-05-12` */
const ISO_DAY = 10;

/** What day, range or hours are said. */
function saidBy(first: Point, second: Point | undefined, time: FoundTime | undefined): DateValue {
  const [one, two] = ends(first, second);
  if (!one) return {};
  if (two) {
    const values = [dayValue(one), dayValue(two)] as const;
    const inOrder = values[0] !== undefined && values[1] !== undefined && values[0] < values[1];
    if (!inOrder) return {};
    if (!(second ?? first).either) return value(undefined, values[0], values[1]);
    return oneOfTwo(momentValue(one, time?.from), momentValue(two, time?.from));
  }
  if (first.joined || second) return {};
  if (!time?.to) return value(momentValue(one, time?.from));
  return value(undefined, momentValue(one, time.from), momentValue(time.overnight ? dayAfter(one) : one, time.to));
}

/** A month at an offset, its days before it or behind it, and its year. */
function pointAround(
  text: string,
  at: number,
  before: RegExpExecArray | null | undefined,
  from: number,
  pattern: DatePattern,
): Point | undefined {
  const named = matchAt(pattern.month, text, at);
  if (!named) return undefined;
  let end = at + named[0].length;
  let year = matchAt(pattern.year, text, end);
  const behind = year ? undefined : matchAt(pattern.daysAfter, text, end);
  if (behind) {
    end += behind[0].length;
    year = matchAt(pattern.year, text, end);
  }
  // "On 3 May 16, 1961" has one day too many: the one behind the month is nearer to the year.
  const days = behind ?? before ?? undefined;
  const { day1, mended1, doubt1, unsure1, list, and, or, day2, mended2, doubt2, unsure2 } = days?.groups ?? {};
  const doubts = [doubt1, doubt2].filter((sign) => sign !== undefined);
  const { month = '' } = named.groups ?? {};
  const { year: number, doubt } = year?.groups ?? {};
  return {
    start: before && !behind ? from + before.index : at,
    end: end + (year?.[0].length ?? 0),
    month: pattern.monthOf(month),
    days: [mended1 ?? day1, ...(list?.match(/\d+/g) ?? []), mended2 ?? day2].flatMap((day) =>
      day === undefined ? [] : [Number(day)],
    ),
    joined: and !== undefined,
    either: or !== undefined,
    doubtful:
      [unsure1, unsure2].some((sign) => sign !== undefined) ||
      doubts.some((sign) => sign.startsWith('/')) ||
      (list !== undefined && and === undefined),
    guessed: doubts.length > 0 || doubt !== undefined,
    ...(number !== undefined && { year: Number(number) }),
  };
}

/** `June 30–July 2, 1961`, `May–June 1961`, `30 June to 2 July 1961`: the point at the other end. */
function otherEnd(text: string, first: Point, pattern: DatePattern): Point | undefined {
  const link = first.days.length < 2 ? matchAt(pattern.to, text, first.end) : undefined;
  if (!link) return undefined;
  const at = first.end + link[0].length;
  const days = matchAt(pattern.daysThenMonth, text, at);
  const second = pointAround(text, at + (days?.[0].length ?? 0), days, at, pattern);
  if (!second || second.days.length !== first.days.length) return undefined;
  if (second.year === undefined && (first.year !== undefined || first.days.length === 0)) return undefined;
  const { and, or } = link.groups ?? {};
  if (or !== undefined) return { ...second, either: true };
  if (and === undefined) return second;
  const [one, two] = ends(first, second);
  return one && two && follows(one, two) ? second : undefined;
}

/** The first and the last day (or month) that the words name; the year stands with the last one. */
function ends(first: Point, second: Point | undefined): readonly [Day?, Day?] {
  const { year } = second ?? first;
  if (year === undefined) return [];
  if (second) {
    const turn = first.month > second.month ? year - 1 : year;
    return [
      { year: first.year ?? turn, month: first.month, day: first.days[0] },
      { year, month: second.month, day: second.days[0] },
    ];
  }
  const days = first.days.map((day): Day => ({ year, month: first.month, day }));
  const [start = { year, month: first.month }, ...others] = days;
  const isRange = !first.joined || others.every((day, index) => follows(days[index] ?? start, day));
  const end = isRange ? others.at(-1) : undefined;
  return end ? [start, end] : [start];
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
