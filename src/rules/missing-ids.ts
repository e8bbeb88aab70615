/** Notes, page breaks and documents have identifiers where the others of their kind have: made of their numbers, as those are. */
import { placeAt } from '../source/index.js';
import { attributeValue, type Element } from '../xml/index.js';
import { ruleMessages } from './messages.js';
import { tagPlace } from './places.js';
import type { Rule } from './rule.js';

const KINDS: ReadonlySet<string> = new Set(['div', 'note', 'pb']);
/** A habit shows in so many elements. */
const FEWEST = 3;

interface Numbered {
  readonly element: Element;
  readonly n: string;
  /** The identifier of the document that a note is in. */
  readonly owner: string;
}

interface Habit {
  readonly templates: Map<string, number>;
  readonly without: Numbered[];
  total: number;
}

export const missingIds: Rule = {
  code: 'rule/id-missing',
  summary: 'Elements have identifiers where others of their kind have',
  severity: 'warning',
  on: 'tei',
  begin(_, report) {
    const ids = new Set<string>();
    const habits = new Map<string, Habit>();
    return {
      enter(element, { document, isApart }) {
        const id = attributeValue(element, 'xml:id');
        if (id !== undefined) ids.add(id);
        const { local } = element.name;
        if (isApart || !KINDS.has(local)) return;
        const n = attributeValue(element, 'n')?.trim();
        if (n === undefined || n === '') return;
        const type = local === 'div' ? (attributeValue(element, 'type') ?? '') : '';
        const habit = habits.get(`${local} ${type}`) ?? { templates: new Map<string, number>(), without: [], total: 0 };
        habits.set(`${local} ${type}`, habit);
        const owner = (local === 'note' && document ? attributeValue(document, 'xml:id') : undefined) ?? '';
        const numbered = { element, n, owner };
        if (id === undefined) habit.without.push(numbered);
        else {
          habit.total++;
          const template = templateOf(id, numbered);
          if (template !== undefined) habit.templates.set(template, (habit.templates.get(template) ?? 0) + 1);
        }
      },
      end() {
        for (const { templates, without, total } of habits.values()) {
          const [usual] = [...templates].sort((a, b) => b[1] - a[1]);
          // An edition that gives identifiers to some only has its reasons.
          if (!usual || usual[1] < FEWEST || usual[1] < total * 0.8 || without.length > Math.max(1, total * 0.2))
            continue;
          for (const numbered of without) {
            const id = usual[0].replace('{n}', numbered.n).replace('{owner}', numbered.owner);
            const place = tagPlace(numbered.element);
            const end = place.end - (place.source.text[place.end - 2] === '/' ? 2 : 1);
            const isFree = /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(id) && !ids.has(id);
            const isTag = place.source.text[place.start] === '<';
            const edits = [{ place: placeAt(place.source, end), text: ` xml:id="${id}"` }];
            const fix = isFree && isTag ? { fix: { message: `add xml:id="${id}"`, edits } } : undefined;
            if (isFree) ids.add(id);
            report(ruleMessages['id-missing']({ element: numbered.element.name.local, n: numbered.n, id }, place, fix));
          }
        }
      },
    };
  },
};

/** `d15fn2` of note 2 in `d15` is `{owner}fn{n}`; undefined where it does not end in the number. */
function templateOf(id: string, { n, owner }: Numbered): string | undefined {
  if (!id.endsWith(n)) return undefined;
  const stem = id.slice(0, id.length - n.length);
  if (owner === '') return `${stem}{n}`;
  return stem.startsWith(owner) ? `{owner}${stem.slice(owner.length)}{n}` : undefined;
}
