/** Annotations of the compact syntax: `[...]`, `##`, `>>`; all but documentation and default values is read and left out (RELAX NG compact syntax, section 5). */
import { RELAXNG_NAMESPACE } from '../../xml/index.js';
import { schemaMessages } from '../messages.js';
import { ANNOTATIONS_NAMESPACE, documentationLine, isXmlnsNamespace } from '../schema.js';
import { type Cursor, isIdentifier, isSymbol, isUnprefixed, takeLiteral } from './cursor.js';
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
      const { namespace, local, value } = readAttribute(cursor, declarations, attributes, false);
      if (namespace === ANNOTATIONS_NAMESPACE && local === 'defaultValue') defaultValue = value;
    }
    while (!isSymbol(cursor.peek(), ']') && cursor.peek().kind !== 'end') {
      element ??= cursor.peek();
      const { namespace, local, text } = readElement(cursor, declarations, false);
      if (namespace === ANNOTATIONS_NAMESPACE && local === 'documentation') documentation.push(text);
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
    readElement(cursor, declarations, false);
  }
}

interface AnnotationAttribute {
  readonly namespace: string;
  readonly local: string;
  readonly value: string;
}

/** Reads an annotation element; its text is what stands in it directly. */
export function readElement(
  cursor: Cursor,
  declarations: Declarations,
  nested: boolean,
): { readonly namespace: string; readonly local: string; readonly text: string } {
  const token = cursor.peek();
  if (token.kind !== 'prefixedName' && !isUnprefixed(token)) {
    cursor.fail('an annotation');
    return { namespace: '', local: '', text: '' };
  }
  cursor.take();
  const { namespace, local } = resolve(token, cursor, declarations, nested);
  const texts: string[] = [];
  cursor.expectSymbol('[');
  const attributes = new Set<string>();
  while (isSymbol(cursor.peek(1), '=') && cursor.peek().kind !== 'literal')
    readAttribute(cursor, declarations, attributes, true);
  while (!isSymbol(cursor.peek(), ']') && cursor.peek().kind !== 'end') {
    if (cursor.peek().kind === 'literal') texts.push(takeLiteral(cursor) ?? '');
    else cursor.nested(() => readElement(cursor, declarations, true), undefined);
  }
  cursor.expectSymbol(']');
  return { namespace, local, text: texts.join('') };
}

function readAttribute(
  cursor: Cursor,
  declarations: Declarations,
  seen: Set<string>,
  nested: boolean,
): AnnotationAttribute {
  const token = cursor.peek();
  if (token.kind !== 'prefixedName' && !isUnprefixed(token)) {
    cursor.fail('an annotation');
    return { namespace: '', local: '', value: '' };
  }
  cursor.take();
  const { namespace, local } = resolve(token, cursor, declarations, nested);
  cursor.expectSymbol('=');
  const value = takeLiteral(cursor) ?? '';
  const key = `${namespace}\n${local}`;
  const unqualified = namespace === '' && !nested && token.kind === 'prefixedName';
  if (unqualified || isXmlnsNamespace(namespace) || (token.kind !== 'prefixedName' && local === 'xmlns'))
    cursor.report(schemaMessages['annotation-namespace']({ name: token.text }, cursor.placeOf(token)));
  else if (seen.has(key))
    cursor.report(schemaMessages['annotation-repeated']({ name: token.text }, cursor.placeOf(token)));
  seen.add(key);
  return { namespace, local, value };
}

/** Name of an annotation. What stands in another annotation may be in the namespace of RELAX NG. */
function resolve(
  token: Token,
  cursor: Cursor,
  declarations: Declarations,
  nested: boolean,
): { readonly namespace: string; readonly local: string } {
  if (token.kind !== 'prefixedName') return { namespace: '', local: token.text };
  const { prefix, local } = splitPrefix(token);
  const namespace = namespaceOf(token, declarations, cursor, prefix);
  if (declarations.inherited.has(prefix) || (!nested && namespace === RELAXNG_NAMESPACE))
    cursor.report(schemaMessages['annotation-namespace']({ name: token.text }, cursor.placeOf(token)));
  return { namespace, local };
}
