/** Lines and columns by the bytes are those by the text. */
import { describe, expect, test } from '@jest/globals';
import { createSource, pointAt, pointInTable, readLineTable, utf8Parts } from '../../src/source/index.js';
import { fc } from '../fast-check.js';

const piece = fc.constantFrom(
  '\n',
  '\r',
  '\r\n',
  'a',
  ' ',
  '<p>',
  '\u00e9',
  '\u20ac',
  '\u{1d11e}',
  '\u{1f600}\u{1f600}',
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

describe('the lines of bytes', () => {
  test('are those of the text, at every offset, whatever the parts and with a byte order mark', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 40 }), fc.boolean(), (written, size, hasMark) => {
        const table = readLineTable(utf8Parts(Buffer.from(hasMark ? `\uFEFF${written}` : written), size));
        const source = createSource('a.xml', written);
        expect([...table.starts]).toEqual(source.lineStarts);
        for (let at = -1; at <= written.length + 2; at++) {
          expect([at, pointInTable(table, at)]).toEqual([at, pointAt(source, at)]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('count characters, not bytes or units', () => {
    const table = readLineTable(utf8Parts(Buffer.from('a\r\n\u{1f600}\u00e9x\rb')));
    expect(pointInTable(table, 6)).toEqual({ line: 2, column: 3 });
    expect(pointInTable(table, 8)).toEqual({ line: 3, column: 1 });
  });

  test('of nothing are one', () => {
    expect(pointInTable(readLineTable([]), 5)).toEqual({ line: 1, column: 1 });
  });
});
