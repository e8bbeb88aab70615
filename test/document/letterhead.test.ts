import { describe, expect, test } from '@jest/globals';
import { plainText } from '../../src/document/index.js';
import { plain } from '../../src/profiles/index.js';
import { documentOf } from './document-of.js';

const GERMAN =
  'Auf das gefällige Schreiben vom 3. Dezember erwidere ich, daß die Mittel für das Seminar im nächsten Jahre nicht erhöht werden können, weil die Stadt gespart hat.';
const FRENCH =
  "J'ai l'honneur de vous informer que votre demande a été transmise au ministre, qui fera connaître sa décision dans les prochains jours.";
const ENGLISH =
  'I am directed by Lord Curzon to acknowledge the receipt of your letter of the 1st instant, and to inform you that the matter is receiving attention.';
const SHORT = 'Haben Sie vielen Dank für Ihren Brief, den ich gestern erhielt.';

/** `dateline Bonn`: the parts of the opener; line ends are strokes. */
function openerOf(...paragraphs: readonly string[]): readonly string[] {
  return documentOf(paragraphs.join('\n\n'), plain).blocks.flatMap((block) =>
    block.kind === 'opener'
      ? block.parts.flatMap((part) =>
          part.kind === 'pageBreak' ? [] : [`${part.kind} ${plainText(part.content).replace(/\n/g, ' / ')}`],
        )
      : [],
  );
}

describe('a letterhead above the dateline, and no salutation', () => {
  test('numbers, a request and the year of a budget are lines of it, the day stands further down', () => {
    expect(
      openerOf(
        'Kuratorium der Universität',
        'Tgb.-Nr. 3138.',
        'Um Angabe der Nummer im Antwortschreiben wird gebeten.',
        'Haushaltsplan 1930.',
        'Frankfurt (Main), den 23. Dezember 1929.\nMertonstraße 17\nFernruf: Maingau 72216',
        GERMAN,
      ),
    ).toEqual([
      'text Kuratorium der Universität',
      'text Tgb.-Nr. 3138.',
      'text Um Angabe der Nummer im Antwortschreiben wird gebeten.',
      'text Haushaltsplan 1930.',
      'dateline Frankfurt (Main), den 23. Dezember 1929. / Mertonstraße 17 / Fernruf: Maingau 72216',
    ]);
  });

  test('the day of the letter that is answered is no dateline; what it is about and to whom may stand below the day', () => {
    expect(
      openerOf(
        'K. u. K. Ministerium des Äussern',
        'Unser Zeichen: A/12',
        'Ihr Schreiben vom 3. Mai',
        'Wien, den 5. Mai 1902',
        'Betreff: Lehrauftrag',
        'An das Rektorat der Universität Wien',
        GERMAN,
      ),
    ).toEqual([
      'text K. u. K. Ministerium des Äussern',
      'text Unser Zeichen: A/12',
      'text Ihr Schreiben vom 3. Mai',
      'dateline Wien, den 5. Mai 1902',
      'text Betreff: Lehrauftrag',
      'text An das Rektorat der Universität Wien',
    ]);
  });

  test('a reference below the day', () => {
    expect(openerOf('Ministerium für Volksbildung. Dresden, den 17. Februar 1927', 'H. 1 a T 4.', GERMAN)).toEqual([
      'dateline Ministerium für Volksbildung. Dresden, den 17. Februar 1927',
      'text H. 1 a T 4.',
    ]);
  });

  test('the text may begin with a short sentence', () => {
    const lines = ['Dr. Karl Weber\nBerlin W., Lützowstraße 10', '3. Mai 1902', 'Herrn Professor Müller\nJena'];
    expect(openerOf(...lines, 'Ich bestätige den Empfang Ihres Schreibens.', GERMAN)).toEqual([
      'text Dr. Karl Weber / Berlin W., Lützowstraße 10',
      'dateline 3. Mai 1902',
      'text Herrn Professor Müller / Jena',
    ]);
  });

  test('all in lines of one paragraph', () => {
    const head = 'Lic. Dr. Paul Tillich, Berlin-Friedenau, Taunusstr. 1\nBerlin, 15. Mai 1921.\nbetr. Lehrauftrag';
    expect(openerOf(head, GERMAN)).toEqual([`dateline ${head.replace(/\n/g, ' / ')}`]);
  });

  test.each([
    [
      'English',
      ['Foreign Office,\nS.W.1.', 'No. E 1234/55/34', '3rd May 1921', 'In reply please quote No. E 1234'],
      ENGLISH,
      2,
    ],
    ['English in capitals', ['UNIVERSITY OF CHICAGO\nDEPARTMENT OF PHYSICS', 'Chicago, May 3, 1921'], ENGLISH, 1],
    [
      'French',
      ['Préfecture de la Seine\nCabinet du Préfet\nNo 4512', 'Paris, le 3 mai 1871', 'Objet : demande de passeport'],
      FRENCH,
      1,
    ],
    [
      'Italian',
      ['Ministero della Pubblica Istruzione\nProt. N. 1234', 'Roma, 3 maggio 1891', 'Oggetto: scavi di Ostia'],
      'Ho ricevuto la Sua lettera del primo maggio e La informo che la domanda è stata trasmessa al direttore degli scavi, che Le risponderà.',
      1,
    ],
    [
      'Dutch',
      ['Ministerie van Onderwijs\nAfdeling Hoger Onderwijs', 'Amsterdam, 3 mei 1921', 'Betreft: benoeming'],
      'Naar aanleiding van uw brief van 1 mei deel ik u mede dat de benoeming van de heer De Vries binnen enkele weken zal plaats hebben.',
      1,
    ],
    [
      'Spanish',
      ['Embajada de España\nSección Política', 'París, 3 de mayo de 1901', 'Asunto: visita del embajador'],
      'He recibido su carta del primero de mayo y le informo que la solicitud ha sido enviada al director general, que le contestará pronto.',
      1,
    ],
  ])('%s', (_, lines, text, day) => {
    const parts = lines.map((line, at) => `${at === day ? 'dateline' : 'text'} ${line.replace(/\n/g, ' / ')}`);
    expect(openerOf(...lines, text)).toEqual(parts);
  });
});

