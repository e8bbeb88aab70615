/** What is shown in a file -> bookmarks for what links in it lead to, and for the pages of the print (ECMA-376, part 1, 17.13.6). */
import { attributeValue, type Element } from '../../xml/index.js';
import type { TeiFile } from '../exporter.js';
import type { Presented, PresentedElement } from '../present.js';
import type { Link, Writing } from './pieces.js';

/** In: all that the file shows. */
export function bookmarksIn(
  shown: readonly PresentedElement[],
  file: TeiFile | undefined,
): Pick<Writing, 'bookmarkOf' | 'pageBookmark' | 'linkTo'> {
  const named = bookmarkNamer();
  const ids = new Set<string>();
  const wanted = new Set<string>();
  const visit = (node: Presented) => {
    if (node.kind === 'text') return;
    const id = attributeValue(node.element, 'xml:id');
    if (id !== undefined) ids.add(id);
    const to =
      node.behaviour === 'link' ? inFile(attributeValue(node.element, 'target')?.trim() ?? '', file) : undefined;
    if (to !== undefined) wanted.add(to);
    for (const child of node.children) visit(child);
  };
  for (const each of shown) visit(each);
  const names = new Map([...wanted].filter((id) => ids.has(id)).map((id) => [id, named(id)] as const));
  const given = new Set<string>();
  return {
    bookmarkOf: (element: Element) => {
      const id = attributeValue(element, 'xml:id');
      const name = id === undefined ? undefined : names.get(id);
      if (name === undefined || given.has(name)) return undefined;
      given.add(name);
      return name;
    },
    pageBookmark: (number) => named(`page_${number}`),
    linkTo: (target): Link | undefined => {
      const id = inFile(target, file);
      const bookmark = id === undefined ? undefined : names.get(id);
      if (bookmark !== undefined) return { kind: 'in', bookmark };
      const href = outside(target);
      return href === undefined ? undefined : { kind: 'out', href };
    },
  };
}

/** The ID in `#d3`, or in `volume#d3` where that is this file. */
function inFile(target: string, file: TeiFile | undefined): string | undefined {
  const [, path = '', id] = /^([^#\s]*)#(\S+)$/.exec(target) ?? [];
  if (id === undefined) return undefined;
  const base = path.replace(/^.*\//, '').replace(/\.xml$/, '');
  const own = [file?.name.replace(/^.*\//, ''), file && attributeValue(file.tei.root, 'xml:id')];
  return path === '' || own.includes(base) ? id : undefined;
}

/** An address of the network as Word takes it: one that cannot be read as such would make it refuse the file. */
function outside(target: string): string | undefined {
  if (!/^(?:https?:\/\/|mailto:)\S+$/i.test(target) || !URL.canParse(target)) return undefined;
  const { href } = new URL(target);
  return href.length > 2000 ? undefined : href;
}

/** A letter, then letters, digits and `_`, at most 40, whatever the case of its letters. */
function bookmarkNamer(): (name: string) => string {
  const taken = new Set<string>();
  const last = new Map<string, number>();
  return (name) => {
    const plain = name
      .replace(/[^A-Za-z0-9]+/g, '_')
      .replace(/^(?![A-Za-z])/, 'id_')
      .replace(/_+$/, '')
      .slice(0, 32);
    const key = plain.toLowerCase();
    let unique = plain;
    let count = last.get(key) ?? 1;
    while (taken.has(unique.toLowerCase())) unique = `${plain}_${++count}`;
    last.set(key, count);
    taken.add(unique.toLowerCase());
    return unique;
  };
}
