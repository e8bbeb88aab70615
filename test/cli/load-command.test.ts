/** The command from two files: it does what the modules do, and what is kept of its code is never in the way. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isLean } from '../../src/cli/engine-flags.js';
import { packageFile } from '../../src/cli/package-files.js';
import { type Fixture, fixture, LETTER } from './fixture.js';

function teiscribe(made: Fixture, argv: readonly string[], cache = join(made.folder, 'cache')) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [packageFile('bin/teiscribe.js'), ...argv], {
    cwd: made.folder,
    env: { ...process.env, TEISCRIBE_CACHE: cache },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const code = (made: Fixture) => made.files('.').filter((path) => path.startsWith(join('cache', 'code')));

describe('the command in two files', () => {
  test('says the same where all cores have threads, and keeps its code apart', () => {
    const made = fixture({ 'a.txt': LETTER, 'b.txt': LETTER.replace('1.', '2.') });
    const argv = ['validate', 'a.txt', 'b.txt', '--no-cache', '--reporter', 'gnu'];
    const alone = teiscribe(made, argv);
    for (let run = 0; run < 2; run++) expect(teiscribe(made, [...argv, '--threads', '9999'])).toEqual(alone);
    const uses = new Set(code(made).map((path) => basename(path).replace(/-[0-9a-f]{8}\.bin$/, '')));
    const end = isLean(['--threads', '9999']) ? '-lean' : '';
    expect([...uses].sort()).toEqual([...new Set(['validate', `validate${end}`, `worker-validate${end}`])]);
  });

  test('says what the modules say', async () => {
    const made = fixture({
      'letter.txt': LETTER,
      'bad.xml': '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>',
      'letter.xml': readFileSync('corpus/letters/tei/muir-1887-03-14.xml', 'utf8'),
      'volume.xml':
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div type="document" xml:id="d1"><head>1. Letter From A to B</head></div><div type="document" xml:id="d2"><head>2. Letter From B to A</head></div></body></text></TEI>',
    });
    for (const argv of [
      ['validate', 'bad.xml', '--reporter', 'gnu'],
      ['convert', 'letter.txt', '-o', '-'],
      ['validate', 'letter.txt', '--reporter', 'json'],
      ['list', 'schemas'],
      ['explain', 'rng/unknown-element'],
      // Packages that the file does not hold, and one that cannot be required.
      ['export', 'letter.xml', '--to', 'csv', '-o', '-'],
      ['export', 'letter.xml', '--to', 'epub', '-o', 'a.epub'],
      ['export', 'volume.xml', '--to', 'html', '--out-dir', 'site'],
      ['validate', 'letter.xml', '--fix', '--dry-run'],
      ['--help'],
    ]) {
      expect(teiscribe(made, argv, 'off')).toEqual(await made.run(...argv));
    }
  });

  test('is ASCII, and holds no template whose characters are taken as they are typed', () => {
    for (const name of ['main', 'more', 'load']) {
      const text = readFileSync(packageFile(`dist/command/${name}.cjs`), 'utf8');
      expect(text.split('').find((unit) => unit > '\x7f')).toBeUndefined();
      expect(/\bString\.raw\s*`/.exec(text)).toBeNull();
    }
  });

  test('has what a short run needs in the first', () => {
    const made = fixture({ 'letter.xml': readFileSync('corpus/letters/tei/muir-1887-03-14.xml', 'utf8') });
    const grammar = ['validate', 'letter.xml', '--schema', 'letter', '--checks', 'grammar', '--reporter', 'gnu'];
    expect(teiscribe(made, grammar)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(code(made)).toHaveLength(1);
    const text = readFileSync(packageFile('dist/command/main.cjs'), 'utf8');
    expect(text.length).toBeLessThan(0.5 * readFileSync(packageFile('dist/command/more.cjs')).length);
  });

  test('keeps its code by command, and says the same with it', () => {
    const made = fixture({ 'bad.xml': '<a>' });
    const runs = [1, 2, 3, 4, 5, 6].map(() => teiscribe(made, ['validate', 'bad.xml', '--checks', 'grammar']));
    expect(runs[0]?.status).toBe(1);
    expect(new Set(runs.map((run) => JSON.stringify(run))).size).toBe(1);
    expect(code(made)).toHaveLength(1);
    teiscribe(made, ['list', 'schemas']);
    expect(code(made)).toHaveLength(2);
    teiscribe(made, ['lisst', 'schemas']);
    expect(code(made)).toHaveLength(2);
    // Rules are in the second file.
    const more = [1, 2, 3, 4, 5, 6].map(() => teiscribe(made, ['validate', 'bad.xml']));
    expect(new Set(more.map((run) => JSON.stringify(run))).size).toBe(1);
    expect(code(made)).toHaveLength(3);
  });

  test('keeps its code of the first runs of each kind, and leaves it then', () => {
    const made = fixture({
      'good.xml': readFileSync('corpus/letters/tei/muir-1887-03-14.xml', 'utf8'),
      'bad.xml': '<TEI xmlns="http://www.tei-c.org/ns/1.0"><nothing/></TEI>',
    });
    const run = (name: string) => {
      const { status } = teiscribe(made, ['validate', name, '--schema', 'letter', '--checks', 'grammar']);
      const kept = code(made)[0] ?? '';
      return { status, kept: readFileSync(join(made.folder, kept)) };
    };
    const good = [1, 2, 3, 4, 5, 6].map(() => run('good.xml'));
    expect(good.map(({ status }) => status)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(good[4]?.kept.equals(good[5]?.kept ?? Buffer.alloc(0))).toBe(true);
    const bad = [1, 2, 3, 4, 5].map(() => run('bad.xml'));
    expect(bad[0]?.status).toBe(1);
    expect(bad[0]?.kept.equals(good[5]?.kept ?? Buffer.alloc(0))).toBe(false);
    expect(bad[3]?.kept.equals(bad[4]?.kept ?? Buffer.alloc(0))).toBe(true);
    const last = bad[4]?.kept ?? Buffer.alloc(0);
    expect(run('good.xml').kept.equals(last)).toBe(true);
  });

  test.each([
    ['changed', (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte)))],
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['empty', () => Buffer.alloc(0)],
  ])('code that is %s is passed over and written anew', (_, spoil) => {
    const made = fixture();
    const whole = teiscribe(made, ['list', 'schemas']);
    const [name = ''] = code(made);
    const spoilt = spoil(readFileSync(join(made.folder, name)));
    made.write(name, spoilt);
    expect(teiscribe(made, ['list', 'schemas'])).toEqual(whole);
    expect(readFileSync(join(made.folder, name)).equals(spoilt)).toBe(false);
  });

  test('needs no folder for it', () => {
    const made = fixture({ cache: 'a file' });
    expect(teiscribe(made, ['list', 'schemas'])).toMatchObject({ status: 0, stderr: '' });
    expect(teiscribe(made, ['list', 'schemas'], 'off')).toMatchObject({ status: 0, stderr: '' });
    expect(code(made)).toEqual([]);
  });
});
