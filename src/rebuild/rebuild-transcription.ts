/** TEI -> the transcription that it came from, in the conventions of a profile: page breaks, markers and list of notes as typed. */
import { type Conventions, typedMarker, typedNoteLabel, typedPageBreak } from '../profiles/index.js';
import { attributeValue, type Element, type XmlDocument, type XmlNode } from '../xml/index.js';
import { blockKind, isEditorial } from './elements.js';
import { factsOf, readData } from './facts.js';
import { createWriter, type Rebuilt, type Writer } from './writer.js';

export interface RebuildOptions {
  readonly conventions: Conventions;
  readonly noteNumbering: 'ordinal' | 'same';
}

interface State extends RebuildOptions {
  readonly writer: Writer;
  /** What the notes belong to. */
  readonly whole: Element;
  /** Notes in the order of the list: those of the body, then those found inside of notes. */
  notes: Element[];
  /** All notes of the body are known, the next ones are inside of notes: where a list stands before the end. */
  isListed: boolean;
  /** So many of the notes are written. */
  written: number;
  isInNote: boolean;
  /** Characters typed where the convention would write others; for the next page break or note. */
  typed: string | undefined;
}

/** In: a TEI document. Out: the text, with the place in the TEI of each stretch of it. */
export function rebuildTranscription(document: XmlDocument, options: RebuildOptions): Rebuilt {
  const state = newState(document.root, createWriter(), options);
  for (const child of document.root.children) {
    if (child.kind === 'element' && (child.name.local === 'text' || child.name.local === 'TEI'))
      writeBlocks(child, state);
  }
  writeRest(state);
  return state.writer.finish();
}

function newState(whole: Element, writer: Writer, { conventions, noteNumbering }: RebuildOptions): State {
  return {
    whole,
    writer,
    conventions,
    noteNumbering,
    notes: [],
    isListed: false,
    written: 0,
    isInNote: false,
    typed: undefined,
  };
}

function writeBlocks(element: Element, state: State): void {
  for (const child of element.children) writeBlock(child, state);
}

function writeBlock(node: XmlNode, state: State): void {
  if (node.kind === 'processingInstruction') {
    const { page, notes, head } = ownData(node);
    if (page !== undefined) writePage(page, node, state);
    else if (notes !== undefined) writeNoteList(Number(notes), head, node, state);
    else rememberTyped(node, state);
    return;
  }
  if (node.kind === 'text' && node.text.trim() !== '') state.writer.write(node.text, node.place);
  if (node.kind !== 'element' || isEditorial(node) || dataOf(node)['made'] !== undefined) return;
  if (dataOf(node)['document'] !== undefined) {
    writeDocument(node, state);
    return;
  }
  const { writer } = state;
  // A quotation that stands among blocks is a block, whatever it holds.
  switch (node.name.local === 'quote' ? 'quote' : blockKind(node)) {
    case 'blocks':
      if (node.name.local === 'table') writer.paragraph();
      writeBlocks(node, state);
      if (node.name.local === 'table') writer.paragraph();
      return;
    case 'list':
      writeList(node, state, 1);
      return;
    case 'row':
      writer.line();
      writeRow(node, state);
      writer.line();
      return;
    case 'quote':
      writer.paragraph();
      writer.prefixed(state.conventions.quotePrefix, () =>
        blockKind(node) === 'quote' ? writeBlocks(node, state) : writeInlines(node, state),
      );
      writer.paragraph();
      return;
    case 'note':
      writeBlockNote(node, state);
      return;
    case 'pageBreak':
      writer.paragraph();
      writeInline(node, state);
      writer.paragraph();
      return;
    case 'paragraph':
      if (attributeValue(node, 'rend') === 'run-in' || dataOf(node)['run-in'] !== undefined) writer.runIn();
      else writer.paragraph();
      writeInlines(node, state);
      writer.paragraph();
      return;
  }
}

/** One of the documents of a volume: its own conventions, and its own list of notes. */
function writeDocument(division: Element, state: State): void {
  const { writer } = state;
  const data = dataOf(division);
  const facts = factsOf(data);
  writer.paragraph();
  const own = newState(division, writer, { ...state, ...facts });
  writeBlocks(division, own);
  writeRest(own);
  writer.paragraph();
  if (data['separator'] === undefined) return;
  writer.write(data['separator'], division.place);
  writer.paragraph();
}

