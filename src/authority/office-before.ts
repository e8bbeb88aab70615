/** The words before a name -> those of the office that it is given: `Assistant Secretary for Far Eastern Affairs (Bundy)`. */
import { isCapitalised, type Word } from './name-words.js';
import { isOfficeWord } from './titles.js';
import { wordSet } from './word-set.js';

const MOST_WORDS = 12;
const SMALL = wordSet('of for the s');
/** Inside of an office that a name in brackets follows. */
const JOINING = wordSet('and to in');
/** The office begins behind these. */
const BEFORE = wordSet('from by between');
/** Say nothing of an office. */
const POLITE = wordSet(
  'mr mrs messrs dr miss ms his her excellency honorable dear from by with that this at on if when while',
);

/** In: the words of a passage and the index of the first word of a name. Out: the office, folded; empty where there is none. */
export function officeBefore(text: string, words: readonly Word[], first: number): readonly string[] {
  const name = words[first];
  if (!name) return [];
  const office: Word[] = [];
  const inBrackets = text.charAt(name.start - 1) === '(';
  for (let i = first - 1; i >= 0 && office.length < MOST_WORDS; i--) {
    const word = words[i];
    const next = words[i + 1];
    if (!word || !next) break;
    const gap = text.slice(word.end, next.start);
    const opens = inBrackets && i === first - 1 && /^ ?\($/.test(gap);
    if (!opens && !/^(?:\s{1,3}|\. |[-‑’'])$/.test(gap)) break;
    const isSmall = SMALL.has(word.folded) || (inBrackets && JOINING.has(word.folded));
    if (BEFORE.has(word.folded) || (!isCapitalised(word.text) && !isSmall)) break;
    office.unshift(word);
  }
  // `to the Department of State Rusk` does not begin with `to the`.
  while (office[0] && !isCapitalised(office[0].text)) office.shift();
  const nearest = office[office.length - 1];
  if (!nearest || (!inBrackets && !office.some(({ folded }) => isOfficeWord(folded)))) return [];
  return office
    .map(({ folded }) => folded)
    .filter((word) => !SMALL.has(word) && !JOINING.has(word) && !POLITE.has(word));
}
