/** Notes stand close to their words, where that is the habit of the file: `peace,<note/>`, not `peace, <note/>`. */
import { type Place, placeAt } from '../source/index.js';
import type { Element } from '../xml/index.js';
import { ruleMessages } from './messages.js';
import { tagPlace } from './places.js';
import type { Rule } from './rule.js';

/** A habit shows in so many notes, of which no more than this part may stand apart. */
const FEWEST = 10;
const LARGEST_PART = 0.1;

export const noteSpaces: Rule = {
  code: 'rule/space-before-note',
  summary: 'Notes stand close to their words, where others of the file do',
  severity: 'info',
  on: 'tei',
  begin(_, report) {
    let notes = 0;
    const apart: { readonly element: Element; readonly place: Place }[] = [];
    return {
      run({ text, marks }) {
        for (const { at, element } of marks) {
          if (element.name.local !== 'note' || at === 0) continue;
          notes++;
          const { source, start } = element.place;
          // White space on both sides: without the first, words are still parted.
          if (!/\S\s+$/.test(text.slice(Math.max(0, at - 80), at)) || !/^(?:\s|[.,;:)]|$)/.test(text.slice(at, at + 1)))
            continue;
          const space = /\s+$/.exec(source.text.slice(Math.max(0, start - 400), start))?.[0].length ?? 0;
          if (space > 0 && source.text[start] === '<') {
            apart.push({ element, place: placeAt(source, start - space, start) });
          }
        }
      },
      end() {
        if (notes < FEWEST || apart.length > notes * LARGEST_PART) return;
        for (const { element, place } of apart) {
          const fix = { message: 'take the white space away', edits: [{ place, text: '' }] };
          report(ruleMessages['space-before-note']({}, tagPlace(element), { fix }));
        }
      },
    };
  },
};
