import { describe, expect, test } from '@jest/globals';
import type { Block, Inline } from '../../src/transcript/index.js';
import { parse, said, typed } from './parse.js';

/** A block as one line: its kind, and what its leaves say, layout left out. */
function show(block: Block): string {
  const inlines = (children: readonly Inline[]) =>
    children
      .filter((leaf) => leaf.kind !== 'layout')
      .map((leaf) => (leaf.kind === 'lineBreak' ? '/' : typed(leaf)))
      .join('');
  switch (block.kind) {
    case 'layout':
      return '';
    case 'pageBreak':
      return `pb ${block.n}`;
    case 'paragraph':
      return `p ${inlines(block.children)}`;
    case 'listItem': {
      const label = block.label ? `{${inlines(block.label)}} ` : '';
      return `item${block.depth}${block.continues ? '+' : ''} ${label}${inlines(block.children)}`;
    }
    case 'tableRow':
      return `row ${block.children.map((cell) => (cell.kind === 'layout' ? '' : `[${inlines(cell.children)}]`)).join('')}`;
    case 'quotation':
      return `quote(${shown(block.children).join('; ')})`;
    case 'noteListHead':
      return `head ${block.place.source.text.slice(block.place.start, block.place.end)}`;
    case 'noteEntry':
      return `note ${block.label}: ${shown(block.children).join('; ')}`;
  }
}

function shown(blocks: readonly Block[]): readonly string[] {
  return blocks.map(show).filter(Boolean);
}

const blocksOf = (text: string): readonly string[] => shown(parse(text).transcript.children);

describe('blocks', () => {
  test.each<[string, string, readonly string[]]>([
    ['paragraphs end at blank lines', 'Dear John:\n \nThank you\n  for it.\n', ['p Dear John:', 'p Thank you/for it.']],
    [
      'at the margin below a page break, a sentence is no item of the list above',
      '  * one\n[Page 20]\nThe Ambassador\nagreed.\n  * two\n[Page 21]\nof them',
      ['item1 one', 'pb 20', 'p The Ambassador/agreed.', 'item1 two', 'pb 21', 'item1+ of them'],
    ],
    ['a page break alone in a paragraph', 'one\n\n[Page 20]\n\ntwo', ['p one', 'pb 20', 'p two']],
    ['a page break in running text', 'that it [Page 19]cannot', ['p that it [Page 19]cannot']],
    [
      'items with bullets, labels and depth',
      '  * tea\n    (a) green\n    2. black\n  * milk',
      ['item1 tea', 'item2 {(a)} green', 'item2 {2.} black', 'item1 milk'],
    ],
    ['a title is no label', 'cc: Mr. Gray\n    Mr. Lane\n    Dr. Falk', ['p cc: Mr. Gray/Mr. Lane/Dr. Falk']],
    [
      'an item goes on after those inside it',
      '  * tea\n    * green\n    and hot',
      ['item1 tea', 'item2 green', 'item1+ and hot'],
    ],
    ['an item goes on in the next line', '  * tea\nand milk', ['item1 tea/and milk']],
    ['numbers at the margin are paragraphs', '1. First.\n\n2. Second.', ['p 1. First.', 'p 2. Second.']],
    ['a page break among items', '  * tea\n  [Page 3]\n  * milk', ['item1 tea', 'pb 3', 'item1 milk']],
    ['rows', 'Present: | Mr. A | \n | Mr. B\n[Page 4]', ['row [Present:][Mr. A][]', 'row [][Mr. B]', 'pb 4']],
    ['a row without separators', 'Present: | Mr. A\nTotal', ['row [Present:][Mr. A]', 'row [Total]']],
    ['one separator in a paragraph of many lines', 'one\ntwo\nthree | four', ['p one/two/three | four']],
    [
      'a quotation',
      '> The SC,\n> recalling\n>\n> > its | words',
      ['quote(p The SC,/recalling; quote(row [its][words]))'],
    ],
    ['a paragraph and the quotation behind it', 'He said:\n> Yes.', ['p He said:', 'quote(p Yes.)']],
    ['no quotation without a space', '>5 million', ['p >5 million']],
  ])('%s', (_, text, expected) => {
    expect(blocksOf(text)).toEqual(expected);
  });
});

