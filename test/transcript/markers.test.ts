import { describe, expect, test } from '@jest/globals';
import { frusWeb } from '../../src/profiles/index.js';
import type { MarkerForm } from '../../src/transcript/index.js';
import { markersOf, parse, said } from './parse.js';

const HEAD = '12. Letter From Miss Lane to Mr. Field 1';
const NOTES = '  1. Source: Field Papers, Box 4.\n  2. Not printed.';
const letter = (body: string) => `${HEAD}\n\nDear John:\n\n${body}\n\n${NOTES}`;

describe('where markers stand', () => {
  test.each([
    ['behind a full stop', 'Thank you for your letter of March 9.2 I have read it.', 'ch 9.<2> 1'],
    ['behind a word', 'The Martin case2 shows that we were right.', ' case<2> 1'],
    ['as a token of its own', 'We met the Minister, Mr. Gromyko, 2 in New York on May 2.', 'yko, <2> 1'],
    ['behind a year', 'I wrote to you on December 18, 19522 for comments.', ' 1952<2> 1'],
    ['behind the year of a date in figures', 'Your letter of 8.8.262 has come, and mine is of 9.8.26.', '.8.26<2> 1'],
    ['behind such a year with spaces', 'Your letter of 19. 3. 19332 has come, dated so.', ' 1933<2> 1'],
    ['behind such a year behind strokes', 'Your letter of 5/15/632 has come, dated so.', '15/63<2> 1'],
    ['behind such a year of three figures', 'Your letter of 3. IV. 9042 has come, dated so.', '. 904<2> 1'],
    ['behind a day that cannot be', 'I sent you 15 copies on March 312 by the first post.', 'ch 31<2> 1'],
    [
      'behind a number that the note repeats',
      'I have your No. 22 in hand, dated May 2, 1961.2 Thank you.',
      '1961.<2> 1',
    ],
    ['behind a bracket', 'He agreed (as did 2 others)2 to come.', 'hers)<2> 1'],
    ['behind a quotation mark', 'He called it “an error.”2 I did not.', 'ror.”<2> 1'],
    ['before a page break', 'He called it an error.2 [Page 5]I did not.', 'rror.<2> 1'],
    ['at the end of a paragraph', 'He called it an error 2\n\nI did not, on June 2, 1950.', 'rror <2> 1'],
    [
      'not in a date, a sum or an enumeration',
      'On 2 May I paid 2.2 million: (1) tea, (2) milk. Yes.2 No.',
      ' Yes.<2> 1',
    ],
  ])('%s', (_, body, marker) => {
    const { leaves, found } = parse(letter(body));
    expect(markersOf(leaves)).toEqual(['ield <1> 0', marker]);
    expect(said(found)).toEqual([]);
  });

  test('not before the name of a unit, in other languages neither', () => {
    const { leaves } = parse(letter('Den Brief habe ich beantwortet2, und auf Morgen 2 Uhr bin ich bestellt.'));
    expect(markersOf(leaves)).toEqual(['ield <1> 0', 'ortet<2> 1']);
  });

  test.each([
    'Mr. Smith, 2 de mayo de 1961',
    'Mr. Smith, 2 Mai 1961',
    'M. Morel, 2 juillet 1961',
    'Sig. Rossi, 2 d’agosto 1961',
    'Heer Jansen, 2 maart 1961',
  ])('not before a month of another language, in a head neither: %s', (title) => {
    const { leaves } = parse(`12. Letter to ${title}\n\nYes.\n\n  2. Not printed.`);
    expect(markersOf(leaves)).toEqual([]);
  });

  test('signs', () => {
    const text = `${HEAD}\n\nThank you.* I have read it.† So has John.2 Yes.\n\n${NOTES}\n  3. One.\n  4. Two.`;
    expect(markersOf(parse(text).leaves)).toEqual(['ield <1> 0', ' you.<*> 1', 'd it.<†> 2', 'John.<2> 3']);
  });

  describe('signs and letters', () => {
    const body = (marks: readonly string[]) =>
      [
        `46. Memorandum From Miss Lane to Mr. Field${marks[0]}`,
        `I recommend 12 boats, and 3 more.${marks[1]} (a) They are cheap at 6 a.m.; (b) they are a gift, i.e. free.`,
        `RECOMMENDED BOATS${marks[2]}`,
        ['Large | 555 | 630', `Small | 40 | 80${marks[3]}`, `Total, with a ferry | 595${marks[4]} | 710`].join('\n'),
        `We shall see in 1963.${marks[5]}`,
      ].join('\n\n');
    const notes = (labels: readonly string[]) =>
      ['Source: Box 4.', 'By hand.', 'Counted.', 'Without it.', 'With it.', 'Not printed.']
        .map((text, index) => `  ${labels[index]}. ${text}`)
        .join('\n');
    const ordinal = ['1', '2', '3', '4', '5', '6'];

    test.each([
      ['letters', ['0', '1', 'a', 'b', 'c', '2']],
      ['stars', ['1', '2', '*', '*', '†', '3']],
    ])('%s, whether the list says them or not', (_, marks) => {
      const expected = marks.map((mark, index) => `${mark} ${index}`);
      for (const labels of [ordinal, marks]) {
        const { leaves, found } = parse(`${body(marks)}\n\n${notes(labels)}`);
        const markers = leaves.filter((leaf) => leaf.kind === 'noteMarker');
        expect(markers.map(({ label, note }) => `${label} ${note}`)).toEqual(expected);
        expect(said(found)).toEqual([]);
      }
    });

    test.each<[MarkerForm, (mark: string) => string]>([
      ['brackets', (mark) => `[${mark}]`],
      ['caret', (mark) => `[^${mark}]`],
    ])('letters in %s', (marker, typed) => {
      const marks = ['0', '1', 'a', 'b', 'c', '2'];
      const { leaves } = parse(`${body(marks.map(typed))}\n\n${notes(ordinal)}`, { ...frusWeb, marker });
      const markers = leaves.filter((leaf) => leaf.kind === 'noteMarker');
      expect(markers.map(({ label, note }) => `${label} ${note}`)).toEqual(marks.map((mark, i) => `${mark} ${i}`));
    });

    test('no letter is taken for the marker of a note that has none', () => {
      const text = body(['1', '2', '', '', '', '3']);
      const { leaves } = parse(`${text}\n\n${notes(ordinal)}`);
      const markers = leaves.filter((leaf) => leaf.kind === 'noteMarker');
      expect(markers.filter(({ label }) => /[a-z]/.test(label))).toEqual([]);
    });
  });

  test('the first is 0, the head has two, one is printed twice', () => {
    const text = [
      '7. Telegram From Miss Lane to Mr. Field, Oxford, May 2, 1921 1 2',
      'Thank you for the letter.3 I have read it.3 It came on Sunday.4 I rested.',
      '  1. Source: Box 4.\n  2. Not printed.\n  3. Not found.\n  4. Lost.\n  5. June 1.',
    ].join('\n\n');
    const { leaves, found } = parse(text);
    expect(markersOf(leaves)).toEqual(['1921 <1> 0', '21 1 <2> 1', 'tter.<3> 2', 'd it.<3> 3', 'nday.<4> 4']);
    expect(said(found)).toEqual(['transcript/marker-sequence-irregular 3:43']);
  });

  test.each<[MarkerForm, string, string]>([
    ['brackets', 'Thank you.[1] I have read it [sic].[2] Yes.', '[2]'],
    ['superscript', 'Thank you.¹ I have read 2 of it.² Yes.', '²'],
    ['caret', 'Thank you.[^1] I have read 2 of it.[^2] Yes.', '[^2]'],
  ])('%s', (marker, body, second) => {
    const { leaves } = parse(`Dear John:\n\n${body}\n\n  1. Ha.\n  2. No.`, { ...frusWeb, marker });
    const markers = leaves.filter((leaf) => leaf.kind === 'noteMarker');
    expect(markers.map(({ label, note }) => [label, note])).toEqual([
      ['1', 0],
      ['2', 1],
    ]);
    const { start, end } = markers[1]?.place ?? { start: 0, end: 0 };
    expect(parse(`Dear John:\n\n${body}`).source.text.slice(start, end)).toBe(second);
  });
});

