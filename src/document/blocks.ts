/** Blocks of the syntax tree -> blocks of the document: items become lists, rows tables; nothing is interpreted yet. */
import { type Place, spanPlaces } from '../source/index.js';
import type { Block, Inline, ListItem, NoteEntry, NoteListHead, TableRow } from '../transcript/index.js';
import type { PageBreakRun } from './content.js';
import { contentOf } from './contents.js';
import type { DocumentBlock, ListBlock, ListItemModel, TableBlock } from './document.js';
import { kindOfLabel } from './list-label.js';

type BodyBlock = Exclude<Block, NoteEntry | NoteListHead>;

/** What blocks need to know of the whole. */
export interface BlockStyle {
  /** Line ends inside a block are mere white space. */
  readonly wrapped: boolean;
  /** The convention's bullet. */
  readonly bullet: string;
  /** Offsets at which blocks start that are to stay plain paragraphs, whatever they look like. */
  readonly plain: ReadonlySet<number>;
}

/** The blocks of a document's body, note entries left out. */
export function blocksOf(children: readonly Block[], style: BlockStyle): readonly DocumentBlock[] {
  const body = children.filter(isOfBody);
  const out: DocumentBlock[] = [];
  for (let i = 0; i < body.length; ) {
    const block = body[i];
    if (!block) break;
    const items = itemsFrom(body, i, style);
    const rows = runOf(body, i, (b): b is TableRow => b.kind === 'tableRow', style);
    if (style.plain.has(block.place.start) && block.kind !== 'layout') {
      out.push(plainParagraph(block));
      i++;
    } else if (items.found.length > 0) {
      out.push(listOf(items.found, style));
      i = items.next;
    } else if (rows.found.length > 0) {
      out.push(tableOf(rows.found, style));
      i = rows.next;
    } else {
      out.push(...blockOf(block, style));
      i++;
    }
  }
  return out;
}

function isOfBody(block: Block): block is BodyBlock {
  return block.kind !== 'noteEntry' && block.kind !== 'noteListHead';
}

/** The run of blocks of one kind that starts at `from`; only layout of one line end stands between them. */
function runOf<T extends Block>(
  blocks: readonly BodyBlock[],
  from: number,
  is: (block: BodyBlock) => block is BodyBlock & T,
  style: BlockStyle,
): { readonly found: readonly T[]; readonly next: number } {
  const found: T[] = [];
  let next = from;
  for (let i = from; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) break;
    if (is(block) && !style.plain.has(block.place.start)) {
      found.push(block);
      next = i + 1;
    } else if (found.length === 0 || block.kind !== 'layout' || isBlankLine(block.place)) break;
  }
  return { found, next };
}

function isItem(block: BodyBlock): block is ListItem {
  return block.kind === 'listItem';
}

/** The items of one list: lines right below one another, or each between empty lines, with those that are deeper below it. */
function itemsFrom(
  blocks: readonly BodyBlock[],
  from: number,
  style: BlockStyle,
): { readonly found: readonly ListItem[]; readonly next: number } {
  const first = runOf(blocks, from, isItem, style);
  const found = [...first.found];
  let next = first.next;
  while (isOneItem(first.found)) {
    const gap = blocks[next];
    if (gap?.kind !== 'layout' || isWideGap(gap.place)) break;
    const run = runOf(blocks, next + 1, isItem, style);
    const [one] = run.found;
    if (!one || !(isInside(run.found, found[0]) || (isOneItem(run.found) && isLike(found[0], one)))) break;
    for (const item of run.found) found.push(item);
    next = run.next;
  }
  return { found, next };
}

function isOneItem([first, ...others]: readonly ListItem[]): boolean {
  return first !== undefined && others.every(({ depth }) => depth > first.depth);
}

/** All of them are deeper than the first of a list: they belong to its last item. */
function isInside(items: readonly ListItem[], first: ListItem | undefined): boolean {
  return first !== undefined && items.every(({ depth, continues }) => depth > first.depth && !continues);
}

/** As deep as the first of a list, and both with a label or both with a bullet; its label does not begin the list again. */
function isLike(first: ListItem | undefined, other: ListItem): boolean {
  if (first?.depth !== other.depth || other.continues) return false;
  const [one, label] = [first, other].map((item) => item.label && labelOf(item.label));
  return one === undefined || label === undefined
    ? one === label
    : one !== label && kindOfLabel(one) === kindOfLabel(label);
}

