/** A document -> the same with every content replaced by what a function makes of it, in the order of reading. */
import type { Content } from './content.js';
import type { Document, DocumentBlock, ListBlock } from './document.js';

/** Where a content stands. */
export type ContentPlace = 'head' | 'opener' | 'body' | 'closer' | 'note';

export type MapContent = (content: Content, where: ContentPlace) => Content;

export type DocumentParts = Pick<Document, 'head' | 'blocks' | 'notes'>;

/** In: head, blocks and notes of a document. Out: the same parts; `map` was called once for each content, always in one order. */
export function mapContents<Parts extends DocumentParts>(parts: Parts, map: MapContent): Parts {
  const { head } = parts;
  return {
    ...parts,
    ...(head && { head: { ...head, content: map(head.content, 'head') } }),
    blocks: mapBlocks(parts.blocks, map),
    notes: parts.notes.map((note) => ({
      ...note,
      paragraphs: note.paragraphs.map((content) => map(content, 'note')),
    })),
  };
}

function mapBlocks(blocks: readonly DocumentBlock[], map: MapContent): readonly DocumentBlock[] {
  return blocks.map((block) => mapBlock(block, map));
}

function mapBlock(block: DocumentBlock, map: MapContent): DocumentBlock {
  switch (block.kind) {
    case 'pageBreak':
      return block;
    case 'paragraph':
      return { ...block, content: map(block.content, 'body') };
    case 'heading':
      return { ...block, content: map(block.content, 'head') };
    case 'opener':
    case 'closer': {
      const { kind } = block;
      return {
        ...block,
        parts: block.parts.map((part) =>
          part.kind === 'pageBreak' ? part : { ...part, content: map(part.content, kind) },
        ),
      };
    }
    case 'list':
      return mapList(block, map);
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) =>
          row.kind === 'pageBreak'
            ? row
            : { ...row, cells: row.cells.map((cell) => ({ ...cell, content: map(cell.content, 'body') })) },
        ),
      };
    case 'quotation':
    case 'postscript':
    case 'attachment':
      return { ...block, blocks: mapBlocks(block.blocks, map) };
    case 'enclosure':
      return {
        ...block,
        blocks: mapBlocks(block.blocks, map),
        ...(block.tail && { tail: { ...block.tail, content: map(block.tail.content, 'body') } }),
        plain: mapBlocks(block.plain, map),
      };
  }
}

function mapList(list: ListBlock, map: MapContent): ListBlock {
  return {
    ...list,
    ...(list.head && { head: map(list.head, 'body') }),
    items: list.items.map((item) => {
      if (item.kind === 'pageBreak') return item;
      return {
        ...item,
        ...(item.label && { label: map(item.label, 'body') }),
        content: map(item.content, 'body'),
        ...(item.list && { list: mapList(item.list, map) }),
      };
    }),
  };
}
