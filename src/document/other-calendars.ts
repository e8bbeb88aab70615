/** Dates of calendars that are not told by the name of a month and a year of ours: the French Republican and the Roman one. */
import type { FoundDate } from './date.js';
import { republicanDates } from './republican-date.js';
import { romanDates } from './roman-date.js';

/** In: a text and its language (BCP 47). Out: the dates in it; in English a `Cal. May 1900` is in California. */
export function otherCalendars(text: string, language: string): readonly FoundDate[] {
  const republican = republicanDates(text);
  return language.startsWith('en') ? republican : [...republican, ...romanDates(text, language)];
}

/** `12 vendémiaire an III (3 octobre 1794)`: one date, with a value where both are one day. In: all dates of a text. Out: the same in their order. */
export function withTwins(text: string, dates: readonly FoundDate[]): readonly FoundDate[] {
  const [first, second, ...more] = [...dates].sort((a, b) => a.start - b.start);
  if (!first || !second) return dates;
  const isTwin = /^\s?[([]$/.test(text.slice(first.end, second.start)) && /^[)\]]/.test(text.slice(second.end));
  if (!isTwin) return [first, second, ...more];
  const isOne = first.when !== undefined && first.when === second.when;
  const one = { start: first.start, end: second.end + 1, ...(isOne && { when: first.when }) };
  return [one, ...more];
}
