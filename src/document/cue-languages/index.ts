/** The tables of cues by language (BCP 47 primary language), one a line. */
import type { CueWords } from './cue-words.js';
import { dutch } from './dutch.js';
import { french } from './french.js';
import { german } from './german.js';
import { italian } from './italian.js';
import { latin } from './latin.js';
import { russian } from './russian.js';
import { spanish } from './spanish.js';

export const CUE_LANGUAGES: Readonly<Record<string, CueWords>> = {
  de: german,
  fr: french,
  it: italian,
  es: spanish,
  nl: dutch,
  ru: russian,
  la: latin,
};
