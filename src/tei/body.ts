/** Blocks of the document model -> the children of `div` and `floatingText/body` (TEI Guidelines 4.1, 4.2, 4.3.2). */
import {
  type AttachmentBlock,
  type DocumentBlock,
  type EnclosureBlock,
  type FrameBlock,
  type ListBlock,
  type ParagraphBlock,
  plainText,
  type TableBlock,
} from '../document/index.js';
import type { Place } from '../source/index.js';
import { type Element, FRUS_NAMESPACE, type XmlNode, xmlName } from '../xml/index.js';
import { instruction, tei } from './build.js';
import { encodeContent, encodePageBreak } from './content.js';
import type { EncodeContext } from './context.js';
import { headInManner } from './date-manner.js';
import { encodeNote } from './note.js';
import { noteListsBefore } from './note-lists.js';

/** The document's division: what stands before the head, the head, the blocks, and notes that have no anchor. */
export function encodeDivision(context: EncodeContext): Element {
  const { document, encoding } = context;
  const { head, sourceLine, blocks, notes } = document;
  const beforeHead = head
    ? blocks.findIndex(
        ({ kind, place }) =>
          (kind !== 'pageBreak' && kind !== 'heading') || place.start > (sourceLine ?? head).place.start,
      )
    : 0;
  const lead = beforeHead === -1 ? blocks.length : beforeHead;
  const children: XmlNode[] = [
    ...blocks.slice(0, lead).flatMap((block) => encodeAboveHead(block, context)),
    ...(sourceLine ? [inlineSource(sourceLine, context)] : []),
    ...(head ? [tei('head', {}, encodeContent(headInManner(head, context.dates), 'head', context), head.place)] : []),
    ...encodeBlocks(blocks.slice(lead), context),
    ...noteListsBefore(Number.POSITIVE_INFINITY, context),
    ...notes.flatMap((note) => (note.anchored ? [] : [encodeNote(note, context)])),
  ];
  const attributes = {
    ...encoding.division(document.kind),
    n: document.number ?? encoding.unnumbered,
    'xml:id': document.id,
  };
  return tei(
    'div',
    attributes,
    hasText(children) ? children : [...children, tei('p', {}, [], document.place)],
    document.place,
  );
}

/** Page breaks, and titles of a section: where a division has one head, these are set in the line. */
function encodeAboveHead(block: DocumentBlock, context: EncodeContext): readonly XmlNode[] {
  if (block.kind !== 'heading' || context.encoding.inlineSource !== 'rend') return encodeBlocks([block], context);
  return [tei('note', { rend: 'inline' }, encodeContent(block.content, 'note', context), block.place)];
}

/** The file number before the head is the source as printed, set in the line. */
function inlineSource({ content, place }: ParagraphBlock, context: EncodeContext): Element {
  const { encoding, document, ids } = context;
  const attributes =
    encoding.inlineSource === 'rend'
      ? { rend: 'inline' }
      : { 'xml:id': ids.take(`${document.id}-source`), anchored: 'false', place: 'inline' };
  return tei('note', { ...attributes, type: 'source' }, encodeContent(content, 'note', context), place);
}

/** A division with nothing in it needs an empty paragraph. */
function hasText(children: readonly XmlNode[]): boolean {
  return children.some((child) => child.kind === 'element' && child.name.local !== 'pb' && child.name.local !== 'note');
}

function encodeBlocks(blocks: readonly DocumentBlock[], context: EncodeContext): readonly XmlNode[] {
  const nodes: XmlNode[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    const next = blocks[i + 1];
    if (!block) break;
    nodes.push(...noteListsBefore(block.place.start, context));
    if (block.kind === 'paragraph' && next?.kind === 'list' && isInside(block, next, context)) {
      const { content, place } = block;
      nodes.push(tei('p', {}, [...encodeContent(content, 'body', context), ...encodeList(next, context)], place));
      i++;
    } else for (const node of encodeBlock(block, context)) nodes.push(node);
  }
  return nodes;
}

/** `Discussion:` is a title over a list; `Accordingly:` begins a sentence. */
const TITLE = /^\p{Lu}\p{L}+(?<!ly):$/u;

/** The list goes on with the sentence of the paragraph, in an encoding that says so. */
function isInside(
  { content, runIn = false }: ParagraphBlock,
  list: ListBlock,
  { document, encoding }: EncodeContext,
): boolean {
  const isLabelled = list.items.some((item) => item.kind === 'item' && item.label !== undefined);
  if (encoding.introducedList === 'beside' || runIn || list.head) return false;
  if (!isLabelled && !document.sourceLine) return false;
  const text = plainText(content).trim();
  return /[:;,—–]$/.test(text) && !(isLabelled && TITLE.test(text));
}

function encodeBlock(block: DocumentBlock, context: EncodeContext): readonly XmlNode[] {
  switch (block.kind) {
    case 'paragraph':
      return [paragraph(block.content, block.place, context, block.runIn)];
    case 'pageBreak':
      return encodePageBreak(block, context);
    case 'opener':
      return [encodeFrame(block, context)];
    case 'closer':
      return encodeCloser(block, context);
    case 'list':
      return encodeList(block, context);
    case 'table':
      return [encodeTable(block, context)];
    case 'quotation':
      return [tei('quote', {}, encodeBlocks(block.blocks, context), block.place)];
    case 'postscript':
      return [tei('postscript', {}, encodeBlocks(block.blocks, context), block.place)];
    case 'enclosure':
      return encodeEnclosure(block, context);
    case 'heading':
      return [tei('head', {}, encodeContent(block.content, 'head', context), block.place)];
    case 'attachment':
      return [encodeAttachment(block, context)];
  }
}

