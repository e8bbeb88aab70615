/** A matcher that says what chapter 6 of RELAX NG 1.0 says and nothing else: all ways to divide attributes and children are tried. For small documents. */
import type { SimpleGrammar, SimpleNameClass, SimplePattern } from '../../src/relaxng/index.js';

export interface Tree {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** Strings are text, never two in a row, never empty or white space alone. */
  readonly children: readonly (Tree | string)[];
}

type Attributes = Tree['attributes'];
type Children = Tree['children'];

export function matchesNaively(grammar: SimpleGrammar, root: Tree): boolean {
  const matches = (pattern: SimplePattern, attributes: Attributes, children: Children): boolean => {
    switch (pattern.kind) {
      case 'empty':
        return attributes.length === 0 && children.length === 0;
      case 'notAllowed':
        return false;
      case 'text':
        return attributes.length === 0 && children.every((child) => typeof child === 'string');
      case 'choice':
        return matches(pattern.left, attributes, children) || matches(pattern.right, attributes, children);
      case 'group':
        return divisions(attributes).some(([a, b]) =>
          cuts(children).some(([c, d]) => matches(pattern.left, a, c) && matches(pattern.right, b, d)),
        );
      case 'interleave':
        return divisions(attributes).some(([a, b]) =>
          divisions(children).some(([c, d]) => matches(pattern.left, a, c) && matches(pattern.right, b, d)),
        );
      case 'oneOrMore':
        return (
          matches(pattern.pattern, attributes, children) ||
          divisions(attributes).some(([a, b]) =>
            cuts(children).some(
              ([c, d]) =>
                a.length + c.length > 0 &&
                b.length + d.length > 0 &&
                matches(pattern.pattern, a, c) &&
                matches(pattern, b, d),
            ),
          )
        );
      case 'value': {
        const [text = '', ...others] = children;
        return (
          attributes.length === 0 && others.length === 0 && typeof text === 'string' && text.trim() === pattern.value
        );
      }
      case 'attribute': {
        const [attribute, ...others] = attributes;
        if (!attribute || others.length > 0 || children.length > 0) return false;
        const [name, value] = attribute;
        return isIn(pattern.nameClass, name) && matches(pattern.pattern, [], value === '' ? [] : [value]);
      }
      case 'ref': {
        const [element, ...others] = children;
        const definition = grammar.definitions[pattern.index];
        if (!definition || attributes.length > 0 || others.length > 0) return false;
        if (element === undefined || typeof element === 'string') return false;
        return (
          isIn(definition.nameClass, element.name) && matches(definition.content, element.attributes, element.children)
        );
      }
      case 'list':
      case 'data':
        throw new Error(`not made for ${pattern.kind}`);
    }
  };
  return matches(grammar.start, [], [root]);
}

function isIn(nameClass: SimpleNameClass, name: string): boolean {
  switch (nameClass.kind) {
    case 'name':
      return nameClass.local === name;
    case 'anyName':
      return nameClass.except === undefined || !isIn(nameClass.except, name);
    case 'nsName':
      return false;
    case 'choice':
      return isIn(nameClass.left, name) || isIn(nameClass.right, name);
  }
}

/** All ways to part a sequence in two, each in order. */
function divisions<T>(items: readonly T[]): readonly (readonly [readonly T[], readonly T[]])[] {
  const [first, ...rest] = items;
  if (first === undefined) return [[[], []]];
  return divisions(rest).flatMap(([a, b]): (readonly [readonly T[], readonly T[]])[] => [
    [[first, ...a], b],
    [a, [first, ...b]],
  ]);
}

/** All ways to cut a sequence in two. */
function cuts<T>(items: readonly T[]): readonly (readonly [readonly T[], readonly T[]])[] {
  return Array.from({ length: items.length + 1 }, (_, at) => [items.slice(0, at), items.slice(at)]);
}
