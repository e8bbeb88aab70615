import { describe, expect, test } from '@jest/globals';
import { findReferences, referenceSpans } from '../../src/document/reference.js';

/** `type: words -> target` for each reference, in a note of document 15. */
function found(text: string): readonly string[] {
  return findReferences(text, { document: 'd15' }).map(({ start, end, refType, target }) => {
    return `${refType}: ${text.slice(start, end)}${target === undefined ? '' : ` -> ${target}`}`;
  });
}

describe('references within the volume', () => {
  const cases: readonly (readonly [text: string, ...references: string[]])[] = [
    ['See Document 7.', 'document: Document 7 -> #d7'],
    ['See Documents 7 and 8.', 'document: Documents 7 -> #d7', 'document: 8 -> #d8'],
    ['Documents 12–14, and 20a', 'document: Documents 12 -> #d12', 'document: 14 -> #d14', 'document: 20a -> #d20a'],
    ['See footnote 2, Document 12.', 'note: footnote 2, Document 12 -> #d12fn2'],
    ['See footnote 1 to Document 9', 'note: footnote 1 to Document 9 -> #d9fn1'],
    ['See footnotes 5 and 9, Document 215.', 'note: footnotes 5 -> #d215fn5', 'note: 9, Document 215 -> #d215fn9'],
    ['See Document 97 and footnote 1 thereto.', 'note: Document 97 and footnote 1 -> #d97fn1'],
    ['as in footnote 2 above.', 'note: footnote 2 -> #d15fn2'],
    ['See footnote 4, supra.', 'note: footnote 4, supra -> #d14fn4'],
    ['See the editorial note, infra.', 'document: editorial note, infra -> #d16'],
    ['see pp. 12–14', 'page: pp. 12 -> #pg_12', 'page: 14 -> #pg_14'],
    ['See footnote 11, p. 28.', 'page: p. 28 -> #pg_28'],
    ['Telegram 836, September 29, p. 500.', 'bibliographic: Telegram 836, September 29', 'page: p. 500 -> #pg_500'],
    // Two documents in a row, and the year of something else.
    ['See Document 7, 1961.', 'document: Document 7 -> #d7'],
  ];
  test.each(cases)('%s', (text, ...references) => expect(found(text)).toEqual(references));
});

describe('references out of the volume have no target', () => {
  const cases: readonly (readonly [text: string, ...references: string[]])[] = [
    ['in volume V.', 'volume: volume V'],
    ['See vol. V, Document 3.', 'volume: vol. V, Document 3'],
    [
      'Foreign Relations, 1952–1954, vol. II, Part 1, pp. 1–20.',
      'volume: Foreign Relations, 1952–1954, vol. II, Part 1, pp. 1–20',
    ],
    [
      'Foreign Relations, 1969–1976, volume XV, Soviet Union, June 1972–August 1974, Documents 122–125.',
      'volume: Foreign Relations, 1969–1976, volume XV, Soviet Union, June 1972–August 1974, Documents 122',
      'document: 125',
    ],
    ['For text, see ibid., Document 204.', 'bibliographic: ibid.', 'document: Document 204'],
    ['Department of State Bulletin, April 19, 1976, pp. 514–518.', 'page: pp. 514', 'page: 518'],
    [
      '(Telegram 1980 to Moscow, May 16; Department of State, Central Files, 711.11-KE/5-1661) Then (Telegram 1984 to Vienna, May 16; ibid.)',
      'bibliographic: Telegram 1980 to Moscow, May 16',
      'archival: Department of State, Central Files, 711.11-KE/5-1661',
      'bibliographic: Telegram 1984 to Vienna, May 16',
      'archival: ibid.',
    ],
    [
      'It is in Department of State, S/P Files: Lot 64 D 563, is unsigned',
      'archival: Department of State, S/P Files: Lot 64 D 563',
    ],
  ];
  test.each(cases)('%s', (text, ...references) => expect(found(text)).toEqual(references));
});

test.each([
  'The Department of State, however, was silent.',
  'Volume of trade fell.',
  'page after page',
  'A document of 7 pages',
  'the CIA, Dulles said',
])('no reference: %s', (text) => expect(found(text)).toEqual([]));

test('without the document that it belongs to, a reference near by has no target', () => {
  expect(findReferences('footnote 2 above')).toEqual([{ start: 0, end: 10, refType: 'note' }]);
  expect(findReferences('editorial note, supra', { document: 'd1' })[0]).not.toHaveProperty('target');
});

test('what is cited outside the volume is told in its parts', () => {
  const [reference] = findReferences('Foreign Relations, 1952–1954, vol. II, Part 1, Document 3');
  expect(reference?.cites).toEqual({ years: '1952–1954', volume: 'II', part: '1', document: '3' });
});

test('a repository of the edition is known', () => {
  const text = 'It is in Bancroft House, Letters, Box 3.';
  expect(findReferences(text)).toEqual([]);
  const [reference] = findReferences(text, { repositories: [{ name: 'Bancroft House' }] });
  expect(text.slice(reference?.start, reference?.end)).toBe('Bancroft House, Letters, Box 3');
});

test('references stand in order and do not overlap', () => {
  const text =
    'See footnote 2, Document 12; telegram 5 to Rome, May 3; Kennedy Library, USSR, Box 1; ibid.; Documents 3 and 4; vol. I.';
  const spans = referenceSpans(text);
  expect(spans.length).toBe(7);
  for (const [index, { start, end }] of spans.entries()) {
    expect(end).toBeGreaterThan(start);
    expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
  }
});
