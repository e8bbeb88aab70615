import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { outlineTranscript } from '../../src/transcript/index.js';
import { markersOf, parse, said } from './parse.js';

const seed = readFileSync('corpus/frus/transcriptions/frus1961-63v06-d15.txt', 'utf8');
const golden = 'test/transcript/seed.outline';

describe('the seed', () => {
  test('its outline is the one that was read and accepted', () => {
    const { transcript, found } = parse(seed);
    const outline = outlineTranscript(transcript);
    if (process.env['UPDATE']) writeFileSync(golden, outline);
    expect(outline).toBe(readFileSync(golden, 'utf8'));
    expect(found).toEqual([]);
  });

  test('its markers are 0 1 2 3 for the notes 1 2 3 4', () => {
    expect(markersOf(parse(seed).leaves)).toEqual(['neva <0> 0', 'ch 9.<1> 1', 'yko, <2> 2', 'USSR.<3> 3']);
  });

  test('with CR LF it is the same tree', () => {
    expect(markersOf(parse(seed.replaceAll('\n', '\r\n')).leaves)).toEqual(markersOf(parse(seed).leaves));
  });
});

describe('the number of a telegram', () => {
  test('is no marker where the marker is missing', () => {
    const { leaves, found } = parse(seed.replace('ch 9.1', 'ch 9.'));
    expect(markersOf(leaves)).toEqual(['neva <0> 0', 'yko, <2> 2', 'USSR.<3> 3']);
    expect(found.map(({ code }) => code)).toEqual(['transcript/note-without-marker']);
  });
});

const withoutNote = (n: number): string => seed.replace(new RegExp(`^  ${n}\\. .*(?:\\n|$)`, 'm'), '');
const renumbered = (text: string): string => {
  let n = 0;
  return text.replace(/^ {2}\d\. /gm, () => `  ${++n}. `);
};

describe('the seed mutilated', () => {
  test.each<[string, string, readonly string[]]>([
    ['note 1 deleted', renumbered(withoutNote(1)), ['transcript/marker-without-note 1:80']],
    ['note 2 deleted', renumbered(withoutNote(2)), ['transcript/marker-without-note 33:44']],
    ['note 4 deleted', withoutNote(4), ['transcript/marker-without-note 33:44']],
    [
      'note 3 deleted, the list not numbered afresh',
      withoutNote(3),
      ['transcript/marker-without-note 9:522', 'transcript/note-label-irregular 39:3'],
    ],
    ['marker 0 deleted', seed.replace('Geneva 0', 'Geneva'), ['transcript/note-without-marker 37:3']],
    ['marker 2 deleted', seed.replace('Gromyko, 2 ', 'Gromyko, '), ['transcript/note-without-marker 39:3']],
    ['marker 3 deleted', seed.replace('USSR.3', 'USSR.'), ['transcript/note-without-marker 40:3']],
    ['a page break misspelt', seed.replace('[Page 20]', '[page 20]'), ['transcript/page-break-not-standard 19:1']],
    ['a page break not closed', seed.replace('[Page 20]', '[Page 20'), ['transcript/page-break-not-closed 19:1']],
  ])('%s', (_, text, expected) => {
    expect(said(parse(text).found)).toEqual(expected);
  });

  test('marker 1 deleted: the note is without, or its marker doubtful', () => {
    const [first, ...more] = said(parse(seed.replace('March 9.1', 'March 9.')).found);
    expect(['transcript/note-without-marker 38:3', 'transcript/doubtful-marker 3:9']).toContain(first);
    expect(more).toEqual([]);
  });
});
