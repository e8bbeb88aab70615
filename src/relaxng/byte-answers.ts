/** What an automaton says to the loop that scans bytes: how a tag is taken where nothing is wrong with it, asked once for all documents. */
import { ANY_ID, ByteLoop, type LoopAnswers, type TagShape, type TagWay } from '../xml/index.js';
import { type Automaton, REFUSED } from './automaton.js';
import { NO_CONTEXT } from './datatypes/index.js';
import { matchesValue } from './derive/value.js';
import { MOST_STATES } from './limits.js';
import { type Pattern, Trait } from './pattern.js';
import { NOTHING } from './state.js';

const loops = new WeakMap<Automaton, ByteLoop>();

/** The loop that has learnt of the automaton. */
export function byteLoopOf(automaton: Automaton): ByteLoop {
  const known = loops.get(automaton) ?? new ByteLoop(answersOf(automaton));
  loops.set(automaton, known);
  return known;
}

function answersOf(automaton: Automaton): LoopAnswers {
  /** By their ids: what values have to match. */
  const patterns = new Map<number, Pattern>();
  const numberOf = (pattern: Pattern): number => {
    if (pattern.kind === 'text') return -1;
    if (pattern.kind === 'data' && pattern.datatype.key === 'ID' && !pattern.except) return ANY_ID;
    patterns.set(pattern.id, pattern);
    return pattern.id;
  };
  return {
    startTag(state, shape) {
      if (state === NOTHING || automaton.hasData(state)) return undefined;
      return wayOf(automaton, state, shape, numberOf);
    },
    endTag(state, opening) {
      if (state === NOTHING || automaton.hasData(state)) return undefined;
      const back = automaton.openings.close(state, opening);
      return back === REFUSED ? undefined : back;
    },
    text(state) {
      if (state === NOTHING) return 'passes';
      if (automaton.hasData(state)) return 'seen';
      const next = automaton.passText(state);
      return next === state ? 'passes' : next === REFUSED ? 'refused' : next;
    },
    isFull: () => automaton.states.size > MOST_STATES,
    matches(wanted, value) {
      const pattern = patterns.get(wanted);
      return pattern !== undefined && matchesValue(automaton.grammar.table, pattern, value, NO_CONTEXT);
    },
  };
}

/** Undefined where it depends on more than the shape how the tag is taken. */
function wayOf(
  automaton: Automaton,
  state: number,
  shape: TagShape,
  numberOf: (pattern: Pattern) => number,
): TagWay | undefined {
  const { symbols } = automaton.grammar;
  const symbol = symbols.of(shape.name.namespace, shape.name.local);
  const opening = automaton.openings.open(state, symbol);
  if (opening === REFUSED) return undefined;
  const before = automaton.openings.at(opening).content;
  if (before === NOTHING) return undefined;
  const plan = automaton.planAttributes(before);
  const idKinds = automaton.idTypes.of(symbol);
  const values: number[] = [];
  let id = -1;
  let found = 0;
  let after = plan.rest;
  for (const [index, name] of shape.attributes.entries()) {
    const attribute = symbols.of(name.namespace, name.local);
    const kind = idKinds?.get(attribute);
    if (kind !== undefined) {
      if (kind !== 'id' || id >= 0) return undefined;
      id = index;
    }
    const free = plan.free.get(attribute);
    let wanted = free?.value;
    if (free?.required) found++;
    if (!free) {
      const choice = automaton.takeAttribute(after, attribute);
      if (choice === REFUSED) return undefined;
      const { values, next } = automaton.attributeChoice(choice);
      if (values.length !== 1) return undefined;
      wanted = values[0];
      after = next[0] ?? REFUSED;
    }
    const value = wanted === undefined ? undefined : automaton.grammar.table.at(wanted);
    if (!value || (value.traits & Trait.contextual) !== 0) return undefined;
    values.push(numberOf(value));
  }
  if (found < plan.required) return undefined;
  const content = automaton.closeAttributes(after);
  return content === REFUSED ? undefined : { opening, content, id, values };
}
