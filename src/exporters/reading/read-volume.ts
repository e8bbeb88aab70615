/** TEI files -> one volume: a FRUS volume has many documents, a letter's file one, `teiCorpus` a file for each `TEI`. */
import { attributeValue, descendants, type Element, type XmlNode } from '../../xml/index.js';
import type { ExportSettings, TeiFile } from '../exporter.js';
import { uniqueNamer } from '../safe-name.js';
import { headOf } from './head-of.js';
import { elementsOf, findAll, findElement, lineOf, plainName } from './plain-name.js';
import { readDocumentFacts } from './read-document.js';
import { readPersons, readTerms } from './read-entries.js';
import type { ReadDocument, ReadPart, Volume } from './volume.js';

/** The types that this program's own encodings give to documents. */
const OWN_TYPES: ReadonlySet<string> = new Set(
  'letter telegram memorandum conversation report minutes message paper editorial-note'.split(' '),
);

/** In: the files of a run. Out: what they say; each document is there once, in the order of the files. */
export function readVolume(files: readonly TeiFile[], settings: ExportSettings = {}): Volume {
  const name = uniqueNamer();
  const holders = new Map<TeiFile, Map<string, ReadPart>>();
  const parts = files.flatMap((file) => {
    const ids = new Map<string, ReadPart>();
    holders.set(file, ids);
    const read = textsOf(file.tei.root).flatMap((tei) => readText(tei, file, files.length > 1, name));
    for (const part of read) holdIds(part, ids);
    return read;
  });
  const [first] = files;
  const header = first && findElement(first.tei.root, 'teiHeader');
  const roots = files.map(({ tei }) => tei.root);
  const documents = parts.flatMap(documentsOf);
  const title = settings.title ?? (header && titleOf(header)) ?? documents[0]?.title ?? 'Documents';
  const language = settings.language ?? (first && languageOf(first.tei.root)) ?? 'en';
  return { title, language, parts, documents, persons: readPersons(roots), terms: readTerms(roots), holders };
}

function documentsOf(part: ReadPart): readonly ReadDocument[] {
  return isDocument(part) ? [part] : part.parts.flatMap(documentsOf);
}

/** The part's own words: its element without what is a part of its own. */
export function ownContent(part: ReadPart): Element {
  const inner = new Set(part.parts.flatMap(({ element }) => element));
  const without = (element: Element): Element => ({
    ...element,
    children: element.children.flatMap((child): readonly XmlNode[] =>
      child.kind !== 'element' ? [child] : inner.has(child) ? [] : [without(child)],
    ),
  });
  return inner.size === 0 ? part.element : without(part.element);
}

/** All parts in order, each before those inside it. */
export function* partsInOrder(parts: readonly ReadPart[]): Generator<ReadPart> {
  for (const part of parts) {
    yield part;
    yield* partsInOrder(part.parts);
  }
}

export function isDocument(part: ReadPart): part is ReadDocument {
  return part.kind === 'document';
}

/** An ID belongs to the innermost part that holds it. */
function holdIds(part: ReadPart, ids: Map<string, ReadPart>): void {
  for (const element of descendants(part.element)) {
    const id = attributeValue(element, 'xml:id');
    if (id !== undefined) ids.set(id, part);
  }
  for (const inner of part.parts) holdIds(inner, ids);
}

/** Each `TEI` of a corpus. */
function textsOf(root: Element): readonly Element[] {
  if (plainName(root) !== 'teiCorpus') return [root];
  return elementsOf(root).flatMap((child) => (/^(?:TEI|teiCorpus)$/.test(plainName(child)) ? textsOf(child) : []));
}

