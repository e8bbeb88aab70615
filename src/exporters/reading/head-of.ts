/** A document -> the head that is its title: its own, or that of the one division that holds all; those of lists and figures are none. */
import { attributeValue, type Element, textContent } from '../../xml/index.js';
import { elementsOf, findElement, plainName } from './plain-name.js';

export function headOf(element: Element): Element | undefined {
  const children = elementsOf(element);
  // Above the head of a document that has a number the title of a section may stand.
  const heads = children.filter((child) => plainName(child) === 'head');
  const number = attributeValue(element, 'n');
  const own = heads.find((head) => number !== undefined && textContent(head).trim().startsWith(number)) ?? heads[0];
  if (own) return own;
  const isText = /^(?:text|floatingText)$/.test(plainName(element));
  if (isText && children.some((child) => plainName(child) === 'front' && findElement(child, 'titlePage')))
    return undefined;
  const [only, ...more] = children.filter((child) => (isText ? /^body$/ : /^div\d?$/).test(plainName(child)));
  const mayHold = isText || /^(?:body|div\d?)$/.test(plainName(element));
  return only && mayHold && more.length === 0 ? headOf(only) : undefined;
}
