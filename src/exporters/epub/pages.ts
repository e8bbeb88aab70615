/** Parts of a volume -> the files of a book: XHTML pages, navigation, package document (EPUB 3.3, sections 5 to 7). */
import type { ExportSettings } from '../exporter.js';
import { type PageTools, writeArticle } from '../html/document-page.js';
import { html, type Markup, trusted } from '../html/markup.js';
import type { Site } from '../html/site.js';
import { elementMaker, writeXml } from '../make-xml.js';
import { PICTURE_TYPES } from '../pictures/picture.js';
import type { ReadEntry, ReadPart, Volume } from '../reading/index.js';
import { MATHML } from '../reading/math-text.js';
import type { BookEntry } from './book-part.js';

export interface BookPage extends BookEntry {
  readonly content: string;
}

export function partPage(part: ReadPart, site: Site, tools: PageTools): BookPage {
  const title = part.number === undefined ? part.title : `${part.number}. ${part.title}`;
  const body = asXhtml(writeArticle(part, site, tools).html);
  const found = [...body.matchAll(/<span class="pb" id="([^"]*)"><a href="[^"]*" title="Page ([^"]*) begins here">/g)];
  // What is called by anything but a plain name is found in the text, not in the list of pages.
  const pages = found.flatMap(([, id = '', name = '']) => (/^[\w.-]+$/.test(id) ? [{ id, name }] : []));
  const id = `p-${part.name}`;
  const hasMath = body.includes(`<math xmlns="${MATHML}"`);
  const content = page(title, body, site.volume, '../');
  return { id, path: `documents/${part.name}.xhtml`, title, hasMath, content, pages };
}

export function entriesPage(
  name: string,
  title: string,
  entries: ReadonlyMap<string, ReadEntry>,
  { volume }: Site,
): BookPage {
  const sorted = [...entries.values()].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  const items = sorted.map(
    ({ id, name: shown, description }) => html`<div id="${id}"><dt>${shown}</dt><dd>${description}</dd></div>\n`,
  );
  const body = html`<h1>${title}</h1>\n<dl>\n${items}</dl>\n`.html;
  const content = page(title, body, volume, '');
  return { id: `list-${name}`, path: `${name}.xhtml`, title, hasMath: false, content, pages: [] };
}

/** What the pages of a site have and XML, or a book, has otherwise. */
function asXhtml(text: string): string {
  return text
    .replace(/<br>/g, '<br/>')
    .replace(/<img ([^>]*?) loading="lazy"([^>]*)>/g, '<img $1$2/>')
    .replace(/ id="(?:[^"]*\s[^"]*)?"/g, '')
    .replace(/ role="doc-noteref"/g, ' epub:type="noteref" role="doc-noteref"')
    .replace(/ role="doc-endnotes"/g, ' epub:type="footnotes"')
    .replace(/<span class="preview" aria-hidden="true">[^<]*<\/span>/g, '')
    .replace(/(<a [^>]*?href=")(?!https?:|mailto:|#)([^"#]*)\.html(?=[#"])/g, '$1$2.xhtml')
    .replace(/<div class="table" role="group" tabindex="0" aria-label="Table">/g, '<div class="table">');
}

/** Characters that XML cannot hold have no place in a page. */
function page(title: string, body: string, { language }: Volume, base: string): string {
  const whole = html`<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}">
<head><meta charset="utf-8"/><title>${title}</title><link rel="stylesheet" href="${base}style.css"/></head>
<body>
${trusted(body)}</body>
</html>
`.html;
  return whole;
}

/** Contents, and the pages of the print. */
export function navigation(volume: Volume, pages: readonly BookEntry[]): string {
  const byPart = new Map(pages.map((each) => [each.id, each]));
  const entries = (parts: readonly ReadPart[]): Markup =>
    html`<ol>${parts.map((part) => {
      const found = byPart.get(`p-${part.name}`);
      return html`<li><a href="${found?.path}">${found?.title}</a>${part.parts.length > 0 && entries(part.parts)}</li>\n`;
    })}</ol>`;
  const lists = pages.filter(({ id }) => id.startsWith('list-'));
  const contents = entries(volume.parts).html.replace(/<\/ol>$/, '');
  const more = html`${lists.map(({ path, title }) => html`<li><a href="${path}">${title}</a></li>\n`)}`;
  const printed = pages.flatMap(({ path, pages: breaks }) =>
    breaks.map(({ id, name }) => ({ href: `${path}#${id}`, name })),
  );
  const pageList =
    printed.length > 0 &&
    html`<nav epub:type="page-list" hidden="hidden"><ol>${printed.map(({ href, name }) => html`<li><a href="${href}">${trusted(name)}</a></li>`)}</ol></nav>\n`;
  const body = html`<nav epub:type="toc"><h1>${volume.title}</h1>\n${trusted(contents)}${more}</ol></nav>\n${pageList}`
    .html;
  return page(volume.title, body, volume, '');
}

export interface BookFacts {
  readonly pages: readonly BookEntry[];
  readonly identifier: string;
  readonly date: string;
  /** Below the folder of the book. */
  readonly pictures: readonly string[];
}

const opf = elementMaker('http://www.idpf.org/2007/opf');
const dc = elementMaker('http://purl.org/dc/elements/1.1/', 'dc');

export function packageFile(
  volume: Volume,
  settings: ExportSettings,
  { pages, identifier, date, pictures }: BookFacts,
): string {
  const item = (id: string, href: string, type: string, properties?: string) =>
    opf('item', { id, href, 'media-type': type, properties });
  return writeXml(
    opf('package', { version: '3.0', 'unique-identifier': 'id', 'xml:lang': volume.language }, [
      opf('metadata', {}, [
        dc('identifier', { id: 'id' }, identifier),
        dc('title', {}, volume.title),
        dc('language', {}, volume.language),
        ...(settings.editors ?? []).map(({ name }) => dc('contributor', {}, name)),
        settings.publisher === undefined ? undefined : dc('publisher', {}, settings.publisher),
        settings.licence === undefined
          ? undefined
          : dc('rights', {}, `${settings.licence.name} ${settings.licence.url}`),
        settings.url === undefined ? undefined : dc('source', {}, settings.url),
        opf('meta', { property: 'dcterms:modified' }, `${date}T00:00:00Z`),
      ]),
      opf('manifest', {}, [
        item('nav', 'nav.xhtml', 'application/xhtml+xml', 'nav'),
        item('style', 'style.css', 'text/css'),
        ...pages.map(({ id, path, hasMath }) =>
          item(id, path, 'application/xhtml+xml', hasMath ? 'mathml' : undefined),
        ),
        ...pictures.map((path, i) => item(`picture-${i + 1}`, path, PICTURE_TYPES[path.replace(/^.*\./, '')] ?? '')),
      ]),
      opf('spine', {}, [opf('itemref', { idref: 'nav' }), ...pages.map(({ id }) => opf('itemref', { idref: id }))]),
    ]),
  );
}
