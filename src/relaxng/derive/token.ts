/** Pattern x one token of a list -> what is left after it (RELAX NG 1.0, section 6.2.9; Clark's listDeriv). */
import type { ValueContext } from '../datatypes/index.js';
import type { Pattern, PatternTable } from '../pattern.js';
import { passCompound } from './compound.js';
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
    case 'group':
    case 'interleave':
    case 'oneOrMore':
      return passCompound(table, pattern, inside);
    case 'empty':
    case 'notAllowed':
    case 'list':
    case 'attribute':
    case 'element':
      return table.notAllowed;
  }
}
