/** A text -> the language that it is in, by words that one language is full of and the others are not. */
import { isLetterUnit } from '../source/index.js';
import { CUE_LANGUAGES } from './cue-languages/index.js';
import { letterCuesFor } from './cues.js';
import { DATE_LANGUAGES } from './date-languages.js';
import { kindOfHead } from './kind.js';
import { oneOf } from './one-of.js';
import { wordedLanguage } from './worded-head.js';

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
  'but',
  'he',
  'she',
  'will',
  'has',
  'had',
  'been',
  'from',
  'me',
  'we',
  'on',
  'at',
  'so',
  'which',
  'would',
  'our',
  'if',
  'by',
];
const SAMPLE = 6000;
const FEWEST = 3;
/** So many words of English may stand in a card in another language. */
const MOST_BY_CHANCE = 1;
const LONGEST_CARD = 600;
/** `[Page 2]` before a salutation. */
const PAGE = /^[[{|][^\]}|]{1,12}[\]}|]/;
const NUMBERED = /^\s*(?:No\. )?\d{1,4}[A-Za-z]?\. +(\p{Lu}.*)/u;
/** Another language than English has to show so many times as many of its words. */
const CLEARLY = 1.4;

/** English first. */
const LANGUAGES = ['en', ...Object.keys(CUE_LANGUAGES)];
/** The languages that a word is common in: each word of a text is looked up once. */
const COMMON_IN = new Map<string, number[]>();
/** The same of words of a few small letters, by the number that they make: most words of a text are looked up so, without being cut out. */
const SHORT_COMMON_IN = new Map<number, number[]>();
const SHORT = 5;
for (const [language, words] of [ENGLISH, ...Object.values(CUE_LANGUAGES).map(({ common }) => common)].entries()) {
  for (const word of new Set(words)) COMMON_IN.set(word, [...(COMMON_IN.get(word) ?? []), language]);
}
for (const [word, languages] of COMMON_IN) {
  if (/^[a-z]+$/.test(word) && word.length <= SHORT) SHORT_COMMON_IN.set(numberOf(word), languages);
}
/** First and last letter and length of all these words, capitals or not: most words of a text are none of them by that alone. */
const SHAPES = new Uint8Array(1 << 15);
for (const word of COMMON_IN.keys()) {
  for (const typed of [word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)]) {
    SHAPES[shapeOf(typed, 0, typed.length)] = 1;
  }
}

function shapeOf(text: string, start: number, end: number): number {
  return ((text.charCodeAt(start) & 31) << 10) | ((text.charCodeAt(end - 1) & 31) << 5) | ((end - start) & 31);
}

function numberOf(word: string): number {
  let number = 0;
  for (let at = 0; at < word.length; at++) number = addLetter(number, word.charCodeAt(at));
  return number;
}

/** Of a longer word the last letters are left. */
function addLetter(number: number, letter: number): number {
  return (number << 5) | (letter & 31);
}

const FULL_STOP = 0x2e;
const SMALL_A = 0x61;

/** In: a text. Out: its primary language (BCP 47); English where no other shows clearly. */
export function detectLanguage(text: string): string {
  const start = text.slice(0, SAMPLE);
  if (isCyrillic(start)) return 'ru';
  const counts = countCommon(text, Math.min(text.length, SAMPLE));
  let best = 'en';
  let most = Math.max((counts[0] ?? 0) * CLEARLY, FEWEST - 1);
  for (let language = 1; language < LANGUAGES.length; language++) {
    const found = counts[language] ?? 0;
    if (found <= most) continue;
    best = LANGUAGES[language] ?? best;
    most = found;
  }
  const isUnknown = best === 'en' && (counts[0] ?? 0) <= MOST_BY_CHANCE && text.length <= LONGEST_CARD;
  return isUnknown ? (languageOfCues(text) ?? best) : best;
}

