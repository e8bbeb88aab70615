/** Pattern x text between tags -> what is left after it (RELAX NG 1.0, section 6.2.3; Clark's textDeriv for mixed content, where data cannot stand). */
import { type Pattern, type PatternTable, Trait } from '../pattern.js';

/** The pattern after text that is not all white space; `notAllowed` where no text may stand. */
export function passText(table: PatternTable, pattern: Pattern): Pattern {
  if ((pattern.traits & Trait.text) === 0) return table.notAllowed;
  const inside = (part: Pattern) => passText(table, part);
  switch (pattern.kind) {
    case 'text':
      return pattern;
    case 'choice':
      return table.choice(pattern.parts.map(inside));
    case 'group': {
      const ways: Pattern[] = [];
      for (const [index, part] of pattern.parts.entries()) {
        ways.push(table.group([inside(part), ...pattern.parts.slice(index + 1)]));
        if (!part.nullable) break;
      }
      return table.choice(ways);
    }
    case 'interleave':
      return table.choice(
        pattern.parts.map((part, index) => table.interleave(pattern.parts.with(index, inside(part)))),
      );
    case 'oneOrMore':
      return table.group([inside(pattern.pattern), table.choice([table.empty, pattern])]);
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
