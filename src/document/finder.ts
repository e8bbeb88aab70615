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
  const begins = new Uint8Array(1 << 14);
  for (const beginning of beginnings) begins[pairAt(beginning, 0)] = 1;
  return {
    find(text, from) {
      let isInside = isAsciiWord(text.charCodeAt(from - 1));
      let next = text.charCodeAt(from);
      for (let at = from; at < text.length; at++) {
        const unit = next;
        next = text.charCodeAt(at + 1);
        const isBehind = isInside;
        isInside = isAsciiWord(unit);
        if (isBehind || (unit < 128 && next < 128 && begins[(unit << 7) | next] === 0)) continue;
        const match = matchAt(sticky, text, at);
        if (match) return match;
      }
      return undefined;
    },
  };
}

function pairAt(text: string, at: number): number {
  return ((text.charCodeAt(at) & 127) << 7) | (text.charCodeAt(at + 1) & 127);
}

function isAsciiWord(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);
}
