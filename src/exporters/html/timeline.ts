/** The dates of documents -> a picture of when they were written, and the table that says the same. */
import type { ReadDocument } from '../reading/index.js';
import { html, type Markup } from './markup.js';
import { writePage } from './page.js';
import { shownDay, timeOf } from './shown-date.js';
import { pagePath, type Site } from './site.js';

const WIDTH = 960;
const MARGIN = 24;
const STEP = 8;

interface Dated {
  readonly document: ReadDocument;
  /** Days since 1970. */
  readonly day: number;
}

export function writeTimeline(site: Site): string {
  const dated = site.volume.documents
    .flatMap((document) => (document.date ? [{ document, day: dayOf(document.date.from) }] : []))
    .sort((a, b) => a.day - b.day);
  const undated = site.volume.documents.filter(({ date }) => !date);
  const rows = dated.map(
    ({ document }) =>
      html`<tr><td>${document.date && timeOf(document.date)}</td><td>${document.number}</td><td><a href="${pagePath(document)}">${document.title}</a></td></tr>\n`,
  );
  const main = html`<h1>Timeline</h1>
<p>Each dot is a document, over the day on which it was written; the table below says the same.</p>
<div class="picture-wide">${drawTimeline(dated)}</div>
<table class="records"><caption>Documents by date</caption><thead><tr><th scope="col">Date</th><th scope="col">No.</th><th scope="col">Document</th></tr></thead><tbody>
${rows}</tbody></table>
${undated.length > 0 && html`<h2>Without a date</h2>\n<ul>${undated.map((document) => html`<li><a href="${pagePath(document)}">${document.number !== undefined && `${document.number}. `}${document.title}</a></li>\n`)}</ul>`}
`;
  return writePage({ title: 'Timeline', base: '', main, current: 'timeline.html' }, site);
}

/** Days since 1970 of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
function dayOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const time = new Date(Date.UTC(2000, month - 1, day));
  return time.setUTCFullYear(year) / 86_400_000;
}

function drawTimeline(dated: readonly Dated[]): Markup {
  const first = dated[0]?.day ?? 0;
  const last = Math.max(dated[dated.length - 1]?.day ?? first, first + 1);
  const x = (day: number) => MARGIN + ((day - first) / (last - first)) * (WIDTH - 2 * MARGIN);
  const piles = new Map<number, number>();
  const placed = dated.map(({ document, day }) => {
    const column = Math.round(x(day) / STEP);
    const above = piles.get(column) ?? 0;
    piles.set(column, above + 1);
    return { document, column, above };
  });
  const tallest = Math.max(1, ...piles.values());
  const rise = Math.min(STEP, 320 / tallest);
  const floor = Math.ceil(tallest * rise) + 12;
  const dots = placed.map(
    ({ document, column, above }) =>
      html`<a href="${pagePath(document)}" tabindex="-1"><circle cx="${column * STEP}" cy="${round(floor - 6 - above * rise)}" r="${round(Math.min(3.2, rise * 0.45 + 0.6))}"><title>${document.date && shownDay(document.date.from)}: ${document.number !== undefined && `${document.number}. `}${document.title}</title></circle></a>\n`,
  );
  const ticks = ticksBetween(first, last).map(
    ({ day, label }) =>
      html`<line x1="${round(x(day))}" x2="${round(x(day))}" y1="${floor}" y2="${floor + 6}"/><text x="${round(x(day))}" y="${floor + 20}">${label}</text>\n`,
  );
  return html`<svg class="timeline" viewBox="0 0 ${WIDTH} ${floor + 28}" aria-hidden="true" focusable="false">
<line x1="${MARGIN - 10}" x2="${WIDTH - MARGIN + 10}" y1="${floor}" y2="${floor}"/>
${ticks}${dots}</svg>`;
}

const MOST_TICKS = 11;

/** Months, quarters, years ..., as many as there is room for. */
function ticksBetween(first: number, last: number): readonly { readonly day: number; readonly label: string }[] {
  const start = new Date(first * 86_400_000);
  const months = (last - first) / 30.4;
  const every = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200].find((step) => months / step <= MOST_TICKS) ?? 6000;
  const ticks: { day: number; label: string }[] = [];
  const origin = start.getUTCFullYear() * 12 + start.getUTCMonth();
  for (let month = Math.ceil(origin / every) * every; ; month += every) {
    const year = Math.floor(month / 12);
    const day = dayOf(`${year}-${(month % 12) + 1}-1`);
    if (day > last) return ticks;
    if (day >= first)
      ticks.push({
        day,
        label: month % 12 === 0 ? String(year) : shownDay(`${year}-${String((month % 12) + 1).padStart(2, '0')}`),
      });
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
