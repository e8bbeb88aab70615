/** Is this line a dateline, and where in it are place and date? `Washington, May 16, 1961, 1:33 p.m.` */
import type { Span } from './content.js';
import { type FoundDate, findDates } from './date.js';
import { datePatternFor } from './date-pattern.js';

/** No dateline is longer. */
const LONGEST = 160;

/** What may stand before the date: a place, or nothing; `[Washington,] `, `Saigon , `, `[place not declassified], `. */
const PLACE =
  /^\s*[[(]?\s*(\p{Lu}[\p{L}.’'-]*(?:,?\s(?:\p{Lu}[\p{L}.’'-]*|de|of|the|am|an|der|la|on|upon|near|bei|sur)){0,5}?|\[?(?:place|placename|location) not declassified\]?)?\s*,?\s*[\])]?\s*[,—–-]?\s*[[(]?$/u;
const AFTER = /^[\s.,;\])]*(?:\[?(?:received|via|no\.)\b.{0,60})?$/iu;
/** Words that no place begins with or holds: a letterhead, or a sentence. */
const NOT_A_PLACE =
  /\b(?:telegram|letter|memorandum|message|department|embassy|council|secretary|white house|meeting|subject|decisions?)\b|\b(?:On|In|Since|By|Until|Dated?|From|To)\b/iu;

/** The place and date of a dateline as spans of the line; undefined where the line is no dateline. */
export function datelineSpans(line: string, language: string): readonly Span[] | undefined {
  if (line.length > LONGEST) return undefined;
  const date = withoutDate(line, language) ?? findDates(line, { language })[0];
  if (!date || !isDated(date, line) || !AFTER.test(line.slice(date.end))) return undefined;
  const before = PLACE.exec(line.slice(0, date.start));
  if (!before || NOT_A_PLACE.test(before[1] ?? '')) return undefined;
  const place = before[1];
  if (!place) return dateSpans(date);
  const at = line.indexOf(place);
  return [{ start: at, end: at + place.length, phrase: { type: 'placeName' } }, ...dateSpans(date)];
}

function dateSpans({ start, end, when, from, to, day }: FoundDate): readonly Span[] {
  const value = { type: 'date' as const, ...(when && { when }), ...(from && { from }), ...(to && { to }) };
  if (!day) return [{ start, end, phrase: value }];
  return [
    { start, end, phrase: { ...value, span: 'hours' } },
    { start, end: day.end, phrase: { type: 'date', when: day.when, span: 'day' } },
  ];
}

/** It has a value, or says that there is none. */
function isDated({ when, from, start, end }: FoundDate, line: string): boolean {
  return when !== undefined || from !== undefined || !/\d/.test(line.slice(start, end));
}

/** `Washington, undated.`: the words alone are no dateline. */
function withoutDate(line: string, language: string): FoundDate | undefined {
  const found = datePatternFor(language).undated.exec(line);
  return found && /\p{L}/u.test(line.slice(0, found.index))
    ? { start: found.index, end: found.index + found[0].length }
    : undefined;
}
