/** Elements of a schema: which they are, and what their attributes say. */
import type { Place } from '../source/index.js';
import { attributeValue, type Element } from '../xml/index.js';
import { type Query, SCHEMATRON_15_NAMESPACE, SCHEMATRON_NAMESPACE } from './sch-schema.js';

/** The local name of an element of Schematron; undefined for any other. */
export function schName({ name }: Element): string | undefined {
  return name.namespace === SCHEMATRON_NAMESPACE || name.namespace === SCHEMATRON_15_NAMESPACE ? name.local : undefined;
}

export function isSch(element: Element, ...names: readonly string[]): boolean {
  const name = schName(element);
  return name !== undefined && names.includes(name);
}

export function elementsIn({ children }: Element): readonly Element[] {
  return children.flatMap((child) => (child.kind === 'element' ? [child] : []));
}

export function schElements(element: Element, ...names: readonly string[]): readonly Element[] {
  return elementsIn(element).filter((child) => isSch(child, ...names));
}

/** Where the start tag begins. */
export function startOf({ place }: Element): Place {
  const { source, start } = place;
  return { source, start, end: start };
}

/** An attribute's value as XPath. */
export function queryOf(element: Element, name: string): Query | undefined {
  const attribute = element.attributes.find((each) => each.name.local === name && each.name.namespace === '');
  return attribute && { text: attribute.value, place: attribute.place ?? startOf(element) };
}

/** The words of an attribute. */
export function wordsOf(element: Element, name: string): readonly string[] {
  return (attributeValue(element, name) ?? '').split(/\s+/).filter((word) => word !== '');
}
