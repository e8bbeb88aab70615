/** Fragments of regular expressions -> one that is any of them. */

/** Words -> a fragment that is these words and no others, in a class of characters too. */
export function escaped(text: string): string {
  // A hyphen behind a backslash is a mistake in expressions of Unicode.
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll('-', '\\x2d');
}

/** Alternatives; a small first letter stands for both. */
export function oneOf(fragments: readonly string[]): string {
  return `(?:${fragments.map(eitherCase).join('|')})`;
}

/** `(?:mein )?lieber` also as `Mein lieber`, `Lieber`: every letter that may come first. */
function eitherCase(fragment: string): string {
  return fragment.replace(
    /(?<![\p{L}\\]|\\p\{|\{|\[\^?[^\]]{0,20}|\(\?)\p{Ll}(?=\p{L}|\\?[. )?(’']|$)/gu,
    (letter) => `[${letter.toUpperCase()}${letter}]`,
  );
}
