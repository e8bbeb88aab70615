import { describe, expect, test } from '@jest/globals';
import { html } from '../../src/exporters/index.js';
import { exported, HOSTILE, hostileXml, letterXml, teiFile } from './tei.js';

const page = async (body: string, title?: string) =>
  (await exported(html, [teiFile(letterXml(body, title))], { single: true })).text();

const DOCUMENT = (id: string, body: string) => `<div type="document" xml:id="${id}" n="${id.slice(1)}">${body}</div>`;

test('no link stands in a link: one around a page number or a note is cut in two', async () => {
  const person = '<div><list><item><persName xml:id="p_A">Ada</persName>, a person</item></list></div>';
  const body = `<p><persName xml:id="x" corresp="#p_A">A<pb n="2"/>da</persName> <ref target="https://example.org">see<note n="1">x</note> it</ref></p>`;
  const { text } = await exported(html, [
    teiFile(letterXml(`${DOCUMENT('d1', body)}${DOCUMENT('d2', '<p/>')}${person}`)),
  ]);
  const made = text('documents/d1.html');
  expect(made).toContain('<a class="person" href="../persons.html#p_A" id="x">A</a><span class="pb"');
  expect(made).toContain('<a class="person" href="../persons.html#p_A">da</a>');
  expect(made).toContain('<a href="https://example.org">see</a><span class="noteref">');
  expect(made).toContain('<a href="https://example.org"> it</a>');
  expect(made).not.toMatch(/<a [^>]*>(?:(?!<\/a>)[\s\S])*<a /);
});

describe('a page', () => {
  test('notes go and come back', async () => {
    const text = await page('<p>Thanks. <note n="7">See <hi rend="italic">there</hi>.</note> More</p>');
    expect(text).toContain(
      '<p>Thanks.<span class="noteref"><a id="_r1" href="#_n1" role="doc-noteref" aria-label="Note 7">7</a>',
    );
    expect(text).toContain('<li id="_n1"><a class="back" href="#_r1" role="doc-backlink"');
    expect(text).toContain('See <i>there</i>.');
    expect(text).toMatch(/<span class="preview" aria-hidden="true">See there\.<\/span>/);
  });

  test('the source note is set apart, and has no marker', async () => {
    const text = await page(
      '<div><head>Letter<note type="source" xml:id="s">Source: Library, Box 1.</note></head><p>x</p></div>',
    );
    expect(text).toMatch(/<aside class="source"[^>]* id="s">Source: Library, Box 1\.<\/aside>/);
    expect(text).not.toContain('class="noteref"');
  });

  test('a page break in the line and one between paragraphs are links to themselves', async () => {
    const text = await page('<p>a <pb n="2" xml:id="pg_2"/>b</p><pb n="3"/><p>c</p>');
    expect(text).toContain('<span class="pb" id="pg_2"><a href="#pg_2"');
    expect(text).toMatch(/<div class="between"><span class="pb" id="(_page-[^"]+)"><a href="#\1"/);
  });

  test('what may not stand in a paragraph of HTML does not', async () => {
    const text = await page(
      '<p>First: <list><item>a</item><pb n="2"/><item>b</item></list> and <floatingText><body><p>Dear</p></body></floatingText></p>',
    );
    expect(text).toMatch(/<div class="p">First: <ul/);
    expect(text).toMatch(/<li><div class="between"><span class="pb"/);
    expect(text).toMatch(/<article class="letter">[\s\S]*<p>Dear<\/p>/);
  });

  test('a list with labels, a table with a row of labels', async () => {
    const text = await page(
      '<list><label>a</label><item>b</item></list><table><head>T</head><row role="label"><cell>x</cell></row><row><cell cols="2">y</cell></row></table>',
    );
    expect(text).toMatch(/<dl[^>]*>\s*<dt>a<\/dt>\s*<dd>b<\/dd>/);
    expect(text).toMatch(/<caption>T<\/caption>[\s\S]*<th>x<\/th>[\s\S]*<td colspan="2">y<\/td>/);
  });

  test('readings of the editors', async () => {
    const text = await page(
      '<p><choice><sic>hte</sic><corr>the</corr></choice> <gap reason="illegible"/> <supplied>x</supplied> <date when="1861-05-12">May</date></p>',
    );
    expect(text).toContain('<span class="choice" title="sic: hte"><span class="corr">the</span></span>');
    expect(text).toContain('title="gap in the text: illegible">[…]</span>');
    expect(text).toContain('<time datetime="1861-05-12">May</time>');
  });

  test('headings leave out no level', async () => {
    const text = await page(
      '<div><head>One</head><div><div><head>Two</head><p/></div></div><div><head>Three</head></div></div>',
    );
    expect([...text.matchAll(/<h(\d)[^>]*>(\w+)/g)].map(([, level, word]) => `${level} ${word}`)).toEqual([
      '1 One',
      '2 Two',
      '2 Three',
    ]);
  });

  test('several documents are no page', async () => {
    const { files, found } = await exported(
      html,
      [teiFile(letterXml(DOCUMENT('d1', '<p/>') + DOCUMENT('d2', '<p/>')))],
      { single: true },
    );
    expect([files, found.map(({ code }) => code)]).toEqual([[], ['export/several-documents']]);
  });
});

