import { expect, test } from '@jest/globals';
import { isLean, mayBeMany } from '../../src/cli/engine-flags.js';

const isMeasured = process.versions.v8.startsWith('11.3.');

test.each([
  [['validate', 'a.txt', '--threads', '2']],
  [['convert', '--threads=8', 'a.txt']],
  [['validate', '-t', '2', 'a.txt']],
  [['validate', '-t2', 'a.txt']],
])('%j takes both of two cores', (argv) => expect(isLean(argv, 2)).toBe(isMeasured));

test.each([
  [['validate', 'a.txt'], 1],
  [['validate', 'a.txt', '--threads', '1'], 1],
  [['validate', 'a.txt', '--threads', '2'], 4],
  [['validate', 'a.txt', '--threads', 'many'], 2],
  [['validate', 'a.txt', '--threads'], 2],
  [['validate', 'a.txt', '--threads='], 2],
  [['validate', '--targets', '2'], 2],
])('%j leaves one of %i cores idle, or is no number of threads', (argv, cores) => {
  expect(isLean(argv, cores)).toBe(false);
});

test.each([
  [['/node', '/teiscribe', 'validate', 'a.xml', '--schema', 'letter'], false],
  [['/node', '/teiscribe', 'validate', 'gone.xml'], false],
  [['/node', '/teiscribe', 'validate', 'test'], true],
  [['/node', '/teiscribe', 'validate', 'letters/*.xml'], true],
  [['/node', '/teiscribe', 'validate', ...Array.from({ length: 17 }, (_, index) => `${index}.xml`)], true],
])('%j: many files, %s', (argv, many) => expect(mayBeMany(argv)).toBe(many));
