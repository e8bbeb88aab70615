/** `1961-05-16` -> `16 May 1961`: a day as people read it, in the language of the pages' own words. */
import type { ReadDate } from '../reading/index.js';
import { html, type Markup } from './markup.js';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** In: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; anything else stays as it is. */
export function shownDay(iso: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(iso) ?? [];
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (year === undefined || (month !== undefined && name === undefined)) return iso;
  return [...(day === undefined ? [] : [String(Number(day))]), ...(name === undefined ? [] : [name]), year].join(' ');
}

export function timeOf({ from }: ReadDate): Markup {
  return html`<time datetime="${from}">${shownDay(from)}</time>`;
}
