import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { fixture, LETTER } from './fixture.js';

/** A grammar for `<a>` with any number of `<b n="integer">text</b>`. */
const GRAMMAR = `<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"
  datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <zeroOrMore><element name="b"><attribute name="n"><data type="integer"/></attribute><text/></element></zeroOrMore>
</element>
`;
const VALID = '<a><b n="1">x</b></a>\n';
const INVALID = '<a>\n  <b n="x">x</b>\n</a>\n';

const files = {
  's.rng': GRAMMAR,
  'good.xml': VALID,
  'bad.xml': INVALID,
  'ill.xml': '<a>\n  <b n="1">x</c>\n</a>\n',
};

describe('status and report', () => {
  test('a valid document: 0, the summary on standard output', async () => {
    const outcome = await fixture(files).run('validate', 'good.xml', '--schema', 's.rng');
    expect(outcome).toEqual({
      status: 0,
      stdout: '1 file, schema "s.rng": 1 valid, 0 invalid; 0 errors, 0 warnings\n',
      stderr: '',
    });
  });

  test('an invalid document: 1, at its line and column', async () => {
    const { status, stdout } = await fixture(files).run('validate', 'bad.xml', '-s', 's.rng', '-r', 'gnu');
    expect(stdout).toMatch(/^bad\.xml:2:6: error: .*"x".* \[rng\/attribute-value-invalid\]\n$/);
    expect(status).toBe(1);
  });

  test('an ill-formed document: 1', async () => {
    const { status, stdout } = await fixture(files).run('validate', 'ill.xml', '-s', 's.rng', '-r', 'gnu');
    expect(stdout).toMatch(/^ill\.xml:2:13: error: .* \[xml\/end-tag-mismatch\]\n$/);
    expect(status).toBe(1);
  });

  test('pretty: excerpt and caret', async () => {
    const { stdout } = await fixture(files).run('validate', 'bad.xml', '-s', 's.rng');
    expect(stdout).toContain('\n  2 |   <b n="x">x</b>\n    |      ^^^^^\n');
  });

  test('several files and reporters, each to its place', async () => {
    const { run, read } = fixture(files);
    const argv = ['validate', 'good.xml', 'bad.xml', '-s', 's.rng', '-r', 'gnu', '-r', 'json=out/report.json'];
    const { status, stdout } = await run(...argv);
    expect(status).toBe(1);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(read('out/report.json'))).toMatchObject({
      task: 'validate',
      summary: { files: 2, valid: 1, invalid: 1, errors: 1 },
      files: [
        { path: 'good.xml', valid: true, schema: 's.rng' },
        { path: 'bad.xml', valid: false, diagnostics: [{ place: { start: { line: 2, column: 6 } } }] },
      ],
    });
  });

  test('a reporter with a file leaves the report for people on standard output', async () => {
    const { stdout } = await fixture(files).run('validate', 'good.xml', '-s', 's.rng', '-r', 'json=report.json');
    expect(stdout).toContain('1 valid, 0 invalid');
  });

  test('colours on a terminal, unless NO_COLOR', async () => {
    const { runWith } = fixture(files);
    const argv = ['validate', 'bad.xml', '-s', 's.rng'];
    expect((await runWith({ isTTY: true }, ...argv)).stdout).toContain('\u001b[');
    expect((await runWith({ isTTY: true, env: { NO_COLOR: '1' } }, ...argv)).stdout).not.toContain('\u001b[');
    expect((await runWith({ isTTY: true, env: { TERM: 'dumb' } }, ...argv)).stdout).not.toContain('\u001b[');
  });

  test('a folder: every .xml and .txt in it', async () => {
    const { run } = fixture({
      's.rng': GRAMMAR,
      'in/a.xml': VALID,
      'in/b/c.XML': INVALID,
      'in/d.txt': 'Dear Sir,\n\nThank you.\n',
      'in/notes.md': '',
    });
    const { stdout } = await run('validate', 'in', '-s', 's.rng', '-r', 'json');
    const { files: found }: { readonly files: readonly { readonly path: string }[] } = JSON.parse(stdout);
    expect(found.map(({ path }) => path)).toEqual(['in/a.xml', 'in/b/c.XML', 'in/d.txt']);
  });

  test('standard input, named or told by its beginning', async () => {
    const { runWith } = fixture(files);
    const { stdout } = await runWith({ stdin: INVALID }, 'validate', '-', '-s', 's.rng', '-r', 'gnu');
    expect(stdout).toMatch(/^stdin\.xml:2:6: error: /);
    const named = await runWith(
      { stdin: INVALID },
      'validate',
      '-',
      '--stdin-name',
      'x.xml',
      '-s',
      's.rng',
      '-r',
      'gnu',
    );
    expect(named.stdout).toMatch(/^x\.xml:2:6: error: /);
  });
});

