/** XPath as it is written -> what evaluates it: as a plain function where it is plain, else by FontoXPath. */
import type { Names } from './fonto.js';
import { fontoRawText, fontoText } from './fonto-text.js';
import { type Leaf, leafText, leafTruth, leafValue } from './leaf.js';
import { parseXPath } from './parse-xpath.js';
import { NotPlain, type Plain, type Walk } from './plain.js';
import { compilePath } from './plain-path.js';
import { compileText } from './plain-text.js';
import { compileTruth } from './plain-truth.js';
import type { Query } from './sch-schema.js';
import { bound, type Scope } from './scope.js';
import { stringValue, TreeNode } from './tree-node.js';
import type { Value } from './value.js';
import { type Expression, freeVariables } from './xpath-expression.js';

export interface CompiledQuery {
  readonly query: Query;
  /** Undefined where it is not taken apart. */
  readonly expression: Expression | undefined;
  /** The whole of it for FontoXPath. */
  readonly leaf: Leaf;
  /** What its parts are compiled with. */
  readonly plain: Plain;
  truth(focus: TreeNode, scope: Scope): boolean;
  /** As `value-of` writes it. */
  text(focus: TreeNode, scope: Scope): string;
  value(focus: TreeNode, scope: Scope): Value;
}

/** In: an expression, and how names are understood in it. Out: what evaluates it; `NotEvaluated` is thrown where it has no value. */
export function compileQuery(query: Query, names: Names): CompiledQuery {
  const expression = parseXPath(query.text);
  const isOwn = (name: string, arity: number) => isOwnFunction(name, arity, names);
  const leafOf = (part: Expression): Leaf => ({
    text: fontoText(part, query.text, isOwn),
    variables: [...freeVariables(part)],
  });
  const plain: Plain = {
    namespaces: names.namespaces,
    truth(part) {
      const leaf = leafOf(part);
      const compiled = compileTruth(part, plain);
      if (!compiled) return (focus, scope) => leafTruth(leaf, focus, scope);
      return (focus, scope) => either(compiled, leafTruth, leaf, focus, scope);
    },
    text: (part) => compileText(part, plain),
    walk: (part) => compileWalk(part, plain),
  };
  const leaf = expression ? leafOf(expression) : rawLeaf(query.text);
  const walk = expression && plain.walk(expression);
  const nodes =
    expression?.kind === 'variable'
      ? (_: TreeNode, scope: Scope) => bound(scope, expression.name)
      : walk && ((focus: TreeNode, scope: Scope): Value => collect(walk, focus, scope));
  const text =
    (expression && compileText(expression, plain)) ??
    (nodes && ((focus: TreeNode, scope: Scope) => nodes(focus, scope).map(shown).join(' ')));
  return {
    query,
    expression,
    leaf,
    plain,
    truth: expression ? plain.truth(expression) : (focus, scope) => leafTruth(leaf, focus, scope),
    text: (focus, scope) => (text ? either(text, leafText, leaf, focus, scope) : leafText(leaf, focus, scope)),
    value: (focus, scope) => (nodes ? either(nodes, leafValue, leaf, focus, scope) : leafValue(leaf, focus, scope)),
  };
}

/** FontoXPath is asked where a plain function cannot judge. */
function either<T>(
  plain: (focus: TreeNode, scope: Scope) => T,
  other: (leaf: Leaf, focus: TreeNode, scope: Scope) => T,
  leaf: Leaf,
  focus: TreeNode,
  scope: Scope,
): T {
  try {
    return plain(focus, scope);
  } catch (error) {
    if (error instanceof NotPlain) return other(leaf, focus, scope);
    throw error;
  }
}

function shown(item: Value[number]): string {
  return item instanceof TreeNode ? stringValue(item) : item.text;
}

/** A function that the schema itself defines. */
function isOwnFunction(name: string, arity: number, { namespaces, ownFunction }: Names): boolean {
  const [, prefix, local = ''] = /^([^:]+):(.+)$/.exec(name) ?? [];
  const namespace = prefix === undefined ? undefined : namespaces.get(prefix);
  return namespace !== undefined && ownFunction(namespace, local, arity) !== undefined;
}

function rawLeaf(text: string): Leaf {
  const names = [...text.matchAll(/\$\s*([\p{L}_][\w.\p{L}-]*(?::[\w.\p{L}-]+)?)/gu)].map(([, name = '']) => name);
  return { text: fontoRawText(text), variables: [...new Set(names)] };
}

function compileWalk(expression: Expression, plain: Plain): Walk | undefined {
  switch (expression.kind) {
    case 'path':
      return compilePath(expression, plain);
    case 'sequence':
      // Of several, order and repetition count: they are no set of nodes.
      return expression.items.length === 1 ? allOf(expression.items, plain) : undefined;
    case 'operation':
      return expression.operator === '|' || expression.operator === 'union'
        ? allOf([expression.left, expression.right], plain)
        : undefined;
    case 'variable':
      return (_, scope, visit) =>
        bound(scope, expression.name).some((item) => {
          if (item instanceof TreeNode) return visit(item);
          throw new NotPlain();
        });
    case 'call':
      return /^(?:fn:)?current$/.test(expression.name) && expression.args.length === 0
        ? (_, scope, visit) => visit(scope.current)
        : undefined;
    default:
      return undefined;
  }
}

function allOf(expressions: readonly Expression[], plain: Plain): Walk | undefined {
  const walks = expressions.flatMap((expression) => plain.walk(expression) ?? []);
  if (walks.length !== expressions.length) return undefined;
  return (focus, scope, visit) => walks.some((walk) => walk(focus, scope, visit));
}

/** Nodes once each, in document order. */
function collect(walk: Walk, focus: TreeNode, scope: Scope): Value {
  const found = new Set<TreeNode>();
  walk(focus, scope, (node) => {
    found.add(node);
    return false;
  });
  return [...found].sort((a, b) => a.order - b.order);
}
