/** Start tags and end tags -> their events (XML 1.0, 3.1). */
import { ownCopy } from '../source/index.js';
import { isXmlSpace, skipXmlSpace } from './characters.js';
import type { XmlAttribute } from './events.js';
import { xmlMessages } from './messages.js';
import type { Cursor } from './scan-cursor.js';
import { isWrittenAt } from './scan-names.js';
import { addDeclared, checkRepeated, declareNamespaces, resolveName } from './scan-namespaces.js';
import { attributeText } from './scan-reference.js';
import type { ScanState } from './scan-state.js';

const QUOTE = 0x22;
const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;

const NO_ATTRIBUTES: readonly XmlAttribute[] = [];

/** Scans the start tag, or the tag of an empty element, at the cursor. */
export function scanStartTag(scan: ScanState, cursor: Cursor): void {
  const { text, at: start } = cursor;
  const { names, sink, source } = scan;
  const name = names.read(text, start + 1);
  if (name === undefined) failInTag(cursor, start + 1, 'a name was expected behind "<"');
  let at = names.end;
  if (scan.rootSeen && scan.open.length === 0) {
    cursor.fail(xmlMessages['several-roots']({}, cursor.span(start, at)), start);
  }
  const number = ++scan.tags;
  const { isPart } = cursor;
  let count = 0;
  let prefixed = 0;
  let declares = false;
  let unit = text.charCodeAt(at);
  while (unit !== GREATER && unit !== SLASH) {
    const before = at;
    while (isXmlSpace(unit)) unit = text.charCodeAt(++at);
    if (unit === GREATER || unit === SLASH) break;
    const from = at;
    const attribute = names.read(text, from);
    if (attribute === undefined)
      failInTag(cursor, at, `disallowed character in ${at === before ? 'tag' : 'attribute'} name`);
    if (at === before) failInTag(cursor, at, 'no white space between attributes');
    at = skipXmlSpace(text, names.end);
    if (text.charCodeAt(at) !== EQUALS) failInTag(cursor, at, 'attribute without value');
    at = skipXmlSpace(text, at + 1);
    const quote = text.charCodeAt(at);
    if (quote !== QUOTE && quote !== APOSTROPHE) failInTag(cursor, at, 'unquoted attribute value');
    const valueStart = ++at;
    unit = text.charCodeAt(at);
    while (unit > LESS || (unit !== quote && unit >= 0x20 && unit !== AMPERSAND && unit !== LESS)) {
      unit = text.charCodeAt(++at);
    }
    let value: string;
    if (unit === quote) value = text.slice(valueStart, at);
    else {
      at = valueEnd(cursor, valueStart, quote);
      value = attributeText(scan, cursor, valueStart, at);
    }
    // Identifiers are remembered to the end of a document, parts of its text are not.
    if (isPart) value = ownCopy(value);
    unit = text.charCodeAt(++at);
    if (attribute.lastTag === number) {
      const { written } = attribute;
      const place = cursor.span(from, from + written.length);
      // Said twice with one value, it may as well be said once.
      const isSame = !isPart && scan.values[scan.attributes.indexOf(attribute)] === value;
      const edits = [{ place: cursor.span(before, at), text: '' }];
      const fix = isSame ? { fix: { message: `take the second "${written}" away`, edits } } : undefined;
      cursor.fail(xmlMessages['duplicate-attribute']({ name: written }, place, fix), from);
    }
    attribute.lastTag = number;
    if (attribute.fixed === undefined) {
      prefixed++;
      declares ||= attribute.prefix === 'xmlns';
    } else declares ||= attribute.written === 'xmlns';
    scan.attributes[count] = attribute;
    scan.values[count] = value;
    scan.starts[count] = from;
    scan.ends[count++] = at;
  }
  const isEmpty = unit === SLASH;
  if (isEmpty && text.charCodeAt(++at) !== GREATER)
    failInTag(cursor, at, '"/" stands in a tag, but not before its ">"');
  at++;
  cursor.checkCharacters(at);

  if (scan.doctype !== undefined && scan.doctype.attributes.size > 0) {
    const added = addDeclared(scan, name, count, start, at);
    count = added.count;
    declares ||= added.declares;
    prefixed += added.count;
  }
  const outer = scan.namespaces.scope;
  if (declares) declareNamespaces(scan, cursor, count);
  const { scope } = scan.namespaces;
  const expanded = name.scope === scope ? name.resolved : resolveName(scan, cursor, name, start + 1);
  let attributes = NO_ATTRIBUTES;
  if (count > 0) {
    const list: XmlAttribute[] = [];
    for (let i = 0; i < count; i++) {
      const attribute = scan.attributes[i];
      const from = scan.starts[i] ?? start;
      const value = scan.values[i] ?? '';
      if (attribute === undefined) continue;
      if (declares && (attribute.prefix === 'xmlns' || attribute.written === 'xmlns')) continue;
      const resolved =
        attribute.fixed ??
        (attribute.scope === scope ? attribute.resolved : resolveName(scan, cursor, attribute, from));
      list.push({ name: resolved, value, start: cursor.startOf(from), end: cursor.endOf(scan.ends[i] ?? at) });
    }
    if (prefixed > 1) checkRepeated(scan, cursor, count);
    attributes = list;
  }
  cursor.at = at;
  scan.rootSeen = true;
  const end = cursor.endOf(at);
  sink({
    kind: 'startTag',
    source,
    name: expanded,
    attributes,
    namespaces: scope,
    start: cursor.startOf(start),
    end,
  });
  if (isEmpty) {
    sink({ kind: 'endTag', source, name: expanded, start: end, end });
    scan.namespaces.leave(outer);
  } else {
    scan.open.push(name);
    scan.opened.push(expanded);
    scan.outer.push(outer);
  }
}

