/** TEI files -> a research object: the files with their description in JSON-LD (RO-Crate Metadata Specification 1.2). */
import type { Report } from '../diagnostic/index.js';
import { type Creator, writtenCreator } from './archive/creator.js';
import { addressOf } from './archive/dublin-core.js';
import { type PackedPicture, packPictures } from './archive/pack-pictures.js';
import { contentOf, lookForPackage, type PackedFile, packFiles } from './archive/payload.js';
import { type EditionRecord, hasAll, onlyLanguage, readRecord } from './archive/record.js';
import type { ExportedFile, Exporter, ExportInput } from './exporter.js';

export const roCrate: Exporter = {
  name: 'ro-crate',
  summary: 'the TEI files with a description in JSON-LD (RO-Crate 1.2)',
  extension: '.json',
  mediaType: 'application/ld+json',
  scope: 'corpus',
  makes: ['file', 'folder'],
  isText: true,
  look: lookForPackage,
  looksOnce: true,
  export: async (input, report) => exportCrate(input, report),
};

async function* exportCrate(input: ExportInput, report: Report): AsyncGenerator<ExportedFile> {
  const { files, settings, single } = input;
  const record = readRecord(files, settings);
  if (!hasAll(record, 'ro-crate', ['title', 'date', 'licence'], report)) return;
  const packed = await packFiles(files);
  const pictures = await packPictures(input, report);
  const content = `${JSON.stringify(crateOf(record, packed, pictures), undefined, 2)}\n`;
  const metadata = { path: 'ro-crate-metadata.json', content };
  yield metadata;
  if (!single) yield* contentOf([...packed, ...pictures], 'tei');
}

function crateOf(record: EditionRecord, packed: readonly PackedFile[], pictures: readonly PackedPicture[]) {
  const { title, description, date, licence, languages, subjects, identifier, creators, publisher } = record;
  const persons = creators.map((creator, index) => ({ id: `#creator-${index + 1}`, creator }));
  const dataset = {
    '@id': './',
    '@type': 'Dataset',
    name: title,
    description,
    datePublished: date,
    license: { '@id': licence?.url },
    ...(persons.length > 0 && { author: persons.map(({ id }) => ({ '@id': id })) }),
    ...(publisher !== undefined && { publisher: { '@id': '#publisher' } }),
    ...(identifier !== undefined && { identifier: addressOf(identifier) }),
    ...(languages.length > 0 && { inLanguage: languages.length === 1 ? languages[0] : languages }),
    ...(subjects.length > 0 && { keywords: subjects.join(', ') }),
    hasPart: [...packed, ...pictures].map(({ path }) => ({ '@id': idOf(path) })),
  };
  return {
    '@context': 'https://w3id.org/ro/crate/1.2/context',
    '@graph': [
      {
        '@id': 'ro-crate-metadata.json',
        '@type': 'CreativeWork',
        conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
        about: { '@id': './' },
      },
      dataset,
      ...packed.map((each) => fileEntity(each, record)),
      ...pictures.map(pictureEntity),
      ...persons.map(({ id, creator }) => personEntity(id, creator)),
      ...(publisher === undefined ? [] : [{ '@id': '#publisher', '@type': 'Organization', name: publisher }]),
      { '@id': licence?.url, '@type': 'CreativeWork', name: licence?.name },
    ],
  };
}

function fileEntity({ path, file, size, sha256 }: PackedFile, record: EditionRecord) {
  const [document, ...others] = record.volume.documents.filter((each) => each.file === file);
  const isOne = document !== undefined && others.length === 0;
  const spoken = isOne ? document.language : onlyLanguage(record);
  return {
    '@id': idOf(path),
    '@type': 'File',
    name: isOne ? document.title : path,
    encodingFormat: 'application/tei+xml',
    contentSize: `${size}`,
    sha256,
    ...(spoken !== undefined && { inLanguage: spoken }),
    ...(isOne && document.date && { dateCreated: document.date.from }),
  };
}

function pictureEntity({ path, size, sha256, mediaType }: PackedPicture) {
  return {
    '@id': idOf(path),
    '@type': ['File', 'ImageObject'],
    name: path,
    encodingFormat: mediaType,
    contentSize: `${size}`,
    sha256,
  };
}

function personEntity(id: string, creator: Creator) {
  if (creator.kind === 'organization') return { '@id': id, '@type': 'Organization', name: creator.name };
  const { family, given } = creator;
  return { '@id': id, '@type': 'Person', name: writtenCreator(creator), familyName: family, givenName: given };
}

/** A path as a relative address. */
function idOf(path: string): string {
  return `tei/${path.split('/').map(encodeURIComponent).join('/')}`;
}
