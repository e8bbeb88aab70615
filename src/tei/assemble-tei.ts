/**
 * The documents of a volume, each a TEI document -> one TEI document: lists of persons and terms in the front matter, chapters
 * and documents as divisions of the body (TEI Guidelines, chapter 4). Identifiers are given once, page breaks not repeated.
 */
import type { Place } from '../source/index.js';
import { attributeName, attributeValue, descendants, type Element, type XmlDocument } from '../xml/index.js';
import { headerText, instruction, tei } from './build.js';
import type { Edition } from './edition.js';
import type { Encoding } from './encoding.js';
import { createIds, type Ids, isAddress } from './ids.js';
import { uniqueIds, withoutRepeatedPages } from './volume-edits.js';

export interface VolumeDocument {
  readonly tei: XmlDocument;
  /** What it was converted with, as `rebuild` has to know it. */
  readonly facts: Readonly<Record<string, string>>;
  /** The chapter that it belongs to, as it is called. */
  readonly chapter?: string;
  /** The file that it was transcribed in. */
  readonly file?: string;
}

export interface VolumeOptions {
  /** What the volume is called, where the settings do not say. */
  readonly title: string;
  readonly edition: Edition;
  readonly encoding: Encoding;
  /** Persons and terms for the front matter. */
  readonly lists?: { readonly persons: readonly ListedPerson[]; readonly terms: readonly ListedTerm[] };
}

interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly dates?: string;
  readonly description?: string;
}

interface ListedTerm {
  readonly id: string;
  readonly term: string;
  readonly gloss?: string;
}

/** In: the documents, at least one, in their order. Out: the volume. */
export function assembleTei(documents: readonly VolumeDocument[], options: VolumeOptions): XmlDocument {
  const [first] = documents;
  if (!first) throw new RangeError('a volume has at least one document');
  const { root } = first.tei;
  const { place } = root;
  const ids = createIds();
  for (const each of childrenOf(root, 'teiHeader')) uniqueIds(each, ids);
  const front = frontMatter(options, ids, place);
  const pages = { last: '' };
  const parts = documents.map((document) => partsOf(document, ids, pages));
  const chapters = new Map<string, Element[]>();
  documents.forEach(({ chapter = '' }, index) => {
    const members = chapters.get(chapter) ?? [];
    for (const division of parts[index]?.divisions ?? []) members.push(division);
    chapters.set(chapter, members);
  });
  const divisions = [...chapters].flatMap(([name, members]) => {
    if (name === '') return members;
    const head = tei('head', {}, [instruction({ made: 'chapter' }, place), headerText(name, place)], place);
    return [tei('div', { type: 'chapter', 'xml:id': ids.take(`ch_${name}`) }, [head, ...members], place)];
  });
  const header = volumeHeader(first, parts, options);
  const whole = tei('text', {}, [...(front ? [front] : []), tei('body', {}, divisions, place)], place);
  return { prolog: first.tei.prolog, root: { ...root, children: [header, whole] } };
}

/** The number that a document is printed with; 0 where it has none. */
export function documentNumber(document: Pick<VolumeDocument, 'tei'>): number {
  const [division] = divisionsOf(document);
  const number = Number.parseInt((division && attributeValue(division, 'n')) ?? '', 10);
  return Number.isNaN(number) ? 0 : number;
}

function divisionsOf({ tei: { root } }: Pick<VolumeDocument, 'tei'>): readonly Element[] {
  const body = childrenOf(root, 'text').flatMap((each) => childrenOf(each, 'body'));
  return body.flatMap((each) => childrenOf(each, 'div'));
}

function childrenOf(element: Element, local: string): readonly Element[] {
  return element.children.flatMap((child) => (child.kind === 'element' && child.name.local === local ? [child] : []));
}

/** What a document gives to the volume. */
interface Parts {
  readonly divisions: readonly Element[];
  readonly described: readonly Element[];
  readonly correspondence: readonly Element[];
}

