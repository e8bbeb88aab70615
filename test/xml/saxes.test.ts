/** Our scanner and saxes, event by event: on the gold volumes where they are, on documents of all kinds, on spoilt ones. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createSource } from '../../src/source/index.js';
import { scanXml, writtenName, type XmlEvent, type XmlSink } from '../../src/xml/index.js';
import { fc } from '../fast-check.js';
import { scanWithSaxes } from './saxes-scan.js';

/** What an event says and where, as one line; empty text is none. */
function lines(scan: (sink: XmlSink) => void): readonly string[] {
  const all: string[] = [];
  const name = (n: { readonly namespace: string; readonly local: string; readonly prefix: string }) =>
    `${writtenName(n)}{${n.namespace}}`;
  const line = (event: XmlEvent): string => {
    const place = `${event.start}-${event.end}`;
    switch (event.kind) {
      case 'startTag': {
        const attributes = event.attributes.map((a) => `${name(a.name)}=${a.value}@${a.start}-${a.end}`);
        const scope = [...event.namespaces].map(([prefix, namespace]) => `${prefix}:${namespace}`).sort();
        return `<${name(event.name)} ${attributes.join(' ')} ${scope.join(' ')} ${place}`;
      }
      case 'endTag':
        return `</${name(event.name)} ${place}`;
      case 'text':
        return `${event.text} ${place}`;
      case 'comment':
        return `<!--${event.text} ${place}`;
      case 'processingInstruction':
        return `<?${event.target} ${event.data} ${place}`;
    }
  };
  scan((event) => {
    if (event.kind === 'text' && event.text === '') return;
    all.push(line(event));
  });
  return all;
}

function ours(text: string): { readonly events: readonly string[]; readonly ok: boolean } {
  const source = createSource('a.xml', text);
  let ok = false;
  const events = lines((sink) => {
    ok = scanXml(source, sink, () => {});
  });
  return { events, ok };
}

function theirs(text: string): { readonly events: readonly string[]; readonly ok: boolean } {
  const source = createSource('a.xml', text);
  let ok = true;
  const events = lines((sink) => {
    try {
      scanWithSaxes(source, sink);
    } catch {
      ok = false;
    }
  });
  return { events, ok };
}

const volumes = resolve('../shared/gold/volumes');
const files = existsSync(volumes) ? readdirSync(volumes).filter((file) => file.endsWith('.xml')) : [];

describe('gold volumes', () => {
  const there = files.length > 0 ? test : test.skip;
  there.each(files.length > 0 ? files : ['../shared/gold/volumes is not there'])('%s', (file) => {
    const text = readFileSync(join(volumes, file), 'utf8');
    const [a, b] = [ours(text), theirs(text)];
    const differing = a.events.findIndex((event, i) => event !== b.events[i]);
    expect([a.ok, a.events[differing]]).toEqual([b.ok, b.events[differing]]);
    expect(a.events.length).toBe(b.events.length);
    expect(a.events.length).toBeGreaterThan(1000);
  });
});

const space = fc.constantFrom(' ', '\n', '\r\n', '\t', '  ');
const word = fc.constantFrom('a', 'b', 'é', 'ab-1', 'x.y', '\u{10400}z', 'p:q', 'p:a', 'q:a', 'xml:id', 'xml:lang');
const characters = fc
  .array(
    fc.constantFrom(
      't',
      ' ',
      '\r',
      '\n',
      '\r\n',
      ']]',
      '>',
      '&amp;',
      '&lt;',
      '&#13;',
      '&#x1F600;',
      '\u{1F600}',
      'é',
      '"',
      "'",
      '\t',
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));
/** Saxes trims the namespaces of declarations, which is not asked for; these have nothing to trim. */
const declaration = fc
  .tuple(space, fc.constantFrom('xmlns', 'xmlns:p', 'xmlns:q'), fc.constantFrom('u', 'v', 'v&amp;w', ''))
  .map(([before, name, value]) => `${before}${name}="${value}"`);
const attribute = fc.oneof(
  declaration,
  fc
    .tuple(space, word, fc.constantFrom('=', ' = '), characters)
    .map(([before, name, equals, value]) => `${before}${name}${equals}"${value.replaceAll('"', '&quot;')}"`),
);
const attributes = fc
  .array(attribute, { maxLength: 4 })
  .map((list) => [...new Map(list.map((written) => [written.trim().split(/[ =]/)[0], written])).values()].join(''));
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc.oneof(
    { maxDepth: 4 },
    fc.tuple(word, attributes).map(([name, list]) => `<${name}${list}/>`),
    fc.tuple(word, attributes, tie('content')).map(([name, list, content]) => `<${name}${list}>${content}</${name} >`),
  ),
  content: fc
    .array(
      fc.oneof(
        { maxDepth: 4 },
        characters.map((text) => text.replaceAll(']]>', ']]&gt;')),
        fc.constantFrom(
          '<!-- c\r\n- -->',
          '<?p d ?>',
          '<?q?>',
          '<![CDATA[<&\r\n]]]>',
          '<![CDATA[]]>',
          '<?xml-model a="b"?>',
        ),
        tie('element'),
      ),
      { maxLength: 5 },
    )
    .map((pieces) => pieces.join('').replaceAll(']]>t', ']]> t')),
}));
const document = fc
  .tuple(
    fc.constantFrom('', '<?xml version="1.0"?>', '<?xml version="1.0" encoding="UTF-8" standalone="no" ?>\r\n<!--c-->'),
    element,
  )
  .map(([before, root]) => `${before}${root}\n<!-- end -->`);

/** What saxes lets pass against the recommendations, or refuses (it trims namespaces). */
const LENIENT: readonly RegExp[] = [
  /[\ud800-\udfff]/u,
  /<\?[^\s?]+\?(?!>)/,
  /:[-.\d]/,
  /xmlns[:\w]*\s*=\s*"(?:\s|[^"]*\s")/,
];

const RUNS = 4000;

describe('documents of all kinds', () => {
  test('the same events and the same verdict', () => {
    let accepted = 0;
    fc.assert(
      fc.property(document, (text) => {
        const [a, b] = [ours(text), theirs(text)];
        if (a.ok) accepted++;
        expect(a.ok).toBe(b.ok);
        if (a.ok) expect(a.events).toEqual(b.events);
      }),
      { seed: 3, numRuns: RUNS },
    );
    expect(accepted).toBeGreaterThan(500);
  });

  test('the same verdict where something is spoilt', () => {
    let refused = 0;
    const sign = fc.constantFrom('', '<', '>', '&', '"', '=', ' ', '/', '?', '!', '-', ']', ';', 'a', ':', '\0');
    fc.assert(
      fc.property(document, fc.nat(), fc.nat({ max: 3 }), sign, (text, at, length, put) => {
        const from = at % text.length;
        const spoilt = text.slice(0, from) + put + text.slice(from + length);
        fc.pre(!LENIENT.some((pattern) => pattern.test(spoilt)));
        const [a, b] = [ours(spoilt), theirs(spoilt)];
        if (!a.ok) refused++;
        expect(a.ok).toBe(b.ok);
      }),
      { seed: 4, numRuns: RUNS },
    );
    expect(refused).toBeGreaterThan(500);
  });
});
