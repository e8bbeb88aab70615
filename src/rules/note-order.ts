/** The numbers of notes follow one another, in each document anew, or on each of its pages. */
import { attributeValue, type Element, valuePlace } from '../xml/index.js';
import { type PrintedNumber, printedNumber } from './documents.js';
import { ruleMessages } from './messages.js';
import type { Rule } from './rule.js';
import { outOfSequence } from './sequence.js';

interface Numbered {
  readonly element: Element;
  readonly n: string;
  readonly number: PrintedNumber;
  /** How many page breaks there are before it. */
  readonly page: number;
}

export const noteOrder: Rule = {
  code: 'rule/note-out-of-sequence',
  summary: 'Numbers of notes follow one another in each document',
  severity: 'warning',
  on: 'tei',
  begin(_, report) {
    const series = new Map<Element | undefined, Map<string, Numbered[]>>();
    let page = 0;
    return {
      enter(element, { document, isApart }) {
        if (element.name.local === 'pb' && !isApart) page++;
        if (element.name.local !== 'note' || isApart) return;
        const n = attributeValue(element, 'n');
        const number = n === undefined ? undefined : printedNumber(n);
        // Notes outside of documents, in prefaces and lists, begin anew where they like.
        if (n === undefined || !number || !document) return;
        const ofDocument = series.get(document) ?? new Map<string, Numbered[]>();
        series.set(document, ofDocument);
        const kind = attributeValue(element, 'type') === 'authorial' ? 'authorial' : '';
        const list = ofDocument.get(kind);
        if (list) list.push({ element, n, number, page });
        else ofDocument.set(kind, [{ element, n, number, page }]);
      },
      end() {
        for (const ofDocument of series.values()) {
          for (const list of ofDocument.values()) {
            for (const { item, before } of inSeries(list).flatMap(outOfSequence)) {
              const attribute = item.element.attributes.find(({ name }) => name.local === 'n');
              const place = attribute ? valuePlace(item.element, attribute) : item.element.place;
              report(ruleMessages['note-out-of-sequence']({ n: item.n, before: before.n }, place));
            }
          }
        }
      },
    };
  },
};

/** All notes of a document, or those of each page where every page begins anew; of two pages with one note alone, one 1 may be mistyped. */
function inSeries(notes: readonly Numbered[]): readonly (readonly Numbered[])[] {
  const pages = new Map<number, Numbered[]>();
  for (const note of notes) {
    const page = pages.get(note.page);
    if (page) page.push(note);
    else pages.set(note.page, [note]);
  }
  const byPage = [...pages.values()];
  const isLong = byPage.length > 2 || byPage.filter(({ length }) => length > 1).length > 1;
  const isByPage = isLong && byPage.every(([first]) => first?.n === '1');
  return isByPage ? byPage : [notes];
}