describe('schemas', () => {
  test('compact syntax', async () => {
    const { run } = fixture({ ...files, 's.rnc': 'element a { element b { attribute n { xsd:integer }, text }* }' });
    expect((await run('validate', 'good.xml', '-s', 's.rnc')).status).toBe(0);
    expect((await run('validate', 'bad.xml', '-s', 's.rnc')).status).toBe(1);
  });

  test('a schema that includes another, seen from its own folder', async () => {
    const { run } = fixture({
      ...files,
      'my schemas/main.rng':
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="the%20parts/p.rng"/></grammar>',
      'my schemas/the parts/p.rng': `<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start>${GRAMMAR}</start></grammar>`,
    });
    expect((await run('validate', 'good.xml', '-s', 'my schemas/main.rng')).status).toBe(0);
    expect((await run('validate', 'bad.xml', '-s', 'my schemas/main.rng')).status).toBe(1);
  });

  test('xml-model, relative to the document', async () => {
    const { run } = fixture({
      'schemas/s.rng': GRAMMAR,
      'in/bad.xml': `<?xml-model href="../schemas/s.rng" schematypens="http://relaxng.org/ns/structure/1.0"?>${INVALID}`,
    });
    const { status, stdout } = await run('validate', 'in/bad.xml');
    expect(stdout).toContain('1 file, schema "schemas/s.rng": 0 valid, 1 invalid');
    expect(status).toBe(1);
  });

  test('a schema on the network is not fetched, and that is said once, with what to do', async () => {
    const { run } = fixture({
      'a.xml': `<?xml-model href="https://example.org/s.rng"?><TEI xmlns="http://www.tei-c.org/ns/1.0"/>`,
    });
    const { stdout } = await run('validate', 'a.xml', '-r', 'json');
    const said = JSON.parse(stdout).files[0].diagnostics;
    expect(said.filter(({ code }: { code: string }) => code.startsWith('schema/'))).toMatchObject([
      {
        code: 'schema/model-not-added',
        note: expect.stringContaining('teiscribe schema add https://example.org/s.rng'),
      },
    ]);
    expect(said.filter(({ code }: { code: string }) => code.startsWith('run/'))).toEqual([]);
  });

  test.each([
    ['a schema that is not there', 'none.rng', 'none.rng: error: no such file or folder [run/file-missing]'],
    [
      'a name that is none',
      'leter',
      'teiscribe: error: unknown schema "leter"; did you mean "letter"? (known: letter, frus) [run/unknown-name]',
    ],
  ])('%s: one line, status 2', async (_, schema, line) => {
    expect(await fixture(files).run('validate', 'good.xml', '-s', schema)).toEqual({
      status: 2,
      stdout: '',
      stderr: `${line}\n`,
    });
  });

  test.each([
    ['a schema that is not one', '<a/>\n'],
    ['an ill-formed schema', '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0">\n<empty>\n</element>\n'],
    [
      'a schema with a mistake',
      '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0">\n<ref name="x"/>\n</element>\n',
    ],
  ])('%s: place and reason, status 2, once', async (_, schema) => {
    const { run } = fixture({ ...files, 'wrong.rng': schema });
    const { status, stdout } = await run('validate', 'good.xml', 'bad.xml', '-s', 'wrong.rng', '-r', 'gnu');
    expect(stdout).toMatch(/^wrong\.rng:\d+:\d+: error: /);
    expect(stdout.match(/wrong\.rng:/g)).toHaveLength(1);
    expect(status).toBe(2);
  });

  test('a schema that cannot be read as text: place and reason, status 2', async () => {
    const { run } = fixture({ ...files, 'wrong.rng': '' });
    const { status, stdout } = await run('validate', 'good.xml', '-s', 'wrong.rng', '-r', 'gnu');
    expect(stdout).toContain('wrong.rng:1:1: error: the file is empty [source/empty-file]');
    expect(status).toBe(2);
  });

  test('a schema in the settings, relative to them; a flag goes before it', async () => {
    const { run } = fixture({
      'ed/s.rng': GRAMMAR,
      'ed/edition.json': '{ "schema": "s.rng" }',
      'ed/in/bad.xml': INVALID,
      'any.rng': '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><ref name="x"/></element>',
    });
    const { status, stdout } = await run('validate', 'ed/in/bad.xml');
    expect(stdout).toContain('schema "ed/s.rng": 0 valid, 1 invalid');
    expect(status).toBe(1);
    expect((await run('validate', 'ed/in/bad.xml', '--schema', 'any.rng')).status).toBe(2);
  });
});

