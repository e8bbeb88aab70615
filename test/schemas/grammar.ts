/** A RELAX NG schema in XML syntax, as far as our schemas use it -> patterns to walk (RELAX NG, section 3). */
import { attributeOf, childrenOf, type DataElement, readXml } from './xml-data.js';

export type Pattern =
  | ElementPattern
  | AttributePattern
  | { readonly kind: 'group' | 'choice'; readonly patterns: readonly Pattern[] }
  | { readonly kind: 'optional' | 'zeroOrMore' | 'oneOrMore' | 'list'; readonly pattern: Pattern }
  | { readonly kind: 'ref'; readonly name: string }
  | { readonly kind: 'text' | 'empty' | 'notAllowed' }
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'data'; readonly type: string; readonly pattern?: string };

export interface ElementPattern {
  readonly kind: 'element';
  readonly name: string;
  readonly pattern: Pattern;
}

export interface AttributePattern {
  readonly kind: 'attribute';
  readonly name: string;
  readonly pattern: Pattern;
}

export interface Grammar {
  readonly start: Pattern;
  readonly resolve: (name: string) => Pattern;
  /** Every element pattern; an element that means different things in different places has several. */
  readonly elements: readonly ElementPattern[];
}

/** Reads a schema made by trang from one file of ours. */
export function readGrammar(rng: string): Grammar {
  const root = readXml(rng);
  const found: ElementPattern[] = [];
  const start = childrenOf(root, 'start').map((element) => groupOf(element, found))[0];
  if (start === undefined) throw new Error('the grammar has no start');
  const defines = new Map(
    childrenOf(root, 'define').map((define) => [attributeOf(define, 'name'), groupOf(define, found)]),
  );
  const resolve = (name: string): Pattern => {
    const pattern = defines.get(name);
    if (pattern === undefined) throw new Error(`no definition of ${name}`);
    return pattern;
  };
  return { start, resolve, elements: found };
}

/** The patterns directly below, references resolved; element and attribute patterns end the walk. */
export function walk(
  grammar: Grammar,
  pattern: Pattern,
  visit: (found: ElementPattern | AttributePattern) => void,
): void {
  switch (pattern.kind) {
    case 'element':
    case 'attribute':
      visit(pattern);
      return;
    case 'group':
    case 'choice':
      for (const part of pattern.patterns) walk(grammar, part, visit);
      return;
    case 'optional':
    case 'zeroOrMore':
    case 'oneOrMore':
      walk(grammar, pattern.pattern, visit);
      return;
    case 'ref':
      walk(grammar, grammar.resolve(pattern.name), visit);
      return;
    default:
      return;
  }
}

/** Element name -> the names of its attributes, over all patterns of that name. */
export function attributesByElement(grammar: Grammar): ReadonlyMap<string, ReadonlySet<string>> {
  const table = new Map<string, Set<string>>();
  for (const element of grammar.elements) {
    const names = table.get(element.name) ?? new Set<string>();
    walk(grammar, element.pattern, (found) => {
      if (found.kind === 'attribute') names.add(found.name);
    });
    table.set(element.name, names);
  }
  return table;
}

function groupOf(parent: DataElement, found: ElementPattern[]): Pattern {
  const patterns = parent.children.filter((child) => !child.name.includes(':')).map((child) => read(child, found));
  const [only] = patterns;
  if (only === undefined) return { kind: 'empty' };
  return patterns.length === 1 ? only : { kind: 'group', patterns };
}

function read(element: DataElement, found: ElementPattern[]): Pattern {
  switch (element.name) {
    case 'element': {
      const pattern: ElementPattern = {
        kind: 'element',
        name: attributeOf(element, 'name'),
        pattern: groupOf(element, found),
      };
      found.push(pattern);
      return pattern;
    }
    case 'attribute': {
      const value = groupOf(element, found);
      const pattern: Pattern =
        value.kind === 'empty' && childrenOf(element, 'empty').length === 0 ? { kind: 'text' } : value;
      return { kind: 'attribute', name: attributeOf(element, 'name'), pattern };
    }
    case 'group':
      return groupOf(element, found);
    case 'choice':
      return {
        kind: 'choice',
        patterns: element.children.filter((child) => !child.name.includes(':')).map((child) => read(child, found)),
      };
    case 'optional':
    case 'zeroOrMore':
    case 'oneOrMore':
    case 'list':
      return { kind: element.name, pattern: groupOf(element, found) };
    case 'ref':
      return { kind: 'ref', name: attributeOf(element, 'name') };
    case 'text':
    case 'empty':
    case 'notAllowed':
      return { kind: element.name };
    case 'value':
      return { kind: 'value', value: element.text };
    case 'data': {
      const facets = childrenOf(element, 'param');
      const [facet] = facets;
      if (facet === undefined) return { kind: 'data', type: attributeOf(element, 'type') };
      if (facets.length > 1 || attributeOf(facet, 'name') !== 'pattern') throw new Error('only the facet "pattern"');
      return { kind: 'data', type: attributeOf(element, 'type'), pattern: facet.text };
    }
    default:
      throw new Error(`the schemas do not use <${element.name}> so far`);
  }
}
