/** A source -> whether it looks like words that somebody wrote to be read, rather than a program, a table of data or bytes. */
import type { Source } from '../source/index.js';

const SAMPLE = 40_000;
/** Lines that end or begin as lines of programs and data do. */
const CODE_LINE = new RegExp(
  [
    /(?:[{}]|[)}\]'`]\s*;|=[^;]+;|=>|\*\/|\/>|[([])$/,
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
/** What most characters are, looked up. */
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /\s/.test(character) ? SPACE : OF_WORDS.test(character) ? WORD : 0;
});
const LEAST_WORDS = 0.75;
const MOST_CODE = 0.4;

/** In: a source that is not blank. Out: false where the beginning of its text has too few words or too many lines of code. */
export function seemsTranscription(source: Source): boolean {
  const text = source.text.slice(0, SAMPLE);
  let words = 0;
  let signs = 0;
  let controls = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = text.charCodeAt(at) < 128 ? ASCII[text.charCodeAt(at)] : undefined;
    if (kind === SPACE) continue;
    if (kind === WORD) {
      words++;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    at += character.length - 1;
    if (/\s/.test(character)) continue;
    if (OF_WORDS.test(character)) words++;
    else if (/[\p{Cc}\uFFFD]/u.test(character)) controls++;
    else signs++;
  }
  if (controls > 0 && controls * 1000 > text.length) return false;
  if (words < (words + signs) * LEAST_WORDS) return false;
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const code = lines.filter((line) => CODE_LINE.test(line.trim().slice(-200))).length;
  return lines.length < 4 || code < lines.length * MOST_CODE;
}
