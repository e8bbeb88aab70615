/** Year, month, day and time -> the lexical forms of W3C XML Schema (ISO 8601): `1961-05`, `1961-05-16T13:33:00`. */

/** As TEI att.datable.w3c has them: a moment; a range; the limits of what is meant. */
export interface DateValue {
  readonly when?: string;
  readonly from?: string;
  readonly to?: string;
  /** `March 9 or 10, 1956`: one day of these. */
  readonly notBefore?: string;
  readonly notAfter?: string;
  /** `March 9, 1961?`, `ca. March 9, 1961`: the words themselves doubt it. */
  readonly cert?: 'low';
}

export interface Day {
  readonly year: number;
  readonly month: number;
  /** Without it, the month as a whole. */
  readonly day?: number | undefined;
}

export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  /** `Z`, `-05:00`. */
  readonly zone: string;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Undefined where there is no such day. */
export function dayValue({ year, month, day }: Day): string | undefined {
  const length = month === 2 && isLeap(year) ? 29 : DAYS[month - 1];
  if (length === undefined || year < 1 || year > 9999) return undefined;
  const value = `${String(year).padStart(4, '0')}-${two(month)}`;
  if (day === undefined) return value;
  return day >= 1 && day <= length ? `${value}-${two(day)}` : undefined;
}

/** A day and a time of it; the day alone where no time is given. */
export function momentValue(day: Day, time: ClockTime | undefined): string | undefined {
  const value = dayValue(day);
  if (value === undefined || time === undefined || day.day === undefined) return value;
  return `${value}T${two(time.hour)}:${two(time.minute)}:00${time.zone}`;
}

/** The day after a day that the calendar has. */
export function dayAfter({ year, month, day = 1 }: Day): Day {
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  return { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() };
}

/** Is `next` the day (or month) after `day`? */
export function follows(day: Day, next: Day): boolean {
  if (day.day === undefined || next.day === undefined)
    return next.year * 12 + next.month === day.year * 12 + day.month + 1;
  return Date.UTC(next.year, next.month - 1, next.day) - Date.UTC(day.year, day.month - 1, day.day) === 86_400_000;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Is any of it said? */
export function hasValue({ when, from, notBefore }: DateValue): boolean {
  return (when ?? from ?? notBefore) !== undefined;
}

/** Each of its values that is said, changed by `change`. */
export function mapValue(value: DateValue, change: (said: string) => string): DateValue {
  const { when, from, to, notBefore, notAfter } = value;
  const said = Object.entries({ when, from, to, notBefore, notAfter });
  return Object.fromEntries(said.flatMap(([name, each]) => (each === undefined ? [] : [[name, change(each)]])));
}
