/** `--changed-since`, with repositories of the test's own; `--watch`; what `init --ci` writes. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { run } from '../../src/cli/run.js';
import { type Fixture, fixture } from './fixture.js';

const SCHEMA = 'start = element letter { element name { text }+ }\n';
const BAD = '<letter><nam/></letter>\n';
const ARGV = ['validate', 'tei', '-s', 'a.rnc', '-c', 'grammar', '-r', 'gnu'];

const hasGit = spawnSync('git', ['--version']).error === undefined;
const withGit = hasGit ? test : test.skip;
const note = hasGit ? '' : ' (skipped: no git)';

function git(made: Fixture, ...argv: readonly string[]): void {
  const settings = [
    '-c',
    'user.name=A',
    '-c',
    'user.email=a@example.org',
    '-c',
    'commit.gpgsign=false',
    '-c',
    'init.defaultBranch=main',
  ];
  execFileSync('git', [...settings, ...argv], { cwd: made.folder, stdio: 'pipe' });
}

function repository(): Fixture {
  const made = fixture({
    'a.rnc': SCHEMA,
    'tei/a.xml': BAD,
    'tei/b ü.xml': BAD,
    'tei/c.xml': BAD,
    '.gitignore': 'tei/ignored.xml\n',
  });
  git(made, 'init', '-q');
  git(made, 'add', '.');
  git(made, 'commit', '-q', '-m', 'first');
  return made;
}

async function looked(made: Fixture, ...more: readonly string[]): Promise<readonly string[]> {
  const { stdout, stderr } = await made.run(...ARGV, ...more);
  expect(stderr).toBe('');
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split(':')[0] ?? '');
}

describe('--changed-since', () => {
  withGit(`what was edited, staged, committed, or is new; not what is as it was, or ignored${note}`, async () => {
    const made = repository();
    expect(await looked(made, '--changed-since', 'HEAD')).toEqual([]);
    made.write('tei/b ü.xml', `${BAD}\n`);
    made.write('tei/new/d.xml', BAD);
    made.write('tei/ignored.xml', BAD);
    expect(await looked(made, '--changed-since', 'HEAD')).toEqual(['tei/b ü.xml', 'tei/new/d.xml']);
    git(made, 'add', '.');
    made.write('tei/e.xml', BAD);
    git(made, 'commit', '-q', '-m', 'second');
    expect(await looked(made, '--changed-since', 'HEAD')).toEqual(['tei/e.xml']);
    expect(await looked(made, '--changed-since', 'HEAD~1')).toEqual(['tei/b ü.xml', 'tei/e.xml', 'tei/new/d.xml']);
  });

  withGit(`what the other branch has changed does not count${note}`, async () => {
    const made = repository();
    git(made, 'checkout', '-q', '-b', 'mine');
    made.write('tei/a.xml', `${BAD} `);
    git(made, 'commit', '-q', '-a', '-m', 'mine');
    git(made, 'checkout', '-q', 'main');
    made.write('tei/c.xml', `${BAD} `);
    git(made, 'commit', '-q', '-a', '-m', 'theirs');
    git(made, 'checkout', '-q', 'mine');
    expect(await looked(made, '--changed-since', 'main')).toEqual(['tei/a.xml']);
  });

  withGit(`a schema or settings that have changed count for all${note}`, async () => {
    const made = repository();
    made.write('a.rnc', `# new\n${SCHEMA}`);
    expect(await looked(made, '--changed-since', 'HEAD')).toHaveLength(4 - 1);
  });

  withGit(`a summary of no files is no failure${note}`, async () => {
    const made = repository();
    const argv = ['validate', 'tei', '-s', 'a.rnc', '-c', 'grammar', '--changed-since', 'HEAD'];
    expect(await made.run(...argv)).toEqual({
      status: 0,
      stdout: '0 files: 0 valid, 0 invalid; 0 errors, 0 warnings\n',
      stderr: '',
    });
  });

  withGit(`an unknown revision, one that looks like an option, and no repository are errors${note}`, async () => {
    const made = repository();
    for (const revision of ['nowhere', '--output=x', 'HEAD:tei']) {
      const { status, stderr } = await made.run(...ARGV, `--changed-since=${revision}`);
      expect([status, stderr]).toEqual([
        2,
        `teiscribe: error: git knows no revision "${revision}" [run/unknown-revision]\n`,
      ]);
    }
    expect(made.exists('x')).toBe(false);
    const outside = fixture({ 'a.rnc': SCHEMA, 'tei/a.xml': BAD });
    const { status, stderr } = await outside.run(...ARGV, '--changed-since', 'HEAD');
    expect([status, stderr]).toEqual([
      2,
      'teiscribe: error: cannot ask git what has changed: the working folder is in no git repository [run/git-failed]\n',
    ]);
  });
});

describe('--watch', () => {
  test.each([
    ['a folder', 'tei'],
    ['a pattern', 'te*/*.xml'],
  ])(
    '%s: checks at once and after each change, until it is interrupted',
    async (_, name) => {
      const made = fixture({ 'a.rnc': 'include "b.rnc"', 'b.rnc': SCHEMA, 'tei/a.xml': BAD, 'tei/b.xml': BAD });
      const out: string[] = [];
      const err: string[] = [];
      const interruption = new AbortController();
      const nothing = async function* () {};
      const ended = run([...ARGV.map((word) => (word === 'tei' ? name : word)), '--watch', '-r', 'json=tei/r.json'], {
        cwd: made.folder,
        env: {},
        stdin: nothing(),
        stdout: { write: (text) => out.push(text) },
        stderr: { write: (text) => err.push(text) },
        interrupted: interruption.signal,
      });
      // What the run writes itself, though among the documents, is no change.
      const stays = async (count: number) => {
        await new Promise((resume) => setTimeout(resume, 400));
        expect(err).toHaveLength(count);
      };
      const until = async (count: number) => {
        for (let i = 0; i < 400 && err.length < count; i++) await new Promise((resume) => setTimeout(resume, 25));
        expect(err).toHaveLength(count);
      };
      await until(1);
      expect(out.join('')).toMatch(/^tei\/a\.xml:1:9: .*\ntei\/b\.xml:1:9: .*\n$/);
      out.length = 0;
      made.write('tei/a.xml', '<letter><name/></letter>\n');
      await until(2);
      expect(out.join('')).toMatch(/^tei\/b\.xml:1:9: .*\n$/);
      await stays(2);
      expect(made.read('tei/r.json')).toContain('tei/b.xml');
      out.length = 0;
      // What the schema includes is looked at, too.
      made.write('b.rnc', SCHEMA.replace('name', 'nam'));
      await until(3);
      expect(out.join('')).toMatch(/^tei\/a\.xml:1:9: .*\n$/);
      interruption.abort();
      expect(await ended).toBe(0);
    },
    30_000,
  );

  test('standard input cannot be watched', async () => {
    expect((await fixture().run('validate', '-', '--watch')).status).toBe(2);
  });
});