describe('checks', () => {
  test('an unknown check', async () => {
    const { status, stderr } = await fixture(files).run('validate', 'good.xml', '-c', 'gramar,rules');
    expect(stderr).toBe(
      'teiscribe: error: unknown check "gramar"; did you mean "grammar"? (known: grammar, schematron, rules) [run/unknown-name]\n',
    );
    expect(status).toBe(2);
  });

  test('only the checks that are asked for', async () => {
    const { run } = fixture(files);
    expect((await run('validate', 'bad.xml', '-s', 's.rng', '-c', 'rules')).status).toBe(0);
    expect((await run('validate', 'bad.xml', '-s', 's.rng', '-c', 'rules', '-c', 'grammar')).status).toBe(1);
  });
});

describe('--against', () => {
  const convert = async (text: string) => {
    const { run } = fixture({ 'a.txt': text });
    return (await run('convert', 'a.txt')).stdout;
  };

  test('a conversion holds against its transcription; one letter changed does not', async () => {
    const { run, write } = fixture({ 'a.txt': LETTER, 'a.xml': await convert(LETTER) });
    expect(await run('validate', 'a.xml', '--against', 'a.txt')).toMatchObject({ status: 0 });
    write('a.txt', LETTER.replace('letter of March', 'letter of april'));
    const { status, stdout } = await run('validate', 'a.xml', '--against', 'a.txt', '-r', 'gnu');
    expect(stdout).toMatch(/^a\.xml:\d+:\d+: error: .* \[rule\/text-differs\]\n$/);
    expect(status).toBe(1);
  });

  test('a folder, by base name', async () => {
    const other = LETTER.replace('Geneva', 'Vienna');
    const { run, write } = fixture({
      'in/a.txt': LETTER,
      'in/x/b.txt': other,
      'tei/a.xml': await convert(LETTER),
      'tei/b.xml': await convert(other),
    });
    expect(await run('validate', 'tei', '--against', 'in')).toMatchObject({ status: 0 });
    write('in/x/b.txt', LETTER);
    const { status, stdout } = await run('validate', 'tei', '--against', 'in', '-r', 'gnu');
    expect(stdout.match(/^.*: error: .*$/gm)).toEqual([
      expect.stringMatching(/^tei\/b\.xml:\d+:\d+: error: .* \[rule\/text-differs\]$/),
    ]);
    expect(status).toBe(1);
  });

  test('the same base name twice: the folder decides', async () => {
    const other = LETTER.replace('Geneva', 'Vienna');
    const { run } = fixture({
      'in/1/a.txt': LETTER,
      'in/2/a.txt': other,
      'tei/1/a.xml': await convert(LETTER),
      'tei/2/a.xml': await convert(other),
    });
    expect(await run('validate', 'tei', '--against', 'in')).toMatchObject({ status: 0 });
    const { status, stderr } = await run('validate', 'tei/1/a.xml', '--against', 'in');
    expect(stderr).toBe(
      'tei/1/a.xml: error: several transcriptions have this name: "in/1/a.txt", "in/2/a.txt" [run/against-ambiguous]\n',
    );
    expect(status).toBe(2);
  });

  test.each([
    [
      ['tei', '--against', 'in'],
      'tei/b.xml: error: no transcription "b.txt" in "in" to compare with [run/against-missing]',
    ],
    [
      ['tei', '--against', 'in/a.txt'],
      'teiscribe: error: "in/a.txt" is one transcription, but there are 2 documents to compare; expected a folder [run/against-one-file]',
    ],
    [['tei', '--against', 'nowhere'], 'nowhere: error: cannot be read: no such file or folder [run/file-unreadable]'],
  ])('%j: one line, status 2', async (argv, line) => {
    const { run } = fixture({ 'in/a.txt': LETTER, 'tei/a.xml': '<a/>', 'tei/b.xml': '<a/>' });
    expect(await run('validate', ...argv)).toEqual({ status: 2, stdout: '', stderr: `${line}\n` });
  });
});

