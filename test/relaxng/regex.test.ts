/** The regular expressions of XML Schema (part 2, appendix F) as native ones. */
import { describe, expect, test } from '@jest/globals';
import { compileRegex } from '../../src/relaxng/datatypes/regex.js';

function matches(pattern: string, text: string): boolean {
  const compiled = compileRegex(pattern);
  if ('reason' in compiled) throw new Error(compiled.reason);
  return compiled.matches(text);
}

/** Good and bad strings, parted by `|`; `∅` is the empty one. */
const PATTERNS: readonly (readonly [pattern: string, good: string, bad: string])[] = [
  ['abc', 'abc', 'ab|abcd|xabc'],
  ['a|bc|', 'a|bc|∅', 'abc|ab'],
  ['(a|b)*c{2,3}', 'cc|abccc', 'c|cccc'],
  ['a{0}b{2,}c?', 'bb|bbbc', 'b|abb|bbcc'],
  ['^a$', '^a$', 'a'],
  ['a/b', 'a/b', 'ab'],
  ['.', 'a|\u{10400}', 'ab|∅|\n|\r'],
  ['\\.\\\\\\|\\(\\)\\[\\]\\{\\}\\*\\+\\?\\-\\^', '', 'x'],
  ['\\n\\t', '\n\t', 'nt'],
  ['[a-c-]+', 'a-c|---', 'd'],
  ['[-a]+', '-a', 'b'],
  ['[^a-c]', 'd|-|\n', 'a|dd'],
  ['[a^]', '^|a', 'b'],
  ['[$&&~~]+', '$&~', 'a'],
  ['[\\]\\[]+', '[]', '\\'],
  ['[a-z-[aeiou]]+', 'xyz', 'xay|A'],
  ['[a-z-[c-x-[m]]]+', 'abmyz', 'c|x'],
  ['[^a-z-[0-9]]', 'A|-', 'a|5'],
  ['\\d+', '12|١٢', 'a|1a'],
  ['\\D', 'a', '1'],
  ['\\w+', 'aé1', 'a-b|a b|!'],
  ['\\W', '-|!| ', 'a|1'],
  ['\\s\\S', ' a', 'aa|  '],
  ['\\i\\c*', 'a:b|_1|é', '1a|-a'],
  ['[\\i-[:]][\\c-[:]]*', 'ab|a.b-1', 'a:b|1'],
  ['\\I\\C', '1 ', 'a '],
  ['[\\S]+', 'ab', 'a b'],
  ['[^\\s]+', 'ab', 'a b'],
  ['[^\\S]', ' ', 'a'],
  ['[\\S-[a]]', 'b', 'a| '],
  ['[\\w.]+', 'a.b', 'a-b'],
  ['[^\\w]', '-', 'a'],
  ['[\\d\\D]', 'a|1', '∅'],
  ['\\p{Lu}\\p{Ll}*', 'Éa|A', 'a|AA'],
  ['\\P{L}+', '12', 'a'],
  ['(\\p{L}|\\p{N}|\\p{P}|\\p{S})+', 'a1.+', 'a b|∅'],
  ['[^\\p{C}\\p{Z}]+', 'a1.+', 'a b'],
  ['\\p{IsGreek}\\P{IsGreek}', 'αa', 'aα'],
  ['[\\p{IsGreek}x]+', 'αx', 'a'],
  ['\\p{IsPrivateUse}', '\u{E000}|\u{F0000}', 'a'],
  ['[\u{10400}-\u{10410}]', '\u{10401}', 'a|\u{10411}'],
];

const split = (texts: string) => (texts === '' ? [] : texts.split('|').map((text) => (text === '∅' ? '' : text)));

test.each(PATTERNS)('%s', (pattern, good, bad) => {
  expect(split(good).filter((text) => !matches(pattern, text))).toEqual([]);
  expect(split(bad).filter((text) => matches(pattern, text))).toEqual([]);
});

test('every escaped sign stands for itself', () => {
  expect(matches('\\.\\\\\\|\\(\\)\\[\\]\\{\\}\\*\\+\\?\\-\\^', '.\\|()[]{}*+?-^')).toBe(true);
});

describe('what is no regular expression', () => {
  test.each([
    ['(a', '"(" without ")"'],
    ['a)', '")" without "("'],
    ['[a', '"[" without "]"'],
    ['a]', '"]" has nothing before it'],
    ['*a', '"*" has nothing before it'],
    ['a**', '"*" has nothing before it'],
    ['a{2', '"}" is missing'],
    ['a{x}', '"{x}" is not a number of times'],
    ['a{3,2}', '"{3,2}" is not a number of times'],
    ['{', '"{" has nothing before it'],
    ['\\q', '"\\q" is no escape'],
    ['\\1', '"\\1" is no escape'],
    ['\\bword', '"\\b" is no escape'],
    ['a\\', 'a backslash at the end'],
    ['\\p{Xx}', '"Xx" is neither a category nor a block of characters'],
    ['\\p{IsKlingon}', '"IsKlingon" is neither a category nor a block of characters'],
    ['\\pL', '"\\p" without "{"'],
    ['[z-a]', 'a range ends before it begins'],
    ['[a-\\d]', 'a range must end in a character'],
    ['[]', '"]" in a class must be escaped'],
    ['[a[b]', '"[" in a class must be escaped'],
    ['[a-z-[b]c]', 'a subtraction must be the last thing in a class'],
    ['(?:a)', '"?" has nothing before it'],
  ])('%s: %s', (pattern, reason) => {
    expect(compileRegex(pattern)).toEqual({ reason });
  });
});

test('a long value has its verdict; one of ten megabytes ends in one', () => {
  const long = 'a1'.repeat(50_000);
  expect(matches('(\\p{L}|\\p{N}|\\p{P}|\\p{S})+', long)).toBe(true);
  expect(matches('(\\p{L}|\\p{N}|\\p{P}|\\p{S})+', `${long} `)).toBe(false);
  expect(matches('([a-z][0-9])+', long)).toBe(true);
  // The native engine may run out of its backtracking stack here: the value is refused then, and nothing is thrown.
  expect(typeof matches('([a-z][0-9])+', 'a1'.repeat(5_000_000))).toBe('boolean');
});
