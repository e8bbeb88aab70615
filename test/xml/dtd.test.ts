import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { createSource, pointAt } from '../../src/source/index.js';
import { type DocumentType, scanXml, writtenName, type XmlEvent } from '../../src/xml/index.js';

function scan(text: string) {
  const events: XmlEvent[] = [];
  const diagnostics: Diagnostic[] = [];
  let doctype: DocumentType | undefined;
  const ok = scanXml(
    createSource('a.xml', text),
    (event) => events.push(event),
    (diagnostic) => diagnostics.push(diagnostic),
    {
      doctype(found) {
        doctype = found;
      },
    },
  );
  return { events, diagnostics, ok, doctype };
}

/** What the events say, without their places. */
function written(text: string): string {
  return scan(text)
    .events.map((event) => {
      switch (event.kind) {
        case 'startTag':
          return `<${writtenName(event.name)}${event.attributes.map((a) => ` ${writtenName(a.name)}="${a.value}"`).join('')}>`;
        case 'endTag':
          return `</${writtenName(event.name)}>`;
        case 'text':
          return event.text;
        default:
          return `(${event.kind})`;
      }
    })
    .join('');
}

const dtd = (declarations: string, content: string) => `<!DOCTYPE a [${declarations}]>\n<a>${content}</a>`;

const codes = (text: string) => scan(text).diagnostics.map(({ code }) => code);
const pointOf = ({ place }: Diagnostic) => place && pointAt(place.source, place.start);

describe('entities (XML 1.0, 4)', () => {
  const cases: readonly (readonly [what: string, text: string, expected: string])[] = [
    ['text', dtd('<!ENTITY e "x">', '1&e;2'), '<a>1x2</a>'],
    ['markup', dtd('<!ENTITY e "x<b n=\'1\'>y</b>z">', '1&e;2'), '<a>1x<b n="1">y</b>z2</a>'],
    ['the first declaration holds', dtd('<!ENTITY e "1"><!ENTITY e "2">', '&e;'), '<a>1</a>'],
    ['within one another', dtd('<!ENTITY e "(&f;)"><!ENTITY f "<b/>">', '&e;&e;'), '<a>(<b></b>)(<b></b>)</a>'],
    // 4.4.8 and appendix D: references to characters are settled in the declaration, others where they are used.
    ['appendix D', dtd('<!ENTITY e "<b>An ampersand (&#38;#38;)</b>">', '&e;'), '<a><b>An ampersand (&)</b></a>'],
    ['a sign of markup by two references', dtd('<!ENTITY e "&#38;#60;b>">', '&e;'), '<a><b></a>'],
    ['in an attribute value', dtd('<!ENTITY e "x\ty">', '<b n="1&e;\n2"/>'), '<a><b n="1x y 2"></b></a>'],
    ['line ends in a declaration', dtd('<!ENTITY e "x\r\ny">', '&e;'), '<a>x\ny</a>'],
    ['a reference to CR is kept', dtd('<!ENTITY e "x&#13;y">', '&e;'), '<a>x\ry</a>'],
    ['parameter entities', dtd('<!ENTITY % p "<!ENTITY e \'x\'>"> %p;', '&e;'), '<a>x</a>'],
    [
      'appendix D, a percent sign',
      dtd("<!ENTITY % p '&#37;q;'><!ENTITY % q '<!ENTITY e \"x\">'>%p;", '&e;'),
      '<a>x</a>',
    ],
    ['a section with an end of its own', dtd('<!ENTITY e "<![CDATA[<&e;]]>">', '&e;'), '<a><&e;</a>'],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(written(text)).toBe(expected);
    expect(codes(text)).toEqual([]);
  });

  test('what an entity brings has the place of the reference', () => {
    const text = dtd('<!ENTITY e "x<b>y</b>">', '12&e;3');
    const start = text.indexOf('&e;');
    const places = scan(text).events.map((e) => [e.kind, e.start - start, e.end - start]);
    expect(places.slice(1, -1)).toEqual([
      ['text', -2, 0],
      ['text', 0, 3],
      ['startTag', 0, 3],
      ['text', 0, 3],
      ['endTag', 0, 3],
      ['text', 3, 4],
    ]);
  });

  test('a mistake in it has the place of the reference', () => {
    const [mistake] = scan(dtd('<!ENTITY e "<b></c>">', '\n &e;')).diagnostics;
    expect(mistake?.code).toBe('xml/end-tag-mismatch');
    expect(mistake && pointOf(mistake)).toEqual({ line: 3, column: 2 });
  });

  test.each([
    ['an element may not end in it', dtd('<!ENTITY e "</a>">', '&e;'), 'xml/end-tag-mismatch'],
    ['nor begin', dtd('<!ENTITY e "<b>">', '&e;</b>'), 'xml/unclosed-element'],
    ['no "<" in an attribute value', dtd('<!ENTITY e "<b/>">', '<b n="&e;"/>'), 'xml/illegal-character'],
    ['itself', dtd('<!ENTITY e "&f;"><!ENTITY f "&e;">', '&e;'), 'xml/entity-recursive'],
    ['itself, in an attribute', dtd('<!ENTITY e "&e;">', '<b n="&e;"/>'), 'xml/entity-recursive'],
    ['a parameter entity itself', dtd('<!ENTITY % e "&#37;e;">%e;', ''), 'xml/entity-recursive'],
    ['declared too late for a default', dtd('<!ATTLIST a n CDATA "&e;"><!ENTITY e "">', ''), 'xml/undefined-entity'],
    ['a parameter entity within a declaration', dtd('<!ENTITY % p "x"><!ENTITY e "%p;">', ''), 'xml/malformed-doctype'],
    ['a colon in a name', dtd('<!ENTITY a:b "x">', ''), 'xml/malformed-doctype'],
    ['not declared', dtd('<!ENTITY e "x">', '&f;'), 'xml/undefined-entity'],
    [
      'standalone, nothing may be elsewhere',
      `<?xml version="1.0" standalone="yes"?><!DOCTYPE a SYSTEM "a.dtd"><a>&f;</a>`,
      'xml/undefined-entity',
    ],
  ])('%s', (_, text, code) => {
    expect(scan(text).ok).toBe(false);
    expect(codes(text).filter((c) => c !== 'xml/external-subset-not-read')).toEqual([code]);
  });
});

