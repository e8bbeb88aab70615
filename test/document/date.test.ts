import { describe, expect, test } from '@jest/globals';
import { findDates, parseDate } from '../../src/document/date.js';
import { fc } from '../fast-check.js';

/** `words = value` for each date found; `words = -` where the words give no value. */
function found(text: string, language?: string): readonly string[] {
  return findDates(text, language === undefined ? {} : { language }).map((date) => {
    const words = text.slice(date.start, date.end);
    const either = date.notBefore && `${date.notBefore} / ${date.notAfter}`;
    return `${words} = ${date.when ?? either ?? (date.from === undefined ? '-' : `${date.from} .. ${date.to}`)}`;
  });
}

describe('dates in English', () => {
  const cases: readonly (readonly [text: string, ...dates: string[]])[] = [
    ['Washington, May 16, 1961, 1:33 p.m.', 'May 16, 1961, 1:33 p.m. = 1961-05-16T13:33:00'],
    ['London, February 5, 1948—6 p. m.', 'February 5, 1948—6 p. m. = 1948-02-05T18:00:00'],
    ['the 12th of May, 1961.', '12th of May, 1961 = 1961-05-12'],
    ['12 May 1961', '12 May 1961 = 1961-05-12'],
    ['[May 12, 1961]', 'May 12, 1961 = 1961-05-12'],
    ['May [12], 1961', 'May [12], 1961 = 1961-05-12'],
    ['in May 1961 and later', 'May 1961 = 1961-05'],
    ['MAY 12, 1961', 'MAY 12, 1961 = 1961-05-12'],
    ['1961-05-12', '1961-05-12 = 1961-05-12'],
    ['On May 16 and on June 4, 1961', 'May 16 = -', 'June 4, 1961 = 1961-06-04'],
  ];
  test.each(cases)('%s', (text, ...dates) => expect(found(text)).toEqual(dates));
});

describe('months cut short, and in roman numerals', () => {
  test.each([
    ['en', 'London, 26th Feby. 1798', '26th Feby. 1798 = 1798-02-26'],
    ['en', 'Decr 3d 1790', 'Decr 3d 1790 = 1790-12-03'],
    ['en', '14-VII-1932', '14-VII-1932 = 1932-07-14'],
    ['de', '3. IV. 1890', '3. IV. 1890 = 1890-04-03'],
    ['de', 'Wien, 18/X 1910', '18/X 1910 = 1910-10-18'],
    ['de', '31. II. 1890', '31. II. 1890 = -'],
    ['nl', '3 Febr. 1843', '3 Febr. 1843 = 1843-02-03'],
  ])('%s: %s', (language, text, date) => expect(found(text, language)).toEqual([date]));
  test.each([
    ['en', 'Paris, March 31, 1961, 2400Z.', 'March 31, 1961, 2400Z = 1961-03-31T24:00:00Z'],
    ['en', '[? March 1861]', '? March 1861 = -'],
  ])('%s: %s', (language, text, date) => {
    expect(found(text, language).map((each) => each.replace(/^March 1861/, '? March 1861'))).toEqual([date]);
  });
  test('but not file numbers', () => expect(found('711.11/V/1958, Part 2 XI 1958')).toEqual([]));
});

