/**
 * Simple patterns put together so that `notAllowed` and `empty` stand only where section 4.20 and 4.21 of RELAX NG 1.0
 * leave them, with pairs in place of lists (4.12) and without mixed, optional and zeroOrMore (4.13 to 4.15).
 */
import type { Place } from '../../source/index.js';
import type { SimplePattern } from '../simple.js';
import { balance, isFilled } from './balance.js';

/** A simple pattern that may know its place in the schema, for the restrictions of section 7. */
export type Located = SimplePattern & { readonly place?: Place };

export const NOT_ALLOWED: SimplePattern = { kind: 'notAllowed' };

export function makeEmpty(place: Place): Located {
  return { kind: 'empty', place };
}

export function makeText(place: Place): Located {
  return { kind: 'text', place };
}

export function makeChoice(patterns: readonly SimplePattern[]): SimplePattern {
  const some = patterns.filter(({ kind }) => kind !== 'notAllowed');
  if (!isFilled(some)) return NOT_ALLOWED;
  const empty = some.find(({ kind }) => kind === 'empty');
  const full = some.filter(({ kind }) => kind !== 'empty');
  if (!isFilled(full)) return some[0];
  const choice = balance<SimplePattern>(full, (left, right) => ({ kind: 'choice', left, right }));
  return empty ? { kind: 'choice', left: empty, right: choice } : choice;
}

export function makeGroup(patterns: readonly SimplePattern[], place: Place): SimplePattern {
  return makeSequence('group', patterns, place);
}

export function makeInterleave(patterns: readonly SimplePattern[], place: Place): SimplePattern {
  return makeSequence('interleave', patterns, place);
}

function makeSequence(kind: 'group' | 'interleave', patterns: readonly SimplePattern[], place: Place): SimplePattern {
  if (patterns.some((pattern) => pattern.kind === 'notAllowed')) return NOT_ALLOWED;
  const full = patterns.filter((pattern) => pattern.kind !== 'empty');
  if (!isFilled(full)) return patterns[0] ?? makeEmpty(place);
  return balance<Located>(full, (left, right) => ({ kind, left, right, place }));
}

export function makeMixed(pattern: SimplePattern, place: Place): SimplePattern {
  return makeInterleave([pattern, makeText(place)], place);
}

export function makeOptional(pattern: SimplePattern, place: Place): SimplePattern {
  return makeChoice([makeEmpty(place), pattern]);
}

export function makeZeroOrMore(pattern: SimplePattern, place: Place): SimplePattern {
  return makeOptional(makeOneOrMore(pattern, place), place);
}

export function makeOneOrMore(pattern: SimplePattern, place: Place): Located {
  if (pattern.kind === 'notAllowed' || pattern.kind === 'empty') return pattern;
  return { kind: 'oneOrMore', pattern, place };
}

export function makeList(pattern: SimplePattern, place: Place): Located {
  return pattern.kind === 'notAllowed' ? pattern : { kind: 'list', pattern, place };
}