describe('the list of notes', () => {
  const head = '1. Letter to Mr. Field 1\n\nThank you for March 9.2 I have read it.\n\n';

  test('notes of several paragraphs, with page breaks, the last without a line end', () => {
    expect(blocksOf(`${head}  1. Source: Box 4.\n  2. Not [Page 5]printed.\n\n     See Document 7.`).slice(-2)).toEqual(
      ['note 1: p Source: Box 4.', 'note 2: p Not [Page 5]printed.; p See Document 7.'],
    );
  });

  test('a numbered list that the document ends with is no list of notes', () => {
    const text = 'We agreed:\n\n  1. We should write to him.\n  2. He should come in May.';
    expect(blocksOf(text)).toEqual([
      'p We agreed:',
      'item1 {1.} We should write to him.',
      'item1 {2.} He should come in May.',
    ]);
  });

  test('a numbered list before the list of notes stays one', () => {
    const text = `${head}  1. Write to him.\n  2. Come in May.\n\n  1. Source: Box 4.\n  2. Not printed.`;
    expect(blocksOf(text).slice(-4)).toEqual([
      'item1 {1.} Write to him.',
      'item1 {2.} Come in May.',
      'note 1: p Source: Box 4.',
      'note 2: p Not printed.',
    ]);
  });

  test('blank lines between notes, tabulators, no indentation', () => {
    const expected = ['note 1: p Source: Box 4.', 'note 2: p Not printed.'];
    for (const list of [
      '  1. Source: Box 4.\n\n  2. Not printed.',
      '\t1.\tSource: Box 4.\n\t2.\tNot printed.',
      '1. Source: Box 4.\n2. Not printed.',
    ]) {
      expect(blocksOf(head + list).slice(-2)).toEqual(expected);
    }
  });

  test('numbered as the markers', () => {
    const text =
      'Letter to Mr. Field *\n\nThank you for March 9.60a I have.61 It is.\n\n  *. Source: Box 4.\n  60a. No.\n  61. Yes.';
    const { transcript, leaves } = parse(text);
    expect(transcript.noteNumbering).toBe('same');
    expect(leaves.flatMap((leaf) => (leaf.kind === 'noteMarker' ? [[leaf.label, leaf.note]] : []))).toEqual([
      ['*', 0],
      ['60a', 1],
      ['61', 2],
    ]);
  });
});

describe('signs of headings, as in Markdown', () => {
  test('are text, which is said once', () => {
    const { leaves, found } = parse('# 15. Letter\n\nOxford\n\n## The book\n\nIt is here.');
    expect(found.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'transcript/heading-sign 2 lines begin with "#" or the like, as headings of Markdown do; these signs are read as text',
    ]);
    expect(said(found)).toEqual(['transcript/heading-sign 1:1']);
    expect(leaves.map(typed).join('')).toContain('# 15. Letter');
  });
  test('are not what notes are marked with, or numbers', () => {
    const { found } = parse('Dear John,\n\nYes.#\n\n#12 is here.\n\n  #. A note.');
    expect(found.map(({ code }) => code)).not.toContain('transcript/heading-sign');
  });
});

describe('bullets at the margin', () => {
  test.each(['*', '-', '•'])('%s: a paragraph of them is a list', (sign) => {
    expect(parse(`I want\n\n${sign} tea\n${sign} milk\n\nYours`).transcript.children.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'layout',
      'listItem',
      'layout',
      'listItem',
      'layout',
      'paragraph',
    ]);
  });
  test.each([
    ['one alone', '- tea'],
    ['dashes of a dialogue', '— Yes.\n— No.'],
    ['a line without', '* tea\nmilk'],
    ['signs that differ', '* tea\n- milk'],
    ['no blank behind', '*tea\n*milk'],
  ])('%s: none', (_, typed) => {
    expect(parse(`I want\n\n${typed}\n\nYours`).transcript.children.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'layout',
      'paragraph',
      'layout',
      'paragraph',
    ]);
  });
});

describe('items at the margin right below words', () => {
  test.each([
    ['PARTICIPANTS\n* Mr. Gray\n* Mr. Rusk', ['p PARTICIPANTS', 'item1 Mr. Gray', 'item1 Mr. Rusk']],
    ['Subject\n- Laos', ['p Subject', 'item1 Laos']],
    ['TO:\n• Mr. Gray', ['p TO:', 'item1 Mr. Gray']],
    ['FROM\n– Mr. Gray\n– Mr. Rusk', ['p FROM', 'item1 Mr. Gray', 'item1 Mr. Rusk']],
    ['DATE (OF INFO.)\n* May 5', ['p DATE (OF INFO.)', 'item1 May 5']],
    ['Participants:\n1. Mr. Gray\n2. Mr. Rusk', ['p Participants:', 'item1 {1.} Mr. Gray', 'item1 {2.} Mr. Rusk']],
    ['We agreed on\nthese points:\n- tea\n- milk', ['p We agreed on/these points:', 'item1 tea', 'item1 milk']],
    ['Es fehlen:\n1) Tee\n2) Milch', ['p Es fehlen:', 'item1 {1)} Tee', 'item1 {2)} Milch']],
    ['PRESENT\n* Mr. Gray\n[Page 4]\n* Mr. Rusk', ['p PRESENT', 'item1 Mr. Gray', 'pb 4', 'item1 Mr. Rusk']],
    [
      'PARTICIPANTS\n* Mr. Gray\n* Mr. Rusk\nSUBJECT\n* Laos',
      ['p PARTICIPANTS', 'item1 Mr. Gray', 'item1 Mr. Rusk', 'p SUBJECT', 'item1 Laos'],
    ],
  ])('%j', (typed, blocks) => {
    expect(blocksOf(`We met.\n\n${typed}\n\nYours`)).toEqual(['p We met.', ...blocks, 'p Yours']);
  });

  test.each([
    'He bought\n- two pens',
    'He said:\n– Yes.\n– No.',
    'The sum was: 5\n- 3 = 2, which is right.',
    'Points:\n1. One.\n3. Three.',
    'SUBJECT\n1. Laos',
    'PRESENT\n* Mr. Gray\nwho came late',
  ])('none: %j', (typed) => {
    expect(blocksOf(`We met.\n\n${typed}\n\nYours`)).toEqual([
      'p We met.',
      `p ${typed.replaceAll('\n', '/')}`,
      'p Yours',
    ]);
  });
});
