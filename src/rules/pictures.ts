/** Pictures that `@facs` and `@url` name are there, where pictures are kept beside the text. */
import { type Attribute, type Element, valuePlace } from '../xml/index.js';
import { ruleMessages } from './messages.js';
import type { Rule } from './rule.js';

/** So many names, taken from the whole file, show whether there are pictures at all. */
const SAMPLE = 20;
const URL_HOLDERS: ReadonlySet<string> = new Set(['graphic', 'media']);

export const pictures: Rule = {
  code: 'rule/picture-missing',
  summary: 'Pictures of pages are where they are said to be',
  severity: 'warning',
  on: 'tei',
  begin({ surroundings }, report) {
    if (!surroundings) return undefined;
    const named: { readonly element: Element; readonly attribute: Attribute; readonly word: string }[] = [];
    return {
      enter(element) {
        for (const attribute of element.attributes) {
          const { name, value } = attribute;
          if (name.namespace !== '') continue;
          if (name.local !== 'facs' && !(name.local === 'url' && URL_HOLDERS.has(element.name.local))) continue;
          for (const word of value.split(/\s+/)) {
            if (word === '' || word.startsWith('#') || /^[A-Za-z][A-Za-z0-9+.-]+:/.test(word)) continue;
            named.push({ element, attribute, word });
          }
        }
      },
      end() {
        const [first] = named;
        if (!first) return;
        const step = Math.ceil(named.length / SAMPLE);
        const sample = named.filter((_, i) => i % step === 0);
        if (!sample.some(({ word }) => surroundings.hasPicture(word))) {
          const { element, attribute, word } = first;
          const place = valuePlace(element, attribute, word);
          report(ruleMessages['no-pictures']({ first: word, count: named.length }, place));
          return;
        }
        for (const { element, attribute, word } of named) {
          if (surroundings.hasPicture(word)) continue;
          const place = valuePlace(element, attribute, word);
          report(ruleMessages['picture-missing']({ file: word, attribute: attribute.name.local }, place));
        }
      },
    };
  },
};
