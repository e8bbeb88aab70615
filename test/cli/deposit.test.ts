/** Deposits through the command: what is written, what is refused, and what hostile folders and files come to. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { type Fixture, fixture } from './fixture.js';
import { schemaServer } from './schema-server.js';

jest.setTimeout(60_000);

const EDITION = JSON.stringify({
  title: 'Letters of Ada',
  publisher: 'Analytical Press',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  editors: [{ name: 'Grace Hopper' }],
  url: 'https://example.org/ada',
  language: 'en',
  date: '2024-05-31',
  rightsHolder: 'Bodleian Library',
});

const HEADER =
  '<teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt><publicationStmt><publisher>Press</publisher></publicationStmt><sourceDesc><p>Paper</p></sourceDesc></fileDesc></teiHeader>';

/** A grammar that takes any TEI with a header. */
const SCHEMA = `<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="parts/any thing.rng"/>
<start><element name="TEI" ns="http://www.tei-c.org/ns/1.0"><ref name="attributes"/><element name="teiHeader" ns="http://www.tei-c.org/ns/1.0"><ref name="attributes"/><ref name="content"/></element><ref name="content"/></element></start></grammar>`;
const PARTS = `<grammar xmlns="http://relaxng.org/ns/structure/1.0">
<define name="attributes"><zeroOrMore><attribute><anyName/></attribute></zeroOrMore></define>
<define name="content"><zeroOrMore><choice><text/><element><anyName/><ref name="attributes"/><ref name="content"/></element></choice></zeroOrMore></define></grammar>`;

const letter = (body: string, model = '<?xml-model href="../rng/edition.rng"?>') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${model}\n<TEI xmlns="http://www.tei-c.org/ns/1.0">${HEADER}<text><body>${body}</body></text></TEI>\n`;
const persons = `<?xml version="1.0"?>\n<?xml-model href="../rng/edition.rng"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">${HEADER}<standOff><listPerson><person xml:id="ada"><persName>Ada</persName></person></listPerson></standOff></TEI>\n`;

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

const EDITION_FILES = {
  'edition.json': EDITION,
  'rng/edition.rng': SCHEMA,
  'rng/parts/any thing.rng': PARTS,
} as const;

function edition(files: Readonly<Record<string, string | Uint8Array>>): Fixture {
  return fixture({ ...EDITION_FILES, ...files });
}

const deposit = (target: string, ...more: readonly string[]) =>
  ['export', 'tei', '--to', 'deposit', '--target', target, ...more] as const;

/** What the files of a manifest or a list of checksums come to. */
function checkSums({ folder }: Fixture, list: string, below: string): readonly string[] {
  const lines = readFileSync(join(folder, below, list), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const [hash, path = ''] = line.split('  ');
    expect(
      createHash('sha256')
        .update(readFileSync(join(folder, below, path)))
        .digest('hex'),
    ).toBe(hash);
    return path;
  });
}

const codesOf = (stderr: string) => [...stderr.matchAll(/\[([a-z]+\/[a-z0-9-]+)\]/g)].map(([, code]) => code);

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

