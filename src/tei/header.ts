/** Document and settings -> `teiHeader` (TEI Guidelines, chapter 2): what is not known is not invented. */
import { plainText } from '../document/index.js';
import type { Element } from '../xml/index.js';
import { headerText, tei } from './build.js';
import type { EncodeContext } from './context.js';
import { correspDescs, dateOf } from './correspondence.js';
import type { Edition, Licence } from './edition.js';
import { encodingDesc } from './encoding-desc.js';
import { teiMessages } from './messages.js';
import type { Software } from './software.js';
import { sourceDesc } from './source-desc.js';

/** `xml:id` of the statement of responsibility of the software. */
const SOFTWARE_ID = 'encoder';

/** In: the document, what the settings say, and the program. Out: the header; that settings lack what it should say is reported. */
export function encodeHeader(context: EncodeContext, edition: Edition, software: Software): Element {
  const { encoding, document } = context;
  reportMissing(context, edition);
  return tei(
    'teiHeader',
    {},
    [
      fileDesc(context, edition, software),
      encodingDesc(context, software),
      ...(encoding.header.profileDesc ? [profileDesc(context, edition)] : []),
      ...revisionDesc(context, edition, software),
    ],
    document.place,
  );
}

function reportMissing(context: EncodeContext, edition: Edition): void {
  const missing = (['publisher', 'licence'] as const).filter((key) => edition[key] === undefined);
  if (missing.length > 0) context.report(teiMessages['edition-not-described']({ missing }));
}

/** The words of the head; else who wrote to whom; else that there is no title. */
function documentTitle(context: EncodeContext): string {
  const { head, correspondence } = context.document;
  if (head) return plainText(head.content).replace(/\s+/g, ' ').trim();
  const act = correspondence[0];
  const from = act?.from[0]?.name;
  const to = act?.to[0]?.name;
  if (!act || (!from && !to)) return '[Untitled document]';
  const words = [`${act.kind.charAt(0).toUpperCase()}${act.kind.slice(1)}`, from && `from ${from}`, to && `to ${to}`];
  return [words.filter(Boolean).join(' '), act.date?.text.replace(/[.\s]+$/, '')].filter(Boolean).join(', ');
}

function fileDesc(context: EncodeContext, edition: Edition, software: Software): Element {
  const { place } = context.document;
  const { respStmt, titleType } = context.encoding.header;
  const editors = (edition.editors ?? []).map(({ name, email }) =>
    tei(
      'editor',
      {},
      [
        respStmt ? tei('persName', {}, name, place) : headerText(name, place),
        ...(respStmt && email ? [tei('email', {}, email, place)] : []),
      ],
      place,
    ),
  );
  const responsibility = tei(
    'respStmt',
    { 'xml:id': SOFTWARE_ID },
    [
      tei('resp', {}, 'encoded from the transcription by', place),
      tei('name', { type: 'software' }, `${software.name} ${software.version}`, place),
    ],
    place,
  );
  const titleStmt = [
    tei('title', { type: titleType }, documentTitle(context), place),
    ...editors,
    ...(respStmt ? [responsibility] : []),
  ];
  return tei(
    'fileDesc',
    {},
    [tei('titleStmt', {}, titleStmt, place), publicationStmt(context, edition), sourceDesc(context, edition)],
    place,
  );
}

function publicationStmt(context: EncodeContext, edition: Edition): Element {
  const { place } = context.document;
  const { publisher, licence, date, url } = edition;
  const availability = licence
    ? tei(
        'availability',
        { status: isOpen(licence) ? 'free' : 'restricted' },
        [tei('licence', { target: licence.url }, licence.name, place)],
        place,
      )
    : tei('availability', { status: 'unknown' }, [tei('p', {}, 'The conditions of use are not stated.', place)], place);
  const children = [
    tei('publisher', {}, publisher ?? '[not stated]', place),
    ...(date ? [tei('date', { when: context.encoding.header.availability ? date : undefined }, date, place)] : []),
    ...(url ? [tei('idno', { type: context.encoding.header.availability ? 'URI' : 'url' }, url, place)] : []),
    ...(context.encoding.header.availability ? [availability] : []),
  ];
  return tei('publicationStmt', {}, children, place);
}

/** Where and when, as far as the dateline tells; else not before the letter that the document carries. */
function creation({ document }: EncodeContext): readonly Element[] {
  const [act, ...carried] = document.correspondence;
  const facts: Element[] = [];
  if (act?.sentFrom) facts.push(tei('placeName', {}, act.sentFrom.name, act.sentFrom.place));
  if (act?.date) facts.push(dateOf(act.date));
  const earliest = act?.date ? undefined : carried.find(({ date }) => date?.when)?.date;
  if (earliest) {
    const words = `not before ${earliest.text}, the date of the letter that it carries`;
    facts.push(tei('date', { notBefore: earliest.when }, words, earliest.place));
  }
  return facts;
}

/** Licences under which anyone may copy. */
function isOpen({ url }: Licence): boolean {
  return /creativecommons\.org|opendatacommons\.org|gnu\.org|opensource\.org|rightsstatements\.org\/vocab\/NoC/.test(
    url,
  );
}

function profileDesc(context: EncodeContext, edition: Edition): Element {
  const { place, kind } = context.document;
  const language = edition.language ?? context.document.language;
  const created = creation(context);
  return tei(
    'profileDesc',
    {},
    [
      ...(created.length > 0 ? [tei('creation', {}, created, place)] : []),
      tei('langUsage', {}, [tei('language', { ident: language }, languageName(language), place)], place),
      ...correspDescs(context),
      tei('textClass', {}, [tei('keywords', {}, [tei('term', { type: 'genre' }, kind, place)], place)], place),
    ],
    place,
  );
}

/** Names are looked up once: the platform takes its time. */
const languages = new Map<string, string>();

function languageName(tag: string): string {
  const known = languages.get(tag);
  if (known !== undefined) return known;
  let name = tag;
  try {
    name = new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    // A tag that BCP 47 does not allow is its own name.
  }
  languages.set(tag, name);
  return name;
}

function revisionDesc(context: EncodeContext, edition: Edition, software: Software): readonly Element[] {
  const { place, conventions } = context.document;
  const who = context.encoding.header.respStmt ? `#${SOFTWARE_ID}` : undefined;
  const words = `Converted from the transcription (profile ${conventions.name}) by ${software.name} ${software.version}.`;
  return [tei('revisionDesc', {}, [tei('change', { when: edition.date, who }, words, place)], place)];
}
