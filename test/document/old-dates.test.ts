import { describe, expect, test } from '@jest/globals';
import { letterCuesFor } from '../../src/document/cues.js';
import { findDates, parseDate } from '../../src/document/date.js';
import { datelineIn } from '../../src/document/frame.js';
import { oldStyleYear } from '../../src/document/old-style-year.js';
import { republicanDay } from '../../src/document/republican-date.js';
import { romanDay } from '../../src/document/roman-date.js';
import { romanNumber } from '../../src/transcript/index.js';

/** `words = value`, `words = -` where they give none. */
function found(text: string, language: string): readonly string[] {
  return findDates(text, { language }).map(({ start, end, when }) => `${text.slice(start, end)} = ${when ?? '-'}`);
}

describe('the French Republican calendar', () => {
  // Days that history books give in both calendars.
  test.each([
    ['1er vendémiaire an I', '1792-09-22'],
    ['9 thermidor an II', '1794-07-27'],
    ['18 germinal an III', '1795-04-07'],
    ['13 vendémiaire an IV', '1795-10-05'],
    ['18 fructidor an V', '1797-09-04'],
    ['22 floréal an VI', '1798-05-11'],
    ['30 prairial an VII', '1799-06-18'],
    ['18 brumaire an VIII', '1799-11-09'],
    ['3 nivôse an IX', '1800-12-24'],
    ['18 germinal an X', '1802-04-08'],
    ['30 ventôse an XII', '1804-03-21'],
    ['28 floréal an XII', '1804-05-18'],
    ['11 frimaire an XIII', '1804-12-02'],
    ['10 nivôse an XIV', '1805-12-31'],
  ])('%s', (words, when) => expect(parseDate(words, { language: 'fr' })).toEqual({ when }));

  test('every year begins as decreed, the day behind the last of the year before', () => {
    const begins = '22 22 22 23 22 22 22 23 23 23 23 24 23 23'.split(' ');
    for (const [index, day] of begins.entries()) {
      expect(republicanDay(index + 1, 1, 1)).toBe(`${1792 + index}-09-${day}`);
      const last = republicanDay(index + 1, 13, [3, 7, 11].includes(index + 1) ? 6 : 5);
      const next = begins[index + 1];
      if (next !== undefined && last !== undefined)
        expect(Date.parse(`${1793 + index}-09-${next}`) - Date.parse(last)).toBe(86_400_000);
    }
  });

  test.each([
    ['le 12 germinal an 3', '12 germinal an 3 = 1795-04-01'],
    ['Paris, 18 brumaire, an VIII de la République', '18 brumaire, an VIII de la République = 1799-11-09'],
    ['30 prairial de l’an 7', '30 prairial de l’an 7 = 1799-06-18'],
    ['3 nivose 9e année républicaine', '3 nivose 9e année républicaine = 1800-12-24'],
    ['6e jour complémentaire an III', '6e jour complémentaire an III = 1795-09-22'],
    ['12 vendémiaire an III (3 octobre 1794)', '12 vendémiaire an III (3 octobre 1794) = 1794-10-03'],
    ['3 octobre 1794 (12 vendémiaire an III)', '3 octobre 1794 (12 vendémiaire an III) = 1794-10-03'],
  ])('as it is written: %s', (text, date) => expect(found(text, 'fr')).toEqual([date]));

  test.each([
    ['18 Brumaire, year 8', 'en'],
    ['18. Brumaire, Jahr VIII', 'de'],
  ])('in another language: %s', (text, language) => expect(found(text, language)).toEqual([`${text} = 1799-11-09`]));

  test.each([
    '31 germinal an 3',
    '6e jour complémentaire an IV',
    '11 nivôse an XIV',
    '22 floréal an 79',
    '12 vendémiaire an III (4 octobre 1794)',
  ])('no value, and no guess: %s', (text) => expect(found(text, 'fr')).toEqual([`${text} = -`]));

  test('the end of a range has none', () =>
    expect(found('12 au 14 germinal an 3', 'fr')).toEqual(['14 germinal an 3 = -']));
  test.each(['12 germinal', 'Germinal', 'an 3', 'Brumaire an'])('no date: %s', (text) =>
    expect(found(text, 'fr')).toEqual([]),
  );
});

