/** A text and an expression -> all its matches. */

/** In: an expression with flag `g` that matches nothing that is empty. Out: its matches, in order; `matchAll` makes a new expression each time, which takes longer than to look through a short text. */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) matches.push(match);
  return matches;
}
