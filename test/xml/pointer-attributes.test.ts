import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { createSource } from '../../src/source/index.js';
import { type Element, parseXml, xmlName } from '../../src/xml/index.js';
import { isPointer } from '../../src/xml/pointer-attributes.js';

test.each([
  ['ref', 'target', true],
  ['persName', 'ref', true],
  ['span', 'from', true],
  ['date', 'from', false],
  ['p', 'n', false],
  ['handShift', 'new', true],
  ['shift', 'new', false],
] as const)('%s/@%s: %s', (element, attribute, expected) => {
  expect(isPointer(element, xmlName('', attribute))).toBe(expected);
});

const SCHEMA = '../shared/schemas/tei_all.rng';
const RNG = 'http://relaxng.org/ns/structure/1.0';

/** Every element of the schema with its attributes, and whether each is an address. */
function attributesOf(root: Element): readonly (readonly [element: string, attribute: string, isAddress: boolean])[] {
  const elementsIn = (element: Element): readonly Element[] =>
    element.children.flatMap((child) => (child.kind === 'element' && child.name.namespace === RNG ? [child] : []));
  const nameOf = (element: Element) => element.attributes.find(({ name }) => name.local === 'name')?.value ?? '';
  const definitions = new Map<string, Element[]>();
  const elements: Element[] = [];
  const collect = (element: Element): void => {
    const { local } = element.name;
    if (local === 'define') definitions.set(nameOf(element), [...(definitions.get(nameOf(element)) ?? []), element]);
    if (local === 'element' && nameOf(element) !== '') elements.push(element);
    for (const child of elementsIn(element)) collect(child);
  };
  collect(root);
  const isAddress = (element: Element): boolean =>
    (element.name.local === 'data' && element.attributes.some(({ value }) => value === 'anyURI')) ||
    elementsIn(element).some(isAddress);
  const found: (readonly [string, string, boolean])[] = [];
  for (const element of elements) {
    const seen = new Set<string>();
    const visit = (node: Element): void => {
      for (const child of elementsIn(node)) {
        const { local } = child.name;
        if (local === 'attribute') found.push([nameOf(element), nameOf(child), isAddress(child)]);
        else if (local === 'ref' && !seen.has(nameOf(child))) {
          seen.add(nameOf(child));
          if (nameOf(child).startsWith('att.'))
            for (const definition of definitions.get(nameOf(child)) ?? []) visit(definition);
        } else if (local !== 'element' && local !== 'ref') visit(child);
      }
    };
    visit(element);
  }
  return found;
}

const testSchema = existsSync(SCHEMA) ? test : test.skip;
testSchema('the table says what TEI All says', () => {
  const document = parseXml(createSource(SCHEMA, readFileSync(SCHEMA, 'utf8')), () => {});
  const attributes = document ? attributesOf(document.root) : [];
  expect(attributes.length).toBeGreaterThan(10_000);
  const differing = attributes
    .filter(([, attribute]) => !attribute.includes(':'))
    .filter(([element, attribute, isAddress]) => isPointer(element, xmlName('', attribute)) !== isAddress)
    .map(([element, attribute]) => `${element}/@${attribute}`);
  expect([...new Set(differing)]).toEqual([]);
});
