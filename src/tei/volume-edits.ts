/** A document's division -> the same as part of a volume: identifiers that are not taken, page breaks that are not repeated. */
import { type Attribute, attributeValue, descendants, type Element, type XmlNode } from '../xml/index.js';
import { instruction } from './build.js';
import type { Ids } from './ids.js';

const POINTERS: ReadonlySet<string> = new Set(['target', 'corresp', 'who', 'ref', 'key', 'ana']);

/** In: an element, and the identifiers that the volume has. Out: the element; what in it points to an identifier that is changed is changed, too. */
export function uniqueIds(element: Element, ids: Ids): Element {
  const changed = new Map<string, string>();
  for (const each of descendants(element)) {
    const id = attributeValue(each, 'xml:id');
    if (id === undefined) continue;
    const unique = ids.take(id);
    if (unique !== id) changed.set(id, unique);
  }
  return changed.size === 0 ? element : rename(element, changed);
}

function rename(element: Element, changed: ReadonlyMap<string, string>): Element {
  const attributes = element.attributes.map((attribute): Attribute => {
    const { name, value } = attribute;
    if (name.prefix === 'xml' && name.local === 'id') return { ...attribute, value: changed.get(value) ?? value };
    if (!POINTERS.has(name.local) || !value.includes('#')) return attribute;
    return {
      ...attribute,
      value: value.replace(/(^|\s)#(\S+)/g, (_, space: string, id: string) => `${space}#${changed.get(id) ?? id}`),
    };
  });
  return {
    ...element,
    attributes,
    children: element.children.map((child) => (child.kind === 'element' ? rename(child, changed) : child)),
  };
}

/**
 * The last page of a document is often the first of the next, and both transcriptions say so: before its text. The page break
 * stands once; that it was typed again is noted in an instruction, so that the transcription can be rebuilt. Further on in the
 * text, and in papers that count their own pages, the same number is another page break.
 */
export function withoutRepeatedPages(division: Element, pages: { last: string }): Element {
  const before = pages.last;
  let hasText = false;
  const edit = (element: Element): Element => {
    const children = element.children.map((child): XmlNode => {
      if (child.kind === 'text') hasText ||= child.text.trim() !== '';
      if (child.kind !== 'element') return child;
      if (child.name.local !== 'pb') return edit(child);
      const n = attributeValue(child, 'n') ?? '';
      pages.last = n;
      return !hasText && n === before ? instruction({ page: n }, child.place) : child;
    });
    return { ...element, children };
  };
  return edit(division);
}
