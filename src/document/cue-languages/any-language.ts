/** Words of letters that are known in each language: an edition has letters of several, and an editor writes in one of them. */
import { oneOf } from '../one-of.js';
import type { CueWords } from './cue-words.js';
import { english } from './english.js';
import { CUE_LANGUAGES } from './index.js';

type Lists = { readonly [Key in keyof CueWords]-?: Required<CueWords>[Key] extends readonly string[] ? Key : never };

/** In: the name of a list of the tables. Out: a fragment of a regular expression that is any of its words, in any language. */
export function inAnyLanguage(list: Lists[keyof Lists]): string {
  return oneOf([english, ...Object.values(CUE_LANGUAGES)].flatMap((words) => words[list] ?? []));
}
