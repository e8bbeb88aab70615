/** The document type declaration with its internal subset -> what it declares (XML 1.0, 2.8); what lies outside is not fetched. */

import { scanAttributes, scanElement, scanEntity, scanNotation } from './dtd-declarations.js';
import type { DeclaredAttribute, DocumentType, Entity } from './dtd-model.js';
import { DeclarationReader } from './dtd-reader.js';
import { xmlMessages } from './messages.js';
import type { Cursor } from './scan-cursor.js';
import { commentAt, instructionAt } from './scan-instruction.js';
import { expandEntity } from './scan-reference.js';
import type { ScanState } from './scan-state.js';

/** A document type that is being read. */
export class Subset implements DocumentType {
  readonly name: string;
  readonly entities = new Map<string, Entity>();
  readonly parameterEntities = new Map<string, Entity>();
  readonly notations = new Set<string>();
  readonly attributes = new Map<string, Map<string, DeclaredAttribute>>();
  isIncomplete = false;
  /** Has a parameter entity been passed over? What comes behind it may have been declared there first. */
  hasGap = false;

  constructor(name: string) {
    this.name = name;
  }
}

/** Reads the declaration at the cursor; answers the offset behind it. */
export function scanDoctype(scan: ScanState, cursor: Cursor): number {
  const start = cursor.at;
  const reader = new DeclarationReader(cursor, start + '<!DOCTYPE'.length);
  if (scan.rootSeen || scan.doctypeSeen) {
    const detail = 'inappropriately located doctype declaration';
    cursor.fail(xmlMessages['malformed-doctype']({ detail }, cursor.span(start, start + 2)), start);
  }
  reader.needSpace('the name of the root');
  const subset = new Subset(reader.name('the name of the root'));
  const isApart = reader.space();
  const external = reader.externalId(false);
  if (external && !isApart) reader.fail('white space was expected behind the name of the root');
  reader.space();
  subset.isIncomplete = external !== undefined;
  scan.doctype = subset;
  if (reader.take('[')) {
    scanSubset(scan, reader, subset);
    reader.need(']');
    reader.space();
  }
  reader.need('>');
  cursor.checkCharacters(reader.at);
  if (external) {
    const href = external.systemId ?? '';
    scan.report(xmlMessages['external-subset-not-read']({ href }, cursor.span(start, reader.at)));
  }
  scan.doctypeSeen = true;
  scan.tellDoctype?.(subset);
  return reader.at;
}

/** Declarations up to the "]" of the document, or to the end of a parameter entity. */
function scanSubset(scan: ScanState, reader: DeclarationReader, subset: Subset): void {
  const { cursor } = reader;
  const { text } = cursor;
  for (;;) {
    reader.space();
    const start = reader.at;
    if (reader.isAtEnd) {
      if (!cursor.place) cursor.failAtEnd();
      cursor.checkCharacters(start);
      return;
    }
    if (text.startsWith(']', start) && !cursor.place) return;
    if (reader.take('%')) scanParameterReference(scan, reader, subset);
    else if (text.startsWith('<!--', start)) reader.at = commentAt(cursor, start);
    else if (text.startsWith('<?', start)) reader.at = instructionAt(cursor, start).end;
    else if (reader.take('<!ENTITY')) scanEntity(scan, reader, subset);
    else if (reader.take('<!ATTLIST')) scanAttributes(scan, reader, subset);
    else if (reader.take('<!ELEMENT')) scanElement(reader);
    else if (reader.take('<!NOTATION')) scanNotation(reader, subset);
    else reader.fail('expected a declaration, or "]"');
  }
}

/** A parameter entity of the subset itself is read in place; one in another file is passed over. */
function scanParameterReference(scan: ScanState, reader: DeclarationReader, subset: Subset): void {
  const { cursor } = reader;
  const start = reader.at - 1;
  const name = reader.name('the name of a parameter entity');
  reader.need(';');
  const place = cursor.span(start, reader.at);
  const entity = subset.parameterEntities.get(name);
  const mayBeElsewhere = subset.isIncomplete;
  // Even where all of them are read, an entity that is not declared is then no violation (4.1, "Entity Declared").
  subset.isIncomplete = true;
  if (entity?.kind === 'internal') {
    expandEntity(scan, cursor, { ...entity, name: `%${name};` }, place, (inner) =>
      scanSubset(scan, new DeclarationReader(inner, 0), subset),
    );
    return;
  }
  if (!entity && (!mayBeElsewhere || scan.standalone)) {
    cursor.fail(xmlMessages['undefined-entity']({ name, sign: '%' }, place), reader.at);
  }
  subset.hasGap = true;
  if (entity) scan.sayOnce(`%${name};`, xmlMessages['external-subset-not-read']({ href: entity.href }, place));
}
