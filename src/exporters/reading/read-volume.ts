/** TEI files -> one volume: a FRUS volume has many documents, a letter's file one, `teiCorpus` a file for each `TEI`. */
import type { Element, XmlNode } from '../../xml/index.js';
import type { ExportSettings, TeiFile } from '../exporter.js';
import { uniqueNamer } from '../safe-name.js';
import { divideFile } from './divide-file.js';
import { sourceNoteOf } from './read-document.js';
import { fileFacts, type PartFacts, wantedName } from './read-facts.js';
import type { ReadDocument, ReadEntry, ReadPart, Volume } from './volume.js';

/**
 * In: the files of a run. Out: what they say; each document is there once, in the order of the files. Of the trees nothing is
 * held: `element` and `sourceNote` of a part are found again when they are asked for.
 */
export function readVolume(files: readonly TeiFile[], settings: ExportSettings = {}): Volume {
  const unique = uniqueNamer();
  const namer = ({ wanted }: PartFacts, file: TeiFile) => unique(wantedName(wanted, file.name, files.length > 1));
  const holders = new Map<TeiFile, ReadonlyMap<string, ReadPart>>();
  const persons = new Map<string, ReadEntry>();
  const terms = new Map<string, ReadEntry>();
  const days: string[] = [];
  let header: { readonly title: string | undefined; readonly language: string | undefined } | undefined;
  const parts = files.flatMap((file) => {
    const facts = fileFacts.of(file);
    header ??= facts;
    addEntries(facts.persons, persons);
    addEntries(facts.terms, terms);
    const byPlace: ReadPart[] = [];
    const read = facts.parts.map((part) => partOf(part, file, namer, byPlace));
    if (facts.latestDay !== undefined && read.flatMap(documentsOf).length > 0) days.push(facts.latestDay);
    holders.set(file, new Map([...facts.ids].flatMap(([id, at]) => held(id, byPlace[at]))));
    return read;
  });
  const documents = parts.flatMap(documentsOf);
  const title = settings.title ?? header?.title ?? documents[0]?.title ?? 'Documents';
  const language = settings.language ?? header?.language ?? 'en';
  return { title, language, parts, documents, persons, terms, holders, latestDay: days.sort().at(-1) };
}

function held(id: string, part: ReadPart | undefined): readonly (readonly [string, ReadPart])[] {
  return part ? [[id, part]] : [];
}

function addEntries(found: readonly ReadEntry[], entries: Map<string, ReadEntry>): void {
  for (const entry of found) if (!entries.has(entry.id)) entries.set(entry.id, entry);
}

function partOf(
  read: PartFacts,
  file: TeiFile,
  name: (read: PartFacts, file: TeiFile) => string,
  byPlace: ReadPart[],
): ReadPart {
  const { id, number, title, at } = read;
  const parts = read.parts.map((inner) => partOf(inner, file, name, byPlace));
  const common = { id, number, title: title ?? file.name, parts, file, name: name(read, file) };
  const find = (): Element => divideFile(file.tei.root).elements[at] ?? file.tei.root;
  const part: ReadPart | ReadDocument =
    read.kind === 'section'
      ? {
          kind: 'section',
          ...common,
          get element() {
            return find();
          },
        }
      : {
          kind: 'document',
          ...common,
          ...read.facts,
          get element() {
            return find();
          },
          get sourceNote() {
            return sourceNoteOf(find());
          },
        };
  byPlace[at] = part;
  return part;
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

/** Each file with its own of these parts: whoever takes one file after another needs the tree of one at a time. */
export function byFile<Part extends ReadPart>(
  files: readonly TeiFile[],
  parts: Iterable<Part>,
): ReadonlyMap<TeiFile, readonly Part[]> {
  const found = new Map<TeiFile, Part[]>(files.map((file) => [file, []]));
  for (const part of parts) found.get(part.file)?.push(part);
  return found;
}

export function isDocument(part: ReadPart): part is ReadDocument {
  return part.kind === 'document';
}
