/** No word stands twice by mistake: `of the the Ambassador`. */
import { ruleMessages } from './messages.js';
import { runPlace } from './places.js';
import type { Rule } from './rule.js';

/** A word of small letters behind itself; the first may begin a sentence. */
const TWICE = /(?<![\p{L}\p{N}'’\-–.])([\p{L}])(\p{Ll}*)\s+(\p{Ll})\2(?![\p{L}\p{N}'’\-–.@])/gu;

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
        for (const { 0: found, 1: initial = '', 2: rest = '', 3: second = '', index } of run.text.matchAll(TWICE)) {
          if (initial.toLowerCase() !== second) continue;
          const word = second + rest;
          if (word.length < 2 && word !== 'a') continue;
          if (LEGITIMATE.has(word) && !DOUBLED.has(word)) continue;
          const at = index + found.length - word.length;
          report(
            DOUBLED.has(word)
              ? ruleMessages['doubled-word']({ word }, runPlace(run, at, at + word.length))
              : ruleMessages['repeated-word']({ word }, runPlace(run, at, at + word.length)),
          );
        }
      },
    };
  },
};
