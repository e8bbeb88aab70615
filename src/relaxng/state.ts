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
  /** Can text be a value of a datatype here? */
  hasData(id: number): boolean;
  readonly size: number;
}

/** The states of a table that was kept: slot and pattern of each alternative. */
export interface KeptStates {
  readonly size: number;
  /** Slots and ids of patterns in turn. */
  alternatives(id: number): readonly number[];
  hasData(id: number): boolean;
}

/** A table of states, with that of nothing, or as it was kept. */
export function createStateTable(table: PatternTable, kept?: KeptStates): StateTable {
  const states: (State | undefined)[] = [];
  let size = kept?.size ?? 0;
  let interned: Map<string, number> | undefined;
  const index = (): Map<string, number> => {
    const made = new Map<string, number>();
    for (let id = 0; kept && id < kept.size; id++) made.set(keyOf(kept.alternatives(id)), id);
    return made;
  };
  const read = (id: number): State | undefined => {
    if (!kept || id >= kept.size) return undefined;
    const flat = kept.alternatives(id);
    const alternatives: Alternative[] = [];
    for (let i = 0; i < flat.length; i += 2) {
      alternatives.push({ slot: flat[i] ?? 0, pattern: table.at(flat[i + 1] ?? 0) });
    }
    return makeState(id, alternatives);
  };

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
    const state = states[id] ?? read(id);
    states[id] = state;
    if (state === undefined) throw new RangeError(`no state ${id}`);
    return state;
  };
  const intern = (given: readonly Alternative[]): number => {
    const alternatives = normalize(given);
    const key = keyOf(alternatives.flatMap(({ slot, pattern }) => [slot, pattern.id]));
    interned ??= index();
    const known = interned.get(key);
    if (known !== undefined) return known;
    const id = size++;
    states[id] = makeState(id, alternatives);
    interned.set(key, id);
    return id;
  };
  if (!kept) intern([]);
  return {
    at,
    intern,
    unite(ids) {
      const [first] = ids;
      if (first !== undefined && ids.every((id) => id === first)) return first;
      return intern(ids.flatMap((id) => at(id).alternatives));
    },
    hasData: (id) => (kept && id < kept.size ? kept.hasData(id) : at(id).hasData),
    get size() {
      return size;
    },
  };
}

/** Equal for equal states. */
function keyOf(slotsAndPatterns: readonly number[]): string {
  return slotsAndPatterns.join();
}

function makeState(id: number, alternatives: readonly Alternative[]): State {
  return {
    id,
    alternatives,
    nullable: alternatives.some(({ pattern }) => pattern.nullable),
    hasData: alternatives.some(({ pattern }) => (pattern.traits & Trait.data) !== 0),
  };
}
