import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { engines } from './engines.js';
import { frusOfTheSeries, teiAll, when } from './jing.js';

const folder = 'test/schemas/fixtures';
const fixtures = readdirSync(folder).map((name) => `${folder}/${name}`);
const isFrus = (file: string): boolean => file.startsWith(`${folder}/frus-`);

const schemas = [
  { name: 'letter', schema: 'schemas/letter.rng', wider: teiAll, files: fixtures.filter((file) => !isFrus(file)) },
  { name: 'frus', schema: 'schemas/frus.rng', wider: frusOfTheSeries, files: fixtures.filter(isFrus) },
] as const;

describe.each(schemas)('fixtures of the $name schema', ({ schema, wider, files }) => {
  const valid = files.filter((file) => file.endsWith('-valid.xml'));
  const invalid = files.filter((file) => file.endsWith('-invalid.xml'));

  test('are named by their verdict', () => {
    expect([...valid, ...invalid].sort()).toEqual([...files].sort());
    expect(Math.min(valid.length, invalid.length)).toBeGreaterThan(0);
  });

  for (const { name, there, rejected } of engines) {
    const ours = when([name, there]);
    ours.test(`are judged so by ${name}${ours.note}`, () => {
      expect([...rejected(schema, files).keys()].sort()).toEqual([...invalid].sort());
    });

    const theirs = when([name, there], [wider, existsSync(wider)]);
    theirs.test(`are valid by the wider schema where they are valid by ours, with ${name}${theirs.note}`, () => {
      expect([...rejected(wider, valid)]).toEqual([]);
    });
  }
});
