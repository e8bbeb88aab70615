import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readEdition } from '../../src/cli/edition-file.js';
import { runMessages } from '../../src/cli/messages.js';
import { packageFile } from '../../src/cli/package-files.js';
import { createSource, sourceMessages } from '../../src/source/index.js';
import { fixture } from './fixture.js';

const page = (path: string) => readFileSync(packageFile(path), 'utf8');

describe('docs/cli.md', () => {
  test.each(['convert', 'validate', 'export', 'preview'])('has every option of %s, and no other', async (command) => {
    const { stdout: help } = await fixture().run(command, '--help');
    const section = new RegExp(`\n## ${command}\n(.*?)\n## `, 's').exec(page('docs/cli.md'))?.[1] ?? '';
    const options = (text: string) => new Set(text.match(/--[a-z][a-z-]*(?=[ ,<`])/g));
    const expected = [...options(help.split('\nExamples:')[0] ?? '')].filter((option) => option !== '--help');
    expect([...options(section)].sort()).toEqual(expected.sort());
  });
});

describe('docs/edition.md', () => {
  const text = page('docs/edition.md');

  test('its example is valid, and has every setting', async () => {
    const example = /```json\n(.*?)```/s.exec(text)?.[1] ?? '';
    const found: unknown[] = [];
    const values = await readEdition(createSource('edition.json', example), '/', (diagnostic) =>
      found.push(diagnostic),
    );
    expect(found).toEqual([]);
    const schema = JSON.parse(page('schemas/edition.schema.json'));
    const settings = Object.keys(schema.properties).sort();
    expect(['$schema', ...Object.keys(values ?? {})].sort()).toEqual(settings);
    expect([...text.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1]).sort()).toEqual(settings);
  });
});

describe('pages on codes', () => {
  test.each([
    ['run', runMessages.codes],
    ['source', sourceMessages.codes],
  ])('%s: one for each code, and no other', (stage, codes) => {
    const pages = readdirSync(packageFile(`docs/diagnostics/${stage}`)).map((file) => `${stage}/${file.slice(0, -3)}`);
    expect(pages.sort()).toEqual([...codes.keys()].sort());
    for (const code of pages) {
      const text = page(`docs/diagnostics/${code}.md`);
      expect(text).toMatch(
        new RegExp(`^# ${code}\n\n[A-Z\`].*\n\n## Why\n\n.*\n\n## What to do\n\n.*\n\n## Example\n`, 's'),
      );
    }
  });
});
