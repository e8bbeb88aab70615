/** The declarations that a compact schema begins with -> its prefixes (RELAX NG compact syntax, section 4). */
import { XML_NAMESPACE } from '../../xml/index.js';
import { schemaMessages } from '../messages.js';
import { XSD_DATATYPES } from '../schema.js';
import { type Cursor, isSymbol, isUnprefixed, takeLiteral } from './cursor.js';
import type { Token } from './tokens.js';

export interface Declarations {
  /** Namespace of names without a prefix. */
  readonly defaultNamespace: string;
  readonly namespaces: ReadonlyMap<string, string>;
  /** Prefixes that stand for the namespace of the schema that includes this one. */
  readonly inherited: ReadonlySet<string>;
  readonly libraries: ReadonlyMap<string, string>;
  /** For values: the prefixes, and the default namespace for the empty one. */
  readonly inScope: ReadonlyMap<string, string>;
}

/** `ns` is the namespace that is inherited. */
export function readDeclarations(cursor: Cursor, ns: string): Declarations {
  const namespaces = new Map([['xml', XML_NAMESPACE]]);
  const libraries = new Map([['xsd', XSD_DATATYPES]]);
  const inherited = new Set<string>();
  const declared = new Set<string>();
  let defaultNamespace = ns;

  const once = (what: string, token: Token) => {
    if (declared.has(what)) cursor.report(schemaMessages['declared-twice']({ what }, cursor.placeOf(token)));
    declared.add(what);
  };
  const takePrefix = (): Token | undefined => {
    if (isUnprefixed(cursor.peek())) return cursor.take();
    cursor.fail('a prefix');
    return undefined;
  };
  const declareNamespace = (prefix: Token | undefined, isDefault: boolean, keyword: Token) => {
    cursor.expectSymbol('=');
    const inherits = cursor.takeKeyword('inherit') !== undefined;
    const uri = inherits ? ns : takeLiteral(cursor);
    if (uri === undefined) return;
    if (isDefault) {
      once('the default namespace', keyword);
      defaultNamespace = uri;
    }
    if (!prefix) return;
    const name = prefix.text;
    if (name === 'xmlns' || (name === 'xml') !== (uri === XML_NAMESPACE)) {
      cursor.report(schemaMessages['prefix-reserved']({ prefix: name, uri }, cursor.placeOf(prefix)));
      return;
    }
    once(`namespace prefix "${name}"`, prefix);
    namespaces.set(name, uri);
    if (inherits) inherited.add(name);
    else inherited.delete(name);
  };

  for (;;) {
    const keyword = cursor.peek();
    // "default", "namespace" and "datatypes" can begin nothing else.
    if (cursor.takeKeyword('namespace')) {
      const prefix = takePrefix();
      if (prefix) declareNamespace(prefix, false, keyword);
    } else if (cursor.takeKeyword('default')) {
      if (!cursor.takeKeyword('namespace')) cursor.fail('"namespace"');
      const prefix = isSymbol(cursor.peek(), '=') ? undefined : takePrefix();
      declareNamespace(prefix, true, keyword);
    } else if (cursor.takeKeyword('datatypes')) {
      const prefix = takePrefix();
      cursor.expectSymbol('=');
      const uri = takeLiteral(cursor);
      if (prefix && uri !== undefined) {
        once(`datatypes prefix "${prefix.text}"`, prefix);
        libraries.set(prefix.text, uri);
      }
    } else break;
  }
  return {
    defaultNamespace,
    namespaces,
    inherited,
    libraries,
    inScope: new Map([...namespaces, ['', defaultNamespace]]),
  };
}

/** Prefix and local part of a token of kind `prefixedName` or `prefixedStar`. */
export function splitPrefix({ text }: Token): { readonly prefix: string; readonly local: string } {
  const colon = text.indexOf(':');
  return { prefix: text.slice(0, colon), local: text.slice(colon + 1) };
}

/** The namespace of a token's prefix; empty, after a report, if it has none. */
export function namespaceOf(token: Token, declarations: Declarations, cursor: Cursor, prefix: string): string {
  const namespace = declarations.namespaces.get(prefix);
  if (namespace !== undefined) return namespace;
  cursor.report(schemaMessages['prefix-undeclared']({ prefix, kind: 'namespace' }, cursor.placeOf(token)));
  return '';
}
