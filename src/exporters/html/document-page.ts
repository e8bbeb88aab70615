/** A document or a section -> its page: head, facts, source, text, notes at the foot, and the way to its neighbours. */

import type { Report } from '../../diagnostic/index.js';
import type { Element } from '../../xml/index.js';
import type { dropReporter } from '../once.js';
import type { PictureShelf } from '../pictures/picture-shelf.js';
import { type Presented, type PresentedElement, present } from '../present.js';
import { headOf, isDocument, ownContent, type ReadPart, type ReadParty } from '../reading/index.js';
import { html, type Markup } from './markup.js';
import { writePage } from './page.js';
import { timeOf } from './shown-date.js';
import type { Site } from './site.js';
import { idOf, languageOf, noteLabel, type PageContent, writeAll, writeNode } from './write-content.js';

export interface Neighbours {
  readonly before: ReadPart | undefined;
  readonly after: ReadPart | undefined;
}

/** What pages say and take pictures from while they are written. */
export interface PageTools {
  /** Takes each fact once. */
  readonly report: Report;
  readonly drop: ReturnType<typeof dropReporter>;
  readonly shelf: PictureShelf;
}

/** In: the part, its neighbours, and the address or the text of its TEI. */
export function writeDocumentPage(
  part: ReadPart,
  site: Site,
  { before, after }: Neighbours,
  tei: { readonly href: string } | { readonly xml: string },
  tools: PageTools,
): string {
  const main = html`${!site.single && writeWay(part, site, { before, after })}${writeArticle(part, site, tools)}${'href' in tei ? html`<p class="tei"><a href="${tei.href}" type="application/tei+xml">The TEI of this page</a></p>` : html`<details class="tei"><summary>The TEI of this page</summary><pre tabindex="0">${tei.xml}</pre></details>`}
${(before || after) && html`<nav class="neighbours" aria-label="Documents">${before && html`<a rel="prev" href="${before.name}.html"><span>Previous</span> ${shown(before)}</a>`}${after && html`<a rel="next" href="${after.name}.html"><span>Next</span> ${shown(after)}</a>`}</nav>`}
`;
  return writePage({ title: shown(part), base: '../', main }, site);
}

/** Above the title: the section that it stands in, and the way to its neighbours. */
function writeWay(part: ReadPart, { holders }: Site, { before, after }: Neighbours): Markup {
  const sections: ReadPart[] = [];
  for (let each = holders.get(part); each; each = holders.get(each)) sections.unshift(each);
  const links = [
    html`<a href="../index.html">Contents</a>`,
    ...sections.map(({ name, title }) => html`<a href="${name}.html">${title}</a>`),
  ];
  const steps = [
    before &&
      html`<a href="${before.name}.html" title="${shown(before)}" aria-label="Previous: ${shown(before)}">←</a>`,
    after && html`<a href="${after.name}.html" title="${shown(after)}" aria-label="Next: ${shown(after)}">→</a>`,
  ];
  return html`<nav class="way" aria-label="Place in the edition"><ol>${links.map((link) => html`<li>${link}</li>\n`)}</ol><p>${steps[0]} ${steps[1]}</p></nav>\n`;
}

/** The document without what a page has around it. */
export function writeArticle(part: ReadPart, site: Site, { report, drop, shelf }: PageTools): Markup {
  const element = ownContent(part);
  const head = headOf(element);
  const source = isDocument(part) ? part.sourceNote : undefined;
  const apart = new Set<Element>([head, source].flatMap((each) => each ?? []));
  const page: PageContent = { part, site, notes: [], apart, drop, shelf, ids: new Set() };
  const id = idOf(part.element);
  if (id !== undefined) page.ids.add(id);
  const title = head
    ? writeTitle(present(head, report).children, part.number, page)
    : html`${part.number !== undefined && html`<span class="number">${part.number}. </span>`}${part.title}`;
  const set = source && writeSource(present(source, report), page);
  const text = writeAll(present(element, report).children, page, { level: 1 });
  const notes = writeNotes(page);
  const language = isDocument(part) ? part.language : site.volume.language;
  return html`<article class="document"${id !== undefined && html` id="${id}"`}${languageOf(language ?? 'en')}>
<header>
<h1>${title}</h1>
${isDocument(part) && writeFacts(part, site)}</header>
${set}<div class="text">
${text}</div>
${notes}</article>
`;
}

