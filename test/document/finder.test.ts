import { describe, expect, test } from '@jest/globals';
import { createFinder } from '../../src/document/finder.js';
import { fc } from '../fast-check.js';

const PATTERN = String.raw`(?<![\p{L}\d])(?:[Dd]ocument(?= \d)|p\.|É\p{L}+|𝐀)`;
const finder = createFinder(new RegExp(PATTERN, 'uy'), ['Do', 'do', 'p.', 'École']);

function allFound(text: string): readonly string[] {
  const found: string[] = [];
  let from = 0;
  for (let match = finder.find(text, from); match; match = finder.find(text, from)) {
    found.push(`${match.index} ${match[0]}`);
    from = match.index + match[0].length;
  }
  return found;
}

describe('createFinder', () => {
  test('finds what stands at the beginning of a word', () => {
    expect(allFound('Document 7, see p. 5; ep. 3; École')).toEqual(['0 Document', '16 p.', '29 École']);
  });

  test('finds what the expression alone finds', () => {
    const piece = fc.constantFrom(
      'Document 1',
      'document',
      ' 2',
      'p',
      '.',
      'p. ',
      'École',
      'É',
      ' ',
      'd',
      '𝐀',
      'é',
      '9',
      '-',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const expected = [...text.matchAll(new RegExp(PATTERN, 'gu'))].map(
          ({ index, 0: words }) => `${index} ${words}`,
        );
        expect(allFound(text)).toEqual(expected);
      }),
    );
  });
});
