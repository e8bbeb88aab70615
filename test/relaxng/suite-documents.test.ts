import { describe, expect, test } from '@jest/globals';
import { compileGrammar, type SimpleGrammar } from '../../src/relaxng/index.js';
import { checkBothWays } from './both-ways.js';
import { loadText } from './load-schema.js';
import { readSuite, type SuiteCase, suitePath } from './spectest.js';

/** Documents that are misjudged, by the number of their case, and why: none. A listed case that passes fails the run. */
const LEDGER: readonly number[] = [];

function isValid(grammar: SimpleGrammar, document: string): boolean {
  return checkBothWays(compileGrammar(grammar), document).found.length === 0;
}

/** The documents of a case that are not judged as it says. */
function misjudged({ xml, valid, invalid }: SuiteCase): readonly string[] {
  if (!xml?.correct) return [];
  const { grammar } = loadText(xml.text, Object.fromEntries(xml.resources));
  if (!grammar) return ['schema refused'];
  return [
    ...valid.filter((document) => !isValid(grammar, document)),
    ...invalid.filter((document) => isValid(grammar, document)),
  ];
}

describe('documents of spectest', () => {
  const path = suitePath('spectest.xml');
  if (!path) {
    test.skip('spectest.xml is not present', () => {});
    return;
  }
  const cases = readSuite(path);
  test('are read whole', () => {
    expect(cases.reduce((sum, { valid }) => sum + valid.length, 0)).toBe(289);
    expect(cases.reduce((sum, { invalid }) => sum + invalid.length, 0)).toBe(291);
  });
  test('are judged as it says', () => {
    const failed = cases.flatMap((one) => {
      const wrong = misjudged(one);
      return wrong.length === 0 ? [] : [{ number: one.number, line: one.line, wrong }];
    });
    expect(failed.filter(({ number }) => !LEDGER.includes(number))).toEqual([]);
    expect(failed.map(({ number }) => number)).toEqual(LEDGER);
  });
});
