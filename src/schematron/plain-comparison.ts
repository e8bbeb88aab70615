/** Comparisons of texts and of counts -> functions of the focus (XPath 3.1, section 3.7). */
import { NotPlain, type Plain, type Truth } from './plain.js';
import { compileText } from './plain-text.js';
import { bound, type Scope } from './scope.js';
import { stringValue, type Tree, type TreeNode } from './tree-node.js';
import { comparableStrings, type Value } from './value.js';
import { anyPart, type Expression } from './xpath-expression.js';

type Operation = Extract<Expression, { readonly kind: 'operation' }>;
type Strings = (focus: TreeNode, scope: Scope, visit: (text: string) => boolean) => boolean;
/** Whether a text is among what one side comes to. */
type Among = (text: string, focus: TreeNode, scope: Scope) => boolean;

/** Texts, and what has no type, compare as texts; undefined where other types may come in. */
export function compileComparison({ operator, left, right }: Operation, plain: Plain): Truth | undefined {
  switch (operator) {
    case '=': {
      const among = amongOf(right, plain);
      const strings = among && stringsOf(left, plain);
      if (strings) return (focus, scope) => strings(focus, scope, (text) => among(text, focus, scope));
      const other = amongOf(left, plain);
      const others = other && stringsOf(right, plain);
      return others && ((focus, scope) => others(focus, scope, (text) => other(text, focus, scope)));
    }
    case '!=': {
      const [these, those] = [stringsOf(left, plain), stringsOf(right, plain)];
      if (!these || !those) return undefined;
      return (focus, scope) => these(focus, scope, (one) => those(focus, scope, (other) => one !== other));
    }
    case 'eq':
    case 'ne': {
      const [one, other] = [singleOf(left, plain), singleOf(right, plain)];
      if (!one || !other) return undefined;
      return (focus, scope) => {
        const [a, b] = [one(focus, scope), other(focus, scope)];
        return a !== undefined && b !== undefined && (a === b) === (operator === 'eq');
      };
    }
    default:
      return undefined;
  }
}

function stringsOf(expression: Expression, plain: Plain): Strings | undefined {
  if (expression.kind === 'sequence' && expression.items.length !== 1) {
    const all = expression.items.flatMap((item) => stringsOf(item, plain) ?? []);
    if (all.length !== expression.items.length) return undefined;
    return (focus, scope, visit) => all.some((strings) => strings(focus, scope, visit));
  }
  const text = compileText(expression, plain);
  if (text) return (focus, scope, visit) => visit(text(focus, scope));
  if (expression.kind === 'variable') {
    return (_, scope, visit) => [...variableStrings(bound(scope, expression.name))].some(visit);
  }
  const walk = plain.walk(expression);
  return walk && ((focus, scope, visit) => walk(focus, scope, (node) => visit(stringValue(node))));
}

const known = new WeakMap<Value, ReadonlySet<string> | 'other'>();

/** Made once for a value that many nodes are compared with. */
function variableStrings(value: Value): ReadonlySet<string> {
  const strings = known.get(value) ?? comparableStrings(value) ?? 'other';
  known.set(value, strings);
  if (strings === 'other') throw new NotPlain();
  return strings;
}

function amongOf(expression: Expression, plain: Plain): Among | undefined {
  if (expression.kind === 'variable')
    return (text, _, scope) => variableStrings(bound(scope, expression.name)).has(text);
  const strings = stringsOf(expression, plain);
  if (!strings) return undefined;
  if (!isOfDocument(expression)) return (text, focus, scope) => strings(focus, scope, (other) => other === text);
  const byTree = new WeakMap<Tree, ReadonlySet<string>>();
  return (text, focus, scope) => {
    const all = byTree.get(focus.tree) ?? collect(strings, focus, scope);
    byTree.set(focus.tree, all);
    return all.has(text);
  };
}

function collect(strings: Strings, focus: TreeNode, scope: Scope): ReadonlySet<string> {
  const all = new Set<string>();
  strings(focus, scope, (text) => {
    all.add(text);
    return false;
  });
  return all;
}

/** Does it come to the same wherever in a document it is asked? */
function isOfDocument(expression: Expression): boolean {
  if (expression.kind === 'sequence') return expression.items.every(isOfDocument);
  if (expression.kind === 'operation') return isOfDocument(expression.left) && isOfDocument(expression.right);
  if (expression.kind === 'literal') return true;
  const isBound = (part: Expression) =>
    part.kind === 'variable' || (part.kind === 'call' && /^(?:fn:)?(?:current|key|id|doc|document)$/.test(part.name));
  return expression.kind === 'path' && expression.from === 'root' && !anyPart(expression, isBound);
}

/** At most one text; more than one is an error, which FontoXPath words. */
function singleOf(expression: Expression, plain: Plain) {
  const strings = stringsOf(expression, plain);
  if (!strings) return undefined;
  const isText = compileText(expression, plain) !== undefined;
  return (focus: TreeNode, scope: Scope): string | undefined => {
    let found: string | undefined;
    strings(focus, scope, (text) => {
      if (found !== undefined && !isText) throw new NotPlain();
      found = text;
      return false;
    });
    return found;
  };
}

const ORDER: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};
const WORDS: Readonly<Record<string, string>> = { eq: '=', ne: '!=', lt: '<', le: '<=', gt: '>', ge: '>=' };

/** Counts, lengths and numbers. */
export function compareNumbers({ operator, left, right }: Operation, plain: Plain): Truth | undefined {
  const sign = Object.hasOwn(WORDS, operator) ? WORDS[operator] : operator;
  const compare = sign !== undefined && Object.hasOwn(ORDER, sign) ? ORDER[sign] : undefined;
  const [one, other] = compare ? [numberOf(left, plain), numberOf(right, plain)] : [];
  if (!compare || !one || !other) return undefined;
  return (focus, scope) => compare(one(focus, scope), other(focus, scope));
}

function numberOf(expression: Expression, plain: Plain): ((focus: TreeNode, scope: Scope) => number) | undefined {
  if (expression.kind === 'literal') {
    const { value } = expression;
    return typeof value === 'number' ? () => value : undefined;
  }
  if (expression.kind !== 'call' || expression.args.length !== 1) return undefined;
  const [arg] = expression.args;
  if (arg && expression.name === 'count') {
    const isOne =
      arg.kind === 'path' && arg.steps.length === 1 && arg.from === 'focus' && arg.steps[0]?.descends === false;
    const walk = plain.walk(arg);
    return walk && ((focus, scope) => (isOne ? counted(walk, focus, scope) : distinct(walk, focus, scope)));
  }
  const text = arg && expression.name === 'string-length' ? compileText(arg, plain) : undefined;
  return text && ((focus, scope) => Array.from(text(focus, scope)).length);
}

type Walking = NonNullable<ReturnType<Plain['walk']>>;

/** One step from one node meets no node twice. */
function counted(walk: Walking, focus: TreeNode, scope: Scope): number {
  let count = 0;
  walk(focus, scope, () => {
    count++;
    return false;
  });
  return count;
}

function distinct(walk: Walking, focus: TreeNode, scope: Scope): number {
  const nodes = new Set<TreeNode>();
  walk(focus, scope, (node) => {
    nodes.add(node);
    return false;
  });
  return nodes.size;
}
