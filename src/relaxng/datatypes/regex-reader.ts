/** A regular expression being read, character by character (code points). */

export interface RegexReader {
  /** The next character, or the one `ahead` of it; undefined beyond the end. */
  peek(ahead?: number): string | undefined;
  /** Steps over the next character. */
  next(): string | undefined;
  /** Steps over `character` if it comes next. */
  take(character: string): boolean;
  /** Steps over all up to `end`, and over `end`; the text between. */
  until(end: string): string;
}

export class RegexSyntaxError extends Error {}

export function readRegex(pattern: string): RegexReader {
  const characters = Array.from(pattern);
  let at = 0;
  return {
    peek: (ahead = 0) => characters[at + ahead],
    next: () => characters[at++],
    take(character) {
      if (characters[at] !== character) return false;
      at++;
      return true;
    },
    until(end) {
      const stop = characters.indexOf(end, at);
      if (stop === -1) throw new RegexSyntaxError(`"${end}" is missing`);
      const between = characters.slice(at, stop).join('');
      at = stop + 1;
      return between;
    },
  };
}
