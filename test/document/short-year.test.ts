/** Datelines that do not say their date in one line with a whole year: what is certain is a value, what is not is a guess or nothing. */
import { expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import { createSource } from '../../src/source/index.js';
import { serializeXml } from '../../src/xml/serialize.js';
import { pageExample } from '../page-example.js';

const letter = (opener: string, text = 'ich danke Ihnen für Ihren Brief, der gestern gekommen ist.', end = '') =>
  `${opener}\n\nLieber Freund,\n\n${text}\n\nIhr\nSchnitzler${end}\n`;

function datesOf(text: string) {
  const found: string[] = [];
  const { tei } = convert(createSource('letter.txt', text), { profile: 'plain' }, ({ code, message }) => {
    if (code === 'document/year-guessed') found.push(message);
  });
  const xml = serializeXml(tei);
  const dates = [...(xml.match(/<body>[\s\S]*/)?.[0] ?? '').matchAll(/<date ([^>]*)>([^<]*(?:<lb\/>[^<]*)?)<\/date>/g)];
  return {
    dates: dates.map(([, value, words]) => `${value} ${words?.replace(/\s*<lb\/>\s*/, '|').replace(/\s+/g, ' ')}`),
    found,
  };
}

test.each([
  ['Weimar, den 4ten\nMay 1799', 'when="1799-05-04" 4ten|May 1799'],
  ['Wien, 4. Mai\n1893', 'when="1893-05-04" 4. Mai|1893'],
  ['Wien, den 4.\nMai 1893.', 'when="1893-05-04" 4.|Mai 1893'],
])('a date in two lines is one: %j', (dateline, date) => {
  expect(datesOf(letter(dateline)).dates).toEqual([date]);
  expect(datesOf(letter('', undefined, `\n\n${dateline}`).trimStart()).dates).toEqual([date]);
});

test.each(['Wien, 4. Mai\n93', 'Wien, 4. Mai 93', 'Wien, 4/5 93'])(
  'a century that nothing tells is none: %j',
  (line) => {
    expect(datesOf(letter(line))).toEqual({ dates: [], found: [] });
  },
);

test.each([
  ['Wien, 4/5 93', '4/5 93'],
  ['Wien, 4. Mai 93', '4. Mai 93'],
  ['Wien, 4. V. 93.', '4. V. 93'],
  ['Wien, 4. Mai\n93', '4. Mai|93'],
])('a head with the same day makes it certain: %j', (dateline, words) => {
  const head = 'Arthur Schnitzler an Hermann Bahr, 4. 5. 1893';
  expect(datesOf(letter(`${head}\n\n${dateline}`))).toEqual({
    dates: ['when="1893-05-04" 4. 5. 1893', `when="1893-05-04" ${words}`],
    found: [],
  });
});

test('another date that ends so makes it a guess, which is reported', () => {
  const said = datesOf(letter('Wien, 4/5 93', 'ich danke Ihnen für Ihren Brief vom 3. Mai 1893.'));
  expect(said.dates).toEqual(['when="1893-05-04" cert="low" 4/5 93']);
  expect(said.found).toEqual([
    '"4/5 93" is taken for 1893-05-04: another date of the document has a year that ends so',
  ]);
});

test.each([
  ['another year', 'Wien, 4/5 93', 'ich danke Ihnen für Ihren Brief vom 3. Mai 1892.'],
  ['two centuries', 'Wien, 4/5 93', 'ich danke Ihnen für die Briefe vom 3. Mai 1793 und vom 3. Mai 1893.'],
  ['an impossible day', 'Wien, 31/4 93', 'ich danke Ihnen für Ihren Brief vom 3. Mai 1893.'],
  ['an hour', 'Wien, 4. Mai 12 Uhr', 'ich danke Ihnen für Ihren Brief vom 3. Mai 1812.'],
])('nothing is guessed from %s', (_, dateline, text) => {
  expect(datesOf(letter(dateline, text))).toEqual({ dates: [], found: [] });
});

test('the page says what is said', () => {
  const { said, failing, mended } = pageExample('document/year-guessed');
  expect(said).toContain(datesOf(failing).found[0]);
  expect(datesOf(mended).found).toEqual([]);
});