describe('hostile input', () => {
  test('pictures outside of the edition are never read: .., from the root, file:, symbolic links', async () => {
    const outside = fixture({ 'secret.png': PNG });
    const secret = join(outside.folder, 'secret.png');
    const pointers = ['../../secret.png', secret, `file://${secret}`, '../scans/link.png', '../folder/secret.png'];
    const made = edition({
      'tei/a.xml': letter(pointers.map((facs) => `<pb facs="${facs}"/>`).join('')),
      'scans/real.png': PNG,
    });
    symlinkSync(secret, join(made.folder, 'scans/link.png'));
    symlinkSync(outside.folder, join(made.folder, 'folder'));
    const { status, stderr } = await made.run(...deposit('generic', '-d', 'out'));
    expect(status).toBe(0);
    expect(codesOf(stderr).filter((code) => code === 'export/pointer-outside')).toHaveLength(5);
    expect(made.files('out').filter((path) => path.includes('pictures'))).toEqual([]);
    expect(made.read('out/data/README.txt')).toContain('- ../scans/link.png\n');
  });

  test('what is pointed to as a picture and is none is refused', async () => {
    const made = edition({
      'tei/a.xml': letter('<pb facs="../edition.json"/><pb facs="../fake.jpg"/>'),
      'fake.jpg': 'root:x:0',
    });
    const { status, stderr } = await made.run(...deposit('generic', '-d', 'out'));
    expect(status).toBe(1);
    expect(codesOf(stderr).filter((code) => code === 'export/not-a-picture')).toHaveLength(2);
  });

  test('pictures by the rules of the target: kind, size, name', async () => {
    const big = new Uint8Array(10 * 1024 * 1024 + 1);
    big.set(PNG);
    const gif = new TextEncoder().encode('GIF89a…');
    const made = edition({
      'tei/a.xml': letter('<pb facs="big.png"/><pb facs="a.gif"/><pb facs="b"/><graphic url="c.jpg"/>'),
      'tei/big.png': big,
      'tei/a.gif': gif,
      'tei/b.png': PNG,
      'tei/c.jpg': PNG,
    });
    const tapas = await made.run(...deposit('tapas', '-d', 'out'));
    expect(tapas.status).toBe(1);
    expect(tapas.stderr.split('\n').map((line) => line.replace(/^.*?(?:error|warning|info): /, ''))).toEqual(
      expect.arrayContaining([
        '"tei/big.png" has 10485761 bytes; "tapas" takes at most 10485760 [export/file-too-large]',
        '"tapas" takes no picture such as "tei/a.gif"; expected .png, .tif, .tiff, .jpg, .jpeg [export/picture-not-accepted]',
        '"tei/c.jpg" is a picture of the format PNG, which its name does not say [export/picture-unlike-its-name]',
      ]),
    );
    expect((await made.run(...deposit('arche', '-d', 'out'))).status).toBe(0);
    expect(made.read('out/tei/a.xml')).toContain('<pb facs="../pictures/b.png"/>');
  });

  test('a folder that is given by its absolute path, from elsewhere; standard input', async () => {
    const made = edition({
      'tei/a.xml': letter('<p/>'),
      'tei/b/c.xml': letter('<p/>', '<?xml-model href="../../rng/edition.rng"?>'),
    });
    const elsewhere = fixture();
    const whole = join(made.folder, 'tei');
    const flags = ['--to', 'deposit', '--target', 'arche'] as const;
    expect((await elsewhere.run('export', whole, ...flags, '-d', 'out')).status).toBe(0);
    expect((await made.run('export', 'tei', ...flags, '-d', 'out')).status).toBe(0);
    for (const path of made.files('out')) expect([path, elsewhere.read(path)]).toEqual([path, made.read(path)]);
    expect(elsewhere.files('out')).toEqual(made.files('out'));
    expect(made.files('out/tei')).toEqual(['out/tei/a.xml', 'out/tei/b/c.xml']);
    const stdin = { stdin: letter('<p/>') };
    const named = await made.runWith(stdin, 'export', '-', '--stdin-name', 'tei/x.xml', ...flags, '-d', 'in');
    expect([named.status, named.stderr]).toEqual([0, '']);
    expect(made.files('in/tei')).toEqual(['in/tei/x.xml']);
  });

  test('names that become one, or differ in case alone, stay two', async () => {
    const made = edition({
      'tei/a b.xml': letter('<p><ref target="a_b.xml">other</ref></p>'),
      'tei/a_b.xml': letter('<p><ref target="A-B.xml">other</ref></p>'),
      'tei/A-B.xml': letter('<p><ref target="a%20b.xml">other</ref></p>'),
    });
    expect((await made.run(...deposit('clarin', '-d', 'out'))).status).toBe(0);
    expect(made.files('out/tei')).toEqual(['out/tei/A-B.xml', 'out/tei/a-b-2.xml', 'out/tei/a-b-3.xml']);
    const target = (path: string) => /target="([^"]*)"/.exec(made.read(path))?.[1];
    expect(made.files('out/tei').map(target)).toEqual(['a-b-2.xml', 'a-b-3.xml', 'A-B.xml']);
  });

  test('a byte order mark goes, other encodings become UTF-8, words become NFC, and markup stays', async () => {
    const text = letter('<p n="e\u0301">Cafe\u0301 \u0338x</p>').replace('<p ', '<p\n');
    const made = edition({
      'tei/bom.xml': `\ufeff${text}`,
      'tei/utf16.xml': Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from(text.replace('UTF-8', 'UTF-16'), 'utf16le'),
      ]),
      'tei/latin.xml': Buffer.from(letter('<p>é</p>').replace('UTF-8', 'ISO-8859-1'), 'latin1'),
      'tei/neg.xml': letter('<p>\u0338x</p>'),
    });
    const { status, stderr } = await made.run(...deposit('arche', '-d', 'out'));
    expect(status).toBe(0);
    expect(stderr).toContain('tei/bom.xml:1:1: info: the file is in UTF-8 with a byte order mark');
    expect(stderr).toContain('tei/latin.xml:1:1: info: the file is in ISO-8859-1');
    expect(stderr).toMatch(/tei\/bom\.xml:4:\d+: info: 2 character sequences are not in Unicode normalization form C/);
    for (const name of ['bom', 'utf16']) {
      const bytes = readFileSync(join(made.folder, `out/tei/${name}.xml`));
      expect(bytes.subarray(0, 5).toString('latin1')).toBe('<?xml');
      expect(bytes.toString()).toContain('encoding="UTF-8"');
      expect(bytes.toString()).toContain('<p\nn="é">Café \u0338x</p>');
    }
    expect(made.read('out/tei/latin.xml')).toContain('encoding="UTF-8"');
    expect(made.read('out/tei/latin.xml')).toContain('<p>é</p>');
    // U+0338 behind ">" is no sign of its own with it.
    expect(made.read('out/tei/neg.xml')).toContain('<p>\u0338x</p>');
    expect(made.read('out/metadata/dc.xml')).toContain('<dc:title');
  });

  test('names in NFD lead to files, whatever the pointer is written in', async () => {
    const made = edition({
      'tei/a.xml': letter(`<p><ref target="${encodeURIComponent('über'.normalize('NFD'))}.xml">x</ref></p>`),
    });
    writeFileSync(join(made.folder, 'tei', `${'über'.normalize('NFD')}.xml`), letter('<p/>'));
    expect((await made.run(...deposit('clarin', '-d', 'out'))).status).toBe(0);
    expect(made.read('out/tei/a.xml')).toContain('target="uber.xml"');
  });

  test('pointers from entities, and below xml:base, are left alone and said', async () => {
    const made = edition({
      'tei/a.xml': letter('<p>&link;</p>').replace(
        '<TEI',
        "<!DOCTYPE TEI [<!ENTITY link \"<ref xmlns='http://www.tei-c.org/ns/1.0' target='b_c.xml'>x</ref>\">]>\n<TEI",
      ),
      'tei/b_c.xml': letter('<p xml:base="https://example.org/"><ref target="a.xml">x</ref></p>'),
    });
    const { status, stderr } = await made.run(...deposit('clarin', '-d', 'out'));
    expect(status).toBe(0);
    expect(codesOf(stderr)).toEqual(
      expect.arrayContaining(['export/pointer-not-rewritten', 'export/base-not-followed']),
    );
  });

  test('harmful words in titles and names stay words', async () => {
    const made = edition({
      'tei/=cmd.xml': letter('<p/>'),
      'edition.json': JSON.stringify({ ...JSON.parse(EDITION), title: 'A\n\u001b[31m\u202ered\nWhat to do:' }),
    });
    expect((await made.run(...deposit('zenodo', '-d', 'out'))).status).toBe(0);
    expect(made.read('out/README.txt').split('\n')[0]).toBe('A [31m red What to do:');
    expect(made.read('out/names.csv')).not.toMatch(/(?:^|,)=/m);
  });
});
