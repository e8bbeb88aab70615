/** Mistakes in letters as the validator reports them: what is said, where, and how often. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { gatherDiagnostics } from '../../src/diagnostic/index.js';
import { compileGrammar, validateRelaxNg } from '../../src/relaxng/index.js';
import { createSource, pointAt } from '../../src/source/index.js';
import { buildGrammar } from './build-grammar.js';
import { letterWith, validateWith } from './pages.js';

const letter = readFileSync('schemas/letter.rnc', 'utf8');
const div = (content: string) => `<div type="letter" xml:id="d1">${content}</div>`;
const P = '<p>Text.</p>';

/** `code: the part of the document that the report points at`. */
function places(document: string): readonly string[] {
  return validateWith(letter, document).map(
    ({ code, place }) => `${code.slice(4)}: ${place?.source.text.slice(place.start, place.end)}`,
  );
}

describe('a report', () => {
  test.each([
    ['the start tag of an element', div(`${P}<salutation n="1">x</salutation>`), 'unknown-element: <salutation n="1">'],
    ['the attribute', div(`<p tpye = "x">x</p>`), 'attribute-not-allowed: tpye = "x"'],
    [
      'the attribute whose value is wrong',
      div(`<p>x <date n="1" when='1 May'>x</date></p>`),
      "attribute-value-invalid: when='1 May'",
    ],
    [
      'the start tag that lacks an attribute',
      div('<figure><graphic /></figure>'),
      'required-attribute-missing: <graphic />',
    ],
    ['the end tag of what is not complete', div('<table><row></row></table>'), 'required-element-missing: </row>'],
    ['the words, not the white space around them', div(`\n  stray words \n ${P}`), 'text-not-allowed: stray words'],
  ])('points at %s', (_, content, expected) => {
    expect(places(letterWith(content))).toEqual([expected]);
  });

  test('shows the start tag beside the end tag, and the first ID beside the second', () => {
    const [incomplete] = validateWith(letter, letterWith(div('<table><row></row></table>')));
    expect(incomplete?.related?.map(({ place }) => place.source.text.slice(place.start, place.end))).toEqual(['<row>']);
    const [duplicate] = validateWith(letter, letterWith(div(`<p xml:id="a">x</p><p xml:id="a">x</p>`)));
    const [first] = duplicate?.related ?? [];
    expect(first && pointAt(first.place.source, first.place.start).column).toBeLessThan(
      pointAt(createSource('', ''), 0).column + (duplicate?.place?.start ?? 0),
    );
    expect(first?.place.start).toBeLessThan(duplicate?.place?.start ?? 0);
  });

  test('names no more than five alternatives, and holds them all', () => {
    const [unknown] = validateWith(letter, letterWith(div(`${P}<qqqqqqqq/>`)));
    expect(unknown?.message).toMatch(/; expected "\w+", "\w+", "\w+", "\w+", "\w+" or \d+ others$/);
    expect(unknown?.expected?.length).toBeGreaterThan(20);
  });
});

describe('what was most likely meant', () => {
  test.each([
    ['<p><persname>x</persname></p>', 'persName'],
    ['<p><bold>x</bold></p>', 'hi'],
    ['<p>a<br/>b</p>', 'lb'],
    ['<p>a<footnote>b</footnote></p>', 'note'],
    ['<p><plcaeName>x</plcaeName></p>', 'placeName'],
    ['<p id="x">a</p>', 'xml:id'],
    ['<p xml:lnag="en">a</p>', 'xml:lang'],
    ['<p><date wehn="1961">a</date></p>', 'when'],
    ['<p><date value="1961">a</date></p>', 'when'],
    ['<p><link>x</link></p>', 'ref'],
    ['<p><ref href="http://example.org/">x</ref></p>', 'target'],
    ['<p class="x">x</p>', 'rend'],
    ['<figure><graphic src="a.jpg"/></figure>', 'url'],
  ])('%s: "%s"', (content, meant) => {
    const found = validateWith(letter, letterWith(div(content)));
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining(`did you mean "${meant}"?`)]);
  });

  test('and is not mended where it is but a word of another vocabulary', () => {
    for (const content of ['<ref href="http://example.org/">x</ref>', '<link>x</link>', '<bold>x</bold>']) {
      expect(validateWith(letter, letterWith(div(`<p>${content}</p>`))).map(({ fix }) => fix)).toEqual([undefined]);
    }
    expect(validateWith(letter, letterWith(div('<p><ref taregt="#d1">x</ref></p>')))[0]?.fix).toBeDefined();
  });

  test('nothing, where no name is near', () => {
    const [found] = validateWith(letter, letterWith(div('<p><q12345/></p>')));
    expect(found?.message).not.toContain('did you mean');
  });

  test.each([
    ['<p><date when="12 May 1961">x</date></p>', 'write "1961-05-12"'],
    ['<p><date when="May 12, 1961">x</date></p>', 'write "1961-05-12"'],
    ['<p><date when="May 1961">x</date></p>', 'write "1961-05"'],
    ['<p><date when="20/01/1977">x</date></p>', 'write "1977-01-20"'],
    ['<p><date when="1961-5-2">x</date></p>', 'write "1961-05-02"'],
    ['<p xml:lang="en_US">x</p>', 'write "en-US"'],
    ['<p><date cert="hihg" when="1961">x</date></p>', 'did you mean "high"?'],
  ])('%s: %s', (content, note) => {
    expect(validateWith(letter, letterWith(div(content))).map((found) => found.note)).toEqual([note]);
  });

  test('no date that there is not, and none of two that it could be', () => {
    for (const when of ['1961-02-30', '3/4/1961', '12 Mai 61']) {
      const [found] = validateWith(letter, letterWith(div(`<p><date when="${when}">x</date></p>`)));
      expect(found?.note).toMatch(/^write dates as/);
    }
  });
});

