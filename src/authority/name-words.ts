/** A text -> its words of letters and digits, with their places. */
import { fold } from './fold.js';

export interface Word {
  readonly start: number;
  readonly end: number;
  /** As it is written, in NFC: letters typed with their accents apart are letters. */
  readonly text: string;
  readonly folded: string;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** In: a text. Out: its words in order, each as it is written, in NFC, and folded. */
export function wordsOf(text: string): readonly Word[] {
  return Array.from(text.matchAll(WORD), (found) => ({
    start: found.index,
    end: found.index + found[0].length,
    text: found[0].normalize('NFC'),
    folded: fold(found[0]),
  }));
}

/** `Rusk`, `RUSK`. */
export function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** `RUSK`, `G7`, of two characters at least. */
export function isAllCapitals(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(word);
}
