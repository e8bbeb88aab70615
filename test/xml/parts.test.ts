/** A document that is read part by part gives the events, the verdict and the place of the same document at one go. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { createSource, pointAt, type Source, sourceOfParts } from '../../src/source/index.js';
import { scanXml, type XmlEvent } from '../../src/xml/index.js';

function inParts(text: string, length: number): Source {
  return sourceOfParts('a.xml', '/a.xml', (index) => text.slice(index * length, (index + 1) * length) || undefined);
}

/** Events without their source; neighbouring texts are one, however they were cut. */
function told(source: Source) {
  const events: Omit<XmlEvent, 'source'>[] = [];
  const said: Diagnostic[] = [];
  let pieces: { text: string; start: number; end: number } | undefined;
  const flush = () => {
    if (pieces) events.push({ kind: 'text', ...pieces });
    pieces = undefined;
  };
  const ok = scanXml(
    source,
    ({ source: _, ...event }) => {
      if (event.kind !== 'text') {
        flush();
        events.push(event);
      } else if (pieces && pieces.end === event.start) {
        pieces = { text: pieces.text + event.text, start: pieces.start, end: event.end };
      } else {
        flush();
        pieces = { text: event.text, start: event.start, end: event.end };
      }
    },
    (diagnostic) => said.push(diagnostic),
  );
  flush();
  const shown = said.map(({ code, place }) => [
    code,
    place?.start,
    place?.end,
    place && pointAt(place.source, place.start),
  ]);
  return { events: events.map((event) => ({ ...event, namespaces: undefined })), ok, shown };
}

describe('a document in parts', () => {
  const documents = [
    '<?xml version="1.0" encoding="UTF-8"?>\r\n<!DOCTYPE a [<!ENTITY e "x<b/>y"><!ATTLIST a n CDATA "1">]>\r\n<a xmlns="u" m = "1&amp;\r\n2">t&amp;&e;&#x41;]]u\r\n<![CDATA[<&]]]]><!-- c - --><?p d?><c/></a >\n<!-- end -->',
    `<a>${'long text without any markup '.repeat(40)}&amp;${'x'.repeat(200)}</a>`,
    '<a><b n="1"></a>',
    '<a>x &mdash; y</a>',
    '<a>x &\ny</a>',
    '<a>x ]]> y</a>',
    '<a n="1" n="2"/>',
    '<a n="<"/>',
    '<a><!-- - -- - --></a>',
    '<a><![CDAT[x]]></a>',
    '<a>\u0001</a>',
    '<a>\n<b>x',
    '<a/>\n<b/>',
    '<a/>\nx',
    '<a b',
    '<a>x</a',
  ];
  test.each(documents)('%j', (text) => {
    const whole = told(createSource('a.xml', text));
    for (let length = 1; length <= Math.min(text.length, 80); length++) {
      const parts = told(inParts(text, length));
      expect([length, parts.ok, parts.shown]).toEqual([length, whole.ok, whole.shown]);
      if (whole.ok) expect(parts.events).toEqual(whole.events);
    }
  });

  const volume = resolve('../shared/gold/volumes/frus1977-80v21.xml');
  const there = existsSync(volume) ? test : test.skip;
  there('a gold volume', () => {
    const text = readFileSync(volume, 'utf8');
    const whole = told(createSource('a.xml', text));
    const parts = told(inParts(text, 4099));
    expect(parts.events.length).toBe(whole.events.length);
    const differing = whole.events.findIndex((event, i) => JSON.stringify(event) !== JSON.stringify(parts.events[i]));
    expect(parts.events[differing]).toEqual(whole.events[differing]);
  });

  test('a comment without end is not read into memory to the end of the document', () => {
    let read = 0;
    const source = sourceOfParts('a.xml', '/a.xml', (index) => {
      read = index + 1;
      return index === 0 ? '<a><!--' : 'x'.repeat(4_000_000);
    });
    const said: string[] = [];
    expect(
      scanXml(
        source,
        () => {},
        ({ code }) => said.push(code),
      ),
    ).toBe(false);
    expect(said).toEqual(['xml/markup-too-long']);
    expect(read).toBeLessThan(40);
  });

  test('what has become unreadable ends the scan, and is not told of twice', () => {
    const said: string[] = [];
    const source = sourceOfParts(
      'a.xml',
      '/a.xml',
      (index) => (index === 0 ? '<a>' : undefined),
      () => true,
    );
    expect(
      scanXml(
        source,
        () => {},
        ({ code }) => said.push(code),
      ),
    ).toBe(false);
    expect(said).toEqual([]);
  });
});
