/** A gold document -> what kind of document it is: by the words of its head, else by the type of its `div`. */
import { parseHead } from '../document/head.js';
import { attributeValue, descendants, type Element, textContent, type XmlNode } from '../xml/index.js';
import { plainName } from './reading.js';

/** `letter`, `telegram` ...; `document` where nothing tells. */
export function kindOf(document: Element): string {
  const elements = [...descendants(document)];
  const division = elements.find((element) => plainName(element) === 'div');
  const type = division && attributeValue(division, 'type');
  if (type !== undefined && type !== 'document') return type;
  const head = elements.find((element) => plainName(element) === 'head');
  const { kind } = parseHead(head ? titleOf(head).replace(/\s+/g, ' ').trim() : '');
  if (kind !== 'document') return kind;
  return elements.some(isFileNumberOfTelegram) ? 'telegram' : 'document';
}

/** Before 1952 a line before the head says it: `501.BB Interim/1–348: Telegram`. */
function isFileNumberOfTelegram(element: Element): boolean {
  const isLine = plainName(element) === 'note' && attributeValue(element, 'rend') === 'inline';
  return isLine && /: (?:Tele|Air)gram\b/.test(textContent(element));
}

/** The text of a head without the notes in it. */
function titleOf(node: XmlNode): string {
  if (node.kind === 'text') return node.text;
  if (node.kind !== 'element' || plainName(node) === 'note') return '';
  return node.children.map(titleOf).join('');
}
