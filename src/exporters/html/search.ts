/** The texts of a volume -> an index that a script of the site searches, without a server: it works from a folder, too. */
import { attributeValue, type XmlNode } from '../../xml/index.js';
import { isDocument, plainName, type ReadPart } from '../reading/index.js';
import { html } from './markup.js';
import { writePage } from './page.js';
import { pagePath, type Site } from './site.js';

const FIELDS = ['title', 'text'];
const STORED = ['title', 'path', 'date'];

/** A script that says what the index is: scripts may be loaded from files, data may not. */
export async function writeSearchIndex(parts: Iterable<ReadPart>): Promise<string> {
  const { default: MiniSearch } = await import('minisearch');
  const index = new MiniSearch({ fields: FIELDS, storeFields: STORED, autoVacuum: false });
  let id = 0;
  for (const part of parts) {
    const title = part.number === undefined ? part.title : `${part.number}. ${part.title}`;
    const inner = new Set(part.parts.map(({ element }) => element));
    const text = textOf(part.element, (node) => node.kind === 'element' && inner.has(node));
    index.add({ id: id++, title, path: pagePath(part), date: (isDocument(part) && part.date?.from) || '', text });
  }
  return `globalThis.searchIndex = ${JSON.stringify(index).replace(/[\u2028\u2029]/g, ' ')};\n`;
}

function textOf(node: XmlNode, isLeftOut: (node: XmlNode) => boolean): string {
  if (node.kind === 'text') return node.text;
  if (node.kind !== 'element' || isLeftOut(node) || plainName(node) === 'teiHeader') return '';
  const parts = node.children.map((child) => textOf(child, isLeftOut)).join('');
  // A page that ends in a word does not end the word.
  return plainName(node) === 'pb'
    ? attributeValue(node, 'break') === 'no'
      ? ''
      : ' '
    : isPhrase(plainName(node))
      ? parts
      : ` ${parts} `;
}

function isPhrase(name: string): boolean {
  return /^(?:hi|persName|placeName|orgName|date|gloss|term|ref|seg|emph|add|del|unclear|supplied)$/.test(name);
}

export function writeSearchPage(site: Site): string {
  const main = html`<h1>Search</h1>
<noscript><p>Searching needs JavaScript. All else in this edition works without it.</p></noscript>
<p id="_said" role="status">Type a word above.</p>
<ol id="_found" class="results"></ol>
`;
  return writePage(
    { title: 'Search', base: '', main, scripts: ['minisearch.js', 'search-index.js', 'search.js'] },
    site,
  );
}

/** Runs in the page. Nothing is written as markup. */
export const SEARCH_SCRIPT = `'use strict';
(() => {
  const query = new URLSearchParams(location.search).get('q') || '';
  const said = document.getElementById('_said');
  const list = document.getElementById('_found');
  document.getElementById('_q').value = query;
  if (query.trim() === '') return;
  const options = { fields: ${JSON.stringify(FIELDS)}, storeFields: ${JSON.stringify(STORED)} };
  const index = MiniSearch.loadJS(globalThis.searchIndex, options);
  const found = index.search(query, { prefix: true, combineWith: 'AND', boost: { title: 3 } });
  const count = found.length === 1 ? '1 page has' : found.length + ' pages have';
  said.textContent = (found.length === 0 ? 'No page has' : count) + ' \\u201c' + query + '\\u201d.';
  for (const { title, path, date } of found.slice(0, 200)) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = path;
    link.textContent = title;
    item.append(link);
    if (date) {
      const time = document.createElement('time');
      time.textContent = date;
      item.append(' ', time);
    }
    list.append(item);
  }
})();
`;
