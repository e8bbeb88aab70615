/** A month in a text -> the days and the year that belong to it, and the month or day at the other end of a range. */
import type { DatePattern } from './date-pattern.js';
import { type Day, follows } from './date-value.js';
import { matchAt } from './match-at.js';
import { oldStyleYear } from './old-style-year.js';
import { dayNumber, yearNumber } from './roman-number.js';

/** A month with what belongs to it. */
export interface Point {
  readonly start: number;
  readonly end: number;
  readonly month: number;
  readonly days: readonly number[];
  /** The days are joined by `and`: no range unless they follow one another. */
  readonly joined: boolean;
  /** The days are joined by `or`. */
  readonly either: boolean;
  readonly doubtful: boolean;
  /** The figure of another calendar behind the day: `1/13`, `1st (13th)`. */
  readonly other?: number;
  /** A question mark stands behind the day or the year. */
  readonly guessed: boolean;
  readonly year?: number;
}

/** A month at an offset, its days before it or behind it, and its year. */
export function pointAround(
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
  const other = day2 === undefined ? /^\s?[/(](\d{1,2})/.exec(doubt1 ?? '')?.[1] : undefined;
  const month = pattern.monthOf(named.groups?.['month'] ?? '');
  const { year: number, next, doubt } = year?.groups ?? {};
  const typed = number === undefined ? undefined : yearNumber(number);
  const day = day1 === undefined || day2 !== undefined ? undefined : dayNumber(mended1 ?? day1);
  const said = typed === undefined || next === undefined ? typed : oldStyleYear(typed, next, { month, day });
  return {
    start: before && !behind ? from + before.index : at,
    end: end + (year?.[0].length ?? 0),
    month,
    days: [mended1 ?? day1, ...(list?.match(/\d+/g) ?? []), mended2 ?? day2].flatMap((day) =>
      day === undefined ? [] : [dayNumber(day) ?? 0],
    ),
    joined: and !== undefined,
    either: or !== undefined,
    doubtful:
      (number !== undefined && said === undefined) ||
      [unsure1, unsure2].some((sign) => sign !== undefined) ||
      doubts.some((sign) => /^\s?[/(]\d/.test(sign)) ||
      (list !== undefined && and === undefined),
    ...(other !== undefined && { other: Number(other) }),
    guessed: doubts.length > 0 || doubt !== undefined,
    ...(said !== undefined && { year: said }),
  };
}

/** `June 30–July 2, 1961`, `May–June 1961`, `30 June to 2 July 1961`: the point at the other end. */
export function otherEnd(text: string, first: Point, pattern: DatePattern): Point | undefined {
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
export function ends(first: Point, second: Point | undefined): readonly [Day?, Day?] {
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
