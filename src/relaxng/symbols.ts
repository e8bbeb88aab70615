/** The names that a grammar speaks of -> a finite alphabet of small integers; every other name falls into "another name of this namespace" or "any other name". */
import type { SimpleGrammar, SimpleNameClass } from './simple.js';
import { visitNameClasses } from './visit.js';

/** A letter of the alphabet. `local` is undefined for "any name of the namespace that the grammar does not speak of", `namespace` too for all the rest. */
export interface NameSymbol {
  readonly namespace: string | undefined;
  readonly local: string | undefined;
}

export interface Symbols {
  readonly list: readonly NumberedSymbol[];
  /** The letter of an expanded name. */
  of(namespace: string, local: string): number;
  /** Is it the letter of one name, of which the grammar speaks? */
  isNamed(symbol: number): boolean;
}

/** A letter and its number. */
export interface NumberedSymbol extends NameSymbol {
  readonly symbol: number;
}

/** The letter of every name that the grammar does not speak of, in a namespace that it does not speak of. */
export const OTHER_NAME = 0;

/** The alphabet of a grammar: its names, one letter for the rest of each of its namespaces, one for all other names. */
export function collectSymbols(grammar: SimpleGrammar): Symbols {
  const list: NumberedSymbol[] = [{ namespace: undefined, local: undefined, symbol: OTHER_NAME }];
  const letter = (namespace: string, local: string | undefined): number =>
    list.push({ namespace, local, symbol: list.length }) - 1;
  const byNamespace = new Map<string, { readonly rest: number; readonly locals: Map<string, number> }>();
  const namespaceOf = (namespace: string) => {
    const known = byNamespace.get(namespace);
    if (known) return known;
    const made = { rest: letter(namespace, undefined), locals: new Map<string, number>() };
    byNamespace.set(namespace, made);
    return made;
  };
  const add = (nameClass: SimpleNameClass): void => {
    switch (nameClass.kind) {
      case 'name': {
        const { locals } = namespaceOf(nameClass.namespace);
        if (locals.has(nameClass.local)) return;
        locals.set(nameClass.local, letter(nameClass.namespace, nameClass.local));
        return;
      }
      case 'nsName':
        namespaceOf(nameClass.namespace);
        if (nameClass.except) add(nameClass.except);
        return;
      case 'anyName':
        if (nameClass.except) add(nameClass.except);
        return;
      case 'choice':
        add(nameClass.left);
        add(nameClass.right);
        return;
    }
  };
  visitNameClasses(grammar, add);
  // Nearly every local name has one namespace in a schema: one look-up instead of two.
  const byLocal = firstByLocal(list);
  return {
    list,
    isNamed: (symbol) => list[symbol]?.local !== undefined,
    of(namespace, local) {
      const first = byLocal.get(local);
      if (first !== undefined && first.namespace === namespace) return first.symbol;
      const known = byNamespace.get(namespace);
      return known === undefined ? OTHER_NAME : (known.locals.get(local) ?? known.rest);
    },
  };
}

/** Stands for all names of a namespace that the grammar does not speak of. */
export const REST = '';

/** The letters of names of one namespace, in the same order. */
export interface NamespaceSymbols {
  readonly namespace: string;
  readonly locals: readonly string[];
  readonly symbols: readonly number[];
}

/** The same alphabet by its namespaces; `all` makes the list of its letters, which few ask for. */
export function symbolsFrom(namespaces: readonly NamespaceSymbols[], all: () => Symbols): Symbols {
  const byNamespace = new Map<string, ReadonlyMap<string, number>>();
  const unnamed = new Set([OTHER_NAME]);
  for (const { namespace, locals, symbols } of namespaces) {
    const known = new Map<string, number>();
    for (const [index, local] of locals.entries()) known.set(local, symbols[index] ?? OTHER_NAME);
    byNamespace.set(namespace, known);
    unnamed.add(known.get(REST) ?? OTHER_NAME);
  }
  let symbols: Symbols | undefined;
  const whole = () => {
    symbols ??= all();
    return symbols;
  };
  return {
    get list() {
      return whole().list;
    },
    isNamed: (symbol) => !unnamed.has(symbol),
    of(namespace, local) {
      const known = byNamespace.get(namespace);
      return known === undefined ? OTHER_NAME : (known.get(local) ?? known.get(REST) ?? OTHER_NAME);
    },
  };
}

function firstByLocal(symbols: readonly NumberedSymbol[]) {
  const byLocal = new Map<string, NumberedSymbol>();
  for (const symbol of symbols) {
    if (symbol.local !== undefined && !byLocal.has(symbol.local)) byLocal.set(symbol.local, symbol);
  }
  return byLocal;
}
