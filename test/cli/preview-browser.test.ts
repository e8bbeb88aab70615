/** The page of `teiscribe preview` in a real browser. */
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axeSource, hasBrowser, openBrowser, sayWithoutBrowser } from '../exporters/browser.js';
import { hostileXml } from '../exporters/tei.js';
import { fixture } from './fixture.js';
import { startPreview } from './preview-run.js';

sayWithoutBrowser();
const inBrowser = hasBrowser ? describe : describe.skip;

const SEED = readFileSync('corpus/frus/transcriptions/frus1961-63v06-d15.txt', 'utf8');
/** The marker of a note that is no longer in the list. */
const LACKING = SEED.replace(/^ {2}4\. .*$/m, '');
inBrowser('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  const running: (() => Promise<unknown>)[] = [];
  // A test that fails leaves none behind.
  afterEach(async () => {
    for (const end of running.splice(0)) await end();
  });

  /** A preview of `letters`, its page, and what the browser complains about. */
  async function open(files: Readonly<Record<string, string>>, options: Parameters<Browser['newPage']>[0] = {}) {
    const made = fixture(files);
    const preview = await startPreview(made.folder, 'letters');
    running.push(preview.end);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('dialog', (dialog) => said.push(`dialog: ${dialog.message()}`));
    await page.goto(preview.address);
    const close = async () => {
      await page.close();
      expect(await preview.end()).toBe(0);
    };
    return { made, page, said, preview, close };
  }

  const reading = (page: Page) => page.frameLocator('#reading').locator('main');
  const violations = async (page: Page) => {
    await page.addScriptTag({ content: axeSource() });
    return page.evaluate(
      'axe.run({ preload: false, iframes: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))',
    );
  };

  test('the seed document: three views side by side', async () => {
    const { page, said, close } = await open({ 'letters/d15.txt': SEED });
    await page.waitForSelector('#tei .line');
    expect(await page.textContent('#transcription .line > span >> nth=0')).toBe(SEED.split('\n')[0]);
    expect(await page.getAttribute('#transcription .line >> nth=6', 'data-n')).toBe('7');
    expect(await page.textContent('#tei')).toContain('<salute>Dear Mr. President:</salute>');
    await reading(page).waitFor();
    expect(await reading(page).textContent()).toContain('Dear Mr. President:');
    expect(await page.textContent('#state')).toBe('1 file: 0 errors, 0 warnings');
    const boxes = await Promise.all(['#transcription', '#tei', '#reading'].map((id) => page.locator(id).boundingBox()));
    const lefts = boxes.map((box) => box?.x ?? -1);
    expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
    expect(boxes.every((box) => box && box.width > 300 && box.height > 400)).toBe(true);
    expect(said).toEqual([]);
    await close();
  });

  test('a change is followed in all views, and what is read stays where it was', async () => {
    const { page, said, made, close } = await open({ 'letters/d15.txt': SEED });
    await page.waitForSelector('#tei .line');
    await page.evaluate("document.getElementById('transcription').scrollTop = 400");
    made.write('letters/d15.txt', LACKING.replace('Begin Text', 'Begin of the Text'));
    await page.waitForSelector('#findings button');
    await page.getByText('Begin of the Text').first().waitFor();
    expect(await page.textContent('#tei')).toContain('Begin of the Text');
    await reading(page).getByText('Begin of the Text').first().waitFor();
    expect(await page.evaluate("document.getElementById('transcription').scrollTop")).toBe(400);
    expect(await page.textContent('#files .counts')).toMatch(/▲ \d+ warnings?/);
    made.write('letters/new.txt', SEED);
    await page.waitForSelector('#files button[data-path="new.txt"]');
    expect(said).toEqual([]);
    await close();
  });

  test('a finding leads to its line; Alt and an arrow to the next file', async () => {
    const { page, close } = await open({ 'letters/d15.txt': LACKING, 'letters/e.txt': SEED });
    await page.waitForSelector('#findings button');
    const isSeen = (line: number) =>
      page.evaluate(
        `(() => { const pane = document.getElementById('transcription').getBoundingClientRect(); const line = document.querySelector('#transcription .line[data-n="${line}"]').getBoundingClientRect(); return line.bottom > pane.top && line.top < pane.bottom; })()`,
      );
    const last = page.locator('#findings button').last();
    const line = Number((await last.locator('.where').textContent())?.split(':')[0]);
    expect([line > 30, await isSeen(line)]).toEqual([true, false]);
    await last.click();
    await page.waitForTimeout(100);
    expect([await isSeen(line), await page.getAttribute('.line.chosen', 'data-n')]).toEqual([true, String(line)]);
    await page.keyboard.press('Alt+ArrowDown');
    await page.waitForSelector('#files [aria-current][data-path="e.txt"]');
    expect(new URL(page.url()).hash).toBe('#e.txt');
    await page.reload();
    await page.waitForSelector('#files [aria-current][data-path="e.txt"]');
    await close();
  });

  /** Whether some words are seen in a pane. */
  const sees = (page: Page, name: string, words: string) =>
    page.evaluate(`(() => {
      const frame = document.getElementById('reading');
      const isFrame = ${JSON.stringify(name)} === 'reading';
      const root = isFrame ? frame.contentDocument.querySelector('main') : document.getElementById(${JSON.stringify(name)});
      const box = isFrame ? { top: 0, bottom: frame.contentWindow.innerHeight } : root.getBoundingClientRect();
      const leaves = [...root.querySelectorAll('.line > span, p, li')].filter((each) => each.textContent.includes(${JSON.stringify(words)}));
      return leaves.some((each) => { const { top, bottom } = each.getBoundingClientRect(); return bottom > box.top && top < box.bottom; });
    })()`);
  const until = async (what: () => Promise<unknown>) => {
    for (let i = 0; i < 60; i++) {
      if ((await what()) === true) return true;
      await new Promise((resume) => setTimeout(resume, 50));
    }
    return false;
  };
  /** A letter whose paragraphs are long and differ. */
  const LONG = `From Ada to Byron\n\nOxford, May 12, 1861\n\nDear Sir,\n\n${Array.from(
    { length: 60 },
    (_, i) => `Paragraph ${i} speaks of subject${i} and of nothing else, at length. ${`Filler${i} `.repeat(60)}`,
  ).join('\n\n')}\n\nYours,\nAda\n`;

  test('where one pane is scrolled, the others follow', async () => {
    const { page, said, close } = await open({ 'letters/long.txt': LONG });
    await page.waitForSelector('#tei .line');
    await reading(page).waitFor();
    await page.waitForTimeout(300);
    const target = 'of subject40 and';
    const scrollTo = (name: string) =>
      page.evaluate(`(() => {
        const root = ${JSON.stringify(name)} === 'reading' ? document.getElementById('reading').contentDocument : document.getElementById(${JSON.stringify(name)});
        const leaf = [...root.querySelectorAll('.line > span, p')].find((each) => each.textContent.includes(${JSON.stringify(target)}));
        leaf.scrollIntoView({ block: 'start', behavior: 'instant' });
      })()`);
    const top = (id: string) => page.evaluate(`document.getElementById('${id}').scrollTop`);
    for (const leader of ['transcription', 'tei', 'reading']) {
      for (const id of ['transcription', 'tei']) await page.evaluate(`document.getElementById('${id}').scrollTop = 0`);
      await page.evaluate("document.getElementById('reading').contentWindow.scrollTo({ top: 0, behavior: 'instant' })");
      expect([leader, await sees(page, 'tei', target), await sees(page, 'reading', target)]).toEqual([
        leader,
        false,
        false,
      ]);
      await page.hover(`#${leader}`);
      await page.mouse.wheel(0, 10);
      await scrollTo(leader);
      for (const follower of ['transcription', 'tei', 'reading'])
        expect([leader, follower, await until(() => sees(page, follower, target))]).toEqual([leader, follower, true]);
    }
    // Nothing follows when it is told so.
    await page.click('#together');
    const before = await top('tei');
    await page.hover('#transcription');
    await page.mouse.wheel(0, -100000);
    await until(async () => (await top('transcription')) === 0);
    await page.waitForTimeout(200);
    expect([await top('transcription'), await top('tei')]).toEqual([0, before]);
    await page.click('#together');
    expect(await until(async () => Number(await top('tei')) < Number(before))).toBe(true);
    expect(said).toEqual([]);
    await close();
  }, 90_000);

  test('F8 goes from finding to finding, Shift F8 back, round about; the other panes follow', async () => {
    const { page, said, close } = await open({ 'letters/d15.txt': LACKING.replace('[Page 20]', '[Page 29]') });
    await page.waitForSelector('#findings button');
    await reading(page).waitFor();
    // A finding without a place is no button, and is passed over.
    const current = () =>
      page.evaluate(
        "[...document.querySelectorAll('#findings button')].findIndex((row) => row.hasAttribute('aria-current'))",
      );
    const count = await page.locator('#findings button').count();
    expect(count).toBeGreaterThan(2);
    const chosen = () => page.getAttribute('.line.chosen', 'data-n');
    const lineOf = async (i: number) =>
      (await page.locator('#findings button .where').nth(i).textContent())?.split(':')[0];
    for (let i = 0; i < count; i++) {
      await page.keyboard.press('F8');
      expect([await current(), await chosen()]).toEqual([i, await lineOf(i)]);
    }
    await page.keyboard.press('F8');
    expect(await current()).toBe(0);
    await page.keyboard.press('Shift+F8');
    expect(await current()).toBe(count - 1);
    await page.keyboard.press('Shift+F8');
    expect(await current()).toBe(count - 2);
    // From within a field, too.
    await page.focus('#filter');
    await page.keyboard.press('F8');
    expect(await current()).toBe(count - 1);
    // The others come to the place of the finding.
    expect(await until(async () => Number(await page.evaluate("document.getElementById('tei').scrollTop")) > 0)).toBe(
      true,
    );
    expect(said).toEqual([]);
    await close();
  });

  test('hostile names and hostile TEI do nothing, and are shown as they are', async () => {
    const name = `<img src=x onerror=console.log('harm')>.txt`;
    const files = {
      [`letters/${name}`]: SEED,
      'letters/"onmouseover="console.log(1).xml': hostileXml(),
      "letters/'-alert(1)-'/%2e%2e%2f#?.txt": 'Dear <script>console.log("harm")</script>,\n\n<b>text</b>\n',
      'letters/hostile.xml': hostileXml(),
      'letters/edition.json': JSON.stringify({ title: '</title><script>console.log("harm")</script>' }),
    };
    const { page, said, close } = await open(files);
    await page.waitForSelector('#files button');
    await page.waitForFunction("!document.getElementById('state').textContent.includes('still')");
    const paths: unknown = await page.evaluate(
      "[...document.querySelectorAll('#files button')].map((each) => each.dataset.path)",
    );
    expect(Array.isArray(paths) && paths.length).toBe(4);
    for (let i = 0; i < 4; i++) {
      await page.locator('#files button').nth(i).click();
      await page.waitForTimeout(400);
      await page.keyboard.press('F8');
      const bad = "document.querySelectorAll('body img, body script:not([src]), [onerror], [onmouseover]').length";
      expect(await page.evaluate(bad)).toBe(0);
      await page.reload();
      await page.waitForSelector('#files [aria-current]');
    }
    expect(await page.locator('#files .path').allTextContents()).toContain(name);
    // The reading view refuses what hostile TEI asks it to load; nothing else is complained of.
    expect(said.filter((each) => !/Content Security Policy|sandboxed/.test(each))).toEqual([]);
    expect(said.join()).not.toContain('harm');
    await close();
  }, 90_000);

  test.each(['light', 'dark'] as const)(
    '%s, wide and on a phone: axe finds nothing, nothing is wider than the page',
    async (colorScheme) => {
      const files = {
        'letters/d15.txt': LACKING,
        'letters/in/bad.xml': '<TEI><p/></TEI>',
        'letters/edition.json': '{}',
      };
      const { page, said, made, close } = await open(files, { colorScheme, bypassCSP: true });
      await page.waitForSelector('#findings button');
      made.write('letters/edition.json', '{ "wrong": 1 }');
      await page.waitForSelector('#problems:not([hidden])');
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      for (const view of ['files', 'transcription', 'tei', 'reading', 'findings']) {
        await page.click(`.views [data-view=${view}]`);
        expect(await page.locator('[data-pane]:visible').count()).toBe(1);
        expect([view, await violations(page)]).toEqual([view, []]);
        expect([view, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([view, 360]);
      }
      expect(said).toEqual([]);
      await close();
    },
    90_000,
  );

  test('it says so when the preview has ended', async () => {
    const { page, preview } = await open({ 'letters/d15.txt': SEED });
    await page.waitForSelector('.line');
    await preview.end();
    await page.waitForFunction("document.getElementById('state').textContent.startsWith('Connection lost')");
    await page.close();
  });
});