describe('what to do', () => {
  test.each([
    [div(`${P}<head>x</head>`), 'move "head" before "p"'],
    [div('<table><row><p>x</p></row></table>'), 'put "p" into "cell"'],
    [div('<list>one<item>x</item></list>'), 'put the text into one of them, such as "item"'],
    [div('<table><row>x<cell/></row></table>'), 'put the text into "cell", or take it out'],
    [
      letterWith(div(P)).replace(/<publicationStmt>/, '$&<p>x</p>'),
      'write "publisher", "authority" or "distributor" instead, or take it out',
    ],
    [div(`<head><p>x</p></head>${P}`), 'end "head" before it: "p" may stand in "div"'],
    [
      div(
        `${P}<closer><salute>x</salute></closer><floatingText type="enclosure" xml:id="e1"><body>${P}</body></floatingText>`,
      ),
      'or put it into "postscript"',
    ],
    [
      div(`<list type="simple"><item>x</item></list><opener><salute>x</salute></opener>${P}`),
      'move "opener" before "list"',
    ],
  ])('%s: %s', (content, advice) => {
    const document = content.startsWith('<TEI') || content.startsWith('<?xml') ? content : letterWith(content);
    expect(validateWith(letter, document).map(({ note }) => note)).toEqual([expect.stringContaining(advice)]);
  });
});

describe('one mistake, one report', () => {
  test.each([
    ['a misspelt element is taken for the one that was meant', div('<table><rwo><cell>x</cell></rwo></table>')],
    ['what stands in a foreign element is let be', div(`<x><y a="1">text<p>x</p></y></x>${P}`)],
    ['what stands in the wrong place is the content that is missed', div('<table><row><p>x</p></row></table>')],
    ['text that should have been in an element is the content that is missed', div('<table><row>x</row></table>')],
    ['a document without namespace', letterWith(div(P)).replace(/ xmlns="[^"]*"/, '')],
    ['a misspelt attribute is taken for the required one', div('<figure><graphic ulr="a.jpg"/></figure>')],
    ['an attribute twice in the way', div('<p><date when="1961" from="1960" to="1962">x</date></p>')],
    ['text in pieces', div(`stray <!-- c --> words <?p i?> and more${P}`)],
    [
      'a missing element that the next one waits for',
      letterWith(
        '<publicationStmt><date when="1961"/><publisher>P</publisher><availability status="unknown"><p>U.</p></availability></publicationStmt>',
      ),
    ],
  ])('%s', (_, content) => {
    expect(validateWith(letter, letterWith(content))).toHaveLength(1);
  });

  test('a misspelt attribute is taken for one of several that are required; one of others is not', () => {
    const schema = 'element a { (attribute kind { text } | attribute number { text }), attribute title { text }? }';
    const codes = (document: string) => validateWith(schema, document).map(({ code }) => code);
    expect(codes('<a knid="x"/>')).toEqual(['rng/attribute-not-allowed']);
    expect(codes('<a tilte="x"/>')).toEqual(['rng/attributes-incomplete', 'rng/attribute-not-allowed']);
    expect(codes('<a/>')).toEqual(['rng/attributes-incomplete']);
  });

  test('an attribute that is not near to what is missing leaves both reports', () => {
    const found = validateWith(letter, letterWith(div('<figure><graphic source="a.jpg" n="1"/></figure>')));
    expect(found.map(({ code }) => code)).toContain('rng/required-attribute-missing');
  });

  test('ten mistakes, ten reports, in order', () => {
    const mistakes = [
      '<p tpye="x">x</p>',
      '<p><bold>x</bold></p>',
      '<p><date when="x">x</date></p>',
      'stray',
      '<item>x</item>',
      '<p xml:lang="en_US">x</p>',
      '<table><row/></table>',
      '<figure><graphic/></figure>',
      '<head>x</head>',
      '<p xml:id="d1">x</p>',
    ];
    const found = validateWith(letter, letterWith(div(mistakes.join('\n'))));
    expect(found.map(({ code }) => code)).toEqual([
      'rng/attribute-not-allowed',
      'rng/unknown-element',
      'rng/attribute-value-invalid',
      'rng/text-not-allowed',
      'rng/element-not-allowed-here',
      'rng/attribute-value-invalid',
      'rng/required-element-missing',
      'rng/required-attribute-missing',
      'rng/element-not-allowed-any-more',
      'rng/duplicate-id',
    ]);
  });
});

describe('an empty stream', () => {
  test('has no root', () => {
    const { report, list } = gatherDiagnostics();
    const grammar = buildGrammar((ref) => ref('a'), { a: () => ({ kind: 'empty' }) });
    validateRelaxNg(compileGrammar(grammar), report).finish();
    expect(list().map(({ code }) => code)).toEqual(['rng/root-missing']);
  });
});
