/** Is this line a marking above a text: of secrecy or haste in small capitals (`top secret`, `us urgent`), or of what is printed (`[Extract]`)? */
import { CLASSIFICATIONS, HANDLING } from './source-note-terms.js';

const LONGEST = 80;

/** What is printed in capitals is typed as the words of the document; small capitals are typed in lower case. */
const WORDS: ReadonlySet<string> = new Set(
  [
    ...CLASSIFICATIONS,
    ...HANDLING,
    'us',
    'u. s.',
    'most',
    'double',
    'triple',
    'official',
    'informal',
    'not for',
    'via',
    'air',
  ]
    .join(' ')
    .toLowerCase()
    .split(' '),
);

/** A marking; below it, in lines of their own, other markings, or the number of the paper: `Document No. 1466 (Revised)`. */
export function isMarking(text: string): boolean {
  const [first = '', ...others] = text.split('\n').map((line) => line.trim());
  if (others.length === 0 && PRINTED.test(first)) return true;
  return isMarkingLine(first) && others.every((line) => isMarkingLine(line) || NUMBER.test(line));
}

const PRINTED = /^\[(?:Extracts?|Excerpts?|Paraphrase|Translation|Summary|Copy|Draft)\]$/iu;
const NUMBER = /^(?=.*\d)[^.!?;:]{1,40}(?:\.[^.!?;:]{1,40})?$/u;

function isMarkingLine(text: string): boolean {
  if (text.length > LONGEST || !/^\p{Ll}/u.test(text) || /\p{Lu}/u.test(text)) return false;
  const words = text.split(/[\s;,–—-]+/).filter((word) => word !== '');
  return words.length > 0 && words.every((word) => WORDS.has(word) || WORDS.has(word.replace(/\.$/, '')));
}