function labelOf(label: readonly Inline[]): string {
  return label
    .map(({ place }) => place.source.text.slice(place.start, place.end))
    .join('')
    .trim();
}

/** More than one empty line. */
function isWideGap(place: Place): boolean {
  return (place.source.text.slice(place.start, place.end).match(/\n|\r(?!\n)/g)?.length ?? 0) > 2;
}

function isBlankLine(place: Place): boolean {
  return /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/.test(place.source.text.slice(place.start, place.end));
}

function blockOf(block: BodyBlock, style: BlockStyle): readonly DocumentBlock[] {
  const { place } = block;
  switch (block.kind) {
    case 'paragraph':
      return [{ kind: 'paragraph', content: contentOf(block.children, style), place }];
    case 'pageBreak':
      return [pageBreakOf(block)];
    case 'quotation':
      return [{ kind: 'quotation', blocks: blocksOf(block.children, style), place }];
    case 'layout':
    case 'listItem':
    case 'tableRow':
      return [];
  }
}

/** All that was typed, layout too, as one paragraph. */
function plainParagraph(block: BodyBlock): DocumentBlock {
  const content = contentOf(inlinesOf(block), { wrapped: false, keepLayout: true });
  return { kind: 'paragraph', content, place: block.place };
}

function inlinesOf(block: BodyBlock): readonly Inline[] {
  switch (block.kind) {
    case 'layout':
    case 'pageBreak':
      return [block];
    case 'paragraph':
      return block.children;
    case 'listItem':
      return [...(block.label ?? []), ...block.children].sort((a, b) => a.place.start - b.place.start);
    case 'tableRow':
      return block.children.flatMap((child) => (child.kind === 'tableCell' ? child.children : [child]));
    case 'quotation':
      return block.children.flatMap((child) => (isOfBody(child) ? inlinesOf(child) : []));
  }
}

function pageBreakOf({ n, standard, place }: Extract<BodyBlock, { kind: 'pageBreak' }>): PageBreakRun {
  const typed = place.source.text.slice(place.start, place.end);
  return { kind: 'pageBreak', n, ...(!standard && { typed }), place };
}

/** Deeper items become the list of the item before them. */
function listOf(items: readonly ListItem[], style: BlockStyle): ListBlock {
  const first = items[0];
  const last = items[items.length - 1];
  if (!first || !last) throw new RangeError('a list has at least one item');
  const grouped = first.continues === true;
  const models: ListItemModel[] = [];
  for (let i = 0; i < items.length; ) {
    const item = items[i];
    if (!item) break;
    let next = i + 1;
    while ((items[next]?.depth ?? 0) > first.depth) next++;
    const nested = items.slice(i + 1, next);
    if (grouped && item.continues && nested.length > 0) {
      models.push(groupOf(item, listOf(nested, style), style));
      i = next;
      continue;
    }
    models.push({
      kind: 'item',
      ...(item.label ? { label: contentOf(item.label, style) } : typedBullet(item, style.bullet)),
      content: contentOf(item.children, style),
      ...(nested.length > 0 && { list: listOf(nested, style) }),
      place: item.place,
    });
    i = next;
  }
  return { kind: 'list', items: models, place: spanPlaces(first.place, last.place) };
}

/** A name over items is the head of their list, which is all that the item holds. */
function groupOf(name: ListItem, list: ListBlock, style: BlockStyle): ListItemModel {
  const place = spanPlaces(name.place, list.place);
  return { kind: 'item', content: [], list: { ...list, head: contentOf(name.children, style), place }, place };
}

/** The bullet, where it is another than the convention's: what is laid out before the text. */
function typedBullet({ children }: ListItem, bullet: string): { readonly bullet?: string } {
  const text = children.findIndex(({ kind }) => kind !== 'layout');
  const lead = children.slice(0, text === -1 ? children.length : text);
  const typed = lead.map(({ place }) => place.source.text.slice(place.start, place.end)).join('');
  return typed.trim() === bullet ? {} : { bullet: typed.trim() };
}

function tableOf(rows: readonly TableRow[], style: BlockStyle): TableBlock {
  const first = rows[0];
  const last = rows[rows.length - 1];
  if (!first || !last) throw new RangeError('a table has at least one row');
  return {
    kind: 'table',
    rows: rows.map((row) => ({
      kind: 'row',
      cells: row.children.flatMap((cell) =>
        cell.kind === 'tableCell' ? [{ content: contentOf(cell.children, style), place: cell.place }] : [],
      ),
      place: row.place,
    })),
    place: spanPlaces(first.place, last.place),
  };
}
