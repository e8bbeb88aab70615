import { createSource, placeAt } from '../../src/source/index.js';
import {
  type Attribute,
  attributeName,
  type Element,
  isXmlCharacter,
  parseXml,
  TEI_NAMESPACE,
  type XmlDocument,
  type XmlName,
  type XmlNode,
  xmlName,
} from '../../src/xml/index.js';
import { fc } from '../fast-check.js';

/** A place for nodes whose place does not matter. */
export const NOWHERE = placeAt(createSource('made.txt', ''), 0);

/** XML text as a tree; an ill-formed one is a mistake of the test. */
export function treeOf(text: string): XmlDocument {
  const said: string[] = [];
  const document = parseXml(createSource('a.xml', text), (d) => said.push(d.message));
  if (!document) throw new Error(`${said.join()}: ${text}`);
  return document;
}

/** A node without places, adjacent text as one: what two trees must agree in. */
export type Bare =
  | string
  | { readonly name: string; readonly attributes: readonly string[]; readonly children: readonly Bare[] }
  | { readonly comment: string }
  | { readonly target: string; readonly data: string };

const expanded = ({ namespace, local }: XmlName) => `{${namespace}}${local}`;

export function bare(node: XmlNode): Bare {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'comment':
      return { comment: node.text };
    case 'processingInstruction':
      return { target: node.target, data: node.data };
    case 'element':
      return {
        name: expanded(node.name),
        attributes: node.attributes.map((a) => `${expanded(a.name)}=${a.value}`).sort(),
        children: joinText(node.children.map(bare)),
      };
  }
}

function joinText(nodes: readonly Bare[]): readonly Bare[] {
  const joined: Bare[] = [];
  for (const node of nodes) {
    const last = joined[joined.length - 1];
    if (typeof node === 'string' && typeof last === 'string') joined[joined.length - 1] = last + node;
    else if (node !== '') joined.push(node);
  }
  return joined;
}

const special = fc.constantFrom(
  '&',
  '&amp;',
  '&#13;',
  '<',
  '>',
  ']]>',
  '"',
  "'",
  '\t',
  '\n',
  '\r',
  '\r\n',
  ' ',
  '--',
  '?>',
);
const legal = fc
  .string({ unit: 'binary' })
  .map((text) => [...text].filter((c) => isXmlCharacter(c.codePointAt(0) ?? 0)).join(''));
/** Any text that XML can hold, with much of what has to be escaped. */
export const xmlText = fc.array(fc.oneof(special, legal), { maxLength: 5 }).map((pieces) => pieces.join(''));

const names = 'text body div p head list item opener closer note hi quote table row cell teiHeader';
const elementName: fc.Arbitrary<XmlName> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...names.split(' ')).map((local) => xmlName(TEI_NAMESPACE, local)) },
  { weight: 1, arbitrary: fc.constant(xmlName('urn:other', 'p', 'o')) },
  { weight: 1, arbitrary: fc.constant(xmlName('', 'div')) },
);
const attribute: fc.Arbitrary<Attribute> = fc.record({
  name: fc.oneof(
    fc.constantFrom('n', 'type', 'rend', 'xml:id').map(attributeName),
    fc.constant(xmlName('urn:other', 'n', 'o')),
  ),
  value: xmlText,
});
const attributes = fc.uniqueArray(attribute, { maxLength: 3, selector: (a) => expanded(a.name) });

function element(depth: number): fc.Arbitrary<Element> {
  const leaf: fc.Arbitrary<XmlNode> = fc.oneof(
    xmlText.map((text): XmlNode => ({ kind: 'text', text, place: NOWHERE })),
    fc.constantFrom(' ', '\n', '\n  ').map((text): XmlNode => ({ kind: 'text', text, place: NOWHERE })),
    fc.constant<XmlNode>({ kind: 'comment', text: ' a < b & c - ', place: NOWHERE }),
    fc.constant<XmlNode>({ kind: 'processingInstruction', target: 'teiscribe', data: 'typed="&amp;"', place: NOWHERE }),
  );
  const child = depth === 0 ? leaf : fc.oneof(leaf, element(depth - 1));
  return fc
    .record({ name: elementName, attributes, children: fc.array(child, { maxLength: 4 }) })
    .map((parts): Element => ({ kind: 'element', ...parts, place: NOWHERE }));
}

/** Trees of TEI and other elements, with text anywhere. */
export const xmlDocument: fc.Arbitrary<XmlDocument> = element(3).map((root) => ({ prolog: [], root }));
