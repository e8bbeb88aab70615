/** Logic, comparison and existence -> functions of the focus that are true or false (XPath 3.1, sections 2.4.3, 3.7, 3.8). */

import { NotPlain, type Plain, type Truth } from './plain.js';
import { compareNumbers, compileComparison } from './plain-comparison.js';
import { argumentText } from './plain-text.js';
import { bound } from './scope.js';
import { effectiveBoolean } from './value.js';
import type { Expression } from './xpath-expression.js';

const COMPARED: Readonly<Record<string, (text: string, part: string) => boolean>> = {
  contains: (text, part) => text.includes(part),
  'starts-with': (text, part) => text.startsWith(part),
  'ends-with': (text, part) => text.endsWith(part),
};

/** Undefined where it is not plain. */
export function compileTruth(expression: Expression, plain: Plain): Truth | undefined {
  switch (expression.kind) {
    case 'operation':
      return operationTruth(expression, plain);
    case 'call':
      return callTruth(expression, plain);
    case 'if': {
      const [condition, yes, no] = [expression.condition, expression.yes, expression.no].map(plain.truth);
      return condition && yes && no && ((focus, scope) => (condition(focus, scope) ? yes : no)(focus, scope));
    }
    case 'sequence': {
      const [only, ...more] = expression.items;
      if (!only) return () => false;
      return more.length === 0 ? compileTruth(only, plain) : undefined;
    }
    case 'variable':
      return (_, scope) => {
        const truth = effectiveBoolean(bound(scope, expression.name));
        if (truth === undefined) throw new NotPlain();
        return truth;
      };
    case 'path':
      return existence(expression, plain);
    default:
      return undefined;
  }
}

function existence(expression: Expression, plain: Plain): Truth | undefined {
  const walk = plain.walk(expression);
  return walk && ((focus, scope) => walk(focus, scope, found));
}

const found = () => true;

function operationTruth(
  expression: Extract<Expression, { readonly kind: 'operation' }>,
  plain: Plain,
): Truth | undefined {
  const { operator } = expression;
  if (operator === 'and' || operator === 'or') {
    const [left, right] = [plain.truth(expression.left), plain.truth(expression.right)];
    return operator === 'and'
      ? (focus, scope) => left(focus, scope) && right(focus, scope)
      : (focus, scope) => left(focus, scope) || right(focus, scope);
  }
  if (operator === '|' || operator === 'union') return existence(expression, plain);
  return compareNumbers(expression, plain) ?? compileComparison(expression, plain);
}

function callTruth({ name, args }: Extract<Expression, { readonly kind: 'call' }>, plain: Plain): Truth | undefined {
  const [first, second] = args;
  const local = name.replace(/^fn:/, '');
  const compared = Object.hasOwn(COMPARED, local) ? COMPARED[local] : undefined;
  if (compared && first && second && args.length === 2) {
    const [text, part] = [argumentText(first, plain), argumentText(second, plain)];
    return text && part && ((focus, scope) => compared(text(focus, scope), part(focus, scope)));
  }
  switch (`${local}#${args.length}`) {
    case 'true#0':
      return () => true;
    case 'false#0':
      return () => false;
    case 'boolean#1':
      return first && plain.truth(first);
    case 'not#1': {
      const truth = first && plain.truth(first);
      return truth && ((focus, scope) => !truth(focus, scope));
    }
    case 'exists#1':
      return first && existence(first, plain);
    case 'empty#1': {
      const exists = first && existence(first, plain);
      return exists && ((focus, scope) => !exists(focus, scope));
    }
    default:
      return undefined;
  }
}
