import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { createSource, pointAt } from '../../src/source/index.js';
import { parseXml, scanXml, type XmlEvent, xmlMessages } from '../../src/xml/index.js';
import { fc } from '../fast-check.js';
import { pageExample, saidOf } from '../page-example.js';

function scan(text: string, path = 'a.xml'): { events: XmlEvent[]; diagnostics: Diagnostic[]; ok: boolean } {
  const events: XmlEvent[] = [];
  const diagnostics: Diagnostic[] = [];
  const ok = scanXml(
    createSource(path, text),
    (e) => events.push(e),
    (d) => diagnostics.push(d),
  );
  return { events, diagnostics, ok };
}

const shown = (text: string) =>
  scan(text).events.map((e) => {
    const own = text.slice(e.start, e.end);
    return e.kind === 'startTag' ? `${own} [${e.attributes.map((a) => text.slice(a.start, a.end)).join('|')}]` : own;
  });

describe('places', () => {
  test('every event has the span of its own characters', () => {
    expect(
      shown('<?xml version="1.0"?>\n<!--c--><?p d?><a x = "1"\n y=\'&lt;\'>t&amp;u<![CDATA[<z>]]>v<b/></a >'),
    ).toEqual([
      '<!--c-->',
      '<?p d?>',
      '<a x = "1"\n y=\'&lt;\'> [x = "1"|y=\'&lt;\']',
      't&amp;u',
      '<![CDATA[<z>]]>',
      'v',
      '<b/> []',
      '',
      '</a >',
    ]);
  });

  test('places hold behind Windows line ends and characters of two code units', () => {
    const text = '<a>\r\n\u{1F600}x<b\r\nn="1"/>\r\n</a>';
    const { events } = scan(text);
    const b = events.find((e) => e.kind === 'startTag' && e.name.local === 'b');
    expect(b && text.slice(b.start, b.end)).toBe('<b\r\nn="1"/>');
    expect(b && pointAt(b.source, b.start)).toEqual({ line: 2, column: 3 });
  });

  test('namespace declarations are in scope, not attributes', () => {
    const { events } = scan('<a xmlns="u" xmlns:p="v" p:q="1" q="2"><p:b/></a>');
    const [a, b] = events.filter((e) => e.kind === 'startTag');
    expect(a?.attributes.map(({ name, value }) => [name.namespace, name.local, value])).toEqual([
      ['v', 'q', '1'],
      ['', 'q', '2'],
    ]);
    expect([b?.name.namespace, b?.name.local, b?.namespaces.get('')]).toEqual(['v', 'b', 'u']);
  });
});

describe('a document that is not well-formed', () => {
  const cases: readonly (readonly [text: string, code: string, point: string, words: string])[] = [
    ['<a><b></a>', 'xml/end-tag-mismatch', '1:7', '"</a>" closes no open element; expected "</b>"'],
    ['<a><b><c>\n</b></c></a>', 'xml/end-tag-mismatch', '2:1', '"</b>" closes no open element; expected "</c>"'],
    ['<a></a></b>', 'xml/end-tag-mismatch', '1:8', '"</b>" closes no element'],
    ['<a>\n<b>', 'xml/unclosed-element', '2:4', '"b"'],
    ['<a>x &mdash; y</a>', 'xml/undefined-entity', '1:6', '"&mdash;"'],
    ['<a>AT&T</a>', 'xml/malformed-reference', '1:6', '"&"'],
    ['<a n="1"\n n="2" m="3"/>', 'xml/duplicate-attribute', '2:2', '"n"'],
    ['<a xmlns:p="u" xmlns:q="u" p:n="1" q:n="2"/>', 'xml/duplicate-attribute', '1:36', '"n"'],
    ['<a><x:b/></a>', 'xml/unbound-prefix', '1:5', '"x"'],
    ['<a>\n<b y:n="x:1"/></a>', 'xml/unbound-prefix', '2:4', '"y"'],
    ['<a n=1/>', 'xml/malformed-tag', '1:6', 'unquoted'],
    ['<a><!ELEMENT b></a>', 'xml/malformed-tag', '1:4', '"<!" begins'],
    ['<a>\u0001</a>', 'xml/illegal-character', '1:4', 'U+0001'],
    ['<a n="<"/>', 'xml/illegal-character', '1:7', '"<"'],
    ['<a/>x', 'xml/text-outside-root', '1:5', 'outside of the root'],
    ['<a/><b/>', 'xml/several-roots', '1:5', 'second root'],
    ['', 'xml/no-root', '1:1', 'no root element'],
    ['<a>]]></a>', 'xml/cdata-end-in-text', '1:7', '"]]>"'],
    ['<a><!-- -- --></a>', 'xml/malformed-comment', '1:9', 'may not contain "--"'],
    ['<a><!- comment -></a>', 'xml/malformed-comment', '1:4', 'begins "<!--"'],
    ['<a xmlns:xml="u"/>', 'xml/namespace-misuse', '1:17', 'xml prefix'],
    ['<a><??></a>', 'xml/malformed-processing-instruction', '1:7', 'without a target'],
    ['<?xml encoding="UTF-8"?><a/>', 'xml/malformed-declaration', '1:16', 'expected "version"'],
    ['<?xml version="1.0" name="a"?><a/>', 'xml/malformed-declaration', '1:26', '"encoding" or "standalone"'],
    ['<a/><!DOCTYPE a>', 'xml/malformed-doctype', '1:5', 'inappropriately located'],
    ['<!doctype a><a/>', 'xml/malformed-doctype', '1:1', 'capital letters'],
    ['<a><b', 'xml/unexpected-end', '1:6', 'in the middle'],
  ];
  test.each(cases)('%j: %s at %s', (text, code, point, words) => {
    const { diagnostics, ok } = scan(text);
    expect(ok).toBe(false);
    const [first, ...more] = diagnostics;
    const at = first?.place && pointAt(first.place.source, first.place.start);
    expect([first?.code, at && `${at.line}:${at.column}`, more.length]).toEqual([code, point, 0]);
    expect(first?.message).toContain(words);
  });

  test('an end tag that closes no open element is no event', () => {
    expect(scan('<a><b></a>').events.map((e) => e.kind)).toEqual(['startTag', 'startTag']);
  });

  const scanned = [...xmlMessages.codes.keys()].filter((code) => !/^xml\/(?:include-|markup-too-long)/.test(code));
  test.each(scanned)('the page on %s shows what is said', (code) => {
    const { said, path, failing, mended } = pageExample(code);
    // That a DTD is not read is said beside what follows from it.
    const told = (text: string) => scan(text, path).diagnostics.filter((d) => d.severity !== 'info' || d.code === code);
    expect(saidOf(path, told(failing))).toEqual([said]);
    expect(saidOf(path, told(mended))).toEqual([]);
    expect(said).toContain(`[${code}]`);
  });
});

test('no input makes the scanner throw, and what it accepts becomes a tree', () => {
  const piece = fc.constantFrom(
    '<a>',
    '</a>',
    '<a/>',
    '<',
    '>',
    '&',
    '&amp;',
    '"',
    ' n="1"',
    'x',
    '\r\n',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    '\0',
    '\ud800',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const diagnostics: Diagnostic[] = [];
      const tree = parseXml(createSource('a.xml', pieces.join('')), (d) => diagnostics.push(d));
      expect(tree === undefined).toBe(diagnostics.length === 1);
    }),
    { seed: 1, numRuns: 500 },
  );
});
