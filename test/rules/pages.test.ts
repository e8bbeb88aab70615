import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { checkRules, ruleMessages, type Surroundings, sharedIds } from '../../src/rules/index.js';
import { createSource, placeAt } from '../../src/source/index.js';
import { parseXml } from '../../src/xml/index.js';
import { pageExample, saidOf } from '../page-example.js';

/** What lies beside the documents of the pages. */
const surroundings: Surroundings = {
  idsOf: (address) => (address === 'persons.xml' ? new Set(['p_JFK']) : undefined),
  hasFile: (address) => address === 'persons.xml' || address === 'd14.xml',
  hasPicture: (address) => address === 'images/18.jpg',
};

function check(path: string, xml: string): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const written = createSource(path, xml);
  const document = parseXml(written, (d) => found.push(d));
  if (document) checkRules({ document, written, surroundings }, (d) => found.push(d));
  return found;
}

/** Shown by a command line, or by two files. */
const OTHERWISE = new Set(['rule/not-checked', 'rule/text-differs', 'rule/id-in-other-file']);

describe('the page shows what is said, and nothing else is', () => {
  test.each([...ruleMessages.codes.keys()].filter((code) => !OTHERWISE.has(code)))('%s', (code) => {
    const { said, path, failing, mended } = pageExample(code);
    // The line of the code fence ends the last line of a file, unless just this is shown to be missing.
    const end = code === 'rule/final-newline-missing' ? '' : '\n';
    expect(saidOf(path, check(path, `${failing}${end}`))).toEqual([said]);
    expect(saidOf(path, check(path, `${mended}\n`))).toEqual([]);
  });
});

test('rule/id-in-other-file', () => {
  const { said, path, failing } = pageExample('rule/id-in-other-file');
  const source = createSource(path, failing);
  const at = failing.indexOf('xml:id');
  const found = sharedIds([
    { path: 'other.xml', ids: new Map([['p1', placeAt(createSource('other.xml', ''), 0)]]) },
    { path, ids: new Map([['p1', placeAt(source, at, at + 'xml:id="p1"'.length)]]) },
  ]);
  expect(saidOf(path, found)).toEqual([said]);
});
