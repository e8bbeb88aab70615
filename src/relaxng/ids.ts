/** The IDs of a document and the references to them -> IDs used twice, references to nothing (RELAX NG DTD Compatibility, section 5). */
import type { Report } from '../diagnostic/index.js';
import { placeAt, type Source } from '../source/index.js';
import { writtenName, type XmlAttribute } from '../xml/index.js';
import type { IdKind } from './datatypes/index.js';
import { isNcName } from './datatypes/strings.js';
import { splitTokens } from './datatypes/white-space.js';
import type { StartTag } from './element-mistakes.js';
import { validationMessages as messages } from './validation-messages.js';

export interface IdChecks {
  see(kind: IdKind, tag: StartTag, attribute: XmlAttribute): void;
  /** Reports the references to nothing: when all IDs have been seen. */
  finish(): void;
}

interface Reference {
  readonly id: string;
  readonly source: Source;
  readonly attribute: XmlAttribute;
}

export function checkIds(report: Report): IdChecks {
  const ids = new Map<string, XmlAttribute>();
  /** Where the first of them stand; only those that do not stand in the document's own file are listed. */
  const elsewhere = new Map<string, Source>();
  const references: Reference[] = [];
  let home: Source | undefined;

  const seeId = (id: string, { source }: StartTag, attribute: XmlAttribute): void => {
    const first = ids.get(id);
    if (first === undefined) {
      ids.set(id, attribute);
      home ??= source;
      if (source !== home) elsewhere.set(id, source);
      return;
    }
    const place = placeAt(elsewhere.get(id) ?? home ?? source, first.start, first.end);
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
    finish() {
      for (const { id, source, attribute } of references) {
        if (ids.has(id)) continue;
        const place = placeAt(source, attribute.start, attribute.end);
        report(messages['idref-without-id']({ id, attribute: writtenName(attribute.name) }, place));
      }
    },
  };
}
