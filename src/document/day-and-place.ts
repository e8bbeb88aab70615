/** A dateline that holds more than place and date, or whose year is cut short or missing -> the date, and the place before the day: `Wien, 3. 5. 94`, `Paris, le 12 mai 94`, `Berlin 5/3 93`. */
import type { Span } from './content.js';
import type { Cues } from './cues.js';
import { findDates } from './date.js';
import { hasValue } from './date-value.js';
import { hasDateFigure, hasDateWord } from './date-word.js';
import { dateSpans, isNoPlace, placeBefore } from './dateline.js';
import { isKnownForename } from './letter-name.js';

const FIGURES = String.raw`\d{1,2}\.?\s?[./]\s?(?:\d{1,2}|[IVX]{1,4})(?![\d\p{L}])`;
const NAMED = String.raw`\d{1,2}(?:\.|st|nd|rd|th|ten|er|de|º|°)?\s(?:de )?\p{L}{3,10}(?!\p{L})|\p{Lu}\p{Ll}{2,8}\.?\s\d{1,2}(?!\d)`;
const IN_FIGURES = new RegExp(String.raw`(?<![\p{L}\d])${FIGURES}`, 'u');
const WITH_MONTH = new RegExp(String.raw`(?<![\p{L}\d])(?:${NAMED})`, 'u');

/** `Erh. 5/3 93`: when it came. */
const OF_READER = /^(?:Erh|Empf|Beantw|Pr[aä]e?s|Eing|Abg|Rec|Reç|Rép|Ric|Ans|Nr|No|Ont|Heute|Today|Hier)/u;
/** An address may stand between the place and the day. */
const ADDRESSED = /^(\p{Lu}[\p{L}’'-]{1,25}(?: \p{L}[\p{L}.’'-]{0,20}){0,2}),\s[^!?;:]{2,45},\s*$/u;

/** In: a line that is a dateline. Out: what can be told of it: the one date that has a value, and the place before the day, as spans. */
export function dayAndPlace(line: string, language: string, cues: Cues): readonly Span[] {
  const [date, more] = findDates(line, { language });
  const isDate = date !== undefined && more === undefined && hasValue(date);
  const places = placeOfDay(line, cues, isDate);
  return isDate ? [...places.filter(({ end }) => end <= date.start), ...dateSpans(date, line)] : places;
}

/** None where what stands before the day may be something else; less doubtful, where `hasYear`. */
function placeOfDay(line: string, cues: Cues, hasYear: boolean): readonly Span[] {
  const figures = IN_FIGURES.exec(line)?.index;
  const day = figures ?? WITH_MONTH.exec(line)?.index ?? 0;
  if (day === 0 || !hasDateFigure(line.slice(day))) return [];
  const typed = line.slice(0, day);
  // `den`, `le`: the word between place and date counts as space.
  const before = cues.link ? `${typed}1`.replace(cues.link, (word) => ' '.repeat(word.length)).slice(0, -1) : typed;
  const named = placeBefore(before)?.name ?? '';
  const place = named !== '' && !isNoPlace(named) ? named : ADDRESSED.exec(before)?.[1];
  if (place === undefined) return [];
  const isApart = /[,.\])–—]$/u.test(before.trimEnd()) || before.includes(`${place},`);
  const mayBe = isApart || ((figures !== undefined || hasYear) && !place.includes(' '));
  if (!mayBe || OF_READER.test(place) || hasDateWord(place) || cues.own.test(`${place} `)) return [];
  if (place.split(' ').some(isKnownForename)) return [];
  const at = line.indexOf(place);
  return [{ start: at, end: at + place.length, phrase: { type: 'placeName' } }];
}
