/** The documentation says what is true: its examples do what it shows, its links lead somewhere, its lists are complete. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { profiles } from '../../src/index.js';
import * as reporters from '../../src/reporters/index.js';
import { abridged, fencedBlocks, runExamples, updatedPage } from './examples.js';

const pages = [
  'README.md',
  'CHANGELOG.md',
  'schemas/README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
].filter((path) => existsSync(path));

const hasExamples = (path: string) =>
  fencedBlocks(readFileSync(path, 'utf8')).some(({ info }) => /^(?:console|js run)$/.test(info));
const withExamples = pages.filter(hasExamples);

describe('examples', () => {
  test('there are some', () => {
    expect(withExamples).toEqual(expect.arrayContaining(['README.md', 'docs/library.md', 'docs/transcribing.md']));
  });

  // The commands are those of a POSIX shell.
  const shell = process.platform === 'win32' ? test.skip : test;
  shell.each(withExamples)(
    '%s',
    (path) => {
      const examples = runExamples(path);
      if (process.env['UPDATE']) {
        writeFileSync(path, updatedPage(readFileSync(path, 'utf8'), examples));
        return;
      }
      const pick = (of: (example: (typeof examples)[number]) => string) =>
        examples.map((example) => `${example.name}\n${of(example)}`);
      expect(pick(abridged)).toEqual(pick(({ shown }) => shown));
    },
    60_000,
  );

  test('an updated page shows what is printed, and is otherwise the same', () => {
    const page = 'Text\n```console\n$ one\n$ two\nold\n…\n$ three\n1\n2\n```\nText\n';
    const examples = [
      { name: '', line: 3, shown: '', printed: 'new' },
      { name: '', line: 4, shown: 'old\n…', printed: 'not shown' },
      { name: '', line: 7, shown: '1\n2', printed: '' },
    ];
    expect(updatedPage(page, examples)).toBe('Text\n```console\n$ one\nnew\n$ two\nold\n…\n$ three\n```\nText\n');
  });

  test('what is shown may leave out lines, and must have all others', () => {
    const printed = 'one\ntwo\nthree\nfour';
    const example = (shown: string) => ({ shown, printed });
    expect(abridged(example('one\n…\nfour'))).toBe('one\n…\nfour');
    expect(abridged(example('one\n…\nthree'))).toBe(printed);
    expect(abridged(example('one\ntwo'))).toBe(printed);
  });
});

test('links lead somewhere', () => {
  const broken = pages.flatMap((path) => {
    const links = [...readFileSync(path, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    return links
      .filter((link) => !/^(?:https?|mailto):|^#/.test(link))
      .filter((link) => !existsSync(join(dirname(path), link.replace(/#.*$/, ''))))
      .map((link) => `${path}: ${link}`);
  });
  expect(broken).toEqual([]);
});

describe('README.md', () => {
  const readme = readFileSync('README.md', 'utf8');
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

  test('has the two commands that do all on a fresh machine', () => {
    expect(readme).toContain('npm ci && npm run demo\n');
    expect(readme).toContain('npm ci && npm test\n');
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['demo', 'test']));
  });

  test('names scripts that there are', () => {
    const text = [
      readme,
      ...readdirSync('docs')
        .filter((name) => name.endsWith('.md'))
        .map((name) => readFileSync(join('docs', name), 'utf8')),
    ].join('\n');
    const named = [...text.matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

test('every profile has a page, and every page a profile', () => {
  const found = readdirSync('docs/profiles').map((file) => file.replace(/\.md$/, ''));
  expect(found.sort()).toEqual(profiles.map(({ name }) => name).sort());
});

describe('CHANGELOG.md', () => {
  test('begins with the version of the package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(/^## (\S+)/m.exec(readFileSync('CHANGELOG.md', 'utf8'))?.[1]).toBe(version);
  });
});

test('every reporter has a page, and every page a reporter', () => {
  const found = readdirSync('docs/reporters').map((file) => file.replace(/\.md$/, ''));
  expect(found.sort()).toEqual(Object.keys(reporters).sort());
});
