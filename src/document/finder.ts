/** An expression that begins a word in one of a few ways -> where in a text it matches: only words that begin so are looked at. */
import { matchAt } from './match-at.js';

export interface Finder {
  /** The first match from `from` on, as of an expression with flag `g`. */
  find(text: string, from: number): RegExpExecArray | undefined;
}

/**
 * In: an expression with flag `y` that matches at no letter or digit behind another, and all first two characters that its
 * matches may have. What does not begin with two characters of ASCII is looked at in any case.
 */
export function createFinder(sticky: RegExp, beginnings: Iterable<string>): Finder {
  const pairs = new Set(Array.from(beginnings, (beginning) => literal(beginning.slice(0, 2))));
  const trace = new RegExp(`(?<![A-Za-z0-9])(?=[^\\0-\\x7f]|.[^\\0-\\x7f]|.$|${[...pairs].join('|')})`, 'gs');
  return {
    find(text, from) {
      for (trace.lastIndex = from; trace.test(text); trace.lastIndex++) {
        const match = matchAt(sticky, text, trace.lastIndex);
        if (match) return match;
      }
      return undefined;
    },
  };
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
