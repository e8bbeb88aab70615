/** Runs of many files: what changed is converted, threads change nothing, one bad file stops no other. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { packageFile } from '../../src/cli/package-files.js';
import { progressOf } from '../../src/cli/progress.js';
import { type Fixture, fixture, LETTER } from './fixture.js';

const cache = mkdtempSync(join(tmpdir(), 'teiscribe-cache-'));
afterAll(() => rmSync(cache, { recursive: true, force: true }));

const env = { TEISCRIBE_CACHE: cache };
const OLD = new Date('2001-01-01T00:00:00Z');

/** Gives every output an old date, so that one that is written again shows. */
function age(made: Fixture): void {
  for (const file of made.files('out')) utimesSync(join(made.folder, file), OLD, OLD);
}

function writtenAgain(made: Fixture): readonly string[] {
  return made.files('out').filter((file) => statSync(join(made.folder, file)).mtimeMs !== OLD.getTime());
}

describe('a file of an earlier run that nothing becomes any more', () => {
  const documents = (second: number) =>
    `1. Letter From Lane to Falk\n\nOslo, May 12, 1961.\n\nYes.\n\n${second}. Letter From Falk to Lane\n\nOslo, May 13, 1961.\n\nNo.\n`;
  const left = (stderr: string) =>
    [...stderr.matchAll(/^(\S+): warning: .*\[run\/output-left\]$/gm)].map(([, file]) => file);

  test('is named as long as it is there, and is left alone', async () => {
    const made = fixture({ 'in/v.txt': documents(2) });
    const run = async () => left((await made.runWith({ env }, 'convert', 'in', '-d', 'out', '-r', 'gnu')).stderr);
    expect(await run()).toEqual([]);
    made.write('in/v.txt', documents(3));
    expect(await run()).toEqual(['out/v/d2.xml']);
    expect(made.files('out')).toEqual(['out/v/d1.xml', 'out/v/d2.xml', 'out/v/d3.xml']);
    expect(await run()).toEqual(['out/v/d2.xml']);
    made.write('in/v.txt', documents(2));
    expect(await run()).toEqual(['out/v/d3.xml']);
    rmSync(join(made.folder, 'out/v/d3.xml'));
    expect(await run()).toEqual([]);
  });

  test('also where the transcription is gone, but not where it is only not among those of this run', async () => {
    const made = fixture({ 'in/a.txt': LETTER, 'in/b.txt': LETTER });
    const run = async (...names: readonly string[]) =>
      left((await made.runWith({ env }, 'convert', ...names, '-d', 'out', '-r', 'gnu')).stderr);
    expect(await run('in')).toEqual([]);
    expect(await run('in/a.txt')).toEqual([]);
    rmSync(join(made.folder, 'in/b.txt'));
    expect(await run('in')).toEqual(['out/b.xml']);
    made.write('out/b.xml', 'mine');
    expect(await run('in')).toEqual([]);
  });
});

describe('what has not changed is not converted again', () => {
  test('neither without a change nor for another document; the report and the status are the same', async () => {
    const made = fixture({ 'in/a.txt': LETTER, 'in/b.txt': `${LETTER}\n[Page 12\n` });
    const argv = ['convert', 'in', '-d', 'out', '-r', 'json=report.json'];
    const first = await made.runWith({ env }, ...argv);
    const report = made.read('report.json');
    expect(report).toContain('page-break-not-closed');
    age(made);
    const second = await made.runWith({ env }, ...argv);
    expect(writtenAgain(made)).toEqual([]);
    expect(second.stderr).toContain('2 files: 2 converted, 2 of them unchanged since the last run');
    expect(second.stderr).toContain('[Page 12');
    expect(made.read('report.json')).toBe(report);
    expect(second.status).toBe(first.status);
    made.write('in/a.txt', LETTER.replace('Geneva', 'Vienna'));
    await made.runWith({ env }, ...argv);
    expect(writtenAgain(made)).toEqual(['out/a.xml']);
    expect(made.read('out/a.xml')).toContain('Vienna');
  });

  test.each([
    ['a setting', 'edition.json', '{ "publisher": "Another" }'],
    ['a severity', 'edition.json', '{ "severity": { "tei/*": "off" } }'],
    ['an output that was edited', 'out/a.xml', 'mine'],
    ['an authority list', 'people.csv', 'id,name\np1,"Khrushchev, Nikita"\n'],
  ])('%s counts as a change', async (_, file, content) => {
    const made = fixture({ 'in/a.txt': LETTER, 'people.csv': 'id,name\np1,"Gromyko, Andrei"\n' });
    const argv = ['convert', 'in', '-d', 'out', '-A', 'people.csv'];
    await made.runWith({ env }, ...argv);
    made.write(file, content);
    age(made);
    const { stderr } = await made.runWith({ env }, ...argv);
    expect(stderr).toContain('1 file: 1 converted;');
    expect(writtenAgain(made)).toEqual(['out/a.xml']);
  });

  test('--force, another encoding and another output convert', async () => {
    const made = fixture({ 'in/a.txt': LETTER });
    await made.runWith({ env }, 'convert', 'in', '-d', 'out');
    for (const more of [['--force'], ['-e', 'frus'], ['-d', 'out2']]) {
      const { stderr } = await made.runWith({ env }, 'convert', 'in', '-d', 'out', ...more);
      expect(stderr).toContain('1 file: 1 converted;');
    }
  });

  test('a record that is damaged, or none, is no fault', async () => {
    const made = fixture({ 'in/a.txt': LETTER, 'cache/conversions': 'a file in the place of the folder' });
    const world = { env: { TEISCRIBE_CACHE: join(made.folder, 'cache') } };
    expect((await made.runWith(world, 'convert', 'in', '-d', 'out')).status).toBe(0);
    expect((await made.runWith({ env: { TEISCRIBE_CACHE: 'off' } }, 'convert', 'in', '-d', 'out')).status).toBe(0);
  });
});

