/** A list that grows, item by item, each as deep as it is indented -> the list block: what is there already is not copied anew for each. */
import { type Place, spanPlaces } from '../source/index.js';
import type { PageBreakRun } from './content.js';
import type { ListBlock, ListItemModel } from './document.js';

type Item = ListItemModel | PageBreakRun;

/** A list while items are added to it. */
export interface OpenList {
  firstItem(): ListItemModel | undefined;
  /** The deepest item at the end: what stands last in it. */
  lastItem(): ListItemModel | undefined;
  /** Puts another in the place of `lastItem`. */
  changeLastItem(item: ListItemModel): void;
  /** The item that another one would stand behind, by its indentation. */
  itemAbove(item: ListItemModel): ListItemModel | undefined;
  /** Adds items, each as deep as it is indented; page breaks stand before the item that follows. */
  addItems(more: readonly Item[]): void;
  /** The list with all that was added to it. */
  close(): ListBlock;
}

/** In: a list. Out: the same, open. */
export function openList(list: ListBlock): OpenList {
  const open = grow(list);
  return {
    firstItem: () => open.items.find((item) => item.kind === 'item'),
    lastItem: () => lastItem(open),
    changeLastItem: (item) => changeLastItem(open, item),
    itemAbove: (item) => itemAbove(open, item),
    addItems: (more) => addItems(open, more),
    close: () => closeList(open),
  };
}

interface Growing {
  readonly list: ListBlock;
  readonly items: Item[];
  place: Place;
  /** Index of the last item; page breaks may stand behind it. */
  last: number;
  /** The list in the last item. */
  inner: Growing | undefined;
  /** Items were added, here or further in. */
  hasGrown: boolean;
}

function grow(list: ListBlock): Growing {
  const items = [...list.items];
  const last = items.findLastIndex(({ kind }) => kind === 'item');
  const item = items[last];
  const inner = item?.kind === 'item' && item.list ? grow(item.list) : undefined;
  return { list, items, place: list.place, last, inner, hasGrown: false };
}

function closeList(open: Growing): ListBlock {
  closeInner(open);
  return { ...open.list, items: open.items, place: open.place };
}

function closeInner(open: Growing): void {
  const { items, last, inner } = open;
  const parent = items[last];
  if (!inner || parent?.kind !== 'item') return;
  const place = inner.hasGrown ? spanPlaces(parent.place, inner.place) : parent.place;
  items[last] = { ...parent, list: closeList(inner), place };
}

function lastItem({ items, inner }: Growing): ListItemModel | undefined {
  const last = items.at(-1);
  if (last?.kind !== 'item') return undefined;
  return inner ? lastItem(inner) : last;
}

function changeLastItem({ items, inner }: Growing, item: ListItemModel): void {
  if (inner) changeLastItem(inner, item);
  else items[items.length - 1] = item;
}

function itemAbove({ items, last, inner }: Growing, item: ListItemModel): ListItemModel | undefined {
  const above = items[last];
  if (above?.kind !== 'item') return undefined;
  if (indentOf(item.place) <= indentOf(above.place)) return above;
  return inner && itemAbove(inner, item);
}

function addItems(open: Growing, more: readonly Item[]): void {
  let waiting: PageBreakRun[] = [];
  for (const item of more) {
    if (item.kind === 'pageBreak') waiting.push(item);
    else {
      addItem(open, [...waiting, item], item);
      waiting = [];
    }
  }
  for (const item of waiting) open.items.push(item);
}

function addItem(open: Growing, added: readonly Item[], item: ListItemModel): void {
  const parent = open.items[open.last];
  if (parent?.kind !== 'item' || indentOf(item.place) <= indentOf(parent.place)) {
    closeInner(open);
    for (const each of added) open.items.push(each);
    open.last = open.items.length - 1;
    open.inner = item.list && grow(item.list);
  } else if (open.inner) addItem(open.inner, added, item);
  else open.inner = { ...grow({ kind: 'list', items: added, place: item.place }), hasGrown: true };
  open.place = spanPlaces(open.place, item.place);
  open.hasGrown = true;
}

/** How far the line of an item or paragraph is indented; a tabulator counts as much as four spaces. */
export function indentOf({ source, start }: Place): number {
  let from = start;
  while (/[ \t]/.test(source.text.charAt(from - 1))) from--;
  const lead = /^[ \t]*/.exec(source.text.slice(from, Math.min(start + 60, source.text.length)))?.[0] ?? '';
  return lead.replace(/\t/g, '    ').length;
}
