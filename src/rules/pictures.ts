/** Pictures that `@facs` and `@url` name are there, where pictures are kept beside the text. */
import type { Attribute, Element } from '../xml/index.js';
import { ruleMessages } from './messages.js';
import { valuePlace } from './places.js';
import type { Rule } from './rule.js';

/** A name without its ending may stand for any of these. */
const ENDINGS = ['', '.jpg', '.jpeg', '.png', '.tif', '.tiff', '.jp2', '.gif', '.webp'];
const URL_HOLDERS: ReadonlySet<string> = new Set(['graphic', 'media']);

export const pictures: Rule = {
  code: 'rule/picture-missing',
  summary: 'Pictures of pages are where they are said to be',
  severity: 'warning',
  on: 'tei',
  begin({ surroundings }, report) {
    if (!surroundings) return undefined;
    const missing: { readonly element: Element; readonly attribute: Attribute; readonly word: string }[] = [];
    let present = 0;
    return {
      enter(element) {
        for (const attribute of element.attributes) {
          const { name, value } = attribute;
          if (name.namespace !== '') continue;
          if (name.local !== 'facs' && !(name.local === 'url' && URL_HOLDERS.has(element.name.local))) continue;
          for (const word of value.split(/\s+/)) {
            if (word === '' || word.startsWith('#') || /^[A-Za-z][A-Za-z0-9+.-]+:/.test(word)) continue;
            if (ENDINGS.some((ending) => surroundings.hasFile(word + ending))) present++;
            else missing.push({ element, attribute, word });
          }
        }
      },
      end() {
        const [first] = missing;
        if (!first) return;
        if (present === 0) {
          const { element, attribute, word } = first;
          const place = valuePlace(element, attribute, word);
          report(ruleMessages['no-pictures']({ first: word, count: missing.length }, place));
          return;
        }
        for (const { element, attribute, word } of missing) {
          const place = valuePlace(element, attribute, word);
          report(ruleMessages['picture-missing']({ file: word, attribute: attribute.name.local }, place));
        }
      },
    };
  },
};
