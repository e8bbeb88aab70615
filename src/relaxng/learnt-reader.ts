/** A flat binary -> what an automaton begins with, each thing when it is first asked for (the form: `learnt-format`). */
import { createSource, placeAt } from '../source/index.js';
import type { AttributePlan, FreeAttribute, FreeAttributes } from './attribute-plan.js';
import type { KeptGrammar, WrittenDatatype } from './compile.js';
import type { IdKind } from './datatypes/index.js';
import { decodeFlat, type Flat, type FlatLists } from './flat-lists.js';
import type { ElementIds } from './id-types.js';
import { ID_KINDS, KINDS, LEARNT_FORMAT, NONE, Section } from './learnt-format.js';
import { type KeptNameClasses, NO_MEMBERS } from './name-class.js';
import type { KeptOpenings } from './openings.js';
import type { KeptPatterns, Pattern } from './pattern.js';
import { remembered } from './remembered.js';
import type { KeptStates } from './state.js';
import { symbolsFrom } from './symbols.js';
import { createTransitionTable, type TransitionTable, UNKNOWN } from './transition-table.js';
import type { GoodValues } from './value-memo.js';

/** What an automaton begins with; `undefined` for what was not known. */
export interface Learnt {
  readonly grammar: KeptGrammar;
  readonly states: KeptStates;
  readonly openings: KeptOpenings;
  readonly start: number;
  readonly attributes: TransitionTable;
  readonly choiceCount: number;
  choice(choice: number): { readonly values: readonly number[]; readonly next: readonly number[] };
  readonly goodValues: GoodValues;
  plan(state: number): AttributePlan | undefined;
  closed(state: number): number | undefined;
  text(state: number): number | undefined;
  idKinds(element: number): ElementIds | undefined;
}

/** Of the section of tables, the list that says how many pairs each has. */
const PAIRS = 3;

/** Opens what `encodeLearnt` made, whole, of the same; undefined for anything else. */
export function decodeLearnt(bytes: Uint8Array, of: string): Learnt | undefined {
  const flat = decodeFlat(bytes);
  const general = flat?.section(Section.general);
  if (!flat || general?.item(0, 0) !== LEARNT_FORMAT || flat.string(general.item(0, 1)) !== of) return undefined;
  const passed = flat.section(Section.passed);
  const choices = flat.section(Section.choices);
  const plans = flat.section(Section.plans);
  const openings = flat.section(Section.openings);
  const tables = flat.section(Section.tables);
  const idKinds = flat.section(Section.idKinds);
  const goodValues = flat.section(Section.goodValues);
  const tableAt = (table: number) => createTransitionTable(tables.copy(table), tables.item(PAIRS, table));
  const passedAt = (list: number, state: number): number | undefined => {
    const next = state < passed.lengthOf(list) ? passed.item(list, state) : UNKNOWN;
    return next === UNKNOWN ? undefined : next;
  };
  return {
    grammar: keptGrammar(flat, general.item(0, 2)),
    states: keptStates(flat.section(Section.states)),
    openings: {
      size: openings.size,
      read: (id) => ({ content: openings.item(id, 0), returns: openings.rest(id, 1) }),
      opened: tableAt(0),
      closed: tableAt(1),
    },
    start: general.item(0, 3),
    attributes: tableAt(2),
    choiceCount: choices.size,
    choice(choice) {
      const ways = choices.rest(choice, 0);
      return {
        values: ways.filter((_, index) => index % 2 === 0),
        next: ways.filter((_, index) => index % 2 === 1),
      };
    },
    plan(state) {
      if (state >= plans.size || plans.lengthOf(state) === 0) return undefined;
      return {
        free: new KeptAttributes(plans, state),
        rest: plans.item(state, 0),
        required: plans.item(state, 1),
      };
    },
    goodValues: {
      of: (pattern) => (pattern < goodValues.size ? goodValues.rest(pattern, 0).map(flat.string) : []),
      size: general.item(0, 4),
    },
    closed: (state) => passedAt(0, state),
    text: (state) => passedAt(1, state),
    idKinds(element) {
      if (element >= idKinds.size || idKinds.lengthOf(element) === 0) return undefined;
      if (idKinds.item(element, 0) === NONE) return 'none';
      const kinds = new Map<number, IdKind>();
      for (let at = 0; at < idKinds.lengthOf(element); at += 2) {
        kinds.set(idKinds.item(element, at), ID_KINDS[idKinds.item(element, at + 1)] ?? 'id');
      }
      return kinds;
    },
  };
}

/** Of the attributes that an element may have, a document has few. */
class KeptAttributes implements FreeAttributes {
  readonly #plans: FlatLists;
  readonly #state: number;
  readonly #known = new Map<number, FreeAttribute>();

  constructor(plans: FlatLists, state: number) {
    this.#plans = plans;
    this.#state = state;
  }

