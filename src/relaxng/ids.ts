/** The IDs of a document and the references to them -> IDs used twice, references to nothing (RELAX NG DTD Compatibility, section 5). */
import type { Report } from '../diagnostic/index.js';
import { type Place, placeAt } from '../source/index.js';
import { writtenName, type XmlAttribute } from '../xml/index.js';
import type { IdKind } from './datatypes/index.js';
import { splitTokens } from './datatypes/white-space.js';
import type { StartTag } from './element-mistakes.js';
import { validationMessages as messages } from './validation-messages.js';

export interface IdChecks {
  see(kind: IdKind, tag: StartTag, attribute: XmlAttribute): void;
  /** Reports the references to nothing: when all IDs have been seen. */
  finish(): void;
}

export function checkIds(report: Report): IdChecks {
  const ids = new Map<string, Place>();
  const references: { readonly id: string; readonly attribute: string; readonly place: Place }[] = [];
  return {
    see(kind, tag, attribute) {
      const tokens = splitTokens(attribute.value);
      // What is not one token is not an ID at all: a matter of the datatype.
      if (kind !== 'idrefs' && tokens.length !== 1) return;
      const place = placeAt(tag.source, attribute.start, attribute.end);
      for (const id of tokens) {
        if (kind !== 'id') {
          references.push({ id, attribute: writtenName(attribute.name), place });
          continue;
        }
        const first = ids.get(id);
        if (first === undefined) ids.set(id, place);
        else
          report(
            messages['duplicate-id']({ id }, place, {
              related: [{ message: `ID "${id}" is given here first`, place: first }],
            }),
          );
      }
    },
    finish() {
      for (const { id, attribute, place } of references) {
        if (!ids.has(id)) report(messages['idref-without-id']({ id, attribute }, place));
      }
    },
  };
}
