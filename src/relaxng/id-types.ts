/** A grammar -> which attributes of which elements are IDs and references to IDs (RELAX NG DTD Compatibility, section 5). */
import type { CompiledGrammar } from './compile.js';
import type { IdKind } from './datatypes/index.js';
import { attributesIn, expectedValues } from './expected.js';
import type { SimpleNameClass } from './simple.js';
import type { Symbols } from './symbols.js';

export interface IdTypes {
  /** The attributes of an element that are of such a kind, by their letters; undefined if it has none. */
  of(element: number): ReadonlyMap<number, IdKind> | undefined;
}

/** An element is looked into when it is first asked for. Elements and attributes that any name fits have no IDs. */
export function collectIdTypes(grammar: CompiledGrammar): IdTypes {
  const definitions = new Map<number, number[]>();
  for (const [index, { nameClass }] of grammar.source.definitions.entries()) {
    for (const element of lettersOf(nameClass, grammar.symbols)) {
      const known = definitions.get(element);
      if (known) known.push(index);
      else definitions.set(element, [index]);
    }
  }
  const done: (ReadonlyMap<number, IdKind> | 'none' | undefined)[] = [];
  const find = (element: number) => {
    const kinds = new Map<number, IdKind>();
    for (const index of definitions.get(element) ?? []) {
      for (const { nameClass, pattern } of attributesIn(grammar.contentOf(index))) {
        const kind = expectedValues(pattern).datatypes.find(({ idKind }) => idKind !== undefined)?.idKind;
        if (kind) for (const attribute of nameClass.names) kinds.set(attribute, kind);
      }
    }
    return kinds.size === 0 ? 'none' : kinds;
  };
  return {
    of(element) {
      const known = done[element] ?? find(element);
      done[element] = known;
      return known === 'none' ? undefined : known;
    },
  };
}

function lettersOf(nameClass: SimpleNameClass, symbols: Symbols): readonly number[] {
  switch (nameClass.kind) {
    case 'name':
      return [symbols.of(nameClass.namespace, nameClass.local)];
    case 'choice':
      return [...lettersOf(nameClass.left, symbols), ...lettersOf(nameClass.right, symbols)];
    case 'nsName':
    case 'anyName':
      return [];
  }
}
