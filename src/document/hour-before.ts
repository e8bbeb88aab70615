/** A date behind the words for its hour (`10 a.m., March 9, 1961`, `10:30 a.m.–noon, Thursday, March 9, 1961`) -> the date from the hour on, with that moment. */
import type { FoundDate } from './date.js';
import { datePatternFor } from './date-pattern.js';
import { readTime } from './date-time.js';
import { type Day, dayAfter, follows, momentValue } from './date-value.js';
import { matchAt } from './match-at.js';

/** Before this, time and date are apart. */
const BETWEEN = /,?\s(?:on\s)?(?:\p{Lu}\p{Ll}{2,7}day,?\s)?(?:on\s)?/uy;
const HOUR = /\d|noon|midnight/iu;

/** In: a date that was found in a line. Out: the same with the hour before it; as it was where there is none. */
export function withHourBefore(found: FoundDate | undefined, line: string, language: string): FoundDate | undefined {
  const first = dayOf(found?.when ?? found?.from);
  if (!found || !first || !HOUR.test(line.slice(0, found.start))) return found;
  for (let at = 0; at < found.start; ) {
    const moment = momentAt(found, first, line, at, language);
    if (moment) return moment;
    const comma = line.indexOf(', ', at);
    if (comma === -1) break;
    at = comma + 2;
  }
  return found;
}

function momentAt(found: FoundDate, first: Day, line: string, at: number, language: string): FoundDate | undefined {
  // A time is read behind a comma.
  const time = readTime(`, ${line.slice(at, found.start)}`, 0, datePatternFor(language));
  const end = time && at + time.end - 2;
  const gap = end === undefined ? undefined : matchAt(BETWEEN, line, end);
  if (!time?.from || end === undefined || !gap || end + gap[0].length !== found.start) return undefined;
  const last = dayOf(found.to);
  const { start, when, from, to, ...said } = found;
  if (last && !(time.overnight && follows(first, last))) return { ...found, start: at };
  const begin = momentValue(first, time.from);
  if (!time.to) return begin === undefined ? undefined : { ...said, start: at, when: begin };
  const stop = momentValue(last ?? (time.overnight ? dayAfter(first) : first), time.to);
  return begin !== undefined && stop !== undefined ? { ...said, start: at, from: begin, to: stop } : undefined;
}

/** `1961-03-09`, and nothing of an hour. */
function dayOf(value: string | undefined): Day | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value ?? '') ?? [];
  return day === undefined ? undefined : { year: Number(year), month: Number(month), day: Number(day) };
}
