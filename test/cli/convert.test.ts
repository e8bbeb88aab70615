import { chmodSync, existsSync, mkdirSync, statSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { fixture, LETTER } from './fixture.js';

const isRoot = process.getuid?.() === 0;

describe('where the TEI goes', () => {
  test('one document goes to standard output, and only the TEI', async () => {
    const { run } = fixture({ 'letter.txt': LETTER });
    const { status, stdout, stderr } = await run('convert', 'letter.txt');
    expect(stdout).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/);
    expect(stdout).toMatch(/<\/TEI>\n$/);
    expect(stdout).toContain('Thank you for your letter of');
    expect(stderr).toMatch(/\n?1 file: 1 converted; 0 errors, /);
    expect(status).toBe(0);
  });

  test('-o writes the same to a file, its folder is made, and nothing else is left', async () => {
    const { run, read, files } = fixture({ 'letter.txt': LETTER });
    const { stdout } = await run('convert', 'letter.txt');
    const { status, stdout: nothing } = await run('convert', 'letter.txt', '-o', 'tei/new/letter.xml');
    expect([status, nothing]).toEqual([0, '']);
    expect(read('tei/new/letter.xml')).toBe(stdout);
    expect(files()).toEqual(['letter.txt', 'tei/new/letter.xml']);
  });

  test('-o - is standard output', async () => {
    const { run, files } = fixture({ 'letter.txt': LETTER });
    expect((await run('convert', 'letter.txt', '-o', '-')).stdout).toContain('</TEI>');
    expect(files()).toEqual(['letter.txt']);
  });

  test('a folder: every .txt in it, its folders are kept', async () => {
    const { run, files } = fixture({
      'in/a.txt': LETTER,
      'in/1861/b.TXT': LETTER,
      'in/1861/c.d.txt': LETTER,
      'in/note.md': 'x',
      'in/old.xml': '<a/>',
      'in/node_modules/x.txt': LETTER,
      'in/.hidden/x.txt': LETTER,
    });
    const { status, stderr } = await run('convert', 'in/', '--out-dir', 'out');
    expect(stderr).toContain('3 files: 3 converted');
    expect(status).toBe(0);
    expect(files('out')).toEqual(['out/1861/b.xml', 'out/1861/c.d.xml', 'out/a.xml']);
  });

  test('a pattern, and the same file named twice', async () => {
    const { run, files } = fixture({ 'in/a.txt': LETTER, 'in/x/b.txt': LETTER, 'in/c.md': 'x' });
    const { status } = await run('convert', 'in/**/*.txt', './in/a.txt', '-d', 'out');
    expect(status).toBe(0);
    expect(files('out')).toEqual(['out/a.xml', 'out/b.xml']);
  });

  test('standard input, under a name', async () => {
    const { runWith } = fixture();
    const bad = Buffer.from([...Buffer.from('Dear Sir\n'), 0xff]);
    const { status, stderr } = await runWith({ stdin: bad }, 'convert', '-', '--stdin-name', 'mail.txt', '-r', 'gnu');
    expect(stderr).toMatch(/^mail\.txt:2:1: error: not valid UTF-8 at byte 9 /);
    expect(status).toBe(1);
    const good = await runWith({ stdin: LETTER.replace('Geneva', 'Zürich') }, 'convert', '-');
    expect(good.stdout).toContain('Zürich');
    expect(good.status).toBe(0);
  });

  test('standard input under a name: its settings, and the name of its output', async () => {
    const { runWith, read } = fixture({ 'ed/edition.json': '{ "title": "Title of the settings" }' });
    const argv = ['convert', '-', '--stdin-name', 'ed/mail.txt', '--out-dir', 'out'];
    expect((await runWith({ stdin: LETTER }, ...argv)).status).toBe(0);
    expect(read('out/mail.xml')).toContain('Title of the settings');
  });

  test('the same input gives the same bytes', async () => {
    const { run } = fixture({ 'letter.txt': LETTER });
    expect((await run('convert', 'letter.txt')).stdout).toBe((await run('convert', 'letter.txt')).stdout);
  });
});

