/** Functions and operators that make strings -> functions of the focus (XPath Functions and Operators 3.1, section 5). */
import { NotPlain, type Plain, type Text } from './plain.js';
import { bound } from './scope.js';
import { DOCUMENT, stringValue, TreeNode } from './tree-node.js';
import { textOf } from './value.js';
import type { Expression } from './xpath-expression.js';

type Made = (...texts: readonly string[]) => string;

/** Functions of strings alone, by name and number of arguments. */
const FUNCTIONS: Readonly<Record<string, Made>> = {
  'normalize-space#1': normalizeSpace,
  'lower-case#1': (text = '') => text.toLowerCase(),
  'upper-case#1': (text = '') => text.toUpperCase(),
  'substring-before#2': (text = '', mark = '') => text.slice(0, Math.max(0, text.indexOf(mark))),
  'substring-after#2': (text = '', mark = '') =>
    text.includes(mark) ? text.slice(text.indexOf(mark) + mark.length) : '',
};

/** Functions of a node's name. */
const NAMES: Readonly<Record<string, (node: TreeNode) => string>> = {
  name: (node) => (node.nodeType === DOCUMENT ? '' : node.nodeName),
  'local-name': (node) => node.localName,
  'namespace-uri': (node) => node.namespaceURI ?? '',
};

/** In: an expression whose value is a string. Out: how to make it; undefined where it is not plain. */
export function compileText(expression: Expression, plain: Plain): Text | undefined {
  if (expression.kind === 'literal') {
    const { value } = expression;
    return typeof value === 'string' ? () => value : undefined;
  }
  if (expression.kind === 'sequence') {
    const [only, ...more] = expression.items;
    return only && more.length === 0 ? compileText(only, plain) : undefined;
  }
  if (expression.kind === 'operation' && expression.operator === '||')
    return apply((...texts) => texts.join(''), [expression.left, expression.right], plain);
  if (expression.kind !== 'call') return undefined;
  const { args } = expression;
  const name = expression.name.replace(/^fn:/, '');
  const ofName = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
  if (ofName) return nameText(ofName, args, plain);
  if (name === 'concat' && args.length > 1) return apply((...texts) => texts.join(''), args, plain);
  if (name === 'string') return args.length === 0 ? stringValue : apply((text = '') => text, args, plain);
  if (name === 'normalize-space' && args.length === 0) return (focus) => normalizeSpace(stringValue(focus));
  const key = `${name}#${args.length}`;
  const made = Object.hasOwn(FUNCTIONS, key) ? FUNCTIONS[key] : undefined;
  return made && apply(made, args, plain);
}

/** White space of XML only. */
export function normalizeSpace(text = ''): string {
  return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

function apply(made: Made, args: readonly Expression[], plain: Plain): Text | undefined {
  const texts = args.flatMap((arg) => argumentText(arg, plain) ?? []);
  if (texts.length !== args.length) return undefined;
  const [first, second] = texts;
  if (first && !second) return (focus, scope) => made(first(focus, scope));
  if (first && second && texts.length === 2) return (focus, scope) => made(first(focus, scope), second(focus, scope));
  return (focus, scope) => made(...texts.map((text) => text(focus, scope)));
}

/** What is given where a string is expected: of a node its text, of nothing an empty one. */
export function argumentText(expression: Expression, plain: Plain): Text | undefined {
  const text = compileText(expression, plain);
  if (text) return text;
  if (expression.kind === 'variable') {
    return (_, scope) => {
      const [item, ...more] = bound(scope, expression.name);
      if (item === undefined) return '';
      const isText = item instanceof TreeNode || item.type === 'xs:string' || item.type === 'xs:untypedAtomic';
      if (more.length > 0 || !isText) throw new NotPlain();
      return textOf(item);
    };
  }
  const walk = plain.walk(expression);
  return (
    walk &&
    ((focus, scope) => {
      let found: TreeNode | undefined;
      walk(focus, scope, (node) => {
        if (found && found !== node) throw new NotPlain();
        found = node;
        return false;
      });
      return found ? stringValue(found) : '';
    })
  );
}

function nameText(of: (node: TreeNode) => string, args: readonly Expression[], plain: Plain): Text | undefined {
  const [arg] = args;
  if (!arg) return of;
  const walk = plain.walk(arg);
  return (
    walk &&
    ((focus, scope) => {
      let found: TreeNode | undefined;
      walk(focus, scope, (node) => {
        if (found && found !== node) throw new NotPlain();
        found = node;
        return false;
      });
      return found ? of(found) : '';
    })
  );
}