describe('what lies elsewhere', () => {
  test('is never fetched, and said once', () => {
    const text = '<!DOCTYPE a SYSTEM "a.dtd" [<!ENTITY e SYSTEM "e.xml">]>\n<a>&e;x&e;&f;&f;</a>';
    expect(codes(text)).toEqual([
      'xml/external-subset-not-read',
      'xml/external-entity-not-read',
      'xml/entity-not-found',
    ]);
    expect([scan(text).ok, written(text)]).toEqual([true, '<a>x</a>']);
  });

  test('declarations behind a parameter entity of another file do not hold: it may have been first', () => {
    const text =
      '<!DOCTYPE a [<!ENTITY e "1"><!ENTITY % p SYSTEM "p.ent">%p;<!ENTITY f "2"><!ATTLIST a n CDATA "3">]><a>&e;&f;</a>';
    expect(written(text)).toBe('<a>1</a>');
    expect(written(text.replace('<!DOCTYPE', '<?xml version="1.0" standalone="yes"?><!DOCTYPE'))).toBe(
      '<a n="3">12</a>',
    );
  });
});

describe('attributes (XML 1.0, 3.3)', () => {
  test('defaults are added, with the place of the tag; what is written holds', () => {
    const text = '<!DOCTYPE a [<!ATTLIST a n CDATA "1" m CDATA #IMPLIED f CDATA #FIXED "x">]><a f="x"/>';
    expect(written(text)).toBe('<a f="x" n="1"></a>');
    const [tag] = scan(text).events;
    const added = tag?.kind === 'startTag' ? tag.attributes[1] : undefined;
    expect(added && text.slice(added.start, added.end)).toBe('<a f="x"/>');
  });

  test('a default declares a namespace', () => {
    const { events } = scan('<!DOCTYPE a [<!ATTLIST a xmlns CDATA #FIXED "u">]><a><b/></a>');
    expect(events.flatMap((e) => (e.kind === 'startTag' ? [e.name.namespace] : []))).toEqual(['u', 'u']);
  });

  test('values of types other than CDATA are tokens', () => {
    const types = '<!ATTLIST a i ID #IMPLIED t NMTOKENS "  x  y " c CDATA #IMPLIED e (p|q) #IMPLIED>';
    expect(written(`<!DOCTYPE a [${types}]><a i=" z " c=" z " e="\np\n"/>`)).toBe(
      '<a i="z" c=" z " e="p" t="x y"></a>',
    );
  });

  test('two names that a default makes one', () => {
    const text = '<!DOCTYPE a [<!ATTLIST a p:n CDATA "1">]><a xmlns:p="u" xmlns:q="u" q:n="2"/>';
    expect(codes(text)).toEqual(['xml/duplicate-attribute']);
  });
});

