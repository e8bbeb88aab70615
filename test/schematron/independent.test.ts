/** Saxon, by a stylesheet that is made of the schema without our code, finds the same in documents made of the schema's words. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { randomFrom } from '../oracle/random.js';
import { randomDocument, wordsOfSchema } from '../oracle/schema-words.js';
import { ourChecker, saxon, saxonFindings } from './saxon.js';

const run = saxon === undefined ? test.skip : test;
if (saxon === undefined) console.info('Saxon HE is missing: findings are not compared with it');

describe('an independent implementation', () => {
  run(
    'finds the same in 40 random documents',
    async () => {
      const schema = 'test/schematron/letters.sch';
      const work = mkdtempSync(join(tmpdir(), 'schematron-'));
      try {
        const folder = join(work, 'documents');
        mkdirSync(folder);
        const words = wordsOfSchema(readFileSync(schema, 'utf8'));
        const random = randomFrom(1969);
        for (let i = 0; i < 40; i++) writeFileSync(join(folder, `${i}.xml`), randomDocument(words, random));
        const theirs = saxonFindings(schema, folder, work);
        const check = ourChecker(schema);
        const found = new Set<string>();
        for (const [name, lines] of theirs) {
          const { findings, notEvaluated } = await check(join(folder, name));
          expect({ name, findings, notEvaluated }).toEqual({ name, findings: lines, notEvaluated: [] });
          for (const finding of findings) found.add(finding.replace(/ \d+$/, ''));
        }
        // Most assertions of the schema have found something.
        expect(found.size).toBeGreaterThan(6);
      } finally {
        rmSync(work, { recursive: true, force: true });
      }
    },
    300_000,
  );
});
