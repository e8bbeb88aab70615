/** Grammars in simple form built by hand, and documents sent to their automaton: for tests of validation that need no schema text. */
import type { Diagnostic } from '../../src/diagnostic/index.js';
import type {
  DatatypeParameter,
  SimpleDefinition,
  SimpleGrammar,
  SimpleNameClass,
  SimplePattern,
} from '../../src/relaxng/index.js';
import { compileGrammar } from '../../src/relaxng/index.js';
import { createSource, placeAt } from '../../src/source/index.js';
import { checkBothWays } from './both-ways.js';

export const XSD = 'http://www.w3.org/2001/XMLSchema-datatypes';
const place = placeAt(createSource('schema.rng', ''), 0);

export const empty: SimplePattern = { kind: 'empty' };
export const text: SimplePattern = { kind: 'text' };
export const notAllowed: SimplePattern = { kind: 'notAllowed' };

export const name = (local: string, namespace = ''): SimpleNameClass => ({ kind: 'name', namespace, local });

const fold =
  (kind: 'choice' | 'group' | 'interleave') =>
  (...parts: readonly SimplePattern[]): SimplePattern =>
    parts.reduce((left, right) => ({ kind, left, right }));

export const choice = fold('choice');
export const group = fold('group');
export const interleave = fold('interleave');
export const oneOrMore = (pattern: SimplePattern): SimplePattern => ({ kind: 'oneOrMore', pattern });
export const list = (pattern: SimplePattern): SimplePattern => ({ kind: 'list', pattern });
export const optional = (pattern: SimplePattern): SimplePattern => choice(empty, pattern);
export const zeroOrMore = (pattern: SimplePattern): SimplePattern => optional(oneOrMore(pattern));
export const mixed = (pattern: SimplePattern): SimplePattern => interleave(text, pattern);

export const parameter = (parameterName: string, value: string): DatatypeParameter => ({
  name: parameterName,
  value,
  place,
});

export const data = (type: string, ...parameters: readonly DatatypeParameter[]): SimplePattern => ({
  kind: 'data',
  datatype: { library: XSD, name: type },
  parameters,
  place,
});

export const value = (literal: string, type = 'token', library = ''): SimplePattern => ({
  kind: 'value',
  datatype: { library, name: type },
  value: literal,
  namespaces: new Map(),
  place,
});

export const attribute = (nameClass: string | SimpleNameClass, pattern: SimplePattern = text): SimplePattern => ({
  kind: 'attribute',
  nameClass: typeof nameClass === 'string' ? name(nameClass) : nameClass,
  pattern,
  place,
});

/** A grammar from its elements, by key; `ref('key')` refers to one. */
export function buildGrammar(
  start: (ref: (key: string) => SimplePattern) => SimplePattern,
  elements: Readonly<
    Record<
      string,
      (
        ref: (key: string) => SimplePattern,
      ) => SimplePattern | { readonly nameClass: SimpleNameClass; readonly content: SimplePattern }
    >
  >,
): SimpleGrammar {
  const keys = Object.keys(elements);
  const ref = (key: string): SimplePattern => {
    const index = keys.indexOf(key);
    if (index < 0) throw new Error(`no element ${key}`);
    return { kind: 'ref', index };
  };
  const definitions = Object.entries(elements).map(([key, make]): SimpleDefinition => {
    const made = make(ref);
    return 'content' in made ? { ...made, place } : { nameClass: name(key), content: made, place };
  });
  return { start: start(ref), definitions };
}

/** What is wrong with a document, in the order of the places. */
export function check(grammar: SimpleGrammar, document: string): readonly Diagnostic[] {
  return checkBothWays(compileGrammar(grammar), document).found;
}

export const codes = (grammar: SimpleGrammar, document: string): readonly string[] =>
  check(grammar, document).map(({ code }) => code);
