/** Pattern x one token of a list -> what is left after it (RELAX NG 1.0, section 6.2.9; Clark's listDeriv). */
import type { ValueContext } from '../datatypes/index.js';
import type { Pattern, PatternTable } from '../pattern.js';
import { matchesLiteral } from './value.js';

export function passToken(table: PatternTable, pattern: Pattern, token: string, context: ValueContext): Pattern {
  const inside = (part: Pattern) => passToken(table, part, token, context);
  switch (pattern.kind) {
    case 'data':
    case 'value':
    case 'text':
      return matchesLiteral(table, pattern, token, context)
        ? pattern.kind === 'text'
          ? pattern
          : table.empty
        : table.notAllowed;
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
    case 'attribute':
    case 'element':
      return table.notAllowed;
  }
}
