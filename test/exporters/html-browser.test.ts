/** The pages of `html` in a real browser: what it says of them, how they fit, and that they can be used. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { html } from '../../src/exporters/index.js';
import { axeSource, hasBrowser, openBrowser, readPackaged, sayWithoutBrowser, siteOf } from './browser.js';
import { exported, hostileXml, letterXml, teiFile } from './tei.js';

sayWithoutBrowser();
const inBrowser = hasBrowser ? describe : describe.skip;

const WIDTHS = [360, 800, 1280];

const document = (n: number) =>
  `<div type="document" xml:id="d${n}" n="${n}"><head>${n}. Letter From <persName type="from" corresp="#p_${n % 2 ? 'A' : 'B'}">one</persName> to <persName type="to" corresp="#p_${n % 2 ? 'B' : 'A'}">the other</persName><note n="0" type="source">Source: Library, Box ${n}.</note></head>
  <opener><dateline><placeName>Oxford</placeName>, <date when="1921-06-0${n}">June ${n}, 1921</date></dateline><salute>Dear John,</salute></opener>
  <p>Thank you for the book<note n="1" xml:id="d${n}fn1">Not found <ref target="#d1">among the papers</ref>.</note> of <gloss target="#t_X">XYZ</gloss>. It <pb n="${n}9" xml:id="pg_${n}9"/>came.</p><pb n="${n}8" xml:id="pg_${n}8"/>
  <floatingText><body><opener><salute>Sir,</salute></opener><p>Enclosed.</p><closer><signed>Mary</signed></closer></body></floatingText>
  <list><head>Books</head><item>one</item><item>two<list><item>deep</item></list></item></list>
  <table><head>Prices</head><row role="label"><cell>book</cell><cell>price</cell></row><row><cell>one</cell><cell>2</cell></row></table>
  <quote rend="blockquote">Words</quote><closer><signed>Ada</signed></closer></div>`;
const names = `<div type="section" xml:id="names"><head>Names</head><list type="names"><item><persName xml:id="p_A">Ada</persName>, writer</item><item><persName xml:id="p_B">Donaudampfschifffahrtsgesellschaftskapitän</persName>, reader</item></list><list type="terms"><item><term xml:id="t_X">XYZ</term>, a term</item></list></div>`;
const volume = letterXml(
  `${names}<div type="chapter" xml:id="ch1"><head>Letters</head>${[1, 2, 3, 4].map(document).join('')}</div>`,
  'Letters of Ada',
);

inBrowser('in a browser', () => {
  let browser: Browser;
  let site: ReturnType<typeof siteOf>;
  beforeAll(async () => {
    browser = await openBrowser();
    const { files } = await exported(html, [teiFile(volume, 'volume')], { readPackaged });
    site = siteOf(files);
  });
  afterAll(async () => {
    await browser?.close();
    site?.remove();
  });

  const PAGES = [
    'index.html',
    'documents/d1.html',
    'documents/names.html',
    'persons.html',
    'terms.html',
    'timeline.html',
    'network.html',
    'search.html',
  ];

  /** Opens a page, and gathers what the browser complains about. */
  async function open(
    url: string,
    options: Parameters<Browser['newPage']>[0] = {},
  ): Promise<{ page: Page; said: string[] }> {
    const page = await browser.newPage(options);
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('requestfailed', (request) => said.push(`failed: ${request.url()}`));
    page.on('dialog', (dialog) => said.push(`dialog: ${dialog.message()}`));
    await page.goto(url);
    return { page, said };
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    test.each(PAGES)(
      `%s, ${colorScheme}: axe finds nothing, the console is silent`,
      async (path) => {
        const { page, said } = await open(site.url(path), { colorScheme, bypassCSP: true });
        await page.addScriptTag({ content: axeSource() });
        const violations = await page.evaluate(
          'axe.run({ preload: false, rules: { "target-size": { enabled: true } } }).then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))',
        );
        expect([violations, said]).toEqual([[], []]);
        await page.close();
      },
      30_000,
    );
  }

  test.each(WIDTHS)(
    'at %d pixels nothing is wider than the page',
    async (width) => {
      for (const path of PAGES) {
        const { page } = await open(site.url(path), { viewport: { width, height: 800 } });
        expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, width]);
        await page.close();
      }
    },
    60_000,
  );

  test('page numbers are in the margin where there is one, and in the line on a phone', async () => {
    const left = (page: Page) =>
      page.evaluate(
        "document.querySelector('#pg_19 a').getBoundingClientRect().right < document.querySelector('.text').getBoundingClientRect().left + 1",
      );
    const wide = await open(site.url('documents/d1.html'), { viewport: { width: 1280, height: 800 } });
    const narrow = await open(site.url('documents/d1.html'), { viewport: { width: 360, height: 800 } });
    expect([await left(wide.page), await left(narrow.page)]).toEqual([true, false]);
    await Promise.all([wide.page.close(), narrow.page.close()]);
  });

  test('with the keyboard: to the text, to a note and its preview, and back', async () => {
    const { page } = await open(site.url('documents/d1.html'));
    const focused = () => page.evaluate('document.activeElement.id || document.activeElement.className');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('skip');
    await page.keyboard.press('Enter');
    await page.focus('#_r1');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    expect([await focused(), await page.isVisible('.preview')]).toEqual(['_r1', true]);
    expect(await page.evaluate("document.querySelector('.preview').getBoundingClientRect().left >= 0")).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(/#_n1$/);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('back');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#_r1$/);
    await page.close();
  });

  test('without JavaScript: from the contents to a document, its neighbour, its person, and a document that names it', async () => {
    const { page } = await open(site.url('index.html'), { javaScriptEnabled: false });
    await page.click('text=Letter From one');
    await page.waitForURL(site.url('documents/d1.html'));
    await page.click('a[rel=next]');
    await page.waitForURL(site.url('documents/d2.html'));
    await page.click('h1 a.person');
    await page.waitForURL(`${site.url('persons.html')}#p_B`);
    await page.click('#p_B .where a >> nth=2');
    await page.waitForURL(site.url('documents/d3.html'));
    await page.close();
  });

  test('search from any page finds words of texts and notes, from a folder', async () => {
    const { page, said } = await open(site.url('documents/d1.html'));
    await page.fill('#_q', 'Box 3');
    await page.press('#_q', 'Enter');
    await page.waitForSelector('#_found a');
    expect(await page.textContent('#_said')).toMatch(/“Box 3”/);
    expect(await page.textContent('#_found a')).toContain('3. Letter From one');
    await page.click('#_found a');
    await page.waitForURL(site.url('documents/d3.html'));
    expect(said).toEqual([]);
    await page.close();
  });

  test('results have excerpts in which what was found is marked, whatever its case and accents', async () => {
    const words = Array.from({ length: 300 }, (_, i) => `w${i}`).join(' ');
    const documents = Array.from(
      { length: 30 },
      (_, i) =>
        `<div type="document" xml:id="d${i}"><head>No. ${i}</head><p>${words} Am Ende &lt;b onclick="harm()"&gt; stand MÜLLERS Haus${i}. ${words}</p></div>`,
    );
    const { files } = await exported(html, [teiFile(letterXml(documents.join('')), 'many')], { readPackaged });
    const many = siteOf(files);
    const { page, said } = await open(`${many.url('search.html')}?q=muller`);
    expect(await page.locator('#_found li').count()).toBe(20);
    expect(await page.textContent('#_found mark >> nth=0')).toBe('MÜLLERS');
    expect(await page.textContent('#_found .excerpt >> nth=0')).toMatch(
      /^… w\d+ .*Am Ende <b onclick="harm\(\)"> stand MÜLLERS Haus\d+\. w0 .* …$/,
    );
    expect(await page.locator('#_found b').count()).toBe(0);
    await page.click('#_more');
    expect([await page.locator('#_found li').count(), await page.isVisible('#_more')]).toEqual([30, false]);
    expect(await page.evaluate('document.activeElement.textContent')).toMatch(/^No\. \d+$/);
    await page.goto(`${many.url('search.html')}?q=${encodeURIComponent('haus7 ende')}`);
    expect(await page.locator('#_found mark').allTextContents()).toEqual(['Ende', 'Haus7']);
    await page.click('#_found .excerpt');
    await page.waitForURL(/documents\/d7\.html/);
    // The policy of the page lets nobody wait inside it.
    for (let i = 0; i < 50 && !(await page.evaluate('scrollY > 100')); i++) await page.waitForTimeout(100);
    expect(await page.evaluate('scrollY')).toBeGreaterThan(100);
    expect(said).toEqual([]);
    await page.close();
    many.remove();
  });

  test('what a reader searches for is no markup', async () => {
    const { page, said } = await open(
      `${site.url('search.html')}?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`,
    );
    expect(await page.textContent('#_said')).toContain('<img');
    expect([await page.locator('img').count(), said]).toEqual([0, []]);
    await page.close();
  });

  test('hostile TEI does nothing', async () => {
    const { files } = await exported(html, [teiFile(hostileXml(), 'hostile')], { readPackaged });
    const hostile = siteOf(files);
    const page = await browser.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('dialog', (dialog) => said.push(dialog.message()));
    await page.addInitScript('globalThis.harm = () => console.log("harmed by " + location.href);');
    try {
      for (const { path } of files.filter(({ path }) => /\.(?:html|xml|txt)$/.test(path))) {
        await page.goto(hostile.url(path));
        for (const link of await page.locator('a[href^="javascript" i]').all())
          said.push(`a link: ${await link.textContent()}`);
        expect([path, said]).toEqual([path, []]);
      }
    } finally {
      await page.close();
      hostile.remove();
    }
  }, 120_000);

  test('on a phone, the marker of a note at a name that signs is large enough for a finger', async () => {
    // A line of links alone is no sentence, where WCAG lets links be small.
    const body = `${names}<div type="document" xml:id="d1"><p>Words</p><closer><signed><persName corresp="#p_A">Ada</persName><note n="1">Typed.</note><note n="2">So the copy.</note></signed></closer></div>`;
    const { files } = await exported(html, [teiFile(letterXml(body), 'volume')], { readPackaged });
    const made = siteOf(files);
    const { page } = await open(made.url('documents/d1.html'), {
      bypassCSP: true,
      viewport: { width: 360, height: 800 },
    });
    await page.addScriptTag({ content: axeSource() });
    const violations = await page.evaluate(
      'axe.run({ preload: false, runOnly: { type: "rule", values: ["target-size"] } }).then(({ violations, passes }) => [violations.map(({ nodes }) => nodes[0].html), passes.length])',
    );
    expect(violations).toEqual([[], 1]);
    await page.close();
    made.remove();
  });

  test('letters of the corpus, of several languages: axe finds nothing', async () => {
    for (const folder of ['corpus/frus/tei', 'corpus/letters/tei']) {
      const letters = readdirSync(folder).map((name) =>
        teiFile(readFileSync(`${folder}/${name}`, 'utf8'), name.replace(/\.xml$/, '')),
      );
      const { files } = await exported(html, letters, { readPackaged });
      const made = siteOf(files);
      const { page, said } = await open(made.url(files.find(({ path }) => path.startsWith('documents/'))?.path ?? ''), {
        bypassCSP: true,
      });
      await page.addScriptTag({ content: axeSource() });
      const violations = await page.evaluate(
        'axe.run({ preload: false, rules: { "target-size": { enabled: true } } }).then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))',
      );
      expect([folder, violations, said]).toEqual([folder, [], []]);
      await page.close();
      made.remove();
    }
  });
});
