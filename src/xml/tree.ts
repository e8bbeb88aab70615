/** An XML tree without parent pointers and without mutable fields; every node has the place of what caused it. */
import type { Place } from '../source/index.js';
import type { XmlAttribute, XmlSink } from './events.js';
import { XML_NAMESPACE, type XmlName, xmlName } from './names.js';

export interface Attribute {
  readonly name: XmlName;
  readonly value: string;
  /** Where the value came from, if narrower than the element's place. */
  readonly place?: Place;
}

export interface Element {
  readonly kind: 'element';
  readonly name: XmlName;
  readonly attributes: readonly Attribute[];
  readonly children: readonly XmlNode[];
  readonly place: Place;
}

export interface TextNode {
  readonly kind: 'text';
  readonly text: string;
  readonly place: Place;
}

export interface CommentNode {
  readonly kind: 'comment';
  readonly text: string;
  readonly place: Place;
}

export interface ProcessingInstructionNode {
  readonly kind: 'processingInstruction';
  readonly target: string;
  readonly data: string;
  readonly place: Place;
}

export type XmlNode = Element | TextNode | CommentNode | ProcessingInstructionNode;

/** An XML document: what stands before the root, and the root. */
export interface XmlDocument {
  readonly prolog: readonly (CommentNode | ProcessingInstructionNode)[];
  readonly root: Element;
}

/** An element, or the start tag of one. */
interface WithAttributes {
  readonly attributes: readonly { readonly name: XmlName; readonly value: string }[];
}

/** Value of an attribute by its written local name (`xml:id` for the XML namespace, else no namespace). */
export function attributeValue({ attributes }: WithAttributes, name: string): string | undefined {
  const [namespace, local] = name.startsWith('xml:') ? [XML_NAMESPACE, name.slice(4)] : ['', name];
  return attributes.find((a) => a.name.local === local && a.name.namespace === namespace)?.value;
}

/** An attribute's name from how it is written: `n`, `xml:id`. */
export function attributeName(written: string): XmlName {
  return written.startsWith('xml:') ? xmlName(XML_NAMESPACE, written.slice(4), 'xml') : xmlName('', written);
}

/** The text of an element and all below it. */
export function textContent(node: XmlNode): string {
  if (node.kind === 'text') return node.text;
  return node.kind === 'element' ? node.children.map(textContent).join('') : '';
}

/** All elements of a tree in document order, the given one first. */
export function* descendants(element: Element): Generator<Element> {
  const waiting = [element];
  // Generators within generators would hand each element on as often as it is deep.
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    for (let i = next.children.length - 1; i >= 0; i--) {
      const child = next.children[i];
      if (child?.kind === 'element') waiting.push(child);
    }
  }
}

/** Those of the elements that are inside none of the others. */
export function outermost(elements: readonly Element[]): readonly Element[] {
  const inner = new Set<Element>();
  for (const element of elements) {
    if (inner.has(element)) continue;
    for (const below of descendants(element)) if (below !== element) inner.add(below);
  }
  return elements.filter((element) => !inner.has(element));
}

/** Sends a document's events to `sink`: the second producer of the one stream. */
export function walkTree(document: XmlDocument, sink: XmlSink): void {
  for (const node of document.prolog) walkNode(node, new Map(), sink);
  walkNode(document.root, new Map([['xml', XML_NAMESPACE]]), sink);
}

function walkNode(node: XmlNode, namespaces: ReadonlyMap<string, string>, sink: XmlSink): void {
  const { source, start, end } = node.place;
  switch (node.kind) {
    case 'text':
      sink({ kind: 'text', source, text: node.text, start, end });
      return;
    case 'comment':
      sink({ kind: 'comment', source, text: node.text, start, end });
      return;
    case 'processingInstruction':
      sink({ kind: 'processingInstruction', source, target: node.target, data: node.data, start, end });
      return;
    case 'element': {
      const { name } = node;
      const inner =
        namespaces.get(name.prefix) === name.namespace
          ? namespaces
          : new Map([...namespaces, [name.prefix, name.namespace]]);
      const attributes: XmlAttribute[] = [];
      for (const { name: attribute, value, place } of node.attributes) {
        const at = place?.source === source ? place : node.place;
        attributes.push({ name: attribute, value, start: at.start, end: at.end });
      }
      sink({ kind: 'startTag', source, name, attributes, namespaces: inner, start, end });
      for (const child of node.children) walkNode(child, inner, sink);
      sink({ kind: 'endTag', source, name, start: end, end });
      return;
    }
  }
}
