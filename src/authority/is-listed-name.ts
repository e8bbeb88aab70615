/** The words of a name -> are they those of names in the list, whoever of them is meant? */
import type { MentionIndex } from './mention-index.js';
import { wordsOf } from './name-words.js';

/** `Walt`, `M. A. Khan`: each word a forename or the beginning of a surname, initials apart; initials alone are none. */
export function isListedName(name: string, { forenames, surnames }: MentionIndex): boolean {
  const words = wordsOf(name).filter(({ text }) => text.length > 1);
  return words.length > 0 && words.every(({ folded }) => forenames.has(folded) || surnames.next.has(folded));
}
