import { describe, expect, test } from '@jest/globals';
import { letterCuesFor } from '../../src/document/cues.js';
import { isNameLine, signatureOf } from '../../src/document/signature.js';
import { blocksIn, shownContent } from './shown.js';

describe('a line that is a name', () => {
  test.each([
    'Rusk',
    'G. C. Marshall',
    '[Jessup]',
    'John F. Kennedy',
    'C. de Gaulle',
    'N. Khrushchev',
    'Robert Kennedy, Jr.',
    'J.F.K.',
    'O’Shaughnessy',
    '/s/ Dean Rusk',
    'D[avid] H. P[owell]',
    '[Robert A.] L[ane]',
    'FALK [LF initialed]',
    'JC Lane Jr.',
  ])('%j', (line) => expect(isNameLine(line)).toBe(true));
  test.each([
    'Attachment',
    '[Enclosure]',
    '[Extract]',
    'Secret',
    'End',
    'the President',
    'We agree.',
    'See Tab A',
    '1961',
    '',
    'A very long line that is a sentence and no name',
  ])('but not %j', (line) => expect(isNameLine(line)).toBe(false));
});

function signed(...lines: readonly string[]): string {
  const paragraphs = blocksIn(lines.join('\n\n')).flatMap((block) => (block.kind === 'paragraph' ? [block] : []));
  return shownContent(signatureOf(paragraphs, 'paragraph').content);
}

describe('a signature', () => {
  test.each([
    [['N. Khrushchev'], '{persName N. Khrushchev}'],
    [['N. Khrushchev', 'Chairman, USSR.'], '{persName N. Khrushchev}/{roleName Chairman, USSR}.'],
    [['N. Khrushchev\nChairman\nMoscow'], '{persName N. Khrushchev}/{roleName Chairman}/{roleName Moscow}'],
    [['John F. K.'], '{persName John F. K.}'],
    [['Robert Kennedy, Jr.,'], '{persName Robert Kennedy, Jr.},'],
    [['Dean Rusk', '(in ink)'], '{persName Dean Rusk}/(in ink)'],
  ])('of %j', (lines, shown) => expect(signed(...lines)).toBe(shown));

  test('goes from the first line to the last', () => {
    const paragraphs = blocksIn('Dean Rusk\n\nSecretary').flatMap((b) => (b.kind === 'paragraph' ? [b] : []));
    const { place } = signatureOf(paragraphs, '');
    expect([place.start, place.end]).toEqual([0, 20]);
  });
});

describe('the name in the signature of a letter', () => {
  function signedIn(language: string, ...lines: readonly string[]): string {
    const paragraphs = blocksIn(lines.join('\n')).flatMap((block) => (block.kind === 'paragraph' ? [block] : []));
    return shownContent(signatureOf(paragraphs, 'paragraph', letterCuesFor(language)).content);
  }
  test.each([
    ['fr', ['Le Préfet,', 'A. Durand'], '{roleName Le Préfet},/{persName A. Durand}'],
    ['it', ['Il Prefetto', 'G. Pasini'], '{roleName Il Prefetto}/{persName G. Pasini}'],
    ['en', ['Your most affectionate son', 'Charles Lane'], 'Your most affectionate son/{persName Charles Lane}'],
    ['en', ['Thomas Bright', '14 Albion Road'], '{persName Thomas Bright}/14 Albion Road'],
    ['en', ['J. Smith', 'A. Brown'], '{persName J. Smith}/{persName A. Brown}'],
  ])('%s: %j', (language, lines, shown) => expect(signedIn(language, ...lines)).toBe(shown));
});
