/** Days of the Roman calendar, as humanists wrote them -> days of the month: `XV Kal. Maii 1520` is `1520-04-17`, `pridie Idus Martias 1519` is `1519-03-14`. */

import { romanNumber } from '../transcript/index.js';
import type { FoundDate } from './date.js';
import { dayAfter, dayValue } from './date-value.js';
import { ROMAN_YEAR, yearNumber } from './roman-number.js';

/** The stems that names of months begin with, in any case and spelling: `Octobribus`, `Maias`. */
const MONTHS = [
  '[IJ]an',
  'Feb',
  'Mar',
  'Ap[rp]',
  'Ma[ij]',
  '[IJ]un',
  '[IJ]ul|Quint',
  'Aug|Sext',
  'Sept|7b',
  'Oct|8b',
  'Nov|9b',
  'Dec|X(?:mb|b)|10b',
];
/** Behind these, and behind the days in figures, are days counted back. */
const ORDINALS = [
  'tertio',
  'quarto',
  'quinto',
  'sexto',
  'septimo',
  'octavo',
  'nono',
  'decimo',
  'undecimo',
  'duodecimo',
  'decimo ?tertio|tertio ?decimo',
  'decimo ?quarto|quarto ?decimo',
  'decimo ?quinto|quinto ?decimo',
  'decimo ?sexto|sexto ?decimo',
  'decimo ?septimo|septimo ?decimo',
  'decimo ?octavo|duodevi[gc]esimo',
  'decimo ?nono|undevi[gc]esimo',
];
const FIRST_ORDINAL = 3;
const FEBRUARY = 2;
const MARCH = 3;
/** In leap years there were two days of this name, `VI Kal. Martii`. */
const BISSEXTUS = 6;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Where Nones are the 7th and Ides the 15th. */
const LATE: ReadonlySet<number> = new Set([3, 5, 7, 10]);

type Point = 'kalends' | 'nones' | 'ides';

const MAY_BE = /(?<!\p{L})(?:[KC]al|Non|Id)/iu;
let pattern: RegExp | undefined;

function compiled(): RegExp {
  const names = MONTHS.map((stem, index) => `(?<m${index + 1}>(?:${stem})\\p{L}*)`).join('|');
  const ordinals = ORDINALS.map((words, index) => `(?<o${index + FIRST_ORDINAL}>${words})`)
    .reverse()
    .join('|');
  const count = `(?<pridie>prid(?:ie)?)|(?<postridie>postrid(?:ie)?)|(?:(?:ad|a\\.\\s?d\\.|ante\\sdiem)\\s)?(?:(?<bis>bis)\\s)?(?:(?<figures>[IVXJ]{1,7}|\\d{1,2})|${ordinals})`;
  const point =
    '(?<kalends>[KC]al(?:l?end(?:is|as|ae|arum)?)?|[KC]l)|(?<nones>non(?:is|as|ae)?)|(?<ides>id(?:us|ibus|uum)?)';
  const anno =
    '(?:(?:an(?:no|n)?|a|ao)[.°]?,?\\s(?:(?:d(?:omi)?ni|d\\.|do\\.|salutis|christi|a\\schristo\\snato|post\\schristum\\snatum)[.,]?\\s)?)?';
  return new RegExp(
    `(?<![\\p{L}\\d])(?:(?:${count})\\.?\\s{1,2})?(?:${point})\\.?,?\\s{1,2}(?:${names})(?<stop>[.,:]{0,2})(?:\\s{1,3}\\[?${anno}(?<year>\\d{4}(?!\\d)|${ROMAN_YEAR})\\]?)?`,
    'giu',
  );
}

/** In: a text and its language. Out: the days of the Roman calendar that stand in it; without a year, and where it would be a guess, they have no value. */
export function romanDates(text: string, language: string): readonly FoundDate[] {
  if (!MAY_BE.test(text)) return [];
  pattern ??= compiled();
  return [...text.matchAll(pattern)].flatMap(({ index, 0: words, groups = {} }) => {
    // `San Francisco, Cal. Mai 1900`
    if (!language.startsWith('la') && /^(?:[KC]al|[KC]l|Non|Id)[.,\s]/iu.test(words)) return [];
    const end = index + words.length - (groups['year'] === undefined ? (groups['stop'] ?? '').length : 0);
    const when = dayOfGroups(groups);
    return [{ start: index, end, ...(when !== undefined && { when }) }];
  });
}

function dayOfGroups(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const year = yearNumber(groups['year'] ?? '');
  const month = MONTHS.findIndex((_, at) => groups[`m${at + 1}`] !== undefined) + 1;
  const point = groups['nones'] !== undefined ? 'nones' : groups['ides'] !== undefined ? 'ides' : 'kalends';
  if (year === undefined || groups['bis'] !== undefined) return undefined;
  if (groups['postridie'] !== undefined) return dayValue(dayAfter({ year, month, day: dayOf(point, month) }));
  const count = countOf(groups);
  return count === undefined ? undefined : romanDay(year, month, point, count);
}

/** 1 for the day itself, 2 for the day before it (`pridie`), and so on. */
function countOf(groups: Readonly<Record<string, string | undefined>>): number | undefined {
  if (groups['pridie'] !== undefined) return 2;
  const { figures } = groups;
  if (figures !== undefined) {
    const count = /^\d/.test(figures) ? Number(figures) : romanNumber(figures);
    return count !== undefined && count > 1 ? count : undefined;
  }
  const ordinal = ORDINALS.findIndex((_, at) => groups[`o${at + FIRST_ORDINAL}`] !== undefined);
  return ordinal < 0 ? 1 : ordinal + FIRST_ORDINAL;
}

function dayOf(point: Point, month: number): number {
  const late = LATE.has(month) ? 2 : 0;
  return point === 'kalends' ? 1 : (point === 'nones' ? 5 : 13) + late;
}

/** In: `count` days before a point of a month, both ends counted. Out: the day; undefined where there is none, or where it is not told which: before the Kalends of January the year may be the old one or the new one. */
export function romanDay(year: number, month: number, point: Point, count: number): string | undefined {
  const day = dayOf(point, month);
  if (point !== 'kalends' || count === 1) {
    const limit = point === 'nones' ? 1 : dayOf('nones', month);
    return day - count + 1 > limit || count === 1 ? dayValue({ year, month, day: day - count + 1 }) : undefined;
  }
  if (month === 1) return undefined;
  const before = month - 1;
  const isLeap = month === MARCH && year % 4 === 0;
  // Two days were called so in a leap year; those before them are counted as in any year.
  if (isLeap && count === BISSEXTUS) return undefined;
  // Of 1500, 1700 the calendars tell it differently.
  if (isLeap && count < BISSEXTUS && dayValue({ year, month: FEBRUARY, day: 29 }) === undefined) return undefined;
  const length = (LENGTHS[before - 1] ?? 0) + (isLeap && count < BISSEXTUS ? 1 : 0);
  const counted = length + 2 - count;
  return counted > dayOf('ides', before) ? dayValue({ year, month: before, day: counted }) : undefined;
}
