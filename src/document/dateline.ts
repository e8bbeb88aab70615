/** Is this line a dateline, and where in it are place and date? `Washington, May 16, 1961, 1:33 p.m.` */
import type { Span } from './content.js';
import { findDates } from './date.js';

/** No dateline is longer. */
const LONGEST = 160;

/** What may stand before the date: a place, or nothing; `[Washington,] `, `Saigon , `, `[place not declassified], `. */
const PLACE =
  /^\s*[[(]?\s*(\p{Lu}[\p{L}.’'-]*(?:,?\s(?:\p{Lu}[\p{L}.’'-]*|de|of|the|am|an|der|la|on|upon)){0,5}?|\[?(?:place|placename|location) not declassified\]?)?\s*,?\s*[\])]?\s*[,—–-]?\s*[[(]?$/u;
const AFTER = /^[\s.,;\])]*(?:\[?(?:received|via|no\.)\b.{0,60})?$/iu;
/** Words that no place begins with or holds: a letterhead, or a sentence. */
const NOT_A_PLACE =
  /\b(?:telegram|letter|memorandum|message|department|embassy|council|secretary|white house|meeting|subject|decisions?)\b|\b(?:On|In|Since|By|Until|Dated?|From|To)\b/iu;

/** The place and date of a dateline as spans of the line; undefined where the line is no dateline. */
export function datelineSpans(line: string, language: string): readonly Span[] | undefined {
  if (line.length > LONGEST) return undefined;
  const date = findDates(line, { language })[0];
  if (!date?.when && !date?.from) return undefined;
  if (!AFTER.test(line.slice(date.end))) return undefined;
  const before = PLACE.exec(line.slice(0, date.start));
  if (!before || NOT_A_PLACE.test(before[1] ?? '')) return undefined;
  const { start, end, when, from, to } = date;
  const phrase = { type: 'date' as const, ...(when && { when }), ...(from && { from }), ...(to && { to }) };
  const place = before[1];
  if (!place) return [{ start, end, phrase }];
  const at = line.indexOf(place);
  return [
    { start: at, end: at + place.length, phrase: { type: 'placeName' } },
    { start, end, phrase },
  ];
}
