/** Fragments of regular expressions -> one that is any of them. */

/** Words -> a fragment that is these words and no others. */
export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
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
