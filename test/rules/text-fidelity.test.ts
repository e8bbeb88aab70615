import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { checkRules, ruleMessages } from '../../src/rules/index.js';
import { createSource, type Source } from '../../src/source/index.js';
import { parseXml } from '../../src/xml/index.js';
import { serializeXml } from '../../src/xml/serialize.js';
import { pageExample, saidOf } from '../page-example.js';

const SEED = createSource('d15.txt', readFileSync('corpus/frus/transcriptions/frus1961-63v06-d15.txt', 'utf8'));

function encoded(source: Source, encoding: string): string {
  return serializeXml(convert(source, { encoding }, () => {}).tei);
}

/** What the rule says of XML text against a transcription. */
function compare(xml: string, against: Source, path = 'd15.xml'): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const document = parseXml(createSource(path, xml), (d) => diagnostics.push(d));
  if (document) checkRules({ document, against }, (d) => diagnostics.push(d));
  return diagnostics.filter(({ code }) => code === 'rule/text-differs' || !code.startsWith('rule/'));
}

/** The text from the place of the one difference on, in the TEI and in the transcription. */
function difference(xml: string, against = SEED): readonly [here: string, there: string, message: string] | undefined {
  const [found, ...more] = compare(xml, against);
  if (!found) return undefined;
  expect([found.code, more.length]).toEqual(['rule/text-differs', 0]);
  const there = found.related?.[0]?.place;
  expect(there?.source).toBe(against);
  const from = (place: Diagnostic['place']) => place?.source.text.slice(place.start, place.start + 24) ?? 'no place';
  return [from(found.place), from(there), found.message];
}

function mutate(xml: string, from: string | RegExp, to: string): string {
  const mutated = xml.replace(from, to);
  if (mutated === xml) throw new Error(`nothing to replace: ${from}`);
  return mutated;
}

describe.each(['tei-letter', 'frus'])('the seed in %s', (encoding) => {
  const xml = encoded(SEED, encoding);

  test('is what was transcribed', () => {
    expect(compare(xml, SEED)).toEqual([]);
  });

  const cases: readonly (readonly [what: string, from: string | RegExp, to: string, here: string, there: string])[] = [
    ['a word dropped', 'the spirit of cooperation', 'the of cooperation', 'of cooperation', 'spirit of cooperation'],
    ['a word doubled', 'We would only welcome', 'We would would only welcome', 'would only welcome', 'only welcome'],
    ['a letter changed', 'the problem of Laos had', 'the problem of Lags had', 'gs had become', 'os had become'],
    ['a letter with another case', 'Speaking frankly', 'speaking frankly', 'speaking frankly', 'Speaking frankly'],
    ['a space lost', 'I agree with you.', 'I agree withyou.', 'you.', ' you.'],
    ['a space added', 'co-existence', 'co- existence', ' existence', 'existence'],
    ['the number of a page', 'n="20"', 'n="22"', '<pb n="22"', '0]'],
    ['a page break lost', /<pb n="21"[^>]*>/, '', 'would be significantly', '[Page 21]would'],
    ['a page break moved by a word', /(<pb n="19"[^>]*>)cannot/, 'cannot$1', 'cannot<pb', '[Page 19]cannot'],
    ['a note lost', /<note n="2".*?<\/note>/s, '', 'concerning the necessity', '2 concerning'],
    ['the number of a marker', /<note n="1"/, '<note n="7"', '<note n="7"', '1 I welcome'],
    ['a marker moved by a word', /(<note n="1".*?<\/note>) I/s, ' I$1', ' I<note', '1 I welcome'],
    ['a word of a note', 'volume V', 'volume VI', 'I', '.\n  4. Following'],
    ['a paragraph at the end', /<\/p>(\s*)<\/div>/, '</p>$1<p>More.</p></div>', 'More.', '  1. Source'],
  ];
  test.each(cases)('%s is found, in both files', (_, from, to, here, there) => {
    const found = difference(mutate(xml, from, to));
    expect(found?.[0].slice(0, here.length)).toBe(here);
    expect(found?.[1].trimStart().slice(0, there.trimStart().length)).toBe(there.trimStart());
  });

  test('the message shows both', () => {
    expect(difference(mutate(xml, 'the spirit of', 'the breath of'))?.[2]).toBe(
      'the text differs from the transcription: "breath of cooperation in which t…" stands here, "spirit of cooperation in which t…" there',
    );
  });

  test('a text that ends too early is said', () => {
    const cut = createSource('d15.txt', `${SEED.text}\n\nMore.`);
    expect(difference(xml, cut)?.[2]).toContain('the end of the text stands here, " More." there');
  });

  test.each([
    ['re-indented', (text: string) => text.replace(/\n */g, (end) => `${end}\t `)],
    ['with Windows line ends', (text: string) => text.replace(/\n/g, '\r\n')],
    ['with wide spaces in the text', (text: string) => text.replace(/(?<=<\/head>.*) (?=[a-z]+ [a-z]+ )/gs, '   ')],
    ['wrapped at each space', (text: string) => text.replace(/(?<=\p{L}{3}) (?=\p{L}{3})/gu, '\n      ')],
    ['in NFD', (text: string) => text.normalize('NFD')],
  ])('%s is the same', (_, change) => {
    const changed = change(xml);
    expect(changed === xml).toBe(xml.normalize('NFD') === xml && changed === xml.normalize('NFD'));
    expect(compare(changed, SEED)).toEqual([]);
  });
});