/** A page break that stands once in a volume, and was typed twice. */
function writePage(page: string, { place }: XmlNode, state: State): void {
  state.writer.paragraph();
  state.writer.write(takeTyped(state) ?? typedPageBreak(state.conventions, page), place);
  state.writer.paragraph();
}

/** What one of our own instructions says. */
function ownData({
  target,
  data,
}: XmlNode & { readonly kind: 'processingInstruction' }): Readonly<Record<string, string>> {
  return target === 'teiscribe' ? readData(data) : {};
}

function writeInlines(element: Element, state: State): void {
  for (const child of element.children) writeInline(child, state);
}

function writeInline(node: XmlNode, state: State): void {
  const { writer, conventions } = state;
  if (node.kind === 'text') writer.write(node.text, node.place);
  if (node.kind === 'processingInstruction') {
    const { page, notes, head } = ownData(node);
    if (notes !== undefined) writeNoteList(Number(notes), head, node, state);
    else if (page === undefined) rememberTyped(node, state);
    else writer.write(takeTyped(state) ?? typedPageBreak(conventions, page), node.place);
  }
  if (node.kind !== 'element' || isEditorial(node)) return;
  switch (node.name.local) {
    case 'pb':
      writer.write(takeTyped(state) ?? typedPageBreak(conventions, attributeValue(node, 'n') ?? ''), node.place);
      return;
    case 'lb':
      writer.lineBreak(node.place);
      return;
    case 'note':
      writeNote(node, state);
      return;
    case 'seg': {
      const code = /^U-([0-9A-F]{4,6})$/.exec(attributeValue(node, 'type') ?? '')?.[1];
      if (code) writer.write(String.fromCodePoint(Number.parseInt(code, 16)), node.place);
      writeInlines(node, state);
      return;
    }
    default:
      if (blockKind(node) === 'paragraph') writeInlines(node, state);
      else writeBlock(node, state);
  }
}

/** A note that is set in the line is a paragraph of its own among blocks. */
function writeBlockNote(node: Element, state: State): void {
  const isInline = isSetInline(node);
  if (isInline) state.writer.paragraph();
  writeNote(node, state);
  if (isInline) state.writer.paragraph();
}

function isSetInline(note: Element): boolean {
  return (
    attributeValue(note, 'n') === undefined ||
    attributeValue(note, 'place') === 'inline' ||
    attributeValue(note, 'rend') === 'inline'
  );
}

/** The marker at the anchor; the note itself waits for the list. A note without a number stands inline, as printed. */
function writeNote(node: Element, state: State): void {
  const n = attributeValue(node, 'n') ?? '';
  if (isSetInline(node)) {
    writeInlines(node, state);
    return;
  }
  const typed = takeTyped(state);
  if (!state.isListed || state.isInNote) state.notes.push(node);
  if (dataOf(node)['entry'] === undefined) state.writer.write(typed ?? typedMarker(state.conventions, n), node.place);
}

/** `  * text`, `  (a) text`, one a line; a list inside an item is indented once more, and its head as its items are. */
function writeList(list: Element, state: State, depth: number): void {
  const { writer, conventions } = state;
  let label: Element | undefined;
  if (depth === 1) writer.paragraph();
  for (const child of list.children) {
    if (child.kind !== 'element') {
      if (child.kind === 'processingInstruction') rememberTyped(child, state);
      continue;
    }
    if (child.name.local === 'label') {
      label = child;
    } else if (child.name.local === 'item') {
      const group = label ? undefined : onlyList(child);
      if (group) {
        writeList(group, state, depth + 1);
        continue;
      }
      writer.line();
      writer.indent(conventions.indent.repeat(depth), child.place);
      if (label) writeInlines(label, state);
      else writer.write(dataOf(child)['bullet'] ?? conventions.bullet, child.place);
      writer.write(' ', child.place);
      label = undefined;
      for (const part of child.children) {
        if (part.kind === 'element' && part.name.local === 'list') writeList(part, state, depth + 1);
        else writeInline(part, state);
      }
      writer.line();
    } else if (child.name.local === 'head' && depth > 1) {
      writer.line();
      writer.indent(conventions.indent.repeat(depth), child.place);
      writeInlines(child, state);
      writer.line();
    } else writeBlock(child, state);
  }
  if (depth === 1) writer.paragraph();
}

