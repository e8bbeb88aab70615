/** Values of XPath as they are kept between two evaluations (XDM 3.1, section 2.4), and why one may not be had. */
import { stringValue, TreeNode } from './tree-node.js';

/** An atomic value: its type and how it is written. */
export interface Atomic {
  readonly type: string;
  readonly text: string;
}

export type Item = TreeNode | Atomic;

export type Value = readonly Item[];

/** Why an expression has no value. One cause is reported once, however many nodes it is met at. */
export type Cause =
  /** A document that `doc()` names and that cannot be had. */
  | { readonly kind: 'document'; readonly href: string }
  /** A function, an instruction or another means that is not known here. */
  | { readonly kind: 'unknown'; readonly what: string }
  /** What the standard calls a dynamic error: `FORG0001`. */
  | { readonly kind: 'dynamic'; readonly detail: string };

/** Thrown where an expression has no value; caught where an assertion is evaluated. */
export class NotEvaluated extends Error {
  readonly reason: Cause;

  constructor(reason: Cause) {
    super(reason.kind === 'document' ? reason.href : reason.kind === 'unknown' ? reason.what : reason.detail);
    this.reason = reason;
  }
}

/** `fn:data` and `fn:string`, of one item. */
export function textOf(item: Item): string {
  return item instanceof TreeNode ? stringValue(item) : item.text;
}

/** How the values of a sequence compare as strings with what has no type; undefined where they have other types. */
export function comparableStrings(value: Value): ReadonlySet<string> | undefined {
  const strings = new Set<string>();
  for (const item of value) {
    if (!(item instanceof TreeNode) && item.type !== 'xs:string' && item.type !== 'xs:untypedAtomic') return undefined;
    strings.add(textOf(item));
  }
  return strings;
}

/** The effective boolean value (XPath 3.1, 2.4.3); undefined where there is none, or where it takes knowing numbers. */
export function effectiveBoolean([first, second]: Value): boolean | undefined {
  if (first === undefined) return false;
  if (first instanceof TreeNode) return true;
  if (second !== undefined) return undefined;
  if (first.type === 'xs:boolean') return first.text === 'true';
  return first.type === 'xs:string' || first.type === 'xs:untypedAtomic' || first.type === 'xs:anyURI'
    ? first.text !== ''
    : undefined;
}
