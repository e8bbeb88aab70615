/** The text of an XPath expression -> its tokens (XPath 3.1, A.2 Lexical structure). */

export interface Token {
  /** A name is an NCName or QName, `*`, `p:*` or `*:p`; a symbol is anything of punctuation. */
  readonly kind: 'name' | 'wildcard' | 'number' | 'string' | 'variable' | 'symbol' | 'end';
  /** Of a string its value, of a variable its name; else as it is written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const NAME = String.raw`[\p{L}_][\p{L}\p{N}\p{M}_.\-\u00B7]*`;
const BRACED = String.raw`Q\{[^{}]*\}`;

const TOKEN = new RegExp(
  [
    String.raw`(?<space>\s+)`,
    String.raw`(?<comment>\(:)`,
    `(?<string>"(?:[^"]|"")*"|'(?:[^']|'')*')`,
    String.raw`(?<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+\-]?\d+)?)`,
    String.raw`\$\s*(?<variable>(?:${BRACED})?${NAME}(?::${NAME})?)`,
    `(?<wildcard>${BRACED}\\*|${NAME}:\\*|\\*:${NAME})`,
    `(?<name>${BRACED}${NAME}|${NAME}(?::(?!:)${NAME})?)`,
    String.raw`(?<symbol>::|:=|\/\/|\|\||!=|<=|>=|<<|>>|=>|\.\.|[()[\]{}.@,|/*+\-=<>!?#:])`,
  ].join('|'),
  'uy',
);

/** Undefined where it is no XPath: a character that begins no token, or a string or comment without end. */
export function tokenize(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (!found) return undefined;
    const end = TOKEN.lastIndex;
    const { space, comment, string, number, variable, wildcard, name, symbol } = found.groups ?? {};
    const token = (kind: Token['kind'], value: string) => tokens.push({ kind, text: value, start: at, end });
    if (comment !== undefined) {
      const after = commentEnd(text, at);
      if (after === undefined) return undefined;
      at = after;
      continue;
    }
    if (string !== undefined) {
      const quote = string.slice(0, 1);
      token('string', string.slice(1, -1).replaceAll(quote + quote, quote));
    } else if (number !== undefined) token('number', number);
    else if (variable !== undefined) token('variable', variable);
    else if (wildcard !== undefined) token('wildcard', wildcard);
    else if (name !== undefined) token('name', name);
    else if (symbol !== undefined) token('symbol', symbol);
    else if (space === undefined) return undefined;
    at = end;
  }
  tokens.push({ kind: 'end', text: '', start: text.length, end: text.length });
  return tokens;
}

/** Comments may hold comments. */
function commentEnd(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text.startsWith('(:', at)) {
      depth++;
      at++;
    } else if (text.startsWith(':)', at)) {
      at++;
      if (--depth === 0) return at + 1;
    }
  }
  return undefined;
}
