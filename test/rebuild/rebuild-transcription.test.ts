import { describe, expect, test } from '@jest/globals';
import { frusWeb, plain } from '../../src/profiles/index.js';
import { readConversionFacts, rebuildTranscription } from '../../src/rebuild/index.js';
import { treeOf } from '../xml/trees.js';

function rebuilt(div: string, noteNumbering: 'ordinal' | 'same' = 'ordinal'): string {
  const text = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><p>header</p></teiHeader><text><body>
  <div>${div}</div>
</body></text></TEI>`;
  return rebuildTranscription(treeOf(text), { conventions: frusWeb, noteNumbering }).text;
}

describe('blocks', () => {
  test.each([
    ['paragraphs', '<head>A</head>\n  <p>b</p>\n  <p>c\nd</p>', 'A\n\nb\n\nc\nd'],
    [
      'an opener of lines',
      '<opener><dateline>B, May 12</dateline>\n  <salute>Dear A:</salute></opener>',
      'B, May 12\n  Dear A:',
    ],
    [
      'a letter inside',
      '<p>Begin Text</p><floatingText><body><p>b</p></body></floatingText><p rend="run-in">End text.</p>',
      'Begin Text\n\nbEnd text.',
    ],
    ['items', '<list><item>a</item><item>b<list><item>c</item></list></item></list>', '  * a\n  * b\n    * c'],
    ['labelled items', '<list><label>(a)</label><item>b</item></list>', '  (a) b'],
    [
      'rows',
      '<p>0</p><table><row><cell>a</cell><cell>b</cell></row><row><cell>c</cell><cell/></row></table><p>d</p>',
      '0\n\na | b\nc | \n\nd',
    ],
    ['a quotation', '<quote><p>a</p><p>b</p></quote><p>c</p>', '> a\n\n> b\n\nc'],
    ['a page break between paragraphs', '<p>a</p><pb n="20"/><p>b</p>', 'a\n\n[Page 20]\n\nb'],
  ])('%s', (_, div, text) => expect(rebuilt(div)).toBe(text));
});

describe('inside of a paragraph', () => {
  test.each([
    ['a page break stands where it is', '<p>it <pb n="19"/>cannot</p>', 'it [Page 19]cannot'],
    ['what was typed goes before the convention', '<p>a <?teiscribe typed="[p. 19]"?><pb n="19"/>b</p>', 'a [p. 19]b'],
    ['a line', '<p>a\n<lb/>b</p>', 'a\nb'],
    ['a line of a file that is laid out', '<p>a<lb/>\n b</p>', 'a\n b'],
    ['a line of a quotation', '<quote>a\n<lb/>b</quote>', '> a\n> b'],
    ['names, dates and emphasis leave no trace', '<p><persName>A</persName> <hi>b</hi></p>', 'A b'],
    [
      'the words of the source, not those of the editor',
      '<p><choice><sic>teh</sic><corr>the</corr></choice> <choice><abbr>Amb.</abbr><expan>Ambassador</expan></choice> <supplied>a</supplied></p>',
      'teh Amb. a',
    ],
    ['a character that XML cannot hold', '<p>a<seg type="U-000C"/>b</p>', 'a\fb'],
    ['a quotation', '<p>he said <quote>“no”</quote></p>', 'he said “no”'],
  ])('%s', (_, div, text) => expect(rebuilt(div)).toBe(text));
});

describe('notes', () => {
  const notes = '<p>a<note n="0">Source: x.</note> b.<note n="1">See y.</note></p>';

  test('become markers and a list numbered from 1', () => {
    expect(rebuilt(notes)).toBe('a0 b.1\n\n  1. Source: x.\n  2. See y.');
  });

  test('are numbered as their markers where the list is', () => {
    expect(rebuilt(notes, 'same')).toBe('a0 b.1\n\n  0. Source: x.\n  1. See y.');
  });

  test('of several paragraphs have blank lines', () => {
    expect(rebuilt('<p>a<note n="1"><p>b</p><p>c</p></note></p>')).toBe('a1\n\n  1. b\n\nc');
  });

  test('without a marker stand in the list where they stood', () => {
    const div = `<p>a<note n="1">x</note> b<note n="2">y</note></p><note n="7"><?teiscribe entry="2" label="7."?>z</note>`;
    expect(rebuilt(div)).toBe('a1 b2\n\n  1. x\n7. z\n  3. y');
  });

  test('within the text or without a number stay where they are', () => {
    expect(rebuilt('<p>a <note place="inline" n="1">(b)</note> <note>c</note></p>')).toBe('a (b) c');
  });
});

test('each stretch of the text has its place in the TEI', () => {
  const text = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>a<pb n="2"/>b</p></body></text></TEI>';
  const { pieces, text: made } = rebuildTranscription(treeOf(text), { conventions: frusWeb, noteNumbering: 'same' });
  expect(made).toBe('a[Page 2]b');
  expect(pieces.map(({ start, place }) => [start, text.slice(place.start, place.end)])).toEqual([
    [0, 'a'],
    [1, '<pb n="2"/>'],
    [9, 'b'],
  ]);
});

describe('what a file says of its conversion', () => {
  test('is read from the header', () => {
    const header =
      '<application ident="teiscribe"><desc type="profile">plain</desc><desc type="note-numbering">same</desc></application>';
    expect(readConversionFacts(treeOf(`<TEI>${header}</TEI>`))).toEqual({
      profile: 'plain',
      conventions: plain,
      noteNumbering: 'same',
    });
  });

  test('or from a processing instruction', () => {
    const facts = readConversionFacts(treeOf('<?teiscribe profile="frus-web" note-numbering="ordinal"?><TEI/>'));
    expect(facts).toEqual({ profile: 'frus-web', conventions: frusWeb, noteNumbering: 'ordinal' });
  });

  test('with what differs from the profile', () => {
    const variation = '{&quot;pageBreak&quot;:{&quot;before&quot;:&quot;{&quot;,&quot;after&quot;:&quot;}&quot;}}';
    const facts = readConversionFacts(treeOf(`<?teiscribe profile="plain" conventions="${variation}"?><TEI/>`));
    expect(facts.conventions).toMatchObject({ name: 'plain', marker: 'glued', pageBreak: { before: '{', after: '}' } });
  });

  test.each(['{', '[]', '{"marker":"stamped"}', '{"pageBreak":{"before":"{"}}'])(
    'unless %s says nothing',
    (variation) => {
      const desc = `<desc type="profile">plain</desc><desc type="conventions">${variation}</desc>`;
      const facts = readConversionFacts(treeOf(`<TEI><application ident="teiscribe">${desc}</application></TEI>`));
      expect(facts.conventions).toEqual(plain);
    },
  );

  test('of another program is nothing', () => {
    const header = '<application ident="other"><desc type="profile">plain</desc></application>';
    expect(readConversionFacts(treeOf(`<?other profile="plain"?><TEI>${header}</TEI>`))).toEqual({});
    expect(readConversionFacts(treeOf('<?teiscribe note-numbering="odd"?><TEI/>'))).toEqual({});
  });
});
