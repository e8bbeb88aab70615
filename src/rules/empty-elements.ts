/** Elements that are there to hold words hold some. */
import type { Element } from '../xml/index.js';
import { ruleMessages } from './messages.js';
import { tagPlace } from './places.js';
import type { Rule } from './rule.js';

/** Elements that say nothing without words. Those that stand for a point or a gap, cells, and what attributes complete are not among them. */
const HOLD_WORDS: ReadonlySet<string> = new Set(
  `p head ab l lg item salute signed closer opener dateline postscript persName placeName orgName roleName forename surname
  hi emph foreign title term gloss abbr sic orig add supplied quote q note list table row byline argument
  trailer epigraph div floatingText`.split(/\s+/),
);

/** An element with one of these has its words elsewhere. */
const ELSEWHERE: ReadonlySet<string> = new Set(['copyOf', 'sameAs', 'target', 'facs', 'next', 'prev']);

export const emptyElements: Rule = {
  code: 'rule/empty-element',
  summary: 'Elements for words are not empty',
  severity: 'warning',
  on: 'tei',
  begin(_, report) {
    return {
      enter(element, { isApart }) {
        if (isApart || !HOLD_WORDS.has(element.name.local) || !isEmpty(element)) return;
        if (element.attributes.some(({ name }) => ELSEWHERE.has(name.local))) return;
        report(ruleMessages['empty-element']({ element: element.name.local }, tagPlace(element)));
      },
    };
  },
};

/** A comment says that someone has seen it. In a highlighted space the space is meant. */
function isEmpty({ name, children }: Element): boolean {
  if (name.local === 'hi') return children.length === 0;
  return children.every((child) => child.kind === 'text' && !/\S/.test(child.text));
}
