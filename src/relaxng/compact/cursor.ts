/** Where the reader of a compact schema is: looks at tokens, takes them, and says what it expected instead. */
import type { Report } from '../../diagnostic/index.js';
import { type Place, placeAt, type Source } from '../../source/index.js';
import type { Element } from '../../xml/index.js';
import { MAX_DEPTH } from '../limits.js';
import { schemaMessages } from '../messages.js';
import type { Token } from './tokens.js';

/** Keywords are names only where no identifier may stand; `\` before one makes it an identifier. */
export const KEYWORDS: ReadonlySet<string> = new Set([
  'attribute',
  'datatypes',
  'default',
  'div',
  'element',
  'empty',
  'external',
  'grammar',
  'include',
  'inherit',
  'list',
  'mixed',
  'namespace',
  'notAllowed',
  'parent',
  'start',
  'string',
  'text',
  'token',
]);

/** Who wants to know what the grammar itself leaves out, in the order of the text. */
export interface Listener {
  /** An annotation element that stands in no other. */
  annotation(element: Element): void;
  /** The name of another schema. */
  reference(href: string): void;
}

const NOBODY: Listener = { annotation: () => undefined, reference: () => undefined };

export interface Literal {
  readonly text: string;
  readonly place: Place;
}

export interface Cursor {
  /** The next token, or one behind it. */
  peek(ahead?: number): Token;
  take(): Token;
  /** Takes the next token if it is this symbol. */
  takeSymbol(symbol: string): Token | undefined;
  /** Takes the next token if it is this keyword. */
  takeKeyword(keyword: string): Token | undefined;
  /** Takes this symbol, or reports that it is missing. */
  expectSymbol(symbol: string): void;
  /** Reports that the next token is none of what is expected; nothing more is read then. */
  fail(expected: string): void;
  /** Reads what is nested in other things: a limit holds to how deep. */
  nested<Result>(read: () => Result, otherwise: Result): Result;
  placeOf(token: Token): Place;
  /** From the beginning of one token to the end of another. */
  placeFrom(first: Token, last: Token): Place;
  readonly listener: Listener;
  /** For mistakes behind which reading can go on. */
  readonly report: Report;
}

export function createCursor(
  source: Source,
  tokens: readonly Token[],
  report: Report,
  listener: Listener = NOBODY,
): Cursor {
  const end: Token = tokens[tokens.length - 1] ?? { kind: 'end', text: '', start: 0, end: 0 };
  let at = 0;
  let depth = 0;
  let stopped = false;
  const peek = (ahead = 0): Token => tokens[at + ahead] ?? end;
  const placeOf = ({ start, end: to }: Token) => placeAt(source, start, to);
  const take = () => {
    const token = peek();
    if (at < tokens.length - 1) at++;
    return token;
  };
  const takeIf = (matches: boolean) => (matches ? take() : undefined);
  const stop = () => {
    stopped = true;
    at = tokens.length - 1;
  };
  const takeSymbol = (symbol: string) => takeIf(isSymbol(peek(), symbol));
  const fail = (expected: string) => {
    const token = peek();
    if (!stopped) {
      const found = describe(token);
      const note = noteOn(token);
      report(schemaMessages['syntax-error']({ found, expected }, placeOf(token), note === undefined ? {} : { note }));
    }
    stop();
  };
  return {
    peek,
    take,
    takeSymbol,
    takeKeyword: (keyword) => takeIf(isKeyword(peek(), keyword)),
    expectSymbol(symbol) {
      if (!takeSymbol(symbol)) fail(`"${symbol}"`);
    },
    fail,
    nested(read, otherwise) {
      if (depth >= MAX_DEPTH) {
        if (!stopped) report(schemaMessages['nested-too-deeply']({ limit: MAX_DEPTH }, placeOf(peek())));
        stop();
        return otherwise;
      }
      depth++;
      const result = read();
      depth--;
      return result;
    },
    placeOf,
    placeFrom: (first, last) => placeAt(source, first.start, last.end),
    listener,
    report,
  };
}

export function isSymbol(token: Token, ...symbols: readonly string[]): boolean {
  return token.kind === 'symbol' && symbols.includes(token.text);
}

export function isKeyword(token: Token, ...keywords: readonly string[]): boolean {
  return token.kind === 'name' && keywords.includes(token.text) && KEYWORDS.has(token.text);
}

/** Is it a name that is no keyword? */
export function isIdentifier(token: Token): boolean {
  return token.kind === 'quotedName' || (token.kind === 'name' && !KEYWORDS.has(token.text));
}

/** Is it any name without a prefix? */
export function isUnprefixed(token: Token): boolean {
  return token.kind === 'quotedName' || token.kind === 'name';
}

/** One or several literals joined by `~`; undefined, after a report, if there is none. */
export function takeLiteral(cursor: Cursor): string | undefined {
  return takePlacedLiteral(cursor)?.text;
}

/** The same with its place, from the first quotation mark to the last. */
export function takePlacedLiteral(cursor: Cursor): Literal | undefined {
  const first = cursor.peek();
  const parts: string[] = [];
  let last = first;
  do {
    if (cursor.peek().kind !== 'literal') {
      cursor.fail('a string in quotation marks');
      return undefined;
    }
    last = cursor.take();
    parts.push(last.text);
  } while (cursor.takeSymbol('~'));
  return { text: parts.join(''), place: cursor.placeFrom(first, last) };
}

/** An identifier; undefined, after a report, if there is none. */
export function takeIdentifier(cursor: Cursor): Token | undefined {
  if (isIdentifier(cursor.peek())) return cursor.take();
  cursor.fail('an identifier');
  return undefined;
}

function describe({ kind, text }: Token): string {
  switch (kind) {
    case 'end':
      return 'end of the schema';
    case 'literal':
      return `string "${text.length > 30 ? `${text.slice(0, 29)}…` : text}"`;
    case 'documentation':
      return 'documentation ("##")';
    default:
      return `${kind === 'name' && KEYWORDS.has(text) ? 'keyword ' : ''}"${text}"`;
  }
}

function noteOn({ kind, text }: Token): string | undefined {
  if (kind === 'name' && KEYWORDS.has(text)) return `to use "${text}" as an identifier, write "\\${text}"`;
  if (kind === 'documentation')
    return 'documentation stands before what it documents; for a plain comment write one "#"';
  return undefined;
}
