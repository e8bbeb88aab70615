/** A deposit -> the objects of TextGrid: collection, editions and works, and a record (`.meta`) for each file (metadata schema 2010). */
import type { Report } from '../../diagnostic/index.js';
import { type Creator, writtenCreator } from '../archive/creator.js';
import { type EditionRecord, onlyLanguage, readRecord } from '../archive/record.js';
import { threeLetters } from '../archive/three-letters.js';
import type { WholeFile } from '../exporter.js';
import { elementMaker, type Made, writeXml } from '../make-xml.js';
import { exportMessages } from '../messages.js';
import type { Deposit, DepositFile, PlacedMember } from './deposit-files.js';
import { relativePath } from './plan-names.js';

const tg = elementMaker('http://textgrid.info/namespaces/metadata/core/2010');
const rdf = elementMaker('http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf');
const ore = elementMaker('http://www.openarchives.org/ore/terms/', 'ore');

export function textGridObjects(deposit: Deposit, report: Report): readonly WholeFile[] {
  const { edition, members, files, record } = deposit;
  const others = files.filter(({ kind }) => kind === 'schema' || kind === 'picture');
  const editions = members.map((member) => ({ member, own: readRecord([member.tei], {}) }));
  const undated = editions.filter(({ own }) => !spanOf(own));
  const [first] = undated;
  if (first) {
    const facts = { what: 'a date of the text', count: undated.length, total: members.length };
    report(exportMessages['header-field-advised']({ target: 'textgrid', ...facts }, first.member.place));
  }
  const collection = `${edition}.collection`;
  const parts = [...editions.map(({ member }) => editionPath(member, edition)), ...others.map(({ path }) => path)];
  return [
    { path: collection, content: aggregation(collection, parts) },
    { path: `${collection}.meta`, content: collectionRecord(deposit) },
    ...editions.flatMap(({ member, own }) => editionObjects(member, own, deposit)),
    ...others.map((file) => ({
      path: `${file.path}.meta`,
      content: itemRecord(file.path.split('/').at(-1) ?? file.path, formatOf(file), record),
    })),
  ];
}

function editionPath({ path }: PlacedMember, edition: string): string {
  return `${edition}/${path
    .split('/')
    .at(-1)
    ?.replace(/\.xml$/, '')}.edition`;
}

function editionObjects(member: PlacedMember, own: EditionRecord, { edition, record }: Deposit): readonly WholeFile[] {
  const aggregate = editionPath(member, edition);
  const work = member.path.replace(/\.xml$/, '.work');
  const title = own.title ?? record.title ?? member.path;
  const workContent = workRecord(title, own, record);
  return [
    { path: aggregate, content: aggregation(aggregate, [member.path, work]) },
    {
      path: `${aggregate}.meta`,
      content: object(title, 'text/tg.edition+tg.aggregation+xml', [
        tg('edition', {}, [
          tg('isEditionOf', {}, relativePath(aggregate, work)),
          ...record.creators.map((creator) => tg('agent', { role: 'editor' }, writtenCreator(creator))),
          ...own.sources.map((mark) =>
            tg('source', {}, [
              tg('objectCitation', {}, [
                tg('objectTitle', {}, title),
                tg('objectIdentifier', { type: 'shelfmark' }, mark),
              ]),
            ]),
          ),
          ...languageOf(onlyLanguage(own) ?? onlyLanguage(record)),
          record.licence && tg('license', { licenseUri: record.licence.url }, record.licence.name),
        ]),
      ]),
    },
    // A work is nothing but its record.
    { path: work, content: workContent },
    { path: `${work}.meta`, content: workContent },
    { path: `${member.path}.meta`, content: itemRecord(title, 'text/xml', record) },
  ];
}

function workRecord(title: string, own: EditionRecord, record: EditionRecord): string {
  const [document, ...more] = own.volume.documents;
  const senders = document && more.length === 0 ? document.senders : [];
  const agents =
    senders.length > 0
      ? senders.map(({ name, key }) =>
          tg('agent', { role: 'author', id: key !== undefined && /^https?:/.test(key) ? key : undefined }, name),
        )
      : record.creators.map((creator) => tg('agent', { role: 'editor' }, writtenCreator(creator)));
  return object(title, 'text/tg.work+xml', [
    tg('work', {}, [
      ...agents,
      dateOfCreation(own),
      ...own.subjects.map((subject) => tg('subject', {}, [tg('value', {}, subject)])),
      // What the schema has for texts that it has no word for.
      tg('genre', {}, 'other'),
    ]),
  ]);
}

/** The days between which the documents were written. */
function spanOf({ volume }: EditionRecord): readonly [string, string] | undefined {
  const days = volume.documents.flatMap(({ date }) => (date ? [date.from, date.to] : [])).sort();
  const [first] = days;
  const last = days.at(-1);
  return first !== undefined && last !== undefined ? [first, last] : undefined;
}

function dateOfCreation(own: EditionRecord) {
  const [first, last] = spanOf(own) ?? [];
  if (first === undefined || last === undefined) return tg('dateOfCreation', {}, 'unknown');
  if (first === last) return tg('dateOfCreation', { date: first }, first);
  return tg('dateOfCreation', { notBefore: first, notAfter: last }, `${first} to ${last}`);
}

function collectionRecord({ record }: Deposit): string {
  const { title = '', creators, description } = record;
  return object(title, 'text/tg.collection+tg.aggregation+xml', [
    tg('collection', {}, [
      ...creators.map((creator: Creator) => tg('collector', {}, writtenCreator(creator))),
      tg('abstract', {}, description),
    ]),
  ]);
}

function itemRecord(title: string, format: string, { rightsHolder }: EditionRecord): string {
  return object(title, format, [
    tg('item', {}, rightsHolder === undefined ? [] : [tg('rightsHolder', {}, rightsHolder)]),
  ]);
}

function object(title: string, format: string, specific: readonly Made[]): string {
  const provided = tg('provided', {}, [tg('title', {}, title), tg('format', {}, format)]);
  return writeXml(tg('object', {}, [tg('generic', {}, [provided]), ...specific]));
}

function aggregation(path: string, parts: readonly string[]): string {
  const about = path.split('/').at(-1) ?? path;
  const description = rdf(
    'Description',
    { 'rdf:about': about },
    parts.map((part) => ore('aggregates', { 'rdf:resource': relativePath(path, part) })),
  );
  return writeXml(rdf('RDF', {}, [description]));
}

/** The schema has codes of three letters. */
function languageOf(language: string | undefined): readonly Made[] {
  const code = language === undefined ? '' : threeLetters(language);
  return /^[a-z]{3}$/.test(code) ? [tg('language', {}, code)] : [];
}

function formatOf({ path, mediaType }: DepositFile): string {
  return mediaType ?? (path.endsWith('.rnc') ? 'text/plain' : 'text/xml');
}
