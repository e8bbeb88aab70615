import { describe, expect, test } from '@jest/globals';
import { convertDocuments } from '../../src/convert.js';
import { type DocumentBlock, plainText } from '../../src/document/index.js';
import { plain } from '../../src/profiles/index.js';
import { createSource } from '../../src/source/index.js';
import { attributeValue, descendants } from '../../src/xml/index.js';
import { documentOf } from './document-of.js';
import { shownContent } from './shown.js';

const TEXT = 'Ihren Brief vom dritten dieses Monats habe ich erhalten und danke Ihnen sehr dafür.';
const LETTER = ['Jena, 4. Mai 1799', 'Verehrter Freund,', TEXT, 'Ihr', 'K. Lang'];
const UNDATED = LETTER.slice(1);

function partsOf(blocks: readonly DocumentBlock[]): string {
  return blocks
    .flatMap((block) => (block.kind === 'opener' ? block.parts.map(({ kind }) => kind) : [block.kind]))
    .slice(0, 3)
    .join(' ');
}

/** Number and words of the head, and what the document begins with. */
function headOf(...paragraphs: readonly string[]): readonly (string | undefined)[] {
  const { kind, head, blocks } = documentOf(paragraphs.join('\n\n'), plain);
  return [kind, head?.number, head && shownContent(head.content), partsOf(blocks)];
}

function correspondenceOf(...paragraphs: readonly string[]): readonly string[] {
  const [act] = documentOf(paragraphs.join('\n\n'), plain).correspondence;
  const names = (parties: readonly { readonly name: string }[] = []) => parties.map(({ name }) => name).join(' + ');
  return [
    names(act?.from),
    names(act?.to),
    act?.sentFrom?.name ?? '',
    act?.date?.when ?? '',
    act?.receivedAt?.name ?? '',
  ];
}

describe('names above a letter are its head', () => {
  test.each([
    ['Lang an Weber', '{persName Lang} an {persName Weber}'],
    ['Lang to Weber', '{persName Lang} to {persName Weber}'],
    ['Lang à Weber', '{persName Lang} à {persName Weber}'],
    ['Lang a Weber', '{persName Lang} a {persName Weber}'],
    ['Lang aan Weber', '{persName Lang} aan {persName Weber}'],
    ['Langius ad Weberum', '{persName Langius} ad {persName Weberum}'],
    ['Лавров к Орловой', '{persName Лавров} к {persName Орловой}'],
    ['LANG AN WEBER', '{persName LANG} AN {persName WEBER}'],
    ['J. W. v. Lang an Fr. Weber', '{persName J. W. v. Lang} an {persName Fr. Weber}'],
    ['Karl Lang an seinen Bruder Otto', '{persName Karl Lang} an {persName seinen Bruder Otto}'],
    ['Lang au comte d’Ormes', '{persName Lang} au {persName comte d’Ormes}'],
    ['Karl und Otto Lang an Emma Roth', '{persName Karl} und {persName Otto Lang} an {persName Emma Roth}'],
    ['[Karl] Lang an [Emma Roth]', '{persName [Karl] Lang} an [{persName Emma Roth}]'],
    ['From George Lane to John Falk', 'From {persName George Lane} to {persName John Falk}'],
    [
      'From George Lane to John Falk, with Enclosure',
      'From {persName George Lane} to {persName John Falk}, with Enclosure',
    ],
    ['From George Lane', 'From {persName George Lane}'],
    ['V. Lang à Emma Roth', '{persName V. Lang} à {persName Emma Roth}'],
    ['Lang an Weber in Manchester', '{persName Lang} an {persName Weber} in {placeName Manchester}'],
    ['Lang an Weber\nin Manchester', '{persName Lang} an {persName Weber}/in {placeName Manchester}'],
    ['Lang\nan Weber', '{persName Lang}/an {persName Weber}'],
    ['Brief an Weber', 'Brief an {persName Weber}'],
  ])('%s', (title, head) => {
    expect(headOf(title, ...LETTER)).toEqual(['letter', undefined, head, 'dateline salute paragraph']);
  });
});

