/** XML text that is data (a schema, an ODD) -> plain nested objects, by fast-xml-parser. */
import { XMLParser } from 'fast-xml-parser';

export interface DataElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly DataElement[];
  /** All character data directly inside. */
  readonly text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  ignoreDeclaration: true,
  ignorePiTags: true,
  parseAttributeValue: false,
  parseTagValue: false,
  trimValues: false,
});

/** The root element of an XML text. */
export function readXml(xml: string): DataElement {
  const parsed: unknown = parser.parse(xml);
  const root = elements(parsed)[0];
  if (root === undefined) throw new Error('no root element');
  return root;
}

/** The children of one name. */
export function childrenOf(parent: DataElement, name: string): readonly DataElement[] {
  return parent.children.filter((child) => child.name === name);
}

/** The descendants of one name, in document order. */
export function descendantsOf(parent: DataElement, name: string): readonly DataElement[] {
  return parent.children.flatMap((child) => [...(child.name === name ? [child] : []), ...descendantsOf(child, name)]);
}

/** An attribute that must be there. */
export function attributeOf(element: DataElement, name: string): string {
  const value = element.attributes.get(name);
  if (value === undefined) throw new Error(`<${element.name}> has no attribute "${name}"`);
  return value;
}

function elements(nodes: unknown): readonly DataElement[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: unknown) => {
    const entries = entriesOf(node);
    const content = entries.find(([key]) => key !== ':@' && key !== '#text' && key !== '#comment');
    if (content === undefined) return [];
    const attributes = entriesOf(entries.find(([key]) => key === ':@')?.[1]);
    return [
      {
        name: content[0],
        attributes: new Map(attributes.map(([key, value]) => [key, String(value)])),
        children: elements(content[1]),
        text: textOf(content[1]),
      },
    ];
  });
}

function textOf(nodes: unknown): string {
  if (!Array.isArray(nodes)) return '';
  return nodes.map((node: unknown) => String(entriesOf(node).find(([key]) => key === '#text')?.[1] ?? '')).join('');
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
