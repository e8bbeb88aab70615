import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { phenomena } from '../../src/evaluation/index.js';
import { fixture } from '../cli/fixture.js';

const options = (text: string) => [...new Set(text.match(/--[a-z][a-z-]*(?=[ ,<`])/g))].sort();

describe('the pages on evaluation', () => {
  const page = readFileSync('docs/evaluation.md', 'utf8');
  const section = /\n## evaluate\n(.*?)\n## /s.exec(readFileSync('docs/cli.md', 'utf8'))?.[1] ?? '';

  test('have every option, and no other', async () => {
    const { stdout: help } = await fixture().run('evaluate', '--help');
    const expected = options(help.split('\nExamples:')[0] ?? '').filter((option) => option !== '--help');
    expect(expected.length).toBeGreaterThan(5);
    const table = page.slice(0, page.indexOf('\n## Which documents'));
    expect(options(table)).toEqual(expected);
    expect(options(section)).toEqual(expected);
  });

  test('say of every figure what is right', () => {
    const missing = phenomena.filter(
      ({ name }) => ![`\`${name}\``, `\`${name.replace('block', '')}\``].some((is) => page.includes(is)),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });
});
