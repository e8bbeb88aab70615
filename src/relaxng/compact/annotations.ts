/** Annotations of the compact syntax, `[...]`, `##`, `>>` -> documentation and default values; the grammar leaves the rest out, a listener hears it as elements (RELAX NG compact syntax, section 5). */
import {
  type Attribute,
  type Element,
  RELAXNG_NAMESPACE,
  type XmlName,
  type XmlNode,
  xmlName,
} from '../../xml/index.js';
import { schemaMessages } from '../messages.js';
import { ANNOTATIONS_NAMESPACE, documentationLine, isXmlnsNamespace } from '../schema.js';
import { type Cursor, isIdentifier, isSymbol, isUnprefixed, takePlacedLiteral } from './cursor.js';
import { type Declarations, namespaceOf, splitPrefix } from './declarations.js';
import type { Token } from './tokens.js';

export interface Annotations {
  readonly documentation?: string;
  readonly defaultValue?: string;
  /** The first annotation element in brackets. */
  readonly element?: Token;
}

const NONE: Annotations = {};

/** What may stand before any pattern, name class, parameter and component: documentation, then annotations in brackets. */
export function readAnnotations(cursor: Cursor, declarations: Declarations): Annotations {
  if (cursor.peek().kind !== 'documentation' && !isSymbol(cursor.peek(), '[')) return NONE;
  const documentation: string[] = [];
  while (cursor.peek().kind === 'documentation') documentation.push(cursor.take().text);
  let defaultValue: string | undefined;
  let element: Token | undefined;
  if (cursor.takeSymbol('[')) {
    const attributes = new Set<string>();
    while (cursor.peek().kind === 'prefixedName' && isSymbol(cursor.peek(1), '=')) {
      const { name, value } = readAttribute(cursor, declarations, attributes, false);
      if (name.namespace === ANNOTATIONS_NAMESPACE && name.local === 'defaultValue') defaultValue = value;
    }
    while (!isSymbol(cursor.peek(), ']') && cursor.peek().kind !== 'end') {
      element ??= cursor.peek();
      const { name, children } = readAnnotation(cursor, declarations);
      if (name.namespace === ANNOTATIONS_NAMESPACE && name.local === 'documentation')
        documentation.push(children.map((child) => (child.kind === 'text' ? child.text : '')).join(''));
    }
    cursor.expectSymbol(']');
  }
  const line = documentationLine(documentation.join(' '));
  return {
    ...(line !== undefined && { documentation: line }),
    ...(defaultValue !== undefined && { defaultValue }),
    ...(element && { element }),
  };
}

/** Does an annotation element come next, where a component might as well? */
export function isGrammarAnnotation(cursor: Cursor): boolean {
  const token = cursor.peek();
  return (token.kind === 'prefixedName' || isIdentifier(token)) && isSymbol(cursor.peek(1), '[');
}

/** `>> element`, any number of times; not `allowed` where the pattern is the whole schema. */
export function readFollowing(cursor: Cursor, declarations: Declarations, allowed: boolean): void {
  for (let sign = cursor.takeSymbol('>>'); sign; sign = cursor.takeSymbol('>>')) {
    if (!allowed) cursor.report(schemaMessages['annotation-not-allowed']({}, cursor.placeOf(sign)));
    readAnnotation(cursor, declarations);
  }
}

/** Reads an annotation element that stands in no other. */
export function readAnnotation(cursor: Cursor, declarations: Declarations): Element {
  const element = readElement(cursor, declarations, false);
  cursor.listener.annotation(element);
  return element;
}

function readElement(cursor: Cursor, declarations: Declarations, nested: boolean): Element {
  const token = cursor.peek();
  if (token.kind !== 'prefixedName' && !isUnprefixed(token)) {
    cursor.fail('an annotation');
    return { kind: 'element', name: xmlName('', ''), attributes: [], children: [], place: cursor.placeOf(token) };
  }
  cursor.take();
  const name = resolve(token, cursor, declarations, nested);
  cursor.expectSymbol('[');
  const attributes: Attribute[] = [];
  const seen = new Set<string>();
  while (isSymbol(cursor.peek(1), '=') && cursor.peek().kind !== 'literal')
    attributes.push(readAttribute(cursor, declarations, seen, true));
  const children: XmlNode[] = [];
  while (!isSymbol(cursor.peek(), ']') && cursor.peek().kind !== 'end') {
    if (cursor.peek().kind === 'literal') {
      const literal = takePlacedLiteral(cursor);
      if (literal) children.push({ kind: 'text', ...literal });
    } else {
      const child = cursor.nested(() => readElement(cursor, declarations, true), undefined);
      if (child) children.push(child);
    }
  }
  const last = cursor.peek();
  cursor.expectSymbol(']');
  return { kind: 'element', name, attributes, children, place: cursor.placeFrom(token, last) };
}

function readAttribute(cursor: Cursor, declarations: Declarations, seen: Set<string>, nested: boolean): Attribute {
  const token = cursor.peek();
  if (token.kind !== 'prefixedName' && !isUnprefixed(token)) {
    cursor.fail('an annotation');
    return { name: xmlName('', ''), value: '' };
  }
  cursor.take();
  const name = resolve(token, cursor, declarations, nested);
  const { namespace, local } = name;
  cursor.expectSymbol('=');
  const literal = takePlacedLiteral(cursor);
  const key = `${namespace}\n${local}`;
  const unqualified = namespace === '' && !nested && token.kind === 'prefixedName';
  if (unqualified || isXmlnsNamespace(namespace) || (token.kind !== 'prefixedName' && local === 'xmlns'))
    cursor.report(schemaMessages['annotation-namespace']({ name: token.text }, cursor.placeOf(token)));
  else if (seen.has(key))
    cursor.report(schemaMessages['annotation-repeated']({ name: token.text }, cursor.placeOf(token)));
  seen.add(key);
  return { name, value: literal?.text ?? '', ...(literal && { place: literal.place }) };
}

/** Name of an annotation. What stands in another annotation may be in the namespace of RELAX NG. */
function resolve(token: Token, cursor: Cursor, declarations: Declarations, nested: boolean): XmlName {
  if (token.kind !== 'prefixedName') return xmlName('', token.text);
  const { prefix, local } = splitPrefix(token);
  const namespace = namespaceOf(token, declarations, cursor, prefix);
  if (declarations.inherited.has(prefix) || (!nested && namespace === RELAXNG_NAMESPACE))
    cursor.report(schemaMessages['annotation-namespace']({ name: token.text }, cursor.placeOf(token)));
  return xmlName(namespace, local, prefix);
}
