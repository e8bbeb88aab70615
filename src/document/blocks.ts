/** Blocks of the syntax tree -> blocks of the document: items become lists, rows tables; nothing is interpreted yet. */
import { type Place, spanPlaces } from '../source/index.js';
import type { Block, ListItem, NoteEntry, Quotation, TableRow } from '../transcript/index.js';
import type { PageBreakRun } from './content.js';
import { contentOf } from './contents.js';
import type { DocumentBlock, ListBlock, ListItemModel, TableBlock } from './document.js';

type BodyBlock = Exclude<Block, NoteEntry>;

/** What blocks need to know of the whole: whether line ends mean anything, and the convention's bullet. */
export interface BlockStyle {
  readonly wrapped: boolean;
  readonly bullet: string;
}

/** The blocks of a document's body, note entries left out. */
export function blocksOf(children: readonly Block[], style: BlockStyle): readonly DocumentBlock[] {
  const body = children.filter((block): block is BodyBlock => block.kind !== 'noteEntry');
  const out: DocumentBlock[] = [];
  for (let i = 0; i < body.length; ) {
    const block = body[i];
    if (!block) break;
    if (block.kind === 'listItem') {
      const items = runOf(body, i, (b): b is ListItem => b.kind === 'listItem');
      out.push(listOf(items.found, style));
      i = items.next;
    } else if (block.kind === 'tableRow') {
      const rows = runOf(body, i, (b): b is TableRow => b.kind === 'tableRow');
      out.push(tableOf(rows.found, style));
      i = rows.next;
    } else if (block.kind === 'quotation') {
      const quotations = runOf(body, i, (b): b is Quotation => b.kind === 'quotation', true);
      out.push(quotationOf(quotations.found, style));
      i = quotations.next;
    } else {
      out.push(...blockOf(block, style));
      i++;
    }
  }
  return out;
}

/** Paragraphs that are quoted one after another are one quotation. */
function quotationOf(parts: readonly Quotation[], style: BlockStyle): DocumentBlock {
  const [first] = parts;
  const last = parts[parts.length - 1];
  if (!first || !last) throw new RangeError('a quotation has at least one part');
  const blocks = parts.flatMap(({ children }) => blocksOf(children, style));
  return { kind: 'quotation', blocks, place: spanPlaces(first.place, last.place) };
}

/** The run of blocks of one kind that starts at `from`; only layout stands between them, of one line end unless `loose`. */
function runOf<T extends Block>(
  blocks: readonly BodyBlock[],
  from: number,
  is: (block: BodyBlock) => block is BodyBlock & T,
  loose = false,
): { readonly found: readonly T[]; readonly next: number } {
  const found: T[] = [];
  let next = from;
  for (let i = from; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) break;
    if (is(block)) {
      found.push(block);
      next = i + 1;
    } else if (block.kind !== 'layout' || (!loose && isBlankLine(block.place))) break;
  }
  return { found, next };
}

function isBlankLine(place: Place): boolean {
  return /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/.test(place.source.text.slice(place.start, place.end));
}

function blockOf(
  block: Exclude<BodyBlock, ListItem | TableRow | Quotation>,
  style: BlockStyle,
): readonly DocumentBlock[] {
  const { place } = block;
  switch (block.kind) {
    case 'layout':
      return [];
    case 'paragraph':
      return [{ kind: 'paragraph', content: contentOf(block.children, style.wrapped), place }];
    case 'pageBreak':
      return [pageBreakOf(block)];
  }
}

function pageBreakOf(block: { readonly n: string; readonly standard: boolean; readonly place: Place }): PageBreakRun {
  const { n, place } = block;
  const typed = place.source.text.slice(place.start, place.end);
  return { kind: 'pageBreak', n, ...(!block.standard && { typed }), place };
}

/** Deeper items become the list of the item before them. */
function listOf(items: readonly ListItem[], style: BlockStyle): ListBlock {
  const first = items[0];
  const last = items[items.length - 1];
  if (!first || !last) throw new RangeError('a list has at least one item');
  const models: ListItemModel[] = [];
  for (let i = 0; i < items.length; ) {
    const item = items[i];
    if (!item) break;
    let next = i + 1;
    while ((items[next]?.depth ?? 0) > first.depth) next++;
    const nested = items.slice(i + 1, next);
    models.push({
      kind: 'item',
      ...(item.label ? { label: contentOf(item.label, style.wrapped) } : typedBullet(item, style.bullet)),
      content: contentOf(item.children, style.wrapped),
      ...(nested.length > 0 && { list: listOf(nested, style) }),
      place: item.place,
    });
    i = next;
  }
  return { kind: 'list', items: models, place: spanPlaces(first.place, last.place) };
}

/** The bullet, where it is another than the convention's: what is laid out before the text. */
function typedBullet({ children }: ListItem, bullet: string): { readonly bullet?: string } {
  const text = children.findIndex(({ kind }) => kind !== 'layout');
  const lead = children.slice(0, text === -1 ? children.length : text);
  const typed = lead
    .map(({ place }) => place.source.text.slice(place.start, place.end))
    .join('')
    .trim();
  return typed === bullet ? {} : { bullet: typed };
}

function tableOf(rows: readonly TableRow[], style: BlockStyle): TableBlock {
  const first = rows[0];
  const last = rows[rows.length - 1];
  if (!first || !last) throw new RangeError('a table has at least one row');
  return {
    kind: 'table',
    rows: rows.map((row) => ({
      cells: row.children.flatMap((cell) =>
        cell.kind === 'tableCell' ? [{ content: contentOf(cell.children, style.wrapped), place: cell.place }] : [],
      ),
      place: row.place,
    })),
    place: spanPlaces(first.place, last.place),
  };
}
