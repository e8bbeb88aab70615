/** What all readers of the compact syntax need, and how other schemas are named in it (RELAX NG compact syntax, section 2). */
import type { Place } from '../../source/index.js';
import { schemaMessages } from '../messages.js';
import type { Component } from '../schema.js';
import { isUriReference } from '../uri-reference.js';
import { type Cursor, isUnprefixed, takeLiteral } from './cursor.js';
import { type Declarations, namespaceOf } from './declarations.js';

export interface Reading {
  readonly cursor: Cursor;
  readonly declarations: Declarations;
  /** Grammars stand in patterns, and patterns in grammars. */
  readonly readGrammarBody: (reading: Reading, close: '' | '}') => readonly Component[];
}

/** `"href" inherit = prefix`: the name of another schema, and the namespace that it takes over. */
export function readReference({ cursor, declarations }: Reading): {
  readonly href: string;
  readonly ns: string;
  readonly place: Place;
} {
  const place = cursor.placeOf(cursor.peek());
  const href = takeLiteral(cursor) ?? '';
  cursor.listener.reference(href);
  if (!isUriReference(href) || href.includes('#')) cursor.report(schemaMessages['href-invalid']({ href }, place));
  if (!cursor.takeKeyword('inherit')) return { href, ns: declarations.defaultNamespace, place };
  cursor.expectSymbol('=');
  const prefix = cursor.peek();
  if (!isUnprefixed(prefix)) {
    cursor.fail('a prefix');
    return { href, ns: '', place };
  }
  cursor.take();
  return { href, ns: namespaceOf(prefix, declarations, cursor, prefix.text), place };
}
