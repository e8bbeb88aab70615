/** A request -> what is answered: the page and its parts, the list of files, one file, its reading view, the stream of changes. */
import { errorMessage } from '../reason.js';
import { FOLLOW_SCRIPT } from './follow-script.js';
import { ICON, PAGE } from './page.js';
import { PANES_SCRIPT } from './panes-script.js';
import { SCRIPT } from './script.js';
import { STYLE } from './style.js';
import type { Listing, Reading, View } from './view.js';

export interface Question {
  readonly method: string;
  /** The path and what follows, as it was sent. */
  readonly url: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`. */
  readonly site: string | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined where the answer is a stream that goes on. */
  readonly body: string | Uint8Array | undefined;
}

/** What there is to show. Paths are looked up among those that were found; undefined where there is none such. */
export interface Preview {
  list(): Listing;
  view(path: string): Promise<View | undefined>;
  reading(path: string): Promise<Reading | undefined>;
}

const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

/** What stands in TEI may look like a page; it runs nothing, sends nothing, and loads nothing from elsewhere. */
const READING_POLICY =
  "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin";

const ALWAYS = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

const PARTS: Readonly<Record<string, readonly [string, string]>> = {
  '/': ['text/html', PAGE],
  '/preview.css': ['text/css', STYLE],
  '/panes.js': ['text/javascript', PANES_SCRIPT],
  '/follow.js': ['text/javascript', FOLLOW_SCRIPT],
  '/preview.js': ['text/javascript', SCRIPT],
  '/icon.svg': ['image/svg+xml', ICON],
};

const READING_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  xml: 'application/xml',
  txt: 'text/plain',
  // Pictures are called by what their first bytes say, whatever their own names are.
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

/** In: what there is to show, and the hosts that are ours. Any other host is a name that somebody else made lead here. */
export function respondWith(preview: Preview, own: readonly string[]): (question: Question) => Promise<Answer> {
  const origins = own.map((host) => `http://${host}`);
  return async ({ method, url, host, origin, site }) => {
    if (host === undefined || !own.includes(host.toLowerCase()))
      return plain(403, 'Open the address that was printed.');
    if (method !== 'GET') return plain(405, 'Only GET.', { Allow: 'GET' });
    if ((origin !== undefined && !origins.includes(origin)) || (site === 'cross-site' && url !== '/'))
      return plain(403, 'Not for other sites.');
    try {
      return (await answer(url, preview)) ?? plain(404, 'There is nothing here.');
    } catch (error) {
      return plain(500, errorMessage(error));
    }
  };
}

async function answer(url: string, preview: Preview): Promise<Answer | undefined> {
  const [path = '', query = ''] = url.split('?');
  const part = Object.hasOwn(PARTS, path) ? PARTS[path] : undefined;
  if (part) return page(part[0], part[1], PAGE_POLICY);
  if (path === '/events') return { status: 200, headers: headersOf('text/event-stream', PAGE_POLICY), body: undefined };
  if (path === '/api/files') return json(preview.list());
  if (path === '/api/file') {
    const view = await preview.view(new URLSearchParams(query).get('path') ?? '');
    return view && json(view);
  }
  const [, name, inside] = /^\/read\/([^/]+)\/(.*)$/s.exec(path) ?? [];
  const file = name === undefined ? undefined : decoded(name);
  const below = inside === undefined ? undefined : decoded(inside);
  const reading = file === undefined ? undefined : await preview.reading(file);
  if (!reading || below === undefined) return undefined;
  const made = reading.files.get(below === '' ? reading.first : below);
  const type = READING_TYPES[/\.(\w+)$/.exec(below === '' ? reading.first : below)?.[1] ?? ''];
  return made === undefined || type === undefined ? undefined : page(type, made, READING_POLICY);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function headersOf(type: string, policy: string): Readonly<Record<string, string>> {
  return { ...ALWAYS, 'Content-Type': `${type}; charset=utf-8`, 'Content-Security-Policy': policy };
}

function page(type: string, body: string | Uint8Array, policy: string): Answer {
  return { status: 200, headers: headersOf(type, policy), body };
}

function json(value: unknown): Answer {
  return page('application/json', JSON.stringify(value), "default-src 'none'; frame-ancestors 'none'");
}

function plain(status: number, text: string, more: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { ...headersOf('text/plain', "default-src 'none'"), ...more }, body: `${text}\n` };
}
