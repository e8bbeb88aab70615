/** What has not changed is not looked at again, and the report is the same; what has changed in any way is. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Fixture, fixture } from './fixture.js';

const files = {
  'a.rnc': 'include "b.rnc"\nstart = letter\n',
  'b.rnc': 'letter = element letter { element name { text }+ }\n',
  'tei/a.xml': '<letter>\n<nam>Ada</nam>\n</letter>\n',
  'tei/b.xml': '<letter><name>Bob</name></letter>\n',
};
const ARGV = ['validate', 'tei', '-s', 'a.rnc', '-c', 'grammar', '-r', 'json'];

function cached(made: Fixture, ...argv: readonly string[]) {
  return made.runWith({ env: { TEISCRIBE_CACHE: join(made.folder, '.cache') } }, ...(argv.length > 0 ? argv : ARGV));
}

const results = (made: Fixture) =>
  readdirSync(join(made.folder, '.cache/results')).map((name) => join(made.folder, '.cache/results', name));

/** Writes a sign into what is kept of a file: where it shows, the file was not looked at. */
function sign(made: Fixture): void {
  const [file = ''] = results(made);
  const bytes = readFileSync(file);
  const signed = Buffer.from(bytes.toString('latin1').replaceAll('the schema has no', 'THE SCHEMA HAS NO'), 'latin1');
  writeFileSync(file, signed);
}

const isFromCache = ({ stdout }: { readonly stdout: string }) => stdout.includes('THE SCHEMA HAS NO');

