/** A grammar -> which attributes of which elements are IDs and references to IDs (RELAX NG DTD Compatibility, section 5). */
import type { CompiledGrammar } from './compile.js';
import type { IdKind } from './datatypes/index.js';
import { visitAttributes } from './expected.js';
import type { Pattern } from './pattern.js';
import type { SimpleNameClass } from './simple.js';
import type { Symbols } from './symbols.js';

export interface IdTypes {
  /** The attributes of an element that are of such a kind, by their letters; undefined if it has none. */
  of(element: number): ReadonlyMap<number, IdKind> | undefined;
  /** The same where it has been asked for before. */
  known(element: number): ElementIds | undefined;
}

/** What an element has: 'none', or the kinds of its attributes. */
export type ElementIds = ReadonlyMap<number, IdKind> | 'none';

/** An element is looked into when it is first asked for, if `kept` does not know. Elements and attributes that any name fits have no IDs. */
export function collectIdTypes(
  grammar: CompiledGrammar,
  kept: (element: number) => ElementIds | undefined = () => undefined,
): IdTypes {
  let definitions: ReadonlyMap<number, readonly number[]> | undefined;
  const kinds: (IdKind | 'none' | undefined)[] = [];
  const kindOf = (pattern: Pattern): IdKind | undefined => {
    const known = kinds[pattern.id] ?? idKindOf(pattern) ?? 'none';
    kinds[pattern.id] = known;
    return known === 'none' ? undefined : known;
  };
  const done: (ElementIds | undefined)[] = [];
  const find = (element: number): ElementIds => {
    const kinds = new Map<number, IdKind>();
    definitions ??= definitionsByElement(grammar);
    for (const index of definitions.get(element) ?? []) {
      visitAttributes(grammar.contentOf(index), ({ nameClass, pattern }) => {
        const kind = kindOf(pattern);
        if (kind) for (const attribute of nameClass.names) kinds.set(attribute, kind);
      });
    }
    return kinds.size === 0 ? 'none' : kinds;
  };
  return {
    of(element) {
      const known = done[element] ?? kept(element) ?? find(element);
      done[element] = known;
      return known === 'none' ? undefined : known;
    },
    known: (element) => done[element] ?? kept(element),
  };
}

function definitionsByElement({ source, symbols }: CompiledGrammar): ReadonlyMap<number, readonly number[]> {
  const definitions = new Map<number, number[]>();
  for (const [index, { nameClass }] of source.definitions.entries()) {
    for (const element of lettersOf(nameClass, symbols)) {
      const known = definitions.get(element);
      if (known) known.push(index);
      else definitions.set(element, [index]);
    }
  }
  return definitions;
}

/** The kind of the first datatype of a value that has one. */
function idKindOf(pattern: Pattern): IdKind | undefined {
  switch (pattern.kind) {
    case 'data':
      return pattern.datatype.idKind;
    case 'choice':
    case 'group':
    case 'interleave':
      for (const part of pattern.parts) {
        const kind = idKindOf(part);
        if (kind !== undefined) return kind;
      }
      return undefined;
    case 'oneOrMore':
    case 'list':
      return idKindOf(pattern.pattern);
    default:
      return undefined;
  }
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
