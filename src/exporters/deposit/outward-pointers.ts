/** A TEI tree -> the pointers in it that leave its file: to other TEI, to pictures, to whatever else. */
import type { Place, Source } from '../../source/index.js';
import { type Attribute, attributeValue, descendants, type Element, isPointer, valuePlace } from '../../xml/index.js';
import { type Span, spanOf } from '../span.js';

/** An attribute that points somewhere, once for all its words. */
export interface PointingAttribute {
  readonly name: string;
  readonly value: string;
  /** The place of the value between its quotation marks. */
  readonly place: Span;
  /** Whether it is written there: what an entity or a document type brought in is not. */
  readonly isWritten: boolean;
  readonly element: Span;
}

/** Plain data. */
export interface OutwardPointer {
  readonly attribute: PointingAttribute;
  /** The place of the word. */
  readonly place: Span;
  /** As it is written: `persons.xml#p1`. */
  readonly word: string;
  /** `persons.xml`. */
  readonly address: string;
  /** `#p1`, or nothing. */
  readonly fragment: string;
  readonly isPicture: boolean;
  /** Whether it is an address beyond doubt; else it may be a word of the edition's own. */
  readonly isAddress: boolean;
}

const XINCLUDE = 'http://www.w3.org/2001/XInclude';
const PICTURES: ReadonlySet<string> = new Set(['graphic', 'media', 'binaryObject']);
/** Attributes on which a bare word is most often an address. */
const ADDRESSES: ReadonlySet<string> = new Set(['target', 'targetEnd', 'ref', 'corresp', 'source', 'sameAs', 'copyOf']);

/** In the order of the document. What has a scheme of the network, or a private one, is none; `file:` is one. */
export function* outwardPointers(root: Element, source: Source): Generator<OutwardPointer> {
  for (const element of descendants(root)) {
    for (const attribute of element.attributes) {
      if (!mayPoint(element, attribute)) continue;
      let pointing: PointingAttribute | undefined;
      for (const word of attribute.value.split(/\s+/)) {
        if (word === '' || word.startsWith('#')) continue;
        const address = addressIn(element, attribute, word);
        if (!address) continue;
        pointing ??= pointingAttribute(element, attribute, source);
        yield { ...address, word, attribute: pointing, place: spanOf(valuePlace(element, attribute, word)) };
      }
    }
  }
}

function pointingAttribute(element: Element, attribute: Attribute, source: Source): PointingAttribute {
  const { name, value } = attribute;
  const place = valuePlace(element, attribute);
  const isWritten = isWrittenAt(place, source, attribute);
  return { name: name.local, value, place: spanOf(place), isWritten, element: spanOf(element.place) };
}

function isWrittenAt({ source, start, end }: Place, own: Source, { value }: Attribute): boolean {
  if (source !== own) return false;
  const { text } = own;
  const before = text[start - 1];
  if ((before !== '"' && before !== "'") || text[end] !== before) return false;
  const written = text.slice(start, end);
  return written.includes('&') || written.replace(/\s+/g, ' ').trim() === value.replace(/\s+/g, ' ').trim();
}

/** Pictures on the network. */
export function* networkPictures(root: Element, source: Source): Generator<OutwardPointer> {
  for (const element of descendants(root)) {
    for (const attribute of element.attributes) {
      if (!isPictureAttribute(element, attribute)) continue;
      for (const word of attribute.value.split(/\s+/)) {
        if (!/^(?:https?:)?\/\//i.test(word)) continue;
        const place = spanOf(valuePlace(element, attribute, word));
        const pointing = pointingAttribute(element, attribute, source);
        yield { attribute: pointing, place, word, address: word, fragment: '', isPicture: true, isAddress: true };
      }
    }
  }
}

/** The element whose `xml:base` says that addresses are not seen from the file. */
export function elementWithBase(root: Element): Element | undefined {
  for (const element of descendants(root)) if (attributeValue(element, 'xml:base')) return element;
  return undefined;
}

function mayPoint(element: Element, attribute: Attribute): boolean {
  const { local, namespace } = attribute.name;
  if (attribute.value === '' || namespace !== '') return false;
  if (element.name.namespace === XINCLUDE) return local === 'href';
  if (element.name.local === 'prefixDef' && local === 'replacementPattern') return true;
  return isPointer(element.name.local, attribute.name);
}

function isPictureAttribute({ name }: Element, attribute: Attribute): boolean {
  const { local, namespace } = attribute.name;
  return namespace === '' && (local === 'facs' || (local === 'url' && PICTURES.has(name.local)));
}

function addressIn(
  element: Element,
  attribute: Attribute,
  word: string,
): Omit<OutwardPointer, 'attribute' | 'place' | 'word'> | undefined {
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(word) && !/^(?:file:|[A-Za-z]:[\\/])/i.test(word)) return undefined;
  // It says no file, but a server.
  if (word.startsWith('//')) return undefined;
  const hash = word.indexOf('#');
  const [address, fragment] = hash < 0 ? [word, ''] : [word.slice(0, hash), word.slice(hash)];
  // A pattern that makes the name of the file is none that could be looked for.
  if (attribute.name.local === 'replacementPattern' && (/\$\d/.test(address) || hash < 0)) return undefined;
  const isPicture = isPictureAttribute(element, attribute);
  const isAddress = isPicture || hash >= 0 || /[./]/.test(address) || ADDRESSES.has(attribute.name.local);
  return { address, fragment, isPicture, isAddress };
}

/** The IDs of a tree with the names of their elements. */
export function idsIn(root: Element): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const element of descendants(root)) {
    const id = attributeValue(element, 'xml:id');
    if (id !== undefined && !ids.has(id)) ids.set(id, element.name.local);
  }
  return ids;
}
