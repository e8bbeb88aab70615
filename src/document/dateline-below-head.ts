/** A line right below a head that has the shape of a dateline -> its place and date, whether or not the date can be read. */
import type { Span } from './content.js';
import { type FoundDate, findDates } from './date.js';
import { AFTER, datelineSpans, dateSpans, guessed, placeBefore, placeSpans } from './dateline.js';

/** No line of this shape is longer. */
const LONGEST = 110;

/** Where a document was written, before place and day: `Department of State, Washington, `, `The White House, `. */
const OFFICE =
  /^(?:The )?(?:(?:\p{Lu}\p{L}+ )?(?:Department|Legation|Embassy|Mission|Delegation|Consulate(?:[ -]General)?)\b|Executive Mansion|White House|Foreign Office|Ministry\b)[^.!?:;\n\d]{0,70}?,\s+/iu;

/** What a time is told with that is not read, or part of a day: `, 10:30 a.m. and 3 p.m.`, ` (evening)`, `, 3:75 p.m.` */
const TIME = new RegExp(
  String.raw`^[\s,;—–([-]{1,4}(?:(?:${[
    'at|in|the|and|to|from|until|till|through|about|around|approximately|ca',
    'early|late|mid|dawn|morning|forenoon|noon|afternoon|evening|night|midnight|session|meeting',
    String.raw`\d{1,2}(?:[:.]\s?\d\d)?|\d{4}Z?|[ap]\.?\s?m|o[’']clock|hours?|hrs|local|(?:\p{Lu}\p{L}{2,15}\s)?time|GMT|[ECMP][SD]T|Z`,
  ].join('|')})(?![\p{L}\d])[\s.,;:—–()[\]-]{0,4}){1,12}$`,
  'iu',
);

/** Words before a date that leave open which day it is. */
const ABOUT_WHEN =
  /(?<!\p{L})(?:early|late|mid|middle of|end of|before|after|not later than|prior to)[ -](?:in )?\[?$/iu;

/** The spans of a line that is a dateline by its shape; undefined where it is something else. */
export function datelineBelowHead(line: string, language: string): readonly Span[] | undefined {
  const office = line.length <= LONGEST ? OFFICE.exec(line)?.[0].length : undefined;
  if (office === undefined) return datelineSpans(line, language) ?? shapeOf(line, language);
  const rest = line.slice(office);
  const spans = datelineSpans(rest, language) ?? shapeOf(rest, language, true);
  if (!spans) return undefined;
  const place = spans.findLast(({ phrase }) => phrase.type === 'placeName');
  const end = place ? office + place.end : line.slice(0, office).trimEnd().length - 1;
  const dates = spans.filter(({ phrase }) => phrase.type === 'date');
  return [
    { start: 0, end, phrase: { type: 'placeName' } },
    ...dates.map((span) => ({ ...span, start: span.start + office, end: span.end + office })),
  ];
}

/** `Paris, April 31, 1961`: a place, a day behind a comma, and nothing else than a time. */
function shapeOf(line: string, language: string, isPlaced = false): readonly Span[] | undefined {
  if (line.length > LONGEST) return undefined;
  const date = openDay(guessed(findDates(line, { language })[0], line, language), line);
  if (!date || !/\d/.test(line.slice(date.start, date.end))) return undefined;
  const behind = line.slice(date.end);
  if (!AFTER.test(behind) && !TIME.test(behind)) return undefined;
  const before = line.slice(0, date.start);
  const place = placeBefore(before);
  const isSet = isPlaced || (place?.name ? /[,—–-]\s*[\])]?\s*[[(]?$/.test(before) : /\d{4}/.test(line));
  return place && isSet ? [...placeSpans(place), ...dateSpans(date, line)] : undefined;
}

/** `early March 1961` is no day of which anything but the words is known. */
function openDay(found: FoundDate | undefined, line: string): FoundDate | undefined {
  const open = found && ABOUT_WHEN.exec(line.slice(0, found.start));
  return open ? { start: open.index, end: found.end } : found;
}