describe('a number in the title is that of the letter', () => {
  test.each([
    ['12. Lang an Weber', '12', '12. {persName Lang} an {persName Weber}'],
    ['[12] Lang an Weber', '12', '[12] {persName Lang} an {persName Weber}'],
    ['12) Lang an Weber', '12', '12) {persName Lang} an {persName Weber}'],
    ['Nr. 12. Lang an Weber', '12', 'Nr. 12. {persName Lang} an {persName Weber}'],
    ['XII. Lang an Weber', 'XII', 'XII. {persName Lang} an {persName Weber}'],
    ['12. An Weber', '12', '12. An {persName Weber}'],
    ['12\nLang an Weber', '12', '12/{persName Lang} an {persName Weber}'],
    ['12.\n\nLang an Weber', '12', '12./{persName Lang} an {persName Weber}'],
    ['12.\n\nAn Weber', '12', '12./An {persName Weber}'],
    ['Brief 12', '12', 'Brief 12'],
    ['Brief Nr. 12', '12', 'Brief Nr. 12'],
    ['Brief 12: An Weber', '12', 'Brief 12: An {persName Weber}'],
    ['Lettre 12', '12', 'Lettre 12'],
    ['LETTRE N° 12', '12', 'LETTRE N° 12'],
    ['Lettera XII', 'XII', 'Lettera XII'],
    ['Epistola XII', 'XII', 'Epistola XII'],
    ['Carta 12', '12', 'Carta 12'],
    ['Letter 45', '45', 'Letter 45'],
    ['XII.', 'XII', 'XII.'],
    ['XII', 'XII', 'XII'],
    [
      'LETTRE CXLVI. DE MADAME DES ORMES A MADAME DE GRIS.',
      'CXLVI',
      'LETTRE CXLVI. DE {persName MADAME DES ORMES} A {persName MADAME DE GRIS}.',
    ],
    ['LETTRE XII\n\nÀ Madame de Gris', 'XII', 'LETTRE XII/À {persName Madame de Gris}'],
  ])('%s', (title, number, head) => {
    expect(headOf(title, ...LETTER)).toEqual(['letter', number, head, 'dateline salute paragraph']);
  });

  test('below the title of a section', () => {
    expect(headOf('Erstes Buch', '12. Lang an Weber', ...LETTER)).toEqual([
      'letter',
      '12',
      '12. {persName Lang} an {persName Weber}',
      'heading dateline salute',
    ]);
  });
});

describe('place and day in the title', () => {
  test.each([
    'Lang an Weber, Jena, 4. Mai 1799',
    'Lang an Weber. Jena, 4. Mai 1799.',
    'Lang an Weber (Jena, 4. Mai 1799)',
    'Lang an Weber, [Jena, 4. Mai 1799]',
    'Lang an Weber – Jena, 4. Mai 1799',
    'LANG AN WEBER. JENA, 4. MAI 1799',
    'Lang à Weber, Jena, 4. Mai 1799',
    'Brief von Lang an Weber, Jena, 4. Mai 1799',
  ])('%s is when and where it was sent', (title) => {
    const facts = correspondenceOf(title, ...UNDATED).map((each) => each.toLowerCase());
    expect(facts).toEqual(['lang', 'weber', 'jena', '1799-05-04', '']);
  });

  test('are marked in the head', () => {
    expect(headOf('12. Lang an Weber, Jena, 4. Mai 1799', ...UNDATED)[2]).toBe(
      '12. {persName Lang} an {persName Weber}, {placeName Jena}, {date 4. Mai 1799}',
    );
  });

  test('a letter needs no opener below them', () => {
    expect(headOf('Lang an Weber, Jena, 4. Mai 1799', TEXT, 'Ihr', 'K. Lang')[3]).toBe('paragraph closer');
  });

  test('the dateline of the letter goes before, where it gives a day', () => {
    const title = 'Lang an Weber, 5. Mai 1799';
    expect(correspondenceOf(title, 'Jena, 4. Mai 1799', ...UNDATED)[3]).toBe('1799-05-04');
    expect(correspondenceOf(title, 'Jena, den 4ten Mai.', ...UNDATED)[3]).toBe('1799-05-05');
  });

  test('a second line is the dateline of the letter, where it has no other', () => {
    const title = 'Lang an Weber\nJena, 4. Mai 1799';
    expect(headOf(title, ...UNDATED).slice(2)).toEqual([
      '{persName Lang} an {persName Weber}',
      'dateline salute paragraph',
    ]);
    expect(headOf(title, 'Jena, den 4ten Mai.', ...UNDATED)[2]).toBe(
      '{persName Lang} an {persName Weber}/{placeName Jena}, {date 4. Mai 1799}',
    );
  });

  test('the place behind in is where the addressee is', () => {
    expect(correspondenceOf('Lang an Weber in Manchester, London, 4. Mai 1851', ...UNDATED)).toEqual([
      'Lang',
      'Weber',
      'London',
      '1851-05-04',
      'Manchester',
    ]);
  });
});

