import { describe, expect, test } from '@jest/globals';
import { frusWeb } from '../../src/profiles/index.js';
import { createSource } from '../../src/source/index.js';
import { segmentTranscription } from '../../src/transcript/index.js';
import { pageExample, saidOf } from '../page-example.js';

function saidOn(text: string) {
  const found: string[] = [];
  segmentTranscription(createSource('a.txt', text), frusWeb, ({ code, message }) => {
    if (code === 'transcript/heads-alike') found.push(message);
  });
  return found;
}

const telegram = (from: string, to: string) =>
  `Telegram From ${from} to ${to}\n\nWashington, March 9, 1961, 3 p.m.\n\nI saw the Minister this morning.\n\nRusk\n\n`;

describe('heads that are alike and have no numbers', () => {
  test('are said, with the number of documents there may be', () => {
    const text = telegram('Lane', 'Falk') + telegram('Falk', 'Lane') + telegram('Lane', 'Gray');
    expect(saidOn(text)).toEqual([
      '"Telegram From Falk to Lane" looks like a head: the file may hold 3 documents, which are read as one',
    ]);
  });

  test.each([
    ['one document', telegram('Lane', 'Falk')],
    ['no date below the second', `${telegram('Lane', 'Falk')}Telegram From Falk to Lane\n\nI saw him.`],
    ['a sentence', `${telegram('Lane', 'Falk')}Telegram From Falk to Lane came.\n\nMarch 9, 1961`],
    ['heads with numbers', `1. ${telegram('Lane', 'Falk')}2. ${telegram('Falk', 'Lane')}`],
  ])('nothing where there is %s', (_, text) => expect(saidOn(text)).toEqual([]));

  test('the page shows what is said', () => {
    const { said, path, failing, mended } = pageExample('transcript/heads-alike');
    const run = (text: string) => {
      const found: Parameters<typeof saidOf>[1][number][] = [];
      segmentTranscription(createSource(path, text), frusWeb, (diagnostic) => found.push(diagnostic));
      return saidOf(path, found, 'transcript/heads-alike');
    };
    expect(run(failing)).toEqual([said]);
    expect(run(mended)).toEqual([]);
  });
});
