/** Whatever fails while something is written: one clear line that says what to do, nothing is left behind, and what was there is as it was. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { packageFile } from '../../src/cli/package-files.js';
import { registries } from '../../src/cli/registries.js';
import { run } from '../../src/cli/run.js';
import type { World } from '../../src/cli/world.js';
import { letterXml } from '../exporters/tei.js';
import { type Fixture, fixture, LETTER } from './fixture.js';

const BIN = packageFile('bin/teiscribe.js');
const EDITION = JSON.stringify({
  title: 'Letters of a Test',
  publisher: 'A Press',
  licence: { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  editors: [{ name: 'Ada Editor', email: 'ada@example.org' }],
  url: 'https://example.org/letters',
  date: '2001-02-03',
  description: 'Letters. '.repeat(100),
});
const VALID = readFileSync(packageFile('corpus/frus/tei/frus1961-63v06-d15.xml'), 'utf8');
/** Whoever runs the tests as root runs the command as nobody: root may write anywhere. */
const AS_NOBODY = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
const isRoot = process.getuid?.() === 0;
const mayBeNobody =
  !isRoot || spawnSync('setpriv', [...AS_NOBODY.slice(1), process.execPath, BIN, '--version']).status === 0;
const hasShell = process.platform !== 'win32';

function letters(): Fixture {
  const made = fixture({
    'edition.json': EDITION,
    'a.xml': VALID,
    'a.txt': LETTER,
    'out/kept.txt': 'kept',
  });
  mkdirSync(join(made.folder, 'tmp'));
  return made;
}

function ran({ folder }: Fixture, command: readonly string[]) {
  const [program = '', ...rest] = command;
  const env = { ...process.env, TEISCRIBE_CACHE: 'off', NO_COLOR: '1', TMPDIR: join(folder, 'tmp') };
  const { status, stderr } = spawnSync(program, rest, { cwd: folder, env, encoding: 'utf8' });
  return { status, errors: stderr.split('\n').filter((line) => line.includes(' error: ')) };
}

const targets = (await registries.targets()).map(({ name }) => name);
const exporters = await registries.exporters();
const formats = exporters
  .flatMap(({ name }) => (name === 'deposit' ? targets.map((target) => `${name} --target ${target}`) : [name]))
  .map((words): readonly [string, readonly string[]] => [
    `export --to ${words}`,
    ['export', 'a.xml', '--to', ...words.split(' ')],
  ]);
const works: readonly (readonly [string, readonly string[]])[] = [...formats, ['convert', ['convert', 'a.txt']]];
const UNWRITABLE =
  /^[^ ]+: error: cannot be written: [^;]+; what was there before is kept; (?:choose|make) .+ \[run\/output-unwritable\]$/;

/** Nothing but what was there, as it was; nothing among temporary files either. */
function expectUntouched(made: Fixture): void {
  expect(made.files()).toEqual(['a.txt', 'a.xml', 'edition.json', 'out/kept.txt']);
  expect(made.read('out/kept.txt')).toBe('kept');
  expect(readdirSync(join(made.folder, 'tmp'))).toEqual([]);
}

describe.each(works)('%s', (_, argv) => {
  (mayBeNobody ? test : test.skip)('into a folder that may not be written to', () => {
    const made = letters();
    chmodSync(made.folder, 0o755);
    chmodSync(join(made.folder, 'out'), 0o555);
    const command = [...(isRoot ? AS_NOBODY : []), process.execPath, BIN, ...argv, '--out-dir', 'out'];
    const { status, errors } = ran(made, command);
    chmodSync(join(made.folder, 'out'), 0o755);
    expect({ status, errors }).toEqual({ status: 2, errors: [expect.stringMatching(UNWRITABLE)] });
    expect(errors[0]).toContain('permission denied');
    expectUntouched(made);
  });

  // A bag is a folder.
  const places = argv.includes('bagit') ? ['--out-dir'] : ['--out-dir', '-o'];
  (hasShell ? test : test.skip).each(places)('%s where there is no room', (option) => {
    const made = letters();
    // A file may have one block, and writing more is an error: as on a full disk, some files can be written and one cannot. Statistics are shorter.
    const command = [
      'sh',
      '-c',
      `trap '' XFSZ; ulimit -f ${argv.includes('statistics') ? 0 : 1}; exec "$0" "$@"`,
      process.execPath,
      BIN,
      ...argv,
    ];
    const { status, errors } = ran(made, [...command, option, 'new']);
    expect({ status, errors }).toEqual({ status: 2, errors: [expect.stringMatching(UNWRITABLE)] });
    expect(errors[0]).toContain('make room there');
    expectUntouched(made);
  });
});

