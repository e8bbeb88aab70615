/** The value of a date agrees with its words: `<date when="1961-05-12">May 12, 1961</date>` (TEI P5, 14.4.1). */
import { type DateValue, hasValue, parseDate } from '../document/index.js';
import { type Place, placeAt } from '../source/index.js';
import { type Attribute, attributeValue, type Element, valuePlace } from '../xml/index.js';
import { ruleMessages } from './messages.js';
import { tagPlace } from './places.js';
import type { Rule } from './rule.js';

const VALUES: ReadonlySet<string> = new Set(
  `when from to notBefore notAfter when-iso from-iso to-iso when-custom notBefore-iso notAfter-iso dur period sameAs
  datingMethod`.split(/\s+/),
);
/** Longer words are no date, but a remark on one. */
const LONGEST = 80;

export const dates: Rule = {
  code: 'rule/date-differs',
  summary: 'Values of dates agree with their words',
  severity: 'warning',
  on: 'tei',
  begin(_, report) {
    return {
      enter(element, { ancestors, isApart }) {
        if (element.name.local !== 'date' && element.name.local !== 'docDate') return;
        const words = wordsOf(element).replace(/\s+/g, ' ').trim();
        if (words === '' || words.length > LONGEST || isOfOtherCalendar(element)) return;
        const language = languageOf([...ancestors, element]);
        const hasValue = element.attributes.some(({ name }) => VALUES.has(name.local));
        if (!hasValue) {
          const said = isApart ? undefined : parseDate(words, { language });
          if (said?.when !== undefined && said.when.length >= 'YYYY-MM-DD'.length) {
            const place = tagPlace(element);
            const at = addAttribute(element);
            const message = `add when="${said.when}"`;
            const fix = at && { message, edits: [{ place: at, text: ` when="${said.when}"` }] };
            report(ruleMessages['date-without-value']({ words, value: said.when }, place, fix && { fix }));
          }
          return;
        }
        for (const name of ['when', 'from', 'to', 'notBefore', 'notAfter'] as const) {
          const attribute = element.attributes.find((a) => a.name.local === name && a.name.namespace === '');
          if (!attribute) continue;
          const said = saidBy(words, name, attribute, language);
          // An hour that an editor has put right in brackets leaves both hours in the words.
          if (said === undefined || agree(attribute.value, /[[\]]/.test(words) ? said.slice(0, 10) : said)) continue;
          report(
            ruleMessages['date-differs'](
              { attribute: name, value: attribute.value, words, said },
              valuePlace(element, attribute),
            ),
          );
        }
      },
    };
  },
};

/** The words of the source, without the notes on them. */
function wordsOf(element: Element): string {
  return element.children
    .map((child) => {
      if (child.kind === 'text') return child.text;
      if (child.kind !== 'element' || /^(?:note|corr|reg|expan)$/.test(child.name.local)) return '';
      return child.name.local === 'lb' ? ' ' : wordsOf(child);
    })
    .join('');
}

function isOfOtherCalendar(element: Element): boolean {
  const calendar = attributeValue(element, 'calendar');
  return calendar !== undefined && !/gregorian/i.test(calendar);
}

function languageOf(elements: readonly Element[]): string {
  const languages = elements.map((element) => attributeValue(element, 'xml:lang'));
  return languages.findLast((language) => language !== undefined && language !== '') ?? 'en';
}

/** What the words say; words without a year are read with the year of the value. */
function saidBy(words: string, key: keyof DateValue, attribute: Attribute, language: string): string | undefined {
  const said = parseDate(words, { language });
  if (said && hasValue(said)) return said[key];
  if (/\d{4}|[?[\]]|['’]\d\d/.test(words) || key !== 'when') return undefined;
  const [year] = attribute.value.split('-');
  if (year === undefined || !/^\d{4}$/.test(year)) return undefined;
  return parseDate(`${words.replace(/[\s,.]+$/, '')}, ${year}`, { language })?.when;
}

/** As far as both go. Times are compared to the minute, zones are not. */
function agree(value: string, said: string): boolean {
  const [day = '', time] = value.trim().split('T');
  const [saidDay = '', saidTime] = said.split('T');
  const length = Math.min(day.length, saidDay.length);
  if (!/^\d{4}(?:-\d\d){0,2}$/.test(day)) return true;
  if (day.slice(0, length) !== saidDay.slice(0, length)) return false;
  if (time === undefined || saidTime === undefined || !/^\d\d:\d\d/.test(time)) return true;
  return time.slice(0, 5) === saidTime.slice(0, 5);
}

/** Where an attribute is added: behind the name of the element. Undefined where no tag is written. */
function addAttribute({ place: { source, start } }: Element): Place | undefined {
  const name = /<[^\s/>]+/y;
  name.lastIndex = start;
  const found = name.exec(source.text);
  return found ? placeAt(source, start + found[0].length) : undefined;
}
