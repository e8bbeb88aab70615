import { describe, expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import type { Targets } from '../../src/document/index.js';
import { createSource } from '../../src/source/index.js';
import { serializeXml } from '../../src/xml/serialize.js';

const targetsOf = (...ids: readonly string[]): Targets => ({ ids: new Set(ids) });

/** `words=target` for each reference, and what is said of targets. */
function marked(text: string, targets?: Targets): readonly string[] {
  const said: string[] = [];
  const source = createSource('d15.txt', text);
  const { tei } = convert(source, { encoding: 'frus', rules: false, ...(targets && { targets }) }, (d) => {
    if (d.code === 'document/unknown-target') said.push(d.message);
  });
  const refs = [...serializeXml(tei).matchAll(/<ref target="([^"]*)">([^<]*)</g)];
  return [...refs.map(([, target, words]) => `${words}=${target}`), ...said];
}

const note = (words: string) => `15. Editorial Note\n\nIt was read.1\n\n  1. ${words}\n`;

describe('targets', () => {
  test('are taken to be there where no list says what there is', () => {
    expect(marked(note('See Document 7.'))).toEqual(['Document 7=#d7']);
  });

  test('that the list does not have are reported and not written', () => {
    expect(marked(note('See Documents 7 and 8.'), targetsOf('d7'))).toEqual([
      'Documents 7=#d7',
      '"8" refers to "#d8", which is not there',
    ]);
  });

  test('in a volume of which the list says nothing are written', () => {
    const words = 'See Foreign Relations, 1961–1963, vol. XXII, Document 3.';
    expect(marked(note(words), targetsOf('d7'))).toHaveLength(1);
    expect(marked(note(words), targetsOf('frus1961-63v22#d4'))).toEqual([
      '"Foreign Relations, 1961–1963, vol. XXII, Document 3" refers to "frus1961-63v22#d3", which is not there',
    ]);
  });

  test('of pages are held to the list as well', () => {
    expect(marked(note('See footnote 11, p. 28.'), targetsOf('pg_28'))).toEqual(['p. 28=#pg_28']);
    expect(marked(note('See footnote 11, p. 28.'), targetsOf('pg_29'))).toEqual([
      '"p. 28" refers to "#pg_28", which is not there',
    ]);
  });
});

test('the folder may say the volume: then its neighbours are known by their documents', () => {
  const targets = (path: string, words: string) => {
    const { tei } = convert(createSource(path, note(words)), { encoding: 'frus', rules: false }, () => undefined);
    return [...serializeXml(tei).matchAll(/<ref target="([^"]*)">/g)].map(([, target]) => target);
  };
  const words = 'See vol. XI, Document 183, and vol. V.';
  expect(targets('raw/frus1961-63v06/d15.txt', words)).toEqual(['frus1961-63v11#d183']);
  expect(targets('raw/letters/d15.txt', words)).toEqual([]);
  expect(targets('d15.txt', words)).toEqual([]);
  expect(targets('frus1948v01p1/d15.txt', 'See vol. iii, pp. 352 ff.')).toEqual(['frus1948v03#pg_352']);
  expect(targets('frus1948v01p1/d15.txt', 'See GA(II), vol. i, pp. 61–64.')).toEqual([]);
});

test('what editors put in brackets holds references, the words of a document do not', () => {
  const text = '15. Letter From A to B\n\nSee Document 7.\n\n[For a summary, see Document 9.]';
  expect(marked(text)).toEqual(['Document 9=#d9']);
});

test('ibid. in the next note', () => {
  const text =
    '15. Editorial Note\n\nIt was read,1 and read again.2\n\n  1. See Foreign Relations, 1961–1963, vol. XXII, Document 3.\n  2. See ibid., Document 5.\n';
  expect(marked(text).at(-1)).toBe('Document 5=frus1961-63v22#d5');
});

test('ibid. in the next note, of a work that is none of the series', () => {
  const notes = [
    'See Foreign Relations, 1961–1963, vol. XXII, Document 3.',
    'Documents on Germany, 1944–1985, pp. 1–3.',
    'See ibid., Document 5.',
  ].map((words, k) => `  ${k + 1}. ${words}\n`);
  const text = `15. Editorial Note\n\nIt was read,1 and read again,2 and once more.3\n\n${notes.join('')}`;
  expect(marked(text)).toEqual(['Foreign Relations, 1961–1963, vol. XXII, Document 3=frus1961-63v22#d3']);
});
