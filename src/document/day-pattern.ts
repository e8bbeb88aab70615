/** A language's weekdays and words before dates -> the expression that finds datelines without a full date (TEI Guidelines 4.2.2). */
import { DATE_LANGUAGES, ENGLISH } from './date-languages.js';
import { anyWord, escaped, oneOf } from './one-of.js';

/** Words that a place may hold beside names: `Frankfurt am Main`, `Camp near Falmouth`. */
const IN_PLACES =
  'am|an|auf|bei|der|die|im|in|ob|zu|zum|zur|of|the|near|on|upon|de|du|des|la|le|les|sur|sous|près|di|del|della|presso|van|den|het|te';

/** Behind a day in any language. */
const ORDINALS = ['.', 'er', 'º', '°', 'st', 'nd', 'rd', 'th'];

/** Place or address, then a weekday, or day and month without a year, or a day in figures with a year of two or four digits. */
export function dayPattern(weekdays: readonly string[], dated: readonly string[], language: string): RegExp {
  // In English a number with a full stop begins a telegram, and a longer word with one ends a sentence.
  const name =
    language === 'en'
      ? String.raw`\p{Lu}(?:[\p{L}’'-]{0,25}|\p{L}{0,3}\.)|\d[\p{L}\d/-]{0,8}`
      : String.raw`[\p{Lu}\d][\p{L}\d./’'-]{0,25}`;
  const word = `(?:${name}|${IN_PLACES})`;
  const place = String.raw`(?!\d+\.\s\p{L})(?:${name})(?:,?\s${word}){0,6}`;
  const figures = String.raw`\d{1,2}\.?[\s./]{1,2}(?:\d{1,2}|[IVX]{1,4})(?:\.?[\s./]{1,2}(?:1[5-9]|20)?\d{2,3})?\.?`;
  const { months, ordinals, between, thisMonth } = DATE_LANGUAGES[language] ?? ENGLISH;
  const names = months.flat().flatMap((name) => [name, name.charAt(0).toUpperCase() + name.slice(1)]);
  const spelt = `${anyWord(names)}[.:]?`;
  const month = thisMonth.length > 0 ? `(?:${spelt}|${oneOf(thisMonth)})` : spelt;
  const ordinal = `(?:${[...ordinals, ...ORDINALS].map(escaped).join('|')})?`;
  const of = between.length > 0 ? `(?:(?:${between.map(escaped).join('|')}) )?` : '';
  const named = String.raw`\d{1,2}${ordinal}\s${of}(?:${month}|\p{L}{3,10}\.?)(?: de)?\s['’]?\d{2,4}`;
  // A year behind it makes a full date, which is read as one.
  const yearless = String.raw`(?:\d{1,2}${ordinal}\s${of}${month}(?!\p{L})|${spelt}\s\d{1,2}(?!\d)${ordinal})(?!,?\s\d{3})`;
  const day = language === 'en' ? yearless : `${figures}|${named}|${yearless}`;
  const link = `(?:${oneOf(dated)})`;
  return new RegExp(
    String.raw`^[([]?(?:${place}[\])]?[,.]?\s)?(?:${link}\s)?[([]?(?:(?:${oneOf(weekdays)})(?!\p{L})(?:\s(?:1[5-9]|20)\d\d)?(?:[,.]?\s(?:${link}\s)?(?:${figures}|${yearless}))?|${day})[\])]?(?:,?\s(?![^\n]{0,20}\p{Ll}{3}\.\s\p{Lu}\p{Ll})[\p{L}\d½.: ]{1,20})?(?:,?\s\d{1,2} o[’']clock)?[.,;\]]*$`,
    'u',
  );
}
