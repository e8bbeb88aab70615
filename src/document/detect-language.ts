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

const LANGUAGES: readonly (readonly [language: string, words: ReadonlySet<string>])[] = [
  ...Object.entries(CUE_LANGUAGES).map(([language, { common }]) => [language, new Set(common)] as const),
];
const ENGLISH_WORDS: ReadonlySet<string> = new Set(ENGLISH);

/** In: a text. Out: its primary language (BCP 47); English where no other shows clearly. */
export function detectLanguage(text: string): string {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const count = (known: ReadonlySet<string>) => words.filter((word) => known.has(word)).length;
  let best = 'en';
  let most = Math.max(count(ENGLISH_WORDS) * CLEARLY, FEWEST - 1);
  for (const [language, known] of LANGUAGES) {
    const found = count(known);
    if (found <= most) continue;
    best = language;
    most = found;
  }
  return best;
}
