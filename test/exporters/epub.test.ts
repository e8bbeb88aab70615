/** TEI -> a book: as EPUB wants it, with every word, the same in every run. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { knownElements } from '../../src/exporters/behaviours.js';
import type { TeiFile } from '../../src/exporters/exporter.js';
import { epub, text as plain } from '../../src/exporters/index.js';
import { createSource } from '../../src/source/index.js';
import { parseXml, textContent } from '../../src/xml/index.js';
import { exported, hostileXml, letterXml, teiFile } from './tei.js';

const settings = {
  title: 'Letters & more',
  url: 'https://example.org/',
  date: '2024-05-31',
  editors: [{ name: 'Ada' }],
};
const seed = teiFile(readFileSync('corpus/frus/tei/frus1961-63v06-d15.xml', 'utf8'), 'd15');
const volume = teiFile(
  letterXml(
    '<div type="chapter" xml:id="ch1"><head>Laos</head><p>Words</p><div type="document" xml:id="d1" n="1"><head>1. One</head><p>A<note n="1">See <ref target="#d2">2</ref>.</note> <persName corresp="#p_A">Ada</persName><pb n="2" xml:id="pg_2"/>x<lb/>y</p></div></div><div type="document" xml:id="d2"><head>2. Two</head><table><row><cell>c</cell></row></table></div><div><list><item><persName xml:id="p_A">Ada</persName>, a person</item></list></div>',
  ),
);

async function book(file: TeiFile) {
  const { files, found } = await exported(epub, [file], {
    settings,
    single: true,
    readBeside: (path) => (path === 'p.png' ? { kind: 'file', path, bytes: PNG } : { kind: 'missing' }),
  });
  const [made] = files;
  const bytes = typeof made?.content === 'object' ? made.content : new Uint8Array();
  const entries = Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)] as const);
  return { bytes, found, entries, read: (path: string) => entries.find(([name]) => name === path)?.[1] ?? '' };
}

test('is a container of EPUB: the kind first and not compressed, then what there is to find', async () => {
  const { bytes, entries, read } = await book(volume);
  expect(strFromU8(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
  expect(entries.map(([path]) => path)).toEqual([
    'mimetype',
    'META-INF/container.xml',
    'EPUB/package.opf',
    'EPUB/nav.xhtml',
    'EPUB/style.css',
    'EPUB/documents/ch1.xhtml',
    'EPUB/documents/d1.xhtml',
    'EPUB/documents/d2.xhtml',
    expect.stringMatching(/^EPUB\/documents\/.+\.xhtml$/),
    'EPUB/persons.xhtml',
  ]);
  expect(read('EPUB/package.opf')).toContain(
    '<dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">Letters &amp; more</dc:title>',
  );
  expect(read('EPUB/nav.xhtml')).toContain('href="documents/d1.xhtml#pg_2"');
  expect(read('EPUB/documents/d1.xhtml')).toContain('href="d2.xhtml#d2"');
  expect(read('EPUB/documents/d1.xhtml')).toContain('href="../persons.xhtml#p_A"');
});

test.each([
  ['a volume', volume],
  ['the seed', seed],
  ['hostile TEI', teiFile(hostileXml())],
])('%s: every page is XML', async (_, file) => {
  const { entries } = await book(file);
  for (const [path, content] of entries) {
    if (!/\.(?:xhtml|opf|xml)$/.test(path)) continue;
    const found: string[] = [];
    parseXml(createSource(path, content), ({ message }) => found.push(message));
    expect([path, found]).toEqual([path, []]);
    expect(content).not.toMatch(/<script|href="(?:javascript|data|vbscript):/i);
  }
});

test('has every word of the seed', async () => {
  const { read } = await book(seed);
  const root = parseXml(createSource('d15', read('EPUB/documents/d15.xhtml')), () => {})?.root;
  const letters = (text: string) => new Set(text.match(/\p{L}{3,}/gu));
  const words = root ? letters(textContent(root)) : new Set();
  const lost = [...letters((await exported(plain, [seed])).text())].filter(
    (word) => !words.has(word) && word !== 'Page',
  );
  expect(lost).toEqual([]);
});

test('is the same in every run', async () => {
  const [one, two] = [await book(seed), await book(seed)];
  expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true);
});

test('must know a date', async () => {
  const { files, found } = await exported(epub, [volume], { settings: {}, single: true });
  expect([files, found.map(({ message }) => message)]).toEqual([[], ['"epub" needs "date" in edition.json']]);
});

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
  'base64',
);

/** Each element that there is a behaviour for, among blocks and in a line, and pictures. */
const KINDS = [...knownElements.keys()]
  .filter((name) => !/:|^(?:text|TEI|teiCorpus|front|body|back|group|teiHeader|row|cell)$/.test(name))
  .flatMap((name) => [`<${name} n="5">one <hi>two</hi></${name}>`, `<p>before <${name}>one</${name}> behind</p>`])
  .concat(
    '<pb n="1" facs="p.png"/><p><graphic url="p.png"/></p><figure><graphic url="p.png"><desc>"x"</desc></graphic></figure>',
  )
  .join('');

/** Debian's package, which leaves it to the system to run a Java archive. */
const EPUBCHECK = '/usr/share/java/epubcheck.jar';

describe('epubcheck', () => {
  const has = existsSync(EPUBCHECK) && spawnSync('java', ['-version']).status === 0;
  if (!has) console.log('skipped: epubcheck is not installed');
  const check = (path: string) => spawnSync('java', ['-jar', EPUBCHECK, '-q', path], { encoding: 'utf8' });
  const folder = mkdtempSync(join(tmpdir(), 'teiscribe-epub-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let books = 0;
  const written = async (file: TeiFile) => {
    const path = join(folder, `book-${books++}.epub`);
    writeFileSync(path, (await book(file)).bytes);
    return path;
  };

  (has ? test : test.skip).each([
    ['a volume', volume],
    ['the seed', seed],
    ['hostile TEI', teiFile(hostileXml())],
    ['TEI with all kinds of elements and pictures', teiFile(letterXml(KINDS))],
  ])(
    'has nothing to say of %s',
    async (_, file) => {
      const { status, stdout, stderr } = check(await written(file));
      expect(`${stdout}${stderr}`.trim()).toBe('');
      expect(status).toBe(0);
    },
    60_000,
  );
});
