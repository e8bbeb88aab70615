/** The variables that are in scope -> their values, each found once and only where it is asked for (ISO/IEC 19757-3, 5.4.6). */
import type { CompiledQuery } from './compile-query.js';
import type { FontoXPath, Processor } from './fonto.js';
import { type TreeNode, textNode } from './tree-node.js';
import { NotEvaluated, type Value } from './value.js';

/** A variable as it is declared. */
export interface Declared {
  readonly name: string;
  /** Text that stands in the element goes as it is. */
  readonly query: CompiledQuery | string;
}

/** A variable with the context that it was declared in, and those that were declared before it. */
export interface Frame {
  readonly declared: Declared | undefined;
  readonly name: string;
  readonly focus: TreeNode;
  readonly outer: Frame | undefined;
  readonly memo: Memo;
}

/** What is found out of a variable. */
interface Memo {
  /** The variables that its own expression sees, where those are not the ones before it. */
  within?: Frame | undefined;
  binding?: Binding | undefined;
}

export type Binding =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'failed'; readonly error: NotEvaluated };

export interface Scope {
  /** What `current()` is: the context node of the rule. */
  readonly current: TreeNode;
  readonly frame: Frame | undefined;
  readonly run: RunScope;
}

/** What holds for a whole run. */
export interface RunScope {
  /** Undefined as long as nothing has needed it. */
  readonly processor: Processor | undefined;
  readonly fonto: FontoXPath | undefined;
  /** Keeps why a variable has no value, for where it is asked for. */
  fail(error: NotEvaluated): number;
}

export function frameOf(declared: Declared, focus: TreeNode, outer: Frame | undefined): Frame {
  return { declared, name: declared.name, focus, outer, memo: {} };
}

/** A variable whose value is known: a parameter. */
export function givenFrame(name: string, value: Value, focus: TreeNode, outer: Frame | undefined): Frame {
  return { declared: undefined, name, focus, outer, memo: { binding: { kind: 'value', value } } };
}

/** Frames that see one another, in whichever order they are declared. */
export function globalFrames(declared: readonly Declared[], focus: TreeNode): Frame | undefined {
  let last: Frame | undefined;
  const frames: Frame[] = [];
  for (const each of declared) {
    last = frameOf(each, focus, last);
    frames.push(last);
  }
  for (const frame of frames) frame.memo.within = last;
  return last;
}

/** The innermost variable of a name. */
export function findFrame(frame: Frame | undefined, name: string): Frame | undefined {
  for (let at = frame; at; at = at.outer) if (at.name === name) return at;
  return undefined;
}

/** The value of a variable; throws `NotEvaluated` where it has none. */
export function bound({ frame, run }: Scope, name: string): Value {
  const found = findFrame(frame, name);
  if (!found) throw new NotEvaluated({ kind: 'unknown', what: `the variable $${name}` });
  const binding = bindingOf(found, run);
  if (binding.kind === 'failed') throw binding.error;
  return binding.value;
}

export function bindingOf(frame: Frame, run: RunScope): Binding {
  if (frame.memo.binding) return frame.memo.binding;
  frame.memo.binding = {
    kind: 'failed',
    error: new NotEvaluated({ kind: 'dynamic', detail: `$${frame.name} needs itself` }),
  };
  try {
    frame.memo.binding = evaluate(frame, run);
  } catch (error) {
    frame.memo.binding = undefined;
    throw error;
  }
  return frame.memo.binding;
}

function evaluate({ declared, focus, outer, memo: { within = outer } }: Frame, run: RunScope): Binding {
  if (!declared) return { kind: 'value', value: [] };
  const { query } = declared;
  if (typeof query === 'string') return { kind: 'value', value: [textNode(query)] };
  try {
    return { kind: 'value', value: query.value(focus, { current: focus, frame: within, run }) };
  } catch (error) {
    if (error instanceof NotEvaluated) return { kind: 'failed', error };
    throw error;
  }
}