describe('what is reported', () => {
  test('a doubtful marker, with what else it may be', () => {
    const { found } = parse(letter('Thank you for Nos. 22 and 32, both of which I have read.'));
    expect(said(found)).toEqual(['transcript/doubtful-marker 5:21']);
    expect(found[0]?.related?.map(({ message }) => message).at(-1)).toBe('note "2"');
  });

  test('without a list of notes, nothing is a marker', () => {
    const { leaves, found } = parse(`${HEAD}\n\nThank you for your letter of May 2, 1961. I have 3 of them.`);
    expect(markersOf(leaves)).toEqual([]);
    expect(found).toEqual([]);
  });

  test('without a list of notes, unless several follow one another', () => {
    const { leaves, found } = parse('Dear John:\n\nThank you for the letter.1 I have read it.2 Yours ever');
    expect(markersOf(leaves)).toEqual(['tter.<1> none', 'd it.<2> none']);
    expect(said(found)).toEqual(['transcript/marker-without-note 3:26', 'transcript/marker-without-note 3:43']);
  });

  test('a plain letter', () => {
    const text = 'Oxford, 4 June 1921\n\nDear John,\n\nThank you for the 2 books.\n\nYours ever,\nAda Lane\n';
    expect(parse(text).found).toEqual([]);
  });

  test('a program', () => {
    const program = 'export function add(a, b) {\n  return a + b;\n}\n\nconst x = add(1, 2);\nconsole.log(x);\n';
    expect(said(parse(program).found)).toEqual(['transcript/not-a-transcription 1:1']);
  });
});

