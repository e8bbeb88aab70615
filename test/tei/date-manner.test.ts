import { describe, expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import { createSource } from '../../src/source/index.js';
import type { Edition } from '../../src/tei/index.js';
import { serializeXml } from '../../src/xml/serialize.js';

type Dates = NonNullable<Edition['dates']>;
interface Settings {
  readonly encoding?: string;
  readonly dates?: Dates;
  /** Identifiers of persons. */
  readonly ids?: readonly string[];
}

function bodyOf(text: string, { encoding = 'frus', dates, ids }: Settings): string {
  const codes: string[] = [];
  const options = {
    encoding,
    edition: { ...(dates && { dates }) },
    ...(ids && { authority: { persons: ids.map(person), terms: [] } }),
    rules: false,
  };
  const { tei } = convert(createSource('a.txt', text), options, ({ code }) => codes.push(code));
  expect(codes.filter((code) => /not-(?:kept|rebuilt)/.test(code))).toEqual([]);
  const xml = serializeXml(tei);
  return xml.slice(xml.indexOf('<body>')).replace(/\s*\n\s*/g, '');
}

function person(id: string) {
  return { id, name: 'Lane, Ada', surnames: ['Lane'], forenames: ['Ada'], nicknames: [], titles: [] };
}

function datelineOf(words: string, settings: Settings): string | undefined {
  const text = `7. Letter From the Consul to the Minister\n\n${words}\n\nThe boats are late.`;
  return /<dateline>(.*?)<\/dateline>/.exec(bodyOf(text, settings))?.[1];
}

describe('dates as an edition sets them out', () => {
  const HOURS = 'Oslo, May 7, 1961, 3–4 p.m.';
  const cases: readonly (readonly [words: string, dates: Dates, tei: string])[] = [
    ['Oslo, May 7, 1961, 1824Z.', {}, '<date when="1961-05-07T18:24:00Z">May 7, 1961, 1824Z</date>.'],
    [
      'Oslo, May 7, 1961, 1824Z.',
      { universalTime: 'none' },
      '<date when="1961-05-07T18:24:00">May 7, 1961, 1824Z</date>.',
    ],
    [HOURS, {}, '<date when="1961-05-07">May 7, 1961</date>, <time from="15:00:00" to="16:00:00">3–4 p.m.</time>'],
    [
      HOURS,
      { hours: 'range' },
      '<date from="1961-05-07T15:00:00" to="1961-05-07T16:00:00">May 7, 1961, 3–4 p.m.</date>',
    ],
    [
      HOURS,
      { hours: 'range', abbreviationStop: 'outside' },
      '<date from="1961-05-07T15:00:00" to="1961-05-07T16:00:00">May 7, 1961, 3–4 p.m</date>.',
    ],
    ['Oslo, May 7, 1961.', { fullStop: 'inside' }, '<date when="1961-05-07">May 7, 1961.</date>'],
    [
      'Oslo, May 7, 1961. [Received May 9.]',
      { fullStop: 'inside' },
      '<date when="1961-05-07">May 7, 1961.</date> [Received May 9.]',
    ],
    [
      'Oslo, May 7, 1961—3 p. m.',
      { fullStop: 'inside' },
      '<date when="1961-05-07T15:00:00">May 7, 1961—3 p. m.</date>',
    ],
    ['Oslo, May 7, 1961, 3 p.m.', {}, '<date when="1961-05-07T15:00:00">May 7, 1961, 3 p.m.</date>'],
    [
      'Oslo, May 7, 1961, 3 p.m.',
      { abbreviationStop: 'outside' },
      '<date when="1961-05-07T15:00:00">May 7, 1961, 3 p.m</date>.',
    ],
    ['Oslo, undated.', {}, '<date>undated</date>.'],
    ['Oslo, undated.', { undated: 'words' }, 'undated.'],
    ['Oslo, May 7 [8?], 1961.', { undated: 'words' }, '<date>May 7 [8?], 1961</date>.'],
  ];
  test.each(cases)('%s, %j', (words, dates, tei) => {
    expect(datelineOf(words, { dates })).toBe(`<placeName>Oslo</placeName>, ${tei}`);
  });

  test('in tei-letter hours of one day are one date, or day and time', () => {
    const whole = '<date from="1961-05-07T15:00:00" to="1961-05-07T16:00:00">May 7, 1961, 3–4 p.m.</date>';
    const parts = '<date when="1961-05-07">May 7, 1961</date>, <time from="15:00:00" to="16:00:00">3–4 p.m.</time>';
    expect(datelineOf(HOURS, { encoding: 'tei-letter' })).toContain(whole);
    expect(datelineOf(HOURS, { encoding: 'tei-letter', dates: { hours: 'time' } })).toContain(parts);
  });

  test('hours over midnight end on the next day', () => {
    const words = 'Oslo, May 31, 1961, 11:30 p.m.–12:15 a.m.';
    expect(datelineOf(words, { encoding: 'tei-letter' })).toContain(
      '<date from="1961-05-31T23:30:00" to="1961-06-01T00:15:00">',
    );
    expect(datelineOf(words, {})).toContain(
      '<date when="1961-05-31">May 31, 1961</date>, <time from="23:30:00" to="00:15:00">',
    );
  });

  test('a date that its words doubt has a value that says so, or none where the encoding cannot say so', () => {
    const words = 'Oslo, May 7, 1961?';
    expect(datelineOf(words, { encoding: 'tei-letter' })).toContain(
      '<date when="1961-05-07" cert="low">May 7, 1961?</date>',
    );
    expect(datelineOf(words, {})).toContain('<date>May 7, 1961?</date>');
  });

  test('frus: lists with a low line before the number show another manner, and settings go before it', () => {
    const words = 'Oslo, May 7, 1961, 1824Z';
    expect(datelineOf(words, { ids: ['p_LA_1'] })).toContain('when="1961-05-07T18:24:00"');
    expect(datelineOf(HOURS, { ids: ['p_LA_1'] })).toContain('<date from="1961-05-07T15:00:00"');
    for (const ids of [['p_LA1'], ['p_LA_1', 'p_LB1'], []]) {
      expect(datelineOf(words, { ids })).toContain('when="1961-05-07T18:24:00Z"');
      expect(datelineOf(HOURS, { ids })).toContain('<time from="15:00:00"');
    }
    expect(datelineOf(words, { ids: ['p_LA_1'], dates: { universalTime: 'Z' } })).toContain('18:24:00Z"');
    expect(datelineOf(words, { ids: ['p_LA_1'], encoding: 'tei-letter' })).toContain('18:24:00Z"');
  });
});

describe('a date at the end of a head', () => {
  const TEXT = 'Memorandum of a Conversation, Department of State, Oslo, July 29, 1955\n\nThe boats are late.';
  const DATE = '<date when="1955-07-29">July 29, 1955</date>';
  const headOf = (text: string, settings: Settings) => /<head>(.*?)<\/head>/.exec(bodyOf(text, settings))?.[1] ?? '';

  test('is tagged where the document has no dateline', () => {
    expect(headOf(`24. ${TEXT}`, {})).toContain(DATE);
    expect(headOf(`24. ${TEXT.replace('\n', '\n\nOslo, July 29, 1955\n')}`, {})).not.toContain('<date');
  });

  test('frus: in heads with a number; tei-letter: in all', () => {
    const unnumbered = `501.BB/7–2955\n\n${TEXT}`;
    expect(headOf(unnumbered, {})).not.toContain('<date');
    expect(headOf(unnumbered, { dates: { heads: 'all' } })).toContain(DATE);
    expect(headOf(unnumbered, { encoding: 'tei-letter' })).toContain(DATE);
    expect(headOf(`24. ${TEXT}`, { dates: { heads: 'none' } })).not.toContain('<date');
  });

  test('a month alone, and a date within the words, are not', () => {
    expect(headOf('24. Memorandum of Conversations, Oslo, May 1957\n\nThe boats.', {})).not.toContain('<date');
    expect(headOf('24. Report on the Storm of May 3, 1957\n\nThe boats.', {})).not.toContain('<date');
    expect(headOf('24. Minutes, Oslo, May 3, 1957, Morning Session\n\nThe boats.', {})).not.toContain('<date');
  });

  test('hours, as in datelines', () => {
    const head = headOf('24. Memorandum of Discussion, Oslo, May 3, 1957, 9–10:42 a.m.\n\nThe boats.', {});
    expect(head).toContain('<date when="1957-05-03">May 3, 1957</date>, <time from="09:00:00" to="10:42:00">');
  });

  test('tells when a letter was sent', () => {
    const text = '24. Letter From the Consul to the Minister, Oslo, July 29, 1955\n\nThe boats are late.';
    const { tei } = convert(createSource('a.txt', text), { rules: false }, () => undefined);
    expect(serializeXml(tei)).toMatch(/<correspAction type="sent">.*?<date when="1955-07-29">July 29, 1955<\/date>/s);
  });
});
