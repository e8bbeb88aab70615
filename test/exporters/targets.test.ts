/** What each target gets: its records, its bag, its objects; volumes that are too long for it. */
import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { exportTei } from '../../src/export.js';
import { pathNamer, targetName, withoutSharedFolders } from '../../src/exporters/deposit/plan-names.js';
import { deposit } from '../../src/exporters/deposit.js';
import type { ExportSettings, TeiFile, WholeFile } from '../../src/exporters/exporter.js';
import { isSafePath } from '../../src/exporters/safe-name.js';
import * as targets from '../../src/exporters/targets/index.js';
import type { Target } from '../../src/exporters/targets/target.js';
import { createSource } from '../../src/source/index.js';
import { attributeValue, descendants, type Element, parseXml, textContent } from '../../src/xml/index.js';
import { fc } from '../fast-check.js';
import { around, HOSTILE, hostileXml, letterXml, teiFile } from './tei.js';

const SETTINGS: ExportSettings = {
  title: 'Letters of Ada',
  publisher: 'Analytical Press',
  url: 'https://doi.org/10.5281/zenodo.12345',
  date: '2024-05-31',
  language: 'en',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  editors: [{ name: 'Grace Hopper' }],
  rightsHolder: 'Bodleian Library',
};

async function made(target: Target, files: readonly TeiFile[], settings = SETTINGS) {
  const found: Diagnostic[] = [];
  const written: WholeFile[] = [];
  const input = { target: target.name, outputName: 'ada', mayWrite: () => true, around: around(files) };
  for await (const file of exportTei(deposit, { files, settings, single: false, deposit: input }, (d) => found.push(d)))
    written.push(file);
  const text = (path: string) => {
    const content = written.find((file) => file.path === path)?.content;
    return content === undefined
      ? undefined
      : new TextDecoder().decode(content instanceof Uint8Array ? content : Buffer.from(content));
  };
  const codes = found.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  return { paths: written.map(({ path }) => path), text, found, codes };
}

function tree(xml: string | undefined): Element {
  const document = parseXml(createSource('made.xml', xml ?? ''), ({ message }) => {
    throw new Error(message);
  });
  if (!document) throw new Error('no tree');
  return document.root;
}

const correspondence =
  '<profileDesc><correspDesc><correspAction type="sent"><persName ref="https://d-nb.info/gnd/118640461">Ada</persName><date when="1843-07-05"/></correspAction></correspDesc></profileDesc>';
const FILES = [
  teiFile(letterXml('<p>x</p>', 'To Charles', correspondence), 'a'),
  teiFile(letterXml('<p>y</p>', 'To Mary'), 'b/c'),
];

describe('every target', () => {
  test.each(Object.values<Target>(targets).map((target) => [target.name, target] as const))(
    '%s: names are safe and of its characters, hostile TEI too; the same input makes the same bytes',
    async (_, target) => {
      const hostile = HOSTILE.ids
        .slice(0, 4)
        .map((id, i) => teiFile(hostileXml(), `${i}/${id.replace(/^\/|\0/g, '')}`));
      const run = () => made(target, [...FILES, ...hostile]);
      const [first, second] = [await run(), await run()];
      expect(first.paths.length).toBeGreaterThan(6);
      expect(first.paths).toEqual(second.paths);
      for (const path of first.paths) expect(first.text(path)).toBe(second.text(path));
      const names = first.paths.filter((path) => path !== '.zenodo.json').flatMap((path) => path.split('/'));
      for (const name of names) {
        expect(isSafePath(name)).toBe(true);
        // What a standard calls its files by is not for the target to choose.
        if (/^(?:bag-info|bagit|manifest-sha256|tagmanifest-sha256)\.txt$|\.meta$|^CITATION\.cff$/.test(name)) continue;
        const stem = name.replace(/\.[A-Za-z0-9]+$/, '');
        expect([...stem].filter((c) => !/[A-Za-z0-9]/.test(c) && !target.nameCharacters.includes(c))).toEqual([]);
      }
    },
  );
});

describe('names', () => {
  test.each([
    ['Brief_an Müller', '-.', 'Brief-an-Muller'],
    ['v.1_final', '-_', 'v-1_final'],
    ['CON', '-.', 'file-CON'],
    ['___', '-.', 'file'],
    ['..', '-.', 'document'],
  ])('%j with %j is %j', (name, characters, now) => expect(targetName(name, characters)).toBe(now));

  test('whatever the names: paths are safe, of the characters of the target, and each is there once', () => {
    const characters = fc.constantFrom(...Object.values<Target>(targets).map(({ nameCharacters }) => nameCharacters));
    const names = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE.ids, 'a', 'A', 'com1')));
    fc.assert(
      fc.property(names, characters, (given, allowed) => {
        const namer = pathNamer();
        const made = given.map((name) => namer(targetName(name, allowed), '.xml'));
        expect(made.filter((name) => !isSafePath(name))).toEqual([]);
        expect(new Set(made.map((name) => name.toLowerCase())).size).toBe(given.length);
        const signs = made.flatMap((name) => [...name.replace(/\.xml$/, '')].filter((c) => !/[A-Za-z0-9]/.test(c)));
        expect(signs.filter((c) => !allowed.includes(c))).toEqual([]);
      }),
    );
  });

  test('folders that all have are no names', () => {
    expect(withoutSharedFolders(['a/b/c.xml', 'a/b/d/e.xml'])).toEqual(['c.xml', 'd/e.xml']);
    expect(withoutSharedFolders(['a/b.xml'])).toEqual(['b.xml']);
  });
});

