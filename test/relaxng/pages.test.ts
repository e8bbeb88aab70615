import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { validationMessages } from '../../src/relaxng/index.js';
import { letterWith, readPage, said, validateWith } from './pages.js';

const FOLDER = 'docs/diagnostics/rng';
const letter = readFileSync('schemas/letter.rnc', 'utf8');
const names = [...validationMessages.codes.keys()].map((code) => code.slice('rng/'.length));

describe('pages on the codes of validation', () => {
  test('there is one for each code, and no other', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(names.map((name) => `${name}.md`).sort());
  });

  test.each(names.filter((name) => name !== 'root-missing'))(
    '%s: the example is reported as printed, the mended one is valid',
    (name) => {
      const path = `${FOLDER}/${name}.md`;
      expect(existsSync(path)).toBe(true);
      const page = readPage(path);
      const check = (document: string) =>
        validateWith(page.schema ?? letter, page.schema === undefined ? letterWith(document) : document);
      expect(page.said).toContain(`[rng/${name}]`);
      expect(check(page.failing).map(said).join('')).toBe(page.said);
      expect(check(page.mended).map(said)).toEqual([]);
    },
  );
});
