/** `--threads` changes how long an export takes, and neither what is written nor what is said. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { packageFile } from '../../src/cli/package-files.js';
import { letterXml } from '../exporters/tei.js';
import { type Fixture, fixture } from './fixture.js';

/** Long enough for threads to be begun. */
const PADDING = `<!--${' '.repeat(1024 * 1024)}-->`;

function letters(count: number): Readonly<Record<string, string>> {
  const made = Array.from({ length: count }, (_, i): [string, string] => {
    const body = `<p rend="italic">Letter ${i}<graphic url="no-${i}.png"/></p><unknown${i}>words</unknown${i}>`;
    return [`in/${String.fromCharCode(97 + (i % 2))}/letter-${i}.xml`, `${letterXml(body)}${PADDING}`];
  });
  return Object.fromEntries(made);
}

function exported(made: Fixture, out: string, ...argv: readonly string[]) {
  const command = [packageFile('bin/teiscribe.js'), 'export', ...argv, '--out-dir', out];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: made.folder,
    env: { ...process.env, TEISCRIBE_CACHE: 'off', NO_COLOR: '1' },
    encoding: 'utf8',
  });
  const files = made.exists(out) ? made.files(out) : [];
  const written = files.map((path) => [path.slice(out.length), made.read(path)]);
  return { status, stdout, stderr, files: files.length, written };
}

test.each(['json', 'text'])('%s: the same files, and the same said', (format) => {
  const made = fixture(letters(8));
  const one = exported(made, 'out-1', 'in', '--to', format);
  expect({ status: one.status, files: one.files }).toEqual({ status: 0, files: 8 });
  expect(one.stderr).toContain('in/b/letter-7.xml');
  expect(exported(made, 'out-3', 'in', '--to', format, '--threads', '3')).toEqual(one);
});

test('html and epub: pages are made by several threads, and lead to one another as if one had made them', () => {
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const bytes = Buffer.from(png, 'base64');
  const date = '<publicationStmt><date when="2020-01-01"/></publicationStmt>';
  const made = fixture({
    ...Object.fromEntries(
      Object.entries(letters(8)).map(([path, text]) => [
        path,
        text
          .replace('</fileDesc>', `${date}</fileDesc>`)
          .replace('<p ', '<p xml:id="p"><graphic url="here.png"/><ref target="letter-7.xml#p">see</ref></p><p '),
      ]),
    ),
  });
  for (const folder of ['a', 'b']) writeFileSync(join(made.folder, 'in', folder, 'here.png'), bytes);
  const one = exported(made, 'out-1', 'in', '--to', 'html');
  expect(one.status).toBe(0);
  expect(one.written.map(([path]) => path)).toContain('/pictures/here-2.png');
  expect(JSON.stringify(one.written)).toContain('href=\\"b-letter-7.html#p\\"');
  expect(exported(made, 'out-3', 'in', '--to', 'html', '--threads', '3')).toEqual(one);
  const book = exported(made, 'book-1', 'in', '--to', 'epub');
  expect({ status: book.status, files: book.files }).toEqual({ status: 0, files: 1 });
  expect(exported(made, 'book-3', 'in', '--to', 'epub', '--threads', '3')).toEqual(book);
  expect(exported(made, 'in/a/letter-0.xml/out', 'in', '--to', 'html', '--threads', '2').status).toBe(2);
});

test('a file that is not well-formed: it alone is told of, and nothing is written', () => {
  const made = fixture({ ...letters(8), 'in/a/bad.xml': '<TEI>\n<text>' });
  const one = exported(made, 'out', 'in', '--to', 'json');
  expect({ status: one.status, files: one.files }).toEqual({ status: 1, files: 0 });
  expect(one.stderr).toMatch(/^in\/a\/bad\.xml:2:7: error: [^\n]*\n$/);
  expect(exported(made, 'out', 'in', '--to', 'json', '--threads', '3')).toEqual(one);
  expect(made.files().filter((path) => path.includes('.tmp'))).toEqual([]);
});

test('two files that would become one', () => {
  const made = fixture({ ...letters(6), 'other/a/letter-0.xml': letterXml('<p>Another.</p>') });
  const argv = ['in/a/letter-0.xml', 'other/a/letter-0.xml', 'in/b', '--to', 'json'];
  const one = exported(made, 'out', ...argv);
  expect({ status: one.status, files: one.files }).toEqual({ status: 1, files: 0 });
  expect(one.stderr).toContain('letter-0.json');
  expect(exported(made, 'out', ...argv, '--threads', '2')).toEqual(one);
});

test('a place where nothing can be written', () => {
  const made = fixture({ ...letters(6), file: 'This is no folder.' });
  for (const threads of ['1', '2']) {
    const { status, stderr } = exported(made, 'file/out', 'in', '--to', 'json', '--threads', threads);
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^file\/out: error: cannot be written: [^\n]*; what was there before is kept; choose another name \[run\/output-unwritable\]\n/,
    );
  }
  expect(made.read('file')).toBe('This is no folder.');
});
