/** The words of a head -> where the place and date begin that it ends in: `, Paris, undated`, `, March 9–11, 1961`, `, [July 29, 1955]`. */
import { findDates } from './date.js';
import { datePatternFor } from './date-pattern.js';
import { guessed } from './dateline.js';
import { OFFICE_WORD } from './party.js';

/** A comma, and a place before another, maybe: `, Paris, `, `, Washington, D.C., `. */
const BEFORE = /,(?:\s[[(]?(?<place>\p{Lu}[\p{L}. ’'-]{1,60}(?:, D\.\s?C\.)?),\]?)?\s[[(]?$/u;

/** `Letter From Mr. Lane, Paris, May 3, 1961, to Mr. Gray`: the head goes on. */
const ADDRESSEE_BEHIND = /^\]?,? to (?:the )?\p{Lu}/u;

/** In: a head without its number. Out: the offset of the comma before place and date; undefined where it ends in none. */
export function datedEnd(title: string): number | undefined {
  const language = 'en';
  const undated = datePatternFor(language).undated.exec(title)?.index;
  const dates = findDates(title, { language })
    .filter(({ end }) => !ADDRESSEE_BEHIND.test(title.slice(end)))
    .map((date) => guessed(date, title, language)?.start);
  for (const at of [...dates, undated]) {
    const found = at === undefined ? undefined : BEFORE.exec(title.slice(0, at));
    if (!found) continue;
    // `Smith, Deputy Director, May 3, 1961`: what stands between is no place.
    const place = found.groups?.['place'];
    return place !== undefined && OFFICE_WORD.test(place)
      ? found.index + 1 + found[0].slice(1).indexOf(',')
      : found.index;
  }
  return undefined;
}
