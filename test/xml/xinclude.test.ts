import { describe, expect, test } from '@jest/globals';
import type { Code, Diagnostic } from '../../src/diagnostic/index.js';
import { createSource, pointAt } from '../../src/source/index.js';
import { scanWithInclusions, writtenName } from '../../src/xml/index.js';
import { pageExample, saidOf } from '../page-example.js';

const FILES: Readonly<Record<string, string>> = {
  'd1.xml': '<?xml version="1.0"?>\n<!--c-->\n<p><hi xml:id="p1">x<b/></hi>y</p>',
  'nested.xml': '<q xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="d1.xml" xpointer="p1"/></q>',
  'a.txt': 'one < two & three',
  'spoilt.xml': '<p>\n<b></p>',
  'loop.xml': '<q xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="loop.xml"/></q>',
};

function scan(text: string, path = 'a.xml') {
  const said: Diagnostic[] = [];
  let written = '';
  const places: string[] = [];
  const files = { ...FILES, [path]: text };
  const ok = scanWithInclusions(
    createSource(path, text),
    (event) => {
      const { line, column } = pointAt(event.source, event.start);
      places.push(`${event.source.path}:${line}:${column}`);
      if (event.kind === 'startTag') written += `<${writtenName(event.name)}>`;
      else if (event.kind === 'endTag') written += `</${writtenName(event.name)}>`;
      else if (event.kind === 'text') written += event.text;
      else written += `(${event.kind})`;
    },
    (diagnostic) => said.push(diagnostic),
    (href) => (files[href] === undefined ? undefined : createSource(href, files[href])),
  );
  return { written, places, ok, said, codes: said.map(({ code }) => code) };
}

const body = (content: string) => `<a xmlns:xi="http://www.w3.org/2001/XInclude">${content}</a>`;

describe('inclusions (XInclude 1.0)', () => {
  const cases: readonly (readonly [what: string, content: string, expected: string])[] = [
    ['a file', '1<xi:include href="d1.xml"/>2', '1(comment)<p><hi>x<b></b></hi>y</p>2'],
    ['an element', '<xi:include href="d1.xml" xpointer="p1"/>', '<hi>x<b></b></hi>'],
    ['an element, the long way', '<xi:include href="d1.xml" xpointer="element(p1)"/>', '<hi>x<b></b></hi>'],
    ['an element of the same file', '<b xml:id="k">z</b><xi:include xpointer="k"/>', '<b>z</b><b>z</b>'],
    ['a file that includes', '<xi:include href="nested.xml"/>', '<q><hi>x<b></b></hi></q>'],
    ['text', '<xi:include href="a.txt" parse="text"/>', 'one < two & three'],
    [
      'a fallback that is not needed',
      '<xi:include href="a.txt" parse="text"><xi:fallback>z</xi:fallback></xi:include>',
      'one < two & three',
    ],
    ['a fallback', '<xi:include href="no.xml">\n<xi:fallback>z<b>y</b></xi:fallback>\n</xi:include>x', 'z<b>y</b>x'],
    ['a fallback for an element', '<xi:include href="d1.xml" xpointer="no"><xi:fallback/></xi:include>', ''],
    [
      'a fallback in a fallback',
      '<xi:include href="no.xml"><xi:fallback><xi:include href="no.xml"><xi:fallback>z</xi:fallback></xi:include>y</xi:fallback></xi:include>',
      'zy',
    ],
  ];
  test.each(cases)('%s', (_, content, expected) => {
    const { written, ok, codes } = scan(body(content));
    expect([written, ok, codes]).toEqual([`<a>${expected}</a>`, true, []]);
  });

  test('what is included has its place in its own file', () => {
    expect(scan(body('\n<xi:include href="d1.xml" xpointer="p1"/>')).places).toEqual([
      'a.xml:1:1',
      'a.xml:1:47',
      'd1.xml:3:4',
      'd1.xml:3:20',
      'd1.xml:3:21',
      'd1.xml:3:25',
      'd1.xml:3:25',
      'a.xml:2:42',
    ]);
  });

  test.each([
    ['a file that is not there', '<xi:include href="no.xml"/>', 'xml/include-not-found'],
    ['an element that is not there', '<xi:include href="d1.xml" xpointer="no"/>', 'xml/include-not-found'],
    ['a loop', '<xi:include href="loop.xml"/>', 'xml/include-loop'],
    ['a loop within a file', '<b xml:id="k"><xi:include xpointer="k"/></b>', 'xml/include-loop'],
    ['a scheme of XPointer', '<xi:include href="d1.xml" xpointer="xpointer(//p)"/>', 'xml/include-malformed'],
    ['a kind of parsing', '<xi:include href="d1.xml" parse="json"/>', 'xml/include-malformed'],
    ['a fallback of nothing', '<xi:fallback>x</xi:fallback>', 'xml/include-malformed'],
    ['nothing', '<xi:include/>', 'xml/include-malformed'],
  ])('%s is reported once', (_, content, code) => {
    const { ok, codes } = scan(body(content));
    expect([ok, codes]).toEqual([false, [code]]);
  });

  test('a file that is not well-formed is reported at its own place', () => {
    const [mistake] = scan(body('<xi:include href="spoilt.xml"/>')).said;
    expect([mistake?.code, mistake?.place?.source.path]).toEqual(['xml/end-tag-mismatch', 'spoilt.xml']);
  });

  const codes: readonly Code[] = ['xml/include-not-found', 'xml/include-loop', 'xml/include-malformed'];
  test.each(codes)('the page on %s shows what is said', (code) => {
    const { said, path, failing, mended } = pageExample(code);
    expect(saidOf(path, scan(failing, path).said)).toEqual([said]);
    expect(saidOf(path, scan(mended, path).said)).toEqual([]);
  });
});
