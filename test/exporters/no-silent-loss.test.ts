/** Law 7: what is in the TEI is in what was exported, or it is said that it is not; for each element and each format. */
import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { knownElements } from '../../src/exporters/behaviours.js';
import type { Exporter, WholeFile } from '../../src/exporters/exporter.js';
import { docx, epub, html, json, jsonl, markdown, text, transcription } from '../../src/exporters/index.js';
import { FRUS_NAMESPACE } from '../../src/xml/index.js';
import { exported, letterXml, teiFile } from './tei.js';

const EXAMPLES = 'http://www.tei-c.org/ns/Examples';
const FORMATS = [html, text, markdown, epub, docx, json, jsonl, transcription];

/** All words of what was made, packages opened. */
function wordsOf(files: readonly WholeFile[]): string {
  return files
    .filter(({ path }) => !/^(?:tei|assets)\//.test(path))
    .map(({ content }) => {
      if (typeof content === 'string') return content;
      const parts = Object.entries(unzipSync(content)).filter(([path]) => /\.xhtml$|word\/[a-z]+\.xml$/.test(path));
      return parts.map(([, bytes]) => strFromU8(bytes)).join('\n');
    })
    .join('\n');
}

/** Where an element may stand: among blocks, in a paragraph with words, alone in a paragraph. */
const PLACES: readonly (readonly [string, (element: string) => string])[] = [
  ['among blocks', (element) => `<p>before</p>${element}<p>behind</p>`],
  ['in a line', (element) => `<p>before ${element} behind</p>`],
  ['alone in a paragraph', (element) => `<p>${element}</p>`],
];

async function madeBy(exporter: Exporter, body: string): Promise<{ words: string; isSaid: boolean }> {
  const settings = { date: '2024-01-01' };
  const single = exporter.name === 'html';
  const { files, found } = await exported(exporter, [teiFile(letterXml(`<div>${body}</div>`))], { settings, single });
  return {
    words: wordsOf(files).replace(/<details class="tei">[\s\S]*?<\/details>/, ''),
    isSaid: found.some(({ code }) => code === 'export/dropped' || code === 'export/element-omitted'),
  };
}

/** What is in the TEI and neither in the output nor said to be left out. */
async function lostBy(exporter: Exporter, body: string, words: readonly string[]): Promise<readonly string[]> {
  const made = await madeBy(exporter, body);
  return made.isSaid ? [] : words.filter((word) => !made.words.includes(word));
}

function elementCalled(name: string, first: string, second: string): string {
  const [, prefix = '', tag = ''] = /^(?:(\w+):)?(.*)$/.exec(name) ?? [];
  const namespace = prefix === '' ? '' : ` xmlns="${prefix === 'eg' ? EXAMPLES : FRUS_NAMESPACE}"`;
  return `<${tag}${namespace}>${first}<hi>${second}</hi></${tag}>`;
}

/** In these the Guidelines allow no words of their own, and a transcription has no place for them. */
const EMPTY_IN_TRANSCRIPTIONS = ['pb', 'lb', 'list', 'row', 'table', 'teiHeader'];

const NAMES = [...knownElements.keys(), 'unheardOf'].filter((name) => !['text', 'TEI', 'teiCorpus'].includes(name));

describe.each(FORMATS)('$name', (exporter) => {
  test.each(PLACES)(
    'no element loses its words without a word, %s',
    async (_, place) => {
      const names = NAMES.filter((name) => exporter !== transcription || !EMPTY_IN_TRANSCRIPTIONS.includes(name));
      // All together; those that are missing one by one, since what is left out is said once for each kind.
      const whole = names.map((name, i) => place(elementCalled(name, `first${i}x`, `second${i}x`))).join('\n');
      const made = await madeBy(exporter, whole);
      const missing = names.filter((_, i) => !made.words.includes(`first${i}x`) || !made.words.includes(`second${i}x`));
      const lost: string[] = [];
      for (const name of missing) {
        const found = await lostBy(exporter, place(elementCalled(name, 'wordone', 'wordtwo')), ['wordone', 'wordtwo']);
        if (found.length > 0) lost.push(name);
      }
      expect(lost).toEqual([]);
    },
    120_000,
  );

  test('of several readings, each is there or said', async () => {
    for (const body of [
      '<p>a <choice><sic>wordone</sic><corr>wordtwo</corr></choice> b</p>',
      '<p>a <choice><abbr>wordone</abbr><expan>wordtwo</expan></choice> b</p>',
      '<p>a <app><lem>wordone</lem><rdg>wordtwo</rdg></app> b</p>',
      '<p>a <app><rdg>wordone</rdg><rdg>wordtwo</rdg></app> b</p>',
      '<p>a <subst><del>wordone</del><add>wordtwo</add></subst> b</p>',
    ])
      expect([body, await lostBy(exporter, body, ['wordone', 'wordtwo'])]).toEqual([body, []]);
  });
});
