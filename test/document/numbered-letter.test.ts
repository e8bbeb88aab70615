import { expect, test } from '@jest/globals';
import { plainText } from '../../src/document/index.js';
import { plain } from '../../src/profiles/index.js';
import { documentOf } from './document-of.js';

const TEXT = 'Ihren Brief vom dritten dieses Monats habe ich erhalten und danke Ihnen sehr dafür.';
const LETTER = ['Marburg, 11. Juni 1911', 'Lieber Herr Lang!', TEXT, 'Ihr', 'E. Wolf'];

function headOf(...paragraphs: readonly string[]): readonly (string | undefined)[] {
  const { head, blocks } = documentOf(paragraphs.join('\n\n'), plain);
  return [head?.number, head && plainText(head.content), blocks.find(({ kind }) => kind !== 'pageBreak')?.kind];
}

test.each([
  ['12', '12'],
  ['12a', '12a'],
  ['12.', '12'],
  ['[12]', '12'],
  ['Nr. 12', '12'],
  ['N° 12', '12'],
])('%s above a letter is its head', (typed, number) => {
  expect(headOf(typed, ...LETTER)).toEqual([number, typed, 'opener']);
});

test('page breaks stay before it', () => {
  const { head, blocks, id } = documentOf(['[Page 3]', '12', ...LETTER].join('\n\n'), plain);
  expect([id, head?.number, ...blocks.slice(0, 2).map(({ kind }) => kind)]).toEqual([
    'd12',
    '12',
    'pageBreak',
    'opener',
  ]);
});

test('what the editor says in brackets below the number is the second line of the head', () => {
  const said = '[Brief von stud. theol. Karl Lang, M[arburg], an Otto Weber (Abschrift):]';
  expect(headOf('12', said, ...LETTER)).toEqual(['12', `12\n${said}`, 'opener']);
});

test.each([
  ['6.', 'Lieber Herr Lang!', TEXT, 'Ihr', 'E. Wolf'],
  ['1918', ...LETTER],
  ['12', TEXT, TEXT],
])('%s, %s: a day, a year or a figure above a text is no head', (...paragraphs) => {
  expect(headOf(...paragraphs)[0]).toBeUndefined();
});
