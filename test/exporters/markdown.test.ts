/** TEI -> Markdown, and what a Markdown processor makes of it: the same words, in the same structure. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { markdown, text as plain } from '../../src/exporters/index.js';
import { fc } from '../fast-check.js';
import { escapeXml, exported, hostileXml, letterXml, teiFile } from './tei.js';

const written = async (body: string) => (await exported(markdown, [teiFile(letterXml(body))])).text();
const html = (source: string) => micromark(source, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });

test('heads, paragraphs, emphasis, notes with notes, pages', async () => {
  expect(
    await written(
      '<div><head>7. Letter</head><p>Dear <hi rend="italic">Ada </hi>&amp; <hi rend="strong">Eve</hi>,<note n="1">See <hi rend="italic">this</hi>.<note n="2">That.</note></note> on <pb n="2"/>we go.</p></div>',
    ),
  ).toBe('## 7. Letter\n\nDear *Ada* & **Eve**,[^1] on \\[Page 2\\] we go.\n\n[^1]: See *this*.[^2]\n\n[^2]: That.\n');
});

test('lists, labels, tables, line ends, quotations, a letter inside a letter', async () => {
  const made = await written(
    '<list><head>Present</head><item>a<list><item>b</item></list></item><label>(c)</label><item>d</item></list><table><row role="label"><cell>x</cell><cell>y</cell></row><row><cell>1|2</cell></row></table><closer>Yours<lb/>Ada</closer><quote rend="blockquote"><p>said</p></quote><floatingText><body><p>Sir</p></body></floatingText>',
  );
  expect(made).toBe(
    'Present\n\n- a\n\n  - b\n- (c) d\n\n| x | y |\n| --- | --- |\n| 1\\|2 |  |\n\nYours\\\nAda\n\n> said\n\n> Sir\n',
  );
  const page = html(made);
  expect(page.match(/<li>/g)).toHaveLength(3);
  expect(page).toContain('<th>x</th>');
  expect(page).toContain('<td>1|2</td>');
  expect(page).toContain('<br />');
  expect(page.match(/<blockquote>/g)).toHaveLength(2);
});

test('a volume: its title, its parts below', async () => {
  const made = await written(
    '<div type="chapter"><head>Laos</head><div type="document" xml:id="d1"><head>1. One</head><p>x</p></div></div><div type="document" xml:id="d2"><head>2. Two</head><p>y</p></div>',
  );
  expect(made).toBe('# A letter\n\n## Laos\n\n### 1. One\n\nx\n\n## 2. Two\n\ny\n');
});

test('links that lead out are links; others are words', async () => {
  const { text, found } = await exported(markdown, [
    teiFile(letterXml('<p><ref target="https://example.org/a">a</ref> <ref target="#d2">b</ref></p>')),
  ]);
  expect(text()).toBe('[a](https://example.org/a) b\n');
  expect(found.map(({ code }) => code)).toEqual(['export/dropped']);
  const hostile = await exported(markdown, [teiFile(hostileXml())]);
  expect(html(hostile.text())).not.toMatch(/<script|<img|href="(?!#|https?:|mailto:)/i);
});

const words = (page: string) =>
  page
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? '')
    .replace(/\s+/g, '');

test('whatever the words are, a processor shows these words', async () => {
  const word = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'ab1.*_`[]()<>#+-=|~\\&;!:^$"\' '), maxLength: 8 }),
    fc.constantFrom('1. a', '- b', '# c', '&amp;', '<b>', '~~d~~', '[^1]', '| a |', '---', '***', '![x](y)', '    e'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 4 }), async (paragraphs) => {
      const body = paragraphs
        .map((each, i) => `<p>${escapeXml(each)}</p>`.replaceAll('p>', i % 2 === 0 ? 'p>' : 'head>'))
        .join('');
      expect(words(html(await written(`<div>${body}</div>`)))).toBe(paragraphs.join('').replace(/\s+/g, ''));
    }),
    { numRuns: 500 },
  );
});

describe('documents of the corpus', () => {
  const files = readdirSync('corpus').flatMap((collection) =>
    existsSync(`corpus/${collection}/tei`)
      ? readdirSync(`corpus/${collection}/tei`).map((file) => `corpus/${collection}/tei/${file}`)
      : [],
  );
  test.each(files)('%s: no word is lost, none is added', async (path) => {
    const file = teiFile(readFileSync(path, 'utf8'));
    const page = html((await exported(markdown, [file])).text());
    const letters = (text: string) =>
      [...text.replace(/\[\d+\]|↩|Footnotes|\d/g, '').replace(/[\s-]+/g, '')].sort().join('');
    const shown = letters(words(page.replace(/<sup>.*?<\/sup>/g, '')));
    expect(shown).toBe(letters((await exported(plain, [file])).text()));
  });
});
