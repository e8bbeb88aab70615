/**
 * The text of an XPath expression -> its parts (XPath 3.1, A.1 EBNF). It knows what schemas are written with; functions
 * as values, maps and arrays it leaves alone: such an expression is not taken apart.
 */
import { parsePath } from './parse-xpath-path.js';
import type { Clause, Expression } from './xpath-expression.js';
import { type Token, tokenize } from './xpath-tokens.js';

/** Says that an expression is not taken apart. */
export class NotParsed extends Error {}

export interface Tokens {
  /** The token `ahead` places from here. */
  peek(ahead?: number): Token;
  next(): Token;
  /** Takes a symbol or keyword if it comes next. */
  take(text: string): boolean;
  expect(text: string): Token;
}

/** Undefined where it is not taken apart: it may be XPath all the same. */
export function parseXPath(text: string): Expression | undefined {
  const list = tokenize(text);
  if (!list) return undefined;
  const tokens = reader(list);
  try {
    const expression = parseExpression(tokens);
    return tokens.peek().kind === 'end' ? expression : undefined;
  } catch (error) {
    if (error instanceof NotParsed || error instanceof RangeError) return undefined;
    throw error;
  }
}

function reader(list: readonly Token[]): Tokens {
  const last: Token = list[list.length - 1] ?? { kind: 'end', text: '', start: 0, end: 0 };
  let at = 0;
  const peek = (ahead = 0) => list[at + ahead] ?? last;
  const isWord = ({ kind, text }: Token, wanted: string) => (kind === 'symbol' || kind === 'name') && text === wanted;
  const next = () => {
    const token = peek();
    at++;
    return token;
  };
  return {
    peek,
    next,
    take(text) {
      const found = isWord(peek(), text);
      if (found) at++;
      return found;
    },
    expect(text) {
      if (!isWord(peek(), text)) throw new NotParsed();
      return next();
    },
  };
}

export function parseExpression(tokens: Tokens): Expression {
  const first = parseSingle(tokens);
  const items = [first];
  while (tokens.take(',')) items.push(parseSingle(tokens));
  const last = items[items.length - 1] ?? first;
  return items.length === 1 ? first : { kind: 'sequence', items, start: first.start, end: last.end };
}

export function parseSingle(tokens: Tokens): Expression {
  const { kind, text, start } = tokens.peek();
  const after = tokens.peek(1);
  if (kind === 'name' && after.kind === 'variable' && ['for', 'let', 'some', 'every'].includes(text)) {
    tokens.next();
    return parseBinding(tokens, text, start);
  }
  if (kind === 'name' && text === 'if' && after.text === '(' && after.kind === 'symbol') {
    tokens.next();
    tokens.next();
    const condition = parseExpression(tokens);
    tokens.expect(')');
    tokens.expect('then');
    const yes = parseSingle(tokens);
    tokens.expect('else');
    const no = parseSingle(tokens);
    return { kind: 'if', condition, yes, no, start, end: no.end };
  }
  return parseBinary(tokens, 0);
}

function parseBinding(tokens: Tokens, word: string, start: number): Expression {
  const clauses: Clause[] = [];
  do {
    const { kind, text } = tokens.next();
    if (kind !== 'variable') throw new NotParsed();
    tokens.expect(word === 'let' ? ':=' : 'in');
    clauses.push({ name: text, of: parseSingle(tokens) });
  } while (tokens.take(','));
  tokens.expect(word === 'some' || word === 'every' ? 'satisfies' : 'return');
  const body = parseSingle(tokens);
  return { kind: 'bind', clauses, body, start, end: body.end };
}

/** Operators, those that bind least first. */
const LEVELS: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['=', '!=', '<', '<=', '>', '>=', 'eq', 'ne', 'lt', 'le', 'gt', 'ge', 'is', '<<', '>>'],
  ['||'],
  ['to'],
  ['+', '-'],
  ['*', 'div', 'idiv', 'mod'],
  ['|', 'union'],
  ['intersect', 'except'],
];

function parseBinary(tokens: Tokens, level: number): Expression {
  const operators = LEVELS[level];
  if (!operators) return parseTyped(tokens);
  let left = parseBinary(tokens, level + 1);
  for (;;) {
    const { kind, text } = tokens.peek();
    if ((kind !== 'symbol' && kind !== 'name') || !operators.includes(text)) return left;
    tokens.next();
    const right = parseBinary(tokens, level + 1);
    left = { kind: 'operation', operator: text, left, right, start: left.start, end: right.end };
  }
}

const TYPED: readonly (readonly [string, string])[] = [
  ['instance', 'of'],
  ['treat', 'as'],
  ['castable', 'as'],
  ['cast', 'as'],
];

function parseTyped(tokens: Tokens): Expression {
  let operand = parseSign(tokens);
  for (;;) {
    const found = TYPED.find(([first, second]) => tokens.peek().text === first && tokens.peek(1).text === second);
    if (!found || tokens.peek().kind !== 'name') return operand;
    tokens.next();
    tokens.next();
    const end = parseType(tokens);
    operand = { kind: 'typed', operator: found[0], operand, start: operand.start, end };
  }
}

/** `xs:integer?`, `element(tei:p)*`, `empty-sequence()`. */
function parseType(tokens: Tokens): number {
  if (tokens.peek().kind !== 'name') throw new NotParsed();
  let { end } = tokens.next();
  if (tokens.take('(')) {
    for (let depth = 1; depth > 0; ) {
      const token = tokens.next();
      if (token.kind === 'end') throw new NotParsed();
      if (token.text === '(' && token.kind === 'symbol') depth++;
      if (token.text === ')' && token.kind === 'symbol') depth--;
      end = token.end;
    }
  }
  const { kind, text } = tokens.peek();
  return kind === 'symbol' && ['?', '*', '+'].includes(text) ? tokens.next().end : end;
}

function parseSign(tokens: Tokens): Expression {
  const { kind, text, start } = tokens.peek();
  if (kind === 'symbol' && (text === '-' || text === '+')) {
    tokens.next();
    const operand = parseSign(tokens);
    return { kind: 'sign', operand, start, end: operand.end };
  }
  let left = parsePath(tokens);
  while (tokens.peek().kind === 'symbol' && tokens.peek().text === '!') {
    tokens.next();
    const right = parsePath(tokens);
    left = { kind: 'operation', operator: '!', left, right, start: left.start, end: right.end };
  }
  return left;
}
