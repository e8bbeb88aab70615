/** Small makers of TEI nodes: elements, and text that XML can carry. */
import type { Place } from '../source/index.js';
import {
  attributeName,
  type Element,
  isXmlCharacter,
  type ProcessingInstructionNode,
  TEI_NAMESPACE,
  type TextNode,
  type XmlNode,
  xmlName,
} from '../xml/index.js';

/** Attributes as they are written; an undefined value is an attribute left out. */
export type AttributeValues = Readonly<Record<string, string | undefined>>;

export function tei(
  name: string,
  attributes: AttributeValues,
  children: readonly XmlNode[] | string,
  place: Place,
): Element {
  return {
    kind: 'element',
    name: xmlName(TEI_NAMESPACE, name),
    attributes: Object.entries(attributes).flatMap(([key, value]) =>
      value === undefined ? [] : [{ name: attributeName(key), value }],
    ),
    children: typeof children === 'string' ? [headerText(children, place)] : children,
    place,
  };
}

/** Characters of the first plane that XML can carry as they are; a carriage return is not one of them. */
const PLAIN = /^[\t\n -\ud7ff\ue000-\ufffd]*$/;

/** Words that the header says again: NFC, and U+FFFD for a character that XML 1.0 cannot hold. */
export function headerText(text: string, place: Place): TextNode {
  if (PLAIN.test(text)) return { kind: 'text', text: text.normalize('NFC'), place };
  const legal = Array.from(text, (c) => (isXmlCharacter(c.codePointAt(0) ?? 0) ? c : '\ufffd')).join('');
  return { kind: 'text', text: legal.normalize('NFC'), place };
}

/** What only this program needs to know, in a form that every schema allows and every other program skips. */
export function instruction(data: Readonly<Record<string, string>>, place: Place): ProcessingInstructionNode {
  const words = Object.entries(data).map(([key, value]) => `${key}="${escapeData(value)}"`);
  return { kind: 'processingInstruction', target: 'teiscribe', data: words.join(' '), place };
}

// Character references mean nothing in a processing instruction; these are read back by the stage that rebuilds.
function escapeData(value: string): string {
  return value
    .replace(/&/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/>/g, '&gt;')
    .replace(/[^\S ]|[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (c) => `&#${c.charCodeAt(0)};`);
}

/**
 * Text in NFC (the form that TEI and W3C ask for). A character that XML 1.0 cannot hold becomes an empty `seg` with its
 * number as `@type` (`U-000C`), so that it is neither lost nor mistaken for another.
 */
export function textNodes(text: string, place: Place): readonly XmlNode[] {
  if (PLAIN.test(text)) return text === '' ? [] : [{ kind: 'text', text: text.normalize('NFC'), place }];
  const nodes: XmlNode[] = [];
  let held = '';
  const flush = () => {
    if (held !== '') nodes.push({ kind: 'text', text: held.normalize('NFC'), place });
    held = '';
  };
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (isXmlCharacter(code) && code !== 13) held += character;
    else {
      flush();
      const number = code.toString(16).toUpperCase().padStart(4, '0');
      nodes.push(tei('seg', { type: `U-${number}` }, [], place));
    }
  }
  flush();
  return nodes;
}
