/** Deposits through the command: what is written, what is refused. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import {
  checkSums,
  codesOf,
  deposit,
  EDITION,
  edition,
  HEADER,
  letter,
  PARTS,
  PNG,
  persons,
  SCHEMA,
} from './deposit-edition.js';
import { fixture } from './fixture.js';
import { schemaServer } from './schema-server.js';

describe('a deposit', () => {
  const files = {
    'tei/Brief an Müller.xml': letter(
      '<pb facs="../scans/Seite 1.png #zone"/><p><persName ref="zz_persons.xml#ada">Ada</persName> <ref target="b.xml#x">x</ref> <ref target="#here" xml:id="here">y</ref></p>',
    ).replace('Seite 1.png #zone', 'Seite%201.png #zone'),
    'tei/b.xml': letter('<p xml:id="x">Hello</p>'),
    'tei/zz_persons.xml': persons,
    'scans/Seite 1.png': PNG,
  };

  test('names, pointers, schema with what it includes, pictures, lists and checksums', async () => {
    const made = edition(files);
    const { status, stderr } = await made.run(...deposit('clarin', '-d', 'out'));
    expect([status, codesOf(stderr)]).toEqual([0, ['export/field-advised', 'export/file-renamed']]);
    const { read } = made;
    expect(made.files('out')).toEqual(
      [
        'README.txt',
        'metadata/dc.xml',
        'names.csv',
        'pictures/Seite-1.png',
        'schema/any-thing.rng',
        'schema/edition.rng',
        'sha256sums.txt',
        'tei/Brief-an-Muller.xml',
        'tei/b.xml',
        'tei/zz-persons.xml',
      ].map((path) => `out/${path}`),
    );
    expect(read('out/tei/Brief-an-Muller.xml')).toBe(
      files['tei/Brief an Müller.xml']
        .replace('../rng/edition.rng', '../schema/edition.rng')
        .replace('../scans/Seite%201.png', '../pictures/Seite-1.png')
        .replace('zz_persons.xml#ada', 'zz-persons.xml#ada'),
    );
    expect(read('out/schema/edition.rng')).toBe(SCHEMA.replace('parts/any thing.rng', 'any-thing.rng'));
    expect(new Uint8Array(readFileSync(join(made.folder, 'out/pictures/Seite-1.png')))).toEqual(PNG);
    expect(checkSums(made, 'sha256sums.txt', 'out')).toHaveLength(9);
    const rows = read('out/names.csv').trimEnd().split('\n');
    expect(rows.map((row) => row.split(',').slice(0, 4).join(','))).toEqual([
      'order,path,kind,formerly',
      '1,tei/zz-persons.xml,personography,tei/zz_persons.xml',
      '2,tei/Brief-an-Muller.xml,document,tei/Brief an Müller.xml',
      '3,tei/b.xml,document,tei/b.xml',
      '4,schema/edition.rng,schema,edition.rng',
      '5,schema/any-thing.rng,schema,any thing.rng',
      '6,pictures/Seite-1.png,picture,scans/Seite 1.png',
      '7,metadata/dc.xml,record,',
    ]);
    const readme = read('out/README.txt');
    expect(readme).toContain('Title: Letters of Ada\nEdited by: Hopper, Grace\n');
    expect(readme).toContain('- tei/zz-persons.xml: personography\n');
    expect(readme).toContain('Identifier: https://example.org/ada\n');
  });

  test('what is written is valid by the schema that lies beside it, as xmllint sees it', async () => {
    const made = edition(files);
    await made.run(...deposit('arche', '-d', 'out'));
    const xml = made.files('out/tei').map((path) => join(made.folder, path));
    const { status, error } = spawnSync('xmllint', [
      '--noout',
      '--relaxng',
      join(made.folder, 'out/schema/edition.rng'),
      ...xml,
    ]);
    if (error) return console.warn('skipped: xmllint is not there');
    expect(status).toBe(0);
  });

  test('a ZIP of one folder of its name; the same bytes from another folder, in another order', async () => {
    const made = edition(files);
    const first = await made.run(...deposit('clarin', '-o', 'ada.zip'));
    expect(first.status).toBe(0);
    const again = await made.run(
      'export',
      'tei/zz_persons.xml',
      join(made.folder, 'tei/b.xml'),
      'tei/Brief an Müller.xml',
      '--to',
      'deposit',
      '--target',
      'clarin',
      '-o',
      'new/ada.zip',
    );
    expect(again.status).toBe(0);
    const bytes = readFileSync(join(made.folder, 'ada.zip'));
    expect(readFileSync(join(made.folder, 'new/ada.zip')).equals(bytes)).toBe(true);
    const names = Object.keys(unzipSync(bytes));
    expect(names).toContain('ada/tei/zz-persons.xml');
    expect(names.every((name) => name.startsWith('ada/'))).toBe(true);
  });

  test('what is missing is an error, nothing is written; --preflight says the same and writes nothing either', async () => {
    const made = edition({ ...files, 'edition.json': '{ "title": "Letters" }' });
    const before = made.files();
    const written = await made.run(...deposit('clarin', '-o', 'a_b.zip'));
    expect(written.status).toBe(1);
    expect(written.stderr).toContain(
      'edition.json: error: "clarin" needs "editors", "date", "licence", "language" in edition.json [export/setting-missing]\n',
    );
    expect(written.stderr).toContain('takes no file of the name "a_b.zip"; expected "a-b.zip" [export/zip-name]');
    const looked = await made.run(...deposit('clarin', '--preflight', '--reporter', 'gnu'));
    expect([looked.status, looked.stderr]).toEqual([1, '']);
    expect(looked.stdout).toContain('[export/setting-missing]');
    expect(made.files()).toEqual(before);
  });

  test('a document that is not valid is refused, at its place', async () => {
    const made = edition({
      ...files,
      'tei/c.xml': letter('<p/>').replace(HEADER, ''),
    });
    const { status, stderr } = await made.run(...deposit('tapas', '-d', 'out'));
    expect(status).toBe(1);
    expect(stderr).toMatch(/^tei\/c\.xml:3:\d+: error: .*\[rng\//m);
    expect(stderr).toContain('[export/header-missing]');
    expect(made.exists('out')).toBe(false);
  });

  test('one file that is not well-formed does not hide what else would be refused', async () => {
    const made = edition({ ...files, 'tei/a.xml': '<TEI>', 'edition.json': '{ "title": "x" }', 'out/mine.txt': '' });
    const { status, stdout } = await made.run(...deposit('clarin', '--preflight', '-r', 'gnu', '-d', 'out'));
    expect(status).toBe(1);
    expect(stdout).toMatch(/^tei\/a\.xml:1:\d+: error: /m);
    expect(stdout).toContain('[export/setting-missing]');
    expect((await made.run(...deposit('clarin', '-o', 'x.zip'))).status).toBe(1);
    expect(made.exists('x.zip')).toBe(false);
  });

  test('a folder has nothing else in it: what an earlier deposit left is no part of this one', async () => {
    const made = edition({ ...files, 'tei/old_one.xml': letter('<p/>') });
    expect((await made.run(...deposit('clarin', '-d', 'out'))).status).toBe(0);
    expect((await made.run(...deposit('clarin', '-d', 'out'))).status).toBe(0);
    rmSync(join(made.folder, 'tei/old_one.xml'));
    const names = made.read('out/names.csv');
    const { status, stderr } = await made.run(...deposit('clarin', '-d', 'out'));
    expect(status).toBe(2);
    expect(stderr).toContain('out: error: "tei/old-one.xml" is no file of the deposit [run/folder-holds-others]\n');
    expect(made.read('out/names.csv')).toBe(names);
    rmSync(join(made.folder, 'out/tei/old-one.xml'));
    expect((await made.run(...deposit('clarin', '-d', 'out'))).status).toBe(0);
  });

  test('severities of edition.json hold: what is an error there stops the deposit, what is off does not', async () => {
    const severity = { 'export/field-advised': 'error', 'export/file-renamed': 'off' };
    const made = edition({ ...files, 'edition.json': JSON.stringify({ ...JSON.parse(EDITION), severity }) });
    const { status, stderr } = await made.run(...deposit('clarin', '-d', 'out'));
    expect([status, codesOf(stderr), made.exists('out')]).toEqual([1, ['export/field-advised'], false]);
  });

  test.each([
    [['--target', 'tapa'], 'unknown target "tapa"; did you mean "tapas"?'],
    [[], 'no archive is named; expected --target with one of: arche, clarin, dta'],
    [['--target', 'tapas', '--schema', 'lettr'], 'unknown schema "lettr"'],
    [['--target', 'tapas'], 'is no text for standard output'],
  ])('%j: the run cannot be done', async (flags, said) => {
    const { status, stderr } = await edition(files).run('export', 'tei', '--to', 'deposit', ...flags);
    expect([status, stderr.includes(said)]).toEqual([2, true]);
  });

  test('flags of a deposit are for deposits', async () => {
    const { status, stderr } = await edition(files).run('export', 'tei', '--to', 'json', '--preflight');
    expect([status, stderr]).toEqual([2, 'teiscribe: error: --preflight is for --to deposit [run/bad-arguments]\n']);
  });
});

describe('schemas', () => {
  test('one of the network that was added is included, with all its files, and the network is not asked', async () => {
    const server = await schemaServer({ 'x/edition.rng': SCHEMA, 'x/parts/any%20thing.rng': PARTS });
    const url = `${server.root}x/edition.rng`;
    const made = fixture({ 'edition.json': EDITION, 'tei/a.xml': letter('<p/>', `<?xml-model href="${url}"?>`) });
    const env = { TEISCRIBE_CACHE: join(made.folder, '.cache') };
    expect((await made.runWith({ env }, 'schema', 'add', url)).status).toBe(0);
    const asked = server.asked.length;
    const { status } = await made.runWith({ env }, ...deposit('arche', '-d', 'out'));
    expect([status, server.asked.length]).toEqual([0, asked]);
    expect(made.files('out/schema')).toEqual(['out/schema/any-20thing.rng', 'out/schema/edition.rng']);
    expect(made.read('out/tei/a.xml')).toContain('<?xml-model href="../schema/edition.rng"?>');
    expect(made.read('out/names.csv')).toContain(`schema/edition.rng,schema,${url},`);
  });

  test('--schema goes before what a file names, and stands before it', async () => {
    const made = edition({
      'tei/a.xml': letter('<p/>', '<?xml-model href="gone.rng"?>'),
      'b/own.rnc': 'start = element * { any }\nany = attribute * { text }*, (text | element * { any })*',
    });
    const { status, stderr } = await made.run(...deposit('arche', '-d', 'out', '--schema', 'b/own.rnc'));
    expect([status, codesOf(stderr)]).toEqual([0, ['export/pointer-leaves-deposit']]);
    expect(made.read('out/tei/a.xml').split('\n').slice(1, 3)).toEqual([
      '<?xml-model href="../schema/own.rnc" type="application/relax-ng-compact-syntax"?>',
      '<?xml-model href="gone.rng"?>',
    ]);
  });

  test('Schematron of the settings is checked, and included', async () => {
    const rules =
      '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/><pattern><rule context="t:body/t:p"><assert test="@n">no number</assert></rule></pattern></schema>';
    const made = edition({
      'tei/a.xml': letter('<p/>'),
      'rules.sch': rules,
      'edition.json': JSON.stringify({ ...JSON.parse(EDITION), schematron: ['rules.sch'] }),
    });
    expect((await made.run(...deposit('arche', '-d', 'out'))).stderr).toContain('no number');
    made.write('tei/a.xml', letter('<p n="1"/>'));
    expect((await made.run(...deposit('arche', '-d', 'out'))).status).toBe(0);
    expect(made.read('out/schema/rules.sch')).toBe(rules);
    expect(made.read('out/tei/a.xml')).toContain(
      '<?xml-model href="../schema/rules.sch" type="application/xml" schematypens="http://purl.oclc.org/dsdl/schematron"?>',
    );
  });
});
