/** The words before a number -> the work that it is a number of: this volume, or another that they name. */
import * as wording from './reference-pattern.js';

/** How far back the words are read. */
const REACH = 160;

/** In: a text, and where a reference begins. Out: the words before it, as far as they belong together. */
export function clauseBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - REACH), start);
  return before.slice(Math.max(0, before.lastIndexOf('; '), before.lastIndexOf(') '), lastSentence(before)));
}

/** `American Foreign Policy, 1981, Document 22`, `Senate Document 12`, `Documents on Disarmament, vol. I`: it is none of this edition. */
export function isOfAnotherWork(text: string, start: number): boolean {
  if (wording.OF_A_BODY.test(text.slice(Math.max(0, start - 24), start))) return true;
  if (!/[,:]\s$/.test(text.slice(Math.max(0, start - 2), start))) return false;
  const clause = clauseBefore(text, start);
  const work = wording.COLLECTION.exec(clause);
  return work !== null && !wording.RECORD_BEHIND.test(clause.slice(work.index + work[0].length));
}

function lastSentence(text: string): number {
  let last = 0;
  for (const match of text.matchAll(/\p{Ll}(?<!\b(?:[Vv]ols?|[Nn]os?|pts?|eds?))[.?!]["”]? (?=\p{Lu})/gu))
    last = match.index + match[0].length;
  return last;
}
