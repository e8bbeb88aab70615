/** Pictures that TEI names: where they are shown, packed, and never looked for. */
import { symlinkSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import type { ExportInput } from '../../src/exporters/exporter.js';
import { bagit, docx, epub, html, markdown, mets, roCrate } from '../../src/exporters/index.js';
import { fixture } from '../cli/fixture.js';
import { pageExample } from '../page-example.js';
import { axeSource, hasBrowser, openBrowser, readPackaged, sayWithoutBrowser, siteOf } from './browser.js';
import { exported, letterXml, teiFile } from './tei.js';

/** Two dots by three. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
  'base64',
);
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>harm()</script></svg>');
const GIF = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64');

const FILES: Readonly<Record<string, Uint8Array>> = {
  'img/p1.png': PNG,
  'img/p 2.gif': GIF,
  'img/drawing.svg': SVG,
  'img/no-picture.png': Buffer.from('nothing'),
  'img/größe.png': PNG,
};

/** As the command answers, for files of one folder. */
const readBeside: ExportInput['readBeside'] = (address) => {
  if (address.startsWith('../') || address.startsWith('/') || address.startsWith('file:')) return { kind: 'outside' };
  const path = decodeURIComponent(address);
  const bytes = FILES[path];
  return bytes ? { kind: 'file', path, bytes } : { kind: 'missing' };
};

const SETTINGS = {
  title: 'Letters',
  date: '2024-05-31',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
};
const BODY = `<div type="document" xml:id="d1"><head>One</head><pb n="1" facs="img/p1.png"/><p>see <graphic url="img/p1.png"><desc>A "jug"</desc></graphic></p>
<figure><graphic url="img/p%202.gif"/><figDesc>A dot</figDesc></figure><pb n="2" facs="#s2"/><p>x</p><pb n="3" facs="https://example.org/3.jpg"/></div>`;
const FACSIMILE = '<facsimile><surface xml:id="s2"><graphic url="img/p1.png"/></surface></facsimile>';
const LETTER = letterXml(BODY).replace('<text>', `${FACSIMILE}<text>`);

const made = (exporter: Parameters<typeof exported>[0], xml = LETTER, options: Parameters<typeof exported>[2] = {}) =>
  exported(exporter, [teiFile(xml)], { settings: SETTINGS, readBeside, ...options });
const saidOf = ({ found }: Awaited<ReturnType<typeof made>>) =>
  found.filter(({ code }) => /picture/.test(code)).map(({ code, message }) => `${code.slice(7)}: ${message}`);

describe('html', () => {
  test('a site has each picture once, and pages show it with its size and what it shows', async () => {
    const site = await made(html);
    expect(site.files.filter(({ path }) => path.startsWith('pictures/'))).toEqual([
      { path: 'pictures/p1.png', content: PNG },
      { path: 'pictures/p-2.gif', content: GIF },
    ]);
    const page = site.text('documents/d1.html');
    expect(page).toContain(
      '<img src="../pictures/p1.png" alt="A &quot;jug&quot;" width="2" height="3" loading="lazy">',
    );
    expect(page).toContain('<img src="../pictures/p-2.gif" alt="Picture" width="1" height="1" loading="lazy">');
    expect([...page.matchAll(/<a class="facs" href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      '../pictures/p1.png',
      '../pictures/p1.png',
      'https://example.org/3.jpg',
    ]);
    expect(saidOf(site)).toEqual(['pictures-copied: 2 pictures, 1 kB, copied']);
  });

  test('a page that needs no other holds its pictures', async () => {
    const page = await made(html, LETTER, { single: true });
    expect(page.files).toHaveLength(1);
    expect(page.text()).toContain(`<img src="data:image/png;base64,${PNG.toString('base64')}"`);
    expect([...page.text().matchAll(/<a class="facs" href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      'https://example.org/3.jpg',
    ]);
  });
});

describe('epub and docx', () => {
  test('a book holds its pictures, and lists them', async () => {
    const book = unzipSync(Buffer.from((await made(epub)).files[0]?.content ?? ''));
    expect(Buffer.from(book['EPUB/pictures/p1.png'] ?? '')).toEqual(PNG);
    expect(strFromU8(book['EPUB/package.opf'] ?? new Uint8Array())).toContain(
      '<item id="picture-1" href="pictures/p1.png" media-type="image/png"/>',
    );
    const page = strFromU8(book['EPUB/documents/d1.xhtml'] ?? new Uint8Array());
    expect(page).toMatch(/<img src="\.\.\/pictures\/p1\.png"[^<>]*\/>/);
    // A book may not lead to a picture by itself.
    expect([...page.matchAll(/<a class="facs" href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      'https://example.org/3.jpg',
    ]);
  });

  test('a file of Word shows them; the same input makes the same bytes', async () => {
    const word = await made(docx);
    const parts = unzipSync(Buffer.from(word.files[0]?.content ?? ''));
    const media = Object.entries(parts).filter(([path]) => path.startsWith('word/media/'));
    expect(media.map(([, bytes]) => Buffer.from(bytes))).toEqual(expect.arrayContaining([PNG, GIF]));
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    expect(text.match(/<pic:pic /g)).toHaveLength(2);
    expect(text).toContain('descr="A &quot;jug&quot;"');
    expect((await made(docx)).files).toEqual(word.files);
  });
});

describe('packages', () => {
  test.each([
    [bagit, 'data/'],
    [roCrate, 'tei/'],
    [mets, 'tei/'],
  ] as const)('$0.name: pictures are where the TEI looks for them', async (exporter, folder) => {
    const pack = await made(exporter);
    const paths = pack.files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([`${folder}letter.xml`, `${folder}img/p1.png`, `${folder}img/p 2.gif`]),
    );
    expect(saidOf(pack)).toEqual(['pictures-copied: 2 pictures, 1 kB, copied']);
  });

  test('a bag lists them, a crate and METS describe them', async () => {
    expect((await made(bagit)).text('manifest-sha256.txt')).toMatch(/^[0-9a-f]{64} {2}data\/img\/p 2\.gif$/m);
    expect((await made(bagit)).text('bag-info.txt')).toMatch(/^Payload-Oxum: \d+\.3$/m);
    const graph = JSON.parse((await made(roCrate)).text('ro-crate-metadata.json'))['@graph'];
    expect(graph).toContainEqual(
      expect.objectContaining({
        '@id': 'tei/img/p1.png',
        '@type': ['File', 'ImageObject'],
        encodingFormat: 'image/png',
      }),
    );
    expect((await made(mets)).text('mets.xml')).toMatch(
      /<mets:fileGrp USE="PICTURES">\s*<mets:file ID="picture-1" MIMETYPE="image\/gif"/,
    );
  });

  test('a name that not every system takes: the file would not be found under another', async () => {
    const pack = await made(bagit, letterXml('<p><graphic url="img/gr%C3%B6%C3%9Fe.png"/></p>'));
    expect(pack.files.map(({ path }) => path).filter((path) => /\.png$/.test(path))).toEqual([]);
    expect(saidOf(pack)).toEqual([
      'picture-not-copied: picture "img/gr%C3%B6%C3%9Fe.png" is not copied: its name is none that every system takes',
    ]);
  });
});

describe('what is not copied', () => {
  test.each([
    ['../secret.png', 'leads out of the folder'],
    ['/etc/passwd', 'leads out of the folder'],
    ['file:///etc/passwd', 'leads out of the folder'],
    ['img/none.png', 'there is no such file'],
  ])('%s: %s, said once', async (url, why) => {
    const xml = letterXml(`<p><graphic url="${url}"/><graphic url="${url}"/></p>`);
    for (const exporter of [html, epub, docx, bagit, roCrate, mets]) {
      const { files, found } = await made(exporter, xml);
      const said = found.filter(({ code }) => code === 'export/picture-not-copied').map(({ message }) => message);
      expect([exporter.name, said]).toEqual([exporter.name, [expect.stringContaining(why)]]);
      expect(files.filter(({ path }) => /passwd|secret|none/.test(path))).toEqual([]);
    }
  });

  test.each(['img/drawing.svg', 'img/no-picture.png'])(
    '%s is no picture that is shown; packages take it',
    async (url) => {
      const xml = letterXml(`<p><graphic url="${url}"/></p>`);
      for (const exporter of [html, epub, docx]) {
        const { files, found } = await made(exporter, xml);
        expect(files.filter(({ path }) => path.startsWith('pictures/'))).toEqual([]);
        expect(found.map(({ message }) => message)).toContain(
          `"${exporter.name}" cannot carry a picture of a kind that it does not show: left out`,
        );
      }
      expect((await made(bagit, xml)).files.map(({ path }) => path)).toContain(`data/${url}`);
    },
  );

  test('said once for each reason, whatever their number', async () => {
    const pages = Array.from({ length: 300 }, (_, i) => `<pb n="${i}" facs="${i}.png"/>`).join('');
    for (const exporter of [html, bagit]) {
      const { found } = await made(exporter, letterXml(`<p>x${pages}</p>`));
      const said = found.filter(({ code }) => code === 'export/picture-not-copied').map(({ message }) => message);
      expect([exporter.name, said]).toEqual([
        exporter.name,
        ['picture "0.png" is not copied: there is no such file; nor 299 others'],
      ]);
    }
  });

  test('addresses of the network and of scripts are not asked for', async () => {
    const asked: string[] = [];
    const xml = letterXml(
      '<p><graphic url="https://example.org/a.png"/><graphic url="javascript:harm()"/><graphic url="//example.org/b.png"/></p>',
    );
    await made(html, xml, {
      readBeside(address) {
        asked.push(address);
        return { kind: 'missing' };
      },
    });
    expect(asked).toEqual([]);
  });

  test('formats without pictures have none', async () => {
    expect(saidOf(await made(markdown))).toEqual([]);
  });
});

describe('the command', () => {
  const xml = (url: string) => letterXml(`<p>x <graphic url="${url}"/></p>`);

  test('looks in the folder that was given, and never outside of it', async () => {
    const { run, read, exists, folder } = fixture({
      'edition/tei/a.xml': letterXml(
        [
          '../img/p1.png',
          '../../secret.png',
          '%2e%2e/%2e%2e/secret.png',
          'link.png',
          '/etc/hostname',
          'a.xml/../../../secret.png',
          'folder',
          '%',
          'x'.repeat(5000),
          'x%00.png',
        ]
          .map((url) => `<p><graphic url="${url}"/></p>`)
          .join(''),
      ),
      'edition/tei/folder/b.xml': xml('../../img/p1'),
      'edition/img/p1.png': PNG,
      'secret.png': PNG,
    });
    symlinkSync(`${folder}/secret.png`, `${folder}/edition/tei/link.png`);
    const { status, stderr } = await run('export', 'edition', '--to', 'html', '--out-dir', 'site');
    expect(status).toBe(0);
    expect(exists('site/pictures/p1.png')).toBe(true);
    expect(exists('site/pictures/secret.png')).toBe(false);
    expect(exists('site/pictures/link.png')).toBe(false);
    expect(stderr).toContain('picture "../../secret.png" is not copied: it leads out of the folder; nor 4 others');
    expect(stderr).toMatch(/picture "folder" is not copied: there is no such file; nor 3 others/);
    expect(stderr).toContain('1 picture, 1 kB, copied');
    expect(read('site/documents/tei-folder-b.html')).toContain('src="../pictures/p1.png"');
    // A file that was given by itself has its own folder, and no more.
    const alone = await run('export', 'edition/tei/a.xml', '--to', 'html', '-o', 'a.html');
    expect(alone.stderr).toContain('picture "../img/p1.png" is not copied: it leads out of the folder');
  });
});

describe('diagnostics', () => {
  test.each(['export/picture-not-copied', 'export/pictures-copied'] as const)('%s', async (code) => {
    const { failing, mended, said } = pageExample(code);
    const run = async (text: string) => {
      const { found } = await exported(html, [teiFile(text, 'letter')], {
        single: true,
        readBeside: (address) =>
          address === 'p1.png' ? { kind: 'file', path: 'p1.png', bytes: PNG } : { kind: 'missing' },
      });
      return found.filter((each) => each.code === code);
    };
    const [first] = await run(failing);
    expect(said).toContain(`${first?.severity}: ${first?.message} [${code}]`);
    expect(await run(mended)).toEqual([]);
  });
});

sayWithoutBrowser();
(hasBrowser ? describe : describe.skip)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => browser?.close());

  test('pictures are seen, in a site and in a page', async () => {
    for (const single of [false, true]) {
      const { files } = await made(html, LETTER, { single, readPackaged });
      const site = siteOf(files);
      const page = await browser.newPage({ bypassCSP: true });
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      await page.goto(site.url(single ? (files[0]?.path ?? '') : 'documents/d1.html'));
      const sizes = await page.evaluate(
        'Promise.all([...document.images].map(async (image) => { image.loading = "eager"; await image.decode(); return image.naturalWidth; }))',
      );
      expect([single, sizes, said]).toEqual([single, [2, 1], []]);
      await page.addScriptTag({ content: axeSource() });
      expect(
        await page.evaluate(
          'axe.run({ preload: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))',
        ),
      ).toEqual([]);
      await page.close();
      site.remove();
    }
  });
});
