/** The name of an element as tables have it, and its text as people read it. */
import {
  attributeValue,
  descendants,
  type Element,
  FRUS_NAMESPACE,
  TEI_NAMESPACE,
  type XmlNode,
} from '../../xml/index.js';
import { MATHML, mathText } from './math-text.js';

/** Older volumes of FRUS declare this one. */
const OLD_FRUS = 'http://history.state.gov/ns/1.0';

/** Examples of markup in documentation. */
const EXAMPLES = 'http://www.tei-c.org/ns/Examples';

/** The local name of an element of TEI, or of no namespace; `frus:` before one of FRUS, `eg:` in examples, `mml:` in formulas; else in Clark's notation. */
export function plainName({ name: { namespace, local } }: Element): string {
  if (namespace === TEI_NAMESPACE || namespace === '') return local;
  if (namespace === EXAMPLES) return `eg:${local}`;
  if (namespace === MATHML) return `mml:${local}`;
  return namespace === FRUS_NAMESPACE || namespace === OLD_FRUS ? `frus:${local}` : `{${namespace}}${local}`;
}

export function elementsOf({ children }: Element): readonly Element[] {
  return children.filter((child): child is Element => child.kind === 'element');
}

/** The first element of a name below another, or itself. */
export function findElement(element: Element, name: string): Element | undefined {
  for (const each of descendants(element)) if (plainName(each) === name) return each;
  return undefined;
}

export function findAll(element: Element, name: string): readonly Element[] {
  const found: Element[] = [];
  for (const each of descendants(element)) if (plainName(each) === name) found.push(each);
  return found;
}

/** Text on one line, without notes. */
export function lineOf(node: XmlNode): string {
  return rawText(node).replace(/\s+/g, ' ').trim();
}

function rawText(node: XmlNode): string {
  if (node.kind === 'text') return node.text;
  if (node.kind !== 'element' || plainName(node) === 'note') return '';
  if (plainName(node) === 'lb') return attributeValue(node, 'break') === 'no' ? '' : ' ';
  if (plainName(node) === 'mml:math') return mathText(node);
  return node.children.map(rawText).join('');
}

/** What a pointer names: `#p_RD3` and `persons.xml#p_RD3` -> `p_RD3`; an address of the network stays as it is. */
export function pointed(element: Element, ...attributes: readonly string[]): string | undefined {
  for (const name of attributes) {
    const value = attributeValue(element, name)?.trim().split(/\s+/)[0];
    if (value) return /^[a-z][a-z0-9+.-]*:/i.test(value) ? value : value.slice(value.indexOf('#') + 1);
  }
  return undefined;
}
