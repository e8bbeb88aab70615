/** Lists and tables that page breaks tear, and items -> one list, with the page breaks between its items or in them (TEI Guidelines 3.11.3). */
import { spanPlaces } from '../source/index.js';
import { type PageBreakRun, plainText } from './content.js';
import type { DocumentBlock, ListBlock, ListItemModel, ParagraphBlock, TableBlock } from './document.js';
import { kindOfLabel } from './list-label.js';
import { indentOf, type OpenList, openList } from './open-list.js';
import { beginsTorn, endsTorn, isLine, joined, pageBreaksAfter } from './torn.js';

/** The blocks, with items and rows below page breaks in the list or table that they go on from. */
export function withTornLists(blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  const out: DocumentBlock[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at];
    if (!block) break;
    const found =
      block.kind === 'list'
        ? wholeList(blocks, at, block)
        : block.kind === 'table'
          ? wholeTable(blocks, at, block)
          : { block, next: at + 1 };
    out.push(found.block);
    at = found.next;
  }
  return out;
}

function wholeList(blocks: readonly DocumentBlock[], from: number, first: ListBlock) {
  let open: OpenList | undefined;
  let end = first.place;
  let at = from;
  for (let isTorn = false; ; ) {
    const breaks = pageBreaksAfter(blocks, at);
    const next = blocks[at + breaks.length + 1];
    // Behind the rest of a torn item the list goes on without a page break.
    if ((next?.kind !== 'list' && next?.kind !== 'paragraph') || (breaks.length === 0 && !isTorn)) break;
    isTorn = breaks.length > 0 && next.kind === 'paragraph';
    open ??= openList(first);
    if (!(next.kind === 'list' ? takesList(open, breaks, next) : takesRest(open, breaks, next))) break;
    end = next.place;
    at += breaks.length + 1;
  }
  const block = open && at > from ? { ...open.close(), place: spanPlaces(first.place, end) } : first;
  return { block, next: at + 1 };
}

/** The rest of the last item, which stands below page breaks as a paragraph: false where it is none. */
function takesRest(list: OpenList, breaks: readonly PageBreakRun[], next: ParagraphBlock): boolean {
  const last = list.lastItem();
  if (breaks.length === 0 || !last || !beginsTorn(plainText(next.content))) return false;
  const above = plainText(last.content);
  if (!endsTorn(above) || (isLine(above) && indentOf(next.place) === 0)) return false;
  list.changeLastItem(withContent(last, breaks, next));
  return true;
}

/** What goes on below page breaks as items: the first may be the rest of the last item above. False where it is another list. */
function takesList(list: OpenList, breaks: readonly PageBreakRun[], next: ListBlock): boolean {
  const [first, ...others] = next.items;
  if (next.head || first?.kind !== 'item') return false;
  const last = list.lastItem();
  if (last && breaks.length > 0 && isRest(first, last)) {
    list.changeLastItem(withContent(last, breaks, first));
    list.addItems([...(first.list ? first.list.items : []), ...others]);
    return true;
  }
  if (!goesOn(list, first)) return false;
  list.addItems([...breaks, first, ...others]);
  return true;
}

/** A line without bullet or label, behind an item that ends inside of a sentence. */
function isRest(item: ListItemModel, last: ListItemModel): boolean {
  return item.bullet === '' && item.label === undefined && endsTorn(plainText(last.content));
}

function withContent(
  item: ListItemModel,
  breaks: readonly PageBreakRun[],
  rest: ListItemModel | ParagraphBlock,
): ListItemModel {
  const [start = rest.place.start] = rest.content.map(({ place }) => place.start);
  const content = joined({
    above: item.content,
    aboveEnd: item.content.at(-1)?.place.end ?? item.place.end,
    breaks,
    below: rest.content,
    belowStart: start,
  });
  return { ...item, content, place: spanPlaces(item.place, rest.place) };
}

/** Of items that stand as deep, both have a label or none has; the labels do not begin again. */
function goesOn(list: OpenList, first: ListItemModel): boolean {
  const above = list.firstItem();
  if (!above || indentOf(first.place) < indentOf(above.place)) return false;
  const last = list.itemAbove(first);
  if (!last) return true;
  const [one, label] = [last, first].map((item) => item.label && plainText(item.label).trim());
  if (one === undefined || label === undefined) return one === label;
  if (one === label || kindOfLabel(one) !== kindOfLabel(label)) return false;
  const [number, next] = [one, label].map((each) => Number.parseInt(/\d+/.exec(each)?.[0] ?? '', 10));
  if (number !== undefined && next !== undefined && next < number) return false;
  return !/^\(?[aA1iI][.)]/.test(label) || /^\(?[hH][.)]/.test(one);
}

/** Rows of as many cells. */
function wholeTable(blocks: readonly DocumentBlock[], from: number, first: TableBlock) {
  const rows = [...first.rows];
  const columns = columnsOf(first);
  let block = first;
  let at = from;
  for (;;) {
    const breaks = pageBreaksAfter(blocks, at);
    const next = blocks[at + breaks.length + 1];
    if (breaks.length === 0 || next?.kind !== 'table' || columnsOf(next) !== columns) break;
    for (const row of [...breaks, ...next.rows]) rows.push(row);
    block = { ...first, rows, place: spanPlaces(first.place, next.place) };
    at += breaks.length + 1;
  }
  return { block, next: at + 1 };
}

function columnsOf({ rows }: TableBlock): number {
  return rows.reduce((most, row) => (row.kind === 'row' ? Math.max(most, row.cells.length) : most), 0);
}
