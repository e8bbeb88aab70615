import { expect, test } from '@jest/globals';
import { parse, said } from './parse.js';

const LETTER = 'K\u00f6ln, den 9. M\u00e4rz 1861\n\nLiebe Freundin,\n\nich danke Dir.\n\nDein Max\n';

test('letters that are typed as two characters are said once, at the first', () => {
  expect(said(parse(LETTER.normalize('NFD')).found)).toEqual(['transcript/letters-decomposed 1:2']);
  expect(said(parse(LETTER).found)).toEqual([]);
});

test('marks that no character holds with their letter are no fault', () => {
  expect(said(parse(LETTER.replace('Freundin', 'Freundin m\u0303')).found)).toEqual([]);
});
