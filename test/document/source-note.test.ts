import { describe, expect, test } from '@jest/globals';
import { type ParsedSourceNote, parseSourceNote, toSourceNote } from '../../src/document/source-note.js';
import type { ArchivalReferenceParts } from '../../src/document/source-note-model.js';
import { sentencesOf } from '../../src/document/source-note-sentences.js';
import { CLASSIFICATIONS, HANDLING } from '../../src/document/source-note-terms.js';
import { createSource, placeAt } from '../../src/source/index.js';
import { fc } from '../fast-check.js';

const SEED =
  'Source: Kennedy Library, National Security Files, Countries Series, USSR, Khrushchev Correspondence. Secret; Niact; ' +
  'Verbatim Text. Repeated to Moscow. Another copy is in Department of State, Central Files, 761.13/5-1661. A copy of the ' +
  'Russian-language text is ibid., Presidential Correspondence: Lot 66 D 204.';

function words(statements: readonly { readonly text: string }[]): readonly string[] {
  return statements.map(({ text }) => text);
}

/** The parts of a reference without its own words. */
function kept(reference: ArchivalReferenceParts | undefined) {
  if (!reference) return undefined;
  const { repository, collection, series, file, container, identifier, publication } = reference;
  return Object.fromEntries(
    Object.entries({ repository, collection, series, file, container, identifier, publication }).filter(
      ([, part]) => part !== undefined,
    ),
  );
}

describe('the source note of a telegram', () => {
  const parsed = parseSourceNote(SEED);

  test('where it is kept', () => {
    expect(kept(parsed.reference)).toEqual({
      repository: 'Kennedy Library',
      collection: 'National Security Files',
      series: ['Countries Series', 'USSR'],
      file: 'Khrushchev Correspondence',
    });
    expect(parsed.reference?.text).toBe(
      'Kennedy Library, National Security Files, Countries Series, USSR, Khrushchev Correspondence',
    );
    expect(parsed.reference?.ibid).toBe(false);
  });

  test('its markings, and where it went', () => {
    expect(words(parsed.classification)).toEqual(['Secret']);
    expect(words(parsed.handling)).toEqual(['Niact', 'Verbatim Text']);
    expect(words(parsed.transmission)).toEqual(['Repeated to Moscow']);
  });

  test('its copies; ibid. is the repository before it', () => {
    const [first, second, ...others] = parsed.copies;
    expect(others).toEqual([]);
    expect(first?.description).toBe('Another copy');
    expect(kept(first?.reference)).toEqual({
      repository: 'Department of State',
      collection: 'Central Files',
      identifier: '761.13/5-1661',
    });
    expect(second?.description).toBe('A copy of the Russian-language text');
    expect(kept(second?.reference)).toEqual({
      repository: 'Department of State',
      collection: 'Presidential Correspondence',
      container: 'Lot 66 D 204',
    });
    expect(second?.reference.ibid).toBe(true);
  });

  test('nothing is left over', () => expect(parsed.remainder).toEqual([]));

  test('its parts in the transcription', () => {
    const source = createSource('note.txt', `  1. ${SEED}`);
    const note = toSourceNote(parsed, 3, (start, end) => placeAt(source, start + 5, end + 5));
    expect(note.note).toBe(3);
    const said = (part: { readonly place: { readonly start: number; readonly end: number } } | undefined) =>
      source.text.slice(part?.place.start, part?.place.end);
    expect(said(note.reference)).toBe(parsed.reference?.text);
    expect(note.handling.map(said)).toEqual(['Niact', 'Verbatim Text']);
    expect(said(note.copies[1]?.reference)).toBe('ibid., Presidential Correspondence: Lot 66 D 204');
    expect(note.copies[1]).not.toHaveProperty('start');
  });
});

test('a reference joined to another is a copy of its own', () => {
  const copies = (note: string) =>
    parseSourceNote(`Source: ${note}`).copies.map(({ description, reference }) => [description, kept(reference)]);
  const kennedy = { repository: 'Kennedy Library', collection: 'National Security Files', container: 'Box 183' };
  const state = { repository: 'Department of State', collection: 'Central Files', identifier: '611.61/5-1661' };
  const central = 'Department of State, Central Files, 611.61/5-1661';
  const files = 'the Kennedy Library, National Security Files, Box 183';
  expect(copies(`Johnson Library, Files. Secret. Another copy is in ${central}, and in ${files}.`)).toEqual([
    ['Another copy', state],
    ['Another copy', kennedy],
  ]);
  expect(copies(`${central}; another copy is in ${files}. Secret.`)).toEqual([['another copy', kennedy]]);
  expect(copies(`${central}, with a copy in ${files}. Secret.`)).toEqual([['a copy', kennedy]]);
  expect(copies(`${central}; also in ${files}. Secret.`)).toEqual([['', kennedy]]);
  expect(copies(`${central}; a copy is ibid., Lot 66 D 204.`)).toEqual([
    ['a copy', { repository: 'Department of State', collection: 'Central Files', container: 'Lot 66 D 204' }],
  ]);
});

