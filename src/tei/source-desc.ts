/** The archival source note and the printed edition -> `sourceDesc` with `msDesc` and `bibl` (TEI Guidelines 2.2.7, 11.4). */
import {
  type ArchivalReference,
  repositoryNamed,
  type SourceNote,
  type SourceNoteStatement,
} from '../document/index.js';
import type { Element, XmlNode } from '../xml/index.js';
import { headerText, tei } from './build.js';
import type { EncodeContext } from './context.js';
import type { Edition } from './edition.js';

/** A title of the edition alone where the encoding has no `msDesc`. */
export function sourceDesc(context: EncodeContext, edition: Edition): Element {
  const { document, encoding } = context;
  const { place, sourceNote } = document;
  if (!encoding.header.msDesc) {
    return tei('sourceDesc', {}, [tei('p', {}, edition.title ?? sourceTold(sourceNote), place)], place);
  }
  const children = [
    ...(sourceNote ? sourceOf(sourceNote, context, edition) : []),
    ...(edition.title ? [printedEdition(edition.title, context)] : []),
  ];
  const none = tei('p', {}, NOT_STATED, place);
  return tei('sourceDesc', {}, children.length > 0 ? children : [none], place);
}

const NOT_STATED = 'A transcription; its source is not stated.';

/** Where the source is, in a sentence, for an encoding that has it in a note alone. */
function sourceTold(sourceNote: SourceNote | undefined): string {
  if (!sourceNote) return NOT_STATED;
  const { reference } = sourceNote;
  return reference ? `A transcription of ${reference.text}` : 'A transcription; a note tells its source.';
}

/** `bibl` of the printed edition, with document and pages where the transcription gives them. */
function printedEdition(title: string, context: EncodeContext): Element {
  const { place, number } = context.document;
  const children: XmlNode[] = [tei('title', { level: 'm' }, title, place)];
  if (number !== undefined) {
    children.push({ kind: 'text', text: ', ', place });
    children.push(tei('biblScope', { unit: 'document' }, `document ${number}`, place));
  }
  return tei('bibl', { type: 'edition' }, children, place);
}

/** A record in an archive, or a printed work in place of one. */
function sourceOf(sourceNote: SourceNote, context: EncodeContext, edition: Edition): readonly Element[] {
  const { reference } = sourceNote;
  if (!reference?.publication || reference.repository) return [msDesc(sourceNote, context, edition)];
  const { place, text } = reference;
  return [tei('bibl', { type: 'source' }, text, place)];
}

function msDesc(sourceNote: SourceNote, context: EncodeContext, edition: Edition): Element {
  const { place } = context.document;
  const { reference, classification, handling, transmission, drafting, copies, related, remarks, remainder } =
    sourceNote;
  const stamps = [
    ...classification.map((statement) => stamp('classification', statement)),
    ...handling.map((statement) => stamp('handling', statement)),
  ];
  const history = [
    ...(drafting.length > 0 ? [tei('origin', {}, drafting.map(paragraph), place)] : []),
    ...transmission.map((statement) => tei('provenance', { type: 'transmission' }, [paragraph(statement)], place)),
  ];
  const additional = [
    ...copies.map(({ description, reference: copy }) => recordItem('copy', description, copy)),
    ...related.map(({ description, reference: record }) => recordItem('related', description, record)),
  ];
  const contents = [
    ...remarks.map(({ kind, text, place: at }) => tei('seg', { type: kind }, text, at)),
    ...remainder.map(({ text, place: at }) => tei('seg', { type: 'unparsed' }, text, at)),
  ];
  return tei(
    'msDesc',
    {},
    [
      msIdentifier(reference, context, edition),
      ...(contents.length > 0 ? [tei('msContents', {}, [tei('summary', {}, spaced(contents), place)], place)] : []),
      ...(stamps.length > 0 ? [tei('physDesc', {}, [tei('additions', {}, spaced(stamps), place)], place)] : []),
      ...(history.length > 0 ? [tei('history', {}, history, place)] : []),
      ...(additional.length > 0
        ? [tei('additional', {}, [tei('surrogates', {}, [tei('listBibl', {}, additional, place)], place)], place)]
        : []),
    ],
    place,
  );
}

function spaced(elements: readonly Element[]): readonly XmlNode[] {
  return elements.flatMap((element, index) =>
    index === 0 ? [element] : [{ kind: 'text' as const, text: ' ', place: element.place }, element],
  );
}

function stamp(type: string, { text, place }: SourceNoteStatement): Element {
  return tei('stamp', { type }, text, place);
}

function paragraph({ text, place }: SourceNoteStatement): Element {
  return tei('p', {}, text, place);
}

/** `msIdentifier`: repository, collections from the widest to the narrowest, identifier, then file and container. */
function msIdentifier(reference: ArchivalReference | undefined, context: EncodeContext, edition: Edition): Element {
  const place = reference?.place ?? context.document.place;
  const name = reference?.repository;
  const known = name === undefined ? undefined : repositoryNamed(name, edition.repositories);
  const alternatives = [
    reference?.file === undefined ? undefined : alternative('file', reference.file),
    reference?.container === undefined ? undefined : alternative('container', reference.container),
  ];
  function alternative(type: string, value: string): Element {
    return tei('altIdentifier', { type }, [tei('idno', {}, value, place)], place);
  }
  return tei(
    'msIdentifier',
    {},
    [
      ...(known?.country ? [tei('country', {}, known.country, place)] : []),
      ...(known?.settlement ? [tei('settlement', {}, known.settlement, place)] : []),
      tei('repository', {}, reference?.repository ?? '[not stated]', place),
      ...(reference?.collection ? [tei('collection', {}, reference.collection, place)] : []),
      ...(reference?.series ?? []).map((name) => tei('collection', { type: 'series' }, name, place)),
      ...(reference?.identifier ? [tei('idno', { type: 'file-number' }, reference.identifier, place)] : []),
      ...alternatives.flatMap((element) => (element ? [element] : [])),
    ],
    place,
  );
}

/** `Another copy: Department of State, Central Files, 761.13/5-1661`, the parts tagged. */
function recordItem(type: 'copy' | 'related', description: string, copy: ArchivalReference): Element {
  const { place } = copy;
  const words = (text: string): XmlNode => headerText(text, place);
  const between = [copy.collection, ...(copy.series ?? []), copy.file, copy.container];
  const parts: readonly XmlNode[] = [
    ...(copy.repository ? [tei('orgName', { type: 'repository' }, copy.repository, place)] : []),
    ...between.flatMap((part) => (part ? [words(part)] : [])),
    ...(copy.identifier ? [tei('idno', { type: 'file-number' }, copy.identifier, place)] : []),
  ];
  const cited = parts.flatMap((part, index) => (index > 0 ? [words(', '), part] : [part]));
  const lead = description === '' ? [] : [words(`${description}: `)];
  return tei('bibl', { type }, [...lead, ...(cited.length > 0 ? cited : [words(copy.text)])], place);
}
