import { describe, expect, test } from '@jest/globals';
import { convertDocuments } from '../../src/convert.js';
import { firstDifference, readConversionFacts, rebuildTranscription } from '../../src/rebuild/index.js';
import { createSource } from '../../src/source/index.js';
import { descendants, parseXml, textContent } from '../../src/xml/index.js';
import { serializeXml } from '../../src/xml/serialize.js';

const CHAPTER = `The Vienna Meeting, June 1961

32. Telegram From the Department of State to the Embassy in Norland1

Washington, June 1, 1961, 7 p.m.

2110. President will arrive on June 3.2

Lane

  1. Source: Department of State, Central Files, 762.00/6-161. Secret.
  2. Telegram 2090 reported his plans.

The Wall, August 1961

33. Telegram From the Mission at Oslo to the Department of State1

Oslo, August 13, 1961, 1 p.m.

176. Sector border closed as of 0230 this morning.2

Falk

  1. Source: Department of State, Central Files, 762.00/8-1361. Confidential.
  2. First reports came from the radio.
`;

describe.each(['tei-letter', 'frus'])('titles between documents, encoding %s', (encoding) => {
  const documents = convertDocuments(
    createSource('c.txt', CHAPTER),
    { encoding, rules: false, segments: 'split' },
    () => {},
  );
  test('stand above the document that begins below them', () => {
    const heads = documents.map(({ tei }) =>
      [...descendants(tei.root)]
        .filter((each) => each.name.local === 'head' || each.attributes.some(({ value }) => value === 'inline'))
        .map((each) => textContent(each).slice(0, 12)),
    );
    expect(heads).toEqual([
      ['The Vienna M', '32. Telegram'],
      ['The Wall, Au', '33. Telegram'],
    ]);
  });
  test('take nothing from the notes above them', () => {
    const notes = documents.map(
      ({ tei }) =>
        [...descendants(tei.root)].filter(
          ({ name, attributes }) => name.local === 'note' && attributes.some(({ name: { local } }) => local === 'n'),
        ).length,
    );
    expect(notes).toEqual([2, 2]);
  });
  test('can be given back', () => {
    for (const { tei, source } of documents) {
      const read = parseXml(createSource('a.xml', serializeXml(tei)), () => {});
      if (!read) throw new Error('the TEI cannot be read');
      const { conventions, noteNumbering } = readConversionFacts(read);
      if (!conventions || !noteNumbering) throw new Error('the conversion does not say how it was typed');
      expect(
        firstDifference(rebuildTranscription(read, { conventions, noteNumbering }).text, source.text),
      ).toBeUndefined();
    }
  });
});
