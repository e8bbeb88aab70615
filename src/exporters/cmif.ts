/** TEI letters -> an index of correspondence (Correspondence Metadata Interchange Format 1.1.0). */
import type { Report } from '../diagnostic/index.js';
import { attributeValue, descendants, type Element, TEI_NAMESPACE } from '../xml/index.js';
import type { ExportedFile, Exporter, ExportInput, ExportSettings } from './exporter.js';
import { elementMaker, type Made, writeXml } from './make-xml.js';
import { exportMessages } from './messages.js';
import { nameUuid } from './name-uuid.js';
import { dropReporter } from './once.js';
import {
  byFile,
  findAll,
  pointed,
  type ReadDate,
  type ReadDocument,
  type ReadParty,
  readCorrespondence,
  readVolume,
} from './reading/index.js';

export const cmif: Exporter = {
  name: 'cmif',
  summary: 'an index of letters for correspSearch (CMIF 1.1.0): who wrote to whom, when and where',
  extension: '.xml',
  mediaType: 'application/tei+xml',
  scope: 'corpus',
  makes: ['file'],
  needs: ['title', 'url', 'licence', 'editors'],
  isText: true,
  export: exportIndex,
};

const tei = elementMaker(TEI_NAMESPACE);

/** The licences that an index may have; their words are part of the format. */
const LICENCES: readonly { readonly address: RegExp; readonly target: string; readonly words: string }[] = [
  {
    address: /^https?:\/\/creativecommons\.org\/licenses\/by\/4\.0\//,
    target: 'https://creativecommons.org/licenses/by/4.0/',
    words: 'This file is licensed under the terms of the Creative-Commons-License CC-BY 4.0',
  },
  {
    address: /^https?:\/\/creativecommons\.org\/publicdomain\/zero\/1\.0\//,
    target: 'https://creativecommons.org/publicdomain/zero/1.0/',
    words: 'This file is licensed under the terms of the Creative-Commons-License CC0 1.0',
  },
];

async function exportIndex({ files, settings }: ExportInput, report: Report): Promise<readonly ExportedFile[]> {
  const volume = readVolume(files, settings);
  const found = [...byFile(files, volume.documents)].flatMap(([file, own]) => {
    const descriptions = findAll(file.tei.root, 'correspDesc');
    return own.map((each) => lettersOf(each, descriptions));
  });
  const letters = found.flat();
  const { title = '', url = '', editors = [], licence } = settings;
  const withoutMail = editors.filter(({ email }) => email === undefined).map(({ name }) => `email of ${name}`);
  const stamp = settings.date ?? volume.latestDay;
  const missing = [...withoutMail, ...(stamp === undefined ? ['date'] : [])];
  if (missing.length > 0) report(exportMessages['setting-missing']({ format: 'cmif', settings: missing }));
  const allowed = LICENCES.find(({ address }) => address.test(licence?.url ?? ''));
  if (!allowed)
    report(exportMessages['licence-not-allowed']({ format: 'cmif', allowed: LICENCES.map(({ target }) => target) }));
  if (letters.length === 0) report(exportMessages['no-letters']({}));
  if (missing.length > 0 || !allowed || stamp === undefined || letters.length === 0) return [];

  const drop = dropReporter('cmif', report);
  drop('the text of documents');
  const other = volume.documents.find((_, index) => found[index]?.length === 0);
  if (other) drop('documents without sender and addressee', other.element.place);
  const keyed = letters.find(({ senders, addressees }) =>
    [...senders, ...addressees].some(({ key }) => key !== undefined && !isAddress(key)),
  );
  if (keyed) drop('keys of persons that are no addresses', keyed.document.element.place);
  const uuid = await nameUuid(url);
  const source = `u${uuid}`;
  const header = tei('teiHeader', {}, [
    tei('fileDesc', {}, [
      tei('titleStmt', {}, [
        tei('title', {}, title),
        ...editors.map(({ name, email = '' }) => tei('editor', {}, [name, tei('email', {}, email)])),
      ]),
      tei('publicationStmt', {}, [
        tei('publisher', {}, settings.publisher ?? editors.map(({ name }) => name).join('; ')),
        tei('idno', { type: 'url' }, url),
        tei('date', { when: `${stamp}T00:00:00Z` }),
        tei('availability', {}, [tei('licence', { target: allowed.target }, allowed.words)]),
      ]),
      tei('sourceDesc', {}, [bibliography(title, url, source, settings)]),
    ]),
    tei(
      'profileDesc',
      {},
      letters.map((letter) => describe(letter, url, source)),
    ),
  ]);
  const root = tei('TEI', {}, [header, tei('text', {}, [tei('body', {}, [tei('p')])])]);
  return [{ path: 'cmif.xml', content: writeXml(root) }];
}

