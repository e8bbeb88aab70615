/** A day that is told by two calendars (`July 1/13, 1865`, `June 19/July 1, 1865`, `June 30 (July 12), 1865`) -> the day of the later one, which dates of TEI are told by. */
import type { DatePattern } from './date-pattern.js';
import { type Point, pointAround } from './date-point.js';
import { type Day, dayValue } from './date-value.js';
import { matchAt } from './match-at.js';

/** Before it there was no Gregorian calendar. */
const FIRST_YEAR = 1582;

/** In: a day of the Julian calendar. Out: the same day of the Gregorian one; undefined where there is no such day. */
function gregorianDay({ year, month, day }: Day): Day | undefined {
  if (day === undefined || year < FIRST_YEAR || dayValue({ year, month, day }) === undefined) return undefined;
  const century = Math.floor((month < 3 ? year - 1 : year) / 100);
  const lag = century - Math.floor(century / 4) - 2;
  const date = new Date(Date.UTC(year, month - 1, day + lag));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/**
 * In: a day, and the figure, or the month and the figure, that stand behind it. Out: the day of the Gregorian calendar; undefined where the two are
 * not one day by both calendars.
 */
function dayOfTwo(
  old: Day,
  other: { readonly year?: number; readonly month?: number; readonly day?: number | undefined },
): Day | undefined {
  const day = gregorianDay(old);
  const isOne =
    day?.day === other.day &&
    (other.month === undefined || day?.month === other.month) &&
    (other.year === undefined || day?.year === other.year);
  return isOne ? day : undefined;
}

/** In: a text, and a month with its day in it. Out: the day, and where its words end; undefined where they tell no second calendar. */
export function doubleDay(
  text: string,
  first: Point,
  pattern: DatePattern,
): { readonly end: number; readonly day: Day } | undefined {
  const [day, more] = first.days;
  if (day === undefined || more !== undefined) return undefined;
  const { year, month, end, other } = first;
  if (year !== undefined && other !== undefined) {
    const found = dayOfTwo({ year, month, day }, { day: other });
    return found && { end, day: found };
  }
  const link = matchAt(OTHER_CALENDAR, text, end);
  if (!link) return undefined;
  const at = end + link[0].length;
  const days = matchAt(pattern.daysThenMonth, text, at);
  const second = pointAround(text, at + (days?.[0].length ?? 0), days, at, pattern);
  if (second?.days.length !== 1) return undefined;
  const closed = /^[)\]]/.test(text.slice(second.end, second.end + 1)) ? second.end + 1 : second.end;
  const behind = second.year === undefined ? matchAt(pattern.year, text, closed) : undefined;
  const said = second.year ?? Number(behind?.groups?.['year']);
  // `22 December 1650/1 January 1651`, `22 December/1 January 1651`: the year that is said last is that of the second day.
  const old = year ?? (second.month < month ? said - 1 : said);
  const found = dayOfTwo({ year: old, month, day }, { year: said, month: second.month, day: second.days[0] });
  return found && { end: behind ? closed + behind[0].length : closed, day: found };
}

const OTHER_CALENDAR = /\s?\/\s?|\s?[[(]/y;
