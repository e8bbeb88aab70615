/** A volume -> its pages beside the documents: contents, persons, terms. */
import { isDocument, type ReadDocument, type ReadEntry, type ReadPart } from '../reading/index.js';
import { html, type Markup } from './markup.js';
import { writePage } from './page.js';
import { foldTerm } from './search-script.js';
import { timeOf } from './shown-date.js';
import { pagePath, type Site } from './site.js';
import { languageOf } from './write-content.js';

export function writeContents(site: Site, imprint: readonly string[]): string {
  const { volume } = site;
  const { title, language, documents, parts } = volume;
  const dates = documents.flatMap(({ date }) => date?.from.slice(0, 4) ?? []).sort();
  const span =
    dates.length === 0
      ? ''
      : dates[0] === dates[dates.length - 1]
        ? `, ${dates[0]}`
        : `, ${dates[0]}–${dates[dates.length - 1]}`;
  const main = html`<header class="title">
<h1${languageOf(language)}>${title}</h1>
${imprint.map((line) => html`<p>${line}</p>\n`)}<p>${documents.length} ${documents.length === 1 ? 'document' : 'documents'}${span}</p>
</header>
<div class="contents"${languageOf(language)}>
${writeParts(parts, 2)}</div>
`;
  return writePage({ title, base: '', main, current: 'index.html' }, site);
}

/** Documents beside each other are a list; a section is a heading with what is in it. */
function writeParts(parts: readonly ReadPart[], level: number): Markup {
  const written: Markup[] = [];
  let run: ReadPart[] = [];
  const endRun = () => {
    if (run.length > 0) written.push(html`<ol>\n${run.map(writeEntry)}</ol>\n`);
    run = [];
  };
  for (const part of parts) {
    if (part.parts.length === 0) {
      run.push(part);
      continue;
    }
    endRun();
    const tag = `h${Math.min(level, 6)}`;
    written.push(
      html`<section>${{ html: `<${tag}>` }}<a href="${pagePath(part)}">${part.title}</a>${{ html: `</${tag}>\n` }}${writeParts(part.parts, level + 1)}</section>\n`,
    );
  }
  endRun();
  return html`${written}`;
}

function writeEntry(part: ReadPart): Markup {
  const date = isDocument(part) ? part.date : undefined;
  return html`<li><span class="number">${part.number}</span> <a href="${pagePath(part)}">${part.title}</a>${date && html` ${timeOf(date)}`}</li>\n`;
}

/** Persons or terms, each with what is said of it and the documents that name it. */
export function writeEntries(
  title: string,
  entries: Iterable<ReadEntry>,
  named: (document: ReadDocument) => readonly string[],
  site: Site,
): string {
  const documents = new Map<string, ReadDocument[]>();
  for (const document of site.volume.documents) {
    for (const id of named(document)) {
      const known = documents.get(id);
      if (known) known.push(document);
      else documents.set(id, [document]);
    }
  }
  const sorted = [...entries]
    .map((entry) => ({ ...entry, key: foldTerm(entry.name) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const items = sorted.map(({ id, name, description }) => {
    const found = documents.get(id) ?? [];
    return html`<div class="entry" id="${id}"><dt>${name}</dt><dd>${description}${found.length > 0 && html`<p class="where"><span lang="en">${found.length === 1 ? 'In document' : 'In documents'}</span> ${found.map((document, i) => html`${i > 0 && ', '}<a href="${pagePath(document)}" title="${document.title}">${document.number ?? document.title}</a>`)}</p>`}</dd></div>\n`;
  });
  const main = html`<h1>${title}</h1>\n${writeLetters(sorted)}<dl class="entries" lang="${site.volume.language}">\n${items}</dl>\n`;
  return writePage({ title, base: '', main, current: `${title.toLowerCase()}.html` }, site);
}

/** Fewer are seen at a glance. */
const MANY = 40;

/** From each first letter to the first of its entries. */
function writeLetters(sorted: readonly { readonly id: string; readonly key: string }[]): Markup | undefined {
  const letters = new Map<string, string>();
  for (const { id, key } of sorted) {
    const [letter = ''] = key.replace(/^[^\p{L}\p{N}]+/u, '');
    const shown = /\p{L}/u.test(letter) ? letter.toUpperCase() : '#';
    if (!letters.has(shown)) letters.set(shown, id);
  }
  if (sorted.length < MANY || letters.size < 3) return undefined;
  const links = [...letters].map(([letter, id]) => html`<li><a href="#${encodeURIComponent(id)}">${letter}</a></li>\n`);
  return html`<nav class="letters" aria-label="First letters"><ul>\n${links}</ul></nav>\n`;
}