  get(symbol: number): FreeAttribute | undefined {
    const known = this.#known.get(symbol);
    if (known) return known;
    const count = (this.#plans.lengthOf(this.#state) - 2) / 3;
    let first = 0;
    for (let behind = count; first < behind; ) {
      const middle = (first + behind) >> 1;
      if (this.#plans.item(this.#state, 2 + 3 * middle) < symbol) first = middle + 1;
      else behind = middle;
    }
    const at = 2 + 3 * first;
    return first < count && this.#plans.item(this.#state, at) === symbol ? this.#make(at) : undefined;
  }

  *entries(): Iterable<readonly [number, FreeAttribute]> {
    for (let at = 2; at < this.#plans.lengthOf(this.#state); at += 3) {
      yield [this.#plans.item(this.#state, at), this.#make(at)];
    }
  }

  #make(at: number): FreeAttribute {
    const made = {
      value: this.#plans.item(this.#state, at + 1),
      required: this.#plans.item(this.#state, at + 2) === 1,
    };
    this.#known.set(this.#plans.item(this.#state, at), made);
    return made;
  }
}

function keptStates(states: FlatLists): KeptStates {
  return {
    size: states.size,
    alternatives: (id) => states.rest(id, 1),
    hasData: (id) => states.item(id, 0) === 1,
  };
}

function keptGrammar(flat: Flat, start: number): KeptGrammar {
  const contents = flat.section(Section.contents);
  const names = flat.section(Section.names);
  return {
    symbols: (all) =>
      symbolsFrom(
        Array.from({ length: names.size }, (_, index) => ({
          namespace: flat.string(names.item(index, 0)),
          locals: flat.string(names.item(index, 1)).split(' '),
          symbols: names.rest(index, 2),
        })),
        all,
      ),
    nameClasses: keptNameClasses(flat.section(Section.nameClasses)),
    patterns: (nameClassAt, datatypeOf) => keptPatterns(flat, nameClassAt, datatypeOf),
    start,
    contentOf(definition) {
      const id = contents.item(0, definition);
      return id === NONE ? undefined : id;
    },
  };
}

function keptNameClasses(lists: FlatLists): KeptNameClasses {
  return {
    size: lists.size,
    read(id) {
      const symbol = lists.item(id, 0);
      const count = lists.item(id, 2);
      const members = symbol >= 0 ? NO_MEMBERS : new Uint8Array(lists.item(id, 1));
      for (const member of lists.rest(id, 3 + count)) members[member] = 1;
      return { id, symbol, members, names: lists.rest(id, 3).slice(0, count) };
    },
  };
}

function keptPatterns(
  flat: Flat,
  nameClassAt: Parameters<KeptGrammar['patterns']>[0],
  datatypeOf: Parameters<KeptGrammar['patterns']>[1],
): KeptPatterns {
  const patterns = flat.section(Section.patterns);
  const datatypes = flat.section(Section.datatypes);
  /** A list of values names its datatype with each of them. */
  const datatype = remembered((number: number) => datatypeOf(readDatatype(flat, datatypes, number)));
  return {
    size: patterns.size,
    read(id, at): Pattern {
      const kind = KINDS[patterns.item(id, 0)] ?? 'notAllowed';
      const flags = patterns.item(id, 1);
      const base = { id, nullable: (flags & 1) === 1, traits: flags >> 1 };
      const [first, second] = [patterns.item(id, 2), patterns.item(id, 3)];
      switch (kind) {
        case 'empty':
        case 'notAllowed':
        case 'text':
          return { ...base, kind };
        case 'choice':
        case 'group':
        case 'interleave':
          return { ...base, kind, parts: patterns.rest(id, 2).map(at) };
        case 'oneOrMore':
        case 'list':
          return { ...base, kind, pattern: at(first) };
        case 'data':
          return { ...base, kind, datatype: datatype(first), except: second === NONE ? undefined : at(second) };
        case 'value':
          return {
            ...base,
            kind,
            datatype: datatype(first),
            literal: flat.string(second),
            key: flat.string(patterns.item(id, 4)),
          };
        case 'attribute':
          return { ...base, kind, nameClass: nameClassAt(first), pattern: at(second) };
        case 'element':
          return { ...base, kind, nameClass: nameClassAt(first), definition: second };
      }
    },
  };
}

/** What is wrong with parameters has been said when the schema was read: these have no place. */
const NO_PLACE = placeAt(createSource('', ''), 0);

function readDatatype(flat: Flat, datatypes: FlatLists, number: number): WrittenDatatype {
  const [library = 0, name = 0, ...parameters] = datatypes.rest(number, 0);
  return {
    name: { library: flat.string(library), name: flat.string(name) },
    parameters: parameters.flatMap((parameter, index) =>
      index % 2 === 0
        ? [{ name: flat.string(parameter), value: flat.string(parameters[index + 1] ?? 0), place: NO_PLACE }]
        : [],
    ),
  };
}
