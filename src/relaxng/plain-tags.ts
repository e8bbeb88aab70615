/** Start tags by their shapes -> the state behind them, where nothing is wrong with them: names are looked up once for all tags of a shape, values by their bytes. */
import type { BytePart, TagShape, TagShapes } from '../xml/index.js';
import { type Automaton, REFUSED } from './automaton.js';
import { NO_CONTEXT } from './datatypes/index.js';
import { matchesValue } from './derive/value.js';
import { type Pattern, Trait } from './pattern.js';
import { NOTHING } from './state.js';
import { createTransitionTable, UNKNOWN } from './transition-table.js';

/** How a shape is taken in a state. */
export interface PlainTag {
  readonly shape: TagShape;
  readonly opening: number;
  /** The state behind the tag. */
  readonly content: number;
  /** For each attribute, the pattern of its value; undefined where any value will do. */
  readonly values: readonly (Pattern | undefined)[];
  /** Which attribute is the ID; -1 if none is. */
  readonly id: number;
}

export interface PlainTags {
  /** How the tag that was read last is taken in the state; undefined where something is, or may be, wrong with it. Its ID is not looked at. */
  take(state: number, shapes: TagShapes, shape: number, part: BytePart): PlainTag | undefined;
}

/** Values that were found good: the last one for each slot. A cell has the bytes of the value. */
const SLOTS = 2048;
const CELL = 48;

/** For one document: shapes have their numbers from its scanner. */
export function createPlainTags(automaton: Automaton): PlainTags {
  const tags: (PlainTag | undefined)[] = [undefined];
  const known = createTransitionTable();
  const isGood = createValueCheck(automaton);
  return {
    take(state, shapes, shape, part) {
      let number = known.get(state, shape);
      if (number === UNKNOWN) {
        const made = derive(automaton, state, shapes.at(shape));
        number = made ? tags.push(made) - 1 : 0;
        known.set(state, shape, number);
      }
      const tag = tags[number];
      if (tag === undefined) return undefined;
      const { values } = tag;
      for (let i = 0; i < values.length; i++) {
        const pattern = values[i];
        if (pattern !== undefined && !isGood(pattern, shapes, i, part)) return undefined;
      }
      return tag;
    },
  };
}

/** Undefined where it depends on more than the shape how the tag is taken. */
function derive(automaton: Automaton, state: number, shape: TagShape): PlainTag | undefined {
  const { symbols } = automaton.grammar;
  const symbol = symbols.of(shape.name.namespace, shape.name.local);
  const opening = automaton.openings.open(state, symbol);
  if (opening === REFUSED) return undefined;
  const before = automaton.openings.at(opening).content;
  if (before === NOTHING) return undefined;
  const plan = automaton.planAttributes(before);
  const idKinds = automaton.idTypes.of(symbol);
  const values: (Pattern | undefined)[] = [];
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
    let value = free?.value;
    if (free?.required) found++;
    if (!free) {
      const choice = automaton.takeAttribute(after, attribute);
      if (choice === REFUSED) return undefined;
      const { values, next } = automaton.attributeChoice(choice);
      if (values.length !== 1) return undefined;
      value = values[0];
      after = next[0] ?? REFUSED;
    }
    if (!value || (value.traits & Trait.contextual) !== 0) return undefined;
    values.push(value.kind === 'text' ? undefined : value);
  }
  if (found < plan.required) return undefined;
  const content = automaton.closeAttributes(after);
  return content === REFUSED ? undefined : { shape, opening, content, values, id };
}

type ValueCheck = (pattern: Pattern, shapes: TagShapes, attribute: number, part: BytePart) => boolean;

/** Does the value match? What does is remembered for short values, which come again and again. */
function createValueCheck({ grammar }: Automaton): ValueCheck {
  const patterns = new Int32Array(SLOTS).fill(-1);
  const lengths = new Uint8Array(SLOTS);
  const cells = new Uint8Array(SLOTS * CELL);
  return (pattern, shapes, attribute, part) => {
    const { bytes } = part;
    const from = shapes.valueStarts[attribute] ?? 0;
    const to = shapes.valueEnds[attribute] ?? 0;
    const length = to - from;
    const mixed = Math.imul((shapes.hashes[attribute] ?? 0) + pattern.id, 0x9e3779b1);
    const slot = (mixed >>> 16) & (SLOTS - 1);
    const cell = slot * CELL;
    if (patterns[slot] === pattern.id && lengths[slot] === length) {
      let i = 0;
      while (i < length && cells[cell + i] === bytes[from + i]) i++;
      if (i === length) return true;
    }
    // An identifier comes once, and is an ASCII name nearly always.
    if (pattern.kind === 'data' && pattern.datatype.key === 'ID' && !pattern.except && isName(bytes, from, to))
      return true;
    const value = shapes.wide[attribute] === 0 ? part.text.slice(from, to) : part.decode(from, to);
    if (!matchesValue(grammar.table, pattern, value, NO_CONTEXT)) return false;
    if (length > CELL) return true;
    patterns[slot] = pattern.id;
    lengths[slot] = length;
    for (let i = 0; i < length; i++) cells[cell + i] = bytes[from + i] ?? 0;
    return true;
  };
}

/** A letter or "_", then letters, digits, ".", "-" and "_": an NCName of ASCII. */
export function isName(bytes: Uint8Array, from: number, to: number): boolean {
  if (to === from) return false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    const letter = byte | 0x20;
    if ((letter >= 0x61 && letter <= 0x7a) || byte === 0x5f) continue;
    const isOther = (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2e;
    if (!isOther || at === from) return false;
  }
  return true;
}
