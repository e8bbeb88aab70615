/** Declarations of entities, attributes, elements and notations -> the document type (XML 1.0, 3.2, 3.3, 4.2, 4.7). */
import { normalizeLineEnds } from './characters.js';
import type { Subset } from './dtd.js';
import type { DeclaredAttribute, Entity } from './dtd-model.js';
import type { DeclarationReader } from './dtd-reader.js';
import { attributeText, readReference, tokensOf } from './scan-reference.js';
import type { ScanState } from './scan-state.js';

/** `<!ENTITY name "text">`, `<!ENTITY % name SYSTEM "file">` ... The first declaration of a name holds. */
export function scanEntity(scan: ScanState, reader: DeclarationReader, subset: Subset): void {
  const { cursor } = reader;
  const start = reader.at - '<!ENTITY'.length;
  reader.needSpace('the name of the entity');
  const isParameter = reader.take('%');
  if (isParameter) reader.needSpace('the name of the entity');
  const name = reader.plainName('the name of the entity');
  reader.needSpace('what the entity stands for');
  let text: string | undefined;
  let href = '';
  let isUnparsed = false;
  if (reader.isAtQuote()) text = entityValue(reader);
  else {
    const external = reader.externalId(false);
    if (!external) reader.fail('what the entity stands for was expected, in quotes');
    href = external.systemId ?? '';
    const isApart = reader.space();
    isUnparsed = !isParameter && reader.take('NDATA');
    if (isUnparsed) {
      if (!isApart) reader.fail('white space was expected before "NDATA"', reader.at - 'NDATA'.length);
      reader.needSpace('the name of the notation');
      reader.plainName('the name of the notation');
    }
  }
  reader.space();
  reader.need('>');
  const place = cursor.span(start, reader.at);
  const kind = isUnparsed ? 'unparsed' : 'external';
  const entity: Entity = text === undefined ? { kind, name, href, place } : { kind: 'internal', name, text, place };
  const known = isParameter ? subset.parameterEntities : subset.entities;
  if (!known.has(name) && (!subset.hasGap || scan.standalone)) known.set(name, entity);
}

/** The replacement text: references to characters are settled, those to entities are left (4.4). */
function entityValue(reader: DeclarationReader): string {
  const { cursor } = reader;
  const { start, end } = reader.quoted('the text of the entity');
  const percent = cursor.text.slice(start, end).indexOf('%');
  if (percent !== -1) reader.fail('within a declaration no parameter entity may be referred to', start + percent);
  const plain = (from: number, to: number) => {
    const text = cursor.text.slice(from, to);
    return cursor.place ? text : normalizeLineEnds(text);
  };
  let value = '';
  let from = start;
  for (let at = cursor.ampersandFrom(from); at < end; at = cursor.ampersandFrom(from)) {
    const reference = readReference(cursor, at);
    const isCharacter = reference.name === '';
    value += plain(from, at) + (isCharacter ? (reference.text ?? '') : cursor.text.slice(at, reference.end));
    from = reference.end;
  }
  return value + plain(from, end);
}

const TYPES: readonly string[] = ['CDATA', 'IDREFS', 'IDREF', 'ID', 'ENTITIES', 'ENTITY', 'NMTOKENS', 'NMTOKEN'];

/** `<!ATTLIST element name type default ...>`. */
export function scanAttributes(scan: ScanState, reader: DeclarationReader, subset: Subset): void {
  reader.needSpace('the name of the element');
  const element = reader.name('the name of the element');
  const known = subset.attributes.get(element) ?? new Map<string, DeclaredAttribute>();
  const holds = !subset.hasGap || scan.standalone;
  for (;;) {
    const isApart = reader.space();
    if (reader.take('>')) break;
    if (!isApart) reader.fail('white space was expected before the name of the attribute');
    const name = reader.name('the name of an attribute');
    reader.needSpace('the type of the attribute');
    const type = attributeType(reader);
    reader.needSpace('the default of the attribute');
    const value = attributeDefault(scan, reader);
    if (!holds || known.has(name)) continue;
    known.set(name, { name, type, default: type === 'CDATA' || value === undefined ? value : tokensOf(value) });
  }
  if (known.size > 0) subset.attributes.set(element, known);
}

