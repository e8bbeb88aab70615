/** Settings and headers -> what archives ask of an edition, in one table. What neither says is not invented. */
import type { Report } from '../../diagnostic/index.js';
import { attributeValue, type Element } from '../../xml/index.js';
import type { ExportSettings, TeiFile } from '../exporter.js';
import { exportMessages } from '../messages.js';
import { findAll, findElement, lineOf, plainName, readVolume, titleOf, type Volume } from '../reading/index.js';
import { type Creator, creatorOf, writtenCreator } from './creator.js';

export interface EditionRecord {
  readonly title: string | undefined;
  readonly creators: readonly Creator[];
  readonly publisher: string | undefined;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string | undefined;
  readonly licence: { readonly name: string; readonly url: string } | undefined;
  readonly language: string | undefined;
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
  const headers = files.flatMap(({ tei }) => findAll(tei.root, 'teiHeader'));
  const volume = readVolume(files, settings);
  const lines = (...path: readonly string[]) => linesOf(headers, path);
  const only = (found: readonly string[]) => (found.length === 1 ? found[0] : undefined);
  const editors = settings.editors?.map(({ name }) => creatorOf(name));
  const [language, ...others] = new Set(volume.documents.map((each) => each.language));
  return {
    // The title of one letter is not that of many.
    title: settings.title ?? (headers.length === 1 ? headers.map(titleOf)[0] : only(lines('titleStmt', 'title'))),
    creators: editors?.length ? editors : creatorsIn(headers),
    publisher: settings.publisher ?? lines('publicationStmt', 'publisher')[0],
    date: settings.date ?? dateIn(headers) ?? volume.latestDay,
    licence: settings.licence ?? licenceIn(headers),
    language: settings.language ?? (others.length === 0 ? language : undefined),
    identifier: identifierOf(headers, settings.url),
    sources: sourcesIn(headers),
    description: settings.description ?? lines('profileDesc', 'abstract')[0] ?? projectIn(headers) ?? extentOf(volume),
    subjects: lines('keywords', 'term'),
    rightsHolder: settings.rightsHolder,
    volume,
  };
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
  language: 'language',
  identifier: 'url',
  rightsHolder: 'rightsHolder',
} as const;

export type SettableField = keyof typeof SETTINGS;

/** The texts of elements below others, each once. */
function linesOf(holders: readonly Element[], path: readonly string[]): readonly string[] {
  const found = path.reduce<readonly Element[]>((from, name) => from.flatMap((each) => findAll(each, name)), holders);
  return [...new Set(found.map(lineOf).filter((line) => line !== ''))];
}

/** What the project is about; what this program writes there is how the file was made. */
function projectIn(headers: readonly Element[]): string | undefined {
  const others = headers.filter((header) =>
    findAll(header, 'application').every((each) => attributeValue(each, 'ident') !== 'teiscribe'),
  );
  return linesOf(others, ['projectDesc'])[0];
}

/** Who edited; where nobody is named as editor, who wrote. */
function creatorsIn(headers: readonly Element[]): readonly Creator[] {
  const statements = headers.flatMap((header) => findElement(header, 'titleStmt') ?? []);
  for (const name of ['editor', 'author']) {
    const creators = statements.flatMap((statement) => findAll(statement, name).flatMap(personIn));
    const unique = new Map(creators.map((creator) => [writtenCreator(creator), creator]));
    if (unique.size > 0) return [...unique.values()];
  }
  return [];
}

function personIn(holder: Element): readonly Creator[] {
  const part = (name: string) => {
    const found = findElement(holder, name);
    return (found && lineOf(found)) || undefined;
  };
  const family = part('surname');
  const given = part('forename');
  if (family !== undefined && given !== undefined) return [{ kind: 'person', family, given }];
  const line = lineOf(holder);
  if (line === '') return [];
  return [findElement(holder, 'orgName') ? { kind: 'organization', name: line } : creatorOf(line)];
}

function dateIn(headers: readonly Element[]): string | undefined {
  const statements = headers.flatMap((header) => findElement(header, 'publicationStmt') ?? []);
  const dates = statements.flatMap((statement) => findAll(statement, 'date'));
  const days = dates.flatMap((date) => {
    const written = attributeValue(date, 'when') ?? lineOf(date);
    return /^\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|T)/.exec(written)?.[0] ?? [];
  });
  return days.sort().at(-1);
}

/** Of several licences none is that of all. */
function licenceIn(headers: readonly Element[]): EditionRecord['licence'] {
  const licences = headers
    .flatMap((header) => findAll(header, 'licence'))
    .flatMap((licence) => {
      const url = attributeValue(licence, 'target') ?? '';
      return /^https?:\/\/\S+$/.test(url) ? [{ url, name: lineOf(licence) || url }] : [];
    });
  const unique = new Map(licences.map((licence) => [licence.url, licence]));
  return unique.size === 1 ? licences[0] : undefined;
}

const DOI = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)?(10\.\d{4,9}\/\S+)$/i;

/** A DOI of the address or of the one header, else the address. */
function identifierOf(headers: readonly Element[], url: string | undefined): EditionRecord['identifier'] {
  const [header, ...others] = headers;
  const statement = header && others.length === 0 ? findElement(header, 'publicationStmt') : undefined;
  const written = statement ? findAll(statement, 'idno').map(lineOf) : [];
  for (const each of [url ?? '', ...written]) {
    const doi = DOI.exec(each)?.[1];
    if (doi !== undefined) return { type: 'DOI', value: doi };
  }
  return url === undefined || url === '' ? undefined : { type: 'URL', value: url };
}

const PLACES: ReadonlySet<string> = new Set(['settlement', 'institution', 'repository', 'collection', 'idno']);

function sourcesIn(headers: readonly Element[]): readonly string[] {
  const marks = headers.flatMap((header) => findAll(header, 'msIdentifier'));
  const lines = marks.map((mark) =>
    mark.children
      .flatMap((child) => (child.kind === 'element' && PLACES.has(plainName(child)) ? [lineOf(child)] : []))
      .filter((line) => line !== '')
      .join(', '),
  );
  return [...new Set(lines.filter((line) => line !== ''))];
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
