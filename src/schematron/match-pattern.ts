/** The context of a rule -> which nodes match it (XSLT 2.0, section 5.5: patterns). Read from the last step to the first, so that most nodes are settled by their name. */
import type { CompiledQuery } from './compile-query.js';
import { leafValue } from './leaf.js';
import type { Plain, Walk } from './plain.js';
import { nodeTest, type Test } from './plain-axis.js';
import { compilePredicates, compileStep } from './plain-path.js';
import type { Scope } from './scope.js';
import { ATTRIBUTE, DOCUMENT, type Tree, TreeNode } from './tree-node.js';
import type { Expression, Step } from './xpath-expression.js';

type Matches = (node: TreeNode, scope: Scope) => boolean;

/** One of the alternatives of a context. */
export interface Matcher {
  readonly matches: Matches;
  /** Where only elements of one local name can match. */
  readonly local: string | undefined;
  /** Where only elements can match. */
  readonly isElement: boolean;
}

type Path = Extract<Expression, { readonly kind: 'path' }>;
type AxisStep = Extract<Step, { readonly kind: 'axis' }>;

/** In: a context, and its XPath. Out: its alternatives. */
export function compilePattern(query: CompiledQuery): readonly Matcher[] {
  const { expression, plain, leaf } = query;
  const parts = expression && alternatives(expression);
  const matchers = parts?.map((part) => compileAlternative(part, plain));
  if (matchers?.every((matcher) => matcher !== undefined)) return matchers.flatMap((matcher) => matcher ?? []);
  return [anywhere(leaf.text, leaf.variables)];
}

function alternatives(expression: Expression): readonly Expression[] {
  if (expression.kind === 'operation' && (expression.operator === '|' || expression.operator === 'union'))
    return [...alternatives(expression.left), ...alternatives(expression.right)];
  const [only, ...more] = expression.kind === 'sequence' ? expression.items : [];
  return only && more.length === 0 ? alternatives(only) : [expression];
}

/** What cannot be read backwards is evaluated once for a document; a node matches if it is among what is found. */
function anywhere(text: string, variables: readonly string[]): Matcher {
  const found = new WeakMap<Tree, ReadonlySet<TreeNode>>();
  const isAbsolute = /^\s*\/|^\s*(?:fn:)?(?:id|key|doc|document)\s*\(/.test(text);
  const whole = isAbsolute ? text : `root(.)/descendant-or-self::node()/(${text})`;
  return {
    matches(node, scope) {
      const { tree } = node;
      const nodes = found.get(tree) ?? nodesIn(leafValue({ text: whole, variables }, tree.root, scope));
      found.set(tree, nodes);
      return nodes.has(node);
    },
    local: undefined,
    isElement: false,
  };
}

function nodesIn(value: readonly unknown[]): ReadonlySet<TreeNode> {
  return new Set(value.filter((item) => item instanceof TreeNode));
}

function compileAlternative(expression: Expression, plain: Plain): Matcher | undefined {
  if (expression.kind !== 'path') return undefined;
  const { from, steps } = expression;
  if (steps.length === 0) return { matches: isDocument, local: undefined, isElement: false };
  return compileSteps({ ...expression, from }, steps.length - 1, plain);
}

const isDocument: Matches = ({ nodeType }) => nodeType === DOCUMENT;

/** Matches the steps up to and with the one at `index`. */
function compileSteps(path: Path, index: number, plain: Plain): Matcher | undefined {
  const step = path.steps[index];
  if (!step) return undefined;
  const own = step.kind === 'axis' ? matchStep(step, plain) : matchGroup(step, plain);
  if (!own) return undefined;
  const { matches, local, isElement } = own;
  if (index === 0) {
    if (path.from === 'focus') return own;
    const isPlaced: Matches = step.descends
      ? ({ nodeType }) => nodeType !== DOCUMENT
      : ({ parent }) => parent !== null && parent.parent === null;
    return { matches: (node, scope) => isPlaced(node, scope) && matches(node, scope), local, isElement };
  }
  const before = compileSteps(path, index - 1, plain);
  if (!before) return undefined;
  const above: Matches = (node, scope) => {
    for (let at = node.parent; at !== null; at = step.descends ? at.parent : null)
      if (before.matches(at, scope)) return true;
    return false;
  };
  return { matches: (node, scope) => matches(node, scope) && above(node, scope), local, isElement };
}

function matchStep(step: AxisStep, plain: Plain): Matcher | undefined {
  const { axis, predicates: written } = step;
  if (axis !== 'child' && axis !== 'attribute') return undefined;
  const test = nodeTest(step.test, axis, plain.namespaces);
  const predicates = compilePredicates(written, plain);
  if (!test || !predicates) return undefined;
  const isKind: Matches = (node) =>
    (node.nodeType === ATTRIBUTE) === (axis === 'attribute') && node.nodeType !== DOCUMENT;
  const { local, isElement } = test;
  if (predicates.every((predicate) => typeof predicate === 'function')) {
    const filters = predicates.flatMap((predicate) => (typeof predicate === 'function' ? [predicate] : []));
    return {
      matches: (node, scope) =>
        isKind(node, scope) && test.matches(node) && filters.every((filter) => filter(node, at(node, scope))),
      local,
      isElement,
    };
  }
  const walk = compileStep({ ...step, descends: false }, plain);
  return walk && { matches: positioned(walk, test), local, isElement };
}

/** With a position, a node is looked for among what the step finds from its parent. */
function positioned(walk: Walk, test: Test): Matches {
  return (node, scope) =>
    test.matches(node) && node.parent !== null && walk(node.parent, at(node, scope), (found) => found === node);
}

/** `(a | b)[test]`, anywhere in a path. */
function matchGroup(step: Extract<Step, { readonly kind: 'filter' }>, plain: Plain): Matcher | undefined {
  if (step.expression.kind !== 'sequence' || step.expression.items.length !== 1) return undefined;
  const predicates = compilePredicates(step.predicates, plain);
  const matchers = alternatives(step.expression).map((part) => compileAlternative(part, plain));
  if (!predicates?.every((predicate) => typeof predicate === 'function')) return undefined;
  if (!matchers.every((matcher) => matcher !== undefined)) return undefined;
  const filters = predicates.flatMap((predicate) => (typeof predicate === 'function' ? [predicate] : []));
  return {
    matches: (node, scope) =>
      matchers.some((matcher) => matcher?.matches(node, scope)) &&
      filters.every((filter) => filter(node, at(node, scope))),
    local: undefined,
    isElement: matchers.every((matcher) => matcher?.isElement),
  };
}

/** Within a pattern, `current()` is the node that is looked at. */
function at(node: TreeNode, scope: Scope): Scope {
  return scope.current === node ? scope : { ...scope, current: node };
}