function attributeType(reader: DeclarationReader): string {
  const from = reader.at;
  if (reader.take('NOTATION')) {
    reader.needSpace('the list of notations');
    reader.need('(');
    readChoice(reader, () => reader.plainName('the name of a notation'));
    return 'NOTATION';
  }
  if (reader.take('(')) {
    readChoice(reader, () => reader.nameToken('a value'));
    return 'NMTOKEN';
  }
  const type = reader.name('the type of the attribute');
  if (!TYPES.includes(type)) reader.fail(`"${type}" is no type of attributes`, from);
  return type;
}

/** ` a | b )`: what comes behind the opening bracket. */
function readChoice(reader: DeclarationReader, read: () => void): void {
  do {
    reader.space();
    read();
    reader.space();
  } while (reader.take('|'));
  reader.need(')');
}

function attributeDefault(scan: ScanState, reader: DeclarationReader): string | undefined {
  if (reader.take('#REQUIRED') || reader.take('#IMPLIED')) return undefined;
  if (reader.take('#FIXED')) reader.needSpace('the fixed value');
  const { start, end } = reader.quoted('the default of the attribute');
  return attributeText(scan, reader.cursor, start, end);
}

/** `<!ELEMENT name model>`: the model is read for its form alone; the schema is what documents are held to. */
export function scanElement(reader: DeclarationReader): void {
  reader.needSpace('the name of the element');
  reader.name('the name of the element');
  reader.needSpace('the content of the element');
  if (!reader.take('EMPTY') && !reader.take('ANY')) {
    reader.need('(');
    reader.space();
    if (reader.take('#PCDATA')) readMixed(reader);
    else readModel(reader);
  }
  reader.space();
  reader.need('>');
}

function readMixed(reader: DeclarationReader): void {
  let names = 0;
  reader.space();
  while (reader.take('|')) {
    reader.space();
    reader.name('the name of an element');
    reader.space();
    names++;
  }
  reader.need(')');
  if (names > 0) reader.need('*');
  else reader.take('*');
}

/** Groups within groups, without recursion: `separators` has the sign of each open group, once one was seen. */
function readModel(reader: DeclarationReader): void {
  const separators: (string | undefined)[] = [undefined];
  const readOccurrence = () => reader.take('?') || reader.take('*') || reader.take('+');
  let wantsItem = true;
  while (separators.length > 0) {
    reader.space();
    if (wantsItem) {
      if (reader.take('(')) separators.push(undefined);
      else {
        reader.name('the name of an element');
        readOccurrence();
        wantsItem = false;
      }
    } else if (reader.take(')')) {
      separators.pop();
      readOccurrence();
    } else {
      const sign = reader.cursor.text.charAt(reader.at);
      const last = separators.length - 1;
      if ((sign !== '|' && sign !== ',') || (separators[last] ?? sign) !== sign) {
        reader.fail(`expected ${separators[last] === undefined ? '"|", ","' : `"${separators[last]}"`} or ")"`);
      }
      separators[last] = sign;
      reader.take(sign);
      wantsItem = true;
    }
  }
}

/** `<!NOTATION name PUBLIC "...">`. */
export function scanNotation(reader: DeclarationReader, subset: Subset): void {
  reader.needSpace('the name of the notation');
  const name = reader.plainName('the name of the notation');
  reader.needSpace('the identifier of the notation');
  if (!reader.externalId(true)) reader.fail('expected "SYSTEM" or "PUBLIC"');
  reader.space();
  reader.need('>');
  subset.notations.add(name);
}
