import { describe, expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import { firstDifference, readConversionFacts, rebuildTranscription } from '../../src/rebuild/index.js';
import { createSource } from '../../src/source/index.js';
import { descendants, parseXml, textContent } from '../../src/xml/index.js';
import { serializeXml } from '../../src/xml/serialize.js';

const WORDS = ['Not found among the papers.', 'Her niece.', 'Written over “Tuesday”.'] as const;

function letter(markers: readonly string[], labels: readonly string[], notes: readonly string[] = WORDS): string {
  const [one = '', two = '', three = ''] = markers;
  const list = notes.map((note, index) => `${labels[index]}${note}`).join('\n');
  return `Oxford, 4 June 1921\n\nDear John,\n\nThank you for the book.${one} It came on Monday.${two} I have shown it to Miss Lane.${three}\n\nYours ever,\n\nAda Lane\n\n${list}\n`;
}

/** `n text` of each note, in the order of the text; the transcription has to be given back by the TEI. */
function notesOf(text: string): readonly string[] {
  const { tei } = convert(createSource('a.txt', text), { rules: false }, () => {});
  const written = createSource('a.xml', serializeXml(tei));
  const read = parseXml(written, () => {});
  if (!read) throw new Error('the TEI cannot be read');
  const { conventions, noteNumbering } = readConversionFacts(read);
  if (!conventions || !noteNumbering) throw new Error('the conversion does not say how it was typed');
  expect(firstDifference(rebuildTranscription(read, { conventions, noteNumbering }).text, text)).toBeUndefined();
  const notes = [...descendants(read.root)].filter(({ name }) => name.local === 'note');
  return notes.map((note) => `${note.attributes.find(({ name }) => name.local === 'n')?.value} ${textContent(note)}`);
}

describe('a list in another order than the text: each note is at the marker of its label', () => {
  test.each([
    ['signs behind numbers', ['1', '*', '2'], ['  1. ', '  2. ', '  *. ']],
    ['in brackets', ['[1]', '[*]', '[2]'], ['[1] ', '[2] ', '[*] ']],
    ['letters behind carets', ['[^1]', '[^a]', '[^2]'], ['[^1]: ', '[^2]: ', '[^a]: ']],
    ['numbers in brackets', ['[1]', '[3]', '[2]'], ['[1] ', '[2] ', '[3] ']],
    ['numbers behind carets', ['[^1]', '[^3]', '[^2]'], ['[^1]: ', '[^2]: ', '[^3]: ']],
  ])('%s', (_, markers, labels) => {
    const [first, second, third] = markers.map((marker) => marker.replace(/[[\]^]/g, ''));
    expect(notesOf(letter(markers, labels))).toEqual([
      `${first} ${WORDS[0]}`,
      `${second} ${WORDS[2]}`,
      `${third} ${WORDS[1]}`,
    ]);
  });

  test('names', () => {
    const text = letter(['[^book]', '[^day]', '[^lane]'], ['[^lane]: ', '[^book]: ', '[^day]: '], ['L.', 'B.', 'D.']);
    expect(notesOf(text)).toEqual(['book B.', 'day D.', 'lane L.']);
  });

  test('what is numbered by itself keeps its order', () => {
    expect(notesOf(letter(['*', '†', '2'], ['  1. ', '  2. ', '  3. ']))).toEqual([
      `* ${WORDS[0]}`,
      `† ${WORDS[1]}`,
      `2 ${WORDS[2]}`,
    ]);
  });
});

describe('a label that only a bracket closes', () => {
  test.each(['Krieg', '1870', '3000', 'am 9.'])('behind %s', (before) => {
    const text = letter(['1)', '2)', '3)'], ['1) ', '2) ', '3) ']).replace('Monday.', `${before}`);
    expect(notesOf(text)).toEqual(WORDS.map((note, index) => `${index + 1} ${note}`));
    const { tei } = convert(createSource('a.txt', text), { rules: false }, () => {});
    expect(serializeXml(tei)).toContain(`It came on ${before}<note`);
  });
});

describe('no-break spaces, as they are pasted from a browser', () => {
  test.each([
    ['in a line that looks blank', letter(['1', '2', '3'], ['  1. ', '  2. ', '  3. ']).replace(/\n\n/g, '\n\u00a0\n')],
    ['before a label', letter(['1', '2', '3'], ['\u00a0\u00a01. ', '  2. ', '  3. '])],
    ['behind a label', letter(['1', '2', '3'], ['  1.\u00a0', '  2.\u00a0', '  3.\u00a0'])],
  ])('%s', (_, text) => expect(notesOf(text)).toEqual(WORDS.map((note, index) => `${index + 1} ${note}`)));

  test('in a page break', () => {
    const text = letter(['1', '2', '3'], ['  1. ', '  2. ', '  3. ']).replace('on Monday', 'on [Page\u00a012]Monday');
    expect(notesOf(text)).toHaveLength(3);
    const { tei } = convert(createSource('a.txt', text), { rules: false }, () => {});
    expect(serializeXml(tei)).toContain('<pb n="12"');
  });
});

describe('a further paragraph of a note', () => {
  const list = (indent: string, gap: string) =>
    letter(['1', '2', '3'], ['  1. ', '  2. ', '  3. ']).replace('\n  2. ', `\n\n${indent}Typed.${gap}  2. `);
  test.each([
    ['behind five spaces', '     ', '\n'],
    ['behind a tab', '\t', '\n'],
    ['at the margin, where the next note has the next number', '', '\n'],
    ['at the margin, set apart from the next note', '', '\n\n'],
  ])('%s', (_, indent, gap) => {
    expect(notesOf(list(indent, gap))).toEqual([`1 ${WORDS[0]}Typed.`, `2 ${WORDS[1]}`, `3 ${WORDS[2]}`]);
  });
});
