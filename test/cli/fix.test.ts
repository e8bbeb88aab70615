import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { mendFile } from '../../src/cli/mend-files.js';
import { type Diagnostic, gatherDiagnostics } from '../../src/diagnostic/index.js';
import { createSource, type Source } from '../../src/source/index.js';
import { validate } from '../../src/validate.js';
import { fixture } from './fixture.js';

/** A schema of a small vocabulary: fixes are about names and values, not about headers. */
const SCHEMA = `default namespace = "http://www.tei-c.org/ns/1.0"
start = element TEI { id?, attribute xml:lang { xsd:language }?, element text { element body { block+ } } }
id = attribute xml:id { xsd:ID }
block = element div { id?, attribute type { text }?, attribute n { text }?, (element salute { text } | p)+ } | p
p = element p { id?, mixed { (date | pb | ref)* } }
date = element date { attribute when { xsd:date }?, text }
pb = element pb { id?, attribute n { text }, attribute break { "no" }?, empty }
ref = element ref { attribute target { text }, text }
`;
const tei = (body: string, root = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"${root}>\n<text><body>\n${body}\n</body></text>\n</TEI>\n`;
const files = (text: string | Uint8Array) => fixture({ 's.rnc': SCHEMA, 'a.xml': text });
const fix = ['validate', 'a.xml', '--schema', 's.rnc', '--reporter', 'gnu', '--fix'] as const;

describe('validate --fix', () => {
  test.each([
    [
      'a misspelt element and its end tag',
      '<div><salut>Sir <!-- </salut> --></salut></div>',
      '<div><salute>Sir <!-- </salut> --></salute></div>',
    ],
    ['a misspelt element in another of its name', '<dvi><p>x</p></dvi>', '<div><p>x</p></div>'],
    ['an attribute of TEI P4', '<p id="x">a</p>', '<p xml:id="x">a</p>'],
    [
      'a date that lacks zeros',
      '<p><date when="1962-1-5">then</date></p>',
      '<p><date when="1962-01-05">then</date></p>',
    ],
    [
      'a date without a value',
      '<p><date>May 12, 1961</date></p>',
      '<p><date when="1961-05-12">May 12, 1961</date></p>',
    ],
    ['white space in a word', '<p>peace <pb n="2" break="no"/>\n ful</p>', '<p>peace<pb n="2" break="no"/>ful</p>'],
    [
      'a pointer without its sign',
      '<p xml:id="p">See <ref target="p">it</ref></p>',
      '<p xml:id="p">See <ref target="#p">it</ref></p>',
    ],
    ['an element without a namespace', '<p xmlns="">a</p>', '<p>a</p>'],
    ['an attribute twice', '<div n="1" type="a" n="1"><p>a</p></div>', '<div n="1" type="a"><p>a</p></div>'],
    [
      'a misspelt attribute that seems to be missing',
      '<p><date whne="1961-05-12">May 12, 1961</date></p>',
      '<p><date when="1961-05-12">May 12, 1961</date></p>',
    ],
    ['accents apart', '<p>cafe\u0301</p>', '<p>café</p>'],
    [
      'an identifier that was forgotten',
      '<p><pb n="1" xml:id="pg_1"/>a <pb n="2" xml:id="pg_2"/>b <pb n="3" xml:id="pg_3"/>c <pb n="4"/></p>',
      '<p><pb n="1" xml:id="pg_1"/>a <pb n="2" xml:id="pg_2"/>b <pb n="3" xml:id="pg_3"/>c <pb n="4" xml:id="pg_4"/></p>',
    ],
  ])('%s', async (_, before, after) => {
    const folder = files(tei(before));
    expect(await folder.run(...fix)).toEqual({ status: 0, stdout: expect.any(String), stderr: '1 mended in 1 file\n' });
    expect(folder.read('a.xml')).toBe(tei(after));
    expect((await folder.run(...fix)).stderr).toBe('0 mended in 0 files\n');
  });

  test('declares the namespace of a root that has none', async () => {
    const folder = files(tei('<p>a</p>').replace(/ xmlns="[^"]*"/, ''));
    await folder.run(...fix);
    expect(folder.read('a.xml')).toBe(tei('<p>a</p>'));
  });

  test('mends the last line, in its own way to end', async () => {
    const folder = files(tei('<p>a</p>').replace(/\n/g, '\r\n').trimEnd());
    await folder.run(...fix);
    expect(folder.read('a.xml')).toBe(tei('<p>a</p>').replace(/\n/g, '\r\n'));
  });

  test.each([
    ['a name near to several', '<p><date>May 12, 1961</date> <pd n="1"/></p>'],
    ['a day that could be a month', '<p><date when="3/4/1961">then</date></p>'],
    ['a word without a schema for break="no"', '<p>x</p>'],
    ['an element that has no near name', '<salutation>Sir</salutation>'],
  ])('leaves %s', async (_, body) => {
    const folder = files(tei(body.replace('<date>', '<date when="1961-05-12">')));
    const before = folder.read('a.xml');
    await folder.run(...fix);
    expect(folder.read('a.xml')).toBe(before);
  });

  test('does not write what the schema forbids', async () => {
    const folder = files(tei('<p>Peaceful, peace<pb n="2"/>ful, so peaceful. <date>May 12, 1961</date></p>'));
    folder.write('s.rnc', SCHEMA.replace(', attribute break { "no" }?', ''));
    expect((await folder.run(...fix)).stderr).toBe('1 mended in 1 file\n');
    expect(folder.read('a.xml')).toContain('peace<pb n="2"/>ful, so peaceful. <date when="1961-05-12">');
  });

  test('says what remains, with its status', async () => {
    const folder = files(tei('<p id="x">See <ref target="#y">it</ref></p>'));
    const { status, stdout, stderr } = await folder.run(...fix);
    expect([status, stderr]).toEqual([1, '1 mended in 1 file\n']);
    expect(stdout).toContain('a.xml:4:32: error: pointer "#y"');
    expect(stdout).not.toContain('"id"');
  });

  test('--dry-run shows a patch and writes nothing', async () => {
    const folder = files(tei('<p id="x">a</p>'));
    const { status, stdout, stderr } = await folder.run(...fix, '--dry-run');
    expect(folder.read('a.xml')).toBe(tei('<p id="x">a</p>'));
    expect(stdout).toContain('--- a/a.xml\n+++ b/a.xml\n@@ ');
    expect(stdout).toContain('\n-<p id="x">a</p>\n+<p xml:id="x">a</p>\n');
    expect(stderr).toContain('1 would be mended in 1 file\n');
    expect(status).toBe(0);
  });

  test('keeps the encoding, the byte order mark and the permissions of a file', async () => {
    const text = tei('<p id="x">café</p>');
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
    const latin1 = Buffer.from(text.replace('UTF-8', 'ISO-8859-1'), 'latin1');
    const marked = Buffer.from(`\uFEFF${text}`);
    for (const [bytes, encoding] of [
      [utf16, 'utf16le'],
      [latin1, 'latin1'],
      [marked, 'utf8'],
    ] as const) {
      const folder = files(bytes);
      chmodSync(join(folder.folder, 'a.xml'), 0o600);
      await folder.run(...fix);
      const file = join(folder.folder, 'a.xml');
      expect(statSync(file).mode & 0o777).toBe(0o600);
      const { readFileSync } = await import('node:fs');
      expect(readFileSync(file).toString(encoding)).toBe(bytes.toString(encoding).replace(' id=', ' xml:id='));
    }
  });

  test('refuses standard input', async () => {
    const { status, stderr } = await fixture().runWith({ stdin: tei('<p/>') }, 'validate', '-', '--fix');
    expect([status, stderr]).toEqual([
      2,
      'teiscribe: error: --fix needs files; standard input cannot be mended [run/bad-arguments]\n',
    ]);
  });

  test('leaves transcriptions alone', async () => {
    const folder = fixture({ 'a.txt': '1. Letter\n\nDear Sir:\n\nThe cafe\u0301.\n' });
    await folder.run('validate', 'a.txt', '--fix');
    expect(folder.read('a.txt')).toContain('cafe\u0301');
  });
});

test('a file that was changed in the meantime is not written', async () => {
  const folder = files(tei('<p id="x">a</p>'));
  const file = join(folder.folder, 'a.xml');
  const input = { shown: 'a.xml', file, below: 'a.xml', folder: folder.folder };
  const schema = createSource('s.rnc', SCHEMA);
  const check = async (text: Source = createSource('a.xml', folder.read('a.xml'))): Promise<readonly Diagnostic[]> => {
    const { report, list } = gatherDiagnostics();
    await validate(text, { schema: 's.rnc', read: () => schema }, report);
    // Someone saves the file while it is looked at for the second time.
    if (text.text.includes('xml:id')) folder.write('a.xml', tei('<p id="y">b</p>'));
    return list();
  };
  const said: string[] = [];
  const complaints = {
    report: (_: string, { message }: Diagnostic) => said.push(message),
    failed: () => said.length > 0,
  };
  const silent = { write: () => undefined };
  const world = { cwd: folder.folder, env: {}, stdin: (async function* () {})(), stdout: silent, stderr: silent };
  const { count } = await mendFile(input, check, (found) => found, { dryRun: false }, world, complaints);
  expect([count, said]).toEqual([0, ['was not mended: it was changed in the meantime']]);
  expect(folder.read('a.xml')).toBe(tei('<p id="y">b</p>'));
});

// Root may write to any file.
(process.getuid?.() === 0 ? test.skip : test)(
  'a file that may not be written to stays, and the run fails',
  async () => {
    const folder = files(tei('<p id="x">a</p>'));
    chmodSync(join(folder.folder, 'a.xml'), 0o444);
    const { status, stderr } = await folder.run(...fix);
    expect([status, folder.read('a.xml')]).toEqual([2, tei('<p id="x">a</p>')]);
    expect(stderr).toContain('a.xml: error: cannot be written: permission denied; what was there before is kept');
  },
);
