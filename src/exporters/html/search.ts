/** The texts of a volume -> an index that a script of the site searches, without a server: it works from a folder, too. */
import { attributeValue, type XmlNode } from '../../xml/index.js';
import type { ExportedFile } from '../exporter.js';
import { isDocument, mathText, plainName, type ReadPart } from '../reading/index.js';
import { html } from './markup.js';
import { writePage } from './page.js';
import { openSearchIndex, type SearchPage, type SearchPart } from './search-index.js';
import { SEARCH_SCRIPT } from './search-script.js';
import { shownDay } from './shown-date.js';
import { pagePath, type Site } from './site.js';

/** What is searched of a page. */
export function searchedPage(part: ReadPart): SearchPage {
  const inner = new Set(part.parts.map(({ element }) => element));
  const text = textOf(part.element, (node) => node.kind === 'element' && inner.has(node))
    .replace(/\s+/g, ' ')
    .trim();
  return {
    title: part.number === undefined ? part.title : `${part.number}. ${part.title}`,
    path: pagePath(part),
    date: isDocument(part) && part.date ? shownDay(part.date.from) : '',
    text,
  };
}

export interface Search {
  /** Takes the words of the next pages, and writes down their texts: nobody holds those of all files. */
  add(part: SearchPart): Iterable<ExportedFile>;
  /** The page that searches, and scripts that say what index and texts are: scripts may be loaded from files, data may not. */
  files(library: string): Iterable<ExportedFile>;
}

const TEXTS = 'assets/search-texts.js';

export async function openSearch(site: Site): Promise<Search> {
  const index = await openSearchIndex();
  let before = 'globalThis.searchTexts = [';
  return {
    *add(part) {
      index.add(part);
      if (part.texts === '') return;
      yield { path: TEXTS, content: `${before}${part.texts}`, isMore: true };
      before = ',';
    },
    *files(library) {
      yield { path: TEXTS, content: `${before === ',' ? '' : before}];\n`, isMore: true };
      yield { path: 'search.html', content: writeSearchPage(site) };
      yield { path: 'assets/search.js', content: SEARCH_SCRIPT };
      yield { path: 'assets/search-index.js', content: scriptOf('searchIndex', index.written()) };
      yield { path: 'assets/minisearch.js', content: library };
    },
  };
}

function* scriptOf(name: string, parts: Iterable<string>): Generator<string> {
  yield `globalThis.${name} = `;
  yield* parts;
  yield ';\n';
}

function textOf(node: XmlNode, isLeftOut: (node: XmlNode) => boolean): string {
  if (node.kind === 'text') return node.text;
  if (node.kind !== 'element' || isLeftOut(node) || plainName(node) === 'teiHeader') return '';
  if (plainName(node) === 'mml:math') return mathText(node);
  const parts = node.children.map((child) => textOf(child, isLeftOut)).join('');
  // A page or a line that ends in a word does not end the word.
  return /^[pl]b$/.test(plainName(node))
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
<p id="_said" role="status">Type a word above, then press Enter.</p>
<ol id="_found" class="results"></ol>
<p><button type="button" id="_more" hidden></button></p>
`;
  const scripts = ['minisearch.js', 'search-index.js', 'search-texts.js', 'search.js'];
  return writePage({ title: 'Search', base: '', main, scripts }, site);
}
