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

export interface NameClasses {
  readonly size: number;
  at(id: number): NameClass;
  intern(nameClass: SimpleNameClass): NameClass;
  /** The same set of letters of the same alphabet, interned elsewhere. */
  adopt(nameClass: NameClass): NameClass;
}

/** The name classes that were kept; each is made when it is asked for. */
export interface KeptNameClasses {
  readonly size: number;
  read(id: number): NameClass;
}

/** Interns name classes over an alphabet; to begin with there are none, or those that were kept. */
export function createNameClasses(symbols: Symbols, kept?: KeptNameClasses): NameClasses {
  const list: (NameClass | undefined)[] = [];
  let size = kept?.size ?? 0;
  let interned: Map<string, NameClass> | undefined;
  const at = (id: number): NameClass => {
    const nameClass = list[id] ?? kept?.read(id);
    if (nameClass === undefined) throw new RangeError(`no name class ${id}`);
    list[id] = nameClass;
    return nameClass;
  };
  const index = (): Map<string, NameClass> => {
    const made = new Map<string, NameClass>();
    for (let id = 0; id < size; id++) made.set(keyOf(at(id)), at(id));
    return made;
  };
  const add = (key: string, nameClass: Omit<NameClass, 'id'>): NameClass => {
    interned ??= index();
    const known = interned.get(key);
    if (known) return known;
    const made = { ...nameClass, id: size++ };
    list[made.id] = made;
    interned.set(key, made);
    return made;
  };
  const intern = (nameClass: SimpleNameClass): NameClass => {
    const names = listedNames(nameClass, symbols);
    const [only] = names;
    const single = nameClass.kind === 'name' && only !== undefined;
    const held = single ? [only] : lettersOf(nameClass, symbols);
    const key = single ? `=${only}` : held.join();
    const members = single ? NO_MEMBERS : new Uint8Array(symbols.list.length);
    if (!single) for (const symbol of held) members[symbol] = 1;
    return add(key, { symbol: single ? only : -1, members, names });
  };
  return {
    get size() {
      return size;
    },
    at,
    intern,
    adopt: ({ symbol, members, names }) => add(keyOf({ symbol, members }), { symbol, members, names }),
  };
}

/** Equal for equal sets. */
function keyOf({ symbol, members }: Pick<NameClass, 'symbol' | 'members'>): string {
  return symbol >= 0 ? `=${symbol}` : lettersIn(members).join();
}

export const NO_MEMBERS = new Uint8Array(0);

/** The letters that a class of many holds. */
export function lettersIn(members: Uint8Array): readonly number[] {
  return [...members.keys()].filter((symbol) => members[symbol] === 1);
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