/** Identifiers are changed in all parts at once, as they point to one another. */
function partsOf(document: VolumeDocument, ids: Ids, pages: { last: string }): Parts {
  const { root } = document.tei;
  const ofHeader = childrenOf(root, 'teiHeader').flatMap((header) => [...descendants(header)]);
  const below = (parent: string, local: string) =>
    ofHeader.filter((each) => each.name.local === parent).flatMap((each) => childrenOf(each, local));
  const divisions = divisionsOf(document).map((each) => withoutRepeatedPages(each, pages));
  const sources = [...below('sourceDesc', 'msDesc'), ...below('sourceDesc', 'bibl').filter(isOfSource)];
  const described = sources.map((each) => pointingTo(divisions[0], each));
  const children = [...divisions, ...described, ...below('profileDesc', 'correspDesc')];
  const unique = uniqueIds({ ...root, attributes: [], children }, ids);
  return {
    divisions: childrenOf(unique, 'div').map((division) => {
      const { facts: known, file } = document;
      const of = { document: attributeValue(division, 'n') ?? '', ...(file !== undefined && { file }), ...known };
      const facts = instruction(of, division.place);
      return { ...division, children: [facts, ...division.children] };
    }),
    described: [...childrenOf(unique, 'msDesc'), ...childrenOf(unique, 'bibl')],
    correspondence: childrenOf(unique, 'correspDesc'),
  };
}

/** A printed work that the document is from; the edition that it was printed in is that of the volume. */
function isOfSource(bibl: Element): boolean {
  return attributeValue(bibl, 'type') === 'source';
}

/** Says which document it is about. */
function pointingTo(division: Element | undefined, element: Element): Element {
  const id = division && attributeValue(division, 'xml:id');
  if (id === undefined) return element;
  return { ...element, attributes: [...element.attributes, { name: attributeName('corresp'), value: `#${id}` }] };
}

/** Of the first document, with the title of the volume, and what each document says of its source and its correspondence. */
function volumeHeader(
  { tei: { root } }: VolumeDocument,
  parts: readonly Parts[],
  { title, edition }: VolumeOptions,
): Element {
  const [header] = childrenOf(root, 'teiHeader');
  if (!header) throw new RangeError('a TEI document has a header');
  const described = parts.flatMap((each) => each.described);
  const replace = (element: Element): Element => {
    switch (element.name.local) {
      case 'title':
        return { ...element, children: [headerText(edition.title ?? title, element.place)] };
      case 'sourceDesc': {
        const edition = childrenOf(element, 'bibl').filter((each) => !isOfSource(each));
        const all = [...described, ...edition.map((each) => ({ ...each, children: childrenOf(each, 'title') }))];
        return all.length === 0 ? element : { ...element, children: all };
      }
      case 'profileDesc': {
        const language = childrenOf(element, 'langUsage');
        return { ...element, children: [...language, ...parts.flatMap((each) => each.correspondence)] };
      }
      default:
        return {
          ...element,
          children: element.children.map((child) => (child.kind === 'element' ? replace(child) : child)),
        };
    }
  };
  return replace(header);
}

/** The lists of the authority; none where it is empty. */
function frontMatter({ lists, encoding }: VolumeOptions, ids: Ids, place: Place): Element | undefined {
  const persons = (lists?.persons ?? []).filter(({ id }) => !isAddress(id));
  const terms = (lists?.terms ?? []).filter(({ id }) => !isAddress(id));
  // Names in the documents point to these.
  for (const { id } of [...persons, ...terms]) ids.keep(id);
  const section = (id: string, type: string, title: string, list: Element): Element =>
    tei(
      'div',
      { type: encoding.standOff ? type : 'section', 'xml:id': ids.take(id) },
      [tei('head', {}, title, place), list],
      place,
    );
  const sections = [
    ...(terms.length > 0
      ? [section('terms', 'abbreviations', 'Terms and Abbreviations', list(terms.map((term) => termItem(term, place))))]
      : []),
    ...(persons.length > 0
      ? [section('persons', 'persons', 'Persons', list(persons.map((person) => personItem(person, place))))]
      : []),
  ];
  if (sections.length === 0) return undefined;
  return tei('front', {}, [instruction({ made: 'front' }, place), ...sections], place);

  function list(items: readonly Element[]): Element {
    return tei('list', {}, items, place);
  }
}

function personItem({ id, name, dates, description }: ListedPerson, place: Place): Element {
  const named = tei('persName', { 'xml:id': id }, name, place);
  return listItem(named, [dates, description].filter(Boolean).join(', '), place);
}

function termItem({ id, term, gloss }: ListedTerm, place: Place): Element {
  const named = tei('term', { 'xml:id': id }, term, place);
  return listItem(named, gloss, place);
}

/** `Lane, Ada, a clerk`. */
function listItem(named: Element, words: string | undefined, place: Place): Element {
  return tei('item', {}, [named, ...(words ? [headerText(`, ${words}`, place)] : [])], place);
}
