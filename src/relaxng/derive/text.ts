/** Pattern x text between tags -> what is left after it (RELAX NG 1.0, section 6.2.3; Clark's textDeriv for mixed content, where data cannot stand). */
import { type Pattern, type PatternTable, Trait } from '../pattern.js';
import { passCompound } from './compound.js';

/** The pattern after text that is not all white space; `notAllowed` where no text may stand. */
export function passText(table: PatternTable, pattern: Pattern): Pattern {
  if ((pattern.traits & Trait.text) === 0) return table.notAllowed;
  const inside = (part: Pattern) => passText(table, part);
  switch (pattern.kind) {
    case 'text':
      return pattern;
    case 'choice':
    case 'group':
    case 'interleave':
    case 'oneOrMore':
      return passCompound(table, pattern, inside);
    case 'empty':
    case 'notAllowed':
    case 'list':
    case 'data':
    case 'value':
    case 'attribute':
    case 'element':
      return table.notAllowed;
  }
}
