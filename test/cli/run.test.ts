import { describe, expect, test } from '@jest/globals';
import { packageFile } from '../../src/cli/package-files.js';
import { SOFTWARE } from '../../src/tei/software.js';
import { fixture } from './fixture.js';

const { version } = JSON.parse((await import('node:fs')).readFileSync(packageFile('package.json'), 'utf8'));

describe('the program', () => {
  test.each(['--version', '-V'])('%s', async (flag) => {
    expect(await fixture().run(flag)).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
    expect(SOFTWARE.version).toBe(version);
  });

  test('--help names every command, on standard output', async () => {
    const { status, stdout, stderr } = await fixture().run('--help');
    expect([status, stderr]).toEqual([0, '']);
    for (const command of ['convert', 'validate', 'explain', 'list', 'init'])
      expect(stdout).toContain(`\n  ${command} `);
  });

  test('no arguments: the help, on standard error, status 2', async () => {
    const { status, stdout, stderr } = await fixture().run();
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: teiscribe');
  });

  test.each(['convert', 'validate', 'explain', 'list', 'init'])('help of %s, with examples', async (command) => {
    const asked = await fixture().run('help', command);
    const flag = await fixture().run(command, '--help');
    expect(asked).toEqual(flag);
    expect(asked.status).toBe(0);
    expect(asked.stdout).toMatch(new RegExp(`Usage: teiscribe ${command} .*Examples:\n  teiscribe ${command}`, 's'));
    expect(asked.stdout).not.toContain('default: []');
  });

  test.each([
    [['convrt', 'a.txt'], 'unknown command "convrt"; did you mean "convert"? [run/unknown-command]'],
    [['help', 'convrt'], 'unknown command "convrt"; did you mean "convert"? [run/unknown-command]'],
    [['frobnicate'], 'unknown command "frobnicate" [run/unknown-command]'],
    [
      ['convert', '--encodng', 'frus', 'a'],
      'unknown option "--encodng"; did you mean "--encoding"? [run/unknown-option]',
    ],
    [['validate', '--zzz', 'a'], 'unknown option "--zzz" [run/unknown-option]'],
    [['validate'], 'missing required argument "file" [run/bad-arguments]'],
    [['convert', 'a.txt', '-o'], 'option "-o, --output <file>" argument missing [run/bad-arguments]'],
    [['explain', 'a', 'b'], 'expected a code, an element, or ELEMENT in PARENT, not "a b" [run/bad-arguments]'],
  ])('%j: one line, status 2', async (argv, line) => {
    expect(await fixture().run(...argv)).toEqual({ status: 2, stdout: '', stderr: `teiscribe: error: ${line}\n` });
  });
});

describe('explain', () => {
  test.each(['run/folder-empty', 'folder-empty', '[run/folder-empty]'])('%s', async (code) => {
    const { status, stdout } = await fixture().run('explain', code);
    expect(stdout).toMatch(
      /^# run\/folder-empty\n\nA folder was given, but holds no file of the kind that the command takes\.\n/,
    );
    expect(status).toBe(0);
  });

  test.each(['run/folder-emty', 'folder-emty', 'source/folder-empty'])('%s: suggests, status 2', async (code) => {
    expect(await fixture().run('explain', code)).toEqual({
      status: 2,
      stdout: '',
      stderr: `teiscribe: error: no page on "${code}"; did you mean "run/folder-empty"? [run/page-missing]\n`,
    });
  });
});

describe('list', () => {
  test.each([
    ['profiles', ['auto', 'frus-web', 'plain', 'markdown', 'brackets']],
    ['encodings', ['frus', 'tei-letter']],
    ['schemas', ['frus', 'letter']],
    ['reporters', ['gnu', 'json', 'pretty']],
    ['rules', ['rule/page-out-of-order', 'rule/text-differs']],
    ['exporters', ['html', 'text']],
    ['codes', ['run/file-missing', 'source/empty-file']],
  ])('%s, each with what it is', async (what, names) => {
    const { status, stdout } = await fixture().run('list', what);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(expect.arrayContaining(names));
    for (const line of lines) expect(line).toMatch(/^\S+ {2,}\S.*\S$/);
    expect(status).toBe(0);
  });

  test('all but the codes', async () => {
    const { stdout } = await fixture().run('list');
    expect(stdout.match(/^\w+$/gm)).toEqual([
      'profiles',
      'encodings',
      'schemas',
      'rules',
      'exporters',
      'targets',
      'reporters',
    ]);
  });

  test('something else', async () => {
    const { status, stderr } = await fixture().run('list', 'profile');
    expect(stderr).toContain('unknown list "profile"; did you mean "profiles"? (known: profiles, ');
    expect(status).toBe(2);
  });
});

describe('init', () => {
  test('writes settings that are valid as they are, and convert under them', async () => {
    const { run, read, write } = fixture();
    const { status, stdout } = await run('init', '--title', 'Letters of "X"', '--language', 'de');
    expect([status, stdout.startsWith('edition.json written')]).toEqual([0, true]);
    expect(JSON.parse(read('edition.json'))).toMatchObject({ title: 'Letters of "X"', language: 'de', publisher: '' });
    write('a.txt', 'Lieber Herr X,\n\nVielen Dank.\n');
    const converted = await run('convert', 'a.txt');
    expect(converted.stdout).toContain('Letters of "X"');
    expect(converted.status).toBe(0);
  });

  test.each([
    [['--encoding', 'frs'], 'teiscribe: error: unknown encoding "frs"; did you mean "frus"? (known: tei-letter, frus)'],
    [
      ['--language', 'all of them'],
      'edition.json: error: "all of them" is not allowed at /language; expected a value such as "en"',
    ],
  ])('writes no settings that do not hold: %j', async (argv, message) => {
    const { run, files } = fixture();
    const { status, stdout, stderr } = await run('init', ...argv);
    expect(stderr).toContain(message);
    expect([status, stdout, files()]).toEqual([2, '', []]);
  });

  test('never overwrites', async () => {
    const { run, read } = fixture({ 'sub/edition.json': 'mine' });
    expect(await run('init', 'sub')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'sub/edition.json: error: settings exist already; nothing was changed [run/settings-exist]\n',
    });
    expect(read('sub/edition.json')).toBe('mine');
  });
});
