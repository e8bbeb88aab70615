/** Pattern x value -> does it match: remembered for short values, which come again and again (`@rend`, `@type`, `@when`). */
import type { ValueContext } from './datatypes/index.js';
import { matchesValue } from './derive/value.js';
import { type Pattern, type PatternTable, Trait } from './pattern.js';

const LONGEST = 48;
const MOST = 4096;

export type MatchValue = (pattern: Pattern, value: string, context: ValueContext) => boolean;

export function createValueMemo(table: PatternTable): MatchValue {
  const verdicts: (Map<string, boolean> | undefined)[] = [];
  return (pattern, value, context) => {
    if (pattern.kind === 'text') return true;
    if (value.length > LONGEST || !isWorthwhile(pattern)) return matchesValue(table, pattern, value, context);
    const known = verdicts[pattern.id];
    const verdict = known?.get(value);
    if (verdict !== undefined) return verdict;
    const found = matchesValue(table, pattern, value, context);
    if (known === undefined || known.size >= MOST) verdicts[pattern.id] = new Map([[ownCopy(value), found]]);
    else known.set(ownCopy(value), found);
    return found;
  };
}

/** An ID does not come twice; a QName means one thing here and another there. */
function isWorthwhile(pattern: Pattern): boolean {
  return (pattern.traits & Trait.contextual) === 0 && !(pattern.kind === 'data' && pattern.datatype.idKind === 'id');
}

/** A part of a long text holds on to the whole of it; what is kept must not. */
function ownCopy(value: string): string {
  return value.length < 13 ? value : ` ${value}`.slice(1);
}
