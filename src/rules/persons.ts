/** Names of persons are keyed with persons that are known: in the file, or in the lists of the settings (TEI P5, 14.3.2). */
import { type Attribute, type Element, valuePlace, XML_NAMESPACE } from '../xml/index.js';
import { ruleMessages } from './messages.js';
import type { Rule } from './rule.js';

/** What a key of a person leads to. */
const PERSONS: ReadonlySet<string> = new Set([
  'person',
  'persName',
  'personGrp',
  'persona',
  'item',
  'name',
  'rs',
  'org',
]);

export const persons: Rule = {
  code: 'rule/person-unknown',
  summary: 'Names of persons are keyed with persons that are known',
  severity: 'error',
  on: 'tei',
  begin({ surroundings, written }, report) {
    if (!surroundings && !written) return undefined;
    const known = new Map<string, string>();
    const plain = new Map<string, string>();
    const found: { readonly element: Element; readonly attribute: Attribute; readonly word: string }[] = [];
    let hasList = false;
    return {
      enter(element) {
        const { local } = element.name;
        if (local === 'listPerson') hasList = true;
        const isName = local === 'persName';
        for (const attribute of element.attributes) {
          const { name, value } = attribute;
          if (name.local === 'id' && name.namespace === XML_NAMESPACE) known.set(value, local);
          else if (isName && (name.local === 'ref' || name.local === 'corresp')) {
            for (const word of value.split(/\s+/)) if (/^#.+/.test(word)) found.push({ element, attribute, word });
          } else if (isName && name.local === 'key' && value !== '') found.push({ element, attribute, word: value });
        }
      },
      end() {
        for (const [id, local] of known) if (PERSONS.has(local)) plain.set(plainly(id), id);
        const listed = surroundings?.listed;
        // Where there is no list at all, it is elsewhere: that is said once.
        const isElsewhere = plain.size === 0 && !listed;
        const leaving = found.filter(
          ({ attribute, word }) => attribute.name.local !== 'key' && !known.has(word.slice(1)),
        );
        const [first] = leaving;
        if (isElsewhere && first) {
          const { element, attribute, word } = first;
          const names = { pointer: word, attribute: attribute.name.local, element: element.name.local };
          const place = valuePlace(element, attribute, word);
          report(ruleMessages['pointer-leaves-file']({ ...names, count: leaving.length }, place));
        }
        for (const { element, attribute, word } of found) {
          const isKey = attribute.name.local === 'key';
          // Without any list a key is a name in a database elsewhere.
          if (isKey && !listed && !hasList) continue;
          const id = isKey ? word : word.slice(1);
          if (listed?.has(id)) continue;
          const names = { value: word, attribute: attribute.name.local };
          const place = () => valuePlace(element, attribute, word);
          const target = known.get(id);
          if (target === undefined && isElsewhere) continue;
          if (target === undefined) {
            report(ruleMessages['person-unknown']({ ...names, near: plain.get(plainly(id)) }, place()));
          } else if (!PERSONS.has(target)) report(ruleMessages['not-a-person']({ ...names, target }, place()));
        }
      },
    };
  },
};

function plainly(id: string): string {
  return id.toLowerCase().replace(/[-_.]/g, '');
}
