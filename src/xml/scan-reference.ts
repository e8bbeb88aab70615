/** References -> the characters and entities that they stand for, within bounds (XML 1.0, 4.1 and 4.4); attribute values (3.3.3). */
import type { Place } from '../source/index.js';
import { isXmlCharacter, nameEnd } from './characters.js';
import type { Entity } from './dtd-model.js';
import { xmlMessages } from './messages.js';
import { Cursor } from './scan-cursor.js';
import type { ScanState } from './scan-state.js';

/** Of a character: its text. Of an entity: its name. `end` is the offset behind it. */
export interface Reference {
  readonly text: string | undefined;
  readonly name: string;
  readonly end: number;
}

const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const HASH = 0x23;
const SEMICOLON = 0x3b;
const SMALL_X = 0x78;

/** Entities within entities: more are a trap, not a text. */
export const DEEPEST_ENTITY = 40;
/** Characters that all entities of a document may come to, beside as many as the document itself has. */
export const LONGEST_EXPANSION = 10_000_000;

/** Reads the reference at the `&` at `at`. */
export function readReference(cursor: Cursor, at: number): Reference {
  const { text } = cursor;
  if (text.charCodeAt(at + 1) === HASH) return readCharacterReference(cursor, at);
  const end = nameEnd(text, at + 1);
  if (end === at + 1 || text.charCodeAt(end) !== SEMICOLON) failReference(cursor, at, end);
  const name = text.slice(at + 1, end);
  return { text: PREDEFINED.get(name), name, end: end + 1 };
}

function readCharacterReference(cursor: Cursor, at: number): Reference {
  const { text } = cursor;
  const isHex = text.charCodeAt(at + 2) === SMALL_X;
  const from = at + (isHex ? 3 : 2);
  let end = from;
  while (isDigit(text.charCodeAt(end), isHex)) end++;
  if (end === from || text.charCodeAt(end) !== SEMICOLON) failReference(cursor, at, end);
  const code = Number.parseInt(text.slice(from, end), isHex ? 16 : 10);
  if (!isXmlCharacter(code)) failReference(cursor, at, end);
  return { text: String.fromCodePoint(code), name: '', end: end + 1 };
}

function isDigit(unit: number, isHex: boolean): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) || (isHex && ((unit >= 0x41 && unit <= 0x46) || (unit >= 0x61 && unit <= 0x66)))
  );
}

function failReference(cursor: Cursor, at: number, end: number): never {
  cursor.fail(xmlMessages['malformed-reference']({}, cursor.span(at, at + 1)), end);
}

/**
 * The entity of a reference; undefined, and said once, where it is outside of what is read. In attribute values only
 * entities with a text of their own may stand.
 */
export function findEntity(
  scan: ScanState,
  cursor: Cursor,
  { name, end }: Reference,
  inAttribute: boolean,
): (Entity & { readonly kind: 'internal' }) | undefined {
  const place = cursor.span(end - name.length - 2, end);
  const entity = scan.doctype?.entities.get(name);
  if (!entity) {
    if (!scan.doctype?.isIncomplete || scan.standalone)
      cursor.fail(xmlMessages['undefined-entity']({ name }, place), end);
    scan.sayOnce(`&${name};`, xmlMessages['entity-not-found']({ name }, place));
    return undefined;
  }
  if (entity.kind === 'internal') return entity;
  const related = [{ message: 'declared here', place: entity.place }];
  if (entity.kind === 'unparsed' || inAttribute) {
    const { kind } = entity;
    cursor.fail(xmlMessages['entity-not-allowed']({ name, kind, inAttribute }, place, { related }), end);
  }
  scan.sayOnce(`&${name};`, xmlMessages['external-entity-not-read']({ name, href: entity.href }, place, { related }));
  return undefined;
}

/** Has `work` done on an entity's text, where all has the place of the reference; loops and floods end the scan. */
export function expandEntity<Result>(
  scan: ScanState,
  cursor: Cursor,
  { name, text, place: declared }: { readonly name: string; readonly text: string; readonly place: Place },
  place: Place,
  work: (inner: Cursor) => Result,
): Result {
  const { expanding } = scan;
  const related = [{ message: 'declared here', place: declared }];
  if (expanding.includes(name)) cursor.fail(xmlMessages['entity-recursive']({ name }, place, { related }), cursor.at);
  scan.expanded += text.length;
  if (expanding.length >= DEEPEST_ENTITY || scan.expanded > LONGEST_EXPANSION + place.start) {
    const limit =
      expanding.length >= DEEPEST_ENTITY
        ? `more than ${DEEPEST_ENTITY} entities within one another`
        : `entities with more than ${LONGEST_EXPANSION / 1e6} million characters in all`;
    cursor.fail(xmlMessages['entity-expansion-too-large']({ name, limit }, place, { related }), cursor.at);
  }
  expanding.push(name);
  const result = work(new Cursor(cursor.source, text, place));
  expanding.pop();
  return result;
}

/** The normalised value of the attribute written in `[from, to)`: references settled, white space as spaces. */
export function attributeText(scan: ScanState, cursor: Cursor, from: number, to: number): string {
  const { text } = cursor;
  const less = text.slice(from, to).indexOf('<');
  if (less !== -1) cursor.failAtCharacter(from + less);
  let value = '';
  let at = from;
  for (let next = cursor.ampersandFrom(at); next < to; next = cursor.ampersandFrom(at)) {
    const reference = readReference(cursor, next);
    value += spaced(text.slice(at, next), cursor) + (reference.text ?? entityText(scan, cursor, next, reference));
    at = reference.end;
  }
  return value + spaced(text.slice(at, to), cursor);
}

function entityText(scan: ScanState, cursor: Cursor, at: number, reference: Reference): string {
  const entity = findEntity(scan, cursor, reference, true);
  if (!entity) return '';
  return expandEntity(scan, cursor, entity, cursor.span(at, reference.end), (inner) =>
    attributeText(scan, inner, 0, inner.text.length),
  );
}

/** CR LF is one space; in the text of an entity line ends have been settled, and what is left of CR was a reference. */
function spaced(text: string, { place }: Cursor): string {
  return text.replace(place ? /[\t\n\r]/g : /\r\n|[\t\n\r]/g, ' ');
}

/** A value of a type other than CDATA: no spaces at its ends, and single ones between its tokens. */
export function tokensOf(value: string): string {
  return value.includes(' ') ? value.replace(/^ +| +$/g, '').replace(/ {2,}/g, ' ') : value;
}
