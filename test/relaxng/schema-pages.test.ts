import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { schemaMessages } from '../../src/relaxng/index.js';
import { pageExample, saidOf } from '../page-example.js';
import { loadText } from './load-schema.js';

/** The page leaves out most of its example: 251 parentheses would not teach more. */
const ABRIDGED = 'schema/nested-too-deeply';

describe('pages on the codes of schemas', () => {
  test.each([...schemaMessages.codes.keys()].filter((code) => code !== ABRIDGED))(
    '%s: the example is reported as printed, the mended one is not',
    (code) => {
      const { said, path, failing, mended } = pageExample(code);
      const page = readFileSync(`docs/diagnostics/${code}.md`, 'utf8');
      const [, name = '', text = ''] = /^Beside it lies `(.*)`:\n\n```rnc\n([\s\S]*?)\n```$/m.exec(page) ?? [];
      const load = (schema: string) => loadText(schema, { [path]: schema, [name]: text }, path);
      expect(saidOf(path, load(failing).diagnostics)).toEqual([said]);
      const { grammar, diagnostics } = load(mended);
      expect(diagnostics).toEqual([]);
      expect(grammar).toBeDefined();
    },
  );
});
