/** Pictures in the reading view of the preview: those below the folder are shown, whatever else TEI asks for is not. */
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { hasBrowser, openBrowser, sayWithoutBrowser } from '../exporters/browser.js';
import { letterXml } from '../exporters/tei.js';
import { fixture } from './fixture.js';
import { ask, startPreview } from './preview-run.js';

sayWithoutBrowser();

/** Two dots by three. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
  'base64',
);
const GIF = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64');
const HARM = '<script>console.log("harm")</script>';
const SECRET = Buffer.concat([PNG, Buffer.from('not for anybody')]);
const NAMES = [
  'a.png',
  'deep/b.gif',
  'page.png',
  'drawing.svg',
  'both.gif',
  'x"onerror="console.log(1).png',
  '../secret.png',
  'deep/../../secret.png',
  '%2e%2e/secret.png',
  '..%2fsecret.png',
  '/etc/passwd',
  'file:///etc/passwd',
  'link.png',
  'folder/secret.png',
  'missing.png',
  'javascript:harm()',
];
const escaped = (name: string) => name.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const graphics = NAMES.map((name) => `<figure><graphic url="${escaped(name)}"/></figure>`).join('');
const FILES = {
  'letters/one.xml': letterXml(`<head>One</head><p>Words.</p>${graphics}`),
  'letters/many.xml': letterXml(
    ['d1', 'd2']
      .map((id) => `<div type="document" xml:id="${id}"><head>${id}</head><pb n="1" facs="a.png"/>${graphics}</div>`)
      .join(''),
  ),
  'letters/a.png': PNG,
  'letters/deep/b.gif': GIF,
  // What it is called does not make it a picture, and what is behind a picture's first bytes does not make it a page.
  'letters/page.png': `<!DOCTYPE html>${HARM}`,
  'letters/drawing.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${HARM}</svg>`,
  'letters/both.gif': Buffer.concat([GIF, Buffer.from(HARM)]),
  'letters/x"onerror="console.log(1).png': PNG,
  'secret.png': SECRET,
};

const running: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of running.splice(0)) await end();
});

async function start() {
  const made = fixture(FILES);
  symlinkSync(join(made.folder, 'secret.png'), join(made.folder, 'letters/link.png'));
  symlinkSync(made.folder, join(made.folder, 'letters/folder'));
  const preview = await startPreview(made.folder, 'letters');
  running.push(preview.end);
  return preview;
}

describe('over HTTP', () => {
  test('a page of one document holds the pictures that are below the folder, and no others', async () => {
    const { port } = await start();
    const { status, body } = await ask(port, '/read/one.xml/');
    expect(status).toBe(200);
    const sources = [...body.matchAll(/<img src="([^"]*)"/g)].map(([, src = '']) => src.replace(/;.*/, ''));
    expect(sources).toEqual(['data:image/png', 'data:image/gif', 'data:image/gif', 'data:image/png']);
    expect(body).not.toContain(SECRET.toString('base64').slice(-12));
    expect(body).toContain('[Picture: secret.png]');
  });

  test('a site has them as files of the kind that they are', async () => {
    const { port } = await start();
    const page = await ask(port, '/read/many.xml/documents/d1.html');
    const sources = [...page.body.matchAll(/<img src="\.\.\/([^"]*)"/g)].map(([, src = '']) => src);
    expect(sources).toHaveLength(4);
    for (const source of sources) {
      const { status, headers } = await ask(port, `/read/many.xml/${source}`);
      expect([status, headers['content-type']]).toEqual([200, expect.stringMatching(/^image\/(?:png|gif)\b/)]);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toMatch(/script-src 'none'/);
    }
  });

  test.each([
    'pictures/../../secret.png',
    'pictures/%2e%2e/%2e%2e/%2e%2e/secret.png',
    '..%2f..%2fsecret.png',
    'pictures/secret.png',
    'pictures/link.png',
    'pictures/%2fetc%2fpasswd',
    'pictures/a.png%00.html',
    'a.png',
    'pictures/',
  ])(
    '%s: nothing',
    async (path) => {
      const { port } = await start();
      const { status, body } = await ask(port, `/read/many.xml/${path}`);
      expect([status, body]).toEqual([404, 'There is nothing here.\n']);
    },
    30_000,
  );

  test('not for other hosts and sites', async () => {
    const { port } = await start();
    const path = '/read/many.xml/pictures/a.png';
    expect((await ask(port, path)).status).toBe(200);
    for (const headers of [
      { Host: 'evil.example' },
      { Origin: 'http://evil.example' },
      { 'Sec-Fetch-Site': 'cross-site' },
    ])
      expect((await ask(port, path, headers)).status).toBe(403);
  });
});

(hasBrowser ? describe : describe.skip)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  test.each(['one.xml/', 'many.xml/documents/d1.html'])(
    '%s: what is shown has its size, and nothing runs',
    async (path) => {
      const { address } = await start();
      const page = await browser.newPage();
      const said: string[] = [];
      page.on('console', (message) => {
        // A browser asks for the icon of a page that is opened by itself.
        if (!message.location().url.endsWith('/favicon.ico')) said.push(message.text());
      });
      page.on('dialog', (dialog) => said.push(dialog.message()));
      await page.goto(`${address}read/${path}`);
      const sizes =
        'Promise.all([...document.images].map((image) => (image.loading = "eager", image.decode().then(() => image.naturalWidth))))';
      expect(await page.evaluate(sizes)).toEqual([2, 1, 1, 2]);
      expect(said).toEqual([]);
      await page.close();
    },
    60_000,
  );
});
