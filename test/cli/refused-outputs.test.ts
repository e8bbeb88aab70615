/** Names that are empty, and places that are taken: one line, status 2, and nothing is written. */
import { expect, test } from '@jest/globals';
import { fixture, LETTER } from './fixture.js';

test.each([
  [
    'an argument that is empty, as an unset variable leaves it',
    ['', '-o', 'x.xml'],
    'teiscribe: error: an argument is empty; expected a file, a folder or a pattern [run/bad-arguments]',
  ],
  [
    'an output that is empty',
    ['a.txt', '-o', ''],
    'teiscribe: error: --output is empty; it names nothing [run/bad-arguments]',
  ],
  [
    'a folder that is empty',
    ['a.txt', '-d', ''],
    'teiscribe: error: --out-dir is empty; it names nothing [run/bad-arguments]',
  ],
  [
    'a report in the place of an input',
    ['a.txt', '-o', 'x.xml', '-r', 'json=./a.txt'],
    'teiscribe: error: "./a.txt" is itself an input [run/output-is-input]',
  ],
  [
    'a report in the place of the TEI',
    ['a.txt', '-o', 'x.xml', '-r', 'json=x.xml'],
    'teiscribe: error: "x.xml" would hold the TEI and a report [run/bad-arguments]',
  ],
  [
    'a report in the place of an input of a volume',
    ['a.txt', '--assemble', '-o', 'x.xml', '-r', 'json=a.txt'],
    'teiscribe: error: "a.txt" is itself an input [run/output-is-input]',
  ],
  [
    'a volume in the place of an input',
    ['a.txt', 'b.txt', '--assemble', '-o', 'b.txt'],
    'teiscribe: error: "b.txt" is itself an input [run/output-is-input]',
  ],
  [
    'XML for a volume',
    ['d.xml', '--assemble', '-o', 'x.xml'],
    'd.xml: error: an XML file is no transcription: "convert" takes plain text; "validate" takes XML [run/not-a-transcription]',
  ],
])('%s', async (_, argv, line) => {
  const { run, files, read } = fixture({ 'a.txt': LETTER, 'b.txt': LETTER, 'd.xml': '<TEI/>' });
  const before = files();
  const { status, stdout, stderr } = await run('convert', ...argv);
  expect(stderr).toBe(`${line}\n`);
  expect([status, stdout, files()]).toEqual([2, '', before]);
  expect(read('a.txt')).toBe(LETTER);
});

test('validate and export refuse reports and outputs of these kinds, too', async () => {
  const { run, read } = fixture({ 'a.txt': LETTER, 'tei/a.xml': '<TEI/>' });
  const against = ['validate', 'tei', '--against', 'a.txt', '-r', 'json=a.txt'];
  expect((await run(...against)).stderr).toBe('teiscribe: error: "a.txt" is itself an input [run/output-is-input]\n');
  expect((await run('validate', '')).stderr).toContain('an argument is empty; expected a file, a folder or a pattern');
  expect((await run('export', 'tei', '--to', 'text', '-o', '')).stderr).toContain(
    '--output is empty; it names nothing',
  );
  expect(read('a.txt')).toBe(LETTER);
});