describe('the Roman calendar', () => {
  // The table of any Latin grammar.
  test.each([
    ['Kal. Octobribus 1523', '1523-10-01'],
    ['Calendis Octobribus. An. MDXXIII', '1523-10-01'],
    ['XV Kal. Maii 1520', '1520-04-17'],
    ['pridie Kal. Maii 1520', '1520-04-30'],
    ['3 Kal. Februarii MDCXXXII', '1632-01-30'],
    ['XVI Kal. Septemb. 1526', '1526-08-17'],
    ['XVIII Kal. Octob. 1530', '1530-09-14'],
    ['XII. Calend. Septemb. Anno 1526', '1526-08-21'],
    ['Nonis Iuliis anno 1526', '1526-07-07'],
    ['Nonis Aprilibus 1526', '1526-04-05'],
    ['VI Non. Maii 1520', '1520-05-02'],
    ['pridie Nonas Ianuarias 1520', '1520-01-04'],
    ['Idibus Martiis 1519', '1519-03-15'],
    ['pridie Idus Martias 1519', '1519-03-14'],
    ['VIII Idus Iunii 1530', '1530-06-06'],
    ['quinto Idus Maias 1530', '1530-05-11'],
    ['decimo quinto Kal. Iun. 1530', '1530-05-18'],
    ['postridie Idus Septembres 1516', '1516-09-14'],
    ['VI Kal. Mart. 1521', '1521-02-24'],
    ['pridie Kal. Mart. 1520', '1520-02-29'],
    ['V Kal. Mart. 1520', '1520-02-26'],
    ['VII Kal. Mart. 1520', '1520-02-23'],
  ])('%s', (words, when) => expect(found(words, 'la')).toEqual([`${words} = ${when}`]));

  test.each([
    ['there are two days of the name in a leap year', 'VI Kal. Mart. 1520'],
    ['the day put in', 'bis VI Kal. Mart. 1520'],
    ['of which year is not told', 'XV Kal. Ian. 1520'],
    ['of which year is not told', 'Prid. Kal. Jan. 1522'],
    ['1500 had a leap day in the Julian calendar alone', 'III Kal. Mart. 1500'],
    ['no such day', 'XX Kal. Maii 1520'],
    ['no such day', 'IX Idus Maii 1520'],
    ['no such day', 'V Non. Aprilis 1520'],
    ['no year', 'pridie Idus Martias'],
  ])('no value: %s: %s', (_, words) => expect(found(words, 'la')).toEqual([`${words} = -`]));

  test('no Kalends of a place', () => expect(found('San Francisco, Cal. Mai 1900', 'de')).toEqual([]));
  test('in California a day is a day', () =>
    expect(found('Berkeley, Cal. May 3, 1900', 'en')).toEqual(['May 3, 1900 = 1900-05-03']));
  test('the limits of what is counted', () => {
    expect(romanDay(1521, 3, 'kalends', 16)).toBe('1521-02-14');
    expect(romanDay(1521, 3, 'kalends', 17)).toBeUndefined();
    expect(romanDay(1521, 1, 'kalends', 1)).toBe('1521-01-01');
    expect(romanDay(1521, 1, 'nones', 2)).toBe('1521-01-04');
  });
});

describe('days and years in Roman numerals', () => {
  test.each([
    ['XIIII', 14],
    ['xiij', 13],
    ['MDXXIII', 1523],
    ['M. D. XXIII', 1523],
    ['MDCCLXXXIX', 1789],
  ])('%s', (typed, number) => expect(romanNumber(typed)).toBe(number));
  test.each(['IC', 'VX', 'mil', ''])('no numeral: %s', (typed) => expect(romanNumber(typed)).toBeUndefined());
  test.each([
    ['fr', 'XIII de mars 1598', 'XIII de mars 1598 = 1598-03-13'],
    ['fr', 'ce XXIIe jour de juing 1561', 'XXIIe jour de juing 1561 = 1561-06-22'],
    ['it', 'a dì XIII di marzo MDXXV', 'XIII di marzo MDXXV = 1525-03-13'],
    ['es', 'De Toledo a XX de mayo de 1539', 'XX de mayo de 1539 = 1539-05-20'],
    ['la', 'Romae XIIII Ianuarii MDXX', 'XIIII Ianuarii MDXX = 1520-01-14'],
  ])('%s: %s', (language, text, date) => expect(found(text, language)).toEqual([date]));
  test('of a range no day is told', () => {
    expect(found('dal XIII al XV di marzo 1525', 'it')).toEqual(['marzo 1525 = 1525-03']);
    expect(found('XIII–XV de mars 1525', 'fr')).toEqual(['mars 1525 = 1525-03']);
  });
  test('a ruler is no day', () => expect(found('Ludwig XIV. Mai 1700', 'de')).toEqual(['Mai 1700 = 1700-05']));
});

