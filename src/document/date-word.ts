/** A short line before a salutation -> does it say a day? By month, weekday, figures or time of day, in any language. */
import { CUE_LANGUAGES } from './cue-languages/index.js';
import { DATE_LANGUAGES } from './date-languages.js';
import { oneOf } from './one-of.js';

const ENGLISH = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const months = Object.values(DATE_LANGUAGES)
  .flatMap((language) => language.months.flat())
  .filter((name) => name.length > 2);
const days = Object.values(CUE_LANGUAGES).flatMap(({ weekdays, dayTimes }) => [...weekdays, ...dayTimes]);

const FIGURES = String.raw`(?<!\d)\d{1,2}\s?[./]\s?\[?(?:\d{1,2}|[IVX]{1,4})(?![\d\p{L}])|(?<![\d/])(?:1[4-9]|20)\d\d(?![\d/])|190\[|18\[`;
const WORDS = `(?<!\\p{L})(?:${oneOf([...ENGLISH, ...days])}|(?:${months.join('|')})r?)(?!\\p{L})`;
const DATE_WORD = new RegExp(`${FIGURES}|${WORDS}`, 'u');

const MONTH = new RegExp(
  `${FIGURES}|(?<!\\p{L})(?:${months.join('|')}|[CKck]alendi?i?s|[KCkc]alendas|[Ii]dus|[Ii]dibus)(?!\\p{L})`,
  'u',
);

/** Not by a weekday or a time of day alone. */
export function hasDateFigure(line: string): boolean {
  return MONTH.test(line);
}

export function hasDateWord(line: string): boolean {
  return DATE_WORD.test(line);
}
