import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type Converted, converted as convertedWith } from '../converted.js';

/** What may be typed between two paragraphs of a letter: line ends, white space, a page break in the line or at its begin or end. */
const GAPS = [
  '\n',
  ' ',
  '\t',
  '\n    ',
  ' [Page 2] ',
  ' [Page 2]',
  '[Page 2] ',
  '\n[Page 2]',
  '\n[Page 2] ',
  ' [Page 2]\n',
  '\n[Page 2]\n',
];

const FOLDER = new URL('./letters/', import.meta.url);

/** The letters of a language, each as its paragraphs. */
function lettersIn(file: string): readonly (readonly string[])[] {
  const marked = readFileSync(new URL(file, FOLDER), 'utf8').split(/^===$/m);
  return marked.map((letter) =>
    letter
      .trim()
      .split('\n')
      .map((line) => line.slice(2).replace(/[\\>]$/, '')),
  );
}

function converted(text: string): Converted {
  return convertedWith(`${text}\n`, { profile: 'plain' });
}

const LOST = new Set(['tei/structure-not-kept', 'tei/not-rebuilt']);

describe('a letter whose paragraphs share a line or a page break', () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));
  test.each(files)('is rebuilt to the letter, and keeps its structure: %s', (file) => {
    const lost = lettersIn(file).flatMap((parts, letter) =>
      parts.slice(1).flatMap((_, index) => {
        const gap = GAPS[(letter + index * 3) % GAPS.length] ?? '';
        const text = [parts.slice(0, index + 1).join('\n\n'), parts.slice(index + 1).join('\n\n')].join(gap);
        const { codes, tei } = converted(text);
        const isLost = codes.some((code) => LOST.has(code)) || tei.includes('<pb') !== gap.includes('[Page 2]');
        return isLost ? [text] : [];
      }),
    );
    expect(lost).toEqual([]);
  });

  test.each(['', ' '])(
    'keeps a page break behind dateline and salutation at the end of their paragraph (%j before it)',
    (space) => {
      const { codes, tei } = converted(
        `Wien, 4. Mai 1899. Lieber Herr!${space}[Page 8]\n\nder Brief ist gestern gekommen, und ich habe ihn zweimal gelesen.`,
      );
      expect(codes.filter((code) => LOST.has(code))).toEqual([]);
      expect(tei).toContain('<pb n="8"');
    },
  );

  test('has the names of two closes in the order in which they are typed', () => {
    const { codes, tei } = converted(
      'Lieber Richard,\n\nder Brief ist gestern gekommen, und ich habe ihn zweimal gelesen.\n\nHerzlichst Ihr [Page 4]Karl Maier\n\nVon Herzen\n\nIhr A.',
    );
    expect(codes.filter((code) => LOST.has(code))).toEqual([]);
    const words = tei
      .replace(/[\s\S]*<closer>|<\/closer>[\s\S]*/g, '')
      .replace(/<pb[^>]*>/, '|')
      .replace(/<[^>]*>/g, ' ');
    expect(words.replace(/\s+/g, ' ').trim()).toBe('Herzlichst Ihr | Karl Maier Von Herzen Ihr A.');
  });
});
