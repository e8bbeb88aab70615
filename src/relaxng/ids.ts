/** The IDs of a document and the references to them -> IDs used twice, references to nothing (RELAX NG DTD Compatibility, section 5). */
import type { Report } from '../diagnostic/index.js';
import { placeAt, type Source } from '../source/index.js';
import { writtenName, type XmlAttribute } from '../xml/index.js';
import type { IdKind } from './datatypes/index.js';
import { isNcName } from './datatypes/names.js';
import { splitTokens } from './datatypes/white-space.js';
import type { StartTag } from './element-mistakes.js';
import { hashOf, IdTable } from './id-table.js';
import { validationMessages as messages } from './validation-messages.js';

export interface IdChecks {
  see(kind: IdKind, tag: StartTag, attribute: XmlAttribute): void;
  /** Takes the ID that is written in these bytes, of an attribute from `start` to `end` of `source`; false, and nothing is done, where it was there before. */
  seeBytes(
    bytes: Uint8Array,
    from: number,
    to: number,
    hash: number,
    source: Source,
    start: number,
    end: number,
  ): boolean;
  /** Reports the references to nothing: when all IDs have been seen. */
  finish(): void;
}

interface Reference {
  readonly id: string;
  readonly source: Source;
  readonly attribute: XmlAttribute;
}

export function checkIds(report: Report): IdChecks {
  const ids = new IdTable();
  /** Where the first of them stand, by their numbers; only those that do not stand in the document's own file are listed. */
  const elsewhere = new Map<number, Source>();
  const references: Reference[] = [];
  let home: Source | undefined;

  const add = (
    bytes: Uint8Array,
    from: number,
    to: number,
    hash: number,
    source: Source,
    start: number,
    end: number,
  ) => {
    home ??= source;
    if (source !== home) elsewhere.set(ids.size, source);
    ids.add(bytes, from, to, hash, start, end);
  };
  const seeId = (id: string, { source }: StartTag, attribute: XmlAttribute): void => {
    const bytes = Buffer.from(id);
    const hash = hashOf(bytes);
    const found = ids.find(bytes, 0, bytes.length, hash);
    if (found < 0) {
      add(bytes, 0, bytes.length, hash, source, attribute.start, attribute.end);
      return;
    }
    const first = ids.placeOf(found);
    const place = placeAt(elsewhere.get(found) ?? home ?? source, first.start, first.end);
    const related = [{ message: `ID "${id}" is given here first`, place }];
    report(messages['duplicate-id']({ id }, placeAt(source, attribute.start, attribute.end), { related }));
  };
  return {
    see(kind, tag, attribute) {
      const { value } = attribute;
      if (kind === 'id' && isNcName(value)) {
        seeId(value, tag, attribute);
        return;
      }
      const tokens = splitTokens(value);
      // What is not one token is not an ID at all: a matter of the datatype.
      if (kind !== 'idrefs' && tokens.length !== 1) return;
      for (const id of tokens) {
        if (kind === 'id') seeId(id, tag, attribute);
        else references.push({ id, source: tag.source, attribute });
      }
    },
    seeBytes(bytes, from, to, hash, source, start, end) {
      if (ids.find(bytes, from, to, hash) >= 0) return false;
      add(bytes, from, to, hash, source, start, end);
      return true;
    },
    finish() {
      for (const { id, source, attribute } of references) {
        const bytes = Buffer.from(id);
        if (ids.find(bytes, 0, bytes.length, hashOf(bytes)) >= 0) continue;
        const place = placeAt(source, attribute.start, attribute.end);
        report(messages['idref-without-id']({ id, attribute: writtenName(attribute.name) }, place));
      }
    },
  };
}