describe('ranges', () => {
  const cases: readonly (readonly [text: string, ...dates: string[]])[] = [
    ['June 3-4, 1961', 'June 3-4, 1961 = 1961-06-03 .. 1961-06-04'],
    ['June 3 and 4, 1961', 'June 3 and 4, 1961 = 1961-06-03 .. 1961-06-04'],
    ['June 30–July 2, 1961', 'June 30–July 2, 1961 = 1961-06-30 .. 1961-07-02'],
    ['December 30 to January 2, 1961', 'December 30 to January 2, 1961 = 1960-12-30 .. 1961-01-02'],
    ['May–June 1961', 'May–June 1961 = 1961-05 .. 1961-06'],
    ['March 7, 1961, 11-11:45 a.m.', 'March 7, 1961, 11-11:45 a.m. = 1961-03-07T11:00:00 .. 1961-03-07T11:45:00'],
    ['May 7, 1970, 11:30–1 p.m.', 'May 7, 1970, 11:30–1 p.m. = 1970-05-07T11:30:00 .. 1970-05-07T13:00:00'],
    ['June 3 or 4, 1961', 'June 3 or 4, 1961 = 1961-06-03 / 1961-06-04'],
    ['June 3 or 12, 1961, 4 p.m.', 'June 3 or 12, 1961, 4 p.m. = 1961-06-03T16:00:00 / 1961-06-12T16:00:00'],
    ['March 9 and/or 10, 1956', 'March 9 and/or 10, 1956 = 1956-03-09 / 1956-03-10'],
    ['May 31 or June 1, 1961', 'May 31 or June 1, 1961 = 1961-05-31 / 1961-06-01'],
    ['June 4 or 3, 1961', 'June 4 or 3, 1961 = -'],
    // Two days that do not follow one another are two dates, not a range.
    ['June 3 and 12, 1961', 'June 3 and 12, 1961 = -'],
    ['June 3 and July 4, 1961', 'June 3 = -', 'July 4, 1961 = 1961-07-04'],
    ['March 9, 10, and 11, 1961', 'March 9, 10, and 11, 1961 = 1961-03-09 .. 1961-03-11'],
    ['June 29, 30 and 31, 1961', 'June 29, 30 and 31, 1961 = -'],
    ['March 9, 11, and 12, 1961', 'March 9, 11, and 12, 1961 = -'],
    [
      'May 31, 1961, 11:30 p.m.–12:15 a.m.',
      'May 31, 1961, 11:30 p.m.–12:15 a.m. = 1961-05-31T23:30:00 .. 1961-06-01T00:15:00',
    ],
    ['May 7, 1961, 10 p.m.–midnight', 'May 7, 1961, 10 p.m.–midnight = 1961-05-07T22:00:00 .. 1961-05-08T00:00:00'],
    [
      'March 9–10, 1961, 10 p.m.–2 a.m.',
      'March 9–10, 1961, 10 p.m.–2 a.m. = 1961-03-09T22:00:00 .. 1961-03-10T02:00:00',
    ],
    ['March 9–10, 1961, 10 a.m.–4 p.m.', 'March 9–10, 1961, 10 a.m.–4 p.m. = 1961-03-09 .. 1961-03-10'],
    [
      'March 9, 1961, 11 p.m.–March 10, 1961, 1 a.m.',
      'March 9, 1961, 11 p.m.–March 10, 1961, 1 a.m. = 1961-03-09T23:00:00 .. 1961-03-10T01:00:00',
    ],
    [
      'March 9, 1961, from 10 a.m. to 12:30 p.m.',
      'March 9, 1961, from 10 a.m. to 12:30 p.m. = 1961-03-09T10:00:00 .. 1961-03-09T12:30:00',
    ],
    // Not by an hour of the same half of the day.
    ['May 7, 1961, 4 p.m.–3 p.m.', 'May 7, 1961, 4 p.m. = 1961-05-07T16:00:00'],
  ];
  test.each(cases)('%s', (text, ...dates) => expect(found(text)).toEqual(dates));
});

describe('times of the day', () => {
  const cases: readonly (readonly [time: string, value: string])[] = [
    [', noon', 'T12:00:00'],
    ['—midnight', 'T00:00:00'],
    [', 12:05 a.m.', 'T00:05:00'],
    [', 12:05 p.m.', 'T12:05:00'],
    [', 1857Z', 'T18:57:00Z'],
    [', 6 p.m. EST', 'T18:00:00-05:00'],
    ['—[9:45 a. m.]', 'T09:45:00'],
    ['—10 a. m. [p. m.]', 'T22:00:00'],
  ];
  test.each(cases)('%s', (time, value) => {
    const text = `May 3, 1961${time}`;
    expect(found(text)).toEqual([`${text} = 1961-05-03${value}`]);
  });

  test('of universal time that is none, the day is known', () => {
    expect(found('May 16, 1978, 1280Z')).toEqual(['May 16, 1978, 1280Z = 1978-05-16']);
    expect(found('May 16, 1978, 2410Z')).toEqual(['May 16, 1978, 2410Z = 1978-05-16']);
  });

  test('of about a time, the day is known', () => {
    expect(found('May 16, 1961, about 3 p.m.')).toEqual(['May 16, 1961, about 3 p.m. = 1961-05-16']);
    expect(found('May 16, 1961—approximately 3–4 p.m.')).toEqual(['May 16, 1961—approximately 3–4 p.m. = 1961-05-16']);
    expect(found('May 16, 1961, about 300 men')).toEqual(['May 16, 1961 = 1961-05-16']);
  });

  test('what is no time of the clock is left out', () => {
    expect(found('May 3, 1961, 25 p.m.')).toEqual(['May 3, 1961 = 1961-05-03']);
    expect(found('May 3, 1961, 3:75 p.m.')).toEqual(['May 3, 1961 = 1961-05-03']);
  });
});

describe('a day by two calendars has the value of the later one', () => {
  test.each([
    ['en', 'March 1/13, 1861', '1861-03-13'],
    ['en', 'March 25/6, 1861', '1861-04-06'],
    ['en', '1st (13th) July, 1865', '1865-07-13'],
    ['en', 'June 19/July 1, 1865', '1865-07-01'],
    ['en', 'June 30 (July 12), 1865', '1865-07-12'],
    ['en', '19 June/1 July 1865', '1865-07-01'],
    ['en', 'October 25/November 7, 1917, 10 a.m.', '1917-11-07T10:00:00'],
    ['de', '19. Februar/1. März 1712', '1712-03-01'],
    ['fr', '1er/13 juillet 1865', '1865-07-13'],
  ])('%s: %s', (language, text, value) => expect(found(text, language)).toEqual([`${text} = ${value}`]));
});

