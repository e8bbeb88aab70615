/** TEI -> metadata for a deposit on Zenodo: `.zenodo.json`, and `CITATION.cff` (Citation File Format 1.2.0). */
import type { Report } from '../diagnostic/index.js';
import { writtenCreator } from './archive/creator.js';
import { addressOf } from './archive/dublin-core.js';
import { type EditionRecord, hasAll, lookForRecord, onlyLanguage, readRecord } from './archive/record.js';
import { threeLetters } from './archive/three-letters.js';
import type { ExportedFile, Exporter, ExportInput } from './exporter.js';
import { dropReporter } from './once.js';
import { ZENODO_FILE } from './safe-name.js';

export const zenodo: Exporter = {
  name: 'zenodo',
  summary: 'metadata for Zenodo: .zenodo.json, and CITATION.cff beside it',
  extension: '.json',
  mediaType: 'application/json',
  scope: 'corpus',
  makes: ['file', 'folder'],
  isText: true,
  look: lookForRecord,
  looksOnce: true,
  export: exportMetadata,
};

async function exportMetadata(input: ExportInput, report: Report): Promise<readonly ExportedFile[]> {
  const { files, settings, single } = input;
  const record = readRecord(files, settings);
  if (!hasAll(record, 'zenodo', ['title', 'creators', 'licence'], report)) return [];
  const drop = dropReporter('zenodo', report);
  drop('the text of documents');
  if (record.languages.length > 1) drop('more than one language');
  const licence = record.licence && spdxOf(record.licence.url);
  if (licence === undefined) drop('the address of a licence that is no Creative Commons licence');
  const metadata = { path: ZENODO_FILE, content: `${JSON.stringify(zenodoOf(record, licence), undefined, 2)}\n` };
  if (single) return [metadata];
  return [metadata, { path: 'CITATION.cff', content: citationOf(record, licence) }];
}

const LICENCE =
  /^https?:\/\/creativecommons\.org\/licenses\/(by(?:-nc)?(?:-nd|-sa)?)\/(1\.0|2\.0|2\.5|3\.0|4\.0)(?:\/(?:deed\b.*|legalcode\b.*)?)?$/;
const ZERO = /^https?:\/\/creativecommons\.org\/publicdomain\/zero\/1\.0(?:\/(?:deed\b.*|legalcode\b.*)?)?$/;

/** The SPDX identifier of a Creative Commons licence from its address; those of one country have others. */
function spdxOf(url: string): string | undefined {
  const [, terms, version] = LICENCE.exec(url) ?? [];
  if (terms !== undefined && version !== undefined) return `CC-${terms.toUpperCase()}-${version}`;
  return ZERO.test(url) ? 'CC0-1.0' : undefined;
}

function zenodoOf(record: EditionRecord, licence: string | undefined) {
  const { title, creators, description, date, subjects, identifier, sources } = record;
  const language = onlyLanguage(record);
  return {
    title,
    upload_type: 'dataset',
    // The field holds HTML.
    description: description.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'),
    creators: creators.map((creator) => ({ name: writtenCreator(creator) })),
    ...(date !== undefined && date.length === 10 && { publication_date: date }),
    access_right: 'open',
    ...(licence === undefined ? { notes: noteOf(record) } : { license: licence.toLowerCase() }),
    ...(language !== undefined && { language: threeLetters(language) }),
    ...(subjects.length > 0 && { keywords: subjects }),
    ...(identifier?.type === 'DOI' && { doi: identifier.value }),
    ...(identifier?.type === 'URL' && {
      related_identifiers: [{ identifier: identifier.value, relation: 'isAlternateIdentifier', scheme: 'url' }],
    }),
    ...(sources.length > 0 && { references: sources }),
  };
}

function noteOf({ licence }: EditionRecord): string {
  return `Licence: ${licence?.name} (${licence?.url})`.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** Signs that the format has in a DOI; one with others is said by its address. */
const DOI_SIGNS = /^[\w:/;.()[\]\\-]+$/;

/** YAML in which every text is quoted. */
function citationOf(record: EditionRecord, licence: string | undefined): string {
  const { title, creators, description, date, subjects, identifier } = record;
  const authors = creators.flatMap((creator) =>
    creator.kind === 'person'
      ? [`  - family-names: ${quoted(creator.family)}`, `    given-names: ${quoted(creator.given)}`]
      : [`  - name: ${quoted(creator.name)}`],
  );
  const lines = [
    'cff-version: 1.2.0',
    'message: "If you use this edition, please cite it as below."',
    'type: dataset',
    `title: ${quoted(title ?? '')}`,
    'authors:',
    ...authors,
    `abstract: ${quoted(description)}`,
    ...(date !== undefined && date.length === 10 ? [`date-released: ${quoted(date)}`] : []),
    licence === undefined ? `license-url: ${quoted(record.licence?.url ?? '')}` : `license: ${licence}`,
    ...(identifier?.type === 'DOI' && DOI_SIGNS.test(identifier.value) ? [`doi: ${quoted(identifier.value)}`] : []),
    ...(identifier ? [`url: ${quoted(addressOf(identifier))}`] : []),
    ...(subjects.length > 0 ? ['keywords:', ...subjects.map((subject) => `  - ${quoted(subject)}`)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** A text in quotes that JSON and YAML read alike. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
