/** The names of a tag -> expanded names; what its element has by declaration (Namespaces in XML 1.0, sections 3 to 6). */
import type { Diagnostic } from '../diagnostic/index.js';
import { xmlMessages } from './messages.js';
import { XML_NAMESPACE, XMLNS_NAMESPACE, type XmlName } from './names.js';
import type { Cursor } from './scan-cursor.js';
import type { WrittenName } from './scan-names.js';
import { tokensOf } from './scan-reference.js';
import type { ScanState } from './scan-state.js';

/** What a name stands for in the scope in hand; `at` is where it is written. */
export function resolveName(scan: ScanState, cursor: Cursor, name: WrittenName, at: number): XmlName {
  const { prefix, written } = name;
  const place = () => cursor.span(at, at + written.length);
  if (!name.isQualified) {
    cursor.fail(misuse(`the name "${written}" has a colon where none may be`, place()), at);
  }
  if (prefix === 'xmlns') cursor.fail(misuse('no element may have the prefix "xmlns"', place()), at);
  const namespace = scan.namespaces.of(prefix) ?? (prefix === '' ? '' : undefined);
  if (namespace === undefined) cursor.fail(xmlMessages['unbound-prefix']({ prefix }, place()), at);
  name.scope = scan.namespaces.scope;
  name.resolved = name.inNamespace(namespace);
  return name.resolved;
}

function misuse(detail: string, place: ReturnType<Cursor['span']>): Diagnostic {
  return xmlMessages['namespace-misuse']({ detail }, place);
}

/** Opens the scope that the first `count` attributes of the tag declare. */
export function declareNamespaces(scan: ScanState, cursor: Cursor, count: number): void {
  const declared = new Map<string, string>();
  for (let i = 0; i < count; i++) {
    const name = scan.attributes[i];
    const isDefault = name?.written === 'xmlns';
    if (!name || (!isDefault && name.prefix !== 'xmlns')) continue;
    const prefix = isDefault ? '' : name.local;
    const namespace = scan.values[i] ?? '';
    const detail = name.isQualified ? misdeclared(prefix, namespace) : `malformed name: "${name.written}"`;
    const end = scan.ends[i] ?? 0;
    if (detail !== undefined) cursor.fail(misuse(detail, cursor.span(end)), end);
    declared.set(prefix, namespace);
  }
  scan.namespaces.enter(declared);
}

/** What is wrong with a declaration, if anything is. */
function misdeclared(prefix: string, namespace: string): string | undefined {
  if (prefix === 'xmlns') return 'the prefix "xmlns" may not be declared';
  if (prefix === 'xml') {
    return namespace === XML_NAMESPACE ? undefined : `xml prefix must be bound to ${XML_NAMESPACE}`;
  }
  if (namespace === XML_NAMESPACE) return 'no prefix but "xml" may be bound to the namespace of "xml"';
  if (namespace === XMLNS_NAMESPACE) return 'no prefix may be bound to the namespace of namespace declarations';
  return prefix !== '' && namespace === '' ? `prefix "${prefix}" is bound to nothing` : undefined;
}

/** Two attributes with different prefixes may have the same expanded name. */
export function checkRepeated(scan: ScanState, cursor: Cursor, count: number): void {
  const seen = new Set<string>();
  for (let i = 0; i < count; i++) {
    const name = scan.attributes[i];
    if (!name || name.fixed || name.prefix === 'xmlns') continue;
    const key = `${name.local} ${name.resolved.namespace}`;
    const from = scan.starts[i] ?? 0;
    if (seen.has(key)) {
      const place = cursor.span(from, from + name.written.length);
      cursor.fail(xmlMessages['duplicate-attribute']({ name: name.local }, place), from);
    }
    seen.add(key);
  }
}

/** Gives the tag what the document type declares for its element: types of attributes, and those left out. */
export function addDeclared(
  scan: ScanState,
  element: WrittenName,
  written: number,
  start: number,
  end: number,
): { readonly count: number; readonly declares: boolean } {
  const declared = scan.doctype?.attributes.get(element.written);
  let count = written;
  let declares = false;
  if (!declared) return { count, declares };
  for (let i = 0; i < written; i++) {
    const type = declared.get(scan.attributes[i]?.written ?? '')?.type ?? 'CDATA';
    if (type !== 'CDATA') scan.values[i] = tokensOf(scan.values[i] ?? '');
  }
  for (const attribute of declared.values()) {
    if (attribute.default === undefined) continue;
    const name = scan.names.of(attribute.name);
    if (name.lastTag === scan.tags) continue;
    name.lastTag = scan.tags;
    declares ||= name.prefix === 'xmlns' || name.written === 'xmlns';
    scan.attributes[count] = name;
    scan.values[count] = attribute.default;
    scan.starts[count] = start;
    scan.ends[count++] = end;
  }
  return { count, declares };
}