test.each(['--out-dir', '-o'])('%s below a file: no folder can be there', (option) => {
  const made = letters();
  const { status, errors } = ran(made, [process.execPath, BIN, 'export', 'a.xml', '--to', 'text', option, 'a.txt/out']);
  expect({ status, errors }).toEqual({ status: 2, errors: [expect.stringMatching(UNWRITABLE)] });
  expectUntouched(made);
});

test('a folder that is there, in which one file cannot be replaced: none is', () => {
  const made = letters();
  made.write('b.xml', letterXml('<p>B.</p>'));
  made.write('out/a.txt', 'old');
  made.write('out/b.txt/folder', '');
  const { status, errors } = ran(made, [
    process.execPath,
    BIN,
    'export',
    'a.xml',
    'b.xml',
    '--to',
    'text',
    '-d',
    'out',
  ]);
  expect({ status, errors }).toEqual({ status: 2, errors: [expect.stringMatching(UNWRITABLE)] });
  expect(errors[0]).toContain('it is a folder');
  expect(made.read('out/a.txt')).toBe('old');
  expect(made.files('out')).toEqual(['out/a.txt', 'out/b.txt/folder', 'out/kept.txt']);
});

(existsSync('/dev/full') ? test : test.skip)('standard output that has no room', () => {
  const made = letters();
  for (const argv of ['export a.xml --to text', 'convert a.txt', 'list rules']) {
    const { status, errors } = ran(made, ['sh', '-c', `exec "$0" "$1" ${argv} > /dev/full`, process.execPath, BIN]);
    expect({ status, errors }).toEqual({
      status: 2,
      errors: [
        'standard output: error: cannot be written: no space is left on the device; make room there, or choose a place on another device [run/output-unwritable]',
      ],
    });
  }
});

/** Starts a command that waits for its standard input, and ends it by a signal when it is under way. */
async function interrupted(
  made: Fixture,
  argv: readonly string[],
  signal: 'SIGINT' | 'SIGTERM',
  isUnderWay: () => boolean,
) {
  const env = { ...process.env, TEISCRIBE_CACHE: 'off', NO_COLOR: '1', TMPDIR: join(made.folder, 'tmp') };
  const child = spawn(process.execPath, [BIN, ...argv], { cwd: made.folder, env });
  const err: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
  const ended = new Promise((resolve) => child.on('close', (status, by) => resolve(by ?? status)));
  while (!isUnderWay()) await new Promise((resolve) => setTimeout(resolve, 10));
  child.kill(signal);
  return { ended: await ended, stderr: err.join('') };
}

// A signal that comes in between would end the program, and leave what is begun.
test.each([
  ['json', '1'],
  ['json', '2'],
  ['html', '1'],
  ['html', '2'],
])(
  'export --to %s in %s threads takes care of signals before anything is begun',
  async (format, threads) => {
    const made = letters();
    const page = letterXml(`<p>${'Words and words. '.repeat(60)}</p>`.repeat(2500));
    for (const name of ['b', 'c', 'd']) made.write(`large/${name}.xml`, page);
    const begun: string[] = [];
    let asked = 0;
    const world: World = {
      cwd: made.folder,
      env: { TEISCRIBE_CACHE: 'off' },
      stdin: (async function* () {})(),
      stdout: { write: () => true },
      stderr: { write: () => true },
      get interrupted() {
        if (asked++ === 0) begun.push(...readdirSync(made.folder).filter((name) => name.endsWith('.tmp')));
        return new AbortController().signal;
      },
    };
    expect(await run(['export', 'large', '--to', format, '-d', 'new', '--threads', threads], world)).toBe(0);
    expect(asked).toBeGreaterThan(0);
    expect(begun).toEqual([]);
  },
  60_000,
);

