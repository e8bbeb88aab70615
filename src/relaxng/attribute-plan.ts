/** The state behind the name of a start tag -> which of its attributes can be taken without changing the state: no set of them makes a state of its own. */
import { type AttributePattern, visitAttributes } from './expected.js';
import { containsName, type NameClass } from './name-class.js';
import type { Pattern, PatternTable } from './pattern.js';
import type { StateTable } from './state.js';

/** An attribute that is there or not, whatever the others are. */
export interface FreeAttribute {
  /** The number of the pattern that its value has to match. */
  readonly value: number;
  readonly required: boolean;
}

/** As a map has them. */
export interface FreeAttributes {
  get(symbol: number): FreeAttribute | undefined;
  entries(): Iterable<readonly [number, FreeAttribute]>;
}

export interface AttributePlan {
  /** By the letter of their name. */
  readonly free: FreeAttributes;
  /** How many of them have to be there. */
  readonly required: number;
  /** The state for all else: the other attributes, and the content. */
  readonly rest: number;
}

/** Elements of many optional attributes have all of them free: only what stands in a choice with other things is left to the automaton. */
export function planAttributes(table: PatternTable, states: StateTable, state: number): AttributePlan {
  const [only, ...others] = states.at(state).alternatives;
  if (only === undefined || others.length > 0) return { free: new Map(), required: 0, rest: state };
  const { pattern, slot } = only;
  const isSequence = pattern.kind === 'group' || pattern.kind === 'interleave';
  const parts = isSequence ? pattern.parts : [pattern];
  const free = new Map<number, FreeAttribute>();
  const rest: Pattern[] = [];
  const rivals = rivalsIn(parts);
  for (const part of parts) {
    const attribute = attributeOf(part);
    const symbol = attribute?.nameClass.symbol ?? -1;
    if (!attribute || symbol < 0 || rivals(symbol)) rest.push(part);
    else free.set(symbol, { value: attribute.pattern.id, required: part === attribute });
  }
  if (free.size === 0) return { free, required: 0, rest: state };
  const left = pattern.kind === 'interleave' ? table.interleave(rest) : table.group(rest);
  return {
    free,
    required: [...free.values()].filter(({ required }) => required).length,
    rest: states.intern([{ slot, pattern: left }]),
  };
}

/** The attribute that a part is, or is optionally. */
function attributeOf(part: Pattern): AttributePattern | undefined {
  if (part.kind === 'attribute') return part;
  if (part.kind !== 'choice' || part.parts.length !== 2) return undefined;
  const [first, second] = part.parts;
  return first?.kind === 'empty' && second?.kind === 'attribute' ? second : undefined;
}

/** Whether a name is mentioned more than once: answered for all names after one look through the parts. */
function rivalsIn(parts: readonly Pattern[]): (symbol: number) => boolean {
  const seen = new Set<number>();
  const twice = new Set<number>();
  const wide: NameClass[] = [];
  const see = ({ nameClass }: AttributePattern) => {
    if (nameClass.symbol < 0) wide.push(nameClass);
    else if (seen.has(nameClass.symbol)) twice.add(nameClass.symbol);
    else seen.add(nameClass.symbol);
  };
  for (const part of parts) visitAttributes(part, see);
  return (symbol) => twice.has(symbol) || wide.some((nameClass) => containsName(nameClass, symbol));
}
