/** Character classes and escapes of XML Schema's regular expressions -> native ones (XML Schema 1.0 part 2, appendix F.1). */
import { NAME_CHARACTER, NAME_START } from './name-characters.js';
import { BLOCKS } from './regex-blocks.js';
import { type RegexReader, RegexSyntaxError } from './regex-reader.js';

/** An escape: `inside` may stand in a class; `outside` is an atom for what cannot (a class's complement). */
interface Escape {
  readonly inside: string;
  readonly outside?: string;
  /** One character, so that it may begin or end a range. */
  readonly character?: boolean;
}

const CATEGORIES = /^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)$/;

const complementOf = (inside: string): Escape => ({ inside: '', outside: `[^${inside}]` });

/** Few schemas use all of them, and some are long: each is made when it is asked for. */
const MULTIPLE: ReadonlyMap<string, () => Escape> = new Map<string, () => Escape>([
  ['s', () => ({ inside: ' \\t\\n\\r' })],
  ['S', () => complementOf(' \\t\\n\\r')],
  ['d', () => ({ inside: '\\p{Nd}' })],
  ['D', () => ({ inside: '\\P{Nd}' })],
  ['w', () => complementOf('\\p{P}\\p{Z}\\p{C}')],
  ['W', () => ({ inside: '\\p{P}\\p{Z}\\p{C}' })],
  ['i', () => ({ inside: NAME_START })],
  ['I', () => complementOf(NAME_START)],
  ['c', () => ({ inside: NAME_CHARACTER })],
  ['C', () => complementOf(NAME_CHARACTER)],
]);

/** Reads an escape behind its backslash. */
export function translateEscape(reader: RegexReader): Escape {
  const character = reader.next();
  if (character === undefined) throw new RegexSyntaxError('a backslash at the end');
  if ('nrt'.includes(character)) return { inside: `\\${character}`, character: true };
  if ('\\|.-^?*+{}()[]'.includes(character)) return { inside: `\\${character}`, character: true };
  if (character === 'p' || character === 'P') return translateProperty(reader, character);
  const multiple = MULTIPLE.get(character);
  if (!multiple) throw new RegexSyntaxError(`"\\${character}" is no escape`);
  return multiple();
}

function translateProperty(reader: RegexReader, sign: 'p' | 'P'): Escape {
  if (!reader.take('{')) throw new RegexSyntaxError(`"\\${sign}" without "{"`);
  const name = reader.until('}');
  if (CATEGORIES.test(name)) return { inside: `\\${sign}{${name}}` };
  const block = name.startsWith('Is') ? BLOCKS.get(name.slice(2)) : undefined;
  if (block === undefined) throw new RegexSyntaxError(`"${name}" is neither a category nor a block of characters`);
  return sign === 'p' ? { inside: block } : complementOf(block);
}

/** Reads a class behind its opening bracket, with its subtraction; the translation matches one character. */
export function translateClass(reader: RegexReader): string {
  const negated = reader.take('^');
  let inside = '';
  const outside: string[] = [];
  let first = true;
  for (;;) {
    const character = reader.peek();
    if (character === undefined) throw new RegexSyntaxError('"[" without "]"');
    if (character === ']' && !first) break;
    if (character === '-' && reader.peek(1) === '[' && !first) {
      reader.next();
      reader.next();
      const subtracted = translateClass(reader);
      if (!reader.take(']')) throw new RegexSyntaxError('a subtraction must be the last thing in a class');
      return `(?:(?!${subtracted})${classOf(inside, outside, negated)})`;
    }
    const member = translateMember(reader, first);
    inside += member.inside;
    if (member.outside !== undefined) outside.push(member.outside);
    first = false;
  }
  reader.next();
  return classOf(inside, outside, negated);
}

function classOf(inside: string, outside: readonly string[], negated: boolean): string {
  if (outside.length === 0) return `[${negated ? '^' : ''}${inside}]`;
  const [only] = outside;
  const either = inside === '' && outside.length === 1 && only !== undefined ? only : alternatives(inside, outside);
  return negated ? `(?:(?!${either})[^])` : either;
}

function alternatives(inside: string, outside: readonly string[]): string {
  return `(?:${[...(inside === '' ? [] : [`[${inside}]`]), ...outside].join('|')})`;
}

/** A character, a range or an escape. A hyphen stands for itself at either end of the class. */
function translateMember(reader: RegexReader, first: boolean): Escape {
  const start = translateCharacter(reader, first);
  if (!start.character || reader.peek() !== '-') return start;
  const after = reader.peek(1);
  if (after === ']' || after === '[') return start;
  reader.next();
  const end = translateCharacter(reader, false);
  if (!end.character) throw new RegexSyntaxError('a range must end in a character');
  if (codeOf(start.inside) > codeOf(end.inside)) throw new RegexSyntaxError('a range ends before it begins');
  return { inside: `${start.inside}-${end.inside}` };
}

function translateCharacter(reader: RegexReader, first: boolean): Escape {
  const character = reader.next() ?? '';
  if (character === '\\') return translateEscape(reader);
  if (character === '[' || character === ']') throw new RegexSyntaxError(`"${character}" in a class must be escaped`);
  if (character === '-' && !first && reader.peek() !== ']')
    throw new RegexSyntaxError('"-" in a class must be escaped');
  return { inside: '\\^-/'.includes(character) ? `\\${character}` : character, character: true };
}

const CONTROLS: ReadonlyMap<string, number> = new Map([
  ['\\n', 10],
  ['\\r', 13],
  ['\\t', 9],
]);

function codeOf(inside: string): number {
  return CONTROLS.get(inside) ?? inside.codePointAt(inside.length > 1 && inside.startsWith('\\') ? 1 : 0) ?? 0;
}