describe('a site', () => {
  const person =
    '<div type="section" xml:id="persons"><head>Persons</head><list type="names"><item><persName xml:id="p_R">Rusk, Dean</persName>, Secretary of State</item></list></div>';
  const volume = letterXml(
    `${person}<div type="chapter" xml:id="c1"><head>Laos</head>
    ${DOCUMENT('d1', '<head>1. Letter From <persName type="from" corresp="#p_R">Rusk</persName> to <persName type="to">Ada</persName></head><dateline><date when="1961-05-12">May</date></dateline><p>See <ref target="#d2">Document 2</ref>, <ref target="#pg_9">page 9</ref>.</p>')}
    ${DOCUMENT('d2', '<head>2. Letter From <persName type="from">Ada</persName> to <persName type="to" corresp="#p_R">Rusk</persName></head><dateline><date when="1961-05-16">May</date></dateline><p>Neutrality <pb n="9" xml:id="pg_9"/></p>')}</div>`,
    'A volume',
  );

  test('has its pages, and each has its TEI', async () => {
    const { files, text } = await exported(html, [teiFile(volume, 'volume')]);
    expect(files.map(({ path }) => path).sort()).toEqual(
      [
        'index.html',
        'assets/style.css',
        ...['persons', 'c1', 'd1', 'd2'].flatMap((name) => [`documents/${name}.html`, `tei/${name}.xml`]),
        ...['persons.html', 'timeline.html', 'network.html', 'search.html'],
        ...['assets/search.js', 'assets/search-index.js', 'assets/search-texts.js', 'assets/minisearch.js'],
      ].sort(),
    );
    expect(teiFile(text('tei/d2.xml')).tei.root.name).toMatchObject({
      local: 'div',
      namespace: 'http://www.tei-c.org/ns/1.0',
    });
  });

  test('pointers lead to the page that holds what they name', async () => {
    const { text, found } = await exported(html, [teiFile(volume, 'volume')]);
    expect(text('documents/d1.html')).toContain(
      '<a href="d2.html#d2">Document 2</a>, <a href="d2.html#pg_9">page 9</a>',
    );
    expect(text('documents/d1.html')).toContain('<a class="person" href="../persons.html#p_R">Rusk</a>');
    expect(text('persons.html')).toMatch(
      /id="p_R"><dt>Rusk, Dean<\/dt>[\s\S]*Secretary of State[\s\S]*documents\/d1\.html[\s\S]*documents\/d2\.html/,
    );
    expect(found).toEqual([]);
  });

  test('every link of the site leads somewhere', async () => {
    const { files, text } = await exported(html, [teiFile(volume, 'volume')]);
    const paths = new Set(files.map(({ path }) => path));
    const broken = files
      .filter(({ path }) => path.endsWith('.html'))
      .flatMap(({ path }) =>
        [...text(path).matchAll(/(?:href|src|action)="([^"]*)"/g)].flatMap(([, href = '']) => {
          const { pathname, hash } = new URL(href, `http://x/${path}`);
          const target = pathname.slice(1);
          const isThere =
            paths.has(target) && (hash === '' || text(target).includes(`id="${decodeURIComponent(hash.slice(1))}"`));
          return isThere ? [] : [`${path}: ${href}`];
        }),
      );
    expect(broken).toEqual([]);
  });

  test('is the same when it is made again', async () => {
    const [one, two] = [await exported(html, [teiFile(volume)]), await exported(html, [teiFile(volume)])];
    expect(one.files).toEqual(two.files);
  });
});

describe('hostile TEI', () => {
  test('is text: no markup, no script, no address that acts', async () => {
    const { files, text } = await exported(html, [teiFile(hostileXml(), 'hostile')]);
    const pages = files.filter(({ path }) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(HOSTILE.ids.length);
    for (const { path } of pages) {
      const written = text(path);
      const tags = written.match(/<[a-z][^<>]*>/gi) ?? [];
      // An attribute may say it, in double quotes, with what could end it escaped.
      expect(written).not.toMatch(/ id="(?:[^"]*\s[^"]*)?"/);
      const bare = tags.map((tag) => tag.replace(/="[^"]*"/g, '=""'));
      expect(bare.filter((tag) => /harm|onerror|<img|<iframe/i.test(tag))).toEqual([]);
      expect(bare.filter((tag) => /^<script/i.test(tag)).every(() => path === 'search.html')).toBe(true);
      const addresses = [...written.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, address = '']) => address);
      expect(addresses.filter((address) => /^\s*(?:javascript|data|vbscript)/i.test(address))).toEqual([]);
    }
  });

  test('TEI that a browser would run is shown as text', async () => {
    const script = '<p><script xmlns="http://www.w3.org/1999/xhtml">harm()</script></p>';
    const { files, found, text } = await exported(html, [teiFile(letterXml(script), 'x')]);
    expect(files.map(({ path }) => path).filter((path) => path.startsWith('tei/'))).toEqual(['tei/x.txt']);
    expect(text('documents/x.html')).not.toContain('<script');
    expect(found.map(({ code }) => code)).toContain('export/element-not-known');
  });
});

test('what is written from right to left is shown so, and what stands in it from left to right', async () => {
  const xml = letterXml(
    '<p>السلام <foreign xml:lang="en">hello</foreign> <foreign xml:lang="az-Arab">سلام</foreign></p>',
  ).replace('<TEI ', '<TEI xml:lang="ar" ');
  const { text } = await exported(html, [teiFile(xml)], { single: true });
  expect(text()).toContain('<article class="document" lang="ar" dir="rtl">');
  expect(text()).toContain('<i class="foreign" lang="en" dir="ltr">hello</i>');
  expect(text()).toContain('<i class="foreign" lang="az-Arab" dir="rtl">');
});

test('each TEI of a corpus has a page of its own name', async () => {
  const one = (id: string) => letterXml(`<p>${id}</p>`, id).replace('<TEI ', `<TEI xml:id="${id}" `);
  const corpus = `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>${one('ada')}${one('bert')}</teiCorpus>`;
  const { files } = await exported(html, [teiFile(corpus, 'corpus')]);
  expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(['documents/ada.html', 'documents/bert.html']));
});
