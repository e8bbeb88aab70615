/** Pattern x a whole value (of an attribute, or the text of an element without children) -> does it match (RELAX NG 1.0, sections 6.2.4, 6.2.8 to 6.2.10)? */
import type { ValueContext } from '../datatypes/index.js';
import { isBlank, splitTokens } from '../datatypes/white-space.js';
import type { Pattern, PatternTable } from '../pattern.js';
import { passToken } from './token.js';

/** White space alone counts as nothing where nothing may stand. */
export function matchesValue(table: PatternTable, pattern: Pattern, value: string, context: ValueContext): boolean {
  return (pattern.nullable && isBlank(value)) || matchesLiteral(table, pattern, value, context);
}

/** The same for a string that is there, if only as the empty string. */
export function matchesLiteral(table: PatternTable, pattern: Pattern, value: string, context: ValueContext): boolean {
  const inside = (part: Pattern) => matchesLiteral(table, part, value, context);
  switch (pattern.kind) {
    case 'text':
      return true;
    case 'data':
      return pattern.datatype.allows(value, context) && !(pattern.except && inside(pattern.except));
    case 'value':
      return pattern.datatype.valueKey(value, context) === pattern.key;
    case 'list': {
      const each = repeatedToken(pattern.pattern);
      if (each) {
        const tokens = splitTokens(value);
        return tokens.length > 0 && tokens.every((token) => matchesLiteral(table, each, token, context));
      }
      let left = pattern.pattern;
      for (const token of splitTokens(value)) {
        left = passToken(table, left, token, context);
        if (left === table.notAllowed) return false;
      }
      return left.nullable;
    }
    case 'choice':
      return pattern.parts.some(inside);
    case 'group':
    case 'interleave':
      return pattern.parts.some((part, index) => inside(part) && othersNullable(pattern.parts, index));
    case 'oneOrMore':
      return inside(pattern.pattern);
    case 'empty':
    case 'notAllowed':
    case 'attribute':
    case 'element':
      return false;
  }
}

/** Of a list of one or more tokens of a kind, the kind: such lists need no derivatives. */
function repeatedToken(pattern: Pattern): Pattern | undefined {
  return pattern.kind === 'oneOrMore' && isToken(pattern.pattern) ? pattern.pattern : undefined;
}

function isToken(pattern: Pattern): boolean {
  if (pattern.kind === 'choice') return pattern.parts.every(isToken);
  return pattern.kind === 'data' || pattern.kind === 'value';
}

function othersNullable(parts: readonly Pattern[], index: number): boolean {
  return parts.every((part, other) => other === index || part.nullable);
}
