/** The texts of a volume -> an index that a script of the site searches, without a server: it works from a folder, too. */
import { attributeValue, type XmlNode } from '../../xml/index.js';
import type { ExportedFile } from '../exporter.js';
import { isDocument, plainName, type ReadPart } from '../reading/index.js';
import { html } from './markup.js';
import { writePage } from './page.js';
import { foldTerm, SEARCH_FIELDS, SEARCH_SCRIPT, SEARCH_STORED } from './search-script.js';
import { shownDay } from './shown-date.js';
import { pagePath, type Site } from './site.js';

/** Scripts that say what the index and the texts are: scripts may be loaded from files, data may not. */
export async function* writeSearch(
  parts: Iterable<ReadPart>,
  site: Site,
  library: string,
): AsyncGenerator<ExportedFile> {
  const { default: MiniSearch } = await import('minisearch');
  const index = new MiniSearch({
    fields: SEARCH_FIELDS,
    storeFields: SEARCH_STORED,
    autoVacuum: false,
    processTerm: foldTerm,
  });
  const texts: string[] = [];
  for (const part of parts) {
    const title = part.number === undefined ? part.title : `${part.number}. ${part.title}`;
    const inner = new Set(part.parts.map(({ element }) => element));
    const text = textOf(part.element, (node) => node.kind === 'element' && inner.has(node))
      .replace(/\s+/g, ' ')
      .trim();
    const id = texts.push(text) - 1;
    index.add({
      id,
      title,
      path: pagePath(part),
      date: isDocument(part) && part.date ? shownDay(part.date.from) : '',
      text,
    });
  }
  yield { path: 'search.html', content: writeSearchPage(site) };
  yield { path: 'assets/search.js', content: SEARCH_SCRIPT };
  yield { path: 'assets/search-index.js', content: scriptOf('searchIndex', index) };
  yield { path: 'assets/search-texts.js', content: scriptOf('searchTexts', texts) };
  yield { path: 'assets/minisearch.js', content: library };
}

function scriptOf(name: string, value: unknown): string {
  return `globalThis.${name} = ${JSON.stringify(value).replace(/[\u2028\u2029]/g, ' ')};\n`;
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

function writeSearchPage(site: Site): string {
  const main = html`<h1>Search</h1>
<noscript><p>Searching needs JavaScript. All else in this edition works without it.</p></noscript>
<p id="_said" role="status">Type a word above.</p>
<ol id="_found" class="results"></ol>
<p><button type="button" id="_more" hidden></button></p>
`;
  const scripts = ['minisearch.js', 'search-index.js', 'search-texts.js', 'search.js'];
  return writePage({ title: 'Search', base: '', main, scripts }, site);
}