describe('markers that are set apart', () => {
  const notes = '  1. Ha.\n  2. No.\n  3. Not printed.';
  const read = (marker: MarkerForm, body: string) =>
    markersOf(parse(`Dear John:\n\n${body}\n\n${notes}`, { ...frusWeb, marker }).leaves);

  test.each<[string, MarkerForm, string, readonly string[]]>([
    [
      'numbers in brackets are not all markers',
      'brackets',
      'I have [1] tea, [2] milk, [3] bread.[1] Yes.[2] See [4] in the list.[3]',
      ['read.<1> 0', ' Yes.<2> 1', 'list.<3> 2'],
    ],
    [
      'nor those that begin lines',
      'brackets',
      'I have[1]\n\n[1] tea,\n\n[2] milk;[2]\n\n[3] bread.[3]',
      [' have<1> 0', 'milk;<2> 1', 'read.<3> 2'],
    ],
    [
      'nor additions to the text',
      'brackets',
      'On May 12 [13] I had[1] [a] letter[s].[2] Yes.[3]',
      ['I had<1> 0', 'r[s].<2> 1', ' Yes.<3> 2'],
    ],
    ['signs', 'brackets', 'No tea.[*] Milk.[**] Bread.[†]', [' tea.<*> 0', 'Milk.<**> 1', 'read.<†> 2']],
    [
      'powers are no markers',
      'superscript',
      'It has 5 m² and 3 m³.¹ Yes.²So.³',
      ['3 m³.<1> 0', ' Yes.<2> 1', '.²So.<3> 2'],
    ],
    [
      'nor those of variables',
      'superscript',
      'Here.¹ There² is x² + y² = z². So.³',
      ['Here.<1> 0', 'There<2> 1', '. So.<3> 2'],
    ],
    [
      'nor superscript letters',
      'superscript',
      'On the 2ⁿᵈ.¹ In 1961² the XIXᵉ.³',
      [' 2ⁿᵈ.<1> 0', ' 1961<2> 1', 'XIXᵉ.<3> 2'],
    ],
    [
      'signs among superscript numbers',
      'superscript',
      '  * Tea.¹\n  * Milk.*\n  * Bread.†',
      [' Tea.<1> 0', 'Milk.<*> 1', 'read.<†> 2'],
    ],
    [
      'other enclosures',
      { before: '(', after: ')' },
      'Tea (1) and milk.(1) So.(2) Yes.(3)',
      ['milk.<1> 0', ') So.<2> 1', ' Yes.<3> 2'],
    ],
  ])('%s', (_, marker, body, expected) => {
    expect(read(marker, body)).toEqual(expected);
  });

  test('a sign that is typed otherwise than its number would be is given back', () => {
    const { leaves } = parse('Dear John:\n\nTea.⁶⁰a Yes.\n\n  60a. No.', { ...frusWeb, marker: 'superscript' });
    expect(leaves.flatMap((leaf) => (leaf.kind === 'noteMarker' ? [[leaf.label, leaf.standard]] : []))).toEqual([
      ['60a', true],
    ]);
  });
});

