import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { withCloser } from '../../src/document/closer.js';
import { cuesFor } from '../../src/document/cues.js';
import { withEnclosures } from '../../src/document/enclosure.js';
import { withOpener } from '../../src/document/opener.js';
import { pointAt } from '../../src/source/index.js';
import { blocksIn, shownBlocks } from './shown.js';

const cues = cuesFor('en');

function enclosed(...paragraphs: readonly string[]): { blocks: readonly string[]; said: readonly string[] } {
  const diagnostics: Diagnostic[] = [];
  const blocks = withEnclosures(
    blocksIn(paragraphs.join('\n\n')),
    cues,
    'd1',
    (inner) => withCloser(withOpener(inner, cues, 'en'), cues, 'en', true),
    (d) => diagnostics.push(d),
  );
  const said = diagnostics.map(({ code, place }) => {
    const point = place && pointAt(place.source, place.start);
    return `${point?.line}:${point?.column} ${code}`;
  });
  return { blocks: shownBlocks(blocks), said };
}

describe('an enclosed text', () => {
  test('stands between the words that open and close it', () => {
    expect(enclosed('Following is:', 'Begin Text', 'Dear Sir:', 'We agree.', 'End Text', 'Please reply.')).toEqual({
      blocks: [
        'p Following is:',
        'p Begin Text',
        'letter d1-letter',
        '  opener',
        '    salute Dear Sir:',
        '  p We agree.',
        'p End Text',
        'p Please reply.',
      ],
      said: [],
    });
  });

  test('may end in the paragraph that closes it', () => {
    expect(enclosed('Begin Text', 'We agree.', 'May 12, 1961.End text.').blocks).toEqual([
      'p Begin Text',
      'message d1-letter',
      '  p We agree.',
      '  p May 12, 1961.',
      'run-in p End text.',
    ]);
  });

  test.each(['Begin Text', 'BEGIN TEXT:', '(Begin text)', 'Begin unofficial translation', 'Begin message.'])(
    'is opened by %j',
    (words) =>
      expect(enclosed(words, 'a', 'End text').blocks).toEqual([
        `p ${words}`,
        'message d1-letter',
        '  p a',
        'p End text',
      ]),
  );

  test('there may be several', () => {
    expect(enclosed('Begin Text', 'a', 'End Text', 'Begin Text', 'b', 'End Text').blocks).toEqual([
      'p Begin Text',
      'message d1-letter',
      '  p a',
      'p End Text',
      'p Begin Text',
      'message d1-letter-2',
      '  p b',
      'p End Text',
    ]);
  });

  test('is not opened in the middle of a sentence', () => {
    const { blocks, said } = enclosed('We begin text work.', 'We end the text here and go on with other things.');
    expect([blocks.length, said]).toEqual([2, []]);
  });

  test('that never ends goes on to the end', () => {
    expect(enclosed('x', 'Begin Text', 'a', 'b')).toEqual({
      blocks: ['p x', 'p Begin Text', 'message d1-letter', '  p a', '  p b'],
      said: ['3:1 document/enclosure-not-closed'],
    });
  });

  test('that is opened again before its end is reported, and both are kept', () => {
    expect(enclosed('Begin Text', 'a', 'Begin Text', 'b', 'End Text')).toEqual({
      blocks: [
        'p Begin Text',
        'message d1-letter',
        '  p a',
        'p Begin Text',
        'message d1-letter-2',
        '  p b',
        'p End Text',
      ],
      said: ['1:1 document/enclosure-not-closed'],
    });
  });

  test('that is closed and was never opened is reported', () => {
    expect(enclosed('x', 'End Text')).toEqual({
      blocks: ['p x', 'p End Text'],
      said: ['3:1 document/enclosure-not-opened'],
    });
  });

  test('may be empty', () => {
    expect(enclosed('Begin Text', 'End Text')).toEqual({ blocks: ['p Begin Text', 'p End Text'], said: [] });
  });
});
