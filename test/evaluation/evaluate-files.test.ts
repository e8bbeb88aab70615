import { describe, expect, test } from '@jest/globals';
import { createSource } from '../../src/source/index.js';
import { parseXml } from '../../src/xml/index.js';
import { fixture } from '../cli/fixture.js';
import { documentXml, fileXml, volumeXml } from './encodings.js';

const LETTER = '<head>1. Letter From A to B</head><p>One<pb n="2"/> two<note n="1">N</note></p>';
const MEMO = '<head>2. Memorandum</head><p>Three &lt;four&gt;</p>';
const GOLD = volumeXml(documentXml(LETTER, 'd1'), documentXml(MEMO, 'd2'));
const files = {
  'gold/v1.xml': GOLD,
  'gold/v2.xml': GOLD,
  'pred/v1/d1.xml': fileXml(LETTER),
  'pred/v1/d2.xml': fileXml(MEMO.replace('Three', 'Tree')),
  'raw/v1/d1.txt': 'x',
  'raw/v1/d2.txt': 'x',
};
const GIVEN = ['evaluate', '--gold', 'gold', '--pred', 'pred'] as const;

describe('what is measured', () => {
  test('volumes against a folder for each; a volume without predictions is left out', async () => {
    const { run } = fixture(files);
    const { status, stdout, stderr } = await run(...GIVEN, '--worst', '1');
    expect(status).toBe(0);
    expect(stderr).toBe(
      'gold/v2.xml: info: "pred" has no prediction for this volume; it is left out [run/volume-not-predicted]\n',
    );
    expect(stdout).toContain('documents 2, missing 0, not well-formed 0 (style seed)\n');
    expect(stdout).toContain(
      'documents right: text 0.5000  pb 1.0000  note 1.0000  note.text 1.0000  perfect 0.5000\n',
    );
    expect(stdout).toMatch(/^pb +1\.0000 +1\.0000 +1\.0000 +1 +1 +1$/m);
    expect(stdout).toMatch(/^block\.cell +- +- +- +0 +0 +0$/m);
    expect(stdout).toMatch(/^letter +1 +1\.0000 /m);
    expect(stdout).toMatch(/^memorandum +1 +0\.0000 /m);
    expect(stdout).toContain('v1/d2 (memorandum): 2 errors\n  text: gold/v1.xml:2:');
    expect(stdout).toMatch(/gold\/v1\.xml:2:\d+ "hree<four>" \| pred\/v1\/d2\.xml:1:\d+ "ree<four>"\n/);
  });

  test('JSON: the same figures and every document with a difference', async () => {
    const { run, read } = fixture(files);
    await run(...GIVEN, '--json', 'out/figures.json', '--worst', '0');
    const json = JSON.parse(read('out/figures.json'));
    expect(json).toMatchObject({
      teiscribe: expect.stringMatching(/^\d/),
      style: 'seed',
      documents: 2,
      missing: 0,
      notWellFormed: 0,
      documentsRight: { text: 0.5, perfect: 0.5 },
      kinds: { letter: { documents: 1, documentsRight: { perfect: 1 } } },
      volumes: { v1: { documents: 2 } },
    });
    expect(json.figures['block.p']).toEqual({ precision: 1, recall: 1, f1: 1, right: 2, pred: 2, gold: 2 });
    expect(json.figures['block.cell']).toEqual({ precision: 1, recall: 1, f1: 1, right: 0, pred: 0, gold: 0 });
    expect(json.worst).toEqual([
      expect.objectContaining({ volume: 'v1', id: 'd2', kind: 'memorandum', perfect: false }),
    ]);
    expect(json.worst[0].differences[0]).toMatchObject({
      phenomenon: 'text',
      gold: { path: 'gold/v1.xml', line: 2, shows: 'hree<four>' },
      pred: { path: 'pred/v1/d2.xml', line: 1, shows: 'ree<four>' },
    });
  });

  test('HTML: one page that needs no other, with heads in its tables', async () => {
    const { run, read } = fixture(files);
    await run(...GIVEN, '--html', 'report.html');
    const page = read('report.html');
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
    expect(page).toContain('&quot;');
    expect(page).toContain('hree&lt;four&gt;');
    expect(page).not.toMatch(/\b(?:src|href)=|https?:|@import|url\(|<script/);
    expect(page.match(/<table/g)?.length).toBe(page.match(/<caption>/g)?.length);
    expect(page).toContain('<th scope="row">pb</th><td>1.0000</td>');
    expect(page).toContain('<tr><th scope="row">block.cell</th><td>-</td><td>-</td><td>-</td><td>0</td>');
    const xhtml = page.replace('<!DOCTYPE html>', '').replace(/<meta [^>]*>/g, '');
    const wrong: unknown[] = [];
    parseXml(createSource('report.html', xhtml), (diagnostic) => wrong.push(diagnostic));
    expect(wrong).toEqual([]);
  });

  test('one volume: its predictions may stand in the folder itself, or in one file', async () => {
    const one = fixture({ 'v1.xml': GOLD, 'tei/d1.xml': fileXml(LETTER), 'tei/d2.xml': fileXml(MEMO) });
    expect((await one.run('evaluate', '-g', 'v1.xml', '-p', 'tei')).stdout).toContain('perfect 1.0000');
    const own = (content: string, id: string) => `<div type="letter" xml:id="${id}">${content}</div>`;
    const all = fixture({ 'v1.xml': GOLD, 'all.xml': fileXml(own(MEMO, 'd2') + own(LETTER, 'd1')) });
    expect((await all.run('evaluate', '-g', 'v1.xml', '-p', 'all.xml')).stdout).toContain('perfect 1.0000');
  });

  test('one document a file, by its name', async () => {
    const { run } = fixture({
      'gold/a.xml': fileXml(LETTER),
      'gold/b.xml': fileXml(MEMO),
      'pred/a.xml': fileXml(LETTER),
      'pred/b.xml': fileXml(LETTER),
    });
    const { stdout } = await run(...GIVEN);
    expect(stdout).toContain('documents 2,');
    expect(stdout).toContain('perfect 0.5000');
    expect(stdout).toContain('\nb/b (memorandum): ');
  });
});

describe('what is wrong with predictions: status 1', () => {
  test('with --raw, one that is missing is counted', async () => {
    const { run } = fixture({ ...files, 'raw/v1/d2.txt': 'x', 'pred/v1/d2.xml': fileXml(MEMO) });
    const other = fixture({
      'gold/v1.xml': GOLD,
      'pred/v1/d1.xml': fileXml(LETTER),
      'raw/v1/d1.txt': 'x',
      'raw/v1/d2.txt': 'x',
    });
    expect((await run(...GIVEN, '--raw', 'raw')).status).toBe(0);
    const { status, stdout, stderr } = await other.run(...GIVEN, '--raw', 'raw');
    expect(stderr).toBe(
      'gold/v1.xml: error: document "d2" has no prediction, but a transcription "raw/v1/d2.txt" [run/prediction-missing]\n',
    );
    expect(stdout).toContain('documents 2, missing 1, not well-formed 0');
    expect(stdout).toContain('perfect 0.5000');
    expect(stdout).toContain('v1/d2 (memorandum): no prediction\n');
    expect(status).toBe(1);
  });

  test('with --raw, what was not transcribed is not counted', async () => {
    const { 'raw/v1/d2.txt': _, ...others } = files;
    const { status, stdout } = await fixture(others).run(...GIVEN, '--raw', 'raw');
    expect(stdout).toContain('documents 1, missing 0');
    expect(status).toBe(0);
  });

  test('one that is not well-formed: its place, and it is counted', async () => {
    const { run } = fixture({ ...files, 'pred/v1/d2.xml': '<TEI>\n<text>' });
    const { status, stdout, stderr } = await run(...GIVEN);
    expect(stderr).toMatch(/^pred\/v1\/d2\.xml:2:\d+: error: .* \[xml\//m);
    expect(stdout).toContain('documents 2, missing 0, not well-formed 1');
    expect(status).toBe(1);
  });

  test('one that is nested too deep: one line, and it is counted', async () => {
    const deep = fileXml(`${'<q>'.repeat(5000)}x${'</q>'.repeat(5000)}`);
    const { status, stdout, stderr } = await fixture({ ...files, 'pred/v1/d2.xml': deep }).run(...GIVEN);
    expect(stderr).toContain('pred/v1/d2.xml: error: cannot be read: its elements are nested 5003 deep; at most 1000');
    expect(stdout).toContain('documents 2, missing 0, not well-formed 1');
    expect(status).toBe(1);
  });

  test('without --raw, what is missing is said and not counted; a file too many is said', async () => {
    const { run } = fixture({
      'gold/v1.xml': GOLD,
      'pred/v1/d1.xml': fileXml(LETTER),
      'pred/v1/d9.xml': fileXml(LETTER),
    });
    const { status, stdout, stderr } = await run(...GIVEN);
    expect(stderr).toBe(
      'gold/v1.xml: info: 1 of 2 documents have no prediction, and are not counted [run/documents-not-predicted]\n' +
        'pred: warning: "pred/v1/d9.xml" has no document in the gold [run/predictions-unused]\n',
    );
    expect(stdout).toContain('documents 1,');
    expect(status).toBe(0);
  });
});

describe('a run that fails: status 2, nothing on standard output', () => {
  test.each([
    ['no gold', ['--gold', 'glod', '--pred', 'pred'], 'glod: error: no such file or folder'],
    ['no predictions', ['--gold', 'gold', '--pred', 'perd'], 'perd: error: no such file or folder'],
    ['no transcriptions', ['--gold', 'gold', '--pred', 'pred', '--raw', 'rwa'], 'rwa: error: no such file or folder'],
    [
      'an empty folder of transcriptions',
      ['--gold', 'gold', '--pred', 'pred', '--raw', 'pred'],
      'pred: error: the folder holds no file ending in .txt',
    ],
    [
      'the wrong folder',
      ['--gold', 'gold', '--pred', 'raw'],
      'teiscribe: error: "raw" has no prediction for any document of the gold [run/nothing-to-compare]',
    ],
    ['gold that is not well-formed', ['--gold', 'bad.xml', '--pred', 'pred'], 'bad.xml:1:'],
    ['a style', ['--gold', 'gold', '--pred', 'pred', '--style', 'ful'], 'unknown style "ful"; did you mean "full"?'],
    ['a number', ['--gold', 'gold', '--pred', 'pred', '--worst', 'all'], 'expected a whole number'],
    ['no --pred', ['--gold', 'gold'], '[run/bad-arguments]'],
    ['standard input', ['--gold', '-', '--pred', 'pred'], '--gold takes files; standard input is none'],
    [
      'figures in the place of gold',
      ['--gold', 'gold', '--pred', 'pred', '--json', 'gold/v1.xml'],
      '"gold/v1.xml" is itself an input [run/output-is-input]',
    ],
    [
      'a report in the place of a prediction',
      ['--gold', 'gold', '--pred', 'pred', '--html', 'pred/v1/d2.xml'],
      '"pred/v1/d2.xml" is itself an input [run/output-is-input]',
    ],
    [
      'both in one file',
      ['--gold', 'gold', '--pred', 'pred', '--html', 'x', '--json', './x'],
      '"./x" would hold the figures and the report [run/bad-arguments]',
    ],
    ['no name', ['--gold', 'gold', '--pred', 'pred', '--json', ''], '--json is empty; it names nothing'],
    [
      'one prediction for two gold files',
      ['--gold', 'gold', '--pred', 'bad.xml'],
      '"bad.xml" is one file, but the gold has 2',
    ],
  ])('%s', async (_, args, message) => {
    const { run } = fixture({ ...files, 'bad.xml': '<a>' });
    const { status, stdout, stderr } = await run('evaluate', ...args);
    expect(stderr).toContain(message);
    expect([status, stdout]).toEqual([2, '']);
  });
});
