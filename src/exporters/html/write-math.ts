/** A formula in MathML -> MathML that may stand in a page: elements and attributes of its presentation, and no others. */
import type { Element, XmlNode } from '../../xml/index.js';
import { isMathml, MATHML, mathText } from '../reading/math-text.js';
import { html, type Markup } from './markup.js';

/** Elements that hold words. */
const TOKENS: ReadonlySet<string> = new Set(['mi', 'mn', 'mo', 'mtext', 'ms']);

/** Elements that hold elements; those that have to hold so many. */
const HOLDERS: ReadonlyMap<string, number | undefined> = new Map([
  ...'mrow msqrt mstyle mpadded mphantom merror mtable mtr mtd'.split(' ').map((name) => [name, undefined] as const),
  ...'mfrac mroot msub msup munder mover'.split(' ').map((name) => [name, 2] as const),
  ...'msubsup munderover'.split(' ').map((name) => [name, 3] as const),
]);

/** Lengths, numbers and words of a list: none leads anywhere, and none has a colour that could not be read. */
const ATTRIBUTES: ReadonlySet<string> = new Set(
  `dir display displaystyle scriptlevel mathvariant linethickness bevelled fence form largeop lspace rspace maxsize minsize
  movablelimits separator stretchy symmetric width height depth voffset columnspan rowspan accent accentunder
  columnalign rowalign columnlines rowlines frame`.split(/\s+/),
);
const VALUE = /^[A-Za-z0-9 .%+-]{1,60}$/;

/** `own`: attributes that elements of TEI have. */
export function writeMath(math: Element, own: Markup): Markup {
  return html`<math xmlns="${MATHML}"${attributesOf(math)} alttext="${mathText(math)}"${own}>${inner(math)}</math>`;
}

function inner({ children }: Element): readonly Markup[] {
  return children.map(writeNode);
}

function writeNode(node: XmlNode): Markup {
  // Between elements white space is all that may stand.
  if (node.kind === 'text') return node.text.trim() === '' ? html`` : html`<mtext>${node.text}</mtext>`;
  if (node.kind !== 'element') return html``;
  const { local } = node.name;
  if (!isMathml(node)) return html`<mtext>${words(node)}</mtext>`;
  if (local === 'annotation' || local === 'annotation-xml') return html``;
  if (local === 'mspace') return html`<mspace${attributesOf(node)}></mspace>`;
  const attributes = attributesOf(node);
  if (TOKENS.has(local)) return tagged(local, attributes, html`${words(node)}`);
  const parts = node.children.filter((child) => child.kind === 'element');
  // Of several forms the first.
  if (local === 'semantics' || local === 'maction') return html`<mrow>${parts.slice(0, 1).map(writeNode)}</mrow>`;
  const most = HOLDERS.get(local);
  if (!HOLDERS.has(local) || (most !== undefined && most !== parts.length)) return html`<mrow>${inner(node)}</mrow>`;
  return tagged(local, attributes, html`${most === undefined ? inner(node) : parts.map(writeNode)}`);
}

function tagged(name: string, attributes: Markup, content: Markup): Markup {
  return html`${{ html: `<${name}` }}${attributes}>${content}${{ html: `</${name}>` }}`;
}

function attributesOf({ attributes }: Element): Markup {
  const safe = attributes.filter(
    ({ name, value }) => name.namespace === '' && ATTRIBUTES.has(name.local) && VALUE.test(value),
  );
  return html`${safe.map(({ name, value }) => html` ${{ html: name.local }}="${value}"`)}`;
}

function words(node: XmlNode): string {
  if (node.kind === 'text') return node.text;
  return node.kind === 'element' ? node.children.map(words).join('') : '';
}
