/** The words before a surname -> forenames and initials that belong to it, as far as they go. */
import { isForename, isFormOf } from './forenames.js';
import type { MentionIndex, PersonEntry } from './mention-index.js';
import { isAllCapitals, isCapitalised, type Word } from './name-words.js';
import { startsSentence } from './starts-sentence.js';
import { isHonorific, isNoName } from './titles.js';

export interface NameBefore {
  /** Index of the first word of the name. */
  readonly first: number;
  /** The forenames and initials, folded, in their order. */
  readonly parts: readonly string[];
}

const MOST_PARTS = 4;

/** Walks back from the surname that begins at word `i`. */
export function nameBefore(
  text: string,
  words: readonly Word[],
  i: number,
  candidates: readonly PersonEntry[],
  index: MentionIndex,
): NameBefore {
  let first = i;
  while (first > 0 && i - first < MOST_PARTS) {
    const word = words[first - 1];
    const next = words[first];
    if (!word || !next || !joinsName(text.slice(word.end, next.start), word.text)) break;
    if (!isForenameHere(text, words, first - 1, i, candidates, index)) break;
    first--;
  }
  return { first, parts: words.slice(first, i).map(({ folded }) => folded) };
}

/** `George `, `H. `, `A.`, `McG. `, `“Scoop” `, `Jean-`. */
function joinsName(gap: string, word: string): boolean {
  if (/^[.]?\s{0,3}$/.test(gap)) return gap.startsWith('.') ? word.length <= 3 : gap !== '';
  return /^(?:-|[”")] | [“"(])$/.test(gap);
}

function isForenameHere(
  text: string,
  words: readonly Word[],
  j: number,
  i: number,
  candidates: readonly PersonEntry[],
  index: MentionIndex,
): boolean {
  const word = words[j];
  if (!word || !isCapitalised(word.text)) return false;
  const gap = text.slice(word.end, words[j + 1]?.start);
  if (/^\p{Lu}$/u.test(word.text)) {
    // `RUSK’S. BALL`: the letter of the possessive is no initial.
    const isPossessive = /\p{L}[’']$/u.test(text.slice(Math.max(0, word.start - 2), word.start));
    return !isPossessive && (gap.startsWith('.') || !startsSentence(text, word.start));
  }
  if (candidates.some((candidate) => matches(word.folded, candidate))) return true;
  if (isNoName(word.folded)) return false;
  if (gap.startsWith('.'))
    return /^\p{Lu}\p{Ll}{0,2}$/u.test(word.text) && !startsSentence(text, word.start) && word.text.length <= 2;
  // `JFK Kennedy`, `USOM Baird`: no forename is in capitals where the surname is not.
  if (isAllCapitals(word.text) && !isAllCapitals(words[i]?.text ?? '')) return false;
  if (/^\p{Lu}\p{Ll}+\p{Lu}/u.test(word.text) && !/^(?:Mc|Mac|De|La)/.test(word.text)) return false;
  if (isForename(word.folded) || index.forenames.has(word.folded)) return true;
  const before = words[j - 1];
  const titled =
    before !== undefined && isHonorific(before.folded) && /^\.?\s$/.test(text.slice(before.end, word.start));
  return titled && gap === ' ' && !index.surnames.next.has(word.folded);
}

/** Does one forename of the person, or a short form of it, say the same? */
function matches(part: string, { forenames, nicknames, titles }: PersonEntry): boolean {
  if (titles.has(part)) return false;
  return [...forenames, ...nicknames].some((name) => name.length > 1 && part.length > 1 && isSame(part, name));
}

function isSame(part: string, name: string): boolean {
  if (part === name || isFormOf(part, name)) return true;
  return part.length >= 3 && (name.startsWith(part) || (name.length >= 4 && part.startsWith(name)));
}

/** Whether what is written before the surname can be this person's: `A.A.` and `Andrei A.`, but not `Charles E.` */
export function fits(parts: readonly string[], entry: PersonEntry): boolean {
  const { forenames, nicknames } = entry;
  let at = 0;
  for (const part of parts) {
    if (nicknames.some((nickname) => isSame(part, nickname))) continue;
    const found = forenames.findIndex((name, k) => k >= at && fitsOne(part, name));
    if (found === -1) {
      // A list gives fewer forenames than a text: `Patrick J. Buchanan`; or none but initials: `H. R. (Bob)`.
      const isMiddle = at > 0 && at >= forenames.length;
      if (!isMiddle && forenames.length > 0) return false;
      continue;
    }
    at = found + 1;
  }
  return true;
}

function fitsOne(part: string, name: string): boolean {
  if (part.length === 1 || name.length === 1) return part.charAt(0) === name.charAt(0);
  return isSame(part, name);
}
