/** Small makers of TEI nodes: elements, and text that XML can carry. */
import type { DateValue } from '../document/index.js';
import type { Place } from '../source/index.js';
import {
  type Attribute,
  attributeName,
  type Element,
  isXmlCharacter,
  type ProcessingInstructionNode,
  TEI_NAMESPACE,
  type TextNode,
  type XmlName,
  type XmlNode,
  xmlName,
} from '../xml/index.js';

/** Attributes as they are written; an undefined value is an attribute left out. */
export type AttributeValues = Readonly<Record<string, string | undefined>>;

/** An element of TEI; a string as its children is text that `headerText` has made fit. */
export function tei(
  name: string,
  values: AttributeValues,
  children: readonly XmlNode[] | string,
  place: Place,
): Element {
  const attributes: Attribute[] = [];
  for (const key in values) {
    const value = values[key];
    if (value !== undefined) attributes.push({ name: known(attributeNames, key, attributeName), value });
  }
  return {
    kind: 'element',
    name: known(elementNames, name, teiName),
    attributes,
    children: typeof children === 'string' ? [headerText(children, place)] : children,
    place,
  };
}

/** The attributes of TEI att.datable.w3c, and how sure they are. */
export function dateAttributes({ when, from, to, notBefore, notAfter, cert }: DateValue): AttributeValues {
  return { when, from, to, notBefore, notAfter, cert };
}

/** There are some dozens of names, and thousands of nodes: those of one name share it. */
const elementNames = new Map<string, XmlName>();
const attributeNames = new Map<string, XmlName>();

function known(names: Map<string, XmlName>, written: string, make: (written: string) => XmlName): XmlName {
  let name = names.get(written);
  if (!name) {
    name = make(written);
    names.set(written, name);
  }
  return name;
}

function teiName(local: string): XmlName {
  return xmlName(TEI_NAMESPACE, local);
}

/** Characters of the first plane that XML can carry as they are; a carriage return is not one of them. */
const PLAIN = /^[\t\n -\ud7ff\ue000-\ufffd]*$/;
/** Characters of European languages and their punctuation; whatever they stand beside, they are in NFC. */
const PLAIN_AND_COMPOSED = /^[\t\n -\u02ff\u2010-\u2027\u2030-\u205e]*$/;

/** Words that the header says again: NFC, and U+FFFD for a character that XML 1.0 cannot hold. */
export function headerText(text: string, place: Place): TextNode {
  if (PLAIN_AND_COMPOSED.test(text)) return { kind: 'text', text, place };
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
  if (!/[^ !#-%'-=?-~]/.test(value)) return value;
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
  if (PLAIN_AND_COMPOSED.test(text)) return text === '' ? [] : [{ kind: 'text', text, place }];
  if (PLAIN.test(text)) return [{ kind: 'text', text: text.normalize('NFC'), place }];
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
