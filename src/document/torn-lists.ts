/** Lists and tables that page breaks tear, and items -> one list, with the page breaks between its items or in them (TEI Guidelines 3.11.3). */
import { type Place, spanPlaces } from '../source/index.js';
import { type PageBreakRun, plainText } from './content.js';
import type { DocumentBlock, ListBlock, ListItemModel, ParagraphBlock, TableBlock } from './document.js';
import { kindOfLabel } from './list-label.js';
import { beginsTorn, endsTorn, isLine, joined, pageBreaksAfter } from './torn.js';

type Item = ListItemModel | PageBreakRun;

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
  let block = first;
  let at = from;
  for (let isOpen = false; ; ) {
    const breaks = pageBreaksAfter(blocks, at);
    const next = blocks[at + breaks.length + 1];
    // Behind the rest of a torn item the list goes on without a page break.
    if (!next || (breaks.length === 0 && !isOpen)) break;
    isOpen = breaks.length > 0 && next.kind === 'paragraph';
    const whole = next.kind === 'list' ? withList(block, breaks, next) : withRest(block, breaks, next);
    if (!whole) break;
    block = { ...whole, place: spanPlaces(first.place, next.place) };
    at += breaks.length + 1;
  }
  return { block, next: at + 1 };
}

/** The rest of the last item, which stands below page breaks as a paragraph. */
function withRest(list: ListBlock, breaks: readonly PageBreakRun[], next: DocumentBlock): ListBlock | undefined {
  const last = lastItem(list);
  if (next.kind !== 'paragraph' || breaks.length === 0 || !last || !beginsTorn(plainText(next.content)))
    return undefined;
  const above = plainText(last.content);
  if (!endsTorn(above) || (isLine(above) && indentOf(next.place) === 0)) return undefined;
  return withLastItem(list, (item) => withContent(item, breaks, next));
}

/** What goes on below page breaks as items: the first may be the rest of the last item above. */
function withList(list: ListBlock, breaks: readonly PageBreakRun[], next: ListBlock): ListBlock | undefined {
  const [first, ...others] = next.items;
  if (next.head || first?.kind !== 'item') return undefined;
  const last = lastItem(list);
  if (last && breaks.length > 0 && isRest(first, last)) {
    const inner = first.list ? first.list.items : [];
    return withItems(
      withLastItem(list, (item) => withContent(item, breaks, first)),
      [...inner, ...others],
    );
  }
  return goesOn(list, first) ? withItems(list, [...breaks, first, ...others]) : undefined;
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
function goesOn(list: ListBlock, first: ListItemModel): boolean {
  const [above] = list.items.filter((item) => item.kind === 'item');
  if (!above || indentOf(first.place) < indentOf(above.place)) return false;
  const siblings = siblingsOf(list, first);
  const last = siblings.at(-1);
  if (!last) return true;
  const [one, label] = [last, first].map((item) => item.label && plainText(item.label).trim());
  if (one === undefined || label === undefined) return one === label;
  if (one === label || kindOfLabel(one) !== kindOfLabel(label)) return false;
  const [number, next] = [one, label].map((each) => Number.parseInt(/\d+/.exec(each)?.[0] ?? '', 10));
  if (number !== undefined && next !== undefined && next < number) return false;
  return !/^\(?[aA1iI][.)]/.test(label) || /^\(?[hH][.)]/.test(one);
}

/** The items at the end of a list among which an item stands by its indentation. */
function siblingsOf(list: ListBlock, item: ListItemModel): readonly ListItemModel[] {
  const items = list.items.filter((each) => each.kind === 'item');
  const last = items.at(-1);
  if (!last || indentOf(item.place) <= indentOf(last.place)) return items;
  return last.list ? siblingsOf(last.list, item) : [];
}

/** The list with more items, each as deep as it is indented; page breaks stand before the item that follows. */
function withItems(list: ListBlock, more: readonly Item[]): ListBlock {
  let whole = list;
  let waiting: PageBreakRun[] = [];
  for (const item of more) {
    if (item.kind === 'pageBreak') waiting.push(item);
    else {
      whole = withItem(whole, [...waiting, item], item);
      waiting = [];
    }
  }
  return waiting.length === 0 ? whole : { ...whole, items: [...whole.items, ...waiting] };
}

function withItem(list: ListBlock, added: readonly Item[], item: ListItemModel): ListBlock {
  const last = list.items.findLastIndex(({ kind }) => kind === 'item');
  const parent = list.items[last];
  if (parent?.kind !== 'item' || indentOf(item.place) <= indentOf(parent.place)) {
    return { ...list, items: [...list.items, ...added], place: spanPlaces(list.place, item.place) };
  }
  const inner: ListBlock = parent.list
    ? withItem(parent.list, added, item)
    : { kind: 'list', items: added, place: item.place };
  const grown = { ...parent, list: inner, place: spanPlaces(parent.place, item.place) };
  return { ...list, items: list.items.with(last, grown), place: spanPlaces(list.place, item.place) };
}

/** The deepest item at the end of a list: what stands last in it. */
function lastItem(list: ListBlock): ListItemModel | undefined {
  const last = list.items.at(-1);
  if (last?.kind !== 'item') return undefined;
  return last.list ? lastItem(last.list) : last;
}

function withLastItem(list: ListBlock, change: (item: ListItemModel) => ListItemModel): ListBlock {
  const last = list.items.at(-1);
  if (last?.kind !== 'item') return list;
  const changed = last.list ? { ...last, list: withLastItem(last.list, change) } : change(last);
  return { ...list, items: list.items.with(-1, changed) };
}

/** How far the line of an item or paragraph is indented; a tabulator counts as much as four spaces. */
function indentOf({ source, start }: Place): number {
  let from = start;
  while (/[ \t]/.test(source.text.charAt(from - 1))) from--;
  const lead = /^[ \t]*/.exec(source.text.slice(from, Math.min(start + 60, source.text.length)))?.[0] ?? '';
  return lead.replace(/\t/g, '    ').length;
}

/** Rows of as many cells. */
function wholeTable(blocks: readonly DocumentBlock[], from: number, first: TableBlock) {
  const rows = [...first.rows];
  let block = first;
  let at = from;
  for (;;) {
    const breaks = pageBreaksAfter(blocks, at);
    const next = blocks[at + breaks.length + 1];
    if (breaks.length === 0 || next?.kind !== 'table' || columnsOf(next) !== columnsOf(first)) break;
    rows.push(...breaks, ...next.rows);
    block = { ...first, rows, place: spanPlaces(first.place, next.place) };
    at += breaks.length + 1;
  }
  return { block, next: at + 1 };
}

function columnsOf({ rows }: TableBlock): number {
  return Math.max(0, ...rows.map((row) => (row.kind === 'row' ? row.cells.length : 0)));
}
