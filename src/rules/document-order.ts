/** The numbers of documents follow one another. */
import { attributeValue, type Element, valuePlace } from '../xml/index.js';
import { isDocument, type PrintedNumber, printedNumber } from './documents.js';
import { ruleMessages } from './messages.js';
import type { Rule } from './rule.js';
import { outOfSequence } from './sequence.js';

export const documentOrder: Rule = {
  code: 'rule/document-out-of-sequence',
  summary: 'Numbers of documents follow one another',
  severity: 'warning',
  on: 'tei',
  begin(_, report) {
    const found: { readonly element: Element; readonly n: string; readonly number: PrintedNumber }[] = [];
    return {
      enter(element, { document, isApart }) {
        // A document in a document is enclosed in it, and has no number of the volume.
        if (isApart || document || !isDocument(element)) return;
        const n = attributeValue(element, 'n');
        const number = n === undefined ? undefined : printedNumber(n);
        if (n !== undefined && number) found.push({ element, n, number });
      },
      end() {
        for (const { item, before } of outOfSequence(found)) {
          const attribute = item.element.attributes.find(({ name }) => name.local === 'n');
          const place = attribute ? valuePlace(item.element, attribute) : item.element.place;
          report(ruleMessages['document-out-of-sequence']({ n: item.n, before: before.n }, place));
        }
      },
    };
  },
};
