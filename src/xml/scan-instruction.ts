/** Comments, processing instructions and the XML declaration (XML 1.0, 2.5, 2.6, 2.8). */
import { isXmlSpace, nameEnd, normalizeLineEnds, skipXmlSpace } from './characters.js';
import { xmlMessages } from './messages.js';
import type { Cursor } from './scan-cursor.js';

/** Offset behind the comment at `start`. */
export function commentAt(cursor: Cursor, start: number): number {
  const { text } = cursor;
  const dashes = text.indexOf('--', start + 4);
  if (dashes === -1 || dashes + 2 >= text.length) cursor.failAtEnd();
  if (text.charAt(dashes + 2) !== '>') {
    const detail = 'it may not contain "--"';
    cursor.fail(xmlMessages['malformed-comment']({ detail }, cursor.span(dashes, dashes + 2)), dashes);
  }
  cursor.checkCharacters(dashes);
  return dashes + 3;
}

export interface Instruction {
  readonly target: string;
  readonly data: string;
  /** Offset behind it. */
  readonly end: number;
}

/** The processing instruction at `start`. */
export function instructionAt(cursor: Cursor, start: number): Instruction {
  const { text } = cursor;
  const targetEnd = nameEnd(text, start + 2);
  const target = text.slice(start + 2, targetEnd);
  const fail = (detail: string, at: number): never => {
    if (at >= text.length) cursor.failAtEnd();
    return cursor.fail(xmlMessages['malformed-processing-instruction']({ detail }, cursor.span(at, at + 1)), at);
  };
  if (target === '') {
    if (start + 2 >= text.length) cursor.failAtEnd();
    const detail = 'processing instruction without a target';
    cursor.fail(xmlMessages['malformed-processing-instruction']({ detail }, cursor.span(start + 3)), start + 2);
  }
  const from = skipXmlSpace(text, targetEnd);
  if (targetEnd >= text.length) cursor.failAtEnd();
  if (target === 'xml') {
    const detail = 'it may stand only at the very beginning of the document';
    cursor.fail(xmlMessages['malformed-declaration']({ detail }, cursor.span(start, targetEnd)), start);
  }
  if (/^xml$/i.test(target)) fail(`the target "${target}" is reserved`, start + 2);
  if (target.includes(':')) fail('its target may have no colon', start + 2);
  const close = text.indexOf('?>', targetEnd);
  if (from === targetEnd && close !== targetEnd)
    fail('its target is followed by neither white space nor "?>"', targetEnd);
  if (close === -1) cursor.failAtEnd();
  cursor.checkCharacters(close);
  return { target, data: normalizeLineEnds(text.slice(Math.min(from, close), close)), end: close + 2 };
}

const VALUES: Readonly<Record<string, RegExp>> = {
  version: /^1\.[0-9]+$/,
  encoding: /^[A-Za-z][A-Za-z0-9._-]*$/,
  standalone: /^(?:yes|no)$/,
};

export interface XmlDeclaration {
  readonly standalone: boolean;
  /** Offset behind it. */
  readonly end: number;
}

/** The XML declaration, if the document begins with one. */
export function declarationOf(cursor: Cursor): XmlDeclaration | undefined {
  const { text } = cursor;
  if (!text.startsWith('<?xml') || !(isXmlSpace(text.charCodeAt(5)) || text.startsWith('?>', 5))) return undefined;
  const fail = (detail: string, at: number): never => {
    if (at >= text.length) cursor.failAtEnd();
    return cursor.fail(xmlMessages['malformed-declaration']({ detail }, cursor.span(at)), at);
  };
  const allowed = ['version', 'encoding', 'standalone'];
  let at = 5;
  let standalone = false;
  for (;;) {
    const from = skipXmlSpace(text, at);
    if (text.startsWith('?>', from)) {
      if (allowed.includes('version')) fail('expected "version"', from);
      cursor.checkCharacters(from);
      return { standalone, end: from + 2 };
    }
    if (from === at) fail('white space was expected', from);
    const end = nameEnd(text, from);
    const name = text.slice(from, end);
    const equals = skipXmlSpace(text, end);
    if (name === '' || text.charAt(equals) !== '=') fail('pairs of name and value were expected', equals);
    const place = allowed.indexOf(name);
    if (place === -1 || (allowed.length === 3 && place > 0)) fail(`expected ${expectedNames(allowed)}`, equals + 1);
    allowed.splice(0, place + 1);
    const open = skipXmlSpace(text, equals + 1);
    const quote = text.charAt(open);
    if (quote !== '"' && quote !== "'") fail('a value must be quoted', open);
    const close = text.indexOf(quote, open + 1);
    if (close === -1) fail('a value must be quoted', text.length);
    const value = text.slice(open + 1, close);
    if (!VALUES[name]?.test(value)) fail(`"${value}" is no value of "${name}"`, open + 1);
    standalone ||= name === 'standalone' && value === 'yes';
    at = close + 1;
  }
}

/** What may come now: `version` must be first. */
function expectedNames(allowed: readonly string[]): string {
  const names = allowed.length === 3 ? allowed.slice(0, 1) : allowed;
  return names.length === 0 ? '"?>"' : names.map((name) => `"${name}"`).join(' or ');
}
