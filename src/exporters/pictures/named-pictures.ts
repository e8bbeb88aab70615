/** A TEI tree -> the pictures that it names, each address once: of `graphic` and `media`, and those that `@facs` points to. */
import { attributeValue, descendants, type Element } from '../../xml/index.js';
import type { TeiFile } from '../exporter.js';
import { plainName } from '../reading/plain-name.js';
import { remembered } from '../remembered.js';
import { type Span, spanOf } from '../span.js';

/** With the place of the element that names it first. */
export interface NamedPicture extends Span {
  /** As it is written, or as the surface has it that is pointed to. */
  readonly address: string;
}

/** Those of a file, in the order of its text; those of the network too. */
export const namedPictures = remembered(({ tei: { root } }: TeiFile): readonly NamedPicture[] => {
  const found = new Map<string, NamedPicture>();
  for (const element of descendants(root)) {
    const address = addressOf(element, root);
    if (address === undefined || found.has(address)) continue;
    found.set(address, { address, ...spanOf(element.place) });
  }
  return [...found.values()];
});

/** The address of the picture that an element names. */
export function addressOf(element: Element, root: Element): string | undefined {
  if (element.attributes.length === 0) return undefined;
  const written = (attributeValue(element, 'url') ?? attributeValue(element, 'facs'))?.trim().split(/\s+/)[0];
  if (!written?.startsWith('#')) return written || undefined;
  const known = images.get(root) ?? imagesById(root);
  images.set(root, known);
  return known.get(written.slice(1));
}

/** Of the network, or of a scheme that names no file; `file:` is asked for, and refused. */
export function isElsewhere(address: string): boolean {
  return /^(?!file:)(?![a-z]:[\\/])[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith('//');
}

const images = new WeakMap<Element, ReadonlyMap<string, string>>();

/** `surface`, `zone` and `graphic` by their IDs: the image of the surface. */
function imagesById(root: Element): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const surface of descendants(root)) {
    if (plainName(surface) !== 'surface') continue;
    const inside = [...descendants(surface)];
    const graphic = inside.find((each) => plainName(each) === 'graphic');
    const url = attributeValue(surface, 'facs') ?? (graphic && attributeValue(graphic, 'url'));
    if (url === undefined) continue;
    for (const each of inside) {
      const id = attributeValue(each, 'xml:id');
      const own = plainName(each) === 'graphic' ? attributeValue(each, 'url') : undefined;
      if (id !== undefined) found.set(id, own ?? url);
    }
  }
  return found;
}
