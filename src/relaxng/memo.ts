/** What messages say of an automaton, in namespaces, for a number -> the same, worked out once: mistakes come in hundreds. */
import type { Automaton } from './automaton.js';

type Namespaces = ReadonlyMap<string, string>;

/** The number is a state, or whatever else of the automaton the value depends on. */
export type Memo<Value> = (automaton: Automaton, namespaces: Namespaces, number: number, make: () => Value) => Value;

export function createMemo<Value>(): Memo<Value> {
  const all = new WeakMap<Automaton, WeakMap<Namespaces, Map<number, Value>>>();
  return (automaton, namespaces, number, make) => {
    const here = all.get(automaton) ?? new WeakMap<Namespaces, Map<number, Value>>();
    all.set(automaton, here);
    const values = here.get(namespaces) ?? new Map<number, Value>();
    here.set(namespaces, values);
    const known = values.get(number);
    if (known !== undefined) return known;
    const made = make();
    values.set(number, made);
    return made;
  };
}
