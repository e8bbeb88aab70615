/** Records that are made of data -> XML text: elements with small texts, one a line. */
import { createSource, placeAt } from '../source/index.js';
import { buildXml } from '../xml/build-xml.js';
import { attributeName, type Element, isXmlCharacter, type XmlNode, xmlName } from '../xml/index.js';

const NOWHERE = placeAt(createSource('', ''), 0);

/** What stands in a made element: nothing where it is undefined. */
export type Made = Element | string | undefined;

export type MakeElement = (
  name: string,
  attributes?: Readonly<Record<string, string | undefined>>,
  children?: readonly Made[] | string,
) => Element;

/** A maker for one namespace; `prefix` is written before the names, without one it is the default namespace. */
export function elementMaker(namespace: string, prefix = ''): MakeElement {
  return (name, attributes = {}, children = []) => ({
    kind: 'element',
    name: xmlName(namespace, name, prefix),
    attributes: Object.entries(attributes).flatMap(([key, value]) =>
      value === undefined ? [] : [{ name: attributeName(key), value: legal(value) }],
    ),
    children: (typeof children === 'string' ? [children] : children).flatMap((child) => nodesOf(child)),
    place: NOWHERE,
  });
}

function nodesOf(child: Made): readonly XmlNode[] {
  if (child === undefined || child === '') return [];
  return typeof child === 'string' ? [{ kind: 'text', text: legal(child), place: NOWHERE }] : [child];
}

/** U+FFFD for what XML 1.0 cannot hold. */
function legal(text: string): string {
  return Array.from(text, (c) => (isXmlCharacter(c.codePointAt(0) ?? 0) ? c : '\ufffd')).join('');
}

/** UTF-8 text with a declaration; elements that hold no text are laid out, two spaces a level. */
export function writeXml(root: Element): string {
  return buildXml({ prolog: [], root: laidOut(root, '\n') });
}

function laidOut(element: Element, indent: string): Element {
  if (element.children.length === 0 || element.children.some(({ kind }) => kind === 'text')) return element;
  const inner = `${indent}  `;
  const white = (text: string): XmlNode => ({ kind: 'text', text, place: NOWHERE });
  const children = element.children.flatMap((child) => [
    white(inner),
    child.kind === 'element' ? laidOut(child, inner) : child,
  ]);
  return { ...element, children: [...children, white(indent)] };
}