describe('notes at the feet of pages that begin with 1 on each', () => {
  const pages = (last: string) =>
    [
      'Dear John:\n\nThank you for the book[1] and the map.\n\n[1] Not printed.',
      '[Page 2]\n\nIt came on Monday[1] with the courier.\n\n[1] Of flax.',
      `[Page 3]\n\nThe last one[1] was lost.${last}`,
    ].join('\n\n');
  const bracketed = { ...frusWeb, marker: 'brackets', noteLabel: { before: '[', after: '] ' } } as const;

  test('have their markers above them', () => {
    const { leaves, found } = parse(pages('\n\n[1] By fire.'), bracketed);
    expect(markersOf(leaves)).toEqual([' book<1> 0', 'onday<1> 1', 't one<1> 2']);
    expect(said(found)).toEqual(['transcript/notes-between 5:1']);
  });

  test.each([
    ['beginning with 1 on each', () => 1],
    ['numbered throughout', (page: number) => 2 * page - 1],
  ])('of 400 pages have theirs as those of 4, %s', (_, firstOf) => {
    const numbers = Array.from({ length: 400 }, (_, page) => firstOf(page + 1));
    const typed = numbers.map(
      (first, page) =>
        `The book[${first}] and the map[${first + 1}] of ${page} miles.\n\n[${first}] Not printed.\n[${first + 1}] See volume ${page}.\n\n[Page ${page}]`,
    );
    const { leaves } = parse(typed.join('\n\n'), bracketed);
    expect(markersOf(leaves)).toEqual(
      numbers.flatMap((first, page) => [` book<${first}> ${2 * page}`, `e map<${first + 1}> ${2 * page + 1}`]),
    );
  });

  test('may be typed at the margin', () => {
    const typed = 'Dear John:\n\nThe book1 and the map.2\n\n1. See volume V.\n2. Not printed.\n\n[Page 2]\n\n';
    const { leaves } = parse(
      `${typed}I want:\n\n1. A book.\n\n2. A map.3\n\nYours\n\n3. Not found.\n\n[Page 3]\n\nJohn`,
    );
    expect(markersOf(leaves)).toEqual([' book<1> 0', ' map.<2> 1', ' map.<3> 2']);
  });

  test('a marker behind the last list has no note, and takes none from the page before', () => {
    const { leaves, found } = parse(pages(''), bracketed);
    expect(markersOf(leaves)).toEqual([' book<1> 0', 'onday<1> 1', 't one<1> none']);
    expect(said(found)).toEqual(['transcript/marker-without-note 15:13', 'transcript/notes-between 5:1']);
  });
});

describe('the year of a date in the head', () => {
  const headed = (head: string) => `12. Letter From Miss Lane to Mr. Field, ${head}\n\nDear John:\n\nThank you.\n\n`;
  test.each(['May 2, 1961', 'May 2–3, 1961', '2 May 1961', 'le 2 mai 1961', '2. Mai 1961'])(
    'gives no figure for a note that has no marker: %s',
    (date) => {
      const { leaves, found } = parse(`${headed(date)}  1. Source: Field Papers, Box 4.`);
      expect(markersOf(leaves)).toEqual([]);
      expect(said(found)).toEqual(['transcript/note-without-marker 7:3']);
    },
  );

  test('may have a marker behind it', () => {
    const { leaves } = parse(`${headed('May 2, 19611')}  1. Source: Field Papers, Box 4.`);
    expect(markersOf(leaves)).toEqual([' 1961<1> 0']);
  });
});

describe('letters as labels', () => {
  const lettered = (one: string, two: string) =>
    `${HEAD}\n\nDear John:\n\nThank you for the map.${one} It came, as you said,${two} at 6 a.m. on May 2, i.e. in time.\n\n`;

  test('have their markers glued behind the sign that ends a sentence or a part of it', () => {
    const { leaves, found } = parse(`${lettered('a', 'b')}  a. Not found.\n  b. In the letter of June 3.`);
    expect(markersOf(leaves)).toEqual([' map.<a> 0', 'said,<b> 1']);
    expect(said(found)).toEqual([]);
  });

  test('stand in a list of their own above that of numbers', () => {
    const text = lettered('a', 'b').replace('time.', 'time.1');
    const { leaves } = parse(`${text}  a. Not found.\n  b. In the letter of June 3.\n\n  1. See document 2.`);
    expect(markersOf(leaves)).toEqual([' map.<a> 0', 'said,<b> 1', 'time.<1> 2']);
  });
});

describe('a list at the end that reads like notes and has no markers', () => {
  test.each([
    ['numbers', '  1. Not printed.\n  2. See document 4.'],
    ['letters', '  a. Not printed.\n  b. See document 4.'],
  ])('is reported, and stays a list: %s', (_, list) => {
    const { leaves, found } = parse(`12. Letter From Miss Lane to Mr. Field\n\nThank you for the map.\n\n${list}`);
    expect(markersOf(leaves)).toEqual([]);
    expect(said(found)).toEqual(['transcript/note-list-unmarked 5:3']);
  });

  test('is none where it is a list of the document', () => {
    const text = '12. Letter From Miss Lane to Mr. Field\n\nI want:\n\n  1. a map;\n  2. a book.';
    expect(said(parse(text).found)).toEqual([]);
  });
});
