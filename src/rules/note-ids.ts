/** The identifier of a note names the document that the note is in: `d15fn2` stands in `d15`. */
import { attributeValue, valuePlace, XML_NAMESPACE } from '../xml/index.js';
import { ruleMessages } from './messages.js';
import type { Rule } from './rule.js';

/** `d15fn2`: the document, and the note in it. */
const OF_DOCUMENT = /^(.*?\d[a-e]?)[-_.]?(?:fn|note|n)[-_.]?\d+[a-z]?(?:-\d+)?$/i;

export const noteIds: Rule = {
  code: 'rule/note-of-other-document',
  summary: 'Identifiers of notes name the document that they are in',
  severity: 'warning',
  on: 'tei',
  begin(_, report) {
    return {
      enter(element, { ancestors, document }) {
        if (element.name.local !== 'note' || !document) return;
        const attribute = element.attributes.find(
          ({ name }) => name.local === 'id' && name.namespace === XML_NAMESPACE,
        );
        const own = attributeValue(document, 'xml:id') ?? '';
        const named = attribute && OF_DOCUMENT.exec(attribute.value)?.[1];
        if (attribute === undefined || named === undefined) return;
        if (ancestors.some((ancestor) => attributeValue(ancestor, 'xml:id') === named)) return;
        if (named.replace(/\d+/g, '9') !== own.replace(/\d+/g, '9')) return;
        const place = valuePlace(element, attribute);
        report(ruleMessages['note-of-other-document']({ id: attribute.value, named, document: own }, place));
      },
    };
  },
};
