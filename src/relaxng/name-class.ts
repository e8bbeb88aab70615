/** A name class -> the set of letters of the alphabet that it holds (RELAX NG 1.0, section 6.1): equal sets are one object. */
import type { SimpleNameClass } from './simple.js';
import type { NameSymbol, Symbols } from './symbols.js';

export interface NameClass {
  readonly id: number;
  /** The one letter, where the class is a single name; else -1. */
  readonly symbol: number;
  /** By letter: 1 if the class holds it. Empty for a single name. */
  readonly members: Uint8Array;
  /** The names that the class lists one by one: what a message can offer. */
  readonly names: readonly number[];
}

export function containsName(nameClass: NameClass, symbol: number): boolean {
  return nameClass.symbol === symbol || nameClass.members[symbol] === 1;
}

/** How closely a class fits a name: 2 it lists the name, 1 it takes its namespace, 0 it takes any name, -1 not at all. */
export type Specificity = -1 | 0 | 1 | 2;

export function specificityOf(nameClass: SimpleNameClass, name: NameSymbol): Specificity {
  switch (nameClass.kind) {
    case 'name':
      return nameClass.local === name.local && nameClass.namespace === name.namespace ? 2 : -1;
    case 'nsName':
      return nameClass.namespace === name.namespace && !holds(nameClass.except, name) ? 1 : -1;
    case 'anyName':
      return holds(nameClass.except, name) ? -1 : 0;
    case 'choice': {
      const left = specificityOf(nameClass.left, name);
      return left === 2 ? left : closer(left, specificityOf(nameClass.right, name));
    }
  }
}

function closer(a: Specificity, b: Specificity): Specificity {
  if (a < b) return b;
  return a;
}

function holds(nameClass: SimpleNameClass | undefined, name: NameSymbol): boolean {
  return nameClass !== undefined && specificityOf(nameClass, name) >= 0;
}

/** Interns name classes over an alphabet. */
export function createNameClasses(symbols: Symbols): (nameClass: SimpleNameClass) => NameClass {
  const interned = new Map<string, NameClass>();
  const none = new Uint8Array(0);
  return (nameClass) => {
    const names = listedNames(nameClass, symbols);
    const [only] = names;
    const single = nameClass.kind === 'name' && only !== undefined;
    const held = single ? [only] : lettersOf(nameClass, symbols);
    const key = single ? `=${only}` : held.join();
    const known = interned.get(key);
    if (known) return known;
    const members = single ? none : new Uint8Array(symbols.list.length);
    if (!single) for (const symbol of held) members[symbol] = 1;
    const made = { id: interned.size, symbol: single ? only : -1, members, names };
    interned.set(key, made);
    return made;
  };
}

function lettersOf(nameClass: SimpleNameClass, symbols: Symbols): readonly number[] {
  return symbols.list.flatMap((name, symbol) => (specificityOf(nameClass, name) >= 0 ? [symbol] : []));
}

function listedNames(nameClass: SimpleNameClass, symbols: Symbols): readonly number[] {
  switch (nameClass.kind) {
    case 'name':
      return [symbols.of(nameClass.namespace, nameClass.local)];
    case 'choice':
      return [...listedNames(nameClass.left, symbols), ...listedNames(nameClass.right, symbols)];
    case 'nsName':
    case 'anyName':
      return [];
  }
}
