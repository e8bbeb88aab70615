/** A grammar -> which attributes of which elements are IDs and references to IDs (RELAX NG DTD Compatibility, section 5). */
import { findDatatype, type IdKind, isFault } from './datatypes/index.js';
import type { SimpleGrammar, SimpleNameClass, SimplePattern } from './simple.js';
import type { Symbols } from './symbols.js';
import { visitPatterns } from './visit.js';

export interface IdTypes {
  /** Of an attribute, by the letters of its element and its own name. */
  kindOf(element: number, attribute: number): IdKind | undefined;
  /** Is an attribute of this name of such a kind anywhere? */
  readonly attributes: Uint8Array;
}

export function collectIdTypes(grammar: SimpleGrammar, symbols: Symbols): IdTypes {
  const attributes = new Uint8Array(symbols.list.length);
  const kinds = new Map<number, IdKind>();
  const kindOfAttribute = new Map<SimplePattern, IdKind | undefined>();
  for (const definition of grammar.definitions) {
    const elements = lettersOf(definition.nameClass, symbols);
    if (elements.length === 0) continue;
    visitPatterns(
      definition.content,
      {
        pattern(pattern) {
          if (pattern.kind !== 'attribute') return;
          if (!kindOfAttribute.has(pattern)) kindOfAttribute.set(pattern, kindOfValue(pattern.pattern));
          const kind = kindOfAttribute.get(pattern);
          if (kind === undefined) return;
          for (const attribute of lettersOf(pattern.nameClass, symbols)) {
            attributes[attribute] = 1;
            for (const element of elements) kinds.set(element * symbols.list.length + attribute, kind);
          }
        },
      },
      new Set(),
    );
  }
  return { attributes, kindOf: (element, attribute) => kinds.get(element * symbols.list.length + attribute) };
}

function kindOfValue(value: SimplePattern): IdKind | undefined {
  const kinds: IdKind[] = [];
  visitPatterns(
    value,
    {
      pattern(pattern) {
        if (pattern.kind !== 'data') return;
        const datatype = findDatatype(pattern.datatype, []);
        if (!isFault(datatype) && datatype.idKind) kinds.push(datatype.idKind);
      },
    },
    new Set(),
  );
  return kinds[0];
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
