/** A language's names and words for dates -> the expressions that find them; each is bounded, so that reading stays linear. */
import { DATE_LANGUAGES, type DateLanguage, ENGLISH } from './date-languages.js';
import type { TimeReader } from './date-time.js';
import { anyWord, escaped } from './one-of.js';
import { ROMAN_YEAR } from './roman-number.js';

export interface DatePattern extends TimeReader {
  /** Where a date may be: a named group `month`, or `y m d` or `day mon year` in figures, or `dayR roman yearR`. */
  readonly anywhere: RegExp;
  readonly monthOf: (name: string) => number;
  /** Months that are names as well, in small letters. */
  readonly alsoNames: ReadonlySet<string>;
  /** Sticky: a month. */
  readonly month: RegExp;
  /** Ends at the end of the words before a month: one day or two. */
  readonly daysBefore: RegExp;
  /** The same for a day in Roman numerals; English has none. */
  readonly romanDayBefore: RegExp | undefined;
  /** In Latin a place stands before a day as it is (`Romae XIII Maii`); elsewhere that is a ruler (`Ludwig XIV. Mai`). */
  readonly isLatin: boolean;
  /** Sticky: one day or two behind a month. */
  readonly daysAfter: RegExp;
  /** Sticky: one day or two, then the words up to a month. */
  readonly daysThenMonth: RegExp;
  readonly year: RegExp;
  /** Sticky: from one date to another; group `and` where the words only join them, `or` where one of them is meant. */
  readonly to: RegExp;
  /** Ends where a date that is a guess begins; holds the words that say so. */
  readonly about: RegExp;
  /** The words in place of a date at the end of a line. */
  readonly undated: RegExp;
}

/** Four digits before these count something else than years. */
const COUNTED =
  'hours|hrs|local|men|troops|soldiers|tons|people|persons|refugees|families|students|workers|miles|feet|copies|dollars';

/** A month between the figures of day and year. */
const ROMAN_MONTHS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

const NONE: ReadonlySet<string> = new Set();

const patterns = new Map<string, DatePattern>();

/** The expressions of a language (BCP 47); English where the language has no table. */
export function datePatternFor(language: string): DatePattern {
  const primary = language.toLowerCase().split('-')[0] ?? 'en';
  const known = patterns.get(primary);
  if (known) return known;
  const made = compile(DATE_LANGUAGES[primary] ?? ENGLISH);
  patterns.set(primary, made);
  return made;
}

