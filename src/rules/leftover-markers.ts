/** Nothing is left in the text of what was typed to mark pages and notes: `[Page 12]`, the digit in `Moscow.2`. */
import { attributeValue, type Element } from '../xml/index.js';
import { printedNumber } from './documents.js';
import { ruleMessages } from './messages.js';
import { runPlace } from './places.js';
import type { Rule } from './rule.js';
import type { TextRun } from './text-run.js';

const PAGE = /\[\s?(?:(?:page|pg|pag|seite)\.?\s?(?:\d{1,4}[a-z]?|[ivxlcdm]{1,8})|[ps]\.\s?\d{1,4}[a-z]?)\s?\]/gi;
/** A number of one or two digits with something before it that may be a word's: found fast, looked at closely then. */
const NUMBER = /[a-z.,;:?!)"\u0080-\uFFFB]\d\d?(?![^\s\uFFFC])/g;
/** What it is glued to: a word, or its punctuation. */
const WORD_BEFORE = /\p{Ll}\p{Ll}[.,;:?!)”"’]{0,3}$/u;
const LONGEST_BEFORE = 7;

/** The numbers of a document's notes. */
interface Printed {
  readonly values: Set<number>;
  last: number;
}

interface Candidate {
  readonly run: TextRun;
  readonly index: number;
  readonly digits: string;
}

export const leftoverMarkers: Rule = {
  code: 'rule/leftover-note-marker',
  summary: 'No marker of a page or a note is left in the text',
  severity: 'warning',
  on: 'tei',
  begin(_, report) {
    const candidates: Candidate[] = [];
    const numbers = new Map<Element, Printed>();
    return {
      enter(element, { document }) {
        if (element.name.local !== 'note' || !document) return;
        const number = printedNumber(attributeValue(element, 'n') ?? '');
        if (!number) return;
        const known = numbers.get(document);
        if (known) {
          known.values.add(number.value);
          known.last = Math.max(known.last, number.value);
        } else numbers.set(document, { values: new Set([number.value]), last: number.value });
      },
      run(run) {
        if (run.text.includes('['))
          for (const { 0: marker, index } of run.text.matchAll(PAGE)) {
            report(ruleMessages['leftover-page-marker']({ marker }, runPlace(run, index, index + marker.length)));
          }
        if (run.document === undefined || run.block.name.local === 'note') return;
        for (const { 0: found, index: before } of run.text.matchAll(NUMBER)) {
          const index = before + 1;
          if (!WORD_BEFORE.test(run.text.slice(Math.max(0, index - LONGEST_BEFORE), index))) continue;
          candidates.push({ run, index, digits: found.slice(1) });
        }
      },
      end() {
        for (const { run, index, digits } of candidates) {
          const notes = run.document && numbers.get(run.document);
          const number = Number(digits);
          const end = index + digits.length;
          const isBeside = run.marks.some(
            ({ at, element }) =>
              at >= end && at <= end + 1 && element.name.local === 'note' && attributeValue(element, 'n') === digits,
          );
          const isMissing = notes !== undefined && !notes.values.has(number) && number < notes.last && number > 0;
          if (!isBeside && !isMissing) continue;
          const word = /\S*$/.exec(run.text.slice(Math.max(0, index - 30), index))?.[0] ?? '';
          report(ruleMessages['leftover-note-marker']({ word, digits }, runPlace(run, index, end)));
        }
      },
    };
  },
};
