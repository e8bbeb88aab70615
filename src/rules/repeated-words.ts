/** No word stands twice by mistake: `of the the Ambassador`. */
import { ruleMessages } from './messages.js';
import { runPlace } from './places.js';
import type { Rule } from './rule.js';

/** A word of small letters behind itself; the first may begin a sentence. */
const TWICE = /(?<![\p{L}\p{N}'’\-–.])(\p{L})(\p{Ll}*)\s+(\p{Ll})\2(?![\p{L}\p{N}'’\-–.@])/uy;

/** Words that stand twice in good English, French, German or Latin. */
const LEGITIMATE: ReadonlySet<string> = new Set(
  `had that is was do did very no yes so ha bye now there long far many more much too well again never really her you it one
  hear knock quite tut who what as in on by nous vous sie die der das den dem des que si oui non ne se les ci ca pro`.split(
    /\s+/,
  ),
);
/** Doubled in good sentences now and then: "that in in the end". Only in good company do they stay. */
const DOUBLED = new Set(['as', 'in', 'on', 'by', 'her', 'it', 'one', 'who', 'what', 'that', 'had', 'is', 'was']);

export const repeatedWords: Rule = {
  code: 'rule/repeated-word',
  summary: 'No word stands twice by mistake',
  severity: 'warning',
  on: 'tei',
  begin(_, report) {
    return {
      run(run) {
        eachRepeated(run.text, (word, at) => {
          if (word.length < 2 && word !== 'a') return;
          if (LEGITIMATE.has(word) && !DOUBLED.has(word)) return;
          report(
            DOUBLED.has(word)
              ? ruleMessages['doubled-word']({ word }, runPlace(run, at, at + word.length))
              : ruleMessages['repeated-word']({ word }, runPlace(run, at, at + word.length)),
          );
        });
      },
    };
  },
};

/**
 * Calls with each word that stands behind itself, and with the place of the second. The text is read character by character:
 * the expression, which is exact and slow, is asked only where the characters on both sides of white space are the same.
 */
function eachRepeated(text: string, see: (word: string, at: number) => void): void {
  const { length } = text;
  /** Where the word before the white space may begin at the earliest. */
  let from = 0;
  let at = 0;
  while (at < length) {
    while (at < length && !isSpace(text.charCodeAt(at))) at++;
    const end = at;
    while (at < length && isSpace(text.charCodeAt(at))) at++;
    if (at >= length) return;
    const first = text.charCodeAt(at);
    // Digits, capitals and punctuation begin no second word.
    const start = end > from && (first > 0x7f || isSmall(first)) ? firstOfTwo(text, from, end, at) : -1;
    from = at;
    if (start < 0) continue;
    TWICE.lastIndex = start;
    const [found, initial = '', rest = '', second = ''] = TWICE.exec(text) ?? [];
    if (found === undefined || initial.toLowerCase() !== second) continue;
    see(second + rest, at);
    // Of three, the third is not one more.
    from = at = start + found.length;
  }
}

/** Where the word that ends at `end` begins, if what stands from `second` on begins with the same characters; else -1. */
function firstOfTwo(text: string, from: number, end: number, second: number): number {
  const initial = text.charCodeAt(second);
  for (let start = end - 1; start >= from; start--) {
    const code = text.charCodeAt(start);
    if (code <= 0x7f && !isSmall(code | 0x20)) return -1;
    if (!isSameLetter(code, initial) || isSmall(text.charCodeAt(second + end - start))) continue;
    let same = start + 1;
    while (same < end && text.charCodeAt(same) === text.charCodeAt(second + same - start)) same++;
    if (same === end) return start;
  }
  return -1;
}

function isSameLetter(code: number, small: number): boolean {
  if (code === small) return true;
  if (small <= 0x7f) return (code | 0x20) === small;
  return String.fromCharCode(code).toLowerCase() === String.fromCharCode(small);
}

function isSmall(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

/** White space as expressions have it (`\s`). */
function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return code >= 0xa0 && (code === 0xa0 || (code >= 0x1680 && WIDE_SPACE.test(String.fromCharCode(code))));
}

const WIDE_SPACE = /\s/;
