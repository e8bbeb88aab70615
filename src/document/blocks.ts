/** Blocks of the syntax tree -> blocks of the document: items become lists, rows tables; nothing is interpreted yet. */
import { type Place, spanPlaces } from '../source/index.js';
import type { Block, ListItem, NoteEntry, TableRow } from '../transcript/index.js';
import type { PageBreakRun } from './content.js';
import { contentOf } from './contents.js';
import type { DocumentBlock, ListBlock, ListItemModel, TableBlock } from './document.js';

type BodyBlock = Exclude<Block, NoteEntry>;

/** The blocks of a document's body, note entries left out. */
export function blocksOf(children: readonly Block[], wrapped: boolean): readonly DocumentBlock[] {
  const body = children.filter((block): block is BodyBlock => block.kind !== 'noteEntry');
  const out: DocumentBlock[] = [];
  for (let i = 0; i < body.length; ) {
    const block = body[i];
    if (!block) break;
    if (block.kind === 'listItem') {
      const items = runOf(body, i, (b): b is ListItem => b.kind === 'listItem');
      out.push(listOf(items.found, wrapped));
      i = items.next;
    } else if (block.kind === 'tableRow') {
      const rows = runOf(body, i, (b): b is TableRow => b.kind === 'tableRow');
      out.push(tableOf(rows.found, wrapped));
      i = rows.next;
    } else {
      out.push(...blockOf(block, wrapped));
      i++;
    }
  }
  return out;
}

/** The run of blocks of one kind that starts at `from`; layout of one line end may stand between them. */
function runOf<T extends Block>(
  blocks: readonly BodyBlock[],
  from: number,
  is: (block: BodyBlock) => block is BodyBlock & T,
): { readonly found: readonly T[]; readonly next: number } {
  const found: T[] = [];
  let next = from;
  for (let i = from; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) break;
    if (is(block)) {
      found.push(block);
      next = i + 1;
    } else if (block.kind !== 'layout' || isBlankLine(block.place)) break;
  }
  return { found, next };
}

function isBlankLine(place: Place): boolean {
  return /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/.test(place.source.text.slice(place.start, place.end));
}

function blockOf(block: Exclude<BodyBlock, ListItem | TableRow>, wrapped: boolean): readonly DocumentBlock[] {
  const { place } = block;
  switch (block.kind) {
    case 'layout':
      return [];
    case 'paragraph':
      return [{ kind: 'paragraph', content: contentOf(block.children, wrapped), place }];
    case 'pageBreak':
      return [pageBreakOf(block)];
    case 'quotation':
      return [{ kind: 'quotation', blocks: blocksOf(block.children, wrapped), place }];
  }
}

function pageBreakOf(block: { readonly n: string; readonly standard: boolean; readonly place: Place }): PageBreakRun {
  const { n, place } = block;
  const typed = place.source.text.slice(place.start, place.end);
  return { kind: 'pageBreak', n, ...(!block.standard && { typed }), place };
}

/** Deeper items become the list of the item before them. */
function listOf(items: readonly ListItem[], wrapped: boolean): ListBlock {
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
      ...(item.label && { label: contentOf(item.label, wrapped) }),
      content: contentOf(item.children, wrapped),
      ...(nested.length > 0 && { list: listOf(nested, wrapped) }),
      place: item.place,
    });
    i = next;
  }
  return { kind: 'list', items: models, place: spanPlaces(first.place, last.place) };
}

function tableOf(rows: readonly TableRow[], wrapped: boolean): TableBlock {
  const first = rows[0];
  const last = rows[rows.length - 1];
  if (!first || !last) throw new RangeError('a table has at least one row');
  return {
    kind: 'table',
    rows: rows.map((row) => ({
      cells: row.children.flatMap((cell) =>
        cell.kind === 'tableCell' ? [{ content: contentOf(cell.children, wrapped), place: cell.place }] : [],
      ),
      place: row.place,
    })),
    place: spanPlaces(first.place, last.place),
  };
}
