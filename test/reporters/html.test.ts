import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { html } from '../../src/reporters/index.js';
import { awkward, everything, HOSTILE, placeless } from './awkward.js';
import { errorAt, reportOf, style } from './findings.js';

const CHROMIUM = '/usr/bin/chromium';
const inBrowser = existsSync(CHROMIUM) ? test : test.skip;
const note = inBrowser === test.skip ? ' (skipped: no chromium)' : '';

const explain = () => ({ summary: 'It is <not> known.', text: '', url: 'https://example.org/"page"' });

describe('html', () => {
  test.each(awkward)('has no script and nothing from elsewhere: %s', async (_, reports) => {
    const page = await html.format(reports, { ...style, explain });
    expect(page).toMatch(/^<!DOCTYPE html>\n/);
    expect(page).not.toMatch(/<script|<img|<link|<iframe|\son[a-z]+=|@import|url\(/i);
    expect(
      page
        .match(/href="[^"]*"/g)
        ?.filter((href) => !/^href="(?:#|https:\/\/example\.org\/&quot;page&quot;)/.test(href)) ?? [],
    ).toEqual([]);
  });

  test('the same findings give the same bytes', async () => {
    const once = await html.format([reportOf(everything)], style);
    expect(await html.format([reportOf(everything)], style)).toBe(once);
  });

  test('what is marked is marked', async () => {
    const page = await html.format([reportOf(errorAt('a < b & 日本 c', '日本'))], style);
    expect(page).toContain('<pre><span class="line">1</span> a &lt; b &amp; <mark>日本</mark> c</pre>');
  });
});

describe('in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'teiscribe-html-'));
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (inBrowser !== test.skip) {
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    }
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

  async function open(page: string, width: number, colorScheme: 'light' | 'dark') {
    if (!browser) throw new Error('no browser');
    const file = join(folder, 'report.html');
    writeFileSync(file, page);
    // axe is a script of the test's own, which the page's policy would not allow.
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
    const tab = await context.newPage();
    const said: string[] = [];
    tab.on('console', (message) => said.push(message.text()));
    tab.on('pageerror', (error) => said.push(`${error}`));
    tab.on('dialog', (dialog) => said.push(dialog.message()));
    await tab.goto(pathToFileURL(file).href);
    return { tab, said, close: () => context.close() };
  }

  inBrowser.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)(
    `accessible, no errors, nothing runs: %s wide, %s${note}`,
    async (width, scheme) => {
      const hostile = errorAt(`${HOSTILE}x`, 'x', { message: HOSTILE, note: HOSTILE, severity: 'warning' }, HOSTILE);
      const info = errorAt('日本 x', 'x', { severity: 'info' });
      const files = [
        reportOf(everything, placeless, hostile, info),
        { path: 'b.xml', schema: 'letter', diagnostics: [] },
      ];
      const { tab, said, close } = await open(await html.format(files, { ...style, explain }), width, scheme);
      await tab.evaluate(axe);
      const violations = await tab.evaluate(
        `document.querySelectorAll('details').forEach((each) => { each.open = true; });
        axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
      );
      expect(violations).toEqual([]);
      expect(said).toEqual([]);
      const overflow = await tab.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow).toBe(0);
      await close();
    },
    60_000,
  );

  inBrowser(
    `a link leads to its finding, whose caret is under the first marked character${note}`,
    async () => {
      const finding = errorAt('日本語 <foo>', '<foo>');
      const { tab, close } = await open(await html.format([reportOf(finding)], style), 1280, 'light');
      await tab.click('#codes ~ table details summary');
      await tab.click('#codes ~ table details a');
      expect(tab.url()).toMatch(/#f1$/);
      expect(await tab.evaluate("getComputedStyle(document.querySelector('mark'), '::after').left")).toBe('0px');
      expect(await tab.evaluate("document.querySelector('mark').textContent")).toBe('<foo>');
      await close();
    },
    60_000,
  );

  inBrowser(
    `ten thousand findings are shown${note}`,
    async () => {
      const [, reports = []] = awkward.find(([name]) => name === 'ten thousand findings') ?? [];
      const { tab, said, close } = await open(await html.format(reports, style), 1280, 'light');
      expect(await tab.evaluate("document.querySelectorAll('main li').length")).toBe(10_000);
      expect(said).toEqual([]);
      await close();
    },
    60_000,
  );
});
