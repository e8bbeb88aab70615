/** A parameter of a datatype -> a test on its values (XML Schema 1.0 part 2, section 4.3; which facets RELAX NG takes: Guidelines for using W3C XML Schema datatypes, section 2). */
import type { DatatypeParameter } from '../simple.js';
import { type DatatypeFault, NO_CONTEXT } from './datatype.js';
import type { Order, TypeDescription } from './define-type.js';
import { compileRegex } from './regex.js';
import { normalizeWhiteSpace } from './white-space.js';

const LENGTHS = ['length', 'minLength', 'maxLength'] as const;
const BOUNDS = ['minInclusive', 'maxInclusive', 'minExclusive', 'maxExclusive'] as const;
const DIGITS = ['totalDigits', 'fractionDigits'] as const;

export type FacetName = (typeof LENGTHS)[number] | (typeof BOUNDS)[number] | (typeof DIGITS)[number] | 'pattern';

export interface Facet<Value> {
  readonly name: FacetName;
  /** In words, for messages. */
  readonly condition: string;
  allows(value: Value, literal: string): boolean;
}

/** The test that a parameter asks for, or what is wrong with it. `given` are the facets that the type has already. */
export function makeFacet<Value>(
  type: TypeDescription<Value>,
  parameter: DatatypeParameter,
  given: ReadonlySet<FacetName>,
): Facet<Value> | DatatypeFault {
  const fault = (reason: string): DatatypeFault => ({ reason, parameter });
  const name = ALL.find((facet) => facet === parameter.name);
  if (name === undefined) return fault(`"${parameter.name}" is not a parameter of datatype "${type.name}"`);
  if (name !== 'pattern' && given.has(name)) return fault(`parameter "${name}" is given twice`);
  if (name === 'pattern') return patternFacet(parameter);
  const length = LENGTHS.find((facet) => facet === name);
  if (length !== undefined) return lengthFacet(type, length, parameter);
  const bound = BOUNDS.find((facet) => facet === name);
  if (bound !== undefined) return boundFacet(type, bound, parameter, given);
  return digitsFacet(type, name === 'totalDigits' ? 'totalDigits' : 'fractionDigits', parameter);
}

const ALL: readonly FacetName[] = [...LENGTHS, ...BOUNDS, ...DIGITS, 'pattern'];

/** Patterns of TEI that say no more. */
const NO_SPACES: ReadonlySet<string> = new Set(['\\S+', '[^\\p{C}\\p{Z}]+']);

function patternFacet<Value>(parameter: DatatypeParameter): Facet<Value> | DatatypeFault {
  const compiled = compileRegex(parameter.value);
  if ('reason' in compiled) return { reason: `bad regular expression: ${compiled.reason}`, parameter };
  return {
    name: 'pattern',
    condition: NO_SPACES.has(parameter.value) ? 'without spaces' : `like ${parameter.value}`,
    allows: (_value, literal) => compiled.matches(literal),
  };
}

function lengthFacet<Value>(
  type: TypeDescription<Value>,
  name: (typeof LENGTHS)[number],
  parameter: DatatypeParameter,
): Facet<Value> | DatatypeFault {
  const { length } = type;
  if (!length) return { reason: `datatype "${type.name}" has no length`, parameter };
  const limit = countOf(parameter.value);
  if (limit === undefined) return { reason: `parameter "${name}" needs a number, not "${parameter.value}"`, parameter };
  switch (name) {
    case 'length':
      return { name, condition: `of length ${limit}`, allows: (value) => length(value) === limit };
    case 'minLength':
      return { name, condition: `of length ${limit} or more`, allows: (value) => length(value) >= limit };
    case 'maxLength':
      return { name, condition: `of length ${limit} or less`, allows: (value) => length(value) <= limit };
  }
}

function boundFacet<Value>(
  type: TypeDescription<Value>,
  name: (typeof BOUNDS)[number],
  parameter: DatatypeParameter,
  given: ReadonlySet<FacetName>,
): Facet<Value> | DatatypeFault {
  const { compare } = type;
  if (!compare) return { reason: `the values of datatype "${type.name}" have no order`, parameter };
  const other = RIVALS[name];
  if (given.has(other)) return { reason: `parameters "${other}" and "${name}" exclude each other`, parameter };
  const limit = type.parse(normalizeWhiteSpace(parameter.value, type.whiteSpace), NO_CONTEXT);
  if (limit === undefined)
    return { reason: `"${parameter.value}" is not a value of datatype "${type.name}"`, parameter };
  const { words, holds } = COMPARISONS[name];
  return { name, condition: `${words} ${parameter.value}`, allows: (value) => holds(compare(value, limit)) };
}

const RIVALS = {
  minInclusive: 'minExclusive',
  minExclusive: 'minInclusive',
  maxInclusive: 'maxExclusive',
  maxExclusive: 'maxInclusive',
} as const satisfies Record<(typeof BOUNDS)[number], FacetName>;

const COMPARISONS: Readonly<Record<(typeof BOUNDS)[number], { words: string; holds: (order: Order) => boolean }>> = {
  minInclusive: { words: 'from', holds: (order) => order === 0 || order === 1 },
  minExclusive: { words: 'above', holds: (order) => order === 1 },
  maxInclusive: { words: 'up to', holds: (order) => order === 0 || order === -1 },
  maxExclusive: { words: 'below', holds: (order) => order === -1 },
};

function digitsFacet<Value>(
  type: TypeDescription<Value>,
  name: (typeof DIGITS)[number],
  parameter: DatatypeParameter,
): Facet<Value> | DatatypeFault {
  const { digits } = type;
  if (!digits) return { reason: `datatype "${type.name}" has no digits to count`, parameter };
  const limit = countOf(parameter.value);
  if (limit === undefined || (name === 'totalDigits' && limit === 0)) {
    return { reason: `parameter "${name}" needs a number, not "${parameter.value}"`, parameter };
  }
  return name === 'totalDigits'
    ? { name, condition: `with at most ${limit} digits`, allows: (value) => digits(value).total <= limit }
    : { name, condition: `with at most ${limit} decimal places`, allows: (value) => digits(value).fraction <= limit };
}

function countOf(value: string): number | undefined {
  const trimmed = normalizeWhiteSpace(value, 'collapse');
  return /^\+?[0-9]+$/.test(trimmed) ? Number(trimmed) : undefined;
}
