/** The text of a compact schema -> tokens; comments and white space are left out (RELAX NG compact syntax, section 3 and A.2.5). */
import type { Report } from '../../diagnostic/index.js';
import { placeAt, type Source } from '../../source/index.js';
import { NAME_CHARACTER, NAME_START } from '../datatypes/name-characters.js';
import { schemaMessages } from '../messages.js';
import { ESCAPED_LINE_FEED, ESCAPED_RETURN, interpretEscapes } from './escapes.js';

export type TokenKind =
  /** A name without prefix: a keyword or an identifier. */
  | 'name'
  /** `\name`: an identifier, never a keyword. */
  | 'quotedName'
  | 'prefixedName'
  /** `prefix:*` */
  | 'prefixedStar'
  | 'literal'
  | 'symbol'
  | 'documentation'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** As written, but: a quoted name without its backslash, a literal's value, a line of documentation without its `##`. */
  readonly text: string;
  /** Offsets in the source. */
  readonly start: number;
  readonly end: number;
}

const START = NAME_START.replace(':', '');
const REST = NAME_CHARACTER.replace(':', '');
const NAME = new RegExp(`[${START}][${REST}]*`, 'uy');
const SYMBOL = />>|\|=|&=|[={}[\](),&|?*+\-~]/y;

/** The tokens of a schema, the last of them of kind `end`; undefined after an error, which is reported. */
export function tokenize(source: Source, report: Report): readonly Token[] | undefined {
  const characters = interpretEscapes(source, report);
  if (!characters) return undefined;
  const { text, origin } = characters;
  const tokens: Token[] = [];
  const add = (kind: TokenKind, value: string, start: number, end: number) =>
    tokens.push({ kind, text: value, start: origin(start), end: origin(end) });
  const match = (pattern: RegExp, at: number): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };

  let at = 0;
  while (at < text.length) {
    const start = at;
    const character = text.charAt(at);
    if (character === ' ' || character === '\n' || character === '\t' || character === '\r') {
      at++;
    } else if (character === '#') {
      at = endOfLine(text, at);
      if (text.charAt(start + 1) === '#') add('documentation', text.slice(start, at).replace(/^#+ ?/, ''), start, at);
    } else if (character === '"' || character === "'") {
      const end = endOfLiteral(text, at);
      if (end === undefined) {
        const quote = text.startsWith(character.repeat(3), at) ? character.repeat(3) : character;
        report(schemaMessages['literal-unclosed']({ quote }, placeAt(source, origin(at), origin(endOfLine(text, at)))));
        return undefined;
      }
      at = end;
      add('literal', literalValue(text.slice(start, end)), start, end);
    } else {
      const quoted = character === '\\' ? 1 : 0;
      const name = match(NAME, at + quoted);
      if (name !== undefined) {
        at += quoted + name.length;
        const local = quoted === 0 && text.charAt(at) === ':' ? localPart(text, at + 1, match) : undefined;
        if (local !== undefined) at += 1 + local.length;
        const kind = local === undefined ? 'name' : local === '*' ? 'prefixedStar' : 'prefixedName';
        add(quoted === 1 ? 'quotedName' : kind, text.slice(start + quoted, at), start, at);
        continue;
      }
      const symbol = match(SYMBOL, at);
      if (symbol === undefined) {
        const place = placeAt(source, origin(at), origin(at + String.fromCodePoint(text.codePointAt(at) ?? 0).length));
        report(schemaMessages['character-invalid']({ character: nameCharacter(text.codePointAt(at) ?? 0) }, place));
        return undefined;
      }
      at += symbol.length;
      add('symbol', symbol, start, at);
    }
  }
  add('end', '', text.length, text.length);
  return tokens;
}

function localPart(
  text: string,
  at: number,
  match: (pattern: RegExp, at: number) => string | undefined,
): string | undefined {
  return text.charAt(at) === '*' ? '*' : match(NAME, at);
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13) return at;
  }
  return text.length;
}

/** Behind the closing quotation marks. With one mark a literal ends on its line, with three it may have many. */
function endOfLiteral(text: string, from: number): number | undefined {
  const quote = text.charAt(from);
  const three = quote.repeat(3);
  const long = text.startsWith(three, from);
  const close = long ? text.indexOf(three, from + 3) : text.indexOf(quote, from + 1);
  if (close === -1 || (!long && endOfLine(text, from) < close)) return undefined;
  return close + (long ? 3 : 1);
}

function literalValue(written: string): string {
  const marks = written.length >= 6 && /^("""|''')/.test(written) ? 3 : 1;
  return written
    .slice(marks, -marks)
    .replace(/\r\n?/g, '\n')
    .replaceAll(ESCAPED_LINE_FEED, '\n')
    .replaceAll(ESCAPED_RETURN, '\r');
}

function nameCharacter(code: number): string {
  const character = String.fromCodePoint(code);
  if (character === ESCAPED_LINE_FEED || character === ESCAPED_RETURN) return 'an escaped line end';
  return `"${character}"`;
}
