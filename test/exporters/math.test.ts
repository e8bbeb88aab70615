/** Formulas in MathML: as such where the format has them, as a line of text elsewhere; nothing in them does harm. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { docx, epub, html, json, markdown, text, transcription } from '../../src/exporters/index.js';
import { axeSource, hasBrowser, openBrowser, sayWithoutBrowser, siteOf } from './browser.js';
import { exported, letterXml, teiFile } from './tei.js';

const MATHML = 'http://www.w3.org/1998/Math/MathML';
const math = (content: string, attributes = '') =>
  `<formula notation="mathml"><m:math xmlns:m="${MATHML}"${attributes}>${content}</m:math></formula>`;
const FORMULA = math(
  `<m:semantics><m:mrow><m:mfrac linethickness="1"><m:mrow><m:mi mathvariant="normal">a</m:mi><m:mo>+</m:mo><m:mi>b</m:mi></m:mrow><m:mn>2</m:mn></m:mfrac>
  <m:mo>=</m:mo><m:msup><m:mi>x</m:mi><m:mn>2</m:mn></m:msup></m:mrow><m:annotation encoding="application/x-tex">\\frac{a+b}{2}</m:annotation></m:semantics>`,
  ' display="block"',
);
const HOSTILE = math(
  `<m:mi onclick="harm()" href="javascript:harm()" style="color:red" mathcolor="red">&lt;script&gt;harm()&lt;/script&gt;</m:mi>
  <m:maction actiontype="statusline#javascript:harm()"><m:mi>y</m:mi><m:mi>z</m:mi></m:maction>
  <m:annotation-xml encoding="text/html"><p>harm</p></m:annotation-xml><m:mtext><script xmlns="http://www.w3.org/1999/xhtml">harm()</script></m:mtext>
  <m:mfrac><m:mi>only one</m:mi></m:mfrac><m:mglyph src="https://evil.example/x.png"/><m:mspace width="1em" height="&quot;&gt;&lt;img src=x&gt;"/>
  <m:none><m:style>*{}</m:style></m:none>`,
  ' xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="javascript:harm()" id="x" class="y"',
);
const SETTINGS = { title: 'Formulas', date: '2026-01-01', language: 'en' };
const file = (formula: string) =>
  teiFile(letterXml(`<head>A letter</head><p>It holds that ${formula}, as is known.</p>`), 'letter');

/** `x` is the formula; what is around it is left out. */
async function mathIn(formula: string): Promise<string> {
  const { text } = await exported(html, [file(formula)], { settings: SETTINGS, single: true });
  return /<math .*<\/math>/s.exec(text().replace(/<pre .*<\/pre>/s, ''))?.[0] ?? '';
}

test('html has it as MathML, with what it is in words', async () => {
  const written = await mathIn(FORMULA);
  expect(written.replace(/\s+(?=<)/g, '')).toBe(
    `<math xmlns="${MATHML}" display="block" alttext="(a + b)/2 = x^2"><mrow><mrow><mfrac linethickness="1"><mrow><mi mathvariant="normal">a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac><mo>=</mo><msup><mi>x</mi><mn>2</mn></msup></mrow></mrow></math>`,
  );
});

test('nothing of a hostile one is kept but its words', async () => {
  const written = await mathIn(HOSTILE);
  expect(written).toContain('<mi>&lt;script&gt;harm()&lt;/script&gt;</mi>');
  expect(written).not.toMatch(
    /<script|<img|<style|<p>|<mglyph|<maction|<annotation|<mfrac|href=|src=|style=|on\w+=|id=|class=|mathcolor|actiontype/,
  );
  expect(written).toContain('<mspace width="1em"></mspace>');
});

test.each([
  ['x^2', '<m:msup><m:mi>x</m:mi><m:mn>2</m:mn></m:msup>'],
  ['√(2)', '<m:msqrt><m:mn>2</m:mn></m:msqrt>'],
  ['3√(x)', '<m:mroot><m:mi>x</m:mi><m:mn>3</m:mn></m:mroot>'],
  ['a_i^2', '<m:msubsup><m:mi>a</m:mi><m:mi>i</m:mi><m:mn>2</m:mn></m:msubsup>'],
  [
    '(a + b)/(c - d)',
    '<m:mfrac><m:mrow><m:mi>a</m:mi><m:mo>+</m:mo><m:mi>b</m:mi></m:mrow><m:mrow><m:mi>c</m:mi><m:mo>-</m:mo><m:mi>d</m:mi></m:mrow></m:mfrac>',
  ],
  ['f(x)', '<m:mi>f</m:mi><m:mo>\u2061</m:mo><m:mo>(</m:mo><m:mi>x</m:mi><m:mo>)</m:mo>'],
])('as text it is %s', async (line, content) => {
  const { text: made } = await exported(text, [file(math(content))], { settings: SETTINGS });
  expect(made()).toContain(`It holds that ${line}, as is known.`);
});

test.each([text, markdown, json, transcription, docx])(
  '$name has its words, and says that the layout is lost',
  async (exporter) => {
    const { found, files } = await exported(exporter, [file(FORMULA)], { settings: SETTINGS });
    expect(found.map(({ code, message }) => `${code} ${message}`)).toContainEqual(
      expect.stringMatching(/^export\/dropped "[a-z]+" cannot carry the layout of formulas: left out$/),
    );
    const [made] = files;
    const content = made?.content ?? '';
    const words =
      typeof content === 'string' ? content : strFromU8(unzipSync(content)['word/document.xml'] ?? new Uint8Array());
    expect(words.replaceAll('\\', '')).toContain('(a + b)/2 = x^2');
    expect(words).not.toContain('frac');
  },
);

const EPUBCHECK = '/usr/share/java/epubcheck.jar';
const hasEpubcheck = existsSync(EPUBCHECK);
if (!hasEpubcheck) console.warn('no epubcheck: books with formulas are not checked by it (apt-get install epubcheck)');

test('epub has it as MathML, and says so in its list of files', async () => {
  const { files } = await exported(epub, [file(`${FORMULA} and ${HOSTILE}`)], { settings: SETTINGS });
  const content = files[0]?.content;
  if (typeof content !== 'object') throw new Error('no book');
  const book = unzipSync(content);
  expect(strFromU8(book['EPUB/package.opf'] ?? new Uint8Array())).toMatch(
    /href="documents\/letter\.xhtml"[^>]* properties="mathml"/,
  );
  if (!hasEpubcheck) return;
  const folder = mkdtempSync(join(tmpdir(), 'teiscribe-math-'));
  writeFileSync(join(folder, 'book.epub'), content);
  const { status, stderr } = spawnSync('java', ['-jar', EPUBCHECK, '-q', join(folder, 'book.epub')], {
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}, 240_000);

sayWithoutBrowser();
(hasBrowser ? describe : describe.skip)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  test('a formula is laid out, a hostile one does nothing, axe finds nothing', async () => {
    const { files } = await exported(html, [file(`${FORMULA} and ${HOSTILE}`)], { settings: SETTINGS, single: true });
    const site = siteOf(files);
    const page = await browser.newPage({ bypassCSP: true });
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    await page.goto(site.url('letter.html'));
    // What stands over the line of a fraction is above what stands under it.
    const above =
      "(([over, under]) => over.getBoundingClientRect().bottom <= under.getBoundingClientRect().top + 1)(document.querySelector('mfrac').children)";
    expect(await page.evaluate(above)).toBe(true);
    await page.addScriptTag({ content: axeSource() });
    expect(await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))')).toEqual([]);
    expect(said).toEqual([]);
    await page.close();
    site.remove();
  });
});
