/** The description of a type of XML Schema -> the type as RELAX NG uses it, its facets taken from the parameters (XML Schema 1.0 part 2, section 4.3). */
import type { DatatypeParameter } from '../simple.js';
import type { Datatype, DatatypeFault, DatatypeMaker, IdKind, ValueContext } from './datatype.js';
import { type Facet, type FacetName, makeFacet } from './facets.js';
import { normalizeWhiteSpace, type WhiteSpace } from './white-space.js';

/** How two values of a type are ordered; undefined where they cannot be compared. */
export type Order = -1 | 0 | 1 | undefined;

export interface TypeDescription<Value> {
  readonly name: string;
  readonly whiteSpace: WhiteSpace;
  /** The value of a literal, white space normalised; undefined if it is none. */
  readonly parse: (literal: string, context: ValueContext) => Value | undefined;
  /** Equal values have equal keys. */
  readonly key: (value: Value) => string;
  readonly examples: readonly string[];
  /** How to write a value, where that is not plain from the examples. */
  readonly advice?: string;
  readonly compare?: (a: Value, b: Value) => Order;
  readonly length?: (value: Value) => number;
  readonly digits?: (value: Value) => { readonly total: number; readonly fraction: number };
  readonly contextual?: boolean;
  readonly idKind?: IdKind;
}

/** The type as a maker: give it parameters, get the datatype or what is wrong with them. */
export function defineType<Value>(type: TypeDescription<Value>): DatatypeMaker {
  return { name: type.name, make: (parameters) => makeDatatype(type, parameters) };
}

function makeDatatype<Value>(
  type: TypeDescription<Value>,
  parameters: readonly DatatypeParameter[],
): Datatype | DatatypeFault {
  const facets: Facet<Value>[] = [];
  const given = new Set<FacetName>();
  for (const parameter of parameters) {
    const facet = makeFacet(type, parameter, given);
    if ('reason' in facet) return facet;
    facets.push(facet);
    given.add(facet.name);
  }
  const read = (literal: string, context: ValueContext): Value | undefined => {
    const normalized = normalizeWhiteSpace(literal, type.whiteSpace);
    const value = type.parse(normalized, context);
    if (value === undefined) return undefined;
    for (const facet of facets) if (!facet.allows(value, normalized)) return undefined;
    return value;
  };
  return {
    key: [type.name, ...parameters.map(({ name, value }) => JSON.stringify([name, value])).sort()].join(' '),
    name: type.name,
    contextual: type.contextual === true,
    idKind: type.idKind,
    examples: type.examples,
    advice: type.advice,
    conditions: facets.map((facet) => facet.condition),
    allows: (literal, context) => read(literal, context) !== undefined,
    valueKey(literal, context) {
      const value = read(literal, context);
      return value === undefined ? undefined : type.key(value);
    },
  };
}
