import { describe, expect, test } from '@jest/globals';
import { letterCuesFor } from '../../src/document/cues.js';
import { datelineSpans } from '../../src/document/dateline.js';
import { datelineIn } from '../../src/document/frame.js';
import { plainText } from '../../src/document/index.js';
import { plain } from '../../src/profiles/index.js';
import { documentOf } from './document-of.js';

/** `type words = value`; hours of a day say which of the three phrases they are. */
function shown(line: string, language = 'en'): readonly string[] | undefined {
  return datelineSpans(line, language)?.map(({ start, end, phrase }) => {
    const words = `${phrase.type} ${line.slice(start, end)}`;
    if (phrase.type !== 'date') return words;
    const value = phrase.when ?? (phrase.from ? `${phrase.from} .. ${phrase.to}` : '-');
    return `${words} = ${value}${phrase.span ? ` (${phrase.span})` : ''}`;
  });
}

describe('datelines', () => {
  test('hours of one day: on the whole, on the day in it, and on the time', () => {
    expect(shown('Washington, October 7, 1960, 11:25 a.m.–12:05 p.m.')).toEqual([
      'placeName Washington',
      'date October 7, 1960, 11:25 a.m.–12:05 p.m. = 1960-10-07T11:25:00 .. 1960-10-07T12:05:00 (hours)',
      'date October 7, 1960 = 1960-10-07 (day)',
      'date 11:25 a.m.–12:05 p.m. = 11:25:00 .. 12:05:00 (time)',
    ]);
  });

  test.each([
    ['En route to Oslo, May 1, 1970', ['placeName En route to Oslo', 'date May 1, 1970 = 1970-05-01']],
    ['Aboard U.S.S. Lane, May 1, 1970.', ['placeName Aboard U.S.S. Lane', 'date May 1, 1970 = 1970-05-01']],
    [
      'Market-on-Fergus, Norland, May 1, 1970.',
      ['placeName Market-on-Fergus, Norland', 'date May 1, 1970 = 1970-05-01'],
    ],
    [
      'Legation of Norland in Southland,\nOslo, May 1, 1870. (Received May 9.)',
      ['placeName Legation of Norland in Southland,\nOslo', 'date May 1, 1870 = 1870-05-01'],
    ],
    ['Oslo and Bergen, May 1, 1970', ['placeName Oslo', 'placeName Bergen', 'date May 1, 1970 = 1970-05-01']],
    [
      'Port of Spain, Trinidad and Tobago, May 1, 1970',
      ['placeName Port of Spain, Trinidad and Tobago', 'date May 1, 1970 = 1970-05-01'],
    ],
    ['[Oslo?], undated.', ['placeName Oslo', 'date undated = -']],
    ['[place not declassified], May 1, 1970', ['placeName [place not declassified]', 'date May 1, 1970 = 1970-05-01']],
    ['Oslo, June 14 [15?], 1949—2 a. m.', ['placeName Oslo', 'date June 14 [15?], 1949—2 a. m. = -']],
  ])('%s', (line, spans) => expect(shown(line)).toEqual(spans));

  test('one of two days has limits', () => {
    expect(datelineSpans('Oslo, March 9 and/or 10, 1956, 4 p.m.', 'en')?.at(-1)).toMatchObject({
      phrase: { type: 'date', notBefore: '1956-03-09T16:00:00', notAfter: '1956-03-10T16:00:00' },
    });
  });

  test.each([
    ['Oslo, March 9, 1961?', 'March 9, 1961?'],
    ['Oslo, [ca. March 9, 1961]', 'ca. March 9, 1961'],
    ['Oslo, probably March 9, 1961.', 'probably March 9, 1961'],
  ])('%s has a value that is doubted', (line, words) => {
    const date = datelineSpans(line, 'en')?.at(-1);
    expect(date?.phrase).toEqual({ type: 'date', when: '1961-03-09', cert: 'low' });
    expect(line.slice(date?.start, date?.end)).toBe(words);
  });

  test('days of a range stay one date', () => {
    expect(shown('Washington, June 3-4, 1961.')).toEqual([
      'placeName Washington',
      'date June 3-4, 1961 = 1961-06-03 .. 1961-06-04',
    ]);
  });

  test.each([
    ['Washington, undated.', 'en', 'undated'],
    ['[Moscow, undated]', 'en', 'undated'],
    ['Weimar, ohne Datum', 'de', 'ohne Datum'],
    ['Paris, s.d.', 'fr', 's.d.'],
  ])('%s has no date, and says so', (line, language, words) => {
    expect(shown(line, language)?.at(-1)).toBe(`date ${words} = -`);
  });

  test.each([
    'Undated',
    'The paper is undated.',
    'Attached is a paper, undated',
    'Washington, February 30, 1961',
    'Probably March 9, 1961',
  ])('no dateline: %s', (line) => expect(shown(line)).toBeUndefined());
});

