import { describe, expect, test } from '@jest/globals';
import type { DocumentBlock, ListBlock } from '../../src/document/document.js';
import { withTornLists } from '../../src/document/torn-lists.js';
import { blocksIn, shownBlocks, shownContent } from './shown.js';

/** `[1. one; 2. two[a. three], |20, * four]` */
function shownList({ items }: ListBlock): string {
  const words = items.map((item) => {
    if (item.kind === 'pageBreak') return `|${item.n}`;
    const label = item.label ? shownContent(item.label) : '*';
    return `${label} ${shownContent(item.content)}${item.list ? shownList(item.list) : ''}`;
  });
  return `[${words.join(', ')}]`;
}

function shownTable({ rows }: Extract<DocumentBlock, { kind: 'table' }>): string {
  const words = rows.map((row) =>
    row.kind === 'pageBreak' ? `|${row.n}` : row.cells.map(({ content }) => shownContent(content)).join(' '),
  );
  return `table ${words.join(', ')}`;
}

const shown = (text: string) =>
  withTornLists(blocksIn(text)).flatMap((block) => {
    if (block.kind === 'list') return [shownList(block)];
    return block.kind === 'table' ? [shownTable(block)] : shownBlocks([block]);
  });

describe('a list goes on below a page break', () => {
  test.each([
    ['in a line', '  * one;\n[Page 20]\n  * two.', '[* one;, |20, * two.]'],
    ['in a paragraph', '  * one;\n\n[Page 20]\n\n  * two.', '[* one;, |20, * two.]'],
    ['and another one', '  1. one;\n\n[Page 20]\n[Page 21]\n\n  2. two.', '[1. one;, |20, |21, 2. two.]'],
    ['where its letters go on', '  (h) one;\n[Page 20]\n  (i) two.', '[(h) one;, |20, (i) two.]'],
    [
      'inside of an item',
      '  * one:\n    * in;\n[Page 20]\n    * out.\n  * two.',
      '[* one:[* in;, |20, * out.], * two.]',
    ],
    [
      'that stands above what is inside of an item',
      '  1. one:\n[Page 20]\n    a. in;\n  2. two.',
      '[1. one:[|20, a. in;], 2. two.]',
    ],
    [
      'that stands below what is inside of an item',
      '  1. one:\n    a. in;\n[Page 20]\n  2. two.',
      '[1. one:[a. in;], |20, 2. two.]',
    ],
  ])('%s', (_, text, list) => {
    expect(shown(text)).toEqual([list]);
  });

  test.each([
    [
      'whose labels begin again',
      '  1. one;\n  2. two.\n\n[Page 20]\n\n  1. three.',
      ['[1. one;, 2. two.]', '[1. three.]'],
    ],
    [
      'whose labels are less',
      '  3. one;\n  4. two.\n\n[Page 20]\n\n  2. three.',
      ['[3. one;, 4. two.]', '[2. three.]'],
    ],
    ['whose labels are of another kind', '  1. one;\n\n[Page 20]\n\n  a. two.', ['[1. one;]', '[a. two.]']],
    ['of bullets below labels', '  1. one;\n\n[Page 20]\n\n  * two.', ['[1. one;]', '[* two.]']],
  ])('but not one %s', (_, text, [above, below]) => {
    expect(shown(text)).toEqual([above, 'pb 20', below]);
  });
});

describe('an item goes on below a page break', () => {
  const LONG = 'the question of which I spoke to the Foreign Minister on the';
  test.each([
    ['in a line', '  * one, the\n[Page 20]\nother;\n  * two.', '[* one, the/|/other;, * two.]'],
    ['in an indented line', '  1. one, the\n[Page 20]\n    Other;\n  2. two.', '[1. one, the/|/Other;, 2. two.]'],
    ['inside of a word', '  1. the confer-\n[Page 20]\n    ence;\n  2. two.', '[1. the confer-|ence;, 2. two.]'],
    [
      'in an indented paragraph',
      '  * one, the\n\n[Page 20]\n\n    matters;\n  * two.',
      '[* one, the/|/matters;, * two.]',
    ],
    ['below a word that does not end it', '  * one of the\n\n[Page 20]\n\nmatters.', '[* one of the/|/matters.]'],
    ['in a paragraph', `  * ${LONG}\n\n[Page 20]\n\nother day;\n\n  * two.`, `[* ${LONG}/|/other day;, * two.]`],
    [
      'that holds items',
      `  * one:\n    * ${LONG}\n\n[Page 20]\n\nother day;\n\n  * two.`,
      `[* one:[* ${LONG}/|/other day;], * two.]`,
    ],
  ])('%s', (_, text, list) => {
    expect(shown(text)).toEqual([list]);
  });

  test.each([
    ['one.', 'other', ['[* one.]', 'pb 20', 'p other']],
    ['the Minister', 'other', ['[* the Minister]', 'pb 20', 'p other']],
    [LONG, 'Other', [`[* ${LONG}]`, 'pb 20', 'p Other']],
  ])('but not here: %s / %s', (above, below, blocks) => {
    expect(shown(`  * ${above}\n\n[Page 20]\n\n${below}`)).toEqual(blocks);
  });
});

describe('a table goes on below a page break', () => {
  test.each([
    ['in a line', 'a | b\nc | d\n[Page 20]\ne | f'],
    ['in a paragraph', 'a | b\nc | d\n\n[Page 20]\n\ne | f'],
  ])('%s', (_, text) => expect(shown(text)).toEqual(['table a b, c d, |20, e f']));

  test('but not one of other columns', () => {
    expect(shown('a | b\nc | d\n\n[Page 20]\n\ne | f | g\nh | i | j')).toEqual([
      'table a b, c d',
      'pb 20',
      'table e f g, h i j',
    ]);
  });
});

test('a long list over many pages takes time that grows with its items', () => {
  const pages = Array.from({ length: 1000 }, (_, page) => {
    const items = Array.from({ length: 40 }, (_, item) => `  * item ${page * 40 + item};\n    * in it;`);
    return `[Page ${page + 2}]\n\n${items.join('\n')}`;
  });
  const [list, ...more] = withTornLists(blocksIn(`  * first;\n\n${pages.join('\n\n')}`));
  expect(more).toEqual([]);
  if (list?.kind !== 'list') throw new Error('no list');
  expect(list.items).toHaveLength(1 + 1000 * 41);
  expect(shownList({ ...list, items: list.items.slice(-2) })).toBe(
    '[* item 39998;[* in it;], * item 39999;[* in it;]]',
  );
});
