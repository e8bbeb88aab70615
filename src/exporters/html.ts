/** TEI -> a reading edition: static pages for each document, an index, persons, terms, timeline, network, search. */
import type { Report } from '../diagnostic/index.js';
import { descendants, type Element, TEI_NAMESPACE } from '../xml/index.js';
import type { ExportedFile, Exporter, ExportInput, ExportSettings } from './exporter.js';
import { writeDocumentPage } from './html/document-page.js';
import { writeContents, writeEntries } from './html/index-pages.js';
import { writeNetwork } from './html/network.js';
import { openSearch } from './html/search.js';
import { pagePath, planSite } from './html/site.js';
import { STYLE } from './html/style.js';
import { teiOf } from './html/tei-of.js';
import { writeTimeline } from './html/timeline.js';
import { exportMessages } from './messages.js';
import { dropReporter, onceEach, reportBeside } from './once.js';
import { pictureFinder } from './pictures/find-pictures.js';
import { pictureShelf } from './pictures/picture-shelf.js';
import { byFile, partsInOrder, readVolume } from './reading/index.js';

export const html: Exporter = {
  name: 'html',
  summary: 'a reading edition: static pages with index, persons, timeline, network and search',
  extension: '.html',
  mediaType: 'text/html',
  scope: 'corpus',
  makes: ['folder', 'file'],
  isText: true,
  export: async (input, report) => (input.single ? exportPage(input, report) : exportSite(input, report)),
};

const NOBODY = { before: undefined, after: undefined };

/** What browsers show. */
const TYPES = ['png', 'jpg', 'gif', 'webp'];

/** One document as a page that needs no other. */
async function exportPage(input: ExportInput, report: Report): Promise<readonly ExportedFile[]> {
  const { files, settings } = input;
  const volume = readVolume(files, settings);
  const [document, ...more] = volume.documents;
  if (!document || more.length > 0) {
    report(exportMessages['several-documents']({ format: 'html', count: volume.documents.length }));
    return [];
  }
  const once = onceEach(report);
  const drop = dropReporter('html', report);
  reportBeside(files, once);
  const finder = await pictureFinder(input, once);
  const shelf = pictureShelf(finder, { types: TYPES, base: undefined, links: false, drop });
  const site = planSite(volume, true, settings);
  const tools = { report: once, drop, shelf };
  const content = writeDocumentPage(document, site, NOBODY, { xml: teiOf(document) }, tools);
  finder.end();
  return [{ path: `${document.name}.html`, content }];
}

async function* exportSite(input: ExportInput, report: Report): AsyncGenerator<ExportedFile> {
  const { files, settings, readPackaged } = input;
  const volume = readVolume(files, settings);
  const site = planSite(volume, false, settings);
  const parts = [...partsInOrder(volume.parts)];
  const once = onceEach(report);
  const drop = dropReporter('html', report);
  const finder = await pictureFinder(input, once);
  const shelf = pictureShelf(finder, { types: TYPES, base: '../', links: true, drop });
  const tools = { report: once, drop, shelf };
  const search = await openSearch(site);
  yield { path: 'index.html', content: writeContents(site, imprintOf(settings)) };
  yield { path: 'assets/style.css', content: STYLE };
  const around = new Map(parts.map((part, i) => [part, { before: parts[i - 1], after: parts[i + 1] }] as const));
  // One file after another: no more than the tree of one has to be held.
  for (const [file, own] of byFile(files, parts)) {
    reportBeside([file], once);
    for (const part of own) {
      const path = `tei/${part.name}.${isActive(part.element) ? 'txt' : 'xml'}`;
      const neighbours = around.get(part) ?? NOBODY;
      yield { path: pagePath(part), content: writeDocumentPage(part, site, neighbours, { href: `../${path}` }, tools) };
      yield* shelf.take();
      yield { path, content: teiOf(part) };
      search.add(part);
    }
  }
  finder.end();
  const { persons, terms } = volume;
  if (site.has.persons)
    yield { path: 'persons.html', content: writeEntries('Persons', persons.values(), (each) => each.persons, site) };
  if (site.has.terms)
    yield { path: 'terms.html', content: writeEntries('Terms', terms.values(), (each) => each.terms, site) };
  if (site.has.timeline) yield { path: 'timeline.html', content: writeTimeline(site) };
  if (site.has.network) yield { path: 'network.html', content: await writeNetwork(site) };
  // Its source map is not there.
  const library = readPackaged?.('minisearch/dist/umd/index.js').replace(/^\/\/# sourceMappingURL=.*$/m, '') ?? '';
  yield* search.files(library);
}

function imprintOf({ editors = [], publisher }: ExportSettings): readonly string[] {
  const named = editors.map(({ name }) => name).join(', ');
  return [...(named === '' ? [] : [`Edited by ${named}`]), ...(publisher ? [publisher] : [])];
}

/** A browser runs scripts in an XML file where they are in a namespace that it knows: such a file is shown as text. */
function isActive(element: Element): boolean {
  for (const { name } of descendants(element)) {
    if (name.namespace !== TEI_NAMESPACE && /w3\.org/.test(name.namespace)) return true;
  }
  return false;
}
