import { describe, expect, test } from '@jest/globals';
import { datelineBelowHead } from '../../src/document/dateline-below-head.js';

/** The values of the dates of a line below a head. */
const values = (line: string) =>
  (datelineBelowHead(line, 'en') ?? []).flatMap(({ phrase }) =>
    phrase.type === 'date' ? [phrase.when ?? (phrase.from ? `${phrase.from} .. ${phrase.to}` : '-')] : [],
  );

test.each([
  ['Room 12, Department of State, March 9, 1961', ['Room 12, Department of State', 'March 9, 1961']],
  ['Oslo, 10:30 a.m.–noon, Thursday, March 9, 1961.', ['Oslo', '10:30 a.m.–noon, Thursday, March 9, 1961']],
  [
    'The White House, Oval Office, 3:15 p.m., March 9, 1961',
    ['The White House, Oval Office', '3:15 p.m., March 9, 1961'],
  ],
  ['Tungchi, 4th year, 3d month, 2d day (March 28, 1865)', ['Tungchi, 4th year, 3d month, 2d day (March 28, 1865)']],
  ['Peking, Kuang Hsü, 26th year, 5th moon, 24th day.', ['Peking', 'Kuang Hsü, 26th year, 5th moon, 24th day']],
])('place and date of %s', (line, words) => {
  expect((datelineBelowHead(line, 'en') ?? []).map(({ start, end }) => line.slice(start, end))).toEqual(words);
});

describe('the hour before a date belongs to it', () => {
  test.each([
    ['10 a.m., March 9, 1961', '1961-03-09T10:00:00'],
    ['Oslo, 3:15 p.m., Thursday, March 9, 1961', '1961-03-09T15:15:00'],
    ['Oslo, noon on March 9, 1961', '1961-03-09T12:00:00'],
    ['Oslo, 10:30 a.m.–noon, March 9, 1961', '1961-03-09T10:30:00 .. 1961-03-09T12:00:00'],
    ['Oslo, 10 p.m.–2 a.m., March 9–10, 1961', '1961-03-09T22:00:00 .. 1961-03-10T02:00:00'],
    ['Oslo, midnight, March 9–10, 1961', '1961-03-09 .. 1961-03-10'],
    ['Oslo, March 9, 1961, 10 a.m.', '1961-03-09T10:00:00'],
  ])('%s', (line, value) => expect(values(line)).toEqual([value]));
});

describe('the year of an emperor', () => {
  test.each([
    ['Tungchi, 4th year, 3d month, 2d day (March 28, 1865)', '1865-03-28'],
    ['Dated Kuang Hsü, 26th year, 5th moon, 24th day [June 20, 1900].', '1900-06-20'],
    ['Peking, Kuang Hsü, 26th year, 5th intercalary moon, 24th day', '-'],
  ])('has the value of the date in brackets: %s', (line, value) => expect(values(line)).toEqual([value]));
});
