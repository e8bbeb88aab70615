import { describe, expect, test } from '@jest/globals';
import { findReferences } from '../../src/document/reference.js';

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
    ['See Document 55, footnote 2.', 'note: Document 55, footnote 2 -> #d55fn2'],
    ['as in footnote 2 above.', 'note: footnote 2 -> #d15fn2'],
    ['See footnote 4, supra.', 'note: footnote 4, supra -> #d14fn4'],
    ['See the editorial note, infra.', 'document: editorial note, infra -> #d16'],
    ['see pp. 12–14', 'page: pp. 12 -> #pg_12', 'page: 14 -> #pg_14'],
    ['See footnote 11, p. 28.', 'page: p. 28 -> #pg_28'],
    ['Telegram 836, September 29, p. 500.', 'bibliographic: Telegram 836, September 29', 'page: p. 500 -> #pg_500'],
    ['Dated Sept. 25, 1953, p. 475.', 'page: p. 475 -> #pg_475'],
    ['It is printed on p. 80.', 'page: p. 80 -> #pg_80'],
    // A page of the volume that is named, whatever stands between.
    [
      'See Foreign Relations, 1955–1957, vol. V, p. 291, footnote 4, and p. 301.',
      'volume: Foreign Relations, 1955–1957, vol. V -> frus1955-57v05',
      'page: p. 291',
      'page: p. 301',
    ],
    // Pages and documents of another work, and what `ibid.` repeats of it.
    [
      'See American Foreign Policy: Current Documents, 1981, Document 22. See ibid., Document 24, and Document 3.',
      'document: Document 22',
      'bibliographic: ibid.',
      'document: Document 24',
      'document: Document 3 -> #d3',
    ],
    [
      'Documents on Disarmament, 1961, pp. 1–3; ibid., Document 5; see p. 12',
      'page: pp. 1',
      'page: 3',
      'bibliographic: ibid.',
      'document: Document 5',
      'page: p. 12 -> #pg_12',
    ],
    [
      'Public Papers of the Presidents: John F. Kennedy, 1961, p. 28. Ibid., p. 30.',
      'page: p. 28',
      'bibliographic: Ibid.',
      'page: p. 30',
    ],
    [
      'See Department of State Bulletin, January 1, 1961, p. 28, and Document 12.',
      'page: p. 28',
      'document: Document 12 -> #d12',
    ],
    ['Senate Document 12, 83d Congress', 'document: Document 12'],
    // Two documents in a row, and the year of something else.
    ['See Document 7, 1961.', 'document: Document 7 -> #d7'],
  ];
  test.each(cases)('%s', (text, ...references) => expect(found(text)).toEqual(references));
});

