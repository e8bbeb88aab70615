/** Dates of the French Republican calendar, 1792 to 1805 -> days of the Gregorian one: `18 brumaire an VIII` is `1799-11-09`. */

import { romanNumber } from '../transcript/index.js';
import type { FoundDate } from './date.js';
import { dayValue } from './date-value.js';

/** The day of September that each year began with, as decreed: year I in 1792. */
const BEGINS = [22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23];
const FIRST_YEAR = 1792;
/** Years with six days behind the twelve months. */
const LONG_YEARS: ReadonlySet<number> = new Set([3, 7, 11]);
/** The calendar ended with the 10th of nivôse XIV. */
const LAST = { year: 14, day: 100 };
const SEPTEMBER = 9;

const MONTHS = [
  'vend[ée]m(?:iaire)?|vend',
  'brumaire|brum',
  'frimaire|frim',
  'niv[ôo]se|niv',
  'pluvi[ôo]se|pluv',
  'vent[ôo]se|vent',
  'germinal|germ',
  'flor[ée]al|flor',
  'prairial|prair',
  'messidor|mess',
  'thermidor|fervidor|therm',
  'fructidor|fruct',
  // The days behind the twelve months.
  '(?:jours? )?compl[ée](?:mentaires?|m|ment)?|(?:jours? )?sans-?culottides?',
];

/** Cheap to look for: no other words have these ends. */
const MAY_BE =
  /brum|frim|niv[ôo]?s?e?|pluv|vent(?:[ôo]s|\.)|vend(?:[ée]m|\.)|germ(?:inal|\.)|flor[ée.]|prair|messid|thermid|fervid|fructid|compl[ée]|culott/iu;

let pattern: RegExp | undefined;

function compiled(): RegExp {
  const ordinal = '(?:er|ᵉʳ|e|ᵉ|[èe]?me|th|st|nd|d)?\\.?';
  const names = MONTHS.map((names, index) => `(?<m${index + 1}>${names})`).join('|');
  const year = `(?:l['’]\\s?)?(?:an|ann[ée]e|year|jahr|jahrs|anno)\\s(?<an>[IVX]{1,5}|\\d{1,2})(?:e|ᵉ|[èe]me)?(?![\\p{L}\\d])`;
  const counted = `(?:(?:de\\s)?la\\s)?(?<counted>\\d{1,2}|[IVX]{1,5})\\s?(?:e|ᵉ|[èe]me)\\sann[ée]e`;
  const republic =
    '(?:,?\\s(?:de\\sla\\s|of\\sthe\\s|der\\s)?r[ée]p(?:ubl(?:ique|ic|ik|icaine|\\.)|\\.)?(?!\\p{L})(?:,?\\sfran[çc]aise|\\sfr\\.)?(?:,?\\sune(?:\\set)?\\sindivisible)?)?';
  return new RegExp(
    `(?<![\\p{L}\\d.,/-])(?<day>\\d{1,2})${ordinal}(?:\\s(?:de|of))?\\s(?:${names})(?!\\p{L})\\.?,?\\s(?:(?:de|of)\\s)?(?:${year}|${counted})${republic}`,
    'giu',
  );
}

/** In: a text. Out: the dates with a year of the Republic; one that this calendar has not, and the end of a range, have no value. */
export function republicanDates(text: string): readonly FoundDate[] {
  if (!MAY_BE.test(text)) return [];
  pattern ??= compiled();
  return [...text.matchAll(pattern)].map(({ index, 0: words, groups = {} }) => {
    const { day, an, counted } = groups;
    const typed = an ?? counted ?? '';
    const year = /^\d/.test(typed) ? Number(typed) : romanNumber(typed);
    const month = MONTHS.findIndex((_, at) => groups[`m${at + 1}`] !== undefined) + 1;
    const isEndOfRange = /\d\p{L}{0,3}\s?(?:[–—-]|au|et|à|ou|and|or|to)\s?$/iu.test(
      text.slice(Math.max(0, index - 9), index),
    );
    const when = year === undefined || isEndOfRange ? undefined : republicanDay(year, month, Number(day));
    return { start: index, end: index + words.length, ...(when !== undefined && { when }) };
  });
}

/** In: year, month (13: the days behind the twelve) and day. Out: the day of the Gregorian calendar; undefined where there was none. */
export function republicanDay(year: number, month: number, day: number): string | undefined {
  const begin = BEGINS[year - 1];
  const length = month <= 12 ? 30 : LONG_YEARS.has(year) ? 6 : 5;
  const passed = (month - 1) * 30 + day;
  if (begin === undefined || month < 1 || day < 1 || day > length) return undefined;
  if (year === LAST.year && passed > LAST.day) return undefined;
  const date = new Date(Date.UTC(FIRST_YEAR + year - 1, SEPTEMBER - 1, begin + passed - 1));
  return dayValue({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
}
