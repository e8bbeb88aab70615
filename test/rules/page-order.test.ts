import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { checkRules } from '../../src/rules/index.js';
import { createSource, pointAt } from '../../src/source/index.js';
import { parseXml } from '../../src/xml/index.js';
import { pageExample, saidOf } from '../page-example.js';

function check(xml: string, path = 'a.xml'): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const document = parseXml(createSource(path, xml), (d) => diagnostics.push(d));
  if (document) checkRules({ document }, (d) => diagnostics.push(d));
  return diagnostics;
}

/** Column and message of each finding on pages of these numbers. */
function pages(...numbers: readonly string[]): readonly string[] {
  return check(`<p>Text ${numbers.map((n) => `<pb n="${n}"/>`).join('')}</p>`).map(({ code, message, place }) => {
    const point = place && pointAt(place.source, place.start);
    return `${point?.column} ${code} ${message}`;
  });
}

describe('page numbers', () => {
  test.each([
    [['19', '20', '21']],
    [['19', '23']],
    [['ix', 'x', 'xi', '1', '2']],
    [['XIX', 'XX', 'XL', 'L']],
    [['19', '19a', '19b', '20']],
    [['[19]', '20']],
    [['19', 'n.p.', '20']],
    [['19', '', '20']],
    [[]],
  ])('%j rise', (numbers) => expect(pages(...numbers)).toEqual([]));

  test.each([
    [['19', '19'], '28 rule/page-out-of-order page "19" begins after page "19"'],
    [['20', '19'], '28 rule/page-out-of-order page "19" begins after page "20"'],
    [['9', 'x'], '27 rule/page-out-of-order page "x" begins after page "9"'],
    [['19b', '19a'], '29 rule/page-out-of-order page "19a" begins after page "19b"'],
    [['xi', 'ix'], '28 rule/page-out-of-order page "ix" begins after page "xi"'],
  ])('%j do not', (numbers, said) => expect(pages(...numbers)).toEqual([said]));

  test('one mistyped number is said once where the next is right again', () => {
    expect(pages('19', '92', '21', '22').length).toBe(1);
  });
});

test('pages in the notes of a document rise among themselves', () => {
  const said = (notes: string) =>
    check(`<p>Text <pb n="18"/>${notes} <pb n="19"/>here</p>`).map(({ message }) => message);
  expect(said('<note><pb n="20"/></note><note><pb n="21"/></note>')).toEqual([]);
  expect(said('<note><pb n="21"/></note><note><pb n="20"/></note>')).toEqual(['page "20" begins after page "21"']);
});

test('the page shows what is said', () => {
  const { said, path, failing, mended } = pageExample('rule/page-out-of-order');
  expect(saidOf(path, check(failing, path))).toEqual([said]);
  expect(check(mended, path)).toEqual([]);
});