test('a file that cannot be read stops no other', async () => {
  const bad = Buffer.from([0x44, 0xff, 0xfe, 0x0a]);
  const made = fixture({ 'in/a.txt': LETTER, 'in/b.txt': bad, 'in/c.txt': LETTER });
  const { status, stderr } = await made.run('convert', 'in', '-d', 'out', '-r', 'gnu');
  expect(status).toBe(1);
  expect(stderr).toContain('in/b.txt:1:2: error');
  expect(made.files('out')).toEqual(['out/a.xml', 'out/c.xml']);
});

(process.platform === 'win32' ? test.skip : test)(
  'what comes through a pipe is read once, and shown in findings',
  () => {
    const { folder } = fixture({ 'a.txt': LETTER });
    const program = packageFile('bin/teiscribe.js');
    const script = 'mkfifo p && (cat a.txt > p &) && exec "$0" "$1" convert p -o a.xml';
    const options = { cwd: folder, encoding: 'utf8', timeout: 20_000, killSignal: 'SIGKILL' } as const;
    const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, program], options);
    expect(stderr).toContain('\n  1 | Geneva, May 12, 1961\n');
    expect(status).toBe(0);
  },
);

test('a file with several documents: one TEI file of each, in a folder of its own', async () => {
  const text = '1. Letter From Lane to Falk\n\nYes.\n\n2. Letter From Falk to Lane\n\nNo.\n';
  const made = fixture({ 'in/volume.txt': text, 'in/a.txt': LETTER });
  const { stderr, status } = await made.runWith({ env }, 'convert', 'in', '-d', 'out');
  expect(made.files('out')).toEqual(['out/a.xml', 'out/volume/d1.xml', 'out/volume/d2.xml']);
  expect(made.read('out/volume/d2.xml')).toContain('xml:id="d2"');
  expect(stderr).toContain('2 files: 2 converted into 3 documents;');
  expect(status).toBe(0);
  age(made);
  await made.runWith({ env }, 'convert', 'in', '-d', 'out');
  expect(writtenAgain(made)).toEqual([]);
  const whole = await made.runWith({ env }, 'convert', 'in/volume.txt');
  expect(whole.stderr).toContain('the file holds 2 documents, "1" to "2"');
  expect(whole.stdout.match(/<\/TEI>/g)).toHaveLength(1);
});

test('--threads: the same files and the same report', () => {
  const files = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`in/${i}.txt`, `${LETTER}\n[Page ${i}\n`]));
  const made = fixture(files);
  const convert = (...more: readonly string[]) => {
    const argv = [packageFile('bin/teiscribe.js'), 'convert', 'in', '-r', 'gnu', '--force', ...more];
    const { status, stderr } = spawnSync(process.execPath, argv, {
      cwd: made.folder,
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
    return { status, stderr };
  };
  const one = convert('-d', 'one');
  const three = convert('-d', 'three', '--threads', '3');
  expect(three).toEqual(one);
  expect(one.stderr).toContain('in/8.txt:');
  for (let i = 0; i < 9; i++) expect(made.read(`three/${i}.xml`)).toBe(made.read(`one/${i}.xml`));
});

describe('progress', () => {
  const shown = (isTTY: boolean, total: number, isKnown = true) => {
    const written: string[] = [];
    const stderr = { write: (text: string) => written.push(text), isTTY };
    const nothing = async function* () {};
    const progress = progressOf(isKnown ? total : undefined, 'converting', {
      cwd: '.',
      env: {},
      stdin: nothing(),
      stdout: stderr,
      stderr,
    });
    const end = performance.now() + 450;
    for (let i = 0; i < total; i++) {
      progress.step();
      while (i === total - 2 && performance.now() < end) Math.random();
    }
    progress.end();
    return written;
  };

  test('a line on a terminal, which goes away', () => {
    const written = shown(true, 10);
    expect(written[0]?.slice(0, 4)).toBe('\r\u001b[K');
    expect(written[0]?.slice(4)).toMatch(/^converting █{27,30}░{0,3} (?:9|10)\/10, \d+ s left$/);
    expect(written.at(-1)).toBe('\r\u001b[K');
  });

  test('counted, where nobody knows how many there will be', () => {
    const written = shown(true, 10, false);
    expect(written[0]?.slice(0, 4)).toBe('\r\u001b[K');
    expect(written[0]?.slice(4)).toMatch(/^converting … (?:9|10)$/);
    expect(written.at(-1)).toBe('\r\u001b[K');
  });

  test('nothing elsewhere', () => {
    expect(shown(false, 10)).toEqual([]);
    expect(shown(false, 10, false)).toEqual([]);
  });
});
