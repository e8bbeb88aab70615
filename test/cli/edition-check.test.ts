/** The check of settings that was compiled with the program says what Ajv says of the schema. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { COMPILED_CHECK, checkEdition } from '../../src/cli/edition-check.js';
import { packageFile } from '../../src/cli/package-files.js';
import { sumOf } from '../../src/cli/quick-sum.js';
import { fc } from '../fast-check.js';

const schema = readFileSync(packageFile('schemas/edition.schema.json'));
const ajv = new Ajv2020().compile(JSON.parse(`${schema}`));
const { check, of }: { readonly check: (value: unknown) => boolean; readonly of: number } = createRequire(
  import.meta.url,
)(packageFile(COMPILED_CHECK));

test('is made of the schema that there is', () => {
  expect(of).toBe(sumOf(schema));
});

test('says yes and no as Ajv does', () => {
  const names = Object.keys(JSON.parse(`${schema}`).properties);
  const value = fc.oneof(
    fc.constantFrom('', 'en', '2024-05-31', 'https://example.org', 'auto', 'x y'),
    fc.array(fc.constantFrom('persons.csv', '', 'drafts/**'), { maxLength: 2 }),
    fc.record({ name: fc.constantFrom('', 'CC BY 4.0'), url: fc.constantFrom('', 'https://example.org/by') }),
    fc.array(fc.record({ name: fc.string({ maxLength: 3 }), email: fc.constantFrom('', 'a@b.org', 'a') }), {
      maxLength: 2,
    }),
    fc.dictionary(fc.constantFrom('rule/*', 'rule/page-out-of-order', 'rule'), fc.constantFrom('off', 'error', 'no')),
    fc.jsonValue({ maxDepth: 1 }),
  );
  const verdicts = new Set<boolean>();
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names, 'other'), value, { maxKeys: 2 }), (edition) => {
      verdicts.add(ajv(edition));
      expect(check(edition)).toBe(ajv(edition));
    }),
    { numRuns: 500 },
  );
  expect(verdicts.size).toBe(2);
});

test('what is wrong is said in full', async () => {
  expect(await checkEdition({ language: 'en', url: 'https://example.org' })).toHaveProperty('edition');
  const checked = await checkEdition({ language: 'e n', colour: 'red' });
  expect('errors' in checked && checked.errors.map(({ keyword }) => keyword).sort()).toEqual([
    'additionalProperties',
    'pattern',
  ]);
});
