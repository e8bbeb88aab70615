/** Pattern x start tag -> the elements that it can be and what is left after each (RELAX NG 1.0, sections 6.2.2 and 6.2.7; Clark's startTagOpenDeriv). */
import { containsName } from '../name-class.js';
import { type Pattern, type PatternTable, Trait } from '../pattern.js';

/** One way to take the start tag: as `definition`, with `rest` to come after its end tag. */
export interface OpenedElement {
  readonly definition: number;
  readonly rest: Pattern;
}

/**
 * The elements that a start tag of this name can be at the beginning of `pattern`.
 * With `skipping`, what should have come first is taken as if it had been there: for going on after an error.
 */
export function openElement(
  table: PatternTable,
  pattern: Pattern,
  symbol: number,
  skipping = false,
): readonly OpenedElement[] {
  if ((pattern.traits & Trait.element) === 0) return [];
  const inside = (part: Pattern) => openElement(table, part, symbol, skipping);
  switch (pattern.kind) {
    case 'element':
      return containsName(pattern.nameClass, symbol) ? [{ definition: pattern.definition, rest: table.empty }] : [];
    case 'choice':
      return pattern.parts.flatMap(inside);
    case 'group': {
      const found: OpenedElement[] = [];
      for (const [index, part] of pattern.parts.entries()) {
        const after = pattern.parts.slice(index + 1);
        for (const { definition, rest } of inside(part))
          found.push({ definition, rest: table.group([rest, ...after]) });
        if (!part.nullable && !skipping) break;
      }
      return found;
    }
    case 'interleave':
      return pattern.parts.flatMap((part, index) =>
        inside(part).map(({ definition, rest }) => ({
          definition,
          rest: table.interleave(pattern.parts.with(index, rest)),
        })),
      );
    case 'oneOrMore': {
      const more = table.choice([table.empty, pattern]);
      return inside(pattern.pattern).map(({ definition, rest }) => ({ definition, rest: table.group([rest, more]) }));
    }
    case 'empty':
    case 'notAllowed':
    case 'text':
    case 'list':
    case 'data':
    case 'value':
    case 'attribute':
      return [];
  }
}