/** The list with a head that is all that an item holds: the items of a group under its name. */
function onlyList(item: Element): Element | undefined {
  const parts = item.children.filter((part) => part.kind !== 'text' || part.text.trim() !== '');
  const [list] = parts;
  if (parts.length !== 1 || list?.kind !== 'element' || list.name.local !== 'list') return undefined;
  return list.children.some((part) => part.kind === 'element' && part.name.local === 'head') ? list : undefined;
}

function writeRow(row: Element, state: State): void {
  let first = true;
  for (const cell of row.children) {
    if (cell.kind !== 'element') continue;
    if (!first) state.writer.write(state.conventions.cellSeparator, cell.place);
    first = false;
    writeInlines(cell, state);
  }
}

/** A list of notes that does not end the text, or has a head: all notes of the body are put into their order first. */
function writeNoteList(count: number, head: string | undefined, { place }: XmlNode, state: State): void {
  const { writer } = state;
  if (!state.isListed) {
    state.notes = placeEntries(notesIn(state.whole));
    state.isListed = true;
  }
  writer.paragraph();
  for (const line of head === undefined ? [] : head.split(/\r\n|\r|\n/)) {
    writer.line();
    writer.write(line, place);
  }
  writer.paragraph();
  writeNotes(state.written + count, state);
  writer.paragraph();
}

/** The notes that have an entry, in the order of the text, those inside of notes left out. */
function notesIn(element: Element): readonly Element[] {
  return element.children.flatMap((child) => {
    if (child.kind !== 'element' || isEditorial(child)) return [];
    return child.name.local === 'note' && !isSetInline(child) ? [child] : notesIn(child);
  });
}

/** The notes that no list has shown yet. */
function writeRest(state: State): void {
  if (!state.isListed) state.notes = placeEntries(state.notes);
  if (state.notes.length > state.written) state.writer.paragraph();
  // Notes found while a note is written join the end of the list.
  writeNotes(Number.POSITIVE_INFINITY, state);
  state.writer.line();
}

/** The notes of a list up to the one before `end`. */
function writeNotes(end: number, state: State): void {
  const { writer, conventions, noteNumbering } = state;
  for (; state.written < Math.min(end, state.notes.length); state.written++) {
    const note = state.notes[state.written];
    if (!note) break;
    const ordinal = String(state.written + 1);
    const label = noteNumbering === 'ordinal' ? ordinal : (attributeValue(note, 'n') ?? ordinal);
    const typed = dataOf(note)['label'];
    writer.line();
    const own = typed?.endsWith('\u00a0') ? typed : `${typed} `;
    writer.write(typed === undefined ? typedNoteLabel(conventions, label) : own, note.place);
    state.isInNote = true;
    for (const child of note.children) {
      if (child.kind === 'element' && child.name.local === 'p') {
        writeInlines(child, state);
        writer.paragraph();
      } else writeInline(child, state);
    }
    state.isInNote = false;
  }
}

/** A note without a marker says which entry of the list it is (`entry`); so do all where the list is in another order than the text (`listed`). */
function placeEntries(notes: readonly Element[]): Element[] {
  const entries = notes.map((note) => ({ note, at: Number(dataOf(note)['entry'] ?? dataOf(note)['listed']) }));
  const placed = entries.filter(({ at }) => !Number.isNaN(at)).sort((a, b) => a.at - b.at);
  const rest = entries.flatMap(({ note, at }) => (Number.isNaN(at) ? [note] : []));
  for (const { note, at } of placed) rest.splice(at - 1, 0, note);
  return rest;
}

/**
 * What the program noted at the start of an element: of a note `entry` or `listed`, where no marker tells its place in the list, and
 * `label`, where the numbering would give another; of an item its `bullet`.
 */
function dataOf(element: Element): Readonly<Record<string, string>> {
  const [start, next] = element.children;
  const first = start?.kind === 'text' && start.text.trim() === '' ? next : start;
  return first?.kind === 'processingInstruction' && first.target === 'teiscribe' ? readData(first.data) : {};
}

function rememberTyped(node: XmlNode & { readonly kind: 'processingInstruction' }, state: State): void {
  if (node.target === 'teiscribe') state.typed = readData(node.data)['typed'];
}

function takeTyped(state: State): string | undefined {
  const { typed } = state;
  state.typed = undefined;
  return typed;
}