describe('what stands around a place is no part of it', () => {
  function placeIn(line: string, language: string): readonly string[] | undefined {
    return datelineIn(line, language, letterCuesFor(language))
      ?.filter(({ phrase }) => phrase.type === 'placeName')
      .map(({ start, end }) => line.slice(start, end));
  }
  test.each([
    ['en', 'Tuesday, 13 May 1919', []],
    ['en', 'Hatton, Sunday July 14 1799', ['Hatton']],
    ['en', 'London, the 3d of May 1720', ['London']],
    ['en', 'The Hague, 3 May 1916', ['The Hague']],
    ['en', 'Friday Harbor, May 3, 1900', ['Friday Harbor']],
    ['de', 'Weimar, Freitag, 3. März 1890', ['Weimar']],
    ['de', 'Wien, am 3. Jänner 1790', ['Wien']],
    ['de', 'Frankfurt am Main, 3. Mai 1890', ['Frankfurt am Main']],
    ['fr', 'Ce 3 juin 1852.', []],
    ['fr', 'A Paris, ce 3 mars 1689', ['Paris']],
    ['fr', 'Le Havre, 3 mars 1900', ['Le Havre']],
    ['es', 'De Madrid, a 3 de marzo de 1604', ['Madrid']],
    ['es', 'El Pardo, 3 de marzo de 1604', ['El Pardo']],
    ['it', 'Di Roma, li 6 di Marzo 1614', ['Roma']],
    ['la', 'Datum Romae die 5 Iulii 1714', ['Romae']],
    ['nl', 'De Bilt, 3 maart 1943', ['De Bilt']],
    ['de', 'Wien, 3. 5. 94', ['Wien']],
    ['de', 'Wien, den 3. V. 94.', ['Wien']],
    ['de', 'Wien, 3. Mai 94.', ['Wien']],
    ['de', 'Wien, den 3. Mai.', ['Wien']],
    ['de', 'Berlin 5/3 93', ['Berlin']],
    ['de', 'Berlin, W 35, 5. März 94', ['Berlin']],
    ['de', 'Bad Ischl, 4.5.94.', ['Bad Ischl']],
    ['de', 'Sonntag, 3. 5. 94', []],
    ['de', 'Paul, 3. 5. 94', []],
    ['de', 'Erhalten 5/3 93', []],
    ['de', '3. 5. 94', []],
    ['fr', 'Paris, le 12 mai 94', ['Paris']],
    ['fr', 'Paris, 12/5/94', ['Paris']],
    ['it', 'Roma, 12 maggio 94', ['Roma']],
    ['en', 'Brighton, May 3', ['Brighton']],
  ] as const)('%s: %s', (language, line, places) => expect(placeIn(line, language)).toEqual(places));
});

describe('the datelines of a letter', () => {
  /** The parts of a letter's dateline that are marked, by `type words = value`. */
  function marked(line: string): readonly string[] {
    const text = `${line}\n\nVerehrter Freund!\n\nIhren Brief habe ich mit großer Freude erhalten, und ich danke Ihnen.\n\nKarl Weber`;
    const { blocks } = documentOf(text, plain);
    return blocks.flatMap((block) =>
      block.kind !== 'opener'
        ? []
        : block.parts.flatMap((part) =>
            part.kind !== 'dateline'
              ? []
              : part.content.flatMap((run) =>
                  run.kind !== 'phrase'
                    ? []
                    : `${plainText(run.content)}${run.phrase.type === 'date' ? ` = ${run.phrase.when ?? '-'}` : ''}`,
                ),
          ),
    );
  }
  test.each([
    ['Jena am 4. Jenner 1798.', ['Jena', '4. Jenner 1798 = 1798-01-04']],
    ['Halle, den 1ten Octobr 1799', ['Halle', '1ten Octobr 1799 = 1799-10-01']],
    ['Rom 14. 8br 1787', ['Rom', '14. 8br 1787 = 1787-10-14']],
    ['Göttingen den 14ten 9br. 1777', ['Göttingen', '14ten 9br. 1777 = 1777-11-14']],
    ['Heidelberg, d. 8. Xbr 1804', ['Heidelberg', '8. Xbr 1804 = 1804-12-08']],
    ['Frankfurt/Main, 3. Mai 1934', ['Frankfurt/Main', '3. Mai 1934 = 1934-05-03']],
    ['Frankfurt a/M. 3 Mai 1834', ['Frankfurt a/M.', '3 Mai 1834 = 1834-05-03']],
    ['Königl. Bibliothek zu Berlin, den 3. Mai 1890', ['3. Mai 1890 = 1890-05-03']],
    ['Bayreuth d. 17. Jul. 1814 [Sonntag]', ['Bayreuth', '17. Jul. 1814 = 1814-07-17']],
    ['Zürich, Pfingstsonntag 1890', []],
  ])('%s', (line, parts) => expect(marked(line)).toEqual(parts));
});
