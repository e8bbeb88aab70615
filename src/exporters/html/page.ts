/** Title and content -> a whole page, the same frame around all. */
import { html, type Markup, trusted } from './markup.js';
import type { Site } from './site.js';
import { STYLE } from './style.js';

export interface Page {
  readonly title: string;
  /** From the page to the folder of the site: empty or `../`. */
  readonly base: string;
  readonly main: Markup;
  /** Which page of the edition's own it is: `persons.html`. */
  readonly current?: string;
  /** Paths of scripts below `assets`. */
  readonly scripts?: readonly string[];
}

/** Nothing is fetched from elsewhere, and no script runs but those of the site. */
const POLICY = "default-src 'none'; img-src 'self' data:; script-src 'self'; base-uri 'none'";

export function writePage({ title, base, main, current, scripts = [] }: Page, site: Site): string {
  const { volume, single } = site;
  const style = single
    ? trusted(`<style>${STYLE}</style>`)
    : html`<link rel="stylesheet" href="${base}assets/style.css">`;
  const policy = `${POLICY}; style-src ${single ? "'unsafe-inline'" : "'self'"}`;
  const whole = title === volume.title ? title : `${title} – ${volume.title}`;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${whole}</title>
${style}
${scripts.map((path) => html`<script src="${base}assets/${path}" defer></script>\n`)}</head>
<body>
<a class="skip" href="#_main">Skip to the text</a>
${!single && writeHeader(base, current, site)}<main id="_main" tabindex="-1">
${main}</main>
<footer class="site">${writeImprint(site)}</footer>
</body>
</html>
`.html;
}

/** What is cited, and what may be done with it. */
function writeImprint({ volume, imprint }: Site): Markup {
  const { editors = [], publisher, licence, url } = imprint;
  const address = url !== undefined && /^https?:\/\//i.test(url) && html` <a href="${url}">${url}</a>`;
  const named = editors.map(({ name }) => name).join(', ');
  const made = [volume.title, ...(named === '' ? [] : [`Edited by ${named}`]), ...(publisher ? [publisher] : [])];
  const terms =
    licence &&
    /^https?:\/\//i.test(licence.url) &&
    html`<p>Licence: <a rel="license" href="${licence.url}">${licence.name}</a></p>`;
  return html`<p>${made.join('. ')}.${address}</p>${terms}`;
}

function writeHeader(base: string, current: string | undefined, { volume, has }: Site): Markup {
  const links = [
    ['index.html', 'Contents', true],
    ['persons.html', 'Persons', has.persons],
    ['terms.html', 'Terms', has.terms],
    ['timeline.html', 'Timeline', has.timeline],
    ['network.html', 'Network', has.network],
  ] as const;
  return html`<header class="site">
<a class="home" href="${base}index.html" lang="${volume.language}">${volume.title}</a>
<nav aria-label="Edition"><ul>
${links.filter(([, , there]) => there).map(([path, name]) => html`<li><a href="${base}${path}"${path === current && html` aria-current="page"`}>${name}</a></li>\n`)}</ul></nav>
<form role="search" action="${base}search.html"><label class="hidden" for="_q">Search the texts</label><input id="_q" name="q" type="search" placeholder="Search"><button>Search</button></form>
</header>
`;
}