describe('two calendars and two years', () => {
  test.each([
    ['ru', '3/15 мая 1876', '1876-05-15'],
    ['de', '3./14. Oktober 1718', '1718-10-14'],
    ['de', '5/15 Martij 1699', '1699-03-15'],
    ['de', '26. Sept./6. Octobr 1650', '1650-10-06'],
    ['de', '22. Dezember 1650/1. Januar 1651', '1651-01-01'],
    ['en', '22 December/1 January 1651', '1651-01-01'],
    ['en', 'March 1/13, 1861', '1861-03-13'],
    ['en', 'February 25/March 9, 1861', '1861-03-09'],
    ['en', '11/22 February 1731/2', '1732-02-22'],
  ])('%s: one day as both calendars have it: %s', (language, words, when) =>
    expect(found(words, language)).toEqual([`${words} = ${when}`]),
  );

  test.each([
    ['ru', '3/16 мая 1876'],
    ['de', '3./13. Oktober 1718'],
    ['de', '5/16 Martij 1699'],
    ['en', 'March 1/14, 1861'],
    ['en', '11/21 February 1731/2'],
  ])('%s: two days: %s', (language, words) => expect(found(words, language)).toEqual([`${words} = -`]));

  test.each([
    ['11 February 1731/2', '1732-02-11'],
    ['Febr. 11, 1731/2', '1732-02-11'],
    ['20 Mar. 1699/1700', '1700-03-20'],
    ['4th of Febry 1645/6', '1646-02-04'],
    ['3 January 1648/49', '1649-01-03'],
  ])('the year began in March: %s', (words, when) => expect(found(words, 'en')).toEqual([`${words} = ${when}`]));
  test.each(['25 March 1649/50', '5 April 1731/2', '3 Jan. 1731/5', 'January 3, 1899/900'])('but not so: %s', (words) =>
    expect(found(words, 'en')).toEqual([`${words} = -`]),
  );
  test('what follows the year is one, two or four figures of the next', () => {
    expect(['2', '32', '1732', '3', '732'].map((next) => oldStyleYear(1731, next, { month: 2, day: 11 }))).toEqual([
      1732,
      1732,
      1732,
      undefined,
      undefined,
    ]);
  });
});

describe('months as letters have them', () => {
  test.each([
    ['de', 'Bayreuth den 1. Septb. 1796', '1. Septb. 1796 = 1796-09-01'],
    ['de', 'Weimar d. 4t. 8br. 1798', '4t. 8br. 1798 = 1798-10-04'],
    ['de', 'den 4 Xbris 1780', '4 Xbris 1780 = 1780-12-04'],
    ['de', 'den 12 Febr: 1799', '12 Febr: 1799 = 1799-02-12'],
    ['de', 'den 4. Maji 1711', '4. Maji 1711 = 1711-05-04'],
    ['de', 'den 3. Julius 1790', '3. Julius 1790 = 1790-07-03'],
    ['de', 'den 24ten Christmonds 1754', '24ten Christmonds 1754 = 1754-12-24'],
    ['fr', 'le 3e febvrier 1598', '3e febvrier 1598 = 1598-02-03'],
    ['it', 'Venezia, 3 febb. 1805', '3 febb. 1805 = 1805-02-03'],
    ['es', 'a 3 de hebrero de 1520', '3 de hebrero de 1520 = 1520-02-03'],
    ['nl', 'den 3den Louwmaand 1650', '3den Louwmaand 1650 = 1650-01-03'],
    ['la', 'die 4 Maii anno 1529', '4 Maii anno 1529 = 1529-05-04'],
    ['la', 'd. 13 Novembr. 1817', '13 Novembr. 1817 = 1817-11-13'],
    ['ru', '5 генваря 1830', '5 генваря 1830 = 1830-01-05'],
    ['en', 'London, 4 Julij 1649', '4 Julij 1649 = 1649-07-04'],
    ['en', 'Decr: 4th 1770', 'Decr: 4th 1770 = 1770-12-04'],
    ['en', 'August the 4th 1780', 'August the 4th 1780 = 1780-08-04'],
    ['en', 'Sept: ye 4th 1680', 'Sept: ye 4th 1680 = 1680-09-04'],
  ])('%s: %s', (language, text, date) => expect(found(text, language)).toEqual([date]));

  test('no name stands before a month', () => {
    expect(found('Ende May 1793', 'de')).toEqual(['May 1793 = 1793-05']);
    expect(found('Wien, Mai 1893', 'de')).toEqual(['Mai 1893 = 1893-05']);
  });

  test.each([
    ['de', 'Herr May 1800'],
    ['de', 'Karl Julius, 1790'],
    ['de', 'Augst, 3 Häuser'],
    ['de', 'Hornung'],
    ['la', 'Carolus Julius 1520'],
  ])('%s: a name: %s', (language, text) => expect(found(text, language)).toEqual([]));
});