describe('no value rather than a wrong one', () => {
  test.each([
    ['February 30, 1961', 'February 30, 1961 = -'],
    ['February 29, 1900', 'February 29, 1900 = -'],
    ['April 31, 1961', 'April 31, 1961 = -'],
    ['[May 12, 1961?]', 'May 12, 1961? = -'],
    ['June 14 [15?], 1949', 'June 14 [15?], 1949 = -'],
    ['ca. May 12, 1961', 'May 12, 1961 = -'],
    ['March 1/12, 1861', 'March 1/12, 1861 = -'],
    ['March 9/10, 1961', 'March 9/10, 1961 = -'],
    ['March 9 (10), 1961', 'March 9 (10), 1961 = -'],
    ['June 19/July 2, 1865', 'June 19 = -', 'July 2, 1865 = 1865-07-02'],
    ['June 5–3, 1961', 'June 5–3, 1961 = -'],
    ['On June 12, 1500 men landed', 'June 12 = -'],
  ])('%s', (text, ...dates) => expect(found(text)).toEqual(dates));

  test('of words that doubt, what they say is a guess', () => {
    const guess = (text: string) => findDates(text)[0]?.guess;
    expect(guess('[May 12, 1961?]')).toEqual({ when: '1961-05-12' });
    expect(guess('May 12, 1961 [?]')).toEqual({ when: '1961-05-12' });
    expect(guess('ca. May 12, 1961')).toEqual({ when: '1961-05-12' });
    expect(guess('about May 12–14, 1961')).toEqual({ from: '1961-05-12', to: '1961-05-14' });
    expect(guess('May 31?, 1961')).toEqual({ when: '1961-05-31' });
    expect(guess('April 31?, 1961')).toBeUndefined();
    expect(guess('June 14 [15?], 1949')).toBeUndefined();
    expect(guess('March 1/12, 1861')).toBeUndefined();
  });

  test('an editor’s correction is the date', () => {
    expect(found('May 23 [24], 1949')).toEqual(['May 23 [24], 1949 = 1949-05-24']);
    expect(found('February 29, 1960')).toEqual(['February 29, 1960 = 1960-02-29']);
  });

  test.each(['It may be 12.', '761.13/5-1661', 'May we?', 'the march of 1961', 'Mayor 12, 1961'])(
    'no date at all: %s',
    (text) => expect(found(text)).toEqual([]),
  );

  test('a value is always a day that the calendar has', () => {
    const month = fc.constantFrom('January', 'February', 'April', 'September', 'December');
    const property = fc.property(
      fc.integer({ min: 1, max: 39 }),
      month,
      fc.integer({ min: 1000, max: 2099 }),
      (day, name, year) => {
        const when = parseDate(`${name} ${day}, ${year}`)?.when;
        const date = new Date(`${name} ${day}, ${year} 00:00:00 UTC`);
        const exists = !Number.isNaN(date.getTime()) && date.getUTCDate() === day;
        expect(when).toBe(exists ? date.toISOString().slice(0, 10) : undefined);
      },
    );
    fc.assert(property);
  });
});

describe('other languages', () => {
  test.each([
    ['de', 'Berlin, den 12. Mai 1961', '12. Mai 1961 = 1961-05-12'],
    ['de', 'vom 30. Juni bis zum 2. Juli 1961', '30. Juni bis zum 2. Juli 1961 = 1961-06-30 .. 1961-07-02'],
    ['de-AT', 'Wien, 3. Jänner 1850', '3. Jänner 1850 = 1850-01-03'],
    ['de', '12.5.1961', '12.5.1961 = 1961-05-12'],
    ['fr', 'Paris, le 1er août 1789', '1er août 1789 = 1789-08-01'],
    ['it', 'Roma, 12 maggio 1961', '12 maggio 1961 = 1961-05-12'],
    ['es', 'Madrid, 12 de mayo de 1961', '12 de mayo de 1961 = 1961-05-12'],
    ['nl', 'Den Haag, 12 mei 1961', '12 mei 1961 = 1961-05-12'],
    ['la', 'Datum 3 Maii 1632', '3 Maii 1632 = 1632-05-03'],
    ['xx', 'May 12, 1961', 'May 12, 1961 = 1961-05-12'],
  ])('%s: %s', (language, text, ...dates) => expect(found(text, language)).toEqual(dates));
});

test('a text that is a date and nothing else', () => {
  expect(parseDate('[May 12, 1961].')).toEqual({ when: '1961-05-12' });
  expect(parseDate('since May 12, 1961')).toBeUndefined();
  expect(parseDate('May 12, 1961, and May 13, 1961')).toBeUndefined();
  expect(parseDate('')).toBeUndefined();
});