test('the form in which accents are stored does not count', () => {
  const source = createSource('a.txt', 'Dear Mr. Chargé:\n\nThe café at Đà Nẵng.\n');
  const xml = encoded(source, 'tei-letter');
  expect(compare(xml.normalize('NFD'), source)).toEqual([]);
  expect(compare(xml, createSource('a.txt', source.text.normalize('NFD')))).toEqual([]);
  expect(difference(mutate(xml, 'café', 'cafe'), source)?.slice(0, 2)).toEqual([
    expect.stringMatching(/^e at/),
    expect.stringMatching(/^é at/),
  ]);
});

describe('TEI by another hand', () => {
  const tei = (body: string) => `<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader><fileDesc><titleStmt><title>Not part of the text</title></titleStmt></fileDesc></teiHeader>
  <text>
    <body>
      <div type="letter">${body}</div>
    </body>
  </text>
</TEI>`;
  const letter = createSource('letter.txt', 'Vienna, 3 June\n\nDear Amb.,\n\nteh paper is [here].\n\nYours, J. K.\n');

  test('is compared by the words of the source', () => {
    const xml = tei(`
        <opener><dateline><placeName>Vienna</placeName>, <date when="1961-06-03">3 June</date></dateline>
          <salute>Dear <choice><abbr>Amb.</abbr><expan>Ambassador</expan></choice>,</salute></opener>
        <p><choice>
            <sic>teh</sic>
            <corr>the</corr>
          </choice> paper is <supplied>[here]</supplied>.</p>
        <closer><salute>Yours,</salute> <signed>J. K.</signed></closer>`);
    expect(compare(xml, letter, 'letter.xml')).toEqual([]);
  });

  test('a correction without the words corrected is a difference', () => {
    const xml = tei('<p>Vienna, 3 June</p><p>Dear Amb.,</p><p>the paper is [here].</p><p>Yours, J. K.</p>');
    expect(difference(xml, letter)?.slice(0, 2)).toEqual(['he paper is [here].</p><', 'eh paper is [here].\n\nYou']);
  });

  test('an abbreviation written out is a difference', () => {
    const xml = tei('<p>Vienna, 3 June</p><p>Dear Ambassador,</p>');
    expect(difference(xml, letter)?.[0]).toMatch(/^assador,/);
  });

  test('places are right behind references and in CDATA sections', () => {
    const source = createSource('a.txt', 'AT&T <b> \u{1F600} x.\n\n<c> y.\n');
    const body = '<p>AT&amp;T &lt;b> &#x1F600; x.</p><p><![CDATA[<c> y.]]></p>';
    expect(compare(tei(body), source)).toEqual([]);
    expect(difference(tei(body.replace(' x', ' z')), source)?.[0]).toMatch(/^z\.<\/p>/);
    expect(difference(tei(body.replace(' y', ' z')), source)?.[0]).toMatch(/^z\.]]>/);
  });

  test('notes numbered as their markers are read so', () => {
    const source = createSource('a.txt', 'I agree.5 You do.6\n\n  5. See x.\n  6. See y.\n');
    const notes = '<p>I agree.<note n="5">See x.</note> You do.<note n="6">See y.</note></p>';
    expect(compare(tei(notes), source)).toEqual([]);
    expect(difference(tei(notes.replace('See y', 'See z')), source)?.[0]).toMatch(/^z\./);
  });

  test('an empty text is a difference to a letter, and none to nothing', () => {
    expect(difference(tei('<p/>'), letter)?.[2]).toContain('the end of the text stands here, "Vienna, 3 June');
    expect(compare(tei('<p/>'), createSource('a.txt', '\n'))).toEqual([]);
  });
});

test('the page shows what is said', () => {
  const { said, path, failing, mended } = pageExample('rule/text-differs');
  const against = createSource('letter.txt', 'The first of May.\n');
  expect(saidOf(path, compare(failing, against, path))).toEqual([said]);
  expect(compare(mended, against, path)).toEqual([]);
});

test('there is a page for each code', () => {
  for (const code of ruleMessages.codes.keys()) expect(pageExample(code).mended).not.toBe('');
});
