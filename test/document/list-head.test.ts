import { describe, expect, test } from '@jest/globals';
import type { DocumentBlock, ListBlock } from '../../src/document/document.js';
import { frusWeb } from '../../src/profiles/index.js';
import { documentOf } from './document-of.js';
import { shownContent } from './shown.js';

function interpret(text: string): readonly DocumentBlock[] {
  return documentOf(text, frusWeb).blocks;
}

/** `participants PARTICIPANTS [A, Group [B]]` */
function shownList(list: ListBlock): string {
  const items = list.items.map((item) =>
    item.kind === 'pageBreak' ? '|' : `${shownContent(item.content)}${item.list ? shownList(item.list) : ''}`,
  );
  return `${list.type ?? ''}<${list.head ? shownContent(list.head) : ''}>[${items.join(', ')}]`;
}

function shown(text: string): readonly string[] {
  return interpret(text).map((block) => (block.kind === 'list' ? shownList(block) : block.kind));
}

describe('words over a list', () => {
  test.each([
    ['PARTICIPANTS', 'participants<PARTICIPANTS>[Mr. Gray]'],
    ['Others Present', 'participants<Others Present>[Mr. Gray]'],
    ['In Attendance:', 'participants<In Attendance:>[Mr. Gray]'],
    ['SUBJ:', 'subject<SUBJ:>[Mr. Gray]'],
    ['MEMORANDUM FOR:', 'to<MEMORANDUM FOR:>[Mr. Gray]'],
    ['FM', 'from<FM>[Mr. Gray]'],
    ['Through:', '<Through:>[Mr. Gray]'],
    ['DATE & TIME:', '<DATE & TIME:>[Mr. Gray]'],
    ['COUNTRY', '<COUNTRY>[Mr. Gray]'],
  ])('%s', (words, list) => expect(shown(`${words}\n\n  * Mr. Gray`)).toEqual([list]));

  test.each([['It is recommended:'], ['The Governor then said the following:'], ['April 19, 1973'], ['conclusions']])(
    'are not %s',
    (words) => expect(shown(`A paragraph.\n\n${words}\n\n  * Mr. Gray`)).toContain('paragraph'),
  );

  test('are not the words of a form over numbered paragraphs', () =>
    expect(shown('FINDINGS\n\n  1. The harbour is silted.')).toEqual(['paragraph', '<>[The harbour is silted.]']));
});

test('groups of a list have their names as heads', () => {
  const text = 'PRESENT\n\n    Harbour Board\n    * Mr. Gray\n    * Miss Lowe\n    Town\n    * Mr. Birch';
  expect(shown(text)).toEqual(['participants<PRESENT>[<Harbour Board>[Mr. Gray, Miss Lowe], <Town>[Mr. Birch]]']);
});

test('a line that carries on an item is no name of a group', () => {
  const text = '  * first\n    * inside\n    first goes on\n    * inside again';
  expect(shown(text)).toEqual(['<>[first<>[inside], first goes on<>[inside again]]']);
});

describe('a file number of words', () => {
  test.each([
    ['Harbour Office Files\n\nMinutes of the Second Meeting, Leith, May 3, 1948, 9 a.m.\n\nsecret\n\nThe Board met.'],
    ['Tide Survey Papers\n\nMemorandum by Mr. Gray\n\nThe Board met.'],
    ['Leith Library, Gray papers, Tide file\n\nMinutes of the Second Meeting of the Board\n\nThe Board met.'],
    ['Board records, TB 381 (11–29–49)\n\nMemorandum by Mr. Gray\n\nThe Board met.'],
    ['123 Gray, Adam: Telegram\n\nMemorandum by Mr. Gray\n\nThe Board met.'],
  ])('%j stands before the head', (text) => {
    const { head, sourceLine } = documentOf(text, frusWeb);
    expect(sourceLine && head && shownContent(head.content)).toMatch(/^(?:Minutes|Memorandum)/);
  });

  test.each([
    ['100 Shore Road\n\nLeith, May 3, 1948\n\nDear Ada,\n\nThe Board met.\n\nYours,\n\nAdam'],
    ['Tide Library, Leith\n\nMay 3, 1948\n\nDear Ada,\n\nThe Board met.\n\nYours,\n\nAdam'],
    ['Papers of the Tide Survey\n\nThe Board met. It has many papers.'],
  ])('%j has none', (text) => {
    const { head, sourceLine } = documentOf(text, frusWeb);
    expect([head, sourceLine]).toEqual([undefined, undefined]);
  });
});

describe('items with an empty line between them', () => {
  test('are of one list', () => {
    expect(shown('A paragraph.\n\n  * The Secretary\n\n  * Mr. Gray\n\n  * Mr. Lane\n\nThe talks went on.')).toEqual([
      'paragraph',
      '<>[The Secretary, Mr. Gray, Mr. Lane]',
      'paragraph',
    ]);
    expect(shown('A paragraph.\n\n  (a) One\n\n  (b) Two')).toEqual(['paragraph', '<>[One, Two]']);
  });

  test('are of two where one has more of them below it, where they are labelled in another way, or further apart', () => {
    const two = ['paragraph', '<>[The Secretary, Mr. Gray]', '<>[Mr. Lane]'];
    expect(shown('A paragraph.\n\n  * The Secretary\n  * Mr. Gray\n\n  * Mr. Lane')).toEqual(two);
    const apart = ['paragraph', '<>[The Secretary]', '<>[Mr. Gray]'];
    expect(shown('A paragraph.\n\n  * The Secretary\n\n  (a) Mr. Gray')).toEqual(apart);
    expect(shown('A paragraph.\n\n  * The Secretary\n\n\n  * Mr. Gray')).toEqual(apart);
  });

  test('are of two where their labels begin again', () => {
    const two = ['paragraph', '<>[One, Two]', '<>[Three, Four]'];
    expect(shown('A paragraph.\n\n  1. One\n\n  2. Two\n\n  1. Three\n\n  2. Four')).toEqual(two);
    expect(shown('A paragraph.\n\n  (a) One\n\n  (b) Two\n\n  (1) Three\n\n  (2) Four')).toEqual(two);
    expect(shown('A paragraph.\n\n  (a) One\n\n  (b) Two\n\n  c. Three\n\n  d. Four')).toEqual(two);
    const nine = Array.from({ length: 11 }, (_, index) => `  ${index + 1}. x`).join('\n\n');
    expect(shown(`A paragraph.\n\n${nine}`)).toHaveLength(2);
  });

  test('are of one with what stands deeper, be there an empty line between or not', () => {
    expect(shown('A paragraph.\n\n  1. One\n\n    a. In\n\n    b. Out\n\n  2. Two:\n\n    a. In\n    b. Out')).toEqual([
      'paragraph',
      '<>[One<>[In, Out], Two:<>[In, Out]]',
    ]);
    expect(shown('A paragraph.\n\n  * One\n\n    * In\n\n      * Deep\n\n  * Two')).toEqual([
      'paragraph',
      '<>[One<>[In<>[Deep]], Two]',
    ]);
  });

  test('are of one with what is below each', () => {
    expect(shown('PRESENT\n\n  * Leith\n    * Mr. Gray\n    * Miss Lowe\n\n  * Oslo\n    * Mr. Lane')).toEqual([
      'participants<PRESENT>[Leith<>[Mr. Gray, Miss Lowe], Oslo<>[Mr. Lane]]',
    ]);
  });
});
