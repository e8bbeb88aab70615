import { describe, expect, test } from '@jest/globals';
import { parse, said, typed } from './parse.js';

const LETTER = `1. Letter From Miss Lane to Mr. Field 1

Thank you for March 9.2 I have read it.3 So has he.4

Yours,

Ann Lane

`;
const SOURCE = '  1. Source: Box 4.';
const NOTE = '  2. Not printed; the Minister would';
const REST = 'not press it.';
const MORE = '  3. See Document 12.\n  4. See Smith.';

function notesOf(list: string) {
  const { transcript, found } = parse(`${LETTER}${list}\n`);
  const notes = transcript.notes.map(({ label, children }) =>
    [label, ...children.flatMap((child) => (child.kind === 'paragraph' ? [typed(child)] : []))].join(' | '),
  );
  return { notes, said: said(found), isLast: transcript.noteLists.map(({ isLast }) => isLast) };
}

describe('a page break in the list of notes', () => {
  test.each([
    ['on a line of its own', `\n[Page 19]\n`, ' | Not printed; the Minister would\n[Page 19]\nnot press it.'],
    ['at the beginning of a line', `\n[Page 19] `, ' | Not printed; the Minister would\n[Page 19] not press it.'],
    ['at the end of a line', ` [Page 19]\n`, ' | Not printed; the Minister would [Page 19]\nnot press it.'],
    ['set off by blank lines', `\n\n[Page 19]\n\n`, ' | Not printed; the Minister would | [Page 19] | not press it.'],
    ['below a blank line', `\n\n[Page 19]\n`, ' | Not printed; the Minister would | [Page 19]\nnot press it.'],
    ['above a blank line', `\n[Page 19]\n\n`, ' | Not printed; the Minister would\n[Page 19] | not press it.'],
  ])('%s, inside of a note', (_, gap, second) => {
    for (const between of ['\n', '\n\n']) {
      const { notes, isLast } = notesOf([SOURCE, `${NOTE}${gap}${REST}`, MORE].join(between));
      expect(notes).toEqual(['1 | Source: Box 4.', `2${second}`, '3 | See Document 12.', '4 | See Smith.']);
      expect(isLast).toEqual([true]);
    }
  });

  test.each([
    ['on a line of its own', '\n[Page 19]\n', '\n[Page 19]'],
    ['set off by blank lines', '\n\n[Page 19]\n\n', ' | [Page 19]'],
    ['before the label', '\n  [Page 19] ', '\n  [Page 19]'],
    ['before the label, below a blank line', '\n\n[Page 19]', ' | [Page 19]'],
  ])('%s, between two notes', (_, gap, end) => {
    const { notes, said: remarks } = notesOf(`${SOURCE}\n${NOTE} ${REST}${gap}${MORE}`);
    expect(notes).toEqual([
      '1 | Source: Box 4.',
      `2 | Not printed; the Minister would not press it.${end}`,
      '3 | See Document 12.',
      '4 | See Smith.',
    ]);
    expect(remarks).toEqual([]);
  });

  test('before the first label', () => {
    const { notes } = notesOf(`[Page 19] ${SOURCE}\n${NOTE} ${REST}\n${MORE}`);
    expect(notes).toEqual([
      '1 | Source: Box 4.',
      '2 | Not printed; the Minister would not press it.',
      '3 | See Document 12.',
      '4 | See Smith.',
    ]);
  });
});

test('a text below a page break that has markers of its own is not of the note above', () => {
  const text =
    'Thank you for March 9.1 I have read it.2 It came\n\n  1. Not printed.\n  2. Not found\n\n[Page 5]\n\nlate, with another.3 He thanks you.4\n\n  3. See Document 7.\n  4. See Smith.\n';
  const { transcript } = parse(text);
  expect(transcript.notes.map((note) => typed(note).trim())).toEqual([
    '1. Not printed.',
    '2. Not found',
    '3. See Document 7.',
    '4. See Smith.',
  ]);
});