describe('results of earlier runs', () => {
  test('are taken, and the report is the same', async () => {
    const made = fixture(files);
    const first = await cached(made);
    expect(first.status).toBe(1);
    expect(await cached(made)).toEqual(first);
    sign(made);
    const third = await cached(made);
    expect(isFromCache(third)).toBe(true);
    expect(third.status).toBe(1);
    expect(third.stdout.replace('THE SCHEMA HAS NO', 'the schema has no')).toBe(first.stdout);
  });

  test.each([
    ['a file that a schema includes', 'b.rnc', 'letter = element letter { element name { xsd:string }+ }\n'],
    ['the schema', 'a.rnc', 'include "b.rnc"\nstart = letter # new\n'],
    ['settings', 'edition.json', '{ "severity": { "rng/*": "warning" } }'],
    ['the document', 'tei/a.xml', '<letter>\n\n<nam>Ada</nam>\n</letter>\n'],
  ])('not where %s has changed', async (_, file, content) => {
    const made = fixture(files);
    await cached(made);
    sign(made);
    made.write(file, content);
    const again = await cached(made);
    expect(isFromCache(again)).toBe(false);
    expect(again).toEqual(await made.run(...ARGV));
  });

  test.each([
    ['--no-cache', ['--no-cache']],
    ['other checks', ['-c', 'rules']],
    ['inclusion', ['--xinclude']],
  ])('not with %s', async (_, more) => {
    const made = fixture(files);
    await cached(made);
    sign(made);
    expect(isFromCache(await cached(made, ...ARGV, ...more))).toBe(false);
  });

  test('an included file belongs to what is compared, and one that comes into being', async () => {
    const include = '<letter xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="part.xml"/><nam/></letter>';
    const made = fixture({ ...files, 'tei/a.xml': include, 'tei/part.xml': '<name>x</name>', 'more/c.xml': include });
    const argv = ['validate', 'tei/a.xml', 'more', '-s', 'a.rnc', '-c', 'grammar', '-r', 'gnu', '--xinclude'];
    const first = await cached(made, ...argv);
    expect(first.stdout).toContain('more/c.xml:1:');
    expect(await cached(made, ...argv)).toEqual(first);
    made.write('tei/part.xml', '<nome>x</nome>');
    made.write('more/part.xml', '<name>x</name>');
    const after = await cached(made, ...argv);
    expect(after).toEqual(await made.run(...argv));
    expect(after.stdout).not.toBe(first.stdout);
  });

  test('a Schematron schema and a file that is pointed to belong to what is compared', async () => {
    const sch = (test: string) =>
      `<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern><rule context="letter"><assert id="one" test="${test}">no</assert></rule></pattern></schema>`;
    const tei =
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p><ref target="c.xml#x">x</ref></p></body></text></TEI>';
    const made = fixture({
      ...files,
      'a.sch': sch('name'),
      'tei/b.xml': tei,
      'tei/c.xml': tei.replace('<p>', '<p xml:id="x">'),
    });
    const argv = ['validate', 'tei', '--schematron', 'a.sch', '-c', 'schematron,rules', '-r', 'gnu'];
    const first = await cached(made, ...argv);
    expect(await cached(made, ...argv)).toEqual(first);
    made.write('a.sch', sch('nome'));
    made.write('tei/c.xml', tei);
    const after = await cached(made, ...argv);
    expect(after).toEqual(await made.run(...argv));
    expect(after.stdout).toMatch(/tei\/b\.xml.*\[rule\//);
    expect(after.stdout).not.toBe(first.stdout);
  });

  test('a transcription belongs to what is compared', async () => {
    const letter = 'Geneva, May 12, 1961\n\nDear Sir:\n\nThank you.\n\nYours,\n\nA. Bell\n';
    const made = fixture({ 'raw/a.txt': letter, 'raw/b.txt': letter });
    await made.run('convert', 'raw', '-d', 'tei');
    const argv = ['validate', 'tei', '--against', 'raw', '-r', 'gnu'];
    expect((await cached(made, ...argv)).status).toBe(0);
    made.write('raw/b.txt', letter.replace('Thank you', 'Thank you very much'));
    const after = await cached(made, ...argv);
    expect(after.status).toBe(1);
    expect(after.stdout).toContain('rule/text-differs');
  });

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['changed', (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === bytes.length >> 2 ? byte ^ 1 : byte)))],
    ['empty', () => Buffer.alloc(0)],
  ])('what is kept and %s is passed over', async (_, spoil) => {
    const made = fixture(files);
    const first = await cached(made);
    const [file = ''] = results(made);
    writeFileSync(file, spoil(readFileSync(file)));
    expect(await cached(made)).toEqual(first);
  });

  test('of a file with thousands of findings, nothing is kept: every run would read them', async () => {
    const made = fixture({ ...files, 'tei/c.xml': `<letter>${'<nam/>\n'.repeat(2001)}</letter>` });
    await cached(made);
    const [kept = ''] = results(made);
    const text = readFileSync(kept, 'utf8');
    expect(text).toContain('tei/a.xml');
    expect(text).not.toContain('tei/c.xml');
  });

  test('a schema that is wrong, and a single small document, are not kept', async () => {
    const made = fixture({ ...files, 'b.rnc': 'letter = missing\n' });
    const first = await cached(made);
    expect(first.status).toBe(2);
    expect(await cached(made)).toEqual(first);
    const single = fixture(files);
    await cached(single, 'validate', 'tei/a.xml', '-s', 'a.rnc', '-c', 'grammar');
    expect(single.files('.').filter((name) => name.includes('results'))).toEqual([]);
  });

  test('threads: what is left is shared, the report is the same', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 8 }, (_, i) => [`tei/${i}.xml`, `<letter><nam>${i}</nam></letter>`]),
    );
    const made = fixture({ ...files, ...many });
    const validate = (...more: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(process.cwd(), 'bin/teiscribe.js'), ...ARGV, ...more],
        {
          cwd: made.folder,
          encoding: 'utf8',
          env: { ...process.env, TEISCRIBE_CACHE: join(made.folder, '.cache') },
        },
      );
      return { status, stdout, stderr };
    };
    const one = validate('--no-cache');
    expect(one.status).toBe(1);
    expect(validate('--threads', '3')).toEqual(one);
    made.write('tei/3.xml', '<letter><nam>new</nam></letter>');
    made.write('tei/5.xml', '<letter><nam>new</nam></letter>');
    expect(validate('--threads', '3')).toEqual(validate('--no-cache'));
    expect(validate('--threads', '3')).toEqual(validate('--no-cache'));
  });
});