describe('output is whole or absent', () => {
  test('an old output is replaced, with its mode', async () => {
    const { run, read, folder } = fixture({ 'letter.txt': LETTER, 'letter.xml': 'old' });
    chmodSync(join(folder, 'letter.xml'), 0o640);
    await run('convert', 'letter.txt', '-o', 'letter.xml');
    expect(read('letter.xml')).toContain('</TEI>');
    expect(statSync(join(folder, 'letter.xml')).mode & 0o777).toBe(0o640);
  });

  test('a symbolic link stays one', async () => {
    const { run, read, folder, files } = fixture({ 'letter.txt': LETTER, 'real/letter.xml': 'old' });
    symlinkSync('real/letter.xml', join(folder, 'letter.xml'));
    await run('convert', 'letter.txt', '-o', 'letter.xml');
    expect(read('real/letter.xml')).toContain('</TEI>');
    expect(files()).toEqual(['letter.txt', 'real/letter.xml']);
  });

  test('a folder in the place of the output: one line, status 2', async () => {
    const { run, folder, files } = fixture({ 'letter.txt': LETTER });
    mkdirSync(join(folder, 'out'));
    const { status, stderr } = await run('convert', 'letter.txt', '-o', 'out');
    expect(stderr).toContain(
      'out: error: cannot be written: it is a folder; what was there before is kept; choose another name [run/output',
    );
    expect(status).toBe(2);
    expect(files()).toEqual(['letter.txt']);
  });

  test('a file in the place of the folder: one line, status 2, the file is kept', async () => {
    const { run, read } = fixture({ 'letter.txt': LETTER, out: 'precious' });
    const { status, stderr } = await run('convert', 'letter.txt', '--out-dir', 'out', '-r', 'gnu');
    expect(stderr.match(/^.*: error: .*$/gm)).toEqual([
      expect.stringMatching(/^out\/letter\.xml: error: cannot be written: .+ \[run\/output-unwritable\]$/),
    ]);
    expect(status).toBe(2);
    expect(read('out')).toBe('precious');
  });

  (existsSync('/proc/self') ? test : test.skip)(
    'a folder that the system will not make: one line, status 2',
    async () => {
      const { run } = fixture({ 'letter.txt': LETTER });
      const { status, stderr } = await run('convert', 'letter.txt', '-o', '/proc/none/letter.xml', '-r', 'gnu');
      expect(stderr).toContain('/proc/none/letter.xml: error: cannot be written: ');
      expect(status).toBe(2);
    },
  );

  (isRoot ? test.skip : test)(
    'a folder that may not be written to: one line, status 2, the old output is kept',
    async () => {
      const { run, read, folder } = fixture({ 'letter.txt': LETTER, 'out/letter.xml': 'old' });
      chmodSync(join(folder, 'out'), 0o555);
      const { status, stderr } = await run('convert', 'letter.txt', '--out-dir', 'out', '-r', 'gnu');
      chmodSync(join(folder, 'out'), 0o755);
      expect(stderr.match(/^.*: error: .*$/gm)).toEqual([
        'out/letter.xml: error: cannot be written: permission denied; what was there before is kept; choose a place that you may write to [run/output-unwritable]',
      ]);
      expect(status).toBe(2);
      expect(read('out/letter.xml')).toBe('old');
    },
  );

  test('what could not be written is not counted', async () => {
    const { run } = fixture({ 'a.txt': LETTER, file: '' });
    const { stderr } = await run('convert', 'a.txt', '-d', 'file');
    expect(stderr).toContain('\n1 file: 0 converted; 0 errors');
  });

  test('a device is written to, not replaced', async () => {
    const { run } = fixture({ 'letter.txt': LETTER });
    expect((await run('convert', 'letter.txt', '-o', '/dev/null')).status).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('what cannot be read writes nothing, the rest is written', async () => {
    const { run, files, read } = fixture({ 'a.txt': Buffer.from([0xff]), 'b.txt': LETTER, 'out/a.xml': 'old' });
    const { status, stderr } = await run('convert', 'a.txt', 'b.txt', '--out-dir', 'out');
    expect(status).toBe(1);
    expect(stderr).toContain('2 files: 1 converted; 1 error');
    expect(files('out')).toEqual(['out/a.xml', 'out/b.xml']);
    expect(read('out/a.xml')).toBe('old');
  });
});

describe('said before anything is written', () => {
  test.each([
    [
      'two inputs, no place',
      ['a.txt', 'b.txt'],
      'teiscribe: error: 2 inputs need a folder to be written to; expected --out-dir [run/output-missing]',
    ],
    [
      'two inputs, one file',
      ['a.txt', 'b.txt', '-o', 'x.xml'],
      'teiscribe: error: "x.xml" would be written from "a.txt" and "b.txt" [run/output-shared]',
    ],
    [
      'two inputs of one name',
      ['a.txt', 'sub/a.txt', '-d', 'out'],
      'teiscribe: error: "out/a.xml" would be written from "a.txt" and "sub/a.txt" [run/output-shared]',
    ],
    [
      'an output that is an input',
      ['a.txt', '-o', './a.txt'],
      'teiscribe: error: "./a.txt" is itself an input [run/output-is-input]',
    ],
    [
      'an XML file',
      ['d.xml'],
      'd.xml: error: an XML file is no transcription: "convert" takes plain text; "validate" takes XML [run/not-a-transcription]',
    ],
    [
      'a missing file',
      ['b.txt', 'none.txt', '-d', 'out'],
      'none.txt: error: no such file or folder [run/file-missing]',
    ],
    [
      'a misspelt file',
      ['sub/leter.txt'],
      'sub/leter.txt: error: no such file or folder; did you mean "letter.txt"? [run/file-missing]',
    ],
    ['a pattern without a match', ['*.doc'], '*.doc: error: no file matches this pattern [run/pattern-unmatched]'],
    [
      'a folder without transcriptions',
      ['empty', '-d', 'out'],
      'empty: error: the folder holds no file ending in .txt [run/folder-empty]',
    ],
    [
      'an unknown encoding',
      ['a.txt', '-e', 'tei-leter'],
      'teiscribe: error: unknown encoding "tei-leter"; did you mean "tei-letter"? (known: tei-letter, frus) [run/unknown-name]',
    ],
    [
      'an unknown reporter',
      ['a.txt', '-r', 'prety'],
      'teiscribe: error: unknown reporter "prety"; did you mean "pretty"? (known: checkstyle, github, gitlab, gnu, html, json, junit, pretty, sarif) [run/unknown-name]',
    ],
    [
      'a report without a file',
      ['a.txt', '-r', 'sarif='],
      'teiscribe: error: "--reporter sarif=" names no file behind "=" [run/bad-arguments]',
    ],
    [
      'broken settings',
      ['broken/a.txt'],
      'broken/edition.json:1:3: error: unknown setting "titel" at /titel; did you mean "title"? [run/settings-unknown-key]',
    ],
  ])('%s', async (_, argv, line) => {
    const { run, files } = fixture({
      'a.txt': LETTER,
      'b.txt': LETTER,
      'sub/a.txt': LETTER,
      'sub/letter.txt': LETTER,
      'd.xml': '<TEI/>',
      'empty/x.md': '',
      'broken/a.txt': LETTER,
      'broken/edition.json': '{ "titel": "x" }',
    });
    const before = files();
    const { status, stdout, stderr } = await run('convert', ...argv);
    expect(stderr).toBe(`${line}\n`);
    expect(stdout).toBe('');
    expect(status).toBe(2);
    expect(files()).toEqual(before);
  });

  test('an unknown profile', async () => {
    const { run } = fixture({ 'a.txt': LETTER });
    const { status, stderr } = await run('convert', 'a.txt', '--profile', 'frus-wep');
    expect(stderr).toMatch(/^teiscribe: error: unknown profile "frus-wep"; did you mean "frus-web"\? \(known: auto, /);
    expect(status).toBe(2);
  });

  test('-o and --out-dir together', async () => {
    const { run } = fixture({ 'a.txt': LETTER });
    const { status, stderr } = await run('convert', 'a.txt', '-o', 'x.xml', '-d', 'out');
    expect(stderr).toMatch(/^teiscribe: error: [^\n]*cannot be used with[^\n]* \[run\/bad-arguments\]\n$/);
    expect(status).toBe(2);
  });

  (isRoot ? test.skip : test)('an unreadable file', async () => {
    const { run, folder } = fixture({ 'a.txt': LETTER });
    chmodSync(join(folder, 'a.txt'), 0);
    const { status, stderr } = await run('convert', 'a.txt', '-r', 'gnu');
    expect(stderr).toBe('a.txt: error: cannot be read: permission denied [run/file-unreadable]\n');
    expect(status).toBe(2);
  });
});

describe('settings, flags and environment', () => {
  const settings = JSON.stringify({ title: 'Letters of a Test', date: '2001-02-03', encoding: 'frus' });

  test('settings hold; flags go before them', async () => {
    const { run } = fixture({ 'edition.json': settings, 'in/a.txt': LETTER });
    const frus = await run('convert', 'in/a.txt');
    expect(frus.stdout).toContain('Letters of a Test');
    expect(frus.stdout).toContain('2001-02-03');
    expect(frus.stdout).not.toContain('<profileDesc>');
    const letter = await run('convert', 'in/a.txt', '--encoding', 'tei-letter');
    expect(letter.stdout).toContain('<profileDesc>');
  });

  test('SOURCE_DATE_EPOCH goes before the date of the settings', async () => {
    const { runWith } = fixture({ 'edition.json': settings, 'a.txt': LETTER });
    const { stdout } = await runWith({ env: { SOURCE_DATE_EPOCH: '86400' } }, 'convert', 'a.txt');
    expect(stdout).toContain('1970-01-02');
    expect(stdout).not.toContain('2001-02-03');
  });

  test('without either there is no date of the day', async () => {
    const { run } = fixture({ 'a.txt': LETTER });
    expect((await run('convert', 'a.txt')).stdout).not.toContain(`${new Date().getFullYear()}`);
  });

  test('a SOURCE_DATE_EPOCH that is none', async () => {
    const { runWith } = fixture({ 'a.txt': LETTER });
    const { status, stderr } = await runWith({ env: { SOURCE_DATE_EPOCH: 'today' } }, 'convert', 'a.txt');
    expect(stderr).toMatch(/^teiscribe: error: SOURCE_DATE_EPOCH is "today"; .* \[run\/source-date-epoch-invalid\]\n$/);
    expect(status).toBe(2);
  });

  test('a severity of the settings decides the status', async () => {
    const { run } = fixture({
      'a.txt': Buffer.from('\uFEFFDear Sir,\n\nThank you.\n', 'utf16le'),
      'strict/a.txt': Buffer.from('\uFEFFDear Sir,\n\nThank you.\n', 'utf16le'),
      'strict/edition.json': '{ "severity": { "source/utf-16": "error" } }',
    });
    const lenient = await run('convert', 'a.txt', '-r', 'gnu');
    expect(lenient.stderr).toContain('a.txt:1:1: info: the file is UTF-16LE, and was read as such [source/utf-16]');
    expect(lenient.status).toBe(0);
    const strict = await run('convert', 'strict/a.txt', '-r', 'gnu');
    expect(strict.stderr).toContain('strict/a.txt:1:1: error: the file is UTF-16LE, and was read as such');
    expect(strict.stdout).toContain('</TEI>');
    expect(strict.status).toBe(1);
  });
});

describe('bad input: one clear line, status 1, nothing written', () => {
  test.each([
    ['empty', '', 'x.txt:1:1: error: the file is empty [source/empty-file]'],
    ['blank', ' \n\n', 'x.txt:1:1: error: the file holds nothing but white space [source/empty-file]'],
    [
      'binary',
      Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0]),
      'x.txt:1:1: error: the file is not plain text: it looks like a ZIP archive, such as a Word (.docx) or LibreOffice (.odt) document [source/not-text]',
    ],
    [
      'invalid UTF-8',
      Buffer.from([0x41, 0x0a, 0x42, 0xe9, 0x43]),
      'x.txt:2:2: error: not valid UTF-8 at byte 3 (E9 43) [source/invalid-bytes]',
    ],
    [
      'NUL',
      'Dear\0 Sir, and so on',
      'x.txt:1:5: error: the text holds a null character at byte 4 [source/null-character]',
    ],
  ])('%s', async (_, content, line) => {
    const { run, files } = fixture({ 'x.txt': content });
    const { status, stderr, stdout } = await run('convert', 'x.txt', '-o', 'x.xml', '-r', 'gnu');
    expect(stderr).toBe(`${line}\n`);
    expect([status, stdout]).toEqual([1, '']);
    expect(files()).toEqual(['x.txt']);
  });

  test('a transcription of more than 16 MiB', async () => {
    const { run, folder } = fixture({ 'x.txt': 'Dear Sir' });
    truncateSync(join(folder, 'x.txt'), 40_000_000);
    const { status, stderr } = await run('convert', 'x.txt', '-o', 'x.xml', '-r', 'gnu');
    expect(stderr).toBe(
      'x.txt:1:1: error: the file has 40000000 bytes; a transcription may have at most 16777216 [run/file-too-large]\n',
    );
    expect(status).toBe(2);
  });

  test('a byte order mark and Windows line ends change nothing', async () => {
    const { run } = fixture({ 'a.txt': LETTER, 'b/a.txt': `\uFEFF${LETTER.replaceAll('\n', '\r\n')}` });
    const plain = await run('convert', 'a.txt');
    const windows = await run('convert', 'b/a.txt');
    expect(windows.status).toBe(0);
    expect(windows.stdout).toBe(plain.stdout);
    expect(windows.stdout).not.toMatch(/[\r\uFEFF]/);
  });
});
