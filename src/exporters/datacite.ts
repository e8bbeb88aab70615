/** TEI -> the record that a DOI is asked for with (DataCite Metadata Schema 4). */
import type { Report } from '../diagnostic/index.js';
import { writtenCreator } from './archive/creator.js';
import { hasAll, lookForRecord, onlyLanguage, readRecord } from './archive/record.js';
import type { ExportedFile, Exporter, ExportInput } from './exporter.js';
import { elementMaker, writeXml } from './make-xml.js';
import { dropReporter } from './once.js';

export const datacite: Exporter = {
  name: 'datacite',
  summary: 'a DataCite 4 record of the edition, for a DOI',
  extension: '.xml',
  mediaType: 'application/xml',
  scope: 'corpus',
  makes: ['file', 'folder'],
  isText: true,
  look: lookForRecord,
  looksOnce: true,
  export: exportRecord,
};

const element = elementMaker('http://datacite.org/schema/kernel-4');

async function exportRecord({ files, settings }: ExportInput, report: Report): Promise<readonly ExportedFile[]> {
  const record = readRecord(files, settings);
  const needed = ['title', 'creators', 'publisher', 'date', 'identifier'] as const;
  if (!hasAll(record, 'datacite', needed, report)) return [];
  const drop = dropReporter('datacite', report);
  drop('the text of documents');
  if (record.sources.length > 0) drop('repositories and shelfmarks of originals');
  if (record.languages.length > 1) drop('more than one language');
  const { identifier, creators, title, publisher, date, subjects, licence, description } = record;
  const language = onlyLanguage(record);
  const list = (name: string, items: readonly ReturnType<typeof element>[]) =>
    items.length > 0 ? element(name, {}, items) : undefined;
  const resource = element('resource', {}, [
    element('identifier', { identifierType: identifier?.type }, identifier?.value),
    element(
      'creators',
      {},
      creators.map((creator) =>
        element('creator', {}, [
          element(
            'creatorName',
            { nameType: creator.kind === 'person' ? 'Personal' : 'Organizational' },
            writtenCreator(creator),
          ),
          ...(creator.kind === 'person'
            ? [element('givenName', {}, creator.given), element('familyName', {}, creator.family)]
            : []),
        ]),
      ),
    ),
    element('titles', {}, [element('title', {}, title)]),
    element('publisher', {}, publisher),
    element('publicationYear', {}, date?.slice(0, 4)),
    element('resourceType', { resourceTypeGeneral: 'Text' }, 'Digital edition (TEI)'),
    list(
      'subjects',
      subjects.map((subject) => element('subject', {}, subject)),
    ),
    list('dates', [element('date', { dateType: 'Issued' }, date)]),
    language === undefined ? undefined : element('language', {}, language),
    element('formats', {}, [element('format', {}, 'application/tei+xml')]),
    licence && element('rightsList', {}, [element('rights', { rightsURI: licence.url }, licence.name)]),
    element('descriptions', {}, [element('description', { descriptionType: 'Abstract' }, description)]),
  ]);
  return [{ path: 'datacite.xml', content: writeXml(resource) }];
}
