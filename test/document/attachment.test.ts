import { describe, expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import { createSource } from '../../src/source/index.js';
import { serializeXml } from '../../src/xml/serialize.js';

const HEAD = '501.BB/7–948\n\nThe Counselor of Embassy (Lane) to the Secretary of State\n\nOslo, August 26, 1948.';
const ENCLOSED = `[Enclosure]

confidential

The Norland Minister for Foreign Affairs (Falk) to the Counselor of Embassy (Lane)

Oslo, August 2, 1948.

secret

Sir: The boats are late.

Falk`;

function bodyOf(paragraphs: readonly string[], encoding: string): string {
  const codes: string[] = [];
  const { tei } = convert(createSource('d1.txt', paragraphs.join('\n\n')), { encoding, rules: false }, ({ code }) =>
    codes.push(code),
  );
  expect(codes.filter((code) => /not-(?:kept|rebuilt)/.test(code))).toEqual([]);
  const xml = serializeXml(tei);
  return xml.slice(xml.indexOf('</head>') + 7, xml.indexOf('</body>\n  </text>')).replace(/\s*\n\s*/g, '');
}

describe('what is attached to a document with a file number', () => {
  test('has its own opener, head and closer', () => {
    expect(bodyOf([HEAD, 'secret', 'I enclose a paper.', 'Ada Lane', ENCLOSED], 'frus')).toBe(
      '<opener><dateline><placeName>Oslo</placeName>, <date when="1948-08-26">August 26, 1948</date>.</dateline>secret</opener>' +
        '<p>I enclose a paper.</p>' +
        '<closer><signed>Ada Lane</signed></closer>' +
        '<frus:attachment xmlns:frus="http://history.state.gov/frus/ns/1.0" xml:id="d1at1">' +
        '<opener>[Enclosure]confidential</opener>' +
        '<head>The Norland Minister for Foreign Affairs (<persName type="from">Falk</persName>) to the Counselor of Embassy (<persName type="to">Lane</persName>)</head>' +
        '<opener><dateline><placeName>Oslo</placeName>, <date when="1948-08-02">August 2, 1948</date>.</dateline>secret</opener>' +
        '<p>Sir: The boats are late.</p>' +
        '<closer><signed>Falk</signed></closer>' +
        '</frus:attachment></div>',
    );
  });

  test('encoding frus names those who sign it where they are in a list, tei-letter all', () => {
    const paragraphs = [HEAD, 'I thank you.', 'Ada Lane'];
    expect(bodyOf(paragraphs, 'frus')).toContain('<signed>Ada Lane</signed>');
    expect(bodyOf(paragraphs, 'tei-letter')).toContain('<signed><persName>Ada Lane</persName></signed>');
    const numbered = ['7. Letter From Lane to Falk', 'I thank you.', 'Ada Lane'];
    expect(bodyOf(numbered, 'frus')).toContain('<signed><persName>Ada Lane</persName></signed>');
  });

  test('words without brackets are the head', () => {
    const xml = bodyOf([HEAD, 'I enclose two.', 'Annex A', 'It is short.', 'Annex B', 'So is this.'], 'frus');
    expect(xml).toContain('xml:id="d1at1"><head>Annex A</head><p>It is short.</p></frus:attachment>');
    expect(xml).toContain('xml:id="d1at2"><head>Annex B</head><p>So is this.</p></frus:attachment>');
  });

  test('in encoding tei-letter it is a text of its own, in a postscript behind a closer', () => {
    const signed = bodyOf([HEAD, 'I enclose a paper.', 'Ada Lane', '[Annex]', 'A Title', 'It is short.'], 'tei-letter');
    const text =
      '<floatingText type="attachment" xml:id="d1at1"><body><opener>[Annex]</opener><head>A Title</head><p>It is short.</p></body></floatingText>';
    expect(signed).toContain(`</closer><postscript>${text}</postscript>`);
    const unsigned = bodyOf([HEAD, 'I enclose a paper.', '[Annex]', 'A Title', 'It is short.'], 'tei-letter');
    expect(unsigned).toContain(`</p>${text}`);
  });

  test.each([
    ['of a document without one', ['7. Letter From Lane to Falk', 'I enclose a paper.', 'Attachment', 'It is short.']],
    ['with no text behind them', [HEAD, 'I enclose a paper.', 'Ada Lane', '[Enclosure]']],
  ])('the words alone are a paragraph: %s', (_, paragraphs) => {
    expect(bodyOf(paragraphs, 'frus')).toMatch(/<p>(?:Attachment|\[Enclosure\])<\/p>/);
  });
});

describe('a list that a paragraph introduces', () => {
  const list = ['There are two:', '  1. boats\n  2. oars'];

  test('stands in the paragraph where it has labels, or file numbers are printed, in encoding frus', () => {
    const inside =
      '<p>There are two:<list><label>1.</label><item>boats</item><label>2.</label><item>oars</item></list></p>';
    expect(bodyOf([HEAD, ...list], 'frus')).toContain(inside);
    expect(bodyOf([HEAD, ...list], 'tei-letter')).toContain('<p>There are two:</p><list>');
    expect(bodyOf(['7. Letter From Lane to Falk', ...list], 'frus')).toContain(inside);
    const plain = ['There are two:', '  * boats\n  * oars'];
    expect(bodyOf([HEAD, ...plain], 'frus')).toContain('<p>There are two:<list><item>boats</item>');
    expect(bodyOf(['7. Letter From Lane to Falk', ...plain], 'frus')).toContain('<p>There are two:</p><list>');
    const titled = ['Discussion:', '  1. boats\n  2. oars'];
    expect(bodyOf(['7. Letter From Lane to Falk', ...titled], 'frus')).toContain('<p>Discussion:</p><list>');
  });
});

describe('for whom somebody signs', () => {
  const closing = ['I enclose a paper.', 'For the Ambassador:', 'Ada Lane'];
  const of = (head: string, encoding: string) => /<p>I.*?<signed>/.exec(bodyOf([head, ...closing], encoding))?.[0];

  test('stands in the closer, or in encoding frus above it where the document has a number', () => {
    const inside = '<p>I enclose a paper.</p><closer>For the Ambassador:<signed>';
    expect(of(HEAD, 'frus')).toBe(inside);
    expect(of('7. Letter From Lane to Falk', 'frus')).toBe(
      '<p>I enclose a paper.</p><p>For the Ambassador:</p><closer><signed>',
    );
    expect(of('7. Letter From Lane to Falk', 'tei-letter')).toBe(inside);
  });

  test('is not said by a message for one of those who are addressed', () => {
    const paragraphs = ['I enclose a paper.', 'For Oslo only: you may say so.', 'Lane'];
    const body = bodyOf(['7. Telegram From Lane to Falk', ...paragraphs], 'tei-letter');
    expect(body).toContain('<p>For Oslo only: you may say so.</p>');
  });
});
