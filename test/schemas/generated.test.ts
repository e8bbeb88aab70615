import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { engines } from './engines.js';
import { generate } from './generate.js';
import { readGrammar } from './grammar.js';
import { frusOfTheSeries, teiAll, when, withFiles } from './jing.js';

const tei = 'http://www.tei-c.org/ns/1.0';

const schemas = [
  { name: 'letter', schema: 'schemas/letter.rng', wider: teiAll, namespaces: { xmlns: tei }, count: 320 },
  {
    name: 'frus',
    schema: 'schemas/frus.rng',
    wider: frusOfTheSeries,
    namespaces: { xmlns: tei, 'xmlns:frus': 'http://history.state.gov/frus/ns/1.0' },
    count: 150,
  },
] as const;

describe.each(schemas)('documents made from the $name schema', ({ schema, wider, namespaces, count }) => {
  const grammar = readGrammar(readFileSync(schema, 'utf8'));
  const { documents, missing } = generate({ grammar, seed: 1961, count, depth: 6, namespaces });

  test('have every element and every attribute of the schema', () => {
    expect(missing).toEqual([]);
  });

  for (const engine of engines) {
    const run = when([engine.name, engine.there], [wider, existsSync(wider)]);
    run.test(
      `are accepted by ${engine.name} with our schema and with the wider one${run.note}`,
      () => {
        withFiles(documents, (files) => {
          for (const accepting of [schema, wider]) {
            const rejected = [...engine.rejected(accepting, files)];
            expect(rejected.slice(0, 5).map(([, lines]) => lines.slice(0, 3))).toEqual([]);
          }
        });
      },
      120_000,
    );
  }
});