describe('transcriptions', () => {
  test('a transcription is validated as the TEI that it becomes', async () => {
    const { status, stdout } = await fixture({ 'a.txt': LETTER }).run('validate', 'a.txt');
    expect(stdout).toContain('1 file, schema "letter": 1 valid, 0 invalid; 0 errors');
    expect(status).toBe(0);
  });

  test('under another encoding', async () => {
    const { stdout } = await fixture({ 'a.txt': LETTER }).run('validate', 'a.txt', '-e', 'frus');
    expect(stdout).toContain('1 file, schema "frus": 1 valid, 0 invalid; 0 errors');
  });

  test('a chapter: each of its documents, at its place in the whole', async () => {
    const letter = (number: number, body: string) =>
      `${number}. Letter From Lane to Falk\n\nOslo, May ${number}, 1961.\n\nDear Mr. Falk:\n\n${body}1\n\nSincerely,\n\nAda Lane\n\n  1. Not found.`;
    const chapter = [letter(1, 'I thank you.'), letter(2, 'The the boat came.'), letter(4, 'It left.2')].join('\n\n');
    const { status, stdout } = await fixture({ 'chapter.txt': chapter }).run('validate', 'chapter.txt', '-r', 'gnu');
    expect(stdout.split('\n').map((line) => line.replace(/: .*(?= \[)/, ''))).toEqual([
      'chapter.txt [tei/edition-not-described]',
      'chapter.txt:1:1 [transcript/profile-detected]',
      'chapter.txt:1:1 [transcript/several-documents]',
      'chapter.txt:21:5 [rule/repeated-word]',
      'chapter.txt:29:1 [transcript/document-number-missing]',
      '',
    ]);
    expect(status).toBe(0);
  });

  test('--decisions: a marker, and that a document begins or does not', async () => {
    const text = '1. Report From Lane\n\nOne.\n\n2. Report From Falk\n\nTwo.\n';
    const decisions = (at: string) => JSON.stringify({ decisions: [{ file: 'a.txt', at, document: false }] });
    const { run, write } = fixture({ 'a.txt': text, 'decisions.json': decisions('5:1') });
    const codes = async (...flags: readonly string[]) =>
      [...(await run('validate', 'a.txt', '-r', 'gnu', ...flags)).stdout.matchAll(/\[(.*)\]$/gm)].map(
        ([, code]) => code,
      );
    expect(await codes()).toContain('transcript/several-documents');
    expect(await codes('--decisions', 'decisions.json')).not.toContain('transcript/several-documents');
    write('edition.json', '{ "decisions": "decisions.json" }');
    expect(await codes()).not.toContain('transcript/several-documents');
    write('decisions.json', decisions('3:1'));
    expect(await codes()).toEqual(expect.arrayContaining(['transcript/decision-out-of-date']));
  });
});

describe('bad input', () => {
  test.each([
    ['empty', '', 1],
    ['not text', Buffer.from('%PDF-1.4 x'), 1],
    ['invalid UTF-8', Buffer.from([0x3c, 0x61, 0x3e, 0xff]), 1],
  ])('%s: one line, status %i', async (_, content, expected) => {
    const { run } = fixture({ 'x.xml': content, 's.rng': GRAMMAR });
    const { status, stdout } = await run('validate', 'x.xml', '-s', 's.rng', '-r', 'gnu');
    expect(stdout).toMatch(/^x\.xml:1:\d: error: [^\n]* \[source\/[a-z-]+\]\n$/);
    expect(status).toBe(expected);
  });

  test('a file of more than half a gigabyte', async () => {
    const { run, folder } = fixture({ 'x.xml': '<a/>' });
    truncateSync(join(folder, 'x.xml'), 600_000_000);
    const { status, stdout } = await run('validate', 'x.xml', '-r', 'gnu');
    expect(stdout).toBe(
      'x.xml:1:1: error: the file has 600000000 bytes; a file may have at most 536870848 [run/file-too-large]\n',
    );
    expect(status).toBe(2);
  });

  test('UTF-16 and the encodings that XML declares are read', async () => {
    const { run } = fixture({
      's.rng': GRAMMAR,
      'u.xml': Buffer.from(`\uFEFF${INVALID}`, 'utf16le'),
      'l.xml': Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${VALID.replace('x<', '\u00e9<')}`, 'latin1'),
    });
    const utf16 = await run('validate', 'u.xml', '-s', 's.rng', '-r', 'gnu');
    expect(utf16.stdout).toMatch(/^u\.xml:1:1: info: .*\nu\.xml:2:6: error: /);
    expect((await run('validate', 'l.xml', '-s', 's.rng')).status).toBe(0);
  });
});
