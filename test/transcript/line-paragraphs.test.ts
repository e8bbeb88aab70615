import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { createSource } from '../../src/source/index.js';
import { hasLineParagraphs } from '../../src/transcript/lines.js';
import { converted as convertedWith } from '../converted.js';

const LONG =
  'The book has come, and I thank you for it. I have read the first chapters with great pleasure, and shall send you word of the others as soon as I have found the time.';
const LETTER = `Oxford, 4 June 1921

Dear John,

${LONG}1

${LONG}

  * the first volume
  * the second volume

Yours ever,

Paul

  1. It was sent in May.
  2. Nothing is known of it.
`;

function inLines(text: string): string {
  return text.replace(/\n\n+/g, '\n');
}

function converted(text: string) {
  const { codes, tei } = convertedWith(text, { profile: 'auto' });
  return { codes, body: tei.slice(tei.indexOf('<body')) };
}

const hasLines = (text: string) => hasLineParagraphs(createSource('a.txt', text));

describe('a text without empty lines, in long ones', () => {
  test.each(['\n', '\r\n', '\r'])('becomes what it becomes with them (line end %j)', (end) => {
    const { body, codes } = converted(inLines(LETTER).replaceAll('\n', end));
    expect(body).toBe(converted(LETTER).body);
    expect(codes).toContain('transcript/line-paragraphs');
    expect(codes).not.toContain('tei/not-rebuilt');
  });

  test('may be a document of several notes and page breaks', () => {
    const seed = readFileSync('corpus/frus/transcriptions/frus1961-63v06-d15.txt', 'utf8');
    expect(converted(inLines(seed)).body.replace(/\s+/g, ' ')).toBe(converted(seed).body.replace(/\s+/g, ' '));
  });
});

describe('each line is a paragraph', () => {
  test.each([
    ['in a text of long lines', `Dear John,\n${LONG}\n${LONG}\nPaul`],
    ['with an empty line below the title alone', `Letter to John\n\nDear John,\n${LONG}\n${LONG}\n${LONG}\nPaul`],
  ])('%s', (_, text) => {
    expect(hasLines(text)).toBe(true);
  });

  test.each([
    ['where empty lines set paragraphs apart', LETTER],
    ['in one paragraph', LONG],
    ['in notes alone, below paragraphs set apart', `${LONG}1\n\n${LONG}2\n\n  1. ${LONG}\n  2. ${LONG}\n  3. ${LONG}`],
    ['in a quotation', `Dear John,\n\n> ${LONG}\n> ${LONG}\n> ${LONG}\n\nPaul`],
    ['in lines of the page', LONG.replace(/(.{40,}?) /g, '$1\n')],
    ['in a text wrapped at 100 characters', LONG.replace(/(.{90,}?) /g, '$1\n').repeat(3)],
    ['in a poem', 'Roses are red,\nviolets are blue,\nsugar is sweet,\nand so are you.'],
    ['in a long sentence that a line end divides', `${LONG.slice(0, 130)}\n${LONG.slice(130)}`],
    ['in an empty text', ''],
  ])('not %s', (_, text) => {
    expect(hasLines(text)).toBe(false);
  });
});
