/** A formula in MathML -> words on one line, as it would be typed: `(a + b)/2`, `x^2`. */
import { attributeValue, type Element, type XmlNode } from '../../xml/index.js';

export const MATHML = 'http://www.w3.org/1998/Math/MathML';

/** What the formula says of itself goes before. */
export function mathText(math: Element): string {
  const own = attributeValue(math, 'alttext')?.trim();
  return own ? own : written(math).replace(/\s+/g, ' ').trim();
}

export function isMathml({ name }: Element): boolean {
  return name.namespace === MATHML;
}

function written(node: XmlNode): string {
  if (node.kind === 'text') return node.text;
  if (node.kind !== 'element') return '';
  const parts = node.children.filter((child): child is Element => child.kind === 'element');
  const [base, first, second] = parts;
  const at = (sign: string, part: Element | undefined) => (part ? `${sign}${grouped(part)}` : '');
  switch (node.name.local) {
    case 'mfrac':
      return base ? `${grouped(base)}${at('/', first)}` : '';
    case 'msup':
    case 'mover':
      return base ? `${grouped(base)}${at('^', first)}` : '';
    case 'msub':
    case 'munder':
      return base ? `${grouped(base)}${at('_', first)}` : '';
    case 'msubsup':
    case 'munderover':
      return base ? `${grouped(base)}${at('_', first)}${at('^', second)}` : '';
    case 'msqrt':
      return `√(${parts.map(written).join('')})`;
    case 'mroot':
      return base ? `${first ? grouped(first) : ''}√(${written(base)})` : '';
    // Of several forms the first; a note on it is for programs.
    case 'semantics':
    case 'maction':
      return base ? written(base) : '';
    case 'annotation':
    case 'annotation-xml':
      return '';
    case 'mspace':
      return ' ';
    case 'mtd':
      return `${node.children.map(written).join('').trim()}, `;
    case 'mtr':
      return `${node.children.map(written).join('').trim().replace(/,$/, '')}; `;
    case 'mo':
      return operator(node.children.map(written).join('').trim());
    default:
      return node.children.map(written).join('');
  }
}

/** Signs that stand between two things have space around them; the signs that are not seen are not typed. */
function operator(sign: string): string {
  if (/^[\u2061-\u2064]$/.test(sign)) return '';
  return /^[=<>≤≥≠≈≡+−×·÷±→⇒∈]$/.test(sign) || sign === '-' ? ` ${sign} ` : sign;
}

function grouped(element: Element): string {
  const text = written(element).replace(/\s+/g, ' ').trim();
  return /^[\p{L}\p{N}.,'′]*$/u.test(text) || /^\([^()]*\)$/.test(text) ? text : `(${text})`;
}
