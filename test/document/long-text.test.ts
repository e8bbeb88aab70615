import { describe, test } from '@jest/globals';
import { findDates } from '../../src/document/date.js';
import { findReferences } from '../../src/document/reference.js';
import { parseSourceNote } from '../../src/document/source-note.js';

/** In characters; for one text of each kind a million. */
const LENGTH = 200_000;

/** What a recogniser begins with and never ends; an expression that goes back over it would not come to an end in time. */
const ENDLESS = [
  ...[
    'May ',
    'May 12, ',
    'June 30–',
    'Documents 1, ',
    '1, ',
    'ibid. ',
    'telegram 1 ',
    'footnotes 1, ',
    'vol. I, ',
    'p. 1–',
    'Box 1, ',
  ],
  ...[
    '(',
    '( ',
    '“',
    '"',
    '(Ibid.) ',
    'A. ',
    '. ',
    ' ',
    'A',
    'A ',
    'a',
    '; and ',
    'is in the ',
    'Secret; ',
    'Department of State, A',
    'The A of ',
  ],
];

function read(piece: string, length: number): void {
  const text = piece.repeat(Math.ceil(length / piece.length));
  findDates(text);
  findDates(text, { language: 'de' });
  findReferences(text);
  parseSourceNote(`Source: Kennedy Library, ${text}`);
}

describe('a long text is read in time', () => {
  test.each(ENDLESS)('%j without end', (piece) => read(piece, LENGTH), 8_000);
  test('a million characters', () => read('A. (“May 12, ibid., Box 1; Documents 1, ', 1_000_000), 20_000);
});
