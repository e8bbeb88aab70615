/** Patterns of the compact syntax (RELAX NG compact syntax, section 2). */
import type { Place } from '../../source/index.js';
import { schemaMessages } from '../messages.js';
import type { Pattern } from '../schema.js';
import { type Annotations, readAnnotations, readFollowing } from './annotations.js';
import { isIdentifier, isKeyword, isSymbol, takeIdentifier } from './cursor.js';
import { readData, readValue } from './data.js';
import { readNameClass } from './name-classes.js';
import { type Reading, readReference } from './reading.js';
import type { Token } from './tokens.js';

const OPERATORS: ReadonlyMap<string, 'choice' | 'group' | 'interleave'> = new Map([
  ['|', 'choice' as const],
  [',', 'group' as const],
  ['&', 'interleave' as const],
]);
const REPEATS: ReadonlyMap<string, 'optional' | 'zeroOrMore' | 'oneOrMore'> = new Map([
  ['?', 'optional' as const],
  ['*', 'zeroOrMore' as const],
  ['+', 'oneOrMore' as const],
]);

/** A pattern, and the `-` of a datatype in it that stands without parentheses. */
interface Read {
  readonly pattern: Pattern;
  readonly except?: Place;
}

/** Reads a pattern as far as it goes. `top`: it is the whole schema, so nothing can be annotated behind it. */
export function readPattern(reading: Reading, top = false): Pattern {
  return readOperands(reading, top).pattern;
}

function readOperands(reading: Reading, top: boolean): Read {
  const { cursor } = reading;
  const first = readOperand(reading, top);
  const sign = cursor.peek();
  const kind = isOperator(sign) ? OPERATORS.get(sign.text) : undefined;
  if (kind === undefined) return first;
  const operands = [first];
  while (cursor.takeSymbol(sign.text)) operands.push(readOperand(reading, top));
  for (const { except } of operands) if (except) cursor.report(schemaMessages['except-needs-parentheses']({}, except));
  const other = cursor.peek();
  if (isOperator(other)) {
    cursor.report(schemaMessages['mixed-operators']({ first: sign.text, second: other.text }, cursor.placeOf(other)));
    // Said once; the rest is read as if the operators were one.
    while (isOperator(cursor.peek())) {
      cursor.take();
      readOperand(reading, top);
    }
  }
  return { pattern: { kind, patterns: operands.map(({ pattern }) => pattern), place: cursor.placeOf(sign) } };
}

const isOperator = (token: Token) => token.kind === 'symbol' && OPERATORS.has(token.text);

/** A primary pattern with its annotations and with `?`, `*` or `+`. */
function readOperand(reading: Reading, top: boolean): Read {
  const { cursor, declarations } = reading;
  const annotations = readAnnotations(cursor, declarations);
  const read = readPrimary(reading, annotations, top);
  readFollowing(cursor, declarations, !top);
  const sign = cursor.peek();
  const kind = sign.kind === 'symbol' ? REPEATS.get(sign.text) : undefined;
  if (kind === undefined) return read;
  cursor.take();
  if (read.except) cursor.report(schemaMessages['except-needs-parentheses']({}, read.except));
  readFollowing(cursor, declarations, !top);
  return { pattern: { kind, patterns: [read.pattern], place: cursor.placeOf(sign) } };
}

function readPrimary(reading: Reading, annotations: Annotations, top: boolean): Read {
  const { cursor, declarations } = reading;
  const token = cursor.peek();
  const place = cursor.placeOf(token);
  if (token.kind === 'literal' || token.kind === 'prefixedName' || isKeyword(token, 'string', 'token')) {
    const { element } = annotations;
    let except: Place | undefined;
    const pattern =
      token.kind === 'literal'
        ? readValue(cursor, declarations)
        : readData(cursor, declarations, () => {
            const sign = cursor.takeSymbol('-');
            if (!sign) return undefined;
            except = cursor.placeOf(sign);
            const inner = readPrimary(reading, readAnnotations(cursor, declarations), false);
            if (inner.except) cursor.report(schemaMessages['except-needs-parentheses']({}, inner.except));
            return inner.pattern;
          });
    // A value has no room for elements: its annotations stand behind it, and behind the root nothing can.
    if (top && element && pattern.kind === 'value')
      cursor.report(schemaMessages['annotation-not-allowed']({}, cursor.placeOf(element)));
    return { pattern, ...(except && { except }) };
  }
  if (isIdentifier(token)) {
    cursor.take();
    return { pattern: { kind: 'ref', name: token.text, place } };
  }
  if (cursor.takeSymbol('(')) {
    const read = cursor.nested<Read>(() => readOperands(reading, top), { pattern: { kind: 'notAllowed', place } });
    cursor.expectSymbol(')');
    return { pattern: read.pattern };
  }
  return { pattern: cursor.nested(() => readKeyword(reading, annotations), { kind: 'notAllowed', place }) };
}

/** A pattern that begins with a keyword. */
function readKeyword(reading: Reading, { documentation, defaultValue }: Annotations): Pattern {
  const { cursor, declarations } = reading;
  const token = cursor.peek();
  const place = cursor.placeOf(token);
  switch (token.kind === 'name' ? token.text : '') {
    case 'element': {
      cursor.take();
      const nameClass = readNameClass(cursor, declarations, 'element');
      const patterns = [readBraces(reading)];
      const whole = { ...place, end: Math.max(place.end, nameClass.place.end) };
      const documented = documentation !== undefined && { documentation };
      return { kind: 'element', nameClass, patterns, place: whole, ...documented };
    }
    case 'attribute': {
      cursor.take();
      const nameClass = readNameClass(cursor, declarations, 'attribute');
      const pattern = readBraces(reading);
      const whole = { ...place, end: Math.max(place.end, nameClass.place.end) };
      return {
        kind: 'attribute',
        nameClass,
        pattern,
        place: whole,
        ...(defaultValue !== undefined && { defaultValue }),
      };
    }
    case 'list':
    case 'mixed':
      cursor.take();
      return { kind: token.text === 'list' ? 'list' : 'mixed', patterns: [readBraces(reading)], place };
    case 'empty':
    case 'text':
    case 'notAllowed':
      cursor.take();
      return { kind: token.text === 'empty' ? 'empty' : token.text === 'text' ? 'text' : 'notAllowed', place };
    case 'parent': {
      cursor.take();
      const name = takeIdentifier(cursor);
      return { kind: 'parentRef', name: name?.text ?? '', place: name ? cursor.placeOf(name) : place };
    }
    case 'external':
      cursor.take();
      return { kind: 'externalRef', ...readReference(reading) };
    case 'grammar': {
      cursor.take();
      cursor.expectSymbol('{');
      const components = reading.readGrammarBody(reading, '}');
      cursor.expectSymbol('}');
      return { kind: 'grammar', components, place };
    }
    default:
      cursor.fail('a pattern');
      return { kind: 'notAllowed', place };
  }
}

function readBraces(reading: Reading): Pattern {
  reading.cursor.expectSymbol('{');
  const pattern = readPattern(reading);
  if (!isSymbol(reading.cursor.peek(), '}')) reading.cursor.fail('"}", or an operator between patterns');
  reading.cursor.takeSymbol('}');
  return pattern;
}
