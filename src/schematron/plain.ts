/** What plain expressions are compiled to: functions of the focus and what is in scope, without FontoXPath. */
import type { Visit } from './plain-axis.js';
import type { Scope } from './scope.js';
import type { TreeNode } from './tree-node.js';
import type { Expression } from './xpath-expression.js';

export type Truth = (focus: TreeNode, scope: Scope) => boolean;
export type Text = (focus: TreeNode, scope: Scope) => string;
/** Visits nodes, perhaps twice and out of order; returns whether the walk was ended. */
export type Walk = (focus: TreeNode, scope: Scope, visit: Visit) => boolean;

/** Says that a plain expression came to what it cannot judge: FontoXPath is asked then. */
export class NotPlain extends Error {}

export interface Plain {
  readonly namespaces: ReadonlyMap<string, string>;
  /** The truth of any expression, by FontoXPath where it is not plain. */
  truth(expression: Expression): Truth;
  /** Undefined where it is not plain. */
  text(expression: Expression): Text | undefined;
  walk(expression: Expression): Walk | undefined;
}
