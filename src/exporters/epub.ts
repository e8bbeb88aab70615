/** TEI -> an electronic book (EPUB 3.3): a chapter for each document and section, with notes, pages of the print, persons and terms. */
import type { Report } from '../diagnostic/index.js';
import { type Division, exportDivided, type Gatherer, lookForPages } from './division.js';
import type { BookPart } from './epub/book-part.js';
import { entriesPage, navigation, packageFile, partPage } from './epub/pages.js';
import { BOOK_STYLE } from './epub/style.js';
import type { Exporter, ExportInput } from './exporter.js';
import { planSite, type Site } from './html/site.js';
import { joinZips } from './join-zips.js';
import { exportMessages } from './messages.js';
import { nameUuid } from './name-uuid.js';
import { dropReporter, reportBeside } from './once.js';
import { pictureFinders } from './pictures/find-pictures.js';
import { gatherPictures } from './pictures/gather-pictures.js';
import { namePictures, pictureShelf } from './pictures/picture-shelf.js';
import { byFile, partsInOrder, readVolume } from './reading/index.js';

export const epub: Exporter = {
  name: 'epub',
  summary: 'an electronic book (EPUB 3): chapters, notes, pages of the print, persons and terms',
  extension: '.epub',
  mediaType: 'application/epub+zip',
  scope: 'corpus',
  makes: ['file'],
  isText: false,
  look: lookForPages,
  divide: divideBook,
  async export(input, report) {
    const division = await divideBook(input);
    if (division) return exportDivided(division, input.files, report);
    report(exportMessages['setting-missing']({ format: 'epub', settings: ['date'] }));
    return [];
  },
};

/** Kinds that every reader has to show (EPUB 3.3, 3.2), and that are no drawings. */
const TYPES = ['png', 'jpg', 'gif'];

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

interface Book {
  readonly input: ExportInput;
  readonly site: Site;
  readonly date: string;
  readonly zip: Zip;
}

type Zip = (files: readonly (readonly [path: string, content: string | Uint8Array])[]) => Uint8Array;

/** Undefined where there is no date: the book has to say when it was made. */
async function divideBook(input: ExportInput): Promise<Division | undefined> {
  const { files, settings } = input;
  const volume = readVolume(files, settings);
  const date = settings.date ?? volume.latestDay;
  if (date === undefined) return undefined;
  const site = planSite(volume, false);
  const own = byFile(files, partsInOrder(volume.parts));
  const finderOf = await pictureFinders(input);
  const names = namePictures(input);
  const zip = await zipper();
  return {
    pages(file, report) {
      const drop = dropReporter('epub', report);
      const finder = finderOf(file);
      const shelf = pictureShelf(finder, names, { types: TYPES, base: '../', links: false, drop });
      reportBeside([file], report);
      const pages = (own.get(file) ?? []).map((part) => partPage(part, site, { report, drop, shelf }));
      const book = {
        pages: pages.map(({ content: _, ...entry }) => entry),
        zip: zip(pages.map(({ path, content }) => [path, content] as const)),
      };
      // A book is one file: its pages are a part of what comes of each.
      return { files: [], part: () => ({ notes: finder.notes(), shelved: shelf.shelved(), book }) };
    },
    gather: (report) => gatherBook({ input, site, date, zip }, report),
  };
}

function gatherBook({ input, site, date, zip }: Book, report: Report): Gatherer {
  const { files, settings } = input;
  const { volume } = site;
  const gathered = gatherPictures(input);
  const books: BookPart[] = [];
  return {
    async add(file, part) {
      gathered.add(file, part);
      if (part.book) books.push(part.book);
      return [];
    },
    async *end() {
      const pictures = [...gathered.end(report)].map(({ path, content }) => [path, content] as const);
      const lists = [
        ...(site.has.persons ? [entriesPage('persons', 'Persons', volume.persons, site)] : []),
        ...(site.has.terms ? [entriesPage('terms', 'Terms', volume.terms, site)] : []),
      ];
      const pages = [...books.flatMap((book) => book.pages), ...lists];
      const key = settings.url ?? `${volume.title}\n${files.map(({ name }) => name).join('\n')}`;
      const identifier = `urn:uuid:${await nameUuid(key)}`;
      const facts = { pages, identifier, date, pictures: pictures.map(([path]) => path) };
      const frame = zip([
        ['package.opf', packageFile(volume, settings, facts)],
        ['nav.xhtml', navigation(volume, pages)],
        ['style.css', BOOK_STYLE],
      ]);
      const others = zip([...lists.map(({ path, content }) => [path, content] as const), ...pictures]);
      const all = [await startOfBook(), frame, ...books.map((book) => book.zip), others];
      const [first, ...more] = files;
      const name = more.length === 0 ? (first?.name ?? 'book') : 'book';
      yield { path: `${name}.epub`, content: joinZips(all) };
    },
  };
}

/** The same input makes the same bytes; ZIP knows no time before this. */
const MTIME = new Date(1980, 0, 1);

/** Files below the folder of the book. */
async function zipper(): Promise<Zip> {
  const { strToU8, zipSync } = await import('fflate');
  const bytesOf = (content: string | Uint8Array) => (typeof content === 'string' ? strToU8(content) : content);
  return (files) =>
    zipSync(Object.fromEntries(files.map(([path, content]) => [`EPUB/${path}`, bytesOf(content)])), { mtime: MTIME });
}

/** What has to stand first, as it is. */
async function startOfBook(): Promise<Uint8Array> {
  const { strToU8, zipSync } = await import('fflate');
  const mimetype = strToU8('application/epub+zip');
  const container = strToU8(CONTAINER);
  return zipSync({ mimetype: [mimetype, { level: 0 }], 'META-INF/container.xml': container }, { mtime: MTIME });
}
