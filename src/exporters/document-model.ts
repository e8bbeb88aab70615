/** A document of TEI -> the document model that `schemas/document.schema.json` describes: facts, blocks of plain text, and marks on them. */
import type { Report } from '../diagnostic/index.js';
import { attributeValue, type Element, TEI_NAMESPACE, xmlName } from '../xml/index.js';
import type { Behaviour } from './behaviours.js';
import type { TeiFile } from './exporter.js';
import { dropReporter, FORMULA, onceEach, REPLACED, reportBeside } from './once.js';
import { type Presented, type PresentedElement, present } from './present.js';
import type { ReadDate, ReadDocument, ReadEntry, ReadPart, ReadParty, Volume } from './reading/index.js';
import { findAll, findElement, isDocument, lineOf, ownContent, plainName, pointed } from './reading/index.js';

/** Offsets count UTF-16 code units of the block's text, the end is behind the last. A page break or note has no length. */
export interface ModelMark {
  readonly element: string;
  readonly start: number;
  readonly end: number;
  readonly attributes?: Readonly<Record<string, string>>;
  /** The number, from 0, of the note in the document's `notes`. */
  readonly note?: number;
}

export interface ModelBlock {
  /** The behaviour: `paragraph`, `heading`, `listItem` ... */
  readonly kind: Behaviour;
  readonly element: string;
  /** The elements that it stands in, from the outside, below the document. */
  readonly within: readonly string[];
  readonly text: string;
  readonly marks: readonly ModelMark[];
}

export interface ModelNote {
  readonly id?: string;
  readonly number?: string;
  readonly type?: string;
  readonly blocks: readonly ModelBlock[];
}

export interface ModelText {
  readonly name: string;
  readonly id?: string;
  readonly title: string;
  readonly blocks: readonly ModelBlock[];
  readonly notes: readonly ModelNote[];
}

export interface ModelDocument extends ModelText {
  readonly number?: string;
  readonly file: string;
  readonly date?: ReadDate;
  readonly place?: string;
  readonly from: readonly ReadParty[];
  readonly to: readonly ReadParty[];
  readonly language?: string;
  /** The archival source note on one line, and what `msIdentifier` says of it. */
  readonly source?: { readonly text?: string; readonly identifier?: Readonly<Record<string, string>> };
  readonly pages: readonly string[];
  readonly persons: readonly string[];
  readonly terms: readonly string[];
}

/** Rises when a field changes its meaning or goes; new fields may come without it. */
export const MODEL_VERSION = 1;

export interface VolumeModel {
  readonly modelVersion: typeof MODEL_VERSION;
  readonly title: string;
  readonly language: string;
  readonly documents: readonly ModelDocument[];
  /** The edition's own words: preface, lists. */
  readonly sections: readonly ModelText[];
  readonly persons: readonly ReadEntry[];
  readonly terms: readonly ReadEntry[];
}

/** In: what was read, and the format that is made of it. Out: the model; what has no place in it is reported, once for each kind. */
export function modelVolume(volume: Volume, format: string, report: Report): VolumeModel {
  const model = modeller(format, report);
  reportBeside([...volume.holders.keys()], onceEach(report));
  return {
    modelVersion: MODEL_VERSION,
    title: volume.title,
    language: volume.language,
    documents: volume.documents.map(model.document),
    sections: sectionsOf(volume.parts).map(model.text),
    persons: [...volume.persons.values()],
    terms: [...volume.terms.values()],
  };
}

export interface Modeller {
  document(document: ReadDocument): ModelDocument;
  text(part: ReadPart): ModelText;
}

/** For one document after another. */
export function modeller(format: string, report: Report): Modeller {
  const once = onceEach(report);
  const drop = dropReporter(format, report);
  const identifiers = new Map<TeiFile, ReturnType<typeof identifiersIn>>();
  const text = (part: ReadPart): ModelText => ({
    name: part.name,
    ...(part.id !== undefined && { id: part.id }),
    title: part.title,
    ...modelContent(present(ownContent(part), once), drop),
  });
  return {
    text,
    document(document) {
      const { number, date, place, language } = document;
      const { file } = document;
      // A volume is looked through once, not for each of its documents.
      const described = identifiers.get(file) ?? identifiersIn(file.tei.root);
      identifiers.set(file, described);
      const source = sourceOf(document, described.byDocument.get(document.id ?? '') ?? described.only);
      return {
        ...(number !== undefined && { number }),
        file: file.path,
        ...(date && { date }),
        ...(place !== undefined && { place }),
        from: document.senders,
        to: document.addressees,
        ...(language !== undefined && { language }),
        ...(source && { source }),
        pages: document.pages,
        persons: document.persons,
        terms: document.terms,
        ...text(document),
      };
    },
  };
}