describe('references to volumes of a series', () => {
  const cases: readonly (readonly [text: string, ...references: string[]])[] = [
    [
      'See Foreign Relations, 1958–1960, vol. X, Part 2, Document 3.',
      'volume: Foreign Relations, 1958–1960, vol. X, Part 2, Document 3 -> frus1958-60v10p2#d3',
    ],
    [
      'Foreign Relations, 1952–1954, vol. II, Part 1, pp. 1–20.',
      'volume: Foreign Relations, 1952–1954, vol. II, Part 1 -> frus1952-54v02p1',
      'page: pp. 1',
      'page: 20',
    ],
    [
      'Foreign Relations, 1969–1976, volume XV, Soviet Union, June 1972–August 1974, Documents 122–125.',
      'volume: Foreign Relations, 1969–1976, volume XV, Soviet Union, June 1972–August 1974, Documents 122 -> frus1969-76v15#d122',
      'document: 125 -> frus1969-76v15#d125',
    ],
    [
      'See Foreign Relations, The Conferences at Cairo and Tehran, 1943.',
      'volume: Foreign Relations, The Conferences at Cairo and Tehran, 1943 -> frus1943CairoTehran',
    ],
    [
      'Foreign Relations, The Conference of Berlin (The Potsdam Conference), 1945, vol. ii',
      'volume: Foreign Relations, The Conference of Berlin (The Potsdam Conference), 1945, vol. ii -> frus1945Berlinv02',
    ],
    // Small capitals: volumes of the years when pages were cited.
    [
      'see Foreign Relations, 1946, vol. i, pp. 341–355.',
      'volume: Foreign Relations, 1946, vol. i, pp. 341 -> frus1946v01#pg_341',
      'page: 355 -> frus1946v01#pg_355',
    ],
    [
      'Foreign Relations of the United States, 1969–1976, volume E–15, part 2',
      'volume: Foreign Relations of the United States, 1969–1976, volume E–15, part 2 -> frus1969-76ve15p2',
    ],
    [
      'in Foreign Relations, 1969–1976, volume E–14, part 1, Documents on the United Nations, and ibid., volume XXXI.',
      'volume: Foreign Relations, 1969–1976, volume E–14, part 1 -> frus1969-76ve14p1',
      'volume: ibid.',
      'volume: volume XXXI -> frus1969-76v31',
    ],
    [
      'Printed in Foreign Relations, 1955–1957, vol. XVI, as Document 383.',
      'volume: Foreign Relations, 1955–1957, vol. XVI -> frus1955-57v16',
      'document: Document 383 -> frus1955-57v16#d383',
    ],
    [
      'Foreign Relations, 1952–1954, vol. II, Document 3; Documents on Germany, 1944–1985, vol. I, p. 3. Ibid., Document 4.',
      'volume: Foreign Relations, 1952–1954, vol. II, Document 3 -> frus1952-54v02#d3',
      'volume: vol. I, p. 3',
      'bibliographic: Ibid.',
      'document: Document 4',
    ],
    [
      'See Foreign Relations, 1952–1954, Guatemala, Document 8.',
      'volume: Foreign Relations, 1952–1954, Guatemala, Document 8 -> frus1952-54Guat#d8',
    ],
    [
      'in Foreign Relations, 1969–1976, volume XVIII, China, 1973–1976, Document 9; ibid., Document 12; and ibid., volume E–12, Document 3',
      'volume: Foreign Relations, 1969–1976, volume XVIII, China, 1973–1976, Document 9 -> frus1969-76v18#d9',
      'volume: ibid.',
      'document: Document 12 -> frus1969-76v18#d12',
      'volume: ibid.',
      'volume: volume E–12, Document 3 -> frus1969-76ve12#d3',
    ],
    // The document is not one of this volume.
    [
      'printed as Document 25 in Foreign Relations, 1969–1976, volume XX',
      'document: Document 25',
      'volume: Foreign Relations, 1969–1976, volume XX -> frus1969-76v20',
    ],
    [
      'Foreign Relations, 1961–1963, vol. XXII, p. 674, footnote 1',
      'volume: Foreign Relations, 1961–1963, vol. XXII -> frus1961-63v22',
      'page: p. 674',
    ],
    ['Foreign Relations, 1969–1976, Vietnam', 'volume: Foreign Relations, 1969–1976'],
  ];
  test.each(cases)('%s', (text, ...references) => expect(found(text)).toEqual(references));

  test('a volume beside this one is of the same years', () => {
    const options = { document: 'd15', volume: 'frus1948v01p1' };
    expect(findReferences('see vol. iii, p. 118', options)[0]?.target).toBe('frus1948v03#pg_118');
  });

  test('a series of the edition is known, and goes before the built-in ones', () => {
    const series = [
      { name: 'Letters of the House', id: 'loh-{volume}[-{part}]', volumes: { '1900–1910, Travels': 'loh-travels' } },
    ];
    const text = 'Letters of the House, vol. IV, Part 2; Letters of the House, 1900–1910, Travels, Document 7';
    expect(findReferences(text, { series }).map(({ target }) => target)).toEqual(['loh-04-2', 'loh-travels#d7']);
  });

  test('ibid. at the beginning of a note repeats what the note before cited', () => {
    const [last] = findReferences('Foreign Relations, 1969–1976, volume XVII, China, 1969–1972, Document 7');
    expect(last).toBeDefined();
    const next = findReferences('Ibid., Document 8', last ? { last } : {});
    expect(next.at(-1)?.target).toBe('frus1969-76v17#d8');
    expect(findReferences('Ibid., Document 8').at(-1)).not.toHaveProperty('target');
  });
});

describe('references out of the volume have no target', () => {
  const cases: readonly (readonly [text: string, ...references: string[]])[] = [
    ['in volume V.', 'volume: volume V'],
    [
      'See Foreign Relations, 1964–1968, vol. XVI, Cyprus; Greece; Turkey.',
      'volume: Foreign Relations, 1964–1968, vol. XVI, Cyprus; Greece; Turkey -> frus1964-68v16',
    ],
    [
      'In Foreign Relations, 1964–1968, vol. XVI, Rusk says so.',
      'volume: Foreign Relations, 1964–1968, vol. XVI -> frus1964-68v16',
    ],
    [
      'See Document 11 and footnote 3, Document 38.',
      'document: Document 11 -> #d11',
      'note: footnote 3, Document 38 -> #d38fn3',
    ],
    [
      'Foreign Relations, 1969-1976, China, 1969-1972',
      'volume: Foreign Relations, 1969-1976, China, 1969-1972 -> frus1969-76v17',
    ],
    ['(Lane, “The Boats,” January 3, 1980, p. 3)', 'page: p. 3'],
    ['See vol. V, Document 3.', 'volume: vol. V, Document 3'],
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
  const spans = findReferences(text);
  expect(spans.length).toBe(7);
  for (const [index, { start, end }] of spans.entries()) {
    expect(end).toBeGreaterThan(start);
    expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
  }
});

test('`ibid.` of the next note is the volume of a document that `ibid.` named', () => {
  const [whole] = findReferences('See Foreign Relations, 1969–1976, volume XVII, Documents 139–144.');
  const last = findReferences('See ibid., Documents 162–165.', whole && { last: whole }).at(-1);
  const next = findReferences('See ibid., Document 194.', last && { last });
  expect(next.at(-1)?.target).toBe('frus1969-76v17#d194');
});
