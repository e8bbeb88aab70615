import { describe, expect, test } from '@jest/globals';
import { withCloser } from '../../src/document/closer.js';
import { cuesFor } from '../../src/document/cues.js';
import { withOpener } from '../../src/document/opener.js';
import { blocksIn, shownBlocks } from './shown.js';

const cues = cuesFor('en');
/** Paragraphs set apart by blank lines, with opener and closer. */
function framed(paragraphs: readonly string[], signatureAlone = true): readonly string[] {
  const blocks = blocksIn(paragraphs.join('\n\n'));
  return shownBlocks(withCloser(withOpener(blocks, cues, 'en'), cues, 'en', signatureAlone));
}

const BODY = 'Thank you for your letter.';
const P = `p ${BODY}`;

describe('an opener', () => {
  test.each([
    [
      ['Washington, May 16, 1961.', 'Dear Mr. President:', BODY],
      ['opener', '  dateline {placeName Washington}, {date May 16, 1961}.', '  salute Dear Mr. President:', P],
    ],
    [
      ['Dear Mr. Smith,', BODY],
      ['opener', '  salute Dear Mr. Smith,', P],
    ],
    // The paper has a date of its own, which is text.
    [
      ['Oslo, April 16, 1970', '16 April 1970', BODY],
      ['opener', '  dateline {placeName Oslo}, {date April 16, 1970}', 'p 16 April 1970', P],
    ],
    [
      ['May 16, 1961', BODY],
      ['opener', '  dateline {date May 16, 1961}', P],
    ],
    [
      ['Excellency:', 'New York, May 16, 1961', BODY],
      ['opener', '  salute Excellency:', '  dateline {placeName New York}, {date May 16, 1961}', P],
    ],
    [
      ['secret   us urgent', 'niact', 'Oslo, May 16, 1961—6 p. m.', BODY],
      [
        'opener',
        '  text secret   us urgent',
        '  text niact',
        '  dateline {placeName Oslo}, {date May 16, 1961—6 p. m.}',
        P,
      ],
    ],
    [
      ['[Extract]', 'top secret\nDocument No. 14 (Revised)', 'Oslo, June 14 [15?], 1949.', BODY],
      [
        'opener',
        '  text [Extract]',
        '  text top secret/Document No. 14 (Revised)',
        '  dateline {placeName Oslo}, {date June 14 [15?], 1949}.',
        P,
      ],
    ],
    [
      ['secret, eyes only, for the ambassador', 'confidential—by air pouch', BODY],
      ['opener', '  text secret, eyes only, for the ambassador', '  text confidential—by air pouch', P],
    ],
    [
      ['for the ambassador', BODY],
      ['p for the ambassador', P],
    ],
    [
      ['Secret', BODY],
      ['p Secret', P],
    ],
    [
      ['En route to Oslo, May 16, 1961', 'confidential', BODY],
      ['opener', '  dateline {placeName En route to Oslo}, {date May 16, 1961}', '  text confidential', P],
    ],
    [
      ['[Page 3]', 'Sir:', BODY],
      ['pb 3', 'opener', '  salute Sir:', P],
    ],
    [
      ['May 16, 1961', '[Page 3]', 'Sir:', BODY],
      ['opener', '  dateline {date May 16, 1961}', '  pb 3', '  salute Sir:', P],
    ],
    [
      ['Sir:', '[Page 3]', BODY],
      ['opener', '  salute Sir:', 'pb 3', P],
    ],
  ])('of %j', (paragraphs, blocks) => expect(framed(paragraphs)).toEqual(blocks));

  test.each([
    [[BODY, 'Dear Mr. President:']],
    [
      [
        'Dear friends, we have come here to thank you for all that you have done for this country in these years of war.',
      ],
    ],
    [['On May 16, 1961 we met.', BODY]],
    [['Dear Ada: I enclose a paper.', BODY]],
    [['Dear Ada, I enclose a paper.', BODY]],
    [['We met in Washington, May 16, 1961, and talked.', BODY]],
  ])('is not made of %j', (paragraphs) => {
    expect(framed(paragraphs).filter((line) => line === 'opener')).toEqual([]);
  });
});