/** Where the value ends; a "<" in it is told of first. */
function valueEnd(cursor: Cursor, from: number, quote: number): number {
  const { text } = cursor;
  const end = text.indexOf(String.fromCharCode(quote), from);
  if (end !== -1) return end;
  const less = text.indexOf('<', from);
  if (less !== -1 && !cursor.isPart) cursor.failAtCharacter(less);
  cursor.failAtEnd();
}

function failInTag(cursor: Cursor, at: number, detail: string): never {
  if (at >= cursor.text.length) cursor.failAtEnd();
  cursor.fail(xmlMessages['malformed-tag']({ detail }, cursor.span(at, at + 1)), at);
}

/** Scans the end tag at the cursor; `floor` elements are open around the text in hand. */
export function scanEndTag(scan: ScanState, cursor: Cursor, floor: number): void {
  const { text, at: start } = cursor;
  const { open } = scan;
  const name = open.length > floor ? open[open.length - 1] : undefined;
  const from = start + 2;
  let at = from + (name === undefined ? 0 : name.written.length);
  if (name === undefined || !isWrittenAt(name.written, text, from, at)) failEndTag(scan, cursor, floor);
  let unit = text.charCodeAt(at);
  while (isXmlSpace(unit)) unit = text.charCodeAt(++at);
  if (unit !== GREATER) failEndTag(scan, cursor, floor);
  at++;
  open.pop();
  const expanded = scan.opened.pop() ?? name.resolved;
  const outer = scan.outer.pop();
  cursor.at = at;
  const { sink, source } = scan;
  sink({ kind: 'endTag', source, name: expanded, start: cursor.startOf(start), end: cursor.endOf(at) });
  if (outer !== undefined) scan.namespaces.leave(outer);
}

function failEndTag(scan: ScanState, cursor: Cursor, floor: number): never {
  const { text, at: start } = cursor;
  const { open, names } = scan;
  names.read(text, start + 2);
  const nameEnd = names.end;
  const end = skipXmlSpace(text, nameEnd);
  if (end >= text.length) cursor.failAtEnd();
  if (text.charCodeAt(end) !== GREATER) failInTag(cursor, end, 'disallowed character in closing tag');
  const found = text.slice(start + 2, nameEnd);
  const innermost = open.length > floor ? open[open.length - 1]?.written : undefined;
  cursor.fail(xmlMessages['end-tag-mismatch']({ found, open: innermost }, cursor.span(start, end + 1)), end);
}
