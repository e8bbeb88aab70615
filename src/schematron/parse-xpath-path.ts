/** Paths, steps and primary expressions -> their parts (XPath 3.1, sections 3.1 to 3.3). */
import { NotParsed, parseExpression, parseSingle, type Tokens } from './parse-xpath.js';
import { AXES, type Axis, type Expression, type NodeTest, type Step } from './xpath-expression.js';

const NODE_TESTS = ['node', 'text', 'comment', 'element', 'attribute', 'document-node'] as const;
const KIND_TESTS: readonly string[] = [...NODE_TESTS, 'processing-instruction', 'schema-element', 'schema-attribute'];
/** What looks like a function and is none. */
const NO_FUNCTIONS = ['if', 'function', 'item', 'map', 'array', 'switch', 'typeswitch', 'empty-sequence'];

export function parsePath(tokens: Tokens): Expression {
  const { kind, text, start } = tokens.peek();
  const isRoot = kind === 'symbol' && (text === '/' || text === '//');
  const steps: Step[] = [];
  let end = start;
  if (isRoot) {
    end = tokens.next().end;
    if (text === '/' && !beginsStep(tokens)) return { kind: 'path', from: 'root', steps, start, end };
  }
  let descends = isRoot && text === '//';
  for (;;) {
    const step = parseStep(tokens, descends);
    steps.push(step);
    end = step.end;
    const { kind: after, text: slash } = tokens.peek();
    if (after !== 'symbol' || (slash !== '/' && slash !== '//')) break;
    descends = tokens.next().text === '//';
  }
  const [only] = steps;
  if (!isRoot && steps.length === 1 && only?.kind === 'filter' && only.predicates.length === 0) return only.expression;
  return { kind: 'path', from: isRoot ? 'root' : 'focus', steps, start, end };
}

function beginsStep(tokens: Tokens): boolean {
  const { kind, text } = tokens.peek();
  if (kind === 'symbol') return ['*', '@', '.', '..', '('].includes(text);
  return kind !== 'end' && kind !== 'number' && kind !== 'string';
}

function parseStep(tokens: Tokens, descends: boolean): Step {
  const { start } = tokens.peek();
  const axis = parseAxisStep(tokens);
  if (axis) {
    const { predicates, end } = parsePredicates(tokens, axis.end);
    return { kind: 'axis', axis: axis.axis, test: axis.test, predicates, descends, start, end };
  }
  const expression = parsePrimary(tokens);
  const { predicates, end } = parsePredicates(tokens, expression.end);
  if (tokens.peek().kind === 'symbol' && ['(', '?', '=>', '#'].includes(tokens.peek().text)) throw new NotParsed();
  return { kind: 'filter', expression, predicates, descends, start, end };
}

interface AxisStep {
  readonly axis: Axis;
  readonly test: NodeTest;
  readonly end: number;
}

function parseAxisStep(tokens: Tokens): AxisStep | undefined {
  const { kind, text, end } = tokens.peek();
  const after = tokens.peek(1);
  if (kind === 'symbol') {
    if (text === '..') {
      tokens.next();
      return { axis: 'parent', test: { kind: 'node' }, end };
    }
    if (text === '@') {
      tokens.next();
      return { axis: 'attribute', ...parseTest(tokens) };
    }
    return text === '*' ? { axis: 'child', ...parseTest(tokens) } : undefined;
  }
  if (kind === 'wildcard') return { axis: 'child', ...parseTest(tokens) };
  if (kind !== 'name') return undefined;
  if (after.kind === 'symbol' && after.text === '::') {
    const axis = AXES.find((known) => known === text);
    if (axis === undefined) throw new NotParsed();
    tokens.next();
    tokens.next();
    return { axis, ...parseTest(tokens) };
  }
  if (after.kind === 'symbol' && (after.text === '#' || after.text === '{')) throw new NotParsed();
  const isCall = after.kind === 'symbol' && after.text === '(';
  if (isCall && !KIND_TESTS.includes(text)) return undefined;
  const test = parseTest(tokens);
  return { axis: test.test.kind === 'attribute' ? 'attribute' : 'child', ...test };
}

function parseTest(tokens: Tokens): { readonly test: NodeTest; readonly end: number } {
  const { kind, text, end } = tokens.next();
  if (kind === 'wildcard' || (kind === 'symbol' && text === '*')) return { test: { kind: 'name', name: text }, end };
  if (kind !== 'name') throw new NotParsed();
  if (tokens.peek().text !== '(' || tokens.peek().kind !== 'symbol') return { test: { kind: 'name', name: text }, end };
  tokens.next();
  let depth = 1;
  let isEmpty = true;
  for (;;) {
    const token = tokens.next();
    if (token.kind === 'end') throw new NotParsed();
    if (token.kind === 'symbol' && token.text === '(') depth++;
    if (token.kind === 'symbol' && token.text === ')' && --depth === 0) {
      const known = NODE_TESTS.find((name) => name === text);
      return { test: isEmpty && known !== undefined ? { kind: known } : { kind: 'other' }, end: token.end };
    }
    isEmpty = false;
  }
}

function parsePredicates(tokens: Tokens, after: number) {
  const predicates: Expression[] = [];
  let end = after;
  while (tokens.take('[')) {
    predicates.push(parseExpression(tokens));
    end = tokens.expect(']').end;
  }
  return { predicates, end };
}

function parsePrimary(tokens: Tokens): Expression {
  const { kind, text, start, end } = tokens.next();
  switch (kind) {
    case 'string':
      return { kind: 'literal', value: text, start, end };
    case 'number':
      return { kind: 'literal', value: Number(text), start, end };
    case 'variable':
      return { kind: 'variable', name: text, start, end };
    case 'name':
      return parseCall(tokens, text, start);
    case 'symbol':
      if (text === '.') {
        const step = { kind: 'axis', axis: 'self', test: { kind: 'node' }, predicates: [], descends: false } as const;
        return { kind: 'path', from: 'focus', steps: [{ ...step, start, end }], start, end };
      }
      if (text === '(') return parseParenthesised(tokens, start);
      throw new NotParsed();
    default:
      throw new NotParsed();
  }
}

function parseParenthesised(tokens: Tokens, start: number): Expression {
  const close = tokens.peek();
  if (tokens.take(')')) return { kind: 'sequence', items: [], start, end: close.end };
  const inner = parseExpression(tokens);
  const { end } = tokens.expect(')');
  return { kind: 'sequence', items: inner.kind === 'sequence' ? inner.items : [inner], start, end };
}

function parseCall(tokens: Tokens, name: string, start: number): Expression {
  if (NO_FUNCTIONS.includes(name)) throw new NotParsed();
  tokens.expect('(');
  const args: Expression[] = [];
  const close = tokens.peek();
  if (tokens.take(')')) return { kind: 'call', name, args, start, end: close.end };
  do {
    if (tokens.peek().text === '?') throw new NotParsed();
    args.push(parseSingle(tokens));
  } while (tokens.take(','));
  return { kind: 'call', name, args, start, end: tokens.expect(')').end };
}
