import { describe, expect, test } from '@jest/globals';
import { letterXml } from '../exporters/tei.js';
import { pageExample } from '../page-example.js';
import { fixture } from './fixture.js';

const XML = letterXml('<p>Hello</p>');

describe('teiscribe export', () => {
  test('one file goes to standard output', async () => {
    expect(await fixture({ 'a.xml': XML }).run('export', 'a.xml', '--to', 'text')).toEqual({
      status: 0,
      stdout: 'Hello\n',
      stderr: '',
    });
  });

  test('standard input', async () => {
    const { status, stdout } = await fixture().runWith({ stdin: XML }, 'export', '-', '--to', 'text');
    expect([status, stdout]).toEqual([0, 'Hello\n']);
  });

  test('-o, and a folder of files below --out-dir', async () => {
    const { run, read, files } = fixture({ 'tei/a.xml': XML, 'tei/b/c.xml': XML });
    expect(await run('export', 'tei/a.xml', '--to', 'text', '-o', 'new/a.txt')).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(read('new/a.txt')).toBe('Hello\n');
    expect((await run('export', 'tei', '--to', 'text', '-d', 'out/deep')).status).toBe(0);
    expect(files('out')).toEqual(['out/deep/a.txt', 'out/deep/b/c.txt']);
  });

  test('into the working folder', async () => {
    const { run, files } = fixture({ 'a.xml': XML });
    expect((await run('export', 'a.xml', '--to', 'text', '-d', '.')).status).toBe(0);
    expect(files()).toEqual(['a.txt', 'a.xml']);
  });

  test('what was in the folder stays, but for files of the same name', async () => {
    const { run, read } = fixture({ 'a.xml': XML, 'out/a.txt': 'old', 'out/mine.txt': 'mine' });
    await run('export', 'a.xml', '--to', 'text', '-d', 'out');
    expect([read('out/a.txt'), read('out/mine.txt')]).toEqual(['Hello\n', 'mine']);
  });

  test('files of several editions: whose settings hold is said', async () => {
    const edition = (title: string) => JSON.stringify({ title });
    const { run } = fixture({
      'a/edition.json': edition('A'),
      'a/a.xml': XML,
      'b/edition.json': edition('B'),
      'b/b.xml': XML,
    });
    const { status, stderr } = await run('export', 'a', 'b', '--to', 'jsonl', '-o', 'all.jsonl');
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr:
        'b/edition.json: warning: is not read: the settings are those of the first file, "a/edition.json"; export the files below it in a run of their own [run/other-settings]\n',
    });
    expect((await run('export', 'a', '--to', 'jsonl', '-o', 'a.jsonl')).stderr).toBe('');
  });

  test('severities of edition.json hold', async () => {
    const settings = (severity: string) => JSON.stringify({ severity: { 'export/element-not-known': severity } });
    const { run, write } = fixture({ 'a.xml': letterXml('<p><wish>x</wish></p>') });
    write('edition.json', settings('off'));
    expect(await run('export', 'a.xml', '--to', 'text')).toEqual({ status: 0, stdout: 'x\n', stderr: '' });
    write('edition.json', settings('error'));
    expect(await run('export', 'a.xml', '--to', 'text')).toMatchObject({ status: 1, stdout: '' });
  });

  test('a file that is not well-formed: nothing is written', async () => {
    const { run, files } = fixture({ 'a.xml': XML, 'b.xml': '<TEI>' });
    const { status, stderr } = await run('export', 'a.xml', 'b.xml', '--to', 'text', '-d', 'out');
    expect([status, stderr.split('\n').length, files()]).toEqual([1, 2, ['a.xml', 'b.xml']]);
  });

  test.each([
    [['--to', 'txt'], 'unknown format "txt"; did you mean "text"?'],
    [['--to', 'text', 'b.xml'], 'expected --out-dir'],
    [['--to', 'text', '-o', 'a.xml'], '"a.xml" is itself an input'],
    [[], '--to'],
  ])('%j: status 2, and nothing is written', async (flags, said) => {
    const { run, files } = fixture({ 'a.xml': XML, 'b.xml': XML });
    const { status, stderr } = await run('export', 'a.xml', ...flags);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
    expect(files()).toEqual(['a.xml', 'b.xml']);
  });

  test('TEI without a text is said to have none', async () => {
    const { path, failing, mended, said } = pageExample('export/text-missing');
    const { run, write } = fixture({ [path]: failing });
    const header = await run('export', path, '--to', 'text', '-o', 'a.out');
    expect([header.status, header.stderr]).toEqual([0, `${said}\n`]);
    for (const whole of [mended, failing.replace('</TEI>', '<standOff><listPerson/></standOff></TEI>'), '<div/>']) {
      write(path, whole);
      expect((await run('export', path, '--to', 'json', '-o', 'b.out')).stderr).not.toContain('text-missing');
    }
  });

  test('what is no TEI is not exported: a transcription, other XML, an empty file', async () => {
    const { run, files } = fixture({
      'a.txt': 'Dear Ada,\n',
      'b.xml': '<rss><p/></rss>',
      'c.xml': '',
      'd.xml': '<p>Hello</p>',
    });
    const transcription = await run('export', 'a.txt', '--to', 'text', '-o', 'a.out');
    expect(transcription.status).toBe(1);
    expect(transcription.stderr).toMatch(/^a\.txt:1:1: error: .*\[export\/not-tei\]/);
    expect(transcription.stderr).not.toContain('root element');
    const other = await run('export', 'b.xml', '--to', 'text', '-o', 'b.out');
    expect([other.status, other.stderr]).toEqual([
      1,
      'b.xml:1:1: error: root element "rss" is none of TEI [export/not-tei]\n',
    ]);
    expect((await run('export', 'c.xml', '--to', 'text', '-o', 'c.out')).stderr).toContain('source/empty-file');
    expect((await run('export', 'd.xml', '--to', 'text')).stdout).toBe('Hello\n');
    expect(files()).toEqual(['a.txt', 'b.xml', 'c.xml', 'd.xml']);
  });

  test('a format that is not named: all are', async () => {
    const { status, stderr } = await fixture({ 'a.xml': XML }).run('export', 'a.xml');
    expect(status).toBe(2);
    expect(stderr).toMatch(/--to with one of: .*\bdocx\b.*\btext\b/);
  });

  test('a folder that cannot be made leaves nothing behind', async () => {
    const { run, files } = fixture({ 'a.xml': XML, out: 'a file' });
    const { status } = await run('export', 'a.xml', '--to', 'text', '-d', 'out');
    expect([status, files()]).toEqual([2, ['a.xml', 'out']]);
  });

  test('an input below the folder is never overwritten', async () => {
    const { run, read } = fixture({ 'out/a.txt': XML });
    const { status, stderr } = await run('export', 'out/a.txt', '--to', 'text', '-d', 'out');
    expect([status, read('out/a.txt')]).toEqual([2, XML]);
    expect(stderr).toContain('is itself an input');
  });
});
