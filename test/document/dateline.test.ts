import { describe, expect, test } from '@jest/globals';
import { datelineSpans } from '../../src/document/dateline.js';

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
    ['[Oslo?], undated.', ['placeName Oslo', 'date undated = -']],
    ['Oslo, June 14 [15?], 1949—2 a. m.', ['placeName Oslo', 'date June 14 [15?], 1949—2 a. m. = -']],
  ])('%s', (line, spans) => expect(shown(line)).toEqual(spans));

  test('one of two days has limits', () => {
    expect(datelineSpans('Oslo, March 9 and/or 10, 1956, 4 p.m.', 'en')?.at(-1)).toMatchObject({
      phrase: { type: 'date', notBefore: '1956-03-09T16:00:00', notAfter: '1956-03-10T16:00:00' },
    });
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

  test.each(['Undated', 'The paper is undated.', 'Attached is a paper, undated', 'Washington, February 30, 1961'])(
    'no dateline: %s',
    (line) => expect(shown(line)).toBeUndefined(),
  );
});
