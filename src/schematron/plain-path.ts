/** Paths -> walks over the tree: steps with plain tests, positions, and predicates that are true or false (XPath 3.1, section 3.3). */
import type { Plain, Truth, Walk } from './plain.js';
import { nodeTest, type Test, walkAxis } from './plain-axis.js';
import type { Scope } from './scope.js';
import type { TreeNode } from './tree-node.js';
import { type Axis, anyPart, type Expression, type Step } from './xpath-expression.js';

/** A number is a position, `last` the last one. */
export type Predicate = Truth | number | 'last';

type AxisStep = Extract<Step, { readonly kind: 'axis' }>;

export function compilePath(path: Extract<Expression, { readonly kind: 'path' }>, plain: Plain): Walk | undefined {
  const [first, ...rest] = path.steps;
  const begin = path.from === 'root' ? atRoot : atFocus;
  if (!first) return begin;
  if (first.kind === 'axis') return joinSteps(begin, path.steps, plain);
  const start = path.from === 'focus' ? plain.walk(first.expression) : undefined;
  const filters = compilePredicates(first.predicates, plain);
  if (!start || !filters?.every((filter) => typeof filter === 'function')) return undefined;
  const filtered: Walk = (focus, scope, visit) =>
    start(focus, scope, (node) => passes(filters, node, scope) && visit(node));
  return joinSteps(filtered, rest, plain);
}

const atRoot: Walk = (focus, _, visit) => visit(focus.tree.root);
const atFocus: Walk = (focus, _, visit) => visit(focus);

function joinSteps(begin: Walk, steps: readonly Step[], plain: Plain): Walk | undefined {
  let walk = begin;
  for (const step of steps) {
    if (step.kind !== 'axis') return undefined;
    const next = compileStep(step, plain);
    if (!next) return undefined;
    const before = walk;
    walk = (focus, scope, visit) => before(focus, scope, (node) => next(node, scope, visit));
  }
  return walk;
}

/** One step from one node. `//x` is `/descendant-or-self::node()/child::x`, and `/descendant::x` where no position is asked for. */
export function compileStep(step: AxisStep, plain: Plain): Walk | undefined {
  const test = nodeTest(step.test, step.axis, plain.namespaces);
  const predicates = compilePredicates(step.predicates, plain);
  if (!test || !predicates) return undefined;
  if (!step.descends) return walkStep(step.axis, test, predicates);
  if (step.axis === 'child' && predicates.every((predicate) => typeof predicate === 'function'))
    return walkStep('descendant', test, predicates);
  const next = walkStep(step.axis, test, predicates);
  return (focus, scope, visit) => walkAxis('descendant-or-self', ANY, focus, (node) => next(node, scope, visit));
}

const ANY: Test = { matches: () => true, local: undefined, isElement: false };

function walkStep(axis: Axis, test: Test, predicates: readonly Predicate[]): Walk {
  const [only] = predicates;
  if (only === undefined) return (focus, _, visit) => walkAxis(axis, test, focus, visit);
  if (predicates.length === 1 && typeof only === 'function')
    return (focus, scope, visit) => walkAxis(axis, test, focus, (node) => only(node, scope) && visit(node));
  if (predicates.length === 1 && typeof only === 'number') return walkTo(axis, test, only);
  return (focus, scope, visit) => {
    let nodes: TreeNode[] = [];
    walkAxis(axis, test, focus, (node) => {
      nodes.push(node);
      return false;
    });
    for (const predicate of predicates) nodes = nodes.filter(chosenBy(predicate, scope));
    return nodes.some(visit);
  };
}

/** The walk along the axis ends at the position that is asked for. */
function walkTo(axis: Axis, test: Test, position: number): Walk {
  return (focus, _, visit) => {
    let at = 0;
    let ended = false;
    walkAxis(axis, test, focus, (node) => {
      if (++at < position) return false;
      ended = visit(node);
      return true;
    });
    return ended;
  };
}

function chosenBy(predicate: Predicate, scope: Scope) {
  return (node: TreeNode, index: number, all: readonly TreeNode[]): boolean => {
    if (typeof predicate === 'function') return predicate(node, scope);
    return index === (predicate === 'last' ? all.length : predicate) - 1;
  };
}

function passes(filters: readonly Predicate[], node: TreeNode, scope: Scope): boolean {
  return filters.every((filter) => typeof filter === 'function' && filter(node, scope));
}

/** Undefined where one of them is neither a position nor surely true or false. */
export function compilePredicates(list: readonly Expression[], plain: Plain): readonly Predicate[] | undefined {
  const predicates: Predicate[] = [];
  for (const expression of list) {
    const predicate = compilePredicate(expression, plain);
    if (predicate === undefined) return undefined;
    predicates.push(predicate);
  }
  return predicates;
}

function compilePredicate(expression: Expression, plain: Plain): Predicate | undefined {
  if (expression.kind === 'literal' && typeof expression.value === 'number')
    return Number.isInteger(expression.value) ? expression.value : undefined;
  if (expression.kind === 'call' && expression.name === 'last' && expression.args.length === 0) return 'last';
  if (!isTruth(expression) || anyPart(expression, asksPosition)) return undefined;
  return plain.truth(expression);
}

function asksPosition(part: Expression): boolean {
  return part.kind === 'call' && (part.name === 'position' || part.name === 'last');
}

const BOOLEAN_FUNCTIONS = [
  'not',
  'true',
  'false',
  'boolean',
  'exists',
  'empty',
  'contains',
  'starts-with',
  'ends-with',
  'matches',
];
const NO_TRUTH = ['||', 'to', '+', '-', '*', 'div', 'idiv', 'mod', '!'];

/** Is it a boolean, or nodes, whatever the document? */
export function isTruth(expression: Expression): boolean {
  switch (expression.kind) {
    case 'operation':
      return !NO_TRUTH.includes(expression.operator);
    case 'call':
      return BOOLEAN_FUNCTIONS.includes(expression.name.replace(/^fn:/, ''));
    case 'typed':
      return expression.operator === 'castable' || expression.operator === 'instance';
    case 'sequence':
      return expression.items.every(isTruth);
    case 'path':
      return expression.steps[expression.steps.length - 1]?.kind !== 'filter';
    default:
      return false;
  }
}