describe('files for CI', () => {
  const read = (path: string): unknown => parse(readFileSync(path, 'utf8'), { strict: true });

  test.each([
    ['github', '.github/workflows/teiscribe.yml'],
    ['gitlab', '.gitlab-ci.yml'],
  ])('init --ci %s writes YAML whose command runs, and never over a file', async (system, file) => {
    const made = fixture({ 'tei/a.xml': BAD });
    expect(await made.run('init', '--ci', system)).toMatchObject({ status: 0, stderr: '' });
    expect(made.files()).toEqual([file, 'tei/a.xml'].sort());
    const text = made.read(file);
    expect(parse(text, { strict: true })).toBeTruthy();
    const [, argv = ''] = /npx --yes teiscribe@[\d.]+ (validate .*)$/m.exec(text) ?? [];
    const { status, stderr } = await made.run(...argv.split(' '));
    expect([status, stderr]).toEqual([1, '']);
    const again = await made.run('init', '--ci', system);
    expect([again.status, again.stderr]).toEqual([
      2,
      `${file}: error: exists already; nothing was changed [run/file-exists]\n`,
    ]);
    expect(made.read(file)).toBe(text);
  });

  test('init --ci of something else is refused', async () => {
    expect((await fixture().run('init', '--ci', 'jenkins')).status).toBe(2);
  });

  test('the action, the hooks, and what docs/ci.md shows are YAML, and name commands and options that there are', async () => {
    const { stdout: help } = await fixture().run('validate', '--help');
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const snippets = [...readFileSync('docs/ci.md', 'utf8').matchAll(/```yaml\n(.*?)```/gs)].map(
      ([, text = '']) => text,
    );
    expect(snippets.length).toBeGreaterThan(2);
    const texts = [readFileSync('action.yml', 'utf8'), readFileSync('.pre-commit-hooks.yaml', 'utf8'), ...snippets];
    for (const text of texts) {
      expect(parse(text, { strict: true })).toBeTruthy();
      const options = [...text.matchAll(/ (--[a-z-]+)/g)].map(([, option = '']) => option);
      expect(options.filter((option) => option !== '--yes' && !help.includes(`${option} `))).toEqual([]);
      for (const [, named] of text.matchAll(/teiscribe@v?(\d[\d.]*)/g)) expect(named).toBe(version);
    }
    expect(read('action.yml')).toMatchObject({
      runs: { using: 'composite' },
      inputs: { version: { default: version } },
    });
    expect(read('.pre-commit-hooks.yaml')).toMatchObject([
      { id: 'teiscribe', types: ['xml'] },
      { id: 'teiscribe-transcriptions' },
    ]);
  });

  test('the action hands over what it is given as data', () => {
    const made = fixture({ 'bin/npx': '#!/bin/sh\nprintf "<%s>" "$@"\n' });
    spawnSync('chmod', ['+x', join(made.folder, 'bin/npx')]);
    const { runs } = parse(readFileSync('action.yml', 'utf8'));
    const script: string = runs.steps[1].run;
    expect(script).not.toContain('${{');
    const { stdout } = spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
      encoding: 'utf8',
      env: {
        PATH: `${join(made.folder, 'bin')}:${process.env['PATH']}`,
        FILES: 'tei\nmy letters/a b.xml\n$(touch x)\n',
        OPTIONS: '--schema=a b.rng\n',
        VERSION: '1.2.3',
        RUNNER_TEMP: '/tmp',
      },
    });
    expect(stdout).toBe(
      '<--yes><teiscribe@1.2.3><validate><--reporter><github><--reporter><sarif=/tmp/teiscribe.sarif><--schema=a b.rng><--><tei><my letters/a b.xml><$(touch x)>',
    );
  });
});