function paragraph(
  content: Parameters<typeof encodeContent>[0],
  place: Place,
  context: EncodeContext,
  runIn = false,
): Element {
  return inLine('p', encodeContent(content, 'body', context), place, runIn, context);
}

/** A block that may go on in the line of the one before it. */
function inLine(
  name: string,
  children: readonly XmlNode[],
  place: Place,
  runIn: boolean,
  { encoding }: EncodeContext,
): Element {
  if (!runIn) return tei(name, {}, children, place);
  if (encoding.runIn === 'rend') return tei(name, { rend: 'run-in' }, children, place);
  return tei(name, {}, [instruction({ 'run-in': 'yes' }, place), ...children], place);
}

function encodeCloser(closer: FrameBlock, context: EncodeContext): readonly Element[] {
  const [lead, ...rest] = closer.parts;
  const [next] = rest;
  const isApart =
    context.encoding.signedFor === 'paragraph' &&
    !context.document.sourceLine &&
    lead?.kind === 'text' &&
    next?.kind === 'signed' &&
    next.glue === 'paragraph';
  if (!isApart) return [encodeFrame(closer, context)];
  return [
    paragraph(lead.content, lead.place, context, closer.runIn),
    encodeFrame({ ...closer, parts: rest, runIn: false, place: next.place }, context),
  ];
}

/** Parts with the white space that was typed between them. */
function encodeFrame(frame: FrameBlock, context: EncodeContext): Element {
  const children: XmlNode[] = [];
  for (const [index, part] of frame.parts.entries()) {
    const { place } = part;
    children.push(...noteListsBefore(place.start, context));
    if (part.kind === 'pageBreak') {
      if (index > 0) children.push({ kind: 'text', text: '\n', place });
      children.push(...encodePageBreak(part, context));
      continue;
    }
    const glue = index === 0 ? '' : part.glue === 'paragraph' ? '\n' : part.glue;
    if (glue !== '') children.push({ kind: 'text', text: glue, place });
    const where = part.kind === 'text' ? 'body' : part.kind;
    const inner = encodeContent(part.content, where, context);
    if (part.kind === 'text') for (const node of inner) children.push(node);
    else children.push(tei(part.kind, {}, inner, place));
  }
  return inLine(frame.kind, children, frame.place, frame.runIn ?? false, context);
}

/** Labelled and unlabelled items cannot share a `list`: a change of kind begins a new one. */
function encodeList(list: ListBlock, context: EncodeContext): readonly Element[] {
  const lists: { readonly labelled: boolean; readonly children: XmlNode[] }[] = [];
  for (const item of list.items) {
    let current = lists[lists.length - 1];
    if (item.kind === 'pageBreak') {
      current?.children.push(...encodePageBreak(item, context));
      continue;
    }
    const labelled = item.label !== undefined;
    if (!current || current.labelled !== labelled) {
      current = { labelled, children: [] };
      lists.push(current);
    }
    if (item.label) current.children.push(tei('label', {}, encodeContent(item.label, 'body', context), item.place));
    const inner: XmlNode[] = [
      ...(item.bullet === undefined ? [] : [instruction({ bullet: item.bullet }, item.place)]),
      ...encodeContent(item.content, 'body', context),
      ...(item.list ? encodeList(item.list, context) : []),
    ];
    current.children.push(tei('item', {}, inner, item.place));
  }
  return lists.map(({ children }, index) => {
    const { head, type, place } = list;
    const headed = head && index === 0 ? [tei('head', {}, encodeContent(head, 'body', context), place)] : [];
    const known = type && context.encoding.listTypes.has(type) ? type : undefined;
    return tei('list', { type: known }, [...headed, ...children], children[0]?.place ?? place);
  });
}

function encodeTable(table: TableBlock, context: EncodeContext): Element {
  const rows = table.rows.flatMap((row) => {
    if (row.kind === 'pageBreak') return encodePageBreak(row, context);
    const cells = row.cells.map((cell) => tei('cell', {}, encodeContent(cell.content, 'body', context), cell.place));
    return [tei('row', {}, cells, row.place)];
  });
  return tei('table', {}, rows, table.place);
}

function encodeEnclosure(block: EnclosureBlock, context: EncodeContext): readonly XmlNode[] {
  if (context.encoding.enclosure === 'paragraphs') return encodeBlocks(block.plain, context);
  const inner = encodeBlocks(block.blocks, context);
  const body = tei('body', {}, inner, block.place);
  const letter = tei('floatingText', { type: block.type, 'xml:id': context.ids.take(block.id) }, [body], block.place);
  const { tail } = block;
  return tail ? [letter, paragraph(tail.content, tail.place, context, true)] : [letter];
}

/** Behind a closer TEI has no place for a text but a postscript. */
function encodeAttachment({ id, type, closed, blocks, place }: AttachmentBlock, context: EncodeContext): Element {
  const inner = encodeBlocks(blocks, context);
  const identifier = context.ids.take(id);
  if (context.encoding.attachment === 'frus:attachment') {
    const element = tei('attachment', { 'xml:id': identifier }, inner, place);
    return { ...element, name: xmlName(FRUS_NAMESPACE, 'attachment', 'frus') };
  }
  const body = tei('body', {}, inner, place);
  const text = tei('floatingText', { type: type ?? 'attachment', 'xml:id': identifier }, [body], place);
  return closed ? tei('postscript', {}, [text], place) : text;
}
