import { describe, expect, test } from '@jest/globals';
import { createSource, pointAt, sourceOfParts, textBetween } from '../../src/source/index.js';
import { fc } from '../fast-check.js';

/** Parts of so many units, none of which ends within CR LF or a pair. */
function partsOf(text: string, length: number): readonly string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(at + length, text.length);
    while (end < text.length && /^(?:\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF])/.test(text.slice(end - 1, end + 1))) end++;
    parts.push(text.slice(at, end));
    at = end;
  }
  return parts;
}

describe('a text in parts', () => {
  test('has the points and the text of the whole', () => {
    const letter = fc.constantFrom('a', 'é', '\u{1F600}', '\n', '\r\n', '\r');
    fc.assert(
      fc.property(
        fc.array(letter, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 6 }),
        (letters, length) => {
          const text = letters.join('');
          const whole = createSource('a', text);
          const parts = partsOf(text, length);
          const source = sourceOfParts('a', '/a', (index) => parts[index]);
          for (const at of [text.length, 0, ...Array.from(text, (_, i) => i).reverse()]) {
            expect(pointAt(source, at)).toEqual(pointAt(whole, at));
          }
          expect(textBetween(source, 1, text.length - 1)).toBe(text.slice(1, Math.max(1, text.length - 1)));
        },
      ),
      { seed: 5, numRuns: 500 },
    );
  });

  test('is read no further than is asked', () => {
    const asked: number[] = [];
    const source = sourceOfParts('a', '/a', (index) => {
      asked.push(index);
      return 'line\n';
    });
    expect(pointAt(source, 12)).toEqual({ line: 3, column: 3 });
    expect(pointAt(source, 6)).toEqual({ line: 2, column: 2 });
    expect(asked).toEqual([0, 1, 2, 1]);
  });
});

test('columns of a long line are the same in whatever order they are asked for', () => {
  const source = createSource('a', `\n${'x\u{1F600}'.repeat(10_000)}\ny`);
  const columns = (offsets: readonly number[]) => offsets.map((at) => pointAt(source, at).column);
  const offsets = [9001, 9002, 9003, 9004, 29_000, 29_001];
  const alone = offsets.map((at) => Array.from(source.text.slice(1, at).replace(/[\uD800-\uDBFF]$/, 'x')).length + 1);
  expect(columns(offsets)).toEqual(alone);
  expect(columns([...offsets].reverse())).toEqual([...alone].reverse());
});
