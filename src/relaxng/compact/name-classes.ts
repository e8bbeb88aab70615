/** Name classes of the compact syntax (RELAX NG compact syntax, section 2). */
import type { Place } from '../../source/index.js';
import type { NameClass } from '../schema.js';
import { readAnnotations, readFollowing } from './annotations.js';
import { type Cursor, isSymbol, isUnprefixed } from './cursor.js';
import { type Declarations, namespaceOf, splitPrefix } from './declarations.js';

/** A name without a prefix is in no namespace if it is an attribute's. */
export type NameOwner = 'element' | 'attribute';

/** Reads a name class: a choice, or one name class, which alone may have an `except`. */
export function readNameClass(cursor: Cursor, declarations: Declarations, owner: NameOwner): NameClass {
  const first = readBasic(cursor, declarations, owner);
  const place = cursor.placeOf(cursor.peek());
  // Only where there are names without end can something be left out.
  if ((first.kind === 'anyName' || first.kind === 'nsName') && cursor.takeSymbol('-')) {
    const except = [readBasic(cursor, declarations, owner)];
    readFollowing(cursor, declarations, true);
    return { ...first, except };
  }
  if (isSymbol(cursor.peek(), '-')) cursor.fail('"|" or "{"');
  readFollowing(cursor, declarations, true);
  const nameClasses = [first];
  while (cursor.takeSymbol('|')) {
    nameClasses.push(readBasic(cursor, declarations, owner));
    readFollowing(cursor, declarations, true);
  }
  return nameClasses.length === 1 ? first : { kind: 'choice', nameClasses, place };
}

function readBasic(cursor: Cursor, declarations: Declarations, owner: NameOwner): NameClass {
  readAnnotations(cursor, declarations);
  const token = cursor.peek();
  const place: Place = cursor.placeOf(token);
  const anyName: NameClass = { kind: 'anyName', place };
  if (token.kind === 'prefixedName') {
    cursor.take();
    const { prefix, local } = splitPrefix(token);
    return { kind: 'name', namespace: namespaceOf(token, declarations, cursor, prefix), local, place };
  }
  if (token.kind === 'prefixedStar') {
    cursor.take();
    return { kind: 'nsName', namespace: namespaceOf(token, declarations, cursor, splitPrefix(token).prefix), place };
  }
  if (isUnprefixed(token)) {
    cursor.take();
    const namespace = owner === 'attribute' ? '' : declarations.defaultNamespace;
    return { kind: 'name', namespace, local: token.text, place };
  }
  if (cursor.takeSymbol('*')) return anyName;
  if (cursor.takeSymbol('(')) {
    const inner = cursor.nested(() => readNameClass(cursor, declarations, owner), anyName);
    cursor.expectSymbol(')');
    // Behind parentheses nothing can be left out.
    return { kind: 'choice', nameClasses: [inner], place };
  }
  cursor.fail('a name or a name class');
  return anyName;
}
