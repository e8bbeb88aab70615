/** What an automaton has learnt -> a flat binary, for another of the same grammar to begin with (the form: `learnt-format`). */
import type { AttributePlan } from './attribute-plan.js';
import type { AttributeChoice } from './automaton.js';
import type { CompiledGrammar } from './compile.js';
import type { Datatype } from './datatypes/index.js';
import { createStringNumbers, encodeFlat, type StringNumbers } from './flat-lists.js';
import type { IdTypes } from './id-types.js';
import { ID_KINDS, KINDS, LEARNT_FORMAT, NONE } from './learnt-format.js';
import { lettersIn } from './name-class.js';
import type { Openings } from './openings.js';
import type { Pattern } from './pattern.js';
import type { StateTable } from './state.js';
import { REST } from './symbols.js';
import { type TransitionTable, UNKNOWN } from './transition-table.js';
import type { GoodValues } from './value-memo.js';

/** What an automaton hands over; `undefined` for what it has not been asked for. */
export interface LearntParts {
  readonly grammar: CompiledGrammar;
  readonly states: StateTable;
  readonly openings: Openings;
  readonly idTypes: IdTypes;
  readonly start: number;
  readonly attributes: TransitionTable;
  readonly choices: readonly AttributeChoice[];
  readonly goodValues: GoodValues;
  plan(state: number): AttributePlan | undefined;
  closed(state: number): number | undefined;
  text(state: number): number | undefined;
}

/** `of` says what was learnt of: the schema and the program. */
export function encodeLearnt(parts: LearntParts, of: string): Uint8Array<ArrayBuffer> {
  const { grammar, states, openings, idTypes } = parts;
  const strings = createStringNumbers();
  const { list: datatypes, of: datatype } = createDatatypeNumbers(grammar, strings);
  const numbers = (size: number) => Array.from({ length: size }, (_, index) => index);
  const patterns = numbers(grammar.table.size).map((id) => patternWords(grammar.table.at(id), datatype, strings));
  const plans = numbers(states.size).map((state) => planWords(parts.plan(state)));
  const sections = [
    [[LEARNT_FORMAT, strings.of(of), grammar.start.id, parts.start, parts.goodValues.size]],
    datatypes,
    numbers(grammar.nameClasses.size).map((id) => {
      const { symbol, members, names } = grammar.nameClasses.at(id);
      return [symbol, members.length, names.length, ...names, ...lettersIn(members)];
    }),
    nameLists(parts, strings),
    patterns,
    [grammar.source.definitions.map((_, index) => grammar.knownContent(index)?.id ?? NONE)],
    numbers(states.size).map((id) => {
      const { alternatives, hasData } = states.at(id);
      return [hasData ? 1 : 0, ...alternatives.flatMap(({ slot, pattern }) => [slot, pattern.id])];
    }),
    [
      numbers(states.size).map((state) => parts.closed(state) ?? UNKNOWN),
      numbers(states.size).map((state) => parts.text(state) ?? UNKNOWN),
    ],
    plans,
    numbers(openings.size).map((id) => {
      const { content, returns } = openings.at(id);
      return [content, ...returns];
    }),
    parts.choices.map(({ values, next }) => values.flatMap((value, index) => [value, next[index] ?? NONE])),
    numbers(grammar.symbols.list.length).map((element) => {
      const kinds = idTypes.known(element);
      if (kinds === undefined) return [];
      return kinds === 'none' ? [NONE] : [...kinds].flatMap(([symbol, kind]) => [symbol, ID_KINDS.indexOf(kind)]);
    }),
    [
      openings.opened.cells(),
      openings.closed.cells(),
      parts.attributes.cells(),
      [openings.opened.size, openings.closed.size, parts.attributes.size],
    ],
    numbers(grammar.table.size).map((pattern) => parts.goodValues.of(pattern).map(strings.of)),
  ];
  return encodeFlat(sections, strings.list);
}

function patternWords(pattern: Pattern, datatype: (type: Datatype) => number, strings: StringNumbers): number[] {
  const flags = (pattern.nullable ? 1 : 0) + pattern.traits * 2;
  return [KINDS.indexOf(pattern.kind), flags, ...partWords(pattern, datatype, strings)];
}

function partWords(pattern: Pattern, datatype: (type: Datatype) => number, strings: StringNumbers): readonly number[] {
  switch (pattern.kind) {
    case 'empty':
    case 'notAllowed':
    case 'text':
      return [];
    case 'choice':
    case 'group':
    case 'interleave':
      return pattern.parts.map(({ id }) => id);
    case 'oneOrMore':
    case 'list':
      return [pattern.pattern.id];
    case 'data':
      return [datatype(pattern.datatype), pattern.except?.id ?? NONE];
    case 'value':
      return [datatype(pattern.datatype), strings.of(pattern.literal), strings.of(pattern.key)];
    case 'attribute':
      return [pattern.nameClass.id, pattern.pattern.id];
    case 'element':
      return [pattern.nameClass.id, pattern.definition];
  }
}

function planWords(plan: AttributePlan | undefined): readonly number[] {
  if (!plan) return [];
  const free = [...plan.free.entries()].sort(([a], [b]) => a - b);
  return [
    plan.rest,
    plan.required,
    ...free.flatMap(([symbol, { value, required }]) => [symbol, value, required ? 1 : 0]),
  ];
}

/** The alphabet: reading all of it takes less time than telling which letter a name has that is not in a part of it. */
function nameLists({ grammar }: LearntParts, strings: StringNumbers): readonly (readonly number[])[] {
  const byNamespace = new Map<string, { readonly locals: string[]; readonly symbols: number[] }>();
  for (const { namespace, local, symbol } of grammar.symbols.list) {
    if (namespace === undefined) continue;
    const known = byNamespace.get(namespace) ?? { locals: [], symbols: [] };
    known.locals.push(local ?? REST);
    known.symbols.push(symbol);
    byNamespace.set(namespace, known);
  }
  return [...byNamespace].map(([namespace, { locals, symbols }]) => [
    strings.of(namespace),
    strings.of(locals.join(' ')),
    ...symbols,
  ]);
}

function createDatatypeNumbers(grammar: CompiledGrammar, strings: StringNumbers) {
  const list: number[][] = [];
  const numbers = new Map<Datatype, number>();
  const of = (datatype: Datatype): number => {
    const known = numbers.get(datatype);
    if (known !== undefined) return known;
    const written = grammar.writtenDatatype(datatype);
    if (!written) throw new RangeError(`datatype ${datatype.key} is not of the schema`);
    const parameters = written.parameters.flatMap(({ name, value }) => [strings.of(name), strings.of(value)]);
    list.push([strings.of(written.name.library), strings.of(written.name.name), ...parameters]);
    numbers.set(datatype, list.length - 1);
    return list.length - 1;
  };
  return { list, of };
}