describe('sentences and what they say', () => {
  function kinds(note: ParsedSourceNote): readonly string[] {
    return [
      ...note.drafting.map(({ text }) => `drafting: ${text}`),
      ...note.transmission.map(({ text }) => `transmission: ${text}`),
      ...note.remarks.map(({ kind, text }) => `${kind}: ${text}`),
      ...note.related.map(({ description, reference }) => `related: ${description} = ${reference.text}`),
      ...note.remainder.map(({ text }) => `remainder: ${text}`),
    ];
  }
  test.each([
    [
      'Drafted by J. Brian Atwood; cleared by Mr. Ball, Jr., and U. Alexis Johnson; and approved in S.',
      'drafting: Drafted by J. Brian Atwood; cleared by Mr. Ball, Jr., and U. Alexis Johnson; and approved in S.',
    ],
    ['It was repeated to Tunis, Rabat, and USNATO.', 'transmission: It was repeated to Tunis, Rabat, and USNATO'],
    ['The meeting took place at Blair House.', 'occasion: The meeting took place at Blair House'],
    [
      'A handwritten note reads: “Seen. Approved. DE.” Not attached.',
      'annotation: A handwritten note reads: “Seen. Approved. DE.”',
      'attachment: Not attached',
    ],
    ['Attached but not printed is a map.', 'attachment: Attached but not printed is a map'],
    [
      'Also printed in Documents on Disarmament, 1962, p. 61.',
      'publication: Also printed in Documents on Disarmament, 1962, p. 61',
    ],
    ['For the meeting, see Document 91.', 'reference: For the meeting, see Document 91'],
    ['Rusk was in Oslo.', 'occasion: Rusk was in Oslo'],
    ['Rusk had doubts.', 'remainder: Rusk had doubts'],
    ['No attachments were included.', 'attachment: No attachments were included'],
    ['A map is attached.', 'attachment: A map is attached'],
    [
      'In a May 3 covering memorandum to Rusk, Ball agreed.',
      'annotation: In a May 3 covering memorandum to Rusk, Ball agreed',
    ],
    ['The minutes are scheduled for publication.', 'publication: The minutes are scheduled for publication'],
    [
      'Kissinger had asked for it. (Ibid., Box 5)',
      'related: Kissinger had asked for it = Ibid., Box 5',
      'remainder: Kissinger had asked for it',
    ],
    ['In telegram 12 from Oslo, May 3, Ball agreed.', 'reference: In telegram 12 from Oslo, May 3, Ball agreed'],
    ['No record of the meeting was found.', 'reference: No record of the meeting was found'],
    ['On May 3 Ball forwarded a draft to Rusk.', 'transmission: On May 3 Ball forwarded a draft to Rusk'],
    ['Rusk delivered the address in Oslo.', 'occasion: Rusk delivered the address in Oslo'],
    ['Rusk met with Ball in Oslo.', 'occasion: Rusk met with Ball in Oslo'],
    ['The last page is stamped “Seen.”', 'annotation: The last page is stamped “Seen.”'],
    ['Ball signed the letter.', 'annotation: Ball signed the letter'],
    ['Ball agreed, and Rusk sent it to Oslo.', 'transmission: Ball agreed, and Rusk sent it to Oslo'],
    ['Prepared by Clifford (S/P).', 'drafting: Prepared by Clifford (S/P)'],
  ])('%s', (sentence, ...said) => {
    expect(kinds(parseSourceNote(`Source: Ford Library, Files, Box 1. Secret. ${sentence}`))).toEqual(said);
  });

  test.each([
    ['Secret; RYBAT; PBSUCCESS', ['Secret'], ['RYBAT', 'PBSUCCESS']],
    ['Top Secret/Sensitive', ['Top Secret'], ['Sensitive']],
    ['No classification marking', ['No classification marking'], []],
    ['Official–Informal; Eyes Only for the Ambassador', [], ['Official–Informal', 'Eyes Only for the Ambassador']],
    ['Secret; [handling restriction not declassified]', ['Secret'], ['[handling restriction not declassified]']],
    ['[classification not declassified]', ['[classification not declassified]'], []],
    ['Secretly, it was sent', [], []],
  ])('markings: %s', (sentence, classification, handling) => {
    const parsed = parseSourceNote(`Source: Ford Library, Files, Box 1. ${sentence}.`);
    expect(words(parsed.classification)).toEqual(classification);
    expect(words(parsed.handling)).toEqual(handling);
  });

  test('no term is in both tables', () => {
    const both = new Set(CLASSIFICATIONS);
    expect(HANDLING.filter((term) => both.has(term))).toEqual([]);
  });

  test('abbreviations, initials, file numbers and quotations do not end a sentence', () => {
    const text =
      'See vol. V, Document 3, of J. F. Dulles, Jr. (No. 5), in 761.13/5-1661 at 3 p.m. on U.S. aid. “One. Two.” Three.';
    expect(sentencesOf(text, 0).map(({ start, end }) => text.slice(start, end))).toEqual([
      'See vol. V, Document 3, of J. F. Dulles, Jr. (No. 5), in 761.13/5-1661 at 3 p.m. on U.S. aid',
      '“One. Two.”',
      'Three',
    ]);
  });

  test('the letter of a number is no initial, unless the number goes on', () => {
    const sentences = (text: string) => sentencesOf(text, 0).map(({ start, end }) => text.slice(start, end));
    expect(sentences('PA AA, Bd. 8461A. Geheim.')).toEqual(['PA AA, Bd. 8461A', 'Geheim']);
    expect(sentences('Central Files, 690D. 91/1-1963. Secret.')).toEqual(['Central Files, 690D. 91/1-1963', 'Secret']);
  });

  test('an initial ends one where a word follows that opens a sentence', () => {
    const text = 'Iran, Vol. I. Secret. Approved in S. Drafted by W. Burdett.';
    expect(sentencesOf(text, 0).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Iran, Vol. I',
      'Secret',
      'Approved in S.',
      'Drafted by W. Burdett',
    ]);
  });
});