describe.each(['SIGINT', 'SIGTERM'] as const)('a run that is ended by %s', (signal) => {
  test('export: nothing is left, and it ends by the signal', async () => {
    const made = letters();
    const isBegun = () =>
      readdirSync(made.folder).some((name) => name.endsWith('.tmp') && existsSync(join(made.folder, name, 'a.json')));
    const { ended, stderr } = await interrupted(
      made,
      ['export', 'a.xml', '-', '--to', 'json', '-d', 'new'],
      signal,
      isBegun,
    );
    expect(ended).toBe(signal);
    expect(stderr).toBe(
      'new: error: cannot be written: interrupted; what was there before is kept [run/output-unwritable]\n',
    );
    expectUntouched(made);
  });

  test('convert: what is there is whole, and how many that are is said', async () => {
    const made = letters();
    const isBegun = () => made.exists('new/a.xml');
    const { ended, stderr } = await interrupted(made, ['convert', 'a.txt', '-', '-d', 'new'], signal, isBegun);
    expect(ended).toBe(signal);
    expect(stderr).toContain(
      'teiscribe: error: interrupted: 1 of 2 files are done, each is whole; run it again for the others [run/interrupted]\n',
    );
    expect(made.files('new')).toEqual(['new/a.xml']);
    expect(made.read('new/a.xml')).toMatch(/<\/TEI>\n$/);
  });

  test('convert in several threads: what is there is whole, and nothing else is', async () => {
    const made = letters();
    for (const name of ['b', 'c', 'd']) made.write(`${name}.txt`, LETTER);
    // One thread waits for standard input, the other does the rest.
    const names = ['-', 'a.txt', 'b.txt', 'c.txt', 'd.txt'];
    const isBegun = () => ['a', 'b', 'c', 'd'].some((name) => made.exists(`new/${name}.xml`));
    const argv = ['convert', ...names, '-d', 'new', '--threads', '2'];
    const { ended, stderr } = await interrupted(made, argv, signal, isBegun);
    expect(ended).toBe(signal);
    expect(stderr).toMatch(/ interrupted: [0-4] of 5 files are done, each is whole; run it again for the others /);
    const written = made.files('new');
    expect(written.length).toBeGreaterThan(0);
    for (const name of written) {
      expect(name).toMatch(/^new\/[abcd]\.xml$/);
      expect(made.read(name)).toMatch(/<\/TEI>\n$/);
    }
  });

  // The second format is made file by file, the first as a whole, by two threads each.
  test.each(['html', 'json'])(
    'export --to %s of large files in two threads: nothing is left',
    async (format) => {
      const made = letters();
      const page = letterXml(`<p>${'Words and words. '.repeat(60)}</p>`.repeat(2500));
      for (const name of ['b', 'c', 'd']) made.write(`large/${name}.xml`, page);
      const isBegun = () => readdirSync(made.folder).some((name) => name.endsWith('.tmp'));
      const argv = ['export', 'large', '--to', format, '-d', 'new', '--threads', '2'];
      const { ended, stderr } = await interrupted(made, argv, signal, isBegun);
      expect(ended).toBe(signal);
      expect(stderr).toContain('new: error: cannot be written: interrupted; what was there before is kept');
      expect(made.files().filter((name) => !name.startsWith('large/'))).toEqual([
        'a.txt',
        'a.xml',
        'edition.json',
        'out/kept.txt',
      ]);
      expect(readdirSync(join(made.folder, 'tmp'))).toEqual([]);
    },
    30_000,
  );
});
