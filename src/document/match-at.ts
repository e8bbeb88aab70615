/** A sticky expression and an offset -> its match there. */

/** In: an expression with flag `y` (or `g`: the next match from there on). Out: the match, or undefined. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