describe('every character', () => {
  const piece = fc.constantFrom(
    ...[
      'Source: ',
      'Kennedy Library, ',
      'Ford Library, Files, ',
      'ibid., ',
      'Ibid.',
      'Box 5',
      'Secret',
      '; ',
      '. ',
      ' (',
      ') ',
      'Niact',
    ],
    ...[
      'Repeated to Moscow',
      'Drafted by J. ',
      ' is in ',
      ' are ',
      'A copy',
      'and ',
      '“',
      '”',
      '"',
      '[',
      '] ',
      ': ',
      ', ',
      '\n',
      'U.S. ',
      'The ',
      'x',
    ],
  );
  const note = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    fc.string(),
  );

  test('belongs to one part, or is punctuation between two', () => {
    const property = fc.property(note, (text) => {
      const { reference, classification, handling, transmission, drafting, copies, related, remarks, remainder } =
        parseSourceNote(text);
      const parts = [
        ...(reference ? [reference] : []),
        ...[classification, handling, transmission, drafting, copies, related, remarks, remainder].flat(),
      ].sort((a, b) => a.start - b.start);
      let at = /^\s*Sources?:/.exec(text)?.[0].length ?? 0;
      for (const { start, end } of parts) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(at, start)).toMatch(/^[\s.;:,/]*$/);
        at = end;
      }
      expect(text.slice(at)).toMatch(/^[\s.;:,/]*$/);
    });
    fc.assert(property, { numRuns: 2000, examples: [['.  () '], ['Source: . (Ibid.)']] });
  });

  test('a statement has the words of its stretch', () => {
    const { classification, drafting, copies } = parseSourceNote(`${SEED} Drafted by Bohlen.`);
    for (const { text, start, end } of [...classification, ...drafting])
      expect(`${SEED} Drafted by Bohlen.`.slice(start, end)).toBe(text);
    for (const { reference } of copies) expect(SEED.slice(reference.start, reference.end)).toBe(reference.text);
  });
});

test.each(['Quelle: ', 'Fonte: ', 'Bron: ', 'Source : ', 'Fuente: '])(
  'the label may be in another language: %s',
  (label) => {
    const { reference, remainder } = parseSourceNote(
      `${label}Politisches Archiv des Auswärtigen Amts, B 130, Bd. 2345.`,
    );
    expect([reference?.repository, remainder]).toEqual(['Politisches Archiv des Auswärtigen Amts', []]);
  },
);
