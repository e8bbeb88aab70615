/** What is still to come inside an open element, as an interned state: one pattern where the start tag could be only one element pattern, else one for each. */
import { type Pattern, type PatternTable, Trait } from './pattern.js';

/** What is still to come if the element is the one that `slot` stands for; the slots belong to the opening of the element. */
export interface Alternative {
  readonly slot: number;
  readonly pattern: Pattern;
}

export interface State {
  readonly id: number;
  /** By slot, each once. Empty: nothing can come that the schema knows. */
  readonly alternatives: readonly Alternative[];
  readonly nullable: boolean;
  /** Can text be a value of a datatype here? */
  readonly hasData: boolean;
}

/** The id of the state that nothing is known of: there is no way on. */
export const NOTHING = 0;

export interface StateTable {
  at(id: number): State;
  /** The state of these alternatives; those of one slot are united. */
  intern(alternatives: readonly Alternative[]): number;
  /** The state that is any of these. */
  unite(states: readonly number[]): number;
  readonly size: number;
}

export function createStateTable(table: PatternTable): StateTable {
  const states: State[] = [{ id: NOTHING, alternatives: [], nullable: false, hasData: false }];
  const interned = new Map<string, number>([['', NOTHING]]);

  const normalize = (alternatives: readonly Alternative[]): readonly Alternative[] => {
    const bySlot = new Map<number, Pattern[]>();
    for (const { slot, pattern } of alternatives) {
      const patterns = bySlot.get(slot);
      if (patterns) patterns.push(pattern);
      else bySlot.set(slot, [pattern]);
    }
    return [...bySlot]
      .map(([slot, patterns]) => ({ slot, pattern: table.choice(patterns) }))
      .filter(({ pattern }) => pattern !== table.notAllowed)
      .sort((a, b) => a.slot - b.slot);
  };
  const at = (id: number): State => {
    const state = states[id];
    if (state === undefined) throw new RangeError(`no state ${id}`);
    return state;
  };
  const intern = (given: readonly Alternative[]): number => {
    const alternatives = normalize(given);
    const key = alternatives.map(({ slot, pattern }) => `${slot}:${pattern.id}`).join();
    const known = interned.get(key);
    if (known !== undefined) return known;
    const id = states.length;
    states.push({
      id,
      alternatives,
      nullable: alternatives.some(({ pattern }) => pattern.nullable),
      hasData: alternatives.some(({ pattern }) => (pattern.traits & Trait.data) !== 0),
    });
    interned.set(key, id);
    return id;
  };
  return {
    at,
    intern,
    unite(ids) {
      const [first] = ids;
      if (first !== undefined && ids.every((id) => id === first)) return first;
      return intern(ids.flatMap((id) => at(id).alternatives));
    },
    get size() {
      return states.length;
    },
  };
}
