import { expect, test } from '@jest/globals';
import { text } from '../../src/exporters/index.js';
import { exported, letterXml, teiFile } from './tei.js';

const written = async (body: string) => (await exported(text, [teiFile(letterXml(body))])).text();

test('paragraphs, notes at the end, pages in the line', async () => {
  expect(await written('<p>One<note>A\n  note<note>of a note</note>.</note>\n <pb n="2"/>two.</p><p>Three</p>')).toBe(
    'One[1] [Page 2] two.\n\nThree\n\n[1] A note[2].\n\n[2] of a note\n',
  );
});

test('lists, tables, line ends, a letter inside a letter', async () => {
  expect(
    await written(
      '<list><item>a</item><item>b</item></list><table><row><cell>1</cell><cell>2</cell></row></table><closer>Yours<lb/>Ada</closer><floatingText><body><p>Dear</p></body></floatingText>',
    ),
  ).toBe('- a\n\n- b\n\n1\t2\n\nYours\nAda\n\nDear\n');
});

test('of two spellings the one that a reader wants', async () => {
  expect(
    await written(
      '<p>a <choice><sic>hte</sic><corr>the</corr></choice> <choice><abbr>Mr</abbr><expan>Mister</expan></choice></p>',
    ),
  ).toBe('a the Mister\n');
});

test('the words of sections are there, too', async () => {
  const section = '<div type="section"><head>Preface</head><p>Words</p></div>';
  expect(await written(`${section}<div type="document" xml:id="d1"><p>x</p></div>`)).toBe(
    'Preface\n\nWords\n\n* * *\n\nx\n',
  );
});
