/** Pattern x value -> does it match: remembered for short values, which come again and again (`@rend`, `@type`, `@when`). */
import { ownCopy } from '../source/index.js';
import type { ValueContext } from './datatypes/index.js';
import { matchesValue } from './derive/value.js';
import { type Pattern, type PatternTable, Trait } from './pattern.js';

const LONGEST = 64;
const MOST = 4096;

/** So many values are handed on for each pattern: closed lists are shorter, and of open ones the first say enough. */
const MOST_HANDED_ON = 64;

/** In: the number of a pattern, a value. Out: whether it matches. */
export type MatchValue = (pattern: number, value: string, context: ValueContext) => boolean;

/** Values that match, by the number of their pattern. */
export interface GoodValues {
  of(pattern: number): readonly string[];
  /** How many there are of all patterns. */
  readonly size: number;
}

export interface ValueMemo {
  readonly match: MatchValue;
  /** What is handed on. */
  readonly good: GoodValues;
}

/** A pattern is not looked at where `kept` knows a value of it. */
export function createValueMemo(table: PatternTable, kept?: GoodValues): ValueMemo {
  const verdicts: (Map<string, boolean> | undefined)[] = [];
  const handedOn: (string[] | undefined)[] = [];
  let size = kept?.size ?? 0;
  const handOn = (pattern: number, value: string): void => {
    const good = handedOn[pattern] ?? [];
    handedOn[pattern] = good;
    if (good.length >= MOST_HANDED_ON) return;
    good.push(value);
    size++;
  };
  const verdictsOf = (pattern: number): Map<string, boolean> => {
    const known = new Map<string, boolean>();
    const good = kept?.of(pattern) ?? [];
    for (const value of good) known.set(value, true);
    verdicts[pattern] = known;
    handedOn[pattern] = [...good];
    return known;
  };
  return {
    match(id, value, context) {
      if (value.length > LONGEST) return matchesValue(table, table.at(id), value, context);
      const known = verdicts[id] ?? verdictsOf(id);
      const verdict = known.get(value);
      if (verdict !== undefined) return verdict;
      const pattern = table.at(id);
      if (pattern.kind === 'text') return true;
      const found = matchesValue(table, pattern, value, context);
      if (!isWorthwhile(pattern)) return found;
      const own = ownCopy(value);
      if (known.size >= MOST) known.clear();
      known.set(own, found);
      if (found) handOn(id, own);
      return found;
    },
    good: {
      of: (pattern) => handedOn[pattern] ?? kept?.of(pattern) ?? [],
      get size() {
        return size;
      },
    },
  };
}

/** An ID does not come twice; a QName means one thing here and another there. */
function isWorthwhile(pattern: Pattern): boolean {
  return (pattern.traits & Trait.contextual) === 0 && !(pattern.kind === 'data' && pattern.datatype.idKind === 'id');
}
