/** Is this line a dateline, and where in it are place and date? `Washington, May 16, 1961, 1:33 p.m.` */
import type { Span } from './content.js';
import { type FoundDate, findDates } from './date.js';
import { datePatternFor } from './date-pattern.js';
import { hasValue } from './date-value.js';
import { OFFICE_OF_SENDER } from './marking.js';

/** No dateline is longer. */
export const LONGEST_DATELINE = 160;

const UNDER_WAY_WORDS = '(?:En route|Aboard|On board|At sea|In camp|In the field|In bivouac)';
/** What may stand before the date: a place, or nothing; `[Washington,] `, `Saigon , `, `[place not declassified], `. */
const PLACE = new RegExp(
  String.raw`^\s*(?:(?!\[(?:place|placename|location) not)[[(]\s*)?(?:[àÀ]\s|[Zz]u\s)?(\p{Lu}[\p{L}.’'-]*(?:/\p{Lu}\p{L}*\.?)?(?:,?\s(?:\p{Lu}[\p{L}.’'-]*|[abiov]\.(?:\s?d\.)?|a/\p{Lu}\p{L}*\.?|d[’']\p{Lu}[\p{L}’'-]*|de|of|the|am|an|and|der|et|la|on|und|upon|near|bei|sur)){0,5}?|${UNDER_WAY_WORDS}(?:,? \p{L}[\p{L}.’'-]*){0,7}|\[?(?:place|placename|location) not declassified\]?)?\??\s*,?\s*[\])]?\s*[,—–-]?\s*[[(]?$`,
  'u',
);
/** What may stand behind the date. */
export const AFTER = /^[\s.,;\])]*(?:[[(]?(?:received|via|no\.)\b.{0,60})?$/iu;
/** Words of a letterhead. */
const LETTERHEAD = /\b(?:department|embassy|council|secretary|white house)\b/iu;
/** Words that no place begins with or holds: those of a title, or of a sentence. */
const NOT_A_PLACE =
  /\b(?:telegram|letter|memorandum|message|meeting|subject|decisions?|agreement|annex|appendix|attachment|communique?|enclosure|joint chiefs|note|paper|policy|project|report|speech|statement|tab|treaty)\b|(?<![\w-])(?:On|In|Since|By|Until|Dated?|From|To)\b|^[NP]\.\s?S\.$/iu;
/** `Ambassador Lane, Oslo`: who, not where; a house may be called so. */
const PERSON =
  /^(?:The )?(?:(?:Mr|Mrs|Messrs)\.|(?:Prime |Foreign )?Minister|(?:Vice )?President|Ambassador|Secretary|Senator|Chairman|Chancellor) (?!.*\b(?:Hotel|House|Office|Palace|Residence|Suite|Villa|Yacht)\b)/u;
/** `New York Times`, `Pravda`: where it was printed, not where it was written. */
const NEWSPAPER =
  /\b(?:Times|Herald|Tribune|Gazette|Chronicle|Examiner|Courier|Observer|Telegraph)$|\b(?:Morning|Evening|Daily|Sunday|Washington|York|Street) (?:Post|News|Star|Sun|Mail|Mirror|Journal)$|^(?:Pravda|Izvestiy?a|Krasnaya Zvezda|Le Monde|Le Figaro|Der Spiegel|Newsweek|The Economist)$/u;
/** A place that is under way. */
const UNDER_WAY = new RegExp(String.raw`^${UNDER_WAY_WORDS}\b`, 'u');

/** `Legation of the United States,` in the line above place and date. */
const OFFICE_ABOVE = new RegExp(String.raw`^${OFFICE_OF_SENDER}\b[^.!?:;\n]{0,70},\s*\n\s*`, 'u');

/** The place and date of a dateline as spans of the line; undefined where the line is no dateline. */
export function datelineSpans(line: string, language: string): readonly Span[] | undefined {
  const above = OFFICE_ABOVE.exec(line)?.[0].length ?? 0;
  if (above === 0) return spansOf(line, language);
  return spansOf(line.slice(above), language)?.map((span) => ({
    ...span,
    start: span.phrase.type === 'placeName' ? 0 : span.start + above,
    end: span.end + above,
  }));
}

function spansOf(line: string, language: string): readonly Span[] | undefined {
  if (line.length > LONGEST_DATELINE) return undefined;
  const date = withoutDate(line, language) ?? guessed(findDates(line, { language })[0], line, language);
  if (!date || !isDated(date, line) || !AFTER.test(line.slice(date.end))) return undefined;
  const place = placeBefore(line.slice(0, date.start));
  if (!place || isNoPlace(place.name)) return undefined;
  if (date.guess && place.name === '' && /^\p{Lu}\p{L}+ \D/u.test(line.slice(date.start))) return undefined;
  return [...placeSpans(place), ...dateSpans(date, line)];
}

export interface PlaceBefore {
  readonly start: number;
  /** Empty where there is no place. */
  readonly name: string;
}

/** The place in the words before a date; undefined where they are something else. */
export function placeBefore(words: string): PlaceBefore | undefined {
  const found = PLACE.exec(words);
  const name = found?.[1] ?? '';
  return found ? { start: words.indexOf(name), name } : undefined;
}

/** Words of a letterhead, a title or a sentence, or a person. */
export function isNoPlace(name: string): boolean {
  return (LETTERHEAD.test(name) || isTitleOrPerson(name)) && !UNDER_WAY.test(name);
}

/** The same where a letterhead may tell the place: `U.S. Embassy, Oslo`. */
export function isTitleOrPerson(name: string): boolean {
  return (NOT_A_PLACE.test(name) || PERSON.test(name) || NEWSPAPER.test(name)) && !UNDER_WAY.test(name);
}

/** `Washington and Paris` are two; `Port of Spain, Trinidad and Tobago` is one. */
export function placeSpans({ start, name }: PlaceBefore): readonly Span[] {
  const [one = '', two, more] = name.includes(',') ? [name] : name.split(/ (?:and|und|et) /);
  const names = two === undefined || more !== undefined ? [name] : [one, two];
  return names.flatMap((each) => {
    const at = start + name.indexOf(each);
    return each === '' ? [] : [{ start: at, end: at + each.length, phrase: { type: 'placeName' as const } }];
  });
}

/** The word that calls it a guess belongs to the date: `ca. March 9, 1961`. */
export function guessed(found: FoundDate | undefined, line: string, language: string): FoundDate | undefined {
  if (!found) return undefined;
  const about = datePatternFor(language).about.exec(line.slice(0, found.start));
  return about ? { ...found, start: about.index } : found;
}

/** With hours of one day, the words for the day and those for the time are spans as well. */
export function dateSpans({ start, end, day, guess, ...said }: FoundDate, line: string): readonly Span[] {
  const value = { type: 'date' as const, ...said, ...(guess && { ...guess, cert: 'low' as const }) };
  const { from, to } = said;
  const time = day && /[\p{L}\d].*$/su.exec(line.slice(day.end, end));
  if (!day) return [{ start, end, phrase: value }];
  return [
    { start, end, phrase: { ...value, span: 'hours' } },
    { start, end: day.end, phrase: { type: 'date', when: day.when, span: 'day' } },
    ...(time && from && to
      ? [{ start: end - time[0].length, end, phrase: { ...hours(from, to), span: 'time' as const } }]
      : []),
  ];
}

/** `1961-03-07T11:00:00` is `11:00:00` of its day. */
function hours(from: string, to: string) {
  return { type: 'date' as const, from: from.replace(/^.*T/, ''), to: to.replace(/^.*T/, '') };
}

/** Told by two calendars or two years that do not agree (`5 April 1731/2`), or by one that does not tell it: `VI Kal. Mart. 1520`, `31 germinal an 3`. */
const OTHER_RECKONING =
  /\d\p{L}{0,3}\.?\/\d.*(?:1[5-9]|20)\d\d|1[5-9]\d\d\/\d|(?<!\p{L})(?:[KC]al|Non|Id)\p{L}*\.? .*(?:1[4-9]\d\d|M[DC])|\p{L}{4}\.?,? (?:an|ann[ée]e) [\dIVX]/iu;

/** It has a value, or says that there is none; a day that is doubtful (`June 14 [15?], 1949`) has none. */
function isDated(found: FoundDate, line: string): boolean {
  const words = line.slice(found.start, found.end);
  if (hasValue(found) || found.guess !== undefined || !/\d/.test(words)) return true;
  return /\?\].*\b(?:1[5-9]|20)\d\d\b/.test(words) || OTHER_RECKONING.test(words);
}

/** `Washington, undated.`: the words alone are no dateline. */
function withoutDate(line: string, language: string): FoundDate | undefined {
  const found = datePatternFor(language).undated.exec(line);
  return found && /\p{L}/u.test(line.slice(0, found.index))
    ? { start: found.index, end: found.index + found[0].length }
    : undefined;
}
