import { describe, expect, test } from '@jest/globals';
import { applyFixes, type Diagnostic } from '../../src/diagnostic/index.js';
import { createSource, placeAt } from '../../src/source/index.js';
import { fc } from '../fast-check.js';

const source = createSource('a.xml', '0123456789');
type Written = readonly [start: number, end: number, text: string];

function finding(edits: readonly Written[], of = source): Diagnostic {
  const fix = { message: 'mend', edits: edits.map(([start, end, text]) => ({ place: placeAt(of, start, end), text })) };
  return { code: 'rule/x', severity: 'error', message: 'x', fix };
}
const mended = (...fixes: readonly (readonly Written[])[]) => {
  const { text, applied } = applyFixes(
    source,
    fixes.map((edits) => finding(edits)),
  );
  return [text, applied.length];
};

describe('edits', () => {
  test('change what they name, and nothing else', () => {
    expect(mended([[8, 9, 'b']], [[2, 4, 'a']], [[10, 10, '!']])).toEqual(['01a4567b9!', 3]);
  });
  test('that overlap: the first wins', () => {
    expect(mended([[2, 5, 'a']], [[4, 6, 'b']], [[5, 6, 'c']])).toEqual(['01ac6789', 2]);
  });
  test('of one fix are made together or not at all', () => {
    expect(
      mended(
        [[2, 3, 'a']],
        [
          [0, 1, 'b'],
          [2, 3, 'c'],
        ],
        [[0, 1, 'd']],
      ),
    ).toEqual(['d1a3456789', 2]);
  });
  test('that insert at one place are not made both', () => {
    expect(mended([[3, 3, 'a']], [[3, 3, 'b']], [[3, 4, 'c']])).toEqual(['012a3456789', 1]);
  });
  test('of another file are left alone', () => {
    const other = finding([[0, 1, 'a']], createSource('b.xml', '0123456789'));
    expect(applyFixes(source, [other, { code: 'rule/x', severity: 'error', message: 'x' }])).toEqual({
      text: source.text,
      applied: [],
    });
  });
});

test('in any order and number: what no edit names stays as it is', () => {
  const edit = fc
    .tuple(fc.nat(10), fc.nat(3))
    .map(([start, length]): Written => [start, Math.min(10, start + length), 'x']);
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
      const { text, applied } = applyFixes(
        source,
        edits.map((one) => finding([one])),
      );
      const spans = applied
        .flatMap(({ fix }) => fix?.edits ?? [])
        .map(({ place }) => [place.start, place.end] as const);
      const named = new Set(spans.flatMap(([start, end]) => Array.from({ length: end - start }, (_, i) => start + i)));
      const kept = [...source.text].filter((_, i) => !named.has(i)).join('');
      expect(text.replaceAll('x', '')).toBe(kept);
      expect(text.length).toBe(kept.length + applied.length);
    }),
  );
});
