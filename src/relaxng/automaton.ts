/** Interned patterns -> a lazy automaton with integer states: transitions are made by derivatives once and looked up from then on. */
import { type AttributePlan, planAttributes } from './attribute-plan.js';
import { type CompiledGrammar, compilePatterns } from './compile.js';
import type { ValueContext } from './datatypes/index.js';
import { takeAttribute } from './derive/attribute.js';
import { closeAttributes } from './derive/close-attributes.js';
import { passText } from './derive/text.js';
import { collectIdTypes, type IdTypes } from './id-types.js';
import type { Learnt } from './learnt-reader.js';
import { encodeLearnt } from './learnt-writer.js';
import { findNeighbours, type Neighbours } from './neighbours.js';
import { createOpenings, type Openings } from './openings.js';
import type { Pattern } from './pattern.js';
import type { SimpleGrammar } from './simple.js';
import { createStateTable, NOTHING, type StateTable } from './state.js';
import { createTransitionTable, UNKNOWN } from './transition-table.js';
import { createValueMemo, type MatchValue } from './value-memo.js';

/** There is no transition: what came is not allowed here. */
export const REFUSED = -1;

/** What an attribute may be: its value has to match one of `values`, the numbers of patterns; the state after it is the `next` of those that it matches. */
export interface AttributeChoice {
  readonly values: readonly number[];
  readonly next: readonly number[];
}

/**
 * States are those of one open element: what is outside of it waits in its opening, and comes back with its end tag.
 * States, openings and attribute choices are integers; REFUSED says that there is none. An automaton learns as it is used and serves any number of documents.
 */
export interface Automaton {
  readonly grammar: CompiledGrammar;
  readonly states: StateTable;
  readonly openings: Openings;
  readonly idTypes: IdTypes;
  readonly neighbours: Neighbours;
  readonly matchValue: MatchValue;
  /** The state before the root. */
  readonly start: number;
  /** Which attributes the state behind the name of a start tag takes freely; the others are taken one by one. */
  planAttributes(state: number): AttributePlan;
  /** The attribute choice for an attribute of this name. */
  takeAttribute(state: number, symbol: number): number;
  attributeChoice(choice: number): AttributeChoice;
  /** The state after an attribute with this value. */
  passAttribute(choice: number, value: string, context: ValueContext): number;
  /** The state behind the start tag; REFUSED if a required attribute is missing. */
  closeAttributes(state: number): number;
  /** The same, as if all required attributes had been there. */
  forgiveAttributes(state: number): number;
  /** The state after text that is not all white space. */
  passText(state: number): number;
  hasData(state: number): boolean;
  /** Grows with all that is learnt. */
  readonly extent: number;
  /** All that has been learnt, for an automaton of the same grammar to begin with; `of` says of what. */
  learnt(of: string): Uint8Array<ArrayBuffer>;
}

/** Compiles a grammar; nothing is derived before a document asks for it, and nothing again that an automaton of the same grammar has learnt. */
export function compileGrammar(source: SimpleGrammar, kept?: Learnt): Automaton {
  const grammar = compilePatterns(source, kept?.grammar);
  const { table } = grammar;
  const states = createStateTable(table, kept?.states);
  const values = createValueMemo(table, kept?.goodValues);
  const matchValue = values.match;
  const start = kept?.start ?? states.intern([{ slot: 0, pattern: grammar.start }]);
  const attributes = kept?.attributes ?? createTransitionTable();
  const choices: (AttributeChoice | undefined)[] = [];
  let choiceCount = kept?.choiceCount ?? 0;
  const plans: (AttributePlan | undefined)[] = [];
  const closed: number[] = [];
  const texts: number[] = [];
  const data: boolean[] = [];

  const map = (state: number, change: (pattern: Pattern) => Pattern): number => {
    const changed = states.at(state).alternatives.map(({ slot, pattern }) => ({ slot, pattern: change(pattern) }));
    const next = states.intern(changed);
    return next === NOTHING ? REFUSED : next;
  };
  const deriveAttribute = (state: number, symbol: number): number => {
    const ways = states
      .at(state)
      .alternatives.flatMap(({ slot, pattern }) =>
        takeAttribute(table, pattern, symbol).map(({ value, rest }) => ({ value, slot, pattern: rest })),
      );
    if (ways.length === 0) return REFUSED;
    const wanted = [...new Set(ways.map(({ value }) => value.id))];
    const next = wanted.map((value) => states.intern(ways.filter((way) => way.value.id === value)));
    choices[choiceCount] = { values: wanted, next };
    return choiceCount++;
  };
  const choiceAt = (choice: number): AttributeChoice => {
    const found = choices[choice] ?? (choice < choiceCount ? kept?.choice(choice) : undefined);
    if (found === undefined) throw new RangeError(`no attribute choice ${choice}`);
    choices[choice] = found;
    return found;
  };
  const knownPlan = (state: number) => plans[state] ?? kept?.plan(state);
  const knownClosed = (state: number) => closed[state] ?? kept?.closed(state);
  const knownText = (state: number) => texts[state] ?? kept?.text(state);
  const openings = createOpenings(grammar, states, matchValue, kept?.openings);
  const idTypes = collectIdTypes(grammar, kept?.idKinds);
  return {
    grammar,
    states,
    openings,
    idTypes,
    neighbours: findNeighbours(grammar),
    matchValue,
    start,
    planAttributes(state) {
      const plan = knownPlan(state) ?? planAttributes(table, states, state);
      plans[state] = plan;
      return plan;
    },
    takeAttribute(state, symbol) {
      const known = attributes.get(state, symbol);
      if (known !== UNKNOWN) return known;
      const choice = deriveAttribute(state, symbol);
      attributes.set(state, symbol, choice);
      return choice;
    },
    attributeChoice: choiceAt,
    passAttribute(choice, value, context) {
      const { values, next } = choiceAt(choice);
      const [only] = values;
      if (values.length === 1 && only !== undefined)
        return matchValue(only, value, context) ? (next[0] ?? REFUSED) : REFUSED;
      const reached = next.filter((_, index) => {
        const pattern = values[index];
        return pattern !== undefined && matchValue(pattern, value, context);
      });
      return reached.length === 0 ? REFUSED : states.unite(reached);
    },
    closeAttributes(state) {
      closed[state] ??= knownClosed(state) ?? map(state, (pattern) => closeAttributes(table, pattern));
      return closed[state] ?? REFUSED;
    },
    forgiveAttributes: (state) =>
      Math.max(
        NOTHING,
        map(state, (pattern) => closeAttributes(table, pattern, true)),
      ),
    passText(state) {
      texts[state] ??= knownText(state) ?? map(state, (pattern) => passText(table, pattern));
      return texts[state] ?? REFUSED;
    },
    hasData(state) {
      data[state] ??= states.hasData(state);
      return data[state] ?? false;
    },
    get extent() {
      return (
        table.size +
        states.size +
        openings.size +
        openings.opened.size +
        openings.closed.size +
        attributes.size +
        values.good.size
      );
    },
    learnt: (of) =>
      encodeLearnt(
        {
          grammar,
          states,
          openings,
          idTypes,
          start,
          attributes,
          goodValues: values.good,
          choices: Array.from({ length: choiceCount }, (_, choice) => choiceAt(choice)),
          plan: knownPlan,
          closed: knownClosed,
          text: knownText,
        },
        of,
      ),
  };
}
