/** Names, values and texts that may hold anything -> a report in XML, by the one door that writes XML. */
import { createSource, placeAt } from '../source/index.js';
import { buildXml } from '../xml/build-xml.js';
import { attributeName, type Element, isXmlCharacter, type XmlNode, xmlName } from '../xml/index.js';
import { visibleMessage } from './visible.js';

type Values = Readonly<Record<string, string | number | undefined>>;

const NOWHERE = placeAt(createSource('', ''), 0);

/** Elements stand on lines of their own; a text is all that its element holds. */
export function element(name: string, values: Values, content: readonly Element[] | string = []): Element {
  return {
    kind: 'element',
    name: xmlName('', name),
    attributes: Object.entries(values).flatMap(([key, value]) =>
      value === undefined ? [] : [{ name: attributeName(key), value: xmlSafe(`${value}`) }],
    ),
    children: typeof content === 'string' ? [text(content.split('\n').map(xmlSafe).join('\n'))] : onLines(content),
    place: NOWHERE,
  };
}

export function xmlReport(root: Element): string {
  return buildXml({ prolog: [], root });
}

function text(content: string): XmlNode {
  return { kind: 'text', text: content, place: NOWHERE };
}

function onLines(elements: readonly Element[]): readonly XmlNode[] {
  return elements.length === 0 ? [] : [...elements.flatMap((each) => [text('\n'), each]), text('\n')];
}

/** On one line, and with escapes for what XML 1.0 cannot hold: control characters, halves of characters, U+FFFF. */
export function xmlSafe(value: string): string {
  const visible = visibleMessage(value);
  // Most texts have nothing to escape.
  if (!/[\ud800-\udfff\ufffe\uffff]/.test(visible)) return visible;
  return Array.from(visible, (character) =>
    isXmlCharacter(character.codePointAt(0) ?? 0)
      ? character
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  ).join('');
}