describe('right below a head', () => {
  const below = (paragraphs: readonly string[]) =>
    shownBlocks(withOpener(blocksIn(paragraphs.join('\n\n')), cues, 'en', 'en'));

  test.each([
    ['Paris, April 31, 1961', '{placeName Paris}, {date April 31, 1961}'],
    ['The White House, June 26', '{placeName The White House}, {date June 26}'],
    [
      'Legation of the United States, London, June 3, 1861.',
      '{placeName Legation of the United States, London}, {date June 3, 1861}.',
    ],
    ['Washington and Paris, March 9, 1961', '{placeName Washington} and {placeName Paris}, {date March 9, 1961}'],
    ['Washington, [ca. March 9, 1961]', '{placeName Washington}, [{date ca. March 9, 1961}]'],
    ['Washington, early March 1961', '{placeName Washington}, {date early March 1961}'],
    ['Washington, March 9, 1961 (evening).', '{placeName Washington}, {date March 9, 1961} (evening).'],
    ['Moscow, March 9, 1961, 4 p.m., Moscow time', '{placeName Moscow}, {date March 9, 1961, 4 p.m.}, Moscow time'],
    ['Geneva, May 15, 1959 (Fifth Plenary)', '{placeName Geneva}, {date May 15, 1959} (Fifth Plenary)'],
    ['10 Downing Street, London, May 15, 1959', '{placeName 10 Downing Street, London}, {date May 15, 1959}'],
    ['March 9, 1961, Washington', '{date March 9, 1961}, {placeName Washington}'],
    ['March 9, 1961, New Haven.', '{date March 9, 1961}, {placeName New Haven}.'],
    ['March 9, 1961, Washington, D.C.', '{date March 9, 1961}, {placeName Washington, D.C.}'],
    ['March 9, 1961, Top Secret', '{date March 9, 1961}, Top Secret'],
    ['Ambassador’s Residence, Oslo, March 9, 1961', '{placeName Ambassador’s Residence, Oslo}, {date March 9, 1961}'],
    ['Hotel Ambassador, Oslo, March 9, 1961', '{placeName Hotel Ambassador, Oslo}, {date March 9, 1961}'],
    [
      'Ministry of foreign affairs, Oslo, March 9, 1870',
      '{placeName Ministry of foreign affairs, Oslo}, {date March 9, 1870}',
    ],
    ['U.S. Embassy, Oslo, March 9, 1961', '{placeName U.S. Embassy, Oslo}, {date March 9, 1961}'],
    [
      'The American Embassy Residence, Paris, May 15, 1959, 3 p.m.',
      '{placeName The American Embassy Residence, Paris}, {date May 15, 1959, 3 p.m.}',
    ],
    ['Oslo, undated [March 9, 1961]', '{placeName Oslo}, {date undated [March 9, 1961]}'],
    ['Oslo, Marhc 9, 1961', '{placeName Oslo}, {date Marhc 9, 1961}'],
    ['Oslo, March 9, 196l, 3 p.m.', '{placeName Oslo}, {date March 9, 196l}, 3 p.m.'],
    ['Oslo, March [?], 1961', '{placeName Oslo}, {date March [?], 1961}'],
    ['Oslo, 3/9/61', '{placeName Oslo}, {date 3/9/61}'],
    ['Oslo, February 25/March 9, 1861', '{placeName Oslo}, {date February 25/March 9, 1861}'],
    ['Oslo, February 25 (March 9), 1861', '{placeName Oslo}, {date February 25 (March 9), 1861}'],
    ['Oslo, 25 February/9 March 1861', '{placeName Oslo}, {date 25 February/9 March 1861}'],
    ['March 9th, 1861, 12 m.', '{date March 9th, 1861}, 12 m.'],
    ['Oslo, summer 1961', '{placeName Oslo}, {date summer 1961}'],
    ['Washington, March 9 and 12, 1961', '{placeName Washington}, {date March 9 and 12, 1961}'],
  ])('%s is a dateline, whether or not its date is read', (line, shown) => {
    expect(below([line, BODY])).toEqual(['opener', `  dateline ${shown}`, P]);
  });

  test.each([
    'Kennedy visited Washington, March 9',
    'On March 9, 1961, the talks began.',
    'Talks were held in Paris, March 9–11, 1961, and in Moscow later.',
    'Report for March 1961',
    'Paper of the Council, Annex 12, 1961',
    'Mr. Lane left Oslo, march 9, 1961',
    'Oslo, where we met in summer 1961',
    'Ref: Embtel 1234, March 7',
    'No. 1104',
    'SECRET',
    'In London, March 9, 1961,',
    'The Embassy in Norland reported, March 9, 1961.',
    'Department spokesman Adam Gray announced, March 9, 1961.',
    'White House meeting, March 9, 1961.',
    'Ministry of Foreign Affairs statement, Oslo, March 9, 1961',
    'Prime Minister Gray, early March 1961',
    'President Lane, March 9, 1961.',
    'Ambassador Lane, Oslo, March 9, 1961',
    'Secretary Lane, Oslo, June 31, 1961',
    'Joint Communiqué, March 9, 1961.',
    'Agreement of March 9, 1961.',
    'Tab A, March [?], 1961',
    'Project Tide, Phase II, summer 1961',
    'Norland Policy, June 31, 1961',
    'March 9, 1961, Draft',
    'New York Times, March 9, 1961',
    'Washington Post, March 31, 1961.',
    'Pravda, March 9, 1961.',
    'The 4th year, 3d month and 2d day were good days.',
    'March 9, 1961, Present',
    'March 9, 1961, Dear Mac',
    'March 9, 1961, Adjourned.',
  ])('%s is none', (line) => expect(below([line, BODY])).toEqual([`p ${line}`, P]));

  test.each([
    ['SECRET', 'TOP SECRET', 'Confidential', 'Limited Official Use', 'SECRET—NODIS'],
    [
      'No. 1104',
      'JCSM-12-62',
      'NSC 5412/2',
      'Embassy telegram 1104',
      'S/S–12345',
      'SecDel/MC/12',
      'Legation of Norland,',
    ],
  ])('what stands above the dateline does not cost it: %s', (...lines) => {
    for (const line of lines)
      expect(below([line, 'Oslo, May 16, 1961.', BODY])).toEqual([
        'opener',
        `  text ${line}`,
        '  dateline {placeName Oslo}, {date May 16, 1961}.',
        P,
      ]);
  });

  test('nor in a line of the same paragraph', () => {
    expect(below(['TOP SECRET\nNo. 12\nOslo, May 16, 1961.', BODY])).toEqual([
      'opener',
      '  text TOP SECRET',
      '  /text No. 12',
      '  /dateline {placeName Oslo}, {date May 16, 1961}.',
      P,
    ]);
  });

  test('but a number below it belongs to the text', () => {
    expect(below(['Oslo, May 16, 1961.', 'No. 12', BODY])).toEqual([
      'opener',
      '  dateline {placeName Oslo}, {date May 16, 1961}.',
      'p No. 12',
      P,
    ]);
  });

  test('a dateline may be in the language of the head', () => {
    const blocks = blocksIn('Bonn, May 16, 1961.\n\nIch danke Ihnen für Ihr Schreiben.');
    expect(shownBlocks(withOpener(blocks, cuesFor('de'), 'de', 'en'))).toEqual([
      'opener',
      '  dateline {placeName Bonn}, {date May 16, 1961}.',
      'p Ich danke Ihnen für Ihr Schreiben.',
    ]);
  });
});

