/** A compound pattern x a text or token that one of its parts takes -> what is left after it (Clark's textDeriv, its cases for compound patterns). */
import type { Pattern, PatternTable } from '../pattern.js';

type Compound = Extract<Pattern, { readonly kind: 'choice' | 'group' | 'interleave' | 'oneOrMore' }>;

/** `inside` is the derivative of a part. In a group a part is reached only if all before it may be empty. */
export function passCompound(table: PatternTable, pattern: Compound, inside: (part: Pattern) => Pattern): Pattern {
  switch (pattern.kind) {
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
  }
}