function compile(language: DateLanguage): DatePattern {
  const flags = language.capital ? 'u' : 'iu';
  const numbers = new Map<string, number>();
  for (const [index, names] of language.months.entries())
    for (const name of [...names, ROMAN_MONTHS[index] ?? '']) numbers.set(name.toLowerCase(), index + 1);
  const names = language.months.flat().flatMap((name) => (language.capital ? [name, name.toUpperCase()] : [name]));
  // `9 Nov: 1799`; a month in full has no colon.
  const inFull = oneOf(language.months.flatMap(([name = '']) => [name]));
  const month = String.raw`(?<![\p{L}\d])(?<month>${anyWord(names)})(?!\p{L})(?:\.(?=[\s\d/])|(?<!${inFull}):(?=\s|$))?`;
  const ordinal = `(?:${oneOf(language.ordinals)})?`;
  const and = oneOf(language.and);
  const joint = String.raw`(?:[–—-]{1,2}|(?<and>\s(?:${and})\s)|(?<or>\s(?:${oneOf(language.or)})\s)|\s(?:${oneOf(language.to)})\s)`;
  const article = language.article ? `(?:(?:${oneOf(language.article)})\\s)?` : '';
  const between = language.between.length > 0 ? `(?:(?:${oneOf(language.between)})\\s{1,2})?` : '';
  const day = (n: 1 | 2) =>
    String.raw`\[?(?<day${n}>\d{1,2})(?!\d|%|:\d|,\d{3}(?!\d)|\s?[ap]\.?\s?m\b)${ordinal}(?<doubt${n}>\s?[([]?\?[)\]]?|/\d{1,2}(?!\d)${ordinal}|\s\(\d{1,2}${ordinal}\))?\]?(?:\s?\[(?<mended${n}>\d{1,2})(?<unsure${n}>\?)?\])?`;
  const list = String.raw`(?<list>(?:,\s?\d{1,2}(?!\d)${ordinal}){1,5})?,?`;
  const days = String.raw`${day(1)}(?:${list}\s?${joint}\s?${day(2)})?`;
  const figures = language.figures.map((figure) => escaped(figure)).join('');
  const isoDay = String.raw`(?<![\d\p{L}./-])(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)(?![\d\p{L}/]|-\d)`;
  const figureDay =
    figures === ''
      ? ''
      : String.raw`|(?<![\d\p{L}./-])(?<day>\d{1,2})(?<mark>[${figures}])\s?(?<mon>\d{1,2})(?:\k<mark>\s?|\s)(?<year>\d{4})(?![\d\p{L}]|[./-]\d)`;
  const romanDay = String.raw`(?<![\d\p{L}./-])(?<dayR>\d{1,2})\s?(?<markR>[./-])\s?(?<roman>${oneOf(ROMAN_MONTHS)})(?:\s?\k<markR>\s?|\s)(?<yearR>1[5-9]\d\d|20\d\d)(?![\d\p{L}]|[./-]\d)`;
  return {
    anywhere: new RegExp(`${month}|${isoDay}${figureDay}|${romanDay}`, `g${flags}`),
    alsoNames: language.alsoNames ?? NONE,
    monthOf: (name) => numbers.get(name.toLowerCase()) ?? 0,
    month: new RegExp(month, `y${flags}`),
    daysBefore: new RegExp(
      String.raw`(?<![\d\p{L}]|\d[.,:/]|\d\p{L}{0,3}\.?/)${days}(?:,|(?<=\p{L})\.)?\s{0,3}${between}\[?$`,
      'iu',
    ),
    isLatin: language === DATE_LANGUAGES['la'],
    romanDayBefore:
      language === ENGLISH
        ? undefined
        : new RegExp(String.raw`(?<![\d\p{L}.])(?<day1>[IVXJ]{1,6})${ordinal}\.?,?\s{1,3}${between}$`, 'iu'),
    daysAfter: new RegExp(String.raw`\]?\s{0,3}${article}${days}`, 'iuy'),
    daysThenMonth: new RegExp(String.raw`${days},?\s{0,3}${between}`, 'iuy'),
    year: new RegExp(
      String.raw`(?:,|\.|\])?\s{0,3}(?<=[\s,.\]])${between}\[?(?<year>1\d{3}|20\d\d${language === ENGLISH ? '' : `|${ROMAN_YEAR}`})(?:/(?<next>\d{1,4})(?!\d|${ordinal}\s?(?:${oneOf(names)})))?(?!\d|\p{L}|:\d|,\d{3}(?![\dZ])|\s(?:${COUNTED})\b)(?<doubt>\s?[([]?\?[)\]]?)?\]?`,
      'iuy',
    ),
    to: new RegExp(String.raw`\s?${joint}\s?`, 'iuy'),
    about: new RegExp(String.raw`(?<![\p{L}\d])(?:${oneOf(language.about)})\.?\s{0,2}\[?$`, 'iu'),
    undated: new RegExp(String.raw`(?<![\p{L}\d])(?:${oneOf(language.undated)})(?=[\s.\]]{0,8}$)`, 'iu'),
    noon: words(language.noon),
    midnight: words(language.midnight),
    aboutTime: new RegExp(`(?:${oneOf(language.about)})\\.?\\s{1,2}`, 'iuy'),
  };
}

function words(list: readonly string[]): RegExp {
  return list.length === 0 ? /(?!)/y : new RegExp(`(?:${oneOf(list)})(?!\\p{L})`, 'iuy');
}

/** Longer alternatives first, so that `sept` does not end in `sep`. */
function oneOf(list: readonly string[]): string {
  return [...list]
    .sort((a, b) => b.length - a.length)
    .map((word) => escaped(word).replace(/ /g, '\\s{1,2}'))
    .join('|');
}
