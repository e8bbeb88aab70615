import { expect, test } from '@jest/globals';
import { statistics } from '../../src/exporters/index.js';
import { exported, letterXml, teiFile } from './tei.js';

const letter = (from: string, to: string, date: string, place = '') =>
  letterXml(
    '<p>x</p>',
    'x',
    `<profileDesc><correspDesc><correspAction type="sent">${from}${place}${date}</correspAction><correspAction type="received">${to}</correspAction></correspDesc></profileDesc>`,
  );
const ADA = '<persName ref="#ada">Ada</persName>';
const COUNTESS = '<persName ref="#ada">Countess of Lovelace</persName>';
const CHARLES = '<persName>Charles</persName>';

test('letters are counted by year, correspondent, pair and place; one key is one person', async () => {
  const files = [
    letter(ADA, CHARLES, '<date when="1843-07-05"/>', '<placeName>London</placeName>'),
    letter(COUNTESS, CHARLES, '<date when="1842-01-01"/>', '<placeName>London</placeName>'),
    letter(CHARLES, ADA, ''),
    letter('', ADA, '<date when="1843-09-01"/>', '<placeName>Ockham</placeName>'),
  ].map((xml, index) => teiFile(xml, `l${index}`));
  const { text } = await exported(statistics, files, { settings: { title: 'Letters' } });
  expect(JSON.parse(text())).toEqual({
    statisticsVersion: 1,
    title: 'Letters',
    documents: 4,
    unknown: { date: 1, place: 1, sender: 1, addressee: 0 },
    first: '1842-01-01',
    last: '1843-09-01',
    years: [
      { name: '1842', count: 1 },
      { name: '1843', count: 2 },
    ],
    places: [
      { name: 'London', count: 2 },
      { name: 'Ockham', count: 1 },
    ],
    languages: expect.any(Array),
    correspondents: [
      { name: 'Ada', key: 'ada', kind: 'person', sent: 2, received: 2 },
      { name: 'Charles', kind: 'person', sent: 1, received: 2 },
    ],
    pairs: [
      { from: 'Ada', to: 'Charles', count: 2, first: '1842-01-01', last: '1843-07-05' },
      { from: 'Charles', to: 'Ada', count: 1 },
    ],
  });
});

test('of nothing known, nothing is counted', async () => {
  const { text, found } = await exported(statistics, [teiFile(letterXml('<p>x</p>'))]);
  expect(JSON.parse(text())).toMatchObject({ documents: 1, unknown: { sender: 1 }, years: [], pairs: [] });
  expect(found.map(({ code }) => code)).toEqual(['export/dropped']);
});
