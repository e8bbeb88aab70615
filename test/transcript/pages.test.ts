import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Code } from '../../src/diagnostic/index.js';
import { transcriptMessages } from '../../src/transcript/index.js';
import { pageExample, saidOf } from '../page-example.js';
import { parse } from './parse.js';

const codes = [...transcriptMessages.codes.keys()];
/** These are said where a profile is chosen (`test/profiles`), a file is cut into documents (`segment.test.ts`), or somebody has decided (`test/cli/decisions`). */
const elsewhere: readonly Code[] = [
  'transcript/profile-detected',
  'transcript/unknown-profile',
  'transcript/several-documents',
  'transcript/document-number-missing',
  'transcript/document-number-repeated',
  'transcript/doubtful-document-break',
  'transcript/page-number-missing',
  'transcript/heads-alike',
  'transcript/decision-out-of-date',
];

describe('pages on the codes of transcriptions', () => {
  test('there is one for each code, and no other', () => {
    const pages = readdirSync('docs/diagnostics/transcript').map((name) => `transcript/${name.replace(/\.md$/, '')}`);
    expect(pages.sort()).toEqual([...codes].sort());
  });

  test.each(codes.filter((code) => !elsewhere.includes(code)))(
    '%s: the example is reported, the mended one is not',
    (code) => {
      const { said, path, failing, mended } = pageExample(code);
      expect(saidOf(path, parse(failing).found, code)).toEqual([said]);
      expect(saidOf(path, parse(mended).found)).toEqual([]);
    },
  );
});