/** A card has too few words: the language whose salutations and closes its lines are, else whose months and greetings are in them; undefined where there is none, or two. */
function languageOfCues(text: string): string | undefined {
  // The cues of all languages take long to make: `24. Editorial Note` needs none of them.
  const title = NUMBERED.exec(text)?.[1];
  if (title !== undefined && kindOfHead(title) !== 'document' && wordedLanguage(title) === 'en') return undefined;
  const lines = text.split('\n').map((line) => line.replace(PAGE, '').trim());
  const called = onlyBest(lines, (language) => {
    const { salutation, salutationLead, close, own } = letterCuesFor(language);
    // `Je viens demain.` does not say whose somebody is.
    const isOwn = (line: string) => own.test(`${line} `) && /^\S+$|\s\p{Lu}\S*$/u.test(line);
    return (line) => salutation.test(line) || salutationLead.test(line) || close.test(line) || isOwn(line);
  });
  const found = called ?? onlyBest(lines, ofCard);
  if (found !== undefined) return found;
  // No other language has this letter.
  return /\p{Ll}ß/u.test(text) ? 'de' : undefined;
}

/** The one language that has most of the lines; undefined where none has any, or two have as many. */
function onlyBest(
  lines: readonly string[],
  tests: (language: string) => (line: string) => boolean,
): string | undefined {
  const found = LANGUAGES.map((language) => ({ language, count: lines.filter(tests(language)).length }));
  const most = Math.max(...found.map(({ count }) => count));
  const [first, second] = found.filter(({ count }) => count === most);
  return most > 0 && !second ? first?.language : undefined;
}

/** Made when the first card asks for it. */
const cardWords = new Map<string, RegExp>();

/** `12 février`, `Bons baisers`: a day with a month, or what is sent. */
function ofCard(language: string): (line: string) => boolean {
  let words = cardWords.get(language);
  if (!words) {
    const { months = [], capital } = DATE_LANGUAGES[language] ?? {};
    const names = months
      .flat()
      .flatMap((name) => (capital === false ? [name, name.charAt(0).toUpperCase() + name.slice(1)] : name));
    const named = names.filter((name) => name.length > 2);
    const day = `\\d(?:er|º|°|\\.)? (?:de |di )?(?:${named.join('|')})`;
    const sent = (CUE_LANGUAGES[language]?.sent ?? []).map((word) => `(?<!\\p{L})${oneOf([word])}`);
    words = new RegExp(`(?:${[...sent, ...(named.length > 0 ? [day] : [])].join('|') || '(?!)'})(?!\\p{L})`, 'u');
    cardWords.set(language, words);
  }
  const found = words;
  return (line) => found.test(line);
}

function isCyrillic(text: string): boolean {
  // A text of these letters has some of the common ones.
  if (!/[\u0400-\u04ff]/.test(text)) return false;
  return (text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) * 2 > (text.match(/\p{L}/gu)?.length ?? 0);
}

/** How many of the words up to an offset are common in each language. What is cut out of a text takes longer to be read unit by unit. */
function countCommon(text: string, end: number): Int32Array {
  const counts = new Int32Array(LANGUAGES.length);
  // Letters that are two units each are rare enough to be left to a pattern.
  if (/[\ud800-\udfff]/.test(text.slice(0, end))) {
    for (const word of text
      .slice(0, end)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [])
      count(COMMON_IN.get(word), counts);
    return counts;
  }
  for (let at = 0; at < end; ) {
    const begin = at;
    let number = 0;
    let all = 0;
    for (; at < end; at++) {
      const unit = text.charCodeAt(at);
      if (!isLetterUnit(unit)) break;
      all |= unit;
      number = addLetter(number, unit);
    }
    // `A. S.`: initials are no words.
    if (at === begin + 1 && at < end && text.charCodeAt(at) === FULL_STOP && text.charCodeAt(begin) < SMALL_A) continue;
    if (at > begin && SHAPES[shapeOf(text, begin, at)] === 1) {
      const isShort = all < 128 && at - begin <= SHORT;
      count(isShort ? SHORT_COMMON_IN.get(number) : COMMON_IN.get(text.slice(begin, at).toLowerCase()), counts);
    }
    at++;
  }
  return counts;
}

function count(languages: readonly number[] | undefined, counts: Int32Array): void {
  if (languages) for (const language of languages) counts[language] = (counts[language] ?? 0) + 1;
}
