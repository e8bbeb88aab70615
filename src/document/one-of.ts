/** Fragments of regular expressions -> one that is any of them. */

/** Words -> a fragment that is these words and no others, in a class of characters too. */
export function escaped(text: string): string {
  // A hyphen behind a backslash is a mistake in expressions of Unicode.
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll('-', '\\x2d');
}

interface Branch {
  readonly next: Map<string, Branch>;
  ends: boolean;
}

/** Words -> a fragment that is any of them, the longest first, each beginning that they share written once: many words compile much faster so. */
export function anyWord(words: readonly string[]): string {
  const root: Branch = { next: new Map(), ends: false };
  for (const word of words) {
    let at = root;
    for (const sign of word) {
      const branch = at.next.get(sign) ?? { next: new Map(), ends: false };
      at.next.set(sign, branch);
      at = branch;
    }
    at.ends = true;
  }
  return written(root);
}

function written({ next, ends }: Branch): string {
  if (next.size === 0) return '';
  const branches = [...next].map(([sign, branch]) => escaped(sign) + written(branch));
  const [only = ''] = branches;
  if (branches.length === 1 && !ends) return only;
  return `(?:${branches.join('|')})${ends ? '?' : ''}`;
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
