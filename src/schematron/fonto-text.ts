/** An expression of a schema -> the text that FontoXPath is given: functions of XSLT get what they silently read from the context. */
import { type Expression, partsOf } from './xpath-expression.js';

/** Prefix of the functions that this program adds, and of its own variables; no name that a person writes has two dots. */
export const OWN_PREFIX = 'sch..fn';
export const CURRENT = 'sch..current';

/** Whether a name with so many arguments is a function of the schema's own (`xsl:function`). */
export type IsOwnFunction = (name: string, arity: number) => boolean;

/** In: an expression taken apart, and the text that it is a part of. Out: its text for FontoXPath. */
export function fontoText(expression: Expression, text: string, isOwn: IsOwnFunction): string {
  const render = (part: Expression): string => {
    if (part.kind === 'variable') return `$${variableName(part.name)}`;
    const known = part.kind === 'call' ? renderCall(part, render, isOwn) : undefined;
    if (known !== undefined) return known;
    let out = '';
    let at = part.start;
    for (const inner of partsOf(part)) {
      out += renamed(text.slice(at, inner.start)) + render(inner);
      at = inner.end;
    }
    return out + renamed(text.slice(at, part.end));
  };
  return render(expression);
}

/** What is not taken apart goes as it stands. */
export function fontoRawText(text: string): string {
  return renamed(text.replace(/(?<![\w:.-])current\s*\(\s*\)/g, `$${CURRENT}`));
}

/** FontoXPath takes variables without namespace only. */
export function variableName(name: string): string {
  return name.replace(/[:{}/#?=&]/g, (found) => (found === ':' ? '.' : '_'));
}

function renamed(text: string): string {
  return text.replace(/\$\s*[\p{L}_][\w.\p{L}-]*:[\w.\p{L}-]+/gu, (found) => `$${variableName(found.slice(1).trim())}`);
}

function renderCall(
  { name, args }: Extract<Expression, { readonly kind: 'call' }>,
  render: (part: Expression) => string,
  isOwn: IsOwnFunction,
): string | undefined {
  const [first, second] = args.map(render);
  if (isOwn(name, args.length)) return `${name}(${args.map((arg) => packed(render(arg))).join(', ')})`;
  switch (name.replace(/^fn:/, '')) {
    case 'current':
      return first === undefined ? `$${CURRENT}` : undefined;
    case 'base-uri':
    case 'document-uri':
      return `${OWN_PREFIX}:base-uri(${first ?? '.'} ! root(.))`;
    case 'key':
      return args.length === 2 ? `${OWN_PREFIX}:key(${first}, ${second}, root(.))` : undefined;
    case 'id':
    case 'element-with-id':
      return first === undefined ? undefined : `${OWN_PREFIX}:id(${first}, root(${second ?? '.'}))`;
    default:
      return undefined;
  }
}

const TYPES = [
  'xs:string',
  'xs:untypedAtomic',
  'xs:boolean',
  'xs:integer',
  'xs:decimal',
  'xs:double',
  'xs:float',
  'xs:anyURI',
  'xs:date',
  'xs:dateTime',
  'xs:time',
  'xs:dayTimeDuration',
  'xs:yearMonthDuration',
  'xs:duration',
  'xs:QName',
];
const ITEM = '$sch..item';
const TYPE_OF = `${TYPES.map((type) => `if (${ITEM} instance of ${type}) then "${type}" else `).join('')}"xs:anyAtomicType"`;
const PAIR = `[${TYPE_OF}, string(${ITEM})]`;

/** Each item as a node, or as its type and text: so no type is lost on the way out. */
export function captured(text: string): string {
  return `for ${ITEM} in (${text}) return if (${ITEM} instance of node()) then ${ITEM} else ${PAIR}`;
}

/** The same for arguments, among which there may be no attribute: those go as element and name. */
function packed(text: string): string {
  const attribute = `[${ITEM}/.., name(${ITEM})]`;
  return `(for ${ITEM} in (${text}) return if (${ITEM} instance of attribute()) then ${attribute} else if (${ITEM} instance of node()) then ${ITEM} else ${PAIR})`;
}

/** What `value-of` writes: the items, with one space between. */
export function joined(text: string): string {
  return `string-join(for ${ITEM} in (${text}) return string(${ITEM}), " ")`;
}
