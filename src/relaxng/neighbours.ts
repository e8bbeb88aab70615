/** A grammar -> which elements may stand in which: asked for messages only, and made when first asked. */
import type { CompiledGrammar } from './compile.js';
import { allElements } from './expected.js';
import { Trait } from './pattern.js';

/** Elements are letters of the alphabet here. */
export interface Neighbours {
  /** The elements that may hold this one. */
  homesOf(element: number): readonly number[];
  holds(parent: number, child: number): boolean;
  /** May text stand in the element? */
  holdsText(element: number): boolean;
}

export function findNeighbours(grammar: CompiledGrammar): Neighbours {
  let found: Found | undefined;
  const look = (): Found => {
    found ??= lookThrough(grammar);
    return found;
  };
  return {
    homesOf: (element) => [...(look().homes.get(element) ?? [])],
    holds: (parent, child) => look().homes.get(child)?.has(parent) === true,
    holdsText: (element) => look().mixed.has(element),
  };
}

interface Found {
  readonly homes: ReadonlyMap<number, ReadonlySet<number>>;
  readonly mixed: ReadonlySet<number>;
}

function lookThrough({ source, symbols, contentOf }: CompiledGrammar): Found {
  const homes = new Map<number, Set<number>>();
  const mixed = new Set<number>();
  for (const [index, { nameClass }] of source.definitions.entries()) {
    if (nameClass.kind !== 'name') continue;
    const parent = symbols.of(nameClass.namespace, nameClass.local);
    const content = contentOf(index);
    if ((content.traits & Trait.text) !== 0) mixed.add(parent);
    for (const child of allElements(content)) {
      for (const name of child.names) {
        const known = homes.get(name);
        if (known) known.add(parent);
        else homes.set(name, new Set([parent]));
      }
    }
  }
  return { homes, mixed };
}
