/** Pattern -> what could come, and what has to come, where something went wrong: asked for messages only. */
import type { Datatype } from './datatypes/index.js';
import type { NameClass } from './name-class.js';
import { type Pattern, Trait } from './pattern.js';

/** The name classes of the elements that can come next. */
export function nextElements(pattern: Pattern): ReadonlySet<NameClass> {
  const found = new Set<NameClass>();
  collectNext(pattern, found);
  return found;
}

function collectNext(pattern: Pattern, found: Set<NameClass>): void {
  if ((pattern.traits & Trait.element) === 0) return;
  switch (pattern.kind) {
    case 'element':
      found.add(pattern.nameClass);
      return;
    case 'choice':
    case 'interleave':
      for (const part of pattern.parts) collectNext(part, found);
      return;
    case 'group':
      for (const part of pattern.parts) {
        collectNext(part, found);
        if (!part.nullable) return;
      }
      return;
    case 'oneOrMore':
      collectNext(pattern.pattern, found);
      return;
    default:
      return;
  }
}

/** The name classes of all elements of a content model, whenever they may come. */
export function allElements(pattern: Pattern): ReadonlySet<NameClass> {
  const found = new Set<NameClass>();
  visit(pattern, Trait.element, (part) => {
    if (part.kind === 'element') found.add(part.nameClass);
  });
  return found;
}

/** The attributes that can still come. */
export function attributesIn(pattern: Pattern): ReadonlySet<AttributePattern> {
  const found = new Set<AttributePattern>();
  visit(pattern, Trait.attribute, (part) => {
    if (part.kind === 'attribute') found.add(part);
  });
  return found;
}

/** The same one by one, each as often as it occurs: nothing is made to be thrown away. */
export function visitAttributes(pattern: Pattern, see: (attribute: AttributePattern) => void): void {
  if ((pattern.traits & Trait.attribute) === 0) return;
  if (pattern.kind === 'attribute') see(pattern);
  else if (pattern.kind === 'oneOrMore') visitAttributes(pattern.pattern, see);
  else if ('parts' in pattern) for (const part of pattern.parts) visitAttributes(part, see);
}

export type AttributePattern = Extract<Pattern, { readonly kind: 'attribute' }>;

function visit(pattern: Pattern, trait: number, see: (pattern: Pattern) => void): void {
  if ((pattern.traits & trait) === 0) return;
  see(pattern);
  if ('parts' in pattern) for (const part of pattern.parts) visit(part, trait, see);
  else if (pattern.kind === 'oneOrMore') visit(pattern.pattern, trait, see);
}

/** The elements without which the pattern cannot be matched, whatever is chosen. */
export function requiredElements(pattern: Pattern): ReadonlySet<number> {
  return required(pattern, 'element');
}

/** The attributes without which the pattern cannot be matched, whatever is chosen. */
export function requiredAttributes(pattern: Pattern): ReadonlySet<number> {
  return required(pattern, 'attribute');
}

function required(pattern: Pattern, what: 'element' | 'attribute'): ReadonlySet<number> {
  if (pattern.nullable || (pattern.traits & Trait[what]) === 0) return new Set();
  switch (pattern.kind) {
    case 'element':
    case 'attribute':
      return new Set(pattern.kind === what && pattern.nameClass.symbol >= 0 ? [pattern.nameClass.symbol] : []);
    case 'choice': {
      const [first = new Set<number>(), ...rest] = pattern.parts.map((part) => required(part, what));
      return new Set([...first].filter((symbol) => rest.every((other) => other.has(symbol))));
    }
    case 'group':
    case 'interleave':
      return new Set(pattern.parts.flatMap((part) => [...required(part, what)]));
    case 'oneOrMore':
      return required(pattern.pattern, what);
    default:
      return new Set();
  }
}

/** What a value can be: the literals of an enumeration, and datatypes. `list`: white space separates several. */
export interface ExpectedValues {
  readonly literals: readonly string[];
  readonly datatypes: readonly Datatype[];
  readonly list: boolean;
}

export function expectedValues(pattern: Pattern): ExpectedValues {
  const literals = new Set<string>();
  const datatypes = new Map<string, Datatype>();
  let list = false;
  const see = (part: Pattern): void => {
    if (part.kind === 'value') literals.add(part.literal);
    else if (part.kind === 'data') datatypes.set(part.datatype.key, part.datatype);
    else if (part.kind === 'list') list = true;
    if (part.kind === 'list' || part.kind === 'oneOrMore') see(part.pattern);
    else if ('parts' in part) for (const inner of part.parts) see(inner);
  };
  see(pattern);
  // That of patterns depends on what came before.
  return { literals: [...literals].sort(), datatypes: [...datatypes.values()].sort(byUse), list };
}

/** Those that `@when` takes, the most usual first; the others behind them, in the order of the alphabet. */
const USUAL: readonly string[] = ['date', 'gYear', 'gMonth', 'gDay', 'gYearMonth', 'gMonthDay', 'time', 'dateTime'];

function byUse(a: Datatype, b: Datatype): number {
  const [first, second] = [USUAL.indexOf(a.name), USUAL.indexOf(b.name)].map((at) => (at < 0 ? USUAL.length : at));
  if (first !== second) return (first ?? 0) - (second ?? 0);
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
