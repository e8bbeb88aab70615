/** The words before a surname -> whether they are forenames of someone else of that surname: `Raul Castro`, where Fidel is listed. */
import type { NameFound } from './find-persons.js';
import { isForename, isShortForm } from './forenames.js';
import type { PersonEntry } from './mention-index.js';
import { fits } from './name-before.js';
import { isOrdinaryName } from './ordinary-words.js';
import { isOtherForename } from './other-forename.js';
import type { Reading } from './reading.js';
import { isSpeltAlike } from './spelt-alike.js';
import { startsSentence } from './starts-sentence.js';

/**
 * In: the word that the surname begins with, the forenames found before it, and who of the list has the surname. Out: `known`, where
 * a forename stands there that none of them has; `guessed`, where the word before it seems to be one; `doubtful`,
 * where that begins a sentence.
 */
export function otherPersonAt(
  reading: Reading,
  i: number,
  parts: readonly string[],
  listed: readonly PersonEntry[],
): NameFound['other'] {
  const forenames = parts.filter((part) => part.length > 1);
  if (parts.length > 0 && !(forenames.length > 0 && forenames.every((one) => isUnlike(one, listed)))) return undefined;
  // `Hal` may be what he is called whose list has `Helmut`; and `Minister According Luns` is two sentences.
  if (forenames.some((one) => isForename(one) && !isShortForm(one))) return 'known';
  if (parts.length > 0) return !forenames.some(isForename) && isOtherForename(reading, i) ? 'known' : undefined;
  const before = reading.words[i - 1];
  if (!before || isOrdinaryName(reading.words[i]?.folded ?? '') || !isOtherForename(reading, i)) return undefined;
  if (!isUnlike(before.folded, listed)) return undefined;
  return startsSentence(reading.text, before.start) ? 'doubtful' : 'guessed';
}

/** A forename that none of them has, in another spelling either. */
function isUnlike(forename: string, listed: readonly PersonEntry[]): boolean {
  return !listed.some((entry) => fits([forename], entry) || entry.forenames.some((one) => isSpeltAlike(one, forename)));
}
