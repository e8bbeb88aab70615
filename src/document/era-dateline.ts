/** A line that dates a document by the year of an emperor (`Tungchi, 4th year, 3d month, 2d day (March 28, 1865)`) -> the date, and the place before it. */
import type { Span } from './content.js';
import { findDates } from './date.js';

const NUMBER = String.raw`(?:\d{1,2}(?:st|nd|rd|th|d)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)`;
const NAME = String.raw`\p{Lu}[\p{L}’'-]{1,14}(?:[ -]\p{L}[\p{L}’'-]{1,14})?`;
const PART = `(?:the )?${NUMBER} (?:intercalary )?(?:year|moon|month|day)(?: of (?:the reign of )?${NAME})?`;
const ERA = new RegExp(
  String.raw`^(?:(?<place>${NAME}), (?=\p{Lu}|[^,]* of (?:the reign of )?\p{Lu}))?(?<date>(?:Dated )?(?:${NAME},? )?${PART}(?:(?:,| of) ${PART}){1,3}(?:[,.]? [[(](?<meant>[^()[\]]{6,30})[)\]])?)\.?$`,
  'u',
);
const TRACE = /\b(?:year|moon|month)\b/;

/** In: a line. Out: the spans of place and date; the value is that of the date in brackets behind it. Undefined where it is no such line. */
export function eraDateline(line: string, language: string): readonly Span[] | undefined {
  const groups = TRACE.test(line) ? ERA.exec(line)?.groups : undefined;
  const { place, date, meant } = groups ?? {};
  if (date === undefined) return undefined;
  const at = line.indexOf(date, place?.length ?? 0);
  const [found] = findDates(meant ?? '', { language });
  const when = found?.when;
  return [
    ...(place === undefined ? [] : [{ start: 0, end: place.length, phrase: { type: 'placeName' as const } }]),
    { start: at, end: at + date.length, phrase: { type: 'date', ...(when !== undefined && { when }) } },
  ];
}
