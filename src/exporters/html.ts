/** TEI -> a reading edition: static pages for each document, an index, persons, terms, timeline, network, search. */
import type { Report } from '../diagnostic/index.js';
import { descendants, type Element, TEI_NAMESPACE } from '../xml/index.js';
import { type Division, exportDivided, type Gatherer, lookForPages } from './division.js';
import type { ExportedFile, Exporter, ExportInput, ExportSettings } from './exporter.js';
import { writeDocumentPage } from './html/document-page.js';
import { writeContents, writeEntries } from './html/index-pages.js';
import { writeNetwork } from './html/network.js';
import { openSearch, searchedPage } from './html/search.js';
import { openSearchReader } from './html/search-index.js';
import { pagePath, planSite, type Site } from './html/site.js';
import { STYLE } from './html/style.js';
import { teiOf } from './html/tei-of.js';
import { writeTimeline } from './html/timeline.js';
import { exportMessages } from './messages.js';
import { dropReporter, onceEach, reportBeside } from './once.js';
import { pictureFinders, reportPictures } from './pictures/find-pictures.js';
import { gatherPictures } from './pictures/gather-pictures.js';
import { namePictures, pictureShelf } from './pictures/picture-shelf.js';
import { byFile, partsInOrder, readVolume } from './reading/index.js';

export const html: Exporter = {
  name: 'html',
  summary: 'a reading edition: static pages with index, persons, timeline, network and search',
  extension: '.html',
  mediaType: 'text/html',
  scope: 'corpus',
  makes: ['folder', 'file'],
  isText: true,
  look: lookForPages,
  divide: async (input) => (input.single ? undefined : divideSite(input)),
  export: async (input, report) =>
    input.single ? exportPage(input, report) : exportDivided(await divideSite(input), input.files, report),
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
  const finder = (await pictureFinders(input))(document.file);
  const shelf = pictureShelf(finder, new Map(), { types: TYPES, base: undefined, links: false, drop });
  const site = planSite(volume, true, settings);
  const tools = { report: once, drop, shelf };
  const content = writeDocumentPage(document, site, NOBODY, { xml: teiOf(document) }, tools);
  reportPictures([{ file: document.file, notes: finder.notes() }], once);
  return [{ path: `${document.name}.html`, content }];
}

async function divideSite(input: ExportInput): Promise<Division> {
  const { files, settings } = input;
  const volume = readVolume(files, settings);
  const site = planSite(volume, false, settings);
  const parts = [...partsInOrder(volume.parts)];
  const own = byFile(files, parts);
  const around = new Map(parts.map((part, i) => [part, { before: parts[i - 1], after: parts[i + 1] }] as const));
  const [finderOf, readSearch] = await Promise.all([pictureFinders(input), openSearchReader()]);
  const names = namePictures(input);
  return {
    pages(file, report) {
      const drop = dropReporter('html', report);
      const finder = finderOf(file);
      const shelf = pictureShelf(finder, names, { types: TYPES, base: '../', links: true, drop });
      const search = readSearch();
      const tools = { report, drop, shelf };
      const write = function* (): Generator<ExportedFile> {
        reportBeside([file], report);
        for (const part of own.get(file) ?? []) {
          const path = `tei/${part.name}.${isActive(part.element) ? 'txt' : 'xml'}`;
          const neighbours = around.get(part) ?? NOBODY;
          const page = writeDocumentPage(part, site, neighbours, { href: `../${path}` }, tools);
          yield { path: pagePath(part), content: page };
          yield { path, content: teiOf(part) };
          search.add(searchedPage(part));
        }
      };
      return {
        files: write(),
        part: () => ({ notes: finder.notes(), shelved: shelf.shelved(), search: search.part() }),
      };
    },
    gather: (report) => gatherSite(site, input, report),
  };
}

/** Pages that lead to those of all files. */
function gatherSite(site: Site, input: ExportInput, report: Report): Gatherer {
  const { persons, terms } = site.volume;
  const searching = openSearch(site);
  const gathered = gatherPictures(input);
  return {
    async add(file, part) {
      gathered.add(file, part);
      return part.search ? (await searching).add(part.search) : [];
    },
    async *end() {
      yield* gathered.end(report);
      yield { path: 'index.html', content: writeContents(site, imprintOf(input.settings)) };
      yield { path: 'assets/style.css', content: STYLE };
      if (site.has.persons)
        yield {
          path: 'persons.html',
          content: writeEntries('Persons', persons.values(), (each) => each.persons, site),
        };
      if (site.has.terms)
        yield { path: 'terms.html', content: writeEntries('Terms', terms.values(), (each) => each.terms, site) };
      if (site.has.timeline) yield { path: 'timeline.html', content: writeTimeline(site) };
      if (site.has.network) yield { path: 'network.html', content: await writeNetwork(site) };
      // Its source map is not there.
      const library = input.readPackaged?.('minisearch/dist/umd/index.js') ?? '';
      yield* (await searching).files(library.replace(/^\/\/# sourceMappingURL=.*$/m, ''));
    },
  };
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
