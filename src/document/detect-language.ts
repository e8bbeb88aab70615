/** A text -> the language that it is in, by words that one language is full of and the others are not. */
import { CUE_LANGUAGES } from './cue-languages/index.js';

const ENGLISH = [
  'the',
  'of',
  'and',
  'to',
  'in',
  'that',
  'is',
  'was',
  'for',
  'it',
  'with',
  'as',
  'have',
  'you',
  'be',
  'are',
  'this',
  'my',
  'not',
  'your',
  'i',
  'a',
];
const SAMPLE = 6000;
const FEWEST = 3;
/** Another language than English has to show so many times as many of its words. */
const CLEARLY = 1.4;

/** The languages that a word is common in: each word of a text is looked up once. */
const COMMON_IN = new Map<string, string[]>();
for (const [language, words] of [['en', ENGLISH] as const, ...commonWords()]) {
  for (const word of new Set(words)) COMMON_IN.set(word, [...(COMMON_IN.get(word) ?? []), language]);
}

function commonWords(): readonly (readonly [string, readonly string[]])[] {
  return Object.entries(CUE_LANGUAGES).map(([language, { common }]) => [language, common] as const);
}

/** In: a text. Out: its primary language (BCP 47); English where no other shows clearly. */
export function detectLanguage(text: string): string {
  const counts = new Map<string, number>();
  const start = text.slice(0, SAMPLE).toLowerCase();
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  if ((start.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) * 2 > letters) return 'ru';
  for (const word of start.match(/\p{L}+/gu) ?? []) {
    for (const language of COMMON_IN.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  let best = 'en';
  let most = Math.max((counts.get('en') ?? 0) * CLEARLY, FEWEST - 1);
  for (const language of Object.keys(CUE_LANGUAGES)) {
    const found = counts.get(language) ?? 0;
    if (found <= most) continue;
    best = language;
    most = found;
  }
  return best;
}