describe('a closer', () => {
  test.each([
    [['Respectfully, N. Khrushchev'], ['closer', '  salute Respectfully,', '  _signed {persName N. Khrushchev}']],
    [
      ['Sincerely yours,', 'John F. Kennedy'],
      ['closer', '  salute Sincerely yours,', '  signed {persName John F. Kennedy}'],
    ],
    [['Sincerely,\nJohn F. Kennedy'], ['closer', '  salute Sincerely,', '  /signed {persName John F. Kennedy}']],
    [
      ['Respectfully, N. Khrushchev', 'Chairman of the Council of Ministers, USSR.', 'May 12, 1961.'],
      [
        'closer',
        '  salute Respectfully,',
        '  _signed {persName N. Khrushchev}/{roleName Chairman of the Council of Ministers, USSR}.',
        '  dateline {date May 12, 1961}.',
      ],
    ],
    [
      ['Yours,', 'A. B.', 'Moscow, May 12, 1961'],
      ['closer', '  salute Yours,', '  signed {persName A. B.}', '  dateline {placeName Moscow}, {date May 12, 1961}'],
    ],
    [['With best wishes,'], ['closer', '  salute With best wishes,']],
    [['Rusk'], ['closer', '  signed {persName Rusk}']],
    [
      ['N. Lane\nChairman of the Board', 'L. Falk'],
      ['closer', '  signed {persName N. Lane}/{roleName Chairman of the Board}', '  signed {persName L. Falk}'],
    ],
    [
      ['For the Ambassador:\nAda Lane\nCounselor of Embassy\nfor Economic Affairs'],
      [
        'closer',
        '  text For the Ambassador:',
        '  /signed {persName Ada Lane}',
        '  /text Counselor of Embassy/for Economic Affairs',
      ],
    ],
    [
      ['For the Chargé d’Affaires, a.i.:', 'Ada Lane'],
      ['closer', '  text For the Chargé d’Affaires, a.i.:', '  signed {persName Ada Lane}'],
    ],
    [
      ['Ada Lane', 'Chargé d’Affaires, a.i.'],
      ['closer', '  signed {persName Ada Lane}', '  text Chargé d’Affaires, a.i.'],
    ],
    [
      ['LANE', '(NOT PASSED TO PARIS)'],
      ['closer', '  signed {persName LANE}', '  text (NOT PASSED TO PARIS)'],
    ],
    [
      ['Ada Lane”', 'Falk'],
      ['p Ada Lane”', 'closer', '  signed {persName Falk}'],
    ],
    [
      ['P.S. The map is enclosed.', 'Sincerely,', 'Ada'],
      ['p P.S. The map is enclosed.', 'closer', '  salute Sincerely,', '  signed {persName Ada}'],
    ],
    [
      ['P.S. The map is enclosed.', 'Lane'],
      ['p P.S. The map is enclosed.', 'closer', '  signed {persName Lane}'],
    ],
    [
      ['Sincerely,', '[Page 4]', 'Dean Rusk'],
      ['closer', '  salute Sincerely,', '  pb 4', '  signed {persName Dean Rusk}'],
    ],
  ])('of %j', (paragraphs, blocks) => expect(framed([BODY, ...paragraphs])).toEqual([P, ...blocks]));

  test('is not a name alone in a document that is not signed so', () => {
    expect(framed([BODY, 'Rusk'], false)).toEqual([P, 'p Rusk']);
  });

  test('is not made without close and name', () => {
    expect(framed([BODY, BODY])).toEqual([P, P]);
    expect(framed(['Rusk'])).toEqual(['p Rusk']);
  });

  test('is not a close in the middle of the text', () => {
    const long = 'We have since then heard nothing, and so I must ask once more that you let me know what was decided.';
    expect(framed([BODY, 'Sincerely, we tried.', long])).toEqual([P, 'p Sincerely, we tried.', `p ${long}`]);
  });

  test('so does what says who has copies', () => {
    expect(framed([BODY, 'Sincerely,', 'Adam Gray\nConsul', 'cc: Mr. Birch', 'Harbour Board', 'Leith'])).toEqual([
      P,
      'closer',
      '  salute Sincerely,',
      '  signed {persName Adam Gray}/{roleName Consul}',
      'postscript',
      '  p cc: Mr. Birch',
      '  p Harbour Board',
      '  p Leith',
    ]);
  });

  test('who has copies may be told above a marked postscript', () => {
    const lines = ['Sincerely,', 'Adam Gray', 'cc: Mr. Birch', 'P.S. I shall write again when I know more.'];
    expect(framed([BODY, ...lines])).toEqual([
      P,
      'closer',
      '  salute Sincerely,',
      '  signed {persName Adam Gray}',
      'postscript',
      '  p cc: Mr. Birch',
      '  p P.S. I shall write again when I know more.',
    ]);
  });

  test('a line of copies above the name is text', () => {
    expect(framed([BODY, 'Distribution: all posts', 'Adam Gray'])).toEqual([
      P,
      'p Distribution: all posts',
      'closer',
      '  signed {persName Adam Gray}',
    ]);
  });

  test('a postscript stands behind it', () => {
    expect(framed([BODY, 'Sincerely,', 'Dean Rusk', 'P.S. The map is enclosed.'])).toEqual([
      P,
      'closer',
      '  salute Sincerely,',
      '  signed {persName Dean Rusk}',
      'postscript',
      '  p P.S. The map is enclosed.',
    ]);
  });
});

describe('a close in the document, with text below who signs, makes no closer', () => {
  test('the telegram goes on, and is signed', () => {
    const more = ['Signed original will follow by pouch.', 'Herter'];
    expect(framed([BODY, 'Sincerely,', 'Dwight D. Lane', ...more])).toEqual([
      P,
      'p Sincerely,',
      'p Dwight D. Lane',
      'p Signed original will follow by pouch.',
      'closer',
      '  signed {persName Herter}',
    ]);
  });
  test('an enclosure follows', () => {
    const more = ['[Enclosure]', 'Memorandum by the Joint Chiefs', 'They recommend no change.'];
    expect(framed([BODY, 'Sincerely yours,', 'Neil Lane', ...more])).toEqual(
      [BODY, 'Sincerely yours,', 'Neil Lane', ...more].map((text) => `p ${text}`),
    );
  });
});
