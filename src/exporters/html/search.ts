/** The texts of a volume -> an index that a script of the site searches, without a server: it works from a folder, too. */
import { attributeValue, type XmlNode } from '../../xml/index.js';
import type { ExportedFile } from '../exporter.js';
import { isDocument, mathText, plainName, type ReadPart } from '../reading/index.js';
import { html } from './markup.js';
import { writePage } from './page.js';
import { searchIndexer } from './search-index.js';
import { SEARCH_SCRIPT } from './search-script.js';
import { shownDay } from './shown-date.js';
import { pagePath, type Site } from './site.js';

export interface Search {
  /** Takes the words of a page, one page after another. */
  add(part: ReadPart): void;
  /** The page that searches, and scripts that say what index and texts are: scripts may be loaded from files, data may not. */
  files(library: string): Iterable<ExportedFile>;
}

export async function openSearch(site: Site): Promise<Search> {
  const index = await searchIndexer();
  /** As they stand in the script. */
  const texts: string[] = [];
  return {
    add(part) {
      const inner = new Set(part.parts.map(({ element }) => element));
      const text = textOf(part.element, (node) => node.kind === 'element' && inner.has(node))
        .replace(/\s+/g, ' ')
        .trim();
      index.add({
        title: part.number === undefined ? part.title : `${part.number}. ${part.title}`,
        path: pagePath(part),
        date: isDocument(part) && part.date ? shownDay(part.date.from) : '',
        text,
      });
      texts.push(inScript(JSON.stringify(text)));
    },
    *files(library) {
      yield { path: 'search.html', content: writeSearchPage(site) };
      yield { path: 'assets/search.js', content: SEARCH_SCRIPT };
      yield { path: 'assets/search-index.js', content: scriptOf('searchIndex', index.written()) };
      yield { path: 'assets/search-texts.js', content: scriptOf('searchTexts', listed(texts)) };
      yield { path: 'assets/minisearch.js', content: library };
    },
  };
}

function* scriptOf(name: string, parts: Iterable<string>): Generator<string> {
  yield `globalThis.${name} = `;
  yield* parts;
  yield ';\n';
}

function* listed(texts: readonly string[]): Generator<string> {
  yield '[';
  for (const [i, text] of texts.entries()) yield i === 0 ? text : `,${text}`;
  yield ']';
}

/** These end a line in a script. */
function inScript(json: string): string {
  return json.replace(/[\u2028\u2029]/g, ' ');
}

function textOf(node: XmlNode, isLeftOut: (node: XmlNode) => boolean): string {
  if (node.kind === 'text') return node.text;
  if (node.kind !== 'element' || isLeftOut(node) || plainName(node) === 'teiHeader') return '';
  if (plainName(node) === 'mml:math') return mathText(node);
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