function readText(
  tei: Element,
  file: TeiFile,
  isOneOfMany: boolean,
  name: (name: string) => string,
): readonly ReadPart[] {
  const header = findElement(tei, 'teiHeader');
  const called = (name: string) => elementsOf(tei).find((child) => plainName(child) === name);
  // A diplomatic transcription may be all there is.
  const own = called('text') ?? called('sourceDoc');
  // A file may hold nothing but a header, or a list of persons.
  if (!own && plainName(tei) === 'TEI') return [];
  const text = own ?? tei;
  const language = languageOf(tei);
  const found = new Set(documentElements(text));
  const readDocument = (element: Element, fallback: string): ReadDocument => {
    const id = attributeValue(element, 'xml:id');
    const head = headOf(element);
    const printed = head && lineOf(head);
    const number = attributeValue(element, 'n') ?? /^(\d+)\. /.exec(printed ?? '')?.[1];
    const title = (printed ?? fallback).replace(/^\[?\d+[a-z]?\]?\.\s+/, '') || fallback;
    const isOnlyOne = found.size <= 1 || id === undefined;
    // Of a corpus, each TEI has a name of its own.
    const own = (tei === file.tei.root ? undefined : attributeValue(tei, 'xml:id')) ?? file.name;
    const base = isOneOfMany ? (isOnlyOne ? own : `${own}-${id}`) : (id ?? own);
    const facts = readDocumentFacts(element, header, found.size > 1);
    return {
      kind: 'document',
      name: name(base),
      id,
      number,
      title,
      element,
      parts: [],
      file,
      ...facts,
      language: facts.language ?? language,
    };
  };
  if (found.size === 0) {
    const fallback = (header && titleOf(header)) ?? file.name;
    return [readDocument(text, fallback)];
  }
  const readSection = (element: Element): readonly ReadPart[] => {
    const parts = elementsOf(element).flatMap((child) => readWithin(child));
    if (!/^div\d?$/.test(plainName(element))) return parts;
    const id = attributeValue(element, 'xml:id');
    const head = headOf(element);
    const title = head ? lineOf(head) : '';
    return [
      {
        kind: 'section',
        name: name(id ?? 'section'),
        id,
        number: undefined,
        title: title || 'Untitled section',
        element,
        parts,
        file,
      },
    ];
  };
  const readWithin = (element: Element): readonly ReadPart[] => {
    if (found.has(element)) return [readDocument(element, file.name)];
    return HOLDERS.test(plainName(element)) && isSplit(element, found) ? readSection(element) : asSection(element);
  };
  const asSection = (element: Element): readonly ReadPart[] => {
    const kind = plainName(element);
    if (/^div\d?$/.test(kind)) return readSection(element);
    if (kind !== 'titlePage') return [];
    const title = 'Title page';
    return [
      { kind: 'section', name: name('title-page'), id: undefined, number: undefined, title, element, parts: [], file },
    ];
  };
  return elementsOf(text).flatMap(readWithin);
}

const HOLDERS = /^(?:text|group|front|body|back|div\d?)$/;

/** Front and back matter is split into its sections; a section without documents is whole. */
function isSplit(element: Element, found: ReadonlySet<Element>): boolean {
  if (!/^div/.test(plainName(element))) return true;
  return [...descendants(element)].some((each) => found.has(each));
}

/** `div type="document"`; else several `div`s of this program's types; else each `text` of a group; else none: all of it is one. */
function documentElements(text: Element): readonly Element[] {
  const divisions = findAll(text, 'div');
  const published = outermost(divisions.filter((div) => attributeValue(div, 'type') === 'document'));
  if (published.length > 0) return published;
  const own = outermost(divisions.filter((div) => OWN_TYPES.has(attributeValue(div, 'type') ?? '')));
  if (own.length > 0) return own;
  const group = elementsOf(text).find((child) => plainName(child) === 'group');
  return group ? findAll(group, 'text') : [];
}

function outermost(divisions: readonly Element[]): readonly Element[] {
  const inner = new Set<Element>();
  for (const division of divisions) {
    if (inner.has(division)) continue;
    for (const element of descendants(division)) if (element !== division) inner.add(element);
  }
  return divisions.filter((division) => !inner.has(division));
}

/** The complete or main title, else the first. */
export function titleOf(header: Element): string | undefined {
  const statement = findElement(header, 'titleStmt');
  const titles = statement ? findAll(statement, 'title') : [];
  const typed = (type: string) => titles.find((title) => attributeValue(title, 'type') === type);
  const title = typed('complete') ?? typed('main') ?? titles[0];
  return (title && lineOf(title)) || undefined;
}

function languageOf(tei: Element): string | undefined {
  const written = attributeValue(tei, 'xml:lang');
  if (written) return written;
  const languages = findAll(tei, 'language');
  return languages[0] && attributeValue(languages[0], 'ident');
}
