/** Pattern x attribute name -> the patterns that its value may match and what is left after each (RELAX NG 1.0, section 6.2.5; Clark's attDeriv). */
import { containsName } from '../name-class.js';
import { type Pattern, type PatternTable, Trait } from '../pattern.js';

/** One way to take the attribute: its value has to match `value`; `rest` is still to come. */
export interface TakenAttribute {
  readonly value: Pattern;
  readonly rest: Pattern;
}

/** What an attribute of this name can be; the order of attributes does not matter. */
export function takeAttribute(table: PatternTable, pattern: Pattern, symbol: number): readonly TakenAttribute[] {
  if ((pattern.traits & Trait.attribute) === 0) return [];
  const inside = (part: Pattern) => takeAttribute(table, part, symbol);
  switch (pattern.kind) {
    case 'attribute':
      return containsName(pattern.nameClass, symbol) ? [{ value: pattern.pattern, rest: table.empty }] : [];
    case 'choice':
      return pattern.parts.flatMap(inside);
    case 'group':
      return pattern.parts.flatMap((part, index) =>
        inside(part).map(({ value, rest }) => ({ value, rest: table.group(pattern.parts.with(index, rest)) })),
      );
    case 'interleave':
      return pattern.parts.flatMap((part, index) =>
        inside(part).map(({ value, rest }) => ({ value, rest: table.interleave(pattern.parts.with(index, rest)) })),
      );
    case 'oneOrMore': {
      const more = table.choice([table.empty, pattern]);
      return inside(pattern.pattern).map(({ value, rest }) => ({ value, rest: table.group([rest, more]) }));
    }
    case 'empty':
    case 'notAllowed':
    case 'text':
    case 'list':
    case 'data':
    case 'value':
    case 'element':
      return [];
  }
}
