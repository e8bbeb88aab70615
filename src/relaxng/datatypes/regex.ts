/** A regular expression of XML Schema -> a native one (XML Schema 1.0 part 2, appendix F): anchored at both ends, by code points. */
import { asciiRegex } from './regex-ascii.js';
import { translateClass, translateEscape } from './regex-class.js';
import { type RegexReader, RegexSyntaxError, readRegex } from './regex-reader.js';

export interface CompiledRegex {
  matches(text: string): boolean;
}

export interface RegexFault {
  readonly reason: string;
}

/** The test for a pattern facet, or why it is not a regular expression. */
export function compileRegex(pattern: string): CompiledRegex | RegexFault {
  try {
    const translated = translateRegex(pattern);
    const ascii = asciiRegex(translated);
    if (ascii === undefined) {
      const whole = anchored(translated);
      return { matches: (text) => matchesWithin(whole, text) };
    }
    // Most values are ASCII: the other expression is made when it is first needed.
    const quick = anchored(ascii);
    let whole: RegExp | undefined;
    return {
      matches(text) {
        if (ASCII.test(text)) return matchesWithin(quick, text);
        whole ??= anchored(translated);
        return matchesWithin(whole, text);
      },
    };
  } catch (error) {
    if (error instanceof RegexSyntaxError || error instanceof SyntaxError) return { reason: error.message };
    throw error;
  }
}

const ASCII = /^[\0-\x7f]*$/;

function anchored(source: string): RegExp {
  return new RegExp(`^(?:${source})$`, 'u');
}

/** A value of some megabytes can be more than the native engine can hold in its backtracking stack: it is refused. */
function matchesWithin(pattern: RegExp, text: string): boolean {
  try {
    return pattern.test(text);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The native source of a pattern, without anchors. Throws RegexSyntaxError. */
export function translateRegex(pattern: string): string {
  const reader = readRegex(pattern);
  const translated = translateAlternatives(reader);
  if (reader.peek() !== undefined) throw new RegexSyntaxError('")" without "("');
  return translated;
}

function translateAlternatives(reader: RegexReader): string {
  const branches = [translateBranch(reader)];
  while (reader.take('|')) branches.push(translateBranch(reader));
  return mergeSingles(branches);
}

/** `\p{L}|\p{N}` is `[\p{L}\p{N}]`: a class does not backtrack. */
function mergeSingles(branches: readonly string[]): string {
  return branches.length > 1 && branches.every((branch) => /^\\[pP]\{\w+\}$/.test(branch))
    ? `[${branches.join('')}]`
    : branches.join('|');
}

function translateBranch(reader: RegexReader): string {
  let branch = '';
  for (let next = reader.peek(); next !== undefined && next !== '|' && next !== ')'; next = reader.peek()) {
    branch += translateAtom(reader) + translateQuantifier(reader);
  }
  return branch;
}

function translateAtom(reader: RegexReader): string {
  const character = reader.next() ?? '';
  switch (character) {
    case '(': {
      const inner = translateAlternatives(reader);
      if (!reader.take(')')) throw new RegexSyntaxError('"(" without ")"');
      return `(?:${inner})`;
    }
    case '[':
      return translateClass(reader);
    case '\\': {
      const { inside, outside } = translateEscape(reader);
      return outside ?? (/^\\[pP]\{\w+\}$/.test(inside) || inside.length <= 2 ? atomOf(inside) : `[${inside}]`);
    }
    case '.':
      return '[^\\n\\r]';
    case '?':
    case '*':
    case '+':
    case '{':
    case '}':
    case ']':
      throw new RegexSyntaxError(`"${character}" has nothing before it`);
    default:
      return '^$/'.includes(character) ? `\\${character}` : character;
  }
}

/** A lone hyphen may be escaped inside a class only. */
function atomOf(inside: string): string {
  return inside === '\\-' ? '-' : inside;
}

function translateQuantifier(reader: RegexReader): string {
  for (const sign of ['?', '*', '+']) if (reader.take(sign)) return sign;
  if (!reader.take('{')) return '';
  const range = reader.until('}');
  const [, least, most] = /^([0-9]+)(?:,([0-9]*))?$/.exec(range) ?? [];
  if (least === undefined || (most && Number(most) < Number(least))) {
    throw new RegexSyntaxError(`"{${range}}" is not a number of times`);
  }
  return `{${range}}`;
}
