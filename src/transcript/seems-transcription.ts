/** A source -> whether it looks like words that somebody wrote to be read, rather than a program, a table of data or bytes. */
import type { Source } from '../source/index.js';
import { isBlank, splitLines } from './lines.js';

const SAMPLE = 40_000;
/** Lines end as those of programs and data do, and in one of these characters. */
const CODE_END = /(?:[{}]|[)}\]'`]\s*;|=[^;]+;|=>|\*\/|\/>|[([])$/;
const ENDS = '{};>/([';
/** Lines begin as those of programs and data do. */
const CODE_BEGINNING = new RegExp(
  [
    /^(?:[}\])]|<[!?/a-zA-Z]|\/\/|\/\*|#(?:!|include|define|pragma)|[\w-]+:[^\s:]*:|"[^"]*":)/,
    /^(?:import|export|def|class|function|const|let|var|return|if|for|while|elif|else|try|except|with)\b.*[:;()='"]/,
    /^[\w.,[\]]+\s*(?:[+-]?=|:\s*["'[{])/,
    /^[\w.]+\(.*\)$/,
  ]
    .map((pattern) => pattern.source)
    .join('|'),
);
const OF_WORDS = /[\p{L}\p{M}\p{N}.,;:!?'’‘“”"()–—-]/u;
const SPACE = 1;
const WORD = 2;
const SIGN = 3;
const CONTROL = 4;
/** What each code unit that is a character is, as far as it has been asked; what two units make is looked at anew. */
const KINDS = new Uint8Array(0x10000);
const LEAST_WORDS = 0.75;
const MOST_CODE = 0.4;

/** In: a source that is not blank. Out: false where the beginning of its text has too few words or too many lines of code. */
export function seemsTranscription(source: Source): boolean {
  const text = source.text.slice(0, SAMPLE);
  const [, , words = 0, signs = 0, controls = 0] = countKinds(text);
  if (controls > 0 && controls * 1000 > text.length) return false;
  if (words < (words + signs) * LEAST_WORDS) return false;
  let lines = 0;
  let code = 0;
  for (const line of splitLines(source)) {
    if (line.textStart >= SAMPLE) break;
    if (isBlank(line)) continue;
    lines++;
    const end = Math.min(line.textEnd, SAMPLE);
    if (isCode(text.slice(Math.max(line.textStart, end - 200), end))) code++;
  }
  return lines < 4 || code < lines * MOST_CODE;
}

/** How many characters there are of each kind. */
function countKinds(text: string): Uint32Array {
  const counts = new Uint32Array(CONTROL + 1);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = KINDS[unit] || kindOf(text, at);
    counts[kind] = (counts[kind] ?? 0) + 1;
    at += isPair(text, at, unit) ? 1 : 0;
  }
  return counts;
}

function isCode(line: string): boolean {
  return (ENDS.includes(line.charAt(line.length - 1)) && CODE_END.test(line)) || CODE_BEGINNING.test(line);
}

function kindOf(text: string, at: number): number {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const kind = /\s/.test(character)
    ? SPACE
    : OF_WORDS.test(character)
      ? WORD
      : /[\p{Cc}\uFFFD]/u.test(character)
        ? CONTROL
        : SIGN;
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdfff) KINDS[unit] = kind;
  return kind;
}

function isPair(text: string, at: number, unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}
