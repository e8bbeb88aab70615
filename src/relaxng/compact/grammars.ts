/** Definitions, includes and divs of the compact syntax (RELAX NG compact syntax, section 2). */
import type { CombineMethod, Component } from '../schema.js';
import { type Annotations, isGrammarAnnotation, readAnnotation, readAnnotations } from './annotations.js';
import { type Cursor, isIdentifier, isKeyword, isSymbol } from './cursor.js';
import { readPattern } from './patterns.js';
import { type Reading, readReference } from './reading.js';
import type { Token } from './tokens.js';

const METHODS: ReadonlyMap<string, CombineMethod | undefined> = new Map<string, CombineMethod | undefined>([
  ['=', undefined],
  ['|=', 'choice'],
  ['&=', 'interleave'],
]);

/** Reads components up to `close`, or to the end of the schema where that is empty. Includes do not hold includes. */
export function readGrammarBody(reading: Reading, close: '' | '}', inInclude = false): readonly Component[] {
  const { cursor, declarations } = reading;
  const components: Component[] = [];
  while (cursor.peek().kind !== 'end' && !(close !== '' && isSymbol(cursor.peek(), close))) {
    if (isGrammarAnnotation(cursor)) {
      readAnnotation(cursor, declarations);
      continue;
    }
    const component = readComponent(reading, readAnnotations(cursor, declarations), inInclude);
    if (component) components.push(component);
  }
  return components;
}

function readComponent(reading: Reading, annotations: Annotations, inInclude: boolean): Component | undefined {
  const { cursor } = reading;
  const token = cursor.peek();
  const place = cursor.placeOf(token);
  if (isKeyword(token, 'div') && isSymbol(cursor.peek(1), '{')) {
    cursor.take();
    return { kind: 'div', components: readBody(reading, inInclude), place };
  }
  if (isKeyword(token, 'include') && !inInclude) {
    cursor.take();
    const reference = readReference(reading);
    const components = isSymbol(cursor.peek(), '{') ? readBody(reading, true) : [];
    return { kind: 'include', ...reference, components };
  }
  if (isKeyword(token, 'start') || isIdentifier(token)) {
    cursor.take();
    const combine = takeMethod(cursor, token);
    const { documentation } = annotations;
    return {
      kind: isIdentifier(token) ? 'define' : 'start',
      name: isIdentifier(token) ? token.text : '',
      patterns: [readPattern(reading)],
      place,
      ...(combine && { combine }),
      ...(documentation !== undefined && { documentation }),
    };
  }
  cursor.fail(inInclude ? '"start", "div" or a definition' : '"start", "include", "div" or a definition');
  return undefined;
}

function takeMethod(cursor: Cursor, defined: Token): CombineMethod | undefined {
  const sign = cursor.peek();
  if (sign.kind === 'symbol' && METHODS.has(sign.text)) return METHODS.get(cursor.take().text);
  cursor.fail(`"=", "|=" or "&=" after "${defined.text}"`);
  return undefined;
}

function readBody(reading: Reading, inInclude: boolean): readonly Component[] {
  const { cursor } = reading;
  cursor.expectSymbol('{');
  const components = cursor.nested(() => readGrammarBody(reading, '}', inInclude), []);
  cursor.expectSymbol('}');
  return components;
}

/** Is what comes next a grammar without `grammar { }` around it, rather than a pattern? */
export function isGrammarNext(cursor: Cursor): boolean {
  if (isGrammarAnnotation(cursor)) return true;
  let ahead = 0;
  while (cursor.peek(ahead).kind === 'documentation') ahead++;
  if (isSymbol(cursor.peek(ahead), '[')) ahead = behindBrackets(cursor, ahead);
  const token = cursor.peek(ahead);
  if (isKeyword(token, 'start', 'div', 'include')) return true;
  return isIdentifier(token) && isSymbol(cursor.peek(ahead + 1), '=', '|=', '&=');
}

function behindBrackets(cursor: Cursor, from: number): number {
  let depth = 0;
  let ahead = from;
  do {
    if (isSymbol(cursor.peek(ahead), '[')) depth++;
    else if (isSymbol(cursor.peek(ahead), ']')) depth--;
    ahead++;
  } while (depth > 0 && cursor.peek(ahead).kind !== 'end');
  return ahead;
}
