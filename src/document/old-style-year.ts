/** The two years that a day is told by where one began in March and the other in January -> the one that began in January: `11 February 1731/2`. */
import type { Day } from './date-value.js';

/** Before the 25th of March one year was told by those who began it that day, and the next one by the others. */
const LADY_DAY = 25;

/** In: the two years of `1731/2`, the second as it is typed, and month and day. Out: the later one; undefined where they do not follow one another or the day belongs to one year alone. */
export function oldStyleYear(year: number, next: string, { month, day = 1 }: Omit<Day, 'year'>): number | undefined {
  const turned = year + 1;
  const isNext = next === String(turned) || (next.length <= 2 && Number(next) === turned % 10 ** next.length);
  return isNext && (month < 3 || (month === 3 && day < LADY_DAY)) ? turned : undefined;
}
