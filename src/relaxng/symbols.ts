/** The names that a grammar speaks of -> a finite alphabet of small integers; every other name falls into "another name of this namespace" or "any other name". */
import type { SimpleGrammar, SimpleNameClass } from './simple.js';
import { visitNameClasses } from './visit.js';

/** A letter of the alphabet. `local` is undefined for "any name of the namespace that the grammar does not speak of", `namespace` too for all the rest. */
export interface NameSymbol {
  readonly namespace: string | undefined;
  readonly local: string | undefined;
}

export interface Symbols {
  readonly list: readonly NameSymbol[];
  /** The letter of an expanded name. */
  of(namespace: string, local: string): number;
}

/** The letter of every name that the grammar does not speak of, in a namespace that it does not speak of. */
export const OTHER_NAME = 0;

/** The alphabet of a grammar: its names, one letter for the rest of each of its namespaces, one for all other names. */
export function collectSymbols(grammar: SimpleGrammar): Symbols {
  const list: NameSymbol[] = [{ namespace: undefined, local: undefined }];
  const byNamespace = new Map<string, { readonly rest: number; readonly locals: Map<string, number> }>();
  const namespaceOf = (namespace: string) => {
    const known = byNamespace.get(namespace);
    if (known) return known;
    const made = { rest: list.push({ namespace, local: undefined }) - 1, locals: new Map<string, number>() };
    byNamespace.set(namespace, made);
    return made;
  };
  const add = (nameClass: SimpleNameClass): void => {
    switch (nameClass.kind) {
      case 'name': {
        const { locals } = namespaceOf(nameClass.namespace);
        if (locals.has(nameClass.local)) return;
        locals.set(nameClass.local, list.push({ namespace: nameClass.namespace, local: nameClass.local }) - 1);
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
  const byLocal = firstByLocal(list);
  return {
    list,
    of(namespace, local) {
      // Nearly every local name has one namespace in a schema: one look-up instead of two.
      const first = byLocal.get(local);
      if (first !== undefined && first.namespace === namespace) return first.symbol;
      const known = byNamespace.get(namespace);
      return known === undefined ? OTHER_NAME : (known.locals.get(local) ?? known.rest);
    },
  };
}

function firstByLocal(list: readonly NameSymbol[]) {
  const byLocal = new Map<string, { readonly namespace: string; readonly symbol: number }>();
  for (const [symbol, { namespace, local }] of list.entries()) {
    if (namespace === undefined || local === undefined || byLocal.has(local)) continue;
    byLocal.set(local, { namespace, symbol });
  }
  return byLocal;
}
