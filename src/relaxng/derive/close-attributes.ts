/** Pattern x end of the start tag -> the pattern of the content (Clark's startTagCloseDeriv): an attribute that has not come by now will not come. */
import { type Pattern, type PatternTable, Trait } from '../pattern.js';

/** `forgiving` takes missing attributes as if they had been there: for going on after an error. */
export function closeAttributes(table: PatternTable, pattern: Pattern, forgiving = false): Pattern {
  if ((pattern.traits & Trait.attribute) === 0) return pattern;
  const inside = (part: Pattern) => closeAttributes(table, part, forgiving);
  switch (pattern.kind) {
    case 'attribute':
      return forgiving ? table.empty : table.notAllowed;
    case 'choice':
      return table.choice(pattern.parts.map(inside));
    case 'group':
      return table.group(pattern.parts.map(inside));
    case 'interleave':
      return table.interleave(pattern.parts.map(inside));
    case 'oneOrMore':
      return table.oneOrMore(inside(pattern.pattern));
    case 'empty':
    case 'notAllowed':
    case 'text':
    case 'list':
    case 'data':
    case 'value':
    case 'element':
      return pattern;
  }
}
