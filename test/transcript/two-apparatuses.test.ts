/** Notes of two kinds, each with a list of its own, and markers that stand twice. */
import { describe, expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import { firstDifference, readConversionFacts, rebuildTranscription } from '../../src/rebuild/index.js';
import { createSource } from '../../src/source/index.js';
import { descendants, parseXml, textContent } from '../../src/xml/index.js';
import { serializeXml } from '../../src/xml/serialize.js';

function read(text: string, profile = 'auto') {
  const said: string[] = [];
  const { tei } = convert(createSource('a.txt', text), { rules: false, profile }, ({ code, message }) => {
    if (code !== 'transcript/profile-detected' && code.startsWith('transcript/')) said.push(`${code}: ${message}`);
  });
  const document = parseXml(createSource('a.xml', serializeXml(tei)), () => {});
  if (!document) throw new Error('the TEI cannot be read');
  const { conventions, noteNumbering } = readConversionFacts(document);
  if (!conventions || !noteNumbering) throw new Error('the conversion does not say how it was typed');
  expect(firstDifference(rebuildTranscription(document, { conventions, noteNumbering }).text, text)).toBeUndefined();
  const notes = [...descendants(document.root)]
    .filter(({ name }) => name.local === 'note')
    .map((note) => `${note.attributes.find(({ name }) => name.local === 'n')?.value} ${textContent(note)}`);
  return { notes, said };
}

function letter([a, b, c, d]: readonly [string, string, string, string], ...lists: readonly string[]): string {
  return `Berlin, 3. Mai 1894.\n\nLieber Freund!\n\nIch danke${a} Dir für das Buch${b} und auch für den${c} Brief.${d} Nun ist alles gut.\n\nDein Paul\n\n${lists.join('\n\n')}\n`;
}

const NOTES = ['über der Zeile.', 'Gedichte.', 'korrigiert aus dem.', 'Nicht überliefert.'] as const;
const [A, B, C, D] = NOTES;

describe('two lists of notes', () => {
  test.each<[string, readonly [string, string, string, string], readonly string[]]>([
    ['numbers, then letters', ['[a]', '[1]', '[b]', '[2]'], [`[1] ${B}\n[2] ${D}`, `[a] ${A}\n[b] ${C}`]],
    ['letters, then numbers', ['[a]', '[1]', '[b]', '[2]'], [`[a] ${A}\n[b] ${C}`, `[1] ${B}\n[2] ${D}`]],
    ['each entry a block', ['[a]', '[1]', '[b]', '[2]'], [`[1] ${B}`, `[2] ${D}`, `[a] ${A}`, `[b] ${C}`]],
    ['a rule between', ['[a]', '[1]', '[b]', '[2]'], [`[1] ${B}\n[2] ${D}`, '-----', `[a] ${A}\n[b] ${C}`]],
    ['carets', ['[^a]', '[^1]', '[^b]', '[^2]'], [`[^1]: ${B}\n[^2]: ${D}`, `[^a]: ${A}\n[^b]: ${C}`]],
    ['signs, then numbers', ['*', '1', '†', '2'], [`* ${A}\n† ${C}`, `1 ${B}\n2 ${D}`]],
    ['numbers, then signs', ['*', '1', '†', '2'], [`1 ${B}\n2 ${D}`, `* ${A}\n† ${C}`]],
    ['signs with a full stop', ['*', '1', '†', '2'], [`  *. ${A}\n  †. ${C}`, `  1. ${B}\n  2. ${D}`]],
    ['signs without one', ['*', '1', '†', '2'], [`  * ${A}\n  † ${C}`, `  1. ${B}\n  2. ${D}`]],
    ['signs without one, below', ['*', '1', '†', '2'], [`  1. ${B}\n  2. ${D}`, `  * ${A}\n  † ${C}`]],
    ['signs above superscript numbers', ['*', '¹', '†', '²'], [`* ${A}\n† ${C}`, `¹ ${B}\n² ${D}`]],
    ['signs above numbers in brackets', ['*', '[1]', '†', '[2]'], [`* ${A}\n† ${C}`, `[1] ${B}\n[2] ${D}`]],
    ['signs below numbers in brackets', ['*', '[1]', '†', '[2]'], [`[1] ${B}\n[2] ${D}`, `* ${A}\n† ${C}`]],
    [
      'indented signs below numbers in brackets',
      ['*', '[1]', '**', '[2]'],
      [`[1] ${B}\n[2] ${D}`, `  * ${A}\n  ** ${C}`],
    ],
    ['signs in brackets', ['[*]', '[1]', '[†]', '[2]'], [`[1] ${B}\n[2] ${D}`, `[*] ${A}\n[†] ${C}`]],
    ['signs below superscript numbers', ['*', '¹', '†', '²'], [`¹ ${B}\n² ${D}`, `* ${A}\n† ${C}`]],
  ])('%s', (_, markers, lists) => {
    const { notes, said } = read(letter(markers, ...lists));
    const labels = markers.map((marker) =>
      marker
        .replace(/[[\]^]/g, '')
        .replace('¹', '1')
        .replace('²', '2'),
    );
    expect(notes).toEqual(labels.map((label, index) => `${label} ${NOTES[index]}`));
    expect(said.filter((each) => !/page-break|list-head/.test(each))).toEqual([]);
  });

  test('a list of the document itself above its notes stays one', () => {
    const text = letter(['', '1', '', '2'], `  * ${A}\n  * ${C}`, `  1. ${B}\n  2. ${D}`);
    expect(read(text).notes).toEqual([`1 ${B}`, `2 ${D}`]);
    const lettered = letter(['', '[1]', '', '[2]'], `[a] ${A}\n[b] ${C}`, `[1] ${B}\n[2] ${D}`);
    expect(read(lettered).notes).toEqual([`1 ${B}`, `2 ${D}`]);
  });
});

test('points in brackets below a colon are no notes of the sentence that names them', () => {
  const points = '[1] the seeds;\n[2] the books.';
  const text = `Berlin, 3. Mai 1894.\n\nDear friend,\n\nI speak of points [1] and [2]:\n\n${points}\n\nThat is all.\n\nYours, Paul\n`;
  expect(read(text, 'brackets').notes).toEqual([]);
});

describe('a marker that stands again', () => {
  test.each([
    ['[^1]', '[^2]', `[^1]: ${B}\n[^2]: ${D}`],
    ['[1]', '[2]', `[1] ${B}\n[2] ${D}`],
    ['¹', '²', `¹ ${B}\n² ${D}`],
  ])('%s is reported, and stays text', (one, two, list) => {
    const { notes, said } = read(letter([one, two, '', one], list));
    expect(notes).toEqual([`1 ${B}`, `2 ${D}`]);
    expect(said).toEqual([
      'transcript/marker-repeated: marker "1" stands again, and there is one note "1"; this one stays text',
    ]);
  });

  test('lists that begin anew are each of their own page', () => {
    const page = (text: string) => `${text}[1] Nun ist es gut.\n\n[1] ${B}\n\n[Page 2]\n\n`;
    const { said } = read(
      `Lieber Freund!\n\n${page('Ich danke für das Buch')}Auch der Brief[1] kam an, danke sehr.\n\n[1] ${D}\n`,
    );
    expect(said.filter((each) => each.includes('repeated'))).toEqual([]);
  });
});

test('a text that speaks of a note does not repeat its marker', () => {
  const text =
    'The books[1] came with the map.[2] For both see note [1], and footnote [2].\n\n[1] A present.\n[2] Of the coast.\n';
  expect(read(text)).toEqual({ notes: ['1 A present.', '2 Of the coast.'], said: [] });
});

describe('a list of notes in brackets, and below it', () => {
  const TEXT = 'The books[1] came with the map.[2] I have read them.';
  const LIST = '[1] A present.\n[2] Of the coast.';
  const BOOKS =
    '1. Adams, John: Works. Boston 1850.\n2. Brown, Carl: Letters. London 1902.\n3. Clark, Dan: Papers. 1911.';

  test.each([
    ['a bibliography', `Bibliography\n\n${BOOKS}`],
    ['items', 'a. Emerson, Essays\nb. Thoreau, Walden'],
    ['a text', 'This was copied from the register in May.'],
  ])('%s', (_, below) => {
    expect(read(`${TEXT}\n\n${LIST}\n\n${below}\n`)).toEqual({
      notes: ['1 A present.', '2 Of the coast.'],
      said: ['transcript/notes-between: a list of notes does not stand at the end'],
    });
  });

  test('another text with a list of its own', () => {
    const { notes } = read(
      `${TEXT}\n\n${LIST}\n\nThe ship[1] has gone to the south.[2]\n\n[1] The Ada.\n[2] In June.\n`,
    );
    expect(notes).toEqual(['1 A present.', '2 Of the coast.', '1 The Ada.', '2 In June.']);
  });

  test('items that no marker stands above are none', () => {
    expect(read(`The books came.\n\n${LIST}\n\nI have read them, see [1].\n`)).toEqual({ notes: [], said: [] });
  });
});
