/** Lists of persons and terms in TEI -> entries by ID: `listPerson`, and the lists that FRUS prints (`persName xml:id`). */
import { attributeValue, descendants, type Element } from '../../xml/index.js';
import { findElement, lineOf, plainName } from './plain-name.js';
import type { ReadEntry } from './volume.js';

export function readPersons(root: Element): readonly ReadEntry[] {
  return readEntries(root, new Set(['person', 'org', 'personGrp']), 'persName');
}

export function readTerms(root: Element): readonly ReadEntry[] {
  return readEntries(root, new Set(), 'term');
}

function readEntries(root: Element, described: ReadonlySet<string>, named: string): readonly ReadEntry[] {
  const entries = new Map<string, ReadEntry>();
  const add = (id: string | undefined, holder: Element, name: string) => {
    if (id === undefined || entries.has(id)) return;
    const rest = lineOf(holder)
      .replace(name, '')
      .replace(/^[\s,;:.]+/, '')
      .trim();
    entries.set(id, { id, name: name.replace(/[\s,;:]+$/, '') || id, description: rest });
  };
  for (const element of descendants(root)) {
    const name = plainName(element);
    if (described.has(name)) {
      const called = findElement(element, 'persName') ?? findElement(element, 'orgName');
      add(attributeValue(element, 'xml:id'), element, called ? lineOf(called) : '');
    } else if (name === 'item') {
      const called = findElement(element, named);
      if (called && attributeValue(called, 'xml:id') !== undefined)
        add(attributeValue(called, 'xml:id'), element, lineOf(called));
    }
  }
  return [...entries.values()];
}