function bibliography(
  title: string,
  url: string,
  id: string,
  { editors = [], publisher, date }: ExportSettings,
): Element {
  const words = [editors.map(({ name }) => name).join(', '), title, publisher, date?.slice(0, 4)]
    .filter(Boolean)
    .join('. ');
  return tei('bibl', { 'xml:id': id, type: 'online' }, [`${words}. `, tei('ref', { target: url }, url)]);
}

type Letter = Pick<ReadDocument, 'date' | 'place' | 'senders' | 'addressees'> & {
  /** That it is, or stands in. */
  readonly document: ReadDocument;
  readonly key: string;
  /** What stands behind the edition's address. */
  readonly id: string;
};

/** A document, and the letters that stand in it where its header describes them: with a sender or an addressee. */
function lettersOf(document: ReadDocument, descriptions: readonly Element[]): readonly Letter[] {
  const { number, id = document.name, date, place, senders, addressees } = document;
  const inside =
    descriptions.length === 0
      ? []
      : [...descendants(document.element)].flatMap((each) => attributeValue(each, 'xml:id') ?? []);
  const enclosed = descriptions.flatMap((description): readonly Letter[] => {
    const about = pointed(description, 'corresp');
    if (about === undefined || about === id || !inside.includes(about)) return [];
    return [{ ...readCorrespondence(description), document, key: about, id: about }];
  });
  return [{ date, place, senders, addressees, document, key: number ?? id, id }, ...enclosed].filter(
    ({ senders, addressees }) => senders.length > 0 || addressees.length > 0,
  );
}

function describe(letter: Letter, url: string, source: string): Element {
  const attributes = {
    key: letter.key,
    ref: addressOf(letter, url),
    source: `#${source}`,
  };
  return tei('correspDesc', attributes, [
    tei('correspAction', { type: 'sent' }, [
      ...partiesOf(letter.senders),
      letter.place === undefined ? undefined : tei('placeName', {}, letter.place),
      letter.date && dateElement(letter.date),
    ]),
    tei('correspAction', { type: 'received' }, partiesOf(letter.addressees)),
  ]);
}

/** Where the letter is found: its ID in the edition's address. */
function addressOf({ id }: Letter, url: string): string {
  return `${url}${url.endsWith('/') ? '' : '#'}${encodeURIComponent(id)}`;
}

/** The format has a name even where none is known. */
function partiesOf(parties: readonly ReadParty[]): readonly Made[] {
  if (parties.length === 0) return [tei('persName', {}, 'Unknown')];
  return parties.map(({ name, key, kind }) => {
    const ref = key !== undefined && isAddress(key) ? key : undefined;
    return tei(kind === 'person' ? 'persName' : 'orgName', { ref }, name);
  });
}

function isAddress(key: string): boolean {
  return /^https?:\/\/\S+$/.test(key);
}

/** Days, months or years; the format has no time of day. */
function dateElement({ from, to, isExact, cert }: ReadDate): Element {
  return isExact || from === to ? tei('date', { when: from, cert }) : tei('date', { from, to, cert });
}
