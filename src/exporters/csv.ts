/** TEI -> tables (CSV, RFC 4180): a row for each document, each note, each mention. */
import type { Report } from '../diagnostic/index.js';
import { attributeValue, descendants } from '../xml/index.js';
import { modeller, noteLine } from './document-model.js';
import type { ExportedFile, Exporter, ExportInput } from './exporter.js';
import { dropReporter } from './once.js';
import {
  findElement,
  lineOf,
  plainName,
  pointed,
  type ReadDocument,
  type ReadParty,
  readVolume,
} from './reading/index.js';

type Row = Readonly<Record<string, string | undefined>>;

export const csv: Exporter = {
  name: 'csv',
  summary: 'tables of documents, notes and mentions; with -o the documents alone',
  extension: '.csv',
  mediaType: 'text/csv',
  scope: 'corpus',
  makes: ['file', 'folder'],
  isText: true,
  export: async (input, report) => exportTables(input, report),
};

const COLUMNS = {
  documents: [
    'document',
    'file',
    'number',
    'title',
    'date',
    'date_from',
    'date_to',
    'place',
    'from',
    'from_keys',
    'to',
    'to_keys',
    'pages',
    'source',
    'language',
    'notes',
    'words',
  ],
  notes: ['document', 'id', 'number', 'type', 'text'],
  mentions: ['document', 'kind', 'key', 'name', 'text'],
} as const;

/** What of the tables is held before it is written. */
const DOCUMENTS_AT_ONCE = 100;

async function* exportTables({ files, settings, single }: ExportInput, report: Report): AsyncGenerator<ExportedFile> {
  const { stringify } = await import('csv-stringify/sync');
  const volume = readVolume(files, settings);
  const drop = dropReporter('csv', report);
  drop('the text of documents');
  const model = modeller('csv', () => undefined);
  const nameOf = (key: string) => volume.persons.get(key)?.name ?? volume.terms.get(key)?.name;
  const written = (name: keyof typeof COLUMNS, rows: readonly Row[], header = false) =>
    // What a spreadsheet would take for a formula begins with an apostrophe.
    stringify([...rows], { header, columns: [...COLUMNS[name]], record_delimiter: 'windows', escape_formulas: true });
  const documentLine = (document: ReadDocument) =>
    written('documents', [documentRow(document, model.document(document))]);
  if (single) {
    drop('notes and mentions (they are in the folder that --out-dir makes)');
    const lines = function* () {
      yield written('documents', [], true);
      for (const document of volume.documents) yield documentLine(document);
    };
    yield { path: 'documents.csv', content: lines() };
    return;
  }
  const tables: Record<keyof typeof COLUMNS, string[]> = {
    documents: [written('documents', [], true)],
    notes: [written('notes', [], true)],
    mentions: [written('mentions', [], true)],
  };
  const soFar = function* (): Generator<ExportedFile> {
    for (const [name, rows] of Object.entries(tables))
      yield { path: `${name}.csv`, content: rows.splice(0).join(''), isMore: true };
  };
  let seen = 0;
  for (const document of volume.documents) {
    tables.documents.push(documentLine(document));
    tables.notes.push(written('notes', noteRows(document)));
    tables.mentions.push(written('mentions', mentionRows(document, nameOf)));
    if (++seen % DOCUMENTS_AT_ONCE === 0) yield* soFar();
  }
  yield* soFar();
}

function documentRow(
  document: ReadDocument,
  { blocks, notes, source }: ReturnType<ReturnType<typeof modeller>['document']>,
): Row {
  const names = (parties: readonly ReadParty[]) => parties.map(({ name }) => name).join('; ');
  const keys = (parties: readonly ReadParty[]) => parties.flatMap(({ key }) => key ?? []).join('; ');
  const words = blocks.flatMap(({ text }) => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []);
  return {
    document: document.id ?? document.name,
    file: document.file.path,
    number: document.number,
    title: document.title,
    date: document.date?.text,
    date_from: document.date?.from,
    date_to: document.date?.to,
    place: document.place,
    from: names(document.senders),
    from_keys: keys(document.senders),
    to: names(document.addressees),
    to_keys: keys(document.addressees),
    pages: document.pages.join('; '),
    source: source?.text ?? Object.values(source?.identifier ?? {}).join(', '),
    language: document.language,
    notes: `${notes.length}`,
    words: `${words.length}`,
  };
}

function noteRows(document: ReadDocument): readonly Row[] {
  return [...descendants(document.element)]
    .filter((element) => plainName(element) === 'note')
    .map((note) => ({
      document: document.id ?? document.name,
      id: attributeValue(note, 'xml:id'),
      number: attributeValue(note, 'n'),
      type: attributeValue(note, 'type'),
      text: noteLine(note),
    }));
}

/** What a name in the text can be, by its element. */
const MENTIONS: Readonly<Record<string, string>> = {
  persName: 'person',
  orgName: 'organization',
  placeName: 'place',
  geogName: 'place',
  rs: 'name',
  name: 'name',
  gloss: 'term',
  term: 'term',
  date: 'date',
  ref: 'reference',
};

function mentionRows(document: ReadDocument, nameOf: (key: string) => string | undefined): readonly Row[] {
  return [...descendants(document.element)].flatMap((element) => {
    const kind = MENTIONS[plainName(element)];
    if (kind === undefined) return [];
    const key =
      kind === 'date'
        ? (attributeValue(element, 'when') ?? attributeValue(element, 'from') ?? attributeValue(element, 'notBefore'))
        : pointed(element, 'corresp', 'ref', 'key', 'target');
    const inner = findElement(element, plainName(element));
    return [
      { document: document.id ?? document.name, kind, key, name: key && nameOf(key), text: lineOf(inner ?? element) },
    ];
  });
}
