/** A candidate -> the words before it, and of a note, which of these words are in it. */
import { isLetterUnit } from '../source/index.js';
import { isDigit } from './constructs/note-marker.js';
import type { WeighedCandidate } from './marker-evidence.js';

/** What a note's words are compared with. */
export interface CandidateContext {
  readonly candidate: WeighedCandidate;
  readonly index: number;
  /** Where in the first paragraphs it stands, or `in text`. */
  readonly position: string;
  /** The digits before the label in its run, where it ends one, and the whole run. */
  readonly rest: string | undefined;
  readonly run: string;
  /** Words before it, in lower case, the nearest first. */
  readonly words: readonly string[];
}

/** So far back words are looked for, and so many are taken. */
const REACH = 40;
const TELLING = 3;
const SHORTEST = 4;

const COMMON: ReadonlySet<string> = new Set([
  ...'0123456789',
  ...'that this with from have were which their been would there'.split(' '),
  ...'document telegram state department dated memorandum states united ante supra printed'.split(' '),
]);

/** In: the text, a candidate in it, and its index among all. Out: what stands before it. */
export function contextOf(text: string, candidate: WeighedCandidate, index: number): CandidateContext {
  const words = wordsBefore(text, Math.max(0, candidate.start - REACH), candidate.start);
  const { isSplit, label } = candidate;
  const position = candidate.position === '' ? 'in text' : candidate.position;
  const rest = isSplit ? (words[0] ?? '') : undefined;
  const first = isSplit ? 1 : 0;
  const telling = words.slice(first, first + TELLING).filter((word) => !COMMON.has(word));
  return { candidate, index, position, rest, run: rest === undefined ? '' : rest + label, words: telling };
}

/** The last words of at least four letters, and numbers, in a span of a text, the last first. */
function wordsBefore(text: string, start: number, end: number): readonly string[] {
  const words: string[] = [];
  for (let at = end; at > start && words.length <= TELLING; ) {
    const to = at;
    while (at > start && isDigit(text.charCodeAt(at - 1))) at--;
    if (at < to) words.push(text.slice(at, to));
    else {
      while (at > start && isLetterUnit(text.charCodeAt(at - 1))) at--;
      if (to - at >= SHORTEST) words.push(inSmallLetters(text, at, to));
      else if (at === to) at--;
    }
  }
  return words;
}

/** The words that candidates ask for. */
export interface WantedWords {
  /** Those that are in a span of a text. */
  findIn(text: string, start: number, end: number): ReadonlySet<string>;
}

/** In: the contexts of all candidates that are paired. Out: what looks for their words in notes. */
export function wantedWords(contexts: readonly CandidateContext[]): WantedWords {
  const wanted = new Set<string>();
  for (const { candidate, rest, run, words } of contexts) {
    for (const word of words) wanted.add(word);
    if (rest !== undefined) wanted.add(rest).add(run);
    else if (candidate.label.length > 1) wanted.add(candidate.label);
  }
  /** What the ends of a word in ASCII say of it, in capitals or not: few that are not wanted have to be cut out. */
  const ends = new Uint8Array(1 << 12);
  for (const word of wanted) ends[endsOf(word, 0, word.length)] = 1;
  return {
    findIn(text, start, end) {
      const found = new Set<string>();
      for (let at = start; at < end; at++) {
        const first = at;
        const unit = text.charCodeAt(at);
        let isAscii = true;
        if (isDigit(unit)) while (at < end && isDigit(text.charCodeAt(at))) at++;
        else {
          for (; at < end && isLetterUnit(text.charCodeAt(at)); at++) isAscii &&= text.charCodeAt(at) < 128;
          if (at - first < SHORTEST) {
            if (at > first) at--;
            continue;
          }
        }
        if (!isAscii || ends[endsOf(text, first, at)] === 1) {
          const word = inSmallLetters(text, first, at);
          if (wanted.has(word)) found.add(word);
        }
        at--;
      }
      return found;
    },
  };
}

/** Most words are in small letters of ASCII as they stand: to ask for those of others takes longer than to look. */
function inSmallLetters(text: string, start: number, end: number): string {
  let at = start;
  while (at < end && isSmallOrDigit(text.charCodeAt(at))) at++;
  const word = text.slice(start, end);
  return at === end ? word : word.toLowerCase();
}

function isSmallOrDigit(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || isDigit(unit);
}

function endsOf(text: string, start: number, end: number): number {
  return ((text.charCodeAt(start) & 31) << 7) | ((text.charCodeAt(end - 1) & 31) << 2) | ((end - start) & 3);
}