test('the document type is told of: unparsed entities, notations', () => {
  const { doctype } = scan(dtd('<!NOTATION png SYSTEM "p"><!ENTITY i SYSTEM "i.png" NDATA png>', ''));
  expect([doctype?.name, doctype?.entities.get('i')?.kind, doctype?.notations.has('png')]).toEqual([
    'a',
    'unparsed',
    true,
  ]);
});

describe('traps', () => {
  const bomb = (first: string, levels: number, times: number, use: string) =>
    dtd(
      [`<!ENTITY e0 "${first}">`]
        .concat(Array.from({ length: levels }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(times)}">`))
        .join(''),
      use,
    );
  test.each([
    ['a billion laughs', bomb('ha', 9, 10, '&e9;')],
    ['a billion laughs in an attribute', bomb('ha', 9, 10, '<b n="&e9;"/>')],
    ['a billion times nothing', bomb('', 9, 10, '&e9;')],
    ['a long entity many times', bomb('x'.repeat(100_000), 1, 1, '&e0;'.repeat(200))],
    ['a long one with markup many times', bomb(`<b/>${'x'.repeat(100_000)}`, 1, 1, '&e0;'.repeat(200))],
    ['ten thousand within one another', bomb('', 10_000, 1, '&e10000;')],
  ])('%s', (_, text) => {
    expect(codes(text)).toEqual(['xml/entity-expansion-too-large']);
  });

  test('parameter entities within one another', () => {
    const levels = Array.from({ length: 60 }, (_, i) => `<!ENTITY % p${i + 1} "&#37;p${i};">`);
    expect(codes(dtd(`<!ENTITY % p0 "">${levels.join('')}%p60;`, ''))).toEqual(['xml/entity-expansion-too-large']);
  });

  test('a hundred thousand brackets in a content model', () => {
    const model = '('.repeat(100_000);
    expect(codes(dtd(`<!ELEMENT a ${model}b${')'.repeat(100_000)}>`, ''))).toEqual([]);
    expect(codes(dtd(`<!ELEMENT a ${model}`, ''))).toEqual(['xml/malformed-doctype']);
  });

  test('a hundred thousand elements within one another, each with a namespace of its own', () => {
    const names = Array.from({ length: 100_000 }, (_, i) => `p${i}`);
    const text =
      names.map((p) => `<${p}:a xmlns:${p}="u">`).join('') +
      names
        .reverse()
        .map((p) => `</${p}:a>`)
        .join('');
    expect(scan(text).ok).toBe(true);
  });

  test('an attribute of ten million characters, a hundred thousand attributes', () => {
    expect(scan(`<a n="${'x&amp;'.repeat(2_000_000)}"/>`).ok).toBe(true);
    const many = Array.from({ length: 100_000 }, (_, i) => ` p:n${i}=""`).join('');
    expect(scan(`<a xmlns:p="u"${many}/>`).ok).toBe(true);
  });
});
