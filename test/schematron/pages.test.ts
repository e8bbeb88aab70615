import { describe, expect, test } from '@jest/globals';
import type { Code } from '../../src/diagnostic/index.js';
import { pageExample, saidOf } from '../page-example.js';
import { check } from './check-text.js';

const CODES: readonly Code[] = [
  'sch/not-a-schema',
  'sch/attribute-missing',
  'sch/element-not-allowed',
  'sch/reference-unknown',
  'sch/reference-loop',
  'sch/file-missing',
  'sch/query-binding-unknown',
  'sch/xpath-invalid',
  'sch/variable-unknown',
];

describe('pages on the codes of Schematron schemas', () => {
  test.each(CODES)('%s: the example is reported as printed, the mended one is not', async (code) => {
    const { said, path, failing, mended } = pageExample(code);
    expect(saidOf(path, await check(failing, '<text><note n="1"/></text>'))).toEqual([said]);
    expect(await check(mended, '<text><note n="1"/></text>')).toEqual([]);
  });
});
