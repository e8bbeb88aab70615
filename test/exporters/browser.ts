import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import type { WholeFile } from '../../src/exporters/exporter.js';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

export const hasBrowser = CHROMIUM !== undefined;

/** Says once why tests are skipped. */
export function sayWithoutBrowser(): void {
  if (!hasBrowser) console.warn('no Chromium: the pages are not tested in a browser (apt-get install chromium)');
}

export async function openBrowser(): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox', '--disable-gpu', ...quiet] });
}

/** The files in a folder of their own; `url` has the address of each. */
export function siteOf(files: readonly WholeFile[]): { url(path: string): string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'teiscribe-site-'));
  for (const { path, content } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return {
    url: (path) => pathToFileURL(join(folder, path)).href,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const require = createRequire(import.meta.url);

/** The text of a file of a package, as the command gives it to exporters. */
export function readPackaged(path: string): string {
  const [name = ''] = path.split('/');
  const main = require.resolve(name);
  const root = join('node_modules', name);
  return readFileSync(join(main.slice(0, main.lastIndexOf(root)), root, path.slice(name.length + 1)), 'utf8');
}

export const axeSource = (): string => readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
