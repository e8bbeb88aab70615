/** TEI -> an electronic book (EPUB 3.3): a chapter for each document and section, with notes, pages of the print, persons and terms. */
import type { Report } from '../diagnostic/index.js';
import { type BookPage, entriesPage, navigation, packageFile, partPage } from './epub/pages.js';
import { BOOK_STYLE } from './epub/style.js';
import type { ExportedFile, Exporter, ExportInput } from './exporter.js';
import { planSite } from './html/site.js';
import { exportMessages } from './messages.js';
import { nameUuid } from './name-uuid.js';
import { dropReporter, onceEach, reportBeside } from './once.js';
import { pictureFinder } from './pictures/find-pictures.js';
import { pictureShelf } from './pictures/picture-shelf.js';
import { partsInOrder, readVolume } from './reading/index.js';

export const epub: Exporter = {
  name: 'epub',
  summary: 'an electronic book (EPUB 3): chapters, notes, pages of the print, persons and terms',
  extension: '.epub',
  mediaType: 'application/epub+zip',
  scope: 'corpus',
  makes: ['file'],
  isText: false,
  export: exportBook,
};

/** Kinds that every reader has to show (EPUB 3.3, 3.2), and that are no drawings. */
const TYPES = ['png', 'jpg', 'gif'];

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

async function exportBook(input: ExportInput, report: Report): Promise<readonly ExportedFile[]> {
  const { files, settings } = input;
  const { strToU8, zipSync } = await import('fflate');
  const volume = readVolume(files, settings);
  const date = settings.date ?? volume.latestDay;
  if (date === undefined) {
    report(exportMessages['setting-missing']({ format: 'epub', settings: ['date'] }));
    return [];
  }
  const site = planSite(volume, false);
  const once = onceEach(report);
  reportBeside(files, once);
  const drop = dropReporter('epub', report);
  const finder = await pictureFinder(input, once);
  const shelf = pictureShelf(finder, { types: TYPES, base: '../', links: false, drop });
  const tools = { report: once, drop, shelf };
  const pages: BookPage[] = [...partsInOrder(volume.parts)].map((part) => partPage(part, site, tools));
  if (site.has.persons) pages.push(entriesPage('persons', 'Persons', volume.persons, site));
  if (site.has.terms) pages.push(entriesPage('terms', 'Terms', volume.terms, site));
  finder.end();
  const pictures = shelf.take();
  const identifier = `urn:uuid:${await nameUuid(settings.url ?? `${volume.title}\n${files.map(({ name }) => name).join('\n')}`)}`;
  const texts: Readonly<Record<string, string>> = {
    'META-INF/container.xml': CONTAINER,
    'EPUB/package.opf': packageFile(volume, settings, {
      pages,
      identifier,
      date,
      pictures: pictures.map(({ path }) => path),
    }),
    'EPUB/nav.xhtml': navigation(volume, pages),
    'EPUB/style.css': BOOK_STYLE,
    ...Object.fromEntries(pages.map(({ path, content }) => [`EPUB/${path}`, content])),
  };
  // The same input makes the same bytes; ZIP knows no time before this.
  const mtime = new Date(1980, 0, 1);
  const content = zipSync(
    {
      mimetype: [strToU8('application/epub+zip'), { level: 0 }],
      ...Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, strToU8(text)])),
      ...Object.fromEntries(
        pictures.map(({ path, content }) => [`EPUB/${path}`, typeof content === 'string' ? strToU8(content) : content]),
      ),
    },
    { mtime },
  );
  const [first, ...more] = files;
  return [{ path: `${more.length === 0 ? (first?.name ?? 'book') : 'book'}.epub`, content }];
}