describe('textgrid', () => {
  test('a collection of editions, each with its work and records; what is pointed to is there', async () => {
    const { paths, text, codes } = await made(targets.textgrid, FILES);
    expect(codes).toEqual([]);
    expect(paths).toEqual(
      [
        'Letters-of-Ada.collection',
        'Letters-of-Ada.collection.meta',
        'Letters-of-Ada/a.edition',
        'Letters-of-Ada/a.edition.meta',
        'Letters-of-Ada/a/a.work',
        'Letters-of-Ada/a/a.work.meta',
        'Letters-of-Ada/a/a.xml',
        'Letters-of-Ada/a/a.xml.meta',
        'Letters-of-Ada/b-c.edition',
        'Letters-of-Ada/b-c.edition.meta',
        'Letters-of-Ada/b-c/b-c.work',
        'Letters-of-Ada/b-c/b-c.work.meta',
        'Letters-of-Ada/b-c/b-c.xml',
        'Letters-of-Ada/b-c/b-c.xml.meta',
        'README.txt',
        'names.csv',
        'sha256sums.txt',
      ].sort(),
    );
    for (const path of paths.filter((each) => /\.(?:edition|collection)$/.test(each))) {
      const folder = path.replace(/[^/]*$/, '');
      const parts = [...descendants(tree(text(path)))].flatMap((each) =>
        each.name.local === 'aggregates' ? each.attributes.map(({ value }) => `${folder}${value}`) : [],
      );
      expect(parts).toHaveLength(2);
      expect(parts.filter((part) => !paths.includes(part) || !paths.includes(`${part}.meta`))).toEqual([]);
    }
    const edition = tree(text('Letters-of-Ada/a.edition.meta'));
    const leaves = (root: Element) =>
      [...descendants(root)]
        .filter(({ children }) => children.every(({ kind }) => kind === 'text'))
        .map((each) => [each.name.local, textContent(each)]);
    expect(leaves(edition)).toEqual([
      ['title', 'To Charles'],
      ['format', 'text/tg.edition+tg.aggregation+xml'],
      ['isEditionOf', 'a/a.work'],
      ['agent', 'Hopper, Grace'],
      ['language', 'eng'],
      ['license', 'CC BY 4.0'],
    ]);
    const work = tree(text('Letters-of-Ada/a/a.work.meta'));
    expect(leaves(work)).toEqual([
      ['title', 'To Charles'],
      ['format', 'text/tg.work+xml'],
      ['agent', 'Ada'],
      ['dateOfCreation', '1843-07-05'],
      ['genre', 'other'],
    ]);
    const agent = [...descendants(work)].find(({ name }) => name.local === 'agent');
    expect(agent && attributeValue(agent, 'id')).toBe('https://d-nb.info/gnd/118640461');
    expect(text('Letters-of-Ada/a/a.xml.meta')).toContain('<rightsHolder>Bodleian Library</rightsHolder>');
  });

  test('a text without a date is said, and nothing is invented', async () => {
    const { found, text } = await made(targets.textgrid, FILES);
    expect(found.map(({ message }) => message)).toContain(
      '"textgrid" expects a date of the text; 1 of 2 headers have none',
    );
    expect(text('Letters-of-Ada/b-c/b-c.work.meta')).toContain('<dateOfCreation>unknown</dateOfCreation>');
  });
});

describe('generic', () => {
  test('a bag whose records name the files by where they lie', async () => {
    const { paths, text, found } = await made(targets.generic, FILES);
    expect(found.map(({ code }) => code)).toEqual(['export/field-advised']);
    expect(paths).toEqual(
      expect.arrayContaining([
        'bagit.txt',
        'data/mets.xml',
        'data/ro-crate-metadata.json',
        'data/metadata/datacite.xml',
      ]),
    );
    const crate = JSON.parse(text('data/ro-crate-metadata.json') ?? '');
    const parts: readonly { readonly '@id': string }[] = crate['@graph'][1].hasPart;
    expect(parts.map((part) => `data/${part['@id']}`).filter((path) => !paths.includes(path))).toEqual([]);
    const manifest = (text('manifest-sha256.txt') ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(66));
    expect(manifest).toEqual(paths.filter((path) => path.startsWith('data/')).sort());
  });

  test('a record that lacks a setting is left out, and said', async () => {
    const { url: _, ...rest } = SETTINGS;
    const { paths, found, codes } = await made(targets.generic, FILES, rest);
    expect(codes).toEqual([]);
    expect(paths).not.toContain('data/metadata/datacite.xml');
    expect(found.map(({ message }) => message)).toContain(
      'the record "datacite" is left out: "datacite" needs "url" in edition.json',
    );
  });
});