/** `type words = value` of the spans of a dateline; undefined where the line is none. */
function dateline(line: string, language: string): readonly string[] | undefined {
  return datelineIn(line, language, letterCuesFor(language))?.map(({ start, end, phrase }) => {
    const words = `${phrase.type} ${line.slice(start, end)}`;
    return phrase.type === 'date' ? `${words} = ${phrase.when ?? '-'}` : words;
  });
}

describe('datelines', () => {
  test.each([
    ['fr', 'Paris ce 1er ventôse an VII', ['placeName Paris', 'date 1er ventôse an VII = 1799-02-19']],
    ['fr', 'De Paris, ce XXIIe jour de juing 1561', ['placeName Paris', 'date XXIIe jour de juing 1561 = 1561-06-22']],
    ['la', 'Scrib. Berolini d. 13 Novembr. 1817.', ['placeName Berolini', 'date 13 Novembr. 1817 = 1817-11-13']],
    ['la', 'Datum Romae XV Kal. Maii 1520', ['placeName Romae', 'date XV Kal. Maii 1520 = 1520-04-17']],
    [
      'la',
      'Vale. Basileae postridie Idus Septembres 1516',
      ['placeName Basileae', 'date postridie Idus Septembres 1516 = 1516-09-14'],
    ],
    ['la', 'Lovanii, a. d. VI Kal. Mart. 1520', ['placeName Lovanii', 'date a. d. VI Kal. Mart. 1520 = -']],
    ['it', 'Di Roma, alli 4 di Genn. 1570', ['placeName Roma', 'date 4 di Genn. 1570 = 1570-01-04']],
    ['es', 'De Toledo a XX de mayo de 1539', ['placeName Toledo', 'date XX de mayo de 1539 = 1539-05-20']],
    ['en', 'London ye 4th of Febry 1645/6', ['placeName London', 'date 4th of Febry 1645/6 = 1646-02-04']],
    ['en', '5 April 1731/2', ['date 5 April 1731/2 = -']],
    ['de', 'den 5/16 Martij 1699', ['date 5/16 Martij 1699 = -']],
    ['de', 'N.S. den 13ten Januar 1800.', ['date 13ten Januar 1800 = 1800-01-13']],
  ])('%s: %s', (language, line, spans) => expect(dateline(line, language)).toEqual(spans));

  test.each([
    ['de', 'Bayreuth den 1t Septb. 96.'],
    ['de', 'Bayreuth den 1t Septb.\n96.'],
    ['de', 'Weimar d. 4t. 8br. 98'],
    ['de', 'am 9 Nov:'],
    ['de', 'd. 22. huj.'],
    ['de', 'den 3. dieses'],
    ['de', 'am Tage Michaelis 1523'],
    ['fr', 'ce 5e décembre'],
    ['fr', 'le 12 courant'],
    ['nl', 'Amsterdam 3 Sprokkelmaand'],
    ['en', '4th inst.'],
    ['en', '3d ult.'],
    ['en', 'Lady Day'],
    ['en', 'this 3d of May'],
  ])('%s: without a value: %s', (language, line) =>
    expect(dateline(line, language)?.filter((span) => span.startsWith('date'))).toEqual([]),
  );

  test.each([
    ['de', 'Karl May'],
    ['de', 'Augst'],
    ['de', 'Mai'],
    ['de', 'Julius'],
    ['de', 'Herr May 1800'],
    ['de', 'Guten Tag Michaelis'],
    ['de', 'H. 1 a T 4.'],
    ['de', 'Den 3ten dieses kam Ihr Brief.'],
    ['de', 'Er starb den 5. Septb. 96.'],
    ['fr', 'Germinal est venu avec la pluie.'],
    ['fr', 'Le 18 brumaire an VIII fut un grand jour.'],
    ['en', 'I came on the 4th inst.'],
    ['en', 'Lady Day was cold here.'],
    ['la', 'Non Martius sed Aprilis placet.'],
  ])('%s: no dateline: %s', (language, line) => expect(dateline(line, language)).toBeUndefined());
});