/** The number of the document stands in the margin. */
function writeTitle(nodes: readonly Presented[], number: string | undefined, page: PageContent): Markup {
  const [first, ...others] = nodes;
  const all = (each: readonly Presented[]) => writeAll(each, page, { level: 1, phrasing: true });
  if (first?.kind !== 'text' || number === undefined) return all(nodes);
  const [printed] = /^\s*\[?[\w*]+\]?\.\s+/.exec(first.text) ?? [];
  if (printed === undefined || !printed.includes(number)) return all(nodes);
  const rest = { kind: 'text', text: first.text.slice(printed.length) } as const;
  return html`<span class="number">${printed.trim()} </span>${all([rest, ...others])}`;
}

function shown({ number, title }: ReadPart): string {
  return number === undefined ? title : `${number}. ${title}`;
}

/** When, where, who and to whom, on a line under the title. */
function writeFacts(part: ReadPart, site: Site): Markup | undefined {
  if (!isDocument(part)) return undefined;
  const { date, place, senders, addressees, pages } = part;
  const [first] = pages;
  const last = pages[pages.length - 1];
  const facts: readonly (readonly [string, Markup | undefined])[] = [
    ['Date', date && (date.isExact ? timeOf(date) : html`<time datetime="${date.from}">${date.text}</time>`)],
    ['Place', place === undefined ? undefined : html`${place}`],
    ['From', writeParties(senders, site)],
    ['To', writeParties(addressees, site)],
    ['Pages', first === undefined ? undefined : html`${first === last ? first : `${first}–${last}`}`],
  ];
  const rows = facts.flatMap(([name, value]) => (value ? [html`<div><dt>${name}</dt><dd>${value}</dd></div>`] : []));
  return rows.length === 0 ? undefined : html`<dl class="facts" lang="en">${rows}</dl>\n`;
}

function writeParties(parties: readonly ReadParty[], { volume, has }: Site): Markup | undefined {
  if (parties.length === 0) return undefined;
  return html`${parties.map(({ name, key }, i) => {
    const isLinked = has.persons && key !== undefined && volume.persons.has(key);
    const text = isLinked ? html`<a href="../persons.html#${encodeURIComponent(key)}">${name}</a>` : html`${name}`;
    return html`${i > 0 && ', '}${text}`;
  })}`;
}

function writeSource(source: PresentedElement, page: PageContent): Markup {
  const id = idOf(source.element);
  if (id !== undefined) page.ids.add(id);
  return html`<aside class="source" aria-label="Source of the document"${id !== undefined && html` id="${id}"`}>${writeAll(source.children, page, { level: 2 })}</aside>\n`;
}

/** Notes of notes join the end. */
function writeNotes(page: PageContent): Markup | undefined {
  const items: Markup[] = [];
  for (let i = 0; i < page.notes.length; i++) {
    const note = page.notes[i];
    if (!note) break;
    const number = i + 1;
    const label = noteLabel(note, number);
    const id = idOf(note.element);
    const anchor = id !== undefined && !page.ids.has(id) && html`<span id="${id}"></span>`;
    if (id !== undefined) page.ids.add(id);
    const content = note.children.map((child) => writeNode(child, page, { level: 3 }));
    items.push(
      html`<li id="_n${number}">${anchor}<a class="back" href="#_r${number}" role="doc-backlink" aria-label="Back to note ${label} in the text">${label}</a> <div>${content}</div></li>\n`,
    );
  }
  if (items.length === 0) return undefined;
  return html`<section class="notes" role="doc-endnotes" aria-labelledby="_notes"><h2 id="_notes" lang="en">Notes</h2>\n<ol>\n${items}</ol></section>\n`;
}
