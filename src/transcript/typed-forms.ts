/** A number or label -> the characters that a transcriber following the conventions types for it. */
import type { Conventions } from './conventions.js';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `19` -> `[Page 19]`. */
export function typedPageBreak({ pageBreak }: Conventions, n: string): string {
  return `${pageBreak.before}${n}${pageBreak.after}`;
}

/** `1` -> `1`, `[1]`, `¹` or `[^1]`. */
export function typedMarker({ marker }: Conventions, label: string): string {
  switch (marker) {
    case 'glued':
      return label;
    case 'brackets':
      return `[${label}]`;
    case 'caret':
      return `[^${label}]`;
    case 'superscript':
      return label.replace(/[0-9]/g, (digit) => SUPERSCRIPTS.charAt(Number(digit)));
  }
}

/** `1` -> `  1. `, what an entry of the list of notes begins with. */
export function typedNoteLabel({ noteLabel }: Conventions, label: string): string {
  return `${noteLabel.before}${label}${noteLabel.after}`;
}