describe('above dateline and salutation', () => {
  const DAY = 'Frankfurt a. M., 4. Juni 1893';
  test.each([
    ['an envelope', 'Abs Dr. Burchard Landrichter Zehlendorf Mitte Hauptstr. 69 Herrn lic. Dr. Paul Tillich Friedenau'],
    [
      'the print of a card',
      'Hotel & Pension Lueg b. St. Gilgen am Wolfgangsee. Depôt der Stiegl-Brauerei in Salzburg. Bahn & Dampfschiff-Station',
    ],
    ['an advertisement', 'Gasthof zum Löwen\nBesitzer: J. Huber\nSchattiger Garten, Forellen, eigene Metzgerei!'],
    [
      'what a newspaper asks',
      'Redaktion. Für die Redaktion bestimmte Briefe wolle man nicht an die Person eines Redakteurs, sondern stets an die Redaktion adressiren.',
    ],
  ])('%s', (_, print) => {
    expect(openerOf(print, DAY, 'Lieber Freund!', SHORT)).toEqual([
      `text ${print.replace(/\n/g, ' / ')}`,
      `dateline ${DAY}`,
      'salute Lieber Freund!',
    ]);
  });

  test('a paper that is named with its day is no dateline', () => {
    expect(openerOf('Ihr Schreiben vom 3. Mai', 'Wien, 5. Mai 1902', 'Lieber Freund!', SHORT)).toEqual([
      'text Ihr Schreiben vom 3. Mai',
      'dateline Wien, 5. Mai 1902',
      'salute Lieber Freund!',
    ]);
  });

  test('day, place and street in two lines', () => {
    expect(openerOf('22/II 19 Zehlendorf-Mitte\nHauptstr. 69', 'Lieber Tillich,', SHORT)).toEqual([
      'dateline 22/II 19 Zehlendorf-Mitte / Hauptstr. 69',
      'salute Lieber Tillich,',
    ]);
  });
});

test('print between dateline and salutation', () => {
  const print =
    'Kronprinz- u. Kronprinzessin-Stiftung des Deutschen Kriegerbundes Fest stehn immer,\nStill stehn nimmer!';
  expect(openerOf('Hirschberg in Schlesien, d. 28.4.1911', print, 'Lieber Paul!', SHORT)).toEqual([
    'dateline Hirschberg in Schlesien, d. 28.4.1911',
    `text ${print.replace('\n', ' / ')}`,
    'salute Lieber Paul!',
  ]);
});

describe('no letterhead', () => {
  const DAY = 'Berlin, den 3. Mai 1900';
  test.each([
    ['a paper', ['Protokoll der Sitzung des Vorstands', DAY, GERMAN]],
    ['a report', ['Bericht über das Museum', DAY, GERMAN]],
    ['a title', ['Die Reise', DAY, GERMAN]],
    ['a chapter', ['Kapitel 1', 'Die Reise', DAY, GERMAN]],
    ['verses', ['Die Sonne sinkt, der Abend naht,\nStill geht der Wandrer seinen Pfad.', DAY, GERMAN]],
    ['a title with one word of an office', ['The Museum', 'London, 3 May 1900', ENGLISH]],
    ['a novel', ['LE MINISTÈRE DE LA PEUR', 'Roman', 'Paris, 3 mai 1900', FRENCH]],
    ['a street in a title', ['Das Haus in der Lindenstraße 12', GERMAN]],
    ['a reference without a day', ['Nr. 12', GERMAN]],
  ])('%s above a text', (_, paragraphs) => {
    expect(openerOf(...paragraphs)).toEqual([]);
  });

  test.each([
    ['a title', 'Der Herbst'],
    ['a verse of the Bible', 'Joh. 3, 16.'],
    ['a sentence', 'Ich komme morgen.'],
    ['a sentence on a letter', 'Ihr Schreiben vom 2. Mai habe ich erhalten.'],
  ])('%s below the day belongs to the text', (_, line) => {
    expect(openerOf(DAY, line, GERMAN)).toEqual([`dateline ${DAY}`]);
  });

  test('what an editor says of a letter in sentences is not printed', () => {
    const said =
      'Weber dankt ausführlich und berichtet dann über seine lange geplante Reise durch Italien, ohne etwas über die begonnene Arbeit oder deren Abschluß mitzuteilen.';
    expect(openerOf(said, DAY, 'Lieber Freund!', SHORT)).toEqual([]);
  });
});