test('a source note may stand behind the title', () => {
  const { head, notes, kind } = documentOf(
    `${['Lang an Weber1', ...LETTER].join('\n\n')}\n\n  1. Quelle: Archiv der Stadt Jena, Nr. 12.\n`,
    plain,
  );
  expect([kind, head && plainText(head.content), notes[0]?.type]).toEqual(['letter', 'Lang an Weber', 'source']);
});

describe('what is no title', () => {
  test.each([
    ['An Herrn Professor Weber, Berlin', 'text dateline salute'],
    ['Herrn Dr. Weber', 'text dateline salute'],
    ['An Weber', 'text dateline salute'],
    ['To Mr. Falk', 'text dateline salute'],
    ['To John Falk', 'text dateline salute'],
    ['12.\n\nAn Herrn Professor Weber', 'text dateline salute'],
  ])('%s is an address', (line, parts) => {
    const [, , head, found] = headOf(line, ...LETTER);
    expect([head?.replace('12.', ''), found]).toEqual([line.startsWith('12.') ? '' : undefined, parts]);
  });

  test.each(['To John Falk', 'To the Editor of the Times', 'An Weber', 'À Jean Morel', 'Aan Jan Smit', 'To Mr. Falk'])(
    '%s above a salutation is an address, and no dateline',
    (line) => {
      expect(
        headOf(
          line,
          'Dear Sir,',
          'I have received your letter of the third, and thank you for it.',
          'Yours truly',
          'K. Lane',
        )[3],
      ).toBe('text salute paragraph');
    },
  );

  test.each([
    'Frankfurt an der Oder, 4. Mai 1799',
    'Bergen aan Zee, 4 mei 1910',
    'An Bord der Bremen, 4. Mai 1799',
    'À Paris, le 3 mai 1760',
    'From Paris, 4 May 1799',
    '4. Mai 1799',
  ])('%s is a dateline', (line) => {
    expect(headOf(line, ...UNDATED).slice(2)).toEqual([undefined, 'dateline salute paragraph']);
  });

  test.each([
    'Abschrift an Weber',
    'Copy to John Falk',
    'Gruß an Weber',
    '[Envoyée à Lyon]',
    'Ich schreibe an Weber',
    'Lang ging an Land',
    'Paris a beaucoup changé',
  ])('%s names nobody who writes', (line) => {
    expect(headOf(line, ...LETTER)[2]).toBeUndefined();
  });

  test('above a text that opens no letter', () => {
    expect(headOf('Lang an Weber', TEXT, TEXT)).toEqual([
      'document',
      undefined,
      undefined,
      'paragraph paragraph paragraph',
    ]);
  });

  test('a first sentence', () => {
    const text = 'Lang an Weber zu schicken, daran hat niemand gedacht.';
    expect(headOf(text, ...LETTER)[2]).toBeUndefined();
  });
});

describe('letters of one file under titles with numbers', () => {
  const split = (titles: readonly string[]) =>
    convertDocuments(
      createSource('c.txt', titles.map((title) => [title, ...LETTER].join('\n\n')).join('\n\n')),
      { encoding: 'tei-letter', profile: 'plain', rules: false, segments: 'split' },
      () => {},
    ).map(({ tei }) => {
      const div = [...descendants(tei.root)].find(({ name }) => name.local === 'div');
      return div && attributeValue(div, 'n');
    });
  test.each([
    [
      ['12. Lang an Weber', '13. Weber an Lang', '14. Lang an Weber'],
      ['12', '13', '14'],
    ],
    [
      ['12. Lang to Weber', '13. Weber to Lang'],
      ['12', '13'],
    ],
    [
      ['XII. Lang à Weber', 'XIII. Weber à Lang', 'XIV. Lang à Weber'],
      ['XII', 'XIII', 'XIV'],
    ],
    [
      ['Brief 12', 'Brief 13'],
      ['12', '13'],
    ],
    [
      ['12.\n\nLang an Weber', '13.\n\nWeber an Lang'],
      ['12', '13'],
    ],
    [
      ['12. An Weber', '13. An Lang'],
      ['12', '13'],
    ],
  ])('%j', (titles, numbers) => {
    expect(split(titles)).toEqual(numbers);
  });
});

test('to whom alone is a title, where a source note stands behind it', () => {
  const { head, kind } = documentOf(
    `${['An Weber1', ...LETTER].join('\n\n')}\n\n  1. Quelle: Archiv der Stadt Jena, Nr. 12.\n`,
    plain,
  );
  expect([kind, head && shownContent(head.content)]).toEqual(['letter', 'An {persName Weber}^']);
});
