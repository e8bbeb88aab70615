/** A line right below a head that has the shape of a dateline -> its place and date, whether or not the date can be read. */
import type { Span } from './content.js';
import { type FoundDate, findDates } from './date.js';
import { hasValue } from './date-value.js';
import {
  AFTER,
  datelineSpans,
  dateSpans,
  guessed,
  isNoPlace,
  isTitleOrPerson,
  placeBefore,
  placeSpans,
} from './dateline.js';
import { eraDateline } from './era-dateline.js';
import { withHourBefore } from './hour-before.js';
import { isAboveDateline } from './marking.js';

/** No line of this shape is longer. */
const LONGEST = 110;

/** Where a document was written, before place and day: `Department of State, Washington, `, `The White House, `. */
const OFFICE =
  /^(?:(?:Room|Suite) [\dA-Z-]{1,6}, )?(?:The )?(?:(?:\p{Lu}\p{L}+ )?(?:Department|Legation|Embassy|Mission|Delegation|Consulate(?:[ -]General)?)\b|Executive Mansion|White House|Foreign Office|Ministry\b|\d{1,4} \p{Lu}\p{L}+ (?:Street|Avenue|Road|Square|Place)\b)[^.!?:;\n\d]{0,70}?,\s+/iu;

/** `The Embassy reported, `: a sentence, where other words than these are in lower case. */
const SENTENCE =
  /(?<![\p{L}’'])(?!(?:and|at|de|des|du|for|in|la|near|of|on|the|to|affairs|avenue|building|commerce|consulate|delegation|department|embassy|finance|foreign|general|house|interior|justice|legation|marine|ministry|mission|navy|office|public|residence|road|room|square|state|states|street|treasury|united|war|works)(?!\p{L}))\p{Ll}/u;

/** What a time is told with that is not read, or part of a day: `, 10:30 a.m. and 3 p.m.`, ` (evening)`, `, 3:75 p.m.` */
const TIME = new RegExp(
  String.raw`^[\s,;—–([-]{1,4}(?:(?:${[
    'at|in|the|and|to|from|until|till|through|about|around|approximately|ca|after|before|shortly',
    'early|late|mid|dawn|morning|forenoon|noon|afternoon|evening|night|midnight|session|meeting',
    String.raw`\d{1,2}(?:[:.]\s?\d\d)?|\d{4}Z?|[ap]\.?\s?m|o[’']clock|hours?|hrs|local|(?:\p{Lu}\p{L}{2,15}\s)?time|GMT|[ECMP][SD]T|Z|m`,
  ].join('|')})(?![\p{L}\d])[\s.,;:?—–()[\]-]{0,4}){1,12}$`,
  'iu',
);

/** ` (Fifth Plenary Session)` */
const REMARK = /^[\s,]{0,2}[([][^()[\]]{2,60}[)\]]\.?$/u;

/** `March 9, 1961, Washington` */
const PLACE_BEHIND =
  /^,\s(\p{Lu}[\p{L}.’'-]{1,25}?(?: \p{Lu}[\p{L}.’'-]{1,20}?){0,2}(?:,? D\.\s?C\.)?)(?<=\.\p{Lu}\.|[^.])\.?$/u;
/** `March 9, 1961, Draft`, `..., Present`, `..., Dear Mac` */
const NOT_BEHIND =
  /^(?:Adjourned|Amended|Continued|Copy|Draft|Excerpt|Extract|Final|Revised|Translation|Participants|Present|(?:My )?Dear|Sir)\b/iu;

/** `undated [March 9, 1961]`, `[undated, probably March 1961]`: what an editor supplies. */
const UNDATED_BUT = /(?<!\p{L})(?:undated|no date|n\. ?d\.)[,;]?\s{0,2}[[(]?\s?$/iu;

/** What no calendar or no reader knows, behind a place: `Washington, Marhc 9, 1961`, `..., March 9, 196l`, `..., March [?], 1961`, `..., 3/9/61`, `..., February 25/March 9, 1861`, `..., summer 1961`. */
const MISTYPED = new RegExp(
  String.raw`(?<=,\s[[(]?)(?!(?:Annex|Appendix|Article|Box|Chapter|Copy|Document|Draft|Item|Number|Page|Paper|Part|Series|Tab|Vol)\b)(?:${[
    String.raw`\p{L}{3,10}\.?\s\[?[\dlIO?]{1,2}\]?(?:st|nd|rd|th)?,?\s\[?\d{2}[\dlIO?]{1,2}\??\]?`,
    String.raw`\d{1,2}(?:st|nd|rd|th)?\s\p{L}{3,10}\.?,?\s\d{2}[\dlIO?]{2}`,
    String.raw`\d{1,2}[./-]\d{1,2}[./-]\d{2,4}`,
    String.raw`\p{L}{3,9}\.?\s\d{1,2}(?:\s?/\s?|\s[[(])\p{L}{3,9}\.?\s\d{1,2}[\])]?,?\s\d{4}`,
    String.raw`\d{1,2}\s\p{L}{3,9}\.?(?:\s?/\s?|\s[[(])\d{1,2}\s\p{L}{3,9}\.?[\])]?,?\s\d{4}`,
    '(?:early |late )?(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?: of)? \\d{4}',
  ].join('|')})`,
  'u',
);

/** Words before a date that leave open which day it is. */
const ABOUT_WHEN =
  /(?<!\p{L})(?:early|late|mid|middle of|end of|before|after|not later than|prior to)[ -](?:in )?\[?$/iu;

/** The spans of a line that is a dateline by its shape; undefined where it is something else. */
export function datelineBelowHead(line: string, language: string): readonly Span[] | undefined {
  const era = eraDateline(line, language);
  if (era) return era;
  const office = line.length <= LONGEST ? OFFICE.exec(line)?.[0].length : undefined;
  if (office === undefined || SENTENCE.test(line.slice(0, office)))
    return datelineSpans(line, language) ?? shapeOf(line, language);
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
  const found = guessed(findDates(line, { language })[0], line, language);
  const date = openDay(withHourBefore(found, line, language), line);
  if (!date || !/\d/.test(line.slice(date.start, date.end))) return mistyped(line);
  const before = line.slice(0, date.start);
  const behind = line.slice(date.end);
  const place = placeBefore(before);
  const isSet = isPlaced || (place?.name ? /[,—–-]\s*[\])]?\s*[[(]?$/.test(before) : /\d{4}/.test(line));
  if (!place || !isSet || isTitleOrPerson(place.name)) return mistyped(line);
  if (AFTER.test(behind) || TIME.test(behind) || REMARK.test(behind))
    return [...placeSpans(place), ...dateSpans(date, line)];
  const name = place.name === '' ? PLACE_BEHIND.exec(behind)?.[1] : undefined;
  if (name === undefined || isNoPlace(name) || NOT_BEHIND.test(name)) return mistyped(line);
  if (isAboveDateline(name)) return dateSpans(date, line);
  return [...dateSpans(date, line), ...placeSpans({ start: date.end + behind.indexOf(name), name })];
}

function mistyped(line: string): readonly Span[] | undefined {
  const found = MISTYPED.exec(line);
  const place = found && placeBefore(line.slice(0, found.index));
  if (!found || !place?.name || isNoPlace(place.name)) return undefined;
  const end = found.index + found[0].length;
  const behind = line.slice(end);
  if (!AFTER.test(behind) && !TIME.test(behind)) return undefined;
  return [...placeSpans(place), { start: found.index, end, phrase: { type: 'date' } }];
}

/** `early March 1961` is no day of which anything but the words is known; what is said of a document without date is a guess. */
function openDay(found: FoundDate | undefined, line: string): FoundDate | undefined {
  const undated = found && UNDATED_BUT.exec(line.slice(0, found.start));
  if (undated) {
    const { end, day, start, guess = {}, ...said } = found;
    const closed = /[[(]/.test(line.slice(undated.index, start)) && /[\])]/.test(line.charAt(end)) ? end + 1 : end;
    return { start: undated.index, end: closed, guess: hasValue(said) ? said : guess };
  }
  const open = found && ABOUT_WHEN.exec(line.slice(0, found.start));
  return open ? { start: open.index, end: found.end } : found;
}