describe('zenodo', () => {
  test('metadata at the top; many files are said', async () => {
    const many = Array.from({ length: 100 }, (_, i) => teiFile(letterXml('<p>x</p>', `Letter ${i}`), `l${i}`));
    const { paths, found } = await made(targets.zenodo, many);
    expect(paths).toEqual(expect.arrayContaining(['.zenodo.json', 'CITATION.cff']));
    expect(found.map(({ code }) => code)).toContain('export/too-many-files');
  });
});

describe('dta', () => {
  const full = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title type="main">T</title>
<author><persName ref="https://d-nb.info/gnd/1">A</persName></author><respStmt/></titleStmt><extent/>
<publicationStmt><idno>x</idno><availability><licence target="https://creativecommons.org/licenses/by/4.0/"/></availability></publicationStmt>
<sourceDesc><bibl/><biblFull/><msDesc><msIdentifier><repository>R</repository><idno>1</idno></msIdentifier></msDesc></sourceDesc></fileDesc>
<profileDesc><langUsage><language ident="de"/></langUsage><textClass><classCode scheme="x">y</classCode></textClass></profileDesc></teiHeader>
<text><body><p/></body></text></TEI>`;

  test('what a header lacks is said once for all files', async () => {
    const { found } = await made(targets.dta, [...FILES, teiFile(full, 'full')]);
    const said = found.filter(({ code }) => code === 'export/header-field-advised').map(({ message }) => message);
    expect(said).toHaveLength(targets.dta.header?.length ?? -1);
    expect(said[0]).toBe('"dta" expects a title of the type "main"; 2 of 3 headers have none');
  });

  test('nothing is said of one that has all', async () => {
    const { found } = await made(targets.dta, [teiFile(full, 'full')]);
    expect(found.map(({ code }) => code)).toEqual(['export/schema-of-target']);
  });
});

describe('tapas', () => {
  const long = 'word '.repeat(700_000);
  const letters = [1, 2, 3, 4].map(
    (n) =>
      `<div type="letter" xml:id="d${n}" n="${n}"><head xml:id="h${n}">${n}. Letter</head><p><persName ref="#ada">Ada</persName> <ref target="#h${(n % 4) + 1}">next</ref> <ref target="#d${n}">this</ref> ${long}</p></div>`,
  );
  const volume = letterXml(letters.join(''), 'Volume').replace(
    '</teiHeader>',
    '</teiHeader><standOff><listPerson><person xml:id="ada"><persName>Ada</persName></person></listPerson></standOff>',
  );

  test('a volume that is too long becomes its documents, and pointers lead from one to the other', async () => {
    const other = letterXml('<p><ref target="v.xml#h2">x</ref> <ref target="v.xml#ada">y</ref></p>', 'Other');
    const { paths, text, codes, found } = await made(targets.tapas, [teiFile(volume, 'v'), teiFile(other, 'z')]);
    expect(codes).toEqual([]);
    expect(found.map(({ code }) => code)).toContain('export/volume-split');
    expect(paths.filter((path) => path.startsWith('tei/'))).toEqual(
      ['v-d1', 'v-d2', 'v-d3', 'v-d4', 'v', 'z'].map((name) => `tei/${name}.xml`),
    );
    const second = text('tei/v-d2.xml') ?? '';
    expect(second.length).toBeLessThan(10 * 1024 * 1024);
    expect([...second.matchAll(/(?:ref|target)="([^"]*)"/g)].map(([, target]) => target)).toEqual([
      'v.xml#ada',
      'v-d3.xml#h3',
      '#d2',
    ]);
    expect(second).toContain('<teiHeader>');
    expect(text('tei/v.xml')).toContain('<head>2. Letter</head><p><ref target="v-d2.xml">v-d2.xml</ref></p>');
    expect(text('tei/z.xml')).toContain('<ref target="v-d2.xml#h2">x</ref> <ref target="v.xml#ada">');
    // The frame lists the persons that the letters point to.
    expect(text('names.csv')?.split('\n')[1]).toMatch(/^1,tei\/v\.xml,personography,v\.xml,/);
    const words = (xml: string | undefined) => (xml?.match(/\bword\b/g) ?? []).length;
    expect(paths.reduce((sum, path) => sum + (path.startsWith('tei/') ? words(text(path)) : 0), 0)).toBe(4 * 700_000);
  });

  test('one document that is too long is refused', async () => {
    const one = letterXml(`<p>${'word '.repeat(2_200_000)}</p>`);
    const { codes } = await made(targets.tapas, [teiFile(one, 'one')]);
    expect(codes).toEqual(['export/file-too-large']);
  });
});

test('what is no whole document is refused by all', async () => {
  const { codes } = await made(targets.generic, [teiFile('<div xmlns="http://www.tei-c.org/ns/1.0"/>', 'a')]);
  expect(codes).toEqual(['export/header-missing']);
  const without = await made(targets.generic, [teiFile('<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>', 'a')]);
  expect(without.codes).toEqual(['export/header-missing']);
});
