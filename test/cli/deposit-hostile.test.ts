/** What hostile folders and files come to in a deposit. */
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { checkSums, codesOf, deposit, EDITION, edition, letter, PNG } from './deposit-edition.js';
import { fixture } from './fixture.js';

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
    expect(codesOf(stderr).filter((code) => code?.startsWith('export/picture'))).toEqual([]);
    expect(made.files('out').filter((path) => path.includes('pictures'))).toEqual([]);
    expect(made.read('out/data/README.txt')).toContain('- ../scans/link.png\n');
  });

  test('pictures that are not there: one message for all, a list of its own for many', async () => {
    const made = edition({
      'tei/a.xml': letter(Array.from({ length: 12 }, (_, i) => `<pb facs="p${i}.png"/>`).join('')),
    });
    const { stderr } = await made.run(...deposit('tapas', '-d', 'out'));
    expect(stderr).toMatch(/warning: none of 12 pictures is there to be included; the first is "p0\.png"/);
    expect(made.read('out/missing.txt').split('\n')).toHaveLength(13);
    expect(made.read('out/README.txt')).toContain('- p9.png\n- and 2 more: see missing.txt\n');
    expect(checkSums(made, 'sha256sums.txt', 'out')).toContain('missing.txt');
    made.write('tei/p3.png', PNG);
    const one = await made.run(...deposit('tapas', '-d', 'out'));
    expect(codesOf(one.stderr).filter((code) => code === 'export/picture-missing')).toHaveLength(11);
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

  test('document types, entities and style sheets beside a file are said, and not included', async () => {
    const made = edition({
      'tei/a.xml': letter('<p/>').replace(
        '<TEI',
        '<!-- SYSTEM "no.dtd" --><?xml-stylesheet href="look.css"?><!DOCTYPE TEI PUBLIC "-//x" "tei.dtd" [<!ENTITY e SYSTEM "https://example.org/e">]>\n<TEI',
      ),
      'tei/look.css': 'p {}',
    });
    const { stderr } = await made.run(...deposit('arche', '-d', 'out'));
    expect(
      [...stderr.matchAll(/warning: "([^"]*)" leads to "[^"]*", which is (not \S+)/g)].map((m) => m.slice(1)),
    ).toEqual([
      ['look.css', 'not in'],
      ['tei.dtd', 'not there'],
    ]);
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
