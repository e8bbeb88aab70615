/** Page numbers rise: `pb/@n` in the order of the text, roman before arabic, `19` before `19a`; several series in a volume, and one in the notes of each document. */
import { attributeValue, type Element, valuePlace } from '../xml/index.js';
import { ruleMessages } from './messages.js';
import type { Rule } from './rule.js';

interface PageNumber {
  readonly system: 'roman' | 'arabic';
  readonly value: number;
  /** Letters or a further number behind: `a` in `19a`. */
  readonly rest: string;
}

type Series = Map<string, { readonly number: PageNumber; readonly n: string }>;

const PARTS: ReadonlySet<string> = new Set(['text', 'front', 'body', 'back', 'group']);
const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

export const pageOrder: Rule = {
  code: 'rule/page-out-of-order',
  summary: 'Page numbers rise',
  severity: 'warning',
  on: 'tei',
  begin(_, report) {
    /** Editions count pages each for itself. */
    const series: Series = new Map();
    let ofNotes: { readonly document: Element | undefined; readonly series: Series } | undefined;
    const notesOf = (document: Element | undefined): Series => {
      if (!ofNotes || ofNotes.document !== document) ofNotes = { document, series: new Map() };
      return ofNotes.series;
    };
    let startsAnew = false;
    /** The document that the last page break is in. */
    let within: Element | undefined;
    return {
      enter(element, { ancestors, document }) {
        const { local } = element.name;
        // A document, or a part of a volume, may have pages of its own, which may begin just before it.
        if (PARTS.has(local) || (local === 'div' && document === undefined)) startsAnew = true;
        if (local !== 'pb') return;
        const n = attributeValue(element, 'n') ?? '';
        const number = parsePageNumber(n);
        if (!number) return;
        const edition = attributeValue(element, 'ed') ?? attributeValue(element, 'edRef') ?? '';
        // Notes may be printed below a later page than the one that they are cited on.
        const isInNote = ancestors.some(({ name }) => name.local === 'note');
        const counted = isInNote ? notesOf(document) : series;
        const before = counted.get(edition);
        const parent = ancestors[ancestors.length - 1]?.name.local ?? '';
        const isBetween = document === undefined && (parent === 'div' || PARTS.has(parent));
        // The first page of a letter of its own need not be marked.
        const isOwn = document !== undefined && document !== within && number.value <= 2;
        if (!isInNote) within = document;
        const isFirst = isOwn || ((startsAnew || isBetween) && number.value === 1);
        if (before && !isFirst && !rises(before.number, number)) {
          const attribute = element.attributes.find(({ name }) => name.local === 'n');
          const place = attribute ? valuePlace(element, attribute) : element.place;
          report(ruleMessages['page-out-of-order']({ n, before: before.n }, place));
        }
        counted.set(edition, { number, n });
        if (!isInNote) startsAnew = false;
      },
    };
  },
};

/** Undefined for what is no number: such a page is passed over. Brackets of a supplied number do not count. */
export function parsePageNumber(n: string): PageNumber | undefined {
  const bare = n.replace(/^\[|\]$/g, '').trim();
  const arabic = /^(\d{1,6})(\D.*)?$/.exec(bare);
  if (arabic?.[1]) return { system: 'arabic', value: Number(arabic[1]), rest: arabic[2] ?? '' };
  if (!/^[ivxlcdm]+$/i.test(bare)) return undefined;
  const digits = [...bare.toLowerCase()].map((letter) => ROMAN[letter] ?? 0);
  const value = digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0);
  return { system: 'roman', value, rest: '' };
}

function rises(before: PageNumber, after: PageNumber): boolean {
  if (before.system !== after.system) return before.system === 'roman';
  return after.value > before.value || (after.value === before.value && after.rest > before.rest);
}
