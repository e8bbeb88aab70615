/** An expression that is not plain, and what is in scope -> its value by FontoXPath. */
import type { FontoXPath, Variables } from './fonto.js';
import { CURRENT, OWN_PREFIX, variableName } from './fonto-text.js';
import { bindingOf, type Frame, findFrame, type Scope } from './scope.js';
import type { TreeNode } from './tree-node.js';
import type { Value } from './value.js';

export interface Leaf {
  /** For FontoXPath. */
  readonly text: string;
  /** The variables that it takes from outside. */
  readonly variables: readonly string[];
}

/** Thrown where FontoXPath is needed and was not loaded: the work begins anew with it. */
export class FontoNeeded extends Error {}

/** What FontoXPath is asked with: the processor of the run. */
export function leafTruth(leaf: Leaf, focus: TreeNode, scope: Scope): boolean {
  const { text, variables, processor } = prepared(leaf, scope);
  return processor.truth(text, focus, variables);
}

export function leafText(leaf: Leaf, focus: TreeNode, scope: Scope): string {
  const { text, variables, processor } = prepared(leaf, scope);
  return processor.text(text, focus, variables);
}

export function leafValue(leaf: Leaf, focus: TreeNode, scope: Scope): Value {
  const { text, variables, processor } = prepared(leaf, scope);
  return processor.value(text, focus, variables);
}

function prepared(leaf: Leaf, scope: Scope) {
  const { processor, fonto } = scope.run;
  if (!processor || !fonto) throw new FontoNeeded();
  if (leaf.variables.length === 0)
    return { text: leaf.text, variables: { current: scope.current, values: {} }, processor };
  const values: Record<string, Value> = {};
  const prefix = leaf.variables.map((name) => bind(findFrame(scope.frame, name), scope, fonto, values)).join('');
  const text = prefix === '' ? leaf.text : `${prefix}(${leaf.text})`;
  return { text, variables: { current: scope.current, values } satisfies Variables, processor };
}

/** Puts a variable among the values; what cannot go there is written before the expression, and returned. */
function bind(frame: Frame | undefined, scope: Scope, fonto: FontoXPath, values: Record<string, Value>): string {
  if (!frame) return '';
  const name = variableName(frame.name);
  const binding = bindingOf(frame, scope.run);
  if (binding.kind === 'failed')
    return `let $${name} := ${OWN_PREFIX}:failed(${scope.run.fail(binding.error)}) return `;
  if (fonto.isBindable(binding.value)) {
    values[name] = binding.value;
    return '';
  }
  const query = frame.declared?.query;
  if (query === undefined || typeof query === 'string') return '';
  // Of a type that does not go through: a date, a mixed sequence. It is evaluated where it is asked for.
  const focus = `sch..focus.${name}`;
  values[focus] = [frame.focus];
  const before = query.leaf.variables
    .map((inner) => bind(findFrame(frame.memo.within ?? frame.outer, inner), scope, fonto, values))
    .join('');
  return `let $${name} := ${before}(let $${CURRENT} := $${focus} return $${CURRENT} ! (${query.leaf.text})) return `;
}