/** Those that are not documents, outer before inner. */
export function sectionsOf(parts: readonly ReadPart[]): readonly ReadPart[] {
  return parts.flatMap((part) => (isDocument(part) ? [] : [part, ...sectionsOf(part.parts)]));
}

function sourceOf({ sourceNote, element }: ReadDocument, ofFile: Element | undefined): ModelDocument['source'] {
  const text = sourceNote && noteLine(sourceNote);
  const owner = findAll(element, 'msIdentifier')[0] ?? ofFile;
  const identifier =
    owner &&
    Object.fromEntries(
      owner.children.flatMap((child) => {
        if (child.kind !== 'element') return [];
        const type = child.attributes.find(({ name }) => name.local === 'type')?.value;
        return [[type === undefined ? plainName(child) : `${plainName(child)}.${type}`, lineOf(child)]];
      }),
    );
  if (text === undefined && identifier === undefined) return undefined;
  return { ...(text !== undefined && { text }), ...(identifier && { identifier }) };
}

/** The text of a note on one line, without the notes that stand in it. */
export function noteLine(note: Element): string {
  return lineOf({ ...note, name: xmlName(TEI_NAMESPACE, 'ab') });
}

/** What `@corresp` of its description says it is about; a header that says nothing of the kind speaks of one document where it describes one manuscript. */
function identifiersIn(root: Element): {
  readonly only: Element | undefined;
  readonly byDocument: ReadonlyMap<string, Element>;
} {
  const byDocument = new Map<string, Element>();
  for (const description of findAll(root, 'msDesc')) {
    const id = pointed(description, 'corresp');
    const identifier = findElement(description, 'msIdentifier');
    if (id !== undefined && identifier && !byDocument.has(id)) byDocument.set(id, identifier);
  }
  const all = findAll(root, 'msIdentifier');
  return { only: all.length === 1 && byDocument.size === 0 ? all[0] : undefined, byDocument };
}

interface Content {
  readonly blocks: readonly ModelBlock[];
  readonly notes: readonly ModelNote[];
}

function modelContent(root: PresentedElement, drop: ReturnType<typeof dropReporter>): Content {
  const pending: PresentedElement[] = [];
  const read = (holder: PresentedElement): readonly ModelBlock[] => {
    const blocks: ModelBlock[] = [];
    const readBlock = (block: PresentedElement, within: readonly string[]) => {
      let text = '';
      let marks: ModelMark[] = [];
      const flush = () => {
        const trimmed = text.trimEnd();
        const size = trimmed.length;
        const kept = marks.map((mark) => ({
          ...mark,
          start: Math.min(mark.start, size),
          end: Math.min(mark.end, size),
        }));
        if (size > 0 || kept.length > 0)
          blocks.push({ kind: block.behaviour, element: block.name, within, text: trimmed, marks: kept });
        text = '';
        marks = [];
      };
      const readInline = (node: Presented) => {
        if (node.kind === 'text') {
          text += text === '' || text.endsWith(' ') ? node.text.trimStart() : node.text;
          return;
        }
        if (node.isBlock) {
          flush();
          readBlock(node, [...within, block.name]);
          return;
        }
        if (node.behaviour === 'alternate') drop(REPLACED, node.element.place);
        if (node.name === 'mml:math') drop(FORMULA, node.element.place);
        if (node.name === 'binaryObject') drop('a picture', node.element.place);
        const start = text.length;
        const at = marks.length;
        const note = node.behaviour === 'note' ? { note: pending.push(node) - 1 } : {};
        if (node.behaviour !== 'note') for (const child of node.children) readInline(child);
        // A block inside has taken what was before it.
        if (start > text.length) return;
        const attributes = attributesOf(node.element);
        marks.splice(Math.min(at, marks.length), 0, {
          element: node.name,
          start,
          end: text.length,
          ...attributes,
          ...note,
        });
      };
      for (const child of block.children) readInline(child);
      flush();
    };
    readBlock(holder, []);
    return blocks;
  };
  const blocks = read(root).map((block) => ({ ...block, within: block.within.slice(1) }));
  const notes: ModelNote[] = [];
  // Notes of notes come behind.
  for (let i = 0; i < pending.length; i++) {
    const note = pending[i];
    if (!note) break;
    const id = attributeValue(note.element, 'xml:id');
    const number = attributeValue(note.element, 'n');
    const type = attributeValue(note.element, 'type');
    notes.push({
      ...(id !== undefined && { id }),
      ...(number !== undefined && { number }),
      ...(type !== undefined && { type }),
      blocks: read({ ...note, behaviour: 'paragraph' }),
    });
  }
  return { blocks, notes };
}

function attributesOf({ attributes }: Element): { readonly attributes?: Readonly<Record<string, string>> } {
  if (attributes.length === 0) return {};
  const written = attributes.map(({ name, value }) => [
    name.prefix ? `${name.prefix}:${name.local}` : name.local,
    value,
  ]);
  return { attributes: Object.fromEntries(written) };
}
