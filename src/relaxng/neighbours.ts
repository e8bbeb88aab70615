/** A grammar -> which elements may stand in which: asked for messages only, and made when first asked. */
import type { CompiledGrammar } from './compile.js';
import { allElements } from './expected.js';

/** Elements are letters of the alphabet here. */
export interface Neighbours {
  /** The elements that may hold this one. */
  homesOf(element: number): readonly number[];
  holds(parent: number, child: number): boolean;
}

export function findNeighbours(grammar: CompiledGrammar): Neighbours {
  let homes: ReadonlyMap<number, ReadonlySet<number>> | undefined;
  const find = (element: number) => {
    homes ??= collectHomes(grammar);
    return homes.get(element) ?? new Set<number>();
  };
  return {
    homesOf: (element) => [...find(element)],
    holds: (parent, child) => find(child).has(parent),
  };
}

function collectHomes({ source, symbols, contentOf }: CompiledGrammar): ReadonlyMap<number, ReadonlySet<number>> {
  const homes = new Map<number, Set<number>>();
  for (const [index, { nameClass }] of source.definitions.entries()) {
    if (nameClass.kind !== 'name') continue;
    const parent = symbols.of(nameClass.namespace, nameClass.local);
    for (const child of allElements(contentOf(index))) {
      for (const name of child.names) {
        const known = homes.get(name);
        if (known) known.add(parent);
        else homes.set(name, new Set([parent]));
      }
    }
  }
  return homes;
}
