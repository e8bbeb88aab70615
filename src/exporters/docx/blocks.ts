/** What is shown -> the paragraphs and tables of Word: one after the other, each with how far it is set in. */
import { attributeValue } from '../../xml/index.js';
import type { Presented, PresentedElement } from '../present.js';
import { type Look, lookOf, type NotesInside, type Piece, piecesOf, settled, type Writing } from './pieces.js';

export type Style = 'Title' | 'Dateline' | 'Salutation' | 'Closing' | 'Quote' | 'Verse' | 'ListHead' | 'FootnoteText';

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly style?: Style;
  /** 1 to 6. */
  readonly heading?: number;
  /** Steps from the margin. */
  readonly indent: number;
  readonly inLetter: boolean;
  readonly align?: 'left' | 'right' | 'center';
  /** The marker of an item; the number is that of its list in the file. */
  readonly item?: 'bullet' | 'label' | { readonly list: number };
  readonly pieces: readonly Piece[];
}

export interface CellBlock {
  readonly columns: number;
  readonly rows: number;
  readonly blocks: readonly Block[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly indent: number;
  readonly rows: readonly { readonly isHead: boolean; readonly cells: readonly CellBlock[] }[];
}

export type Block = ParagraphBlock | TableBlock;

/** What holds for a block from what is around it. */
export interface Layout {
  readonly level: number;
  readonly indent: number;
  readonly inLetter: boolean;
  readonly style?: Style;
  readonly align?: 'left' | 'right' | 'center';
  readonly look: Look;
  readonly inside?: NotesInside;
  /** Heads of lists and tables are none of the outline. */
  readonly inList?: boolean;
}

export const PLAIN: Layout = { level: 1, indent: 0, inLetter: false, look: {} };

const STYLES: Readonly<Record<string, Style>> = {
  dateline: 'Dateline',
  closer: 'Closing',
  signed: 'Closing',
  salute: 'Salutation',
  l: 'Verse',
  addrLine: 'Verse',
};

/** In: an element. Out: the blocks in it. */
export function blocksOf(element: PresentedElement, layout: Layout, writing: Writing): readonly Block[] {
  const blocks: Block[] = [];
  let line: Presented[] = [];
  const flush = () => {
    const pieces = settled(piecesOf(line, layout.look, writing, layout.inside));
    if (pieces.some(({ kind }) => kind !== 'bookmark')) blocks.push(paragraph(element, pieces, layout, writing));
    else writing.pending.push(...pieces.flatMap((piece) => (piece.kind === 'bookmark' ? [piece.name] : [])));
    line = [];
  };
  for (const child of element.children) {
    if (child.kind === 'text' || !child.isBlock) {
      line.push(child);
      continue;
    }
    flush();
    blocks.push(...blockOf(child, layout, writing));
  }
  flush();
  return blocks;
}

function paragraph(element: PresentedElement, own: readonly Piece[], layout: Layout, writing: Writing): ParagraphBlock {
  const { level, indent, inLetter, style, align } = layout;
  const isHeading = element.behaviour === 'heading';
  const shown = isHeading && layout.inList ? 'ListHead' : style;
  const pieces = [...writing.pending.splice(0).map((name) => ({ kind: 'bookmark', name }) as const), ...own];
  return {
    kind: 'paragraph',
    ...(isHeading && !layout.inList && !layout.inside && { heading: level }),
    ...(shown && { style: shown }),
    ...(align && { align }),
    indent,
    inLetter,
    pieces,
  };
}

function pend(element: PresentedElement, writing: Writing): void {
  const name = writing.bookmarkOf(element.element);
  if (name !== undefined) writing.pending.push(name);
}

function blockOf(block: PresentedElement, around: Layout, writing: Writing): readonly Block[] {
  pend(block, writing);
  const { name, behaviour, element } = block;
  const align = /\b(?:flush)?(left|right|center)(?:ed)?\b/.exec(attributeValue(element, 'rend') ?? '')?.[1];
  const style = around.style === 'Closing' && name === 'salute' ? 'Closing' : (own(STYLES, name) ?? around.style);
  const layout: Layout = {
    ...around,
    look: lookOf(block, around.look, writing),
    ...(style && { style }),
    ...((align === 'left' || align === 'right' || align === 'center') && { align }),
  };
  const { level, indent } = layout;
  switch (behaviour) {
    case 'list':
      return listOf(block, layout, writing);
    case 'table':
      return tableOf(block, layout, writing);
    case 'document':
      return blocksOf(block, { ...layout, level: deeper(level), indent: indent + 1, inLetter: true }, writing);
    case 'section':
      return blocksOf(block, { ...layout, level: name.startsWith('div') ? deeper(level) : level }, writing);
    default:
      if (name === 'quote' || (name === 'cit' && around.style !== 'Quote'))
        return blocksOf(block, { ...layout, style: 'Quote', indent: indent + 1 }, writing);
      return blocksOf(block, layout, writing);
  }
}

function own(table: Readonly<Record<string, Style>>, name: string): Style | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

export function deeper(level: number): number {
  return Math.min(level + 1, 6);
}

/** Items with their markers; a label stands before its item. */
function listOf(list: PresentedElement, layout: Layout, writing: Writing): readonly Block[] {
  const blocks: Block[] = [];
  const kind = `${attributeValue(list.element, 'rend') ?? ''} ${attributeValue(list.element, 'type') ?? ''}`.trim();
  const marker = /\b(?:ordered|numbered)\b/.test(kind)
    ? { list: writing.nextList() }
    : kind === '' || /\bbullet/.test(kind)
      ? ('bullet' as const)
      : undefined;
  const inner: Layout = { ...layout, indent: layout.indent + 1, inList: true };
  let label: Presented[] = [];
  const endLabel = () => {
    blocks.push(...blocksOf({ ...list, behaviour: 'paragraph', children: label }, inner, writing));
    label = [];
  };
  for (const child of list.children) {
    if (child.kind === 'text' || !child.isBlock) {
      if (child.kind === 'text' || child.name !== 'label') endLabel();
      label.push(child);
      if (child.kind === 'text' || child.name !== 'label') endLabel();
      continue;
    }
    if (child.behaviour !== 'listItem') {
      endLabel();
      blocks.push(...blockOf(child, { ...layout, inList: true }, writing));
      continue;
    }
    pend(child, writing);
    const before = settled(piecesOf(label, layout.look, writing, layout.inside));
    label = [];
    const [first, ...more] = blocksOf(child, { ...inner, look: lookOf(child, inner.look, writing) }, writing);
    const isLine = first?.kind === 'paragraph' && first.item === undefined;
    const shown = before.length > 0 ? ('label' as const) : marker;
    const pieces = [
      ...before,
      ...(before.length > 0 ? [{ kind: 'tab' } as const] : []),
      ...(isLine ? first.pieces : []),
    ];
    if (isLine || pieces.length > 0)
      blocks.push({
        kind: 'paragraph',
        indent: inner.indent,
        inLetter: inner.inLetter,
        ...(isLine && first),
        pieces,
        ...(shown && { item: shown }),
      });
    blocks.push(...(first && !isLine ? [first] : []), ...more);
  }
  endLabel();
  return blocks;
}

/** What stands between rows and cells goes into the cell that follows; what is no row, behind the table or before it. */
function tableOf(table: PresentedElement, layout: Layout, writing: Writing): readonly Block[] {
  const before: Block[] = [];
  const rows: TableBlock['rows'][number][] = [];
  const plain: Layout = { ...layout, indent: 0, inLetter: false, inList: true };
  let between: Presented[] = [];
  for (const child of table.children) {
    if (child.kind === 'text' || !child.isBlock) {
      between.push(child);
      continue;
    }
    if (child.behaviour !== 'row') {
      before.push(...blockOf(child, { ...layout, inList: true }, writing));
      continue;
    }
    pend(child, writing);
    const isHead = attributeValue(child.element, 'role') === 'label';
    const cells: CellBlock[] = [];
    for (const cell of child.children) {
      if (cell.kind === 'text' || cell.behaviour !== 'cell') {
        between.push(cell);
        continue;
      }
      pend(cell, writing);
      const isLabel = isHead || attributeValue(cell.element, 'role') === 'label';
      const look = lookOf(cell, { ...plain.look, ...(isLabel && { bold: true }) }, writing);
      const blocks = blocksOf({ ...cell, children: [...between, ...cell.children] }, { ...plain, look }, writing);
      between = [];
      cells.push({ columns: count(cell, 'cols'), rows: count(cell, 'rows'), blocks });
    }
    if (cells.length > 0) rows.push({ isHead, cells });
  }
  const behind = blocksOf({ ...table, behaviour: 'paragraph', children: between }, layout, writing);
  return [...before, ...(rows.length > 0 ? [{ kind: 'table', indent: layout.indent, rows } as const] : []), ...behind];
}

function count({ element }: PresentedElement, name: string): number {
  const value = attributeValue(element, name) ?? '';
  return /^[1-9]\d?$/.test(value) ? Math.min(Number(value), 60) : 1;
}
