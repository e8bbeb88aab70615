/** Settings and headers -> what archives ask of an edition, in one table. What neither says is not invented. */
import type { Report } from '../../diagnostic/index.js';
import type { ExportSettings, TeiFile } from '../exporter.js';
import { exportMessages } from '../messages.js';
import { fileFacts, readVolume, type Volume } from '../reading/index.js';
import { type Creator, creatorOf, writtenCreator } from './creator.js';
import { type HeaderFacts, headerFacts } from './header-facts.js';

export interface EditionRecord {
  readonly title: string | undefined;
  readonly creators: readonly Creator[];
  readonly publisher: string | undefined;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string | undefined;
  readonly licence: { readonly name: string; readonly url: string } | undefined;
  /** Of the documents, as BCP 47 names them; in the order of the documents. */
  readonly languages: readonly string[];
  readonly identifier: { readonly type: 'DOI' | 'URL'; readonly value: string } | undefined;
  /** Repository, collection and shelfmark of each original. */
  readonly sources: readonly string[];
  /** From a header, else how many documents there are, and from when. */
  readonly description: string;
  readonly subjects: readonly string[];
  readonly rightsHolder: string | undefined;
  readonly volume: Volume;
}

/** In: the files of a run. Out: their record; headers are read where settings say nothing. */
export function readRecord(files: readonly TeiFile[], settings: ExportSettings): EditionRecord {
  const headers = files.flatMap((file) => headerFacts.of(file));
  const volume = readVolume(files, settings);
  const all = <T>(of: (header: HeaderFacts) => readonly T[]) => [...new Set(headers.flatMap(of))];
  const only = (found: readonly string[]) => (found.length === 1 ? found[0] : undefined);
  const editors = settings.editors?.map(({ name }) => creatorOf(name));
  return {
    // The title of one letter is not that of many.
    title: settings.title ?? (headers.length === 1 ? headers[0]?.title : only(all(({ titles }) => titles))),
    creators: editors?.length ? editors : creatorsIn(headers),
    publisher: settings.publisher ?? all(({ publishers }) => publishers)[0],
    date:
      settings.date ??
      all(({ dates }) => dates)
        .sort()
        .at(-1) ??
      volume.latestDay,
    licence: settings.licence ?? licenceIn(headers),
    languages: settings.language
      ? [settings.language]
      : [...new Set(volume.documents.flatMap((each) => each.language ?? []))],
    identifier: identifierOf(headers, settings.url),
    sources: all(({ sources }) => sources),
    description:
      settings.description ??
      all(({ abstracts }) => abstracts)[0] ??
      all(({ project }) => project)[0] ??
      extentOf(volume),
    subjects: all(({ keywords }) => keywords),
    rightsHolder: settings.rightsHolder,
    volume,
  };
}

/** What records read of a file. */
export function lookForRecord(file: TeiFile): void {
  headerFacts.of(file);
  fileFacts.of(file);
}

/** The language, where it is the only one. */
export function onlyLanguage({ languages }: EditionRecord): string | undefined {
  return languages.length === 1 ? languages[0] : undefined;
}

/** Whether a record has what a format cannot be without; what is missing is reported by the name of its setting. */
export function hasAll(
  record: EditionRecord,
  format: string,
  fields: readonly SettableField[],
  report: Report,
): boolean {
  const missing = fields.filter((field) => isMissing(record, field));
  if (missing.length > 0)
    report(exportMessages['setting-missing']({ format, settings: missing.map((field) => SETTINGS[field]) }));
  return missing.length === 0;
}

export function isMissing(record: EditionRecord, field: keyof EditionRecord): boolean {
  const value = record[field];
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Field of the record -> the setting that gives it. */
export const SETTINGS = {
  title: 'title',
  creators: 'editors',
  publisher: 'publisher',
  date: 'date',
  licence: 'licence',
  languages: 'language',
  identifier: 'url',
  rightsHolder: 'rightsHolder',
} as const;

export type SettableField = keyof typeof SETTINGS;

/** Who edited; where nobody is named as editor, who wrote. */
function creatorsIn(headers: readonly HeaderFacts[]): readonly Creator[] {
  for (const name of ['editors', 'authors'] as const) {
    const creators = headers.flatMap((header) => header[name]);
    const unique = new Map(creators.map((creator) => [writtenCreator(creator), creator]));
    if (unique.size > 0) return [...unique.values()];
  }
  return [];
}

/** Of several licences none is that of all. */
function licenceIn(headers: readonly HeaderFacts[]): EditionRecord['licence'] {
  const licences = headers.flatMap((header) => header.licences);
  const unique = new Map(licences.map((licence) => [licence.url, licence]));
  return unique.size === 1 ? licences[0] : undefined;
}

const DOI = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)?(10\.\d{4,9}\/\S+)$/i;

/** A DOI of the address or of the one header, else the address. */
function identifierOf(headers: readonly HeaderFacts[], url: string | undefined): EditionRecord['identifier'] {
  const [header, ...others] = headers;
  const written = header && others.length === 0 ? header.identifiers : [];
  for (const each of [url ?? '', ...written]) {
    const doi = DOI.exec(each)?.[1];
    if (doi !== undefined) return { type: 'DOI', value: doi };
  }
  return url === undefined || url === '' ? undefined : { type: 'URL', value: url };
}

function extentOf({ documents }: Volume): string {
  const count = documents.length === 1 ? '1 document' : `${documents.length} documents`;
  const [first, last] = spanOf(documents.flatMap(({ date }) => (date ? [date.from, date.to] : [])));
  if (first === undefined || last === undefined) return `${count}.`;
  return first === last ? `${count}, ${first}.` : `${count}, ${first} to ${last}.`;
}

function spanOf(dates: readonly string[]): readonly [string | undefined, string | undefined] {
  const sorted = [...dates].sort();
  return [sorted[0], sorted.at(-1)];
}
