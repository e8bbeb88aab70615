import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { type Absence, type FoundSchema, lookUpSchema } from '../../src/relaxng/look-up.js';
import { lookUpMessages } from '../../src/relaxng/look-up-messages.js';
import { createSource, pointAt } from '../../src/source/index.js';
import { scanXml, type XmlEvent } from '../../src/xml/index.js';
import { pageExample, saidOf } from '../page-example.js';

const BUILT_IN = { letter: '/built-in/letter.rng', frus: '/built-in/frus.rng' };
const NAMES_OF: Readonly<Record<string, string>> = { '/built-in/letter.rng': 'letter', '/built-in/frus.rng': 'frus' };

interface LookedUp {
  readonly found: FoundSchema | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** What was asked for: `href from base`. */
  readonly asked: readonly string[];
}

/** Looks the schema of a document up; of files there are the built-in schemas and `present`. */
function lookUp(
  text: string,
  wanted?: string,
  present: readonly string[] = [],
  path = 'tei/a.xml',
  absences: Readonly<Record<string, Absence>> = {},
): LookedUp {
  const prolog: XmlEvent[] = [];
  const diagnostics: Diagnostic[] = [];
  const asked: string[] = [];
  let found: FoundSchema | undefined;
  let begun = false;
  const sink = (event: XmlEvent) => {
    if (begun) return;
    if (event.kind !== 'startTag') {
      prolog.push(event);
      return;
    }
    begun = true;
    const read = (href: string, base: string) => {
      asked.push(base === '' ? href : `${href} from ${base}`);
      return present.includes(href) || NAMES_OF[href] ? createSource(href, '') : undefined;
    };
    const explain = (href: string) => absences[href];
    found = lookUpSchema(prolog, event, { wanted, builtIn: BUILT_IN, read, explain }, (d) => diagnostics.push(d));
  };
  scanXml(createSource(path, text), sink, (d) => diagnostics.push(d));
  return { found, diagnostics, asked };
}

const TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>';
const model = (data: string) => `<?xml-model ${data}?>\n${TEI}`;
const RNG_NS = 'schematypens="http://relaxng.org/ns/structure/1.0"';

describe('the schema', () => {
  test('that the caller names goes before what the document names', () => {
    const { found, diagnostics } = lookUp(model('href="a.rng"'), 'frus', ['a.rng']);
    expect([found?.name, found?.source.path, diagnostics.length]).toEqual(['frus', '/built-in/frus.rng', 0]);
  });

  test('may be given as a path', () => {
    expect(lookUp(TEI, 'my/own.rng', ['my/own.rng']).found?.name).toBe('my/own.rng');
  });

  test('that the document names goes before the one that fits', () => {
    const { found, asked } = lookUp(model(`href="a.rng" ${RNG_NS}`), undefined, ['a.rng']);
    expect([found?.name, asked]).toEqual(['a.rng', ['a.rng from tei/a.xml']]);
  });

  test.each([
    ['href="a.rng"', 'a.rng'],
    ["href='a.rnc' type='application/relax-ng-compact-syntax'", 'a.rnc'],
    [`type="application/xml" ${RNG_NS}\n href = "schema"`, 'schema'],
    ['href="a.sch" schematypens="http://purl.oclc.org/dsdl/schematron"', '/built-in/letter.rng'],
    ['href="a.rng" schematypens="http://purl.oclc.org/dsdl/schematron"', '/built-in/letter.rng'],
    ['xhref="a.rng"', '/built-in/letter.rng'],
    ['href=""', '/built-in/letter.rng'],
    [`href="a.rnc" type="application/relax-ng-compact-syntax" ${RNG_NS}`, 'a.rnc'],
    ['href="a.rnc" type="text/plain" schematypens="http://purl.oclc.org/dsdl/schematron"', '/built-in/letter.rng'],
    [`href="a.rng?x=1&amp;y=&#x41;&#66;" ${RNG_NS}`, 'a.rng?x=1&y=AB'],
    ['href="a.rng?x=1&amp;y=&#x41;&#66;"', 'a.rng?x=1&y=AB'],
    [`title="href='b.rng'" href="a.rng" ${RNG_NS}`, 'a.rng'],
  ])('named by xml-model %s is %s', (data, path) => {
    const { found, diagnostics } = lookUp(model(data), undefined, [
      'a.rng',
      'a.rnc',
      'schema',
      'a.sch',
      'a.xsd',
      'a.rng?x=1&y=AB',
      'b.rng',
    ]);
    expect([found?.source.path, diagnostics.length]).toEqual([path, 0]);
  });

  test('of another language is passed over: with a remark where no RELAX NG is named', () => {
    const xsd = '<?xml-model href="a.xsd" schematypens="http://www.w3.org/2001/XMLSchema"?>';
    const { found, diagnostics } = lookUp(`${xsd}${TEI}`);
    expect(found?.name).toBe('letter');
    expect(diagnostics.map(({ code, severity, message }) => `${severity} ${code} ${message}`)).toEqual([
      'info schema/model-not-relax-ng the schema "a.xsd" that the document names is not RELAX NG; the built-in schema "letter" is used',
    ]);
    const both = lookUp(`${xsd}<?xml-model href="b.rng"?>${TEI}`, undefined, ['b.rng']);
    expect([both.found?.name, both.diagnostics.length]).toEqual(['b.rng', 0]);
    expect(lookUp(`${xsd}${TEI}`, 'frus').diagnostics).toEqual([]);
  });

  test('is the first named one that can be read', () => {
    const text = `<?xml-model href="a.rng"?><?xml-model href="b.rng"?>${TEI}`;
    const { found, diagnostics } = lookUp(text, undefined, ['b.rng']);
    expect(found?.name).toBe('b.rng');
    expect(diagnostics.map((d) => `${d.code} ${d.message}`)).toEqual([
      'schema/model-not-found the schema "a.rng" that the document names cannot be read; "b.rng" is used',
    ]);
  });

  test('of other TEI is letter, of what encoding frus wrote is frus', () => {
    expect(lookUp(TEI).found?.name).toBe('letter');
    expect(lookUp(`<?teiscribe profile="frus-web" encoding="frus"?>${TEI}`).found?.name).toBe('frus');
    expect(lookUp(`<?other encoding="frus"?>${TEI}`).found?.name).toBe('letter');
  });
});

describe('a schema that cannot be had', () => {
  const said = ({ diagnostics }: LookedUp) =>
    diagnostics.map(({ code, severity, message, place }) => {
      const point = place && pointAt(place.source, place.start);
      return `${point ? `${point.line}:${point.column} ` : ''}${severity} ${code} ${message}`;
    });

  test('given by the caller is an error', () => {
    const result = lookUp(TEI, 'lettre');
    expect(result.found).toBeUndefined();
    expect(said(result)).toEqual(['error schema/not-found the schema "lettre" cannot be read']);
  });

  test('named by the document is passed over with a warning at its instruction', () => {
    const result = lookUp(`<!-- a -->\n${model('href="gone.rng"')}`);
    expect(result.found?.name).toBe('letter');
    expect(said(result)).toEqual([
      '2:1 warning schema/model-not-found the schema "gone.rng" that the document names cannot be read; the built-in schema "letter" is used',
    ]);
  });

  const URL = 'https://example.org/a.rng';

  test.each([
    [{ kind: 'not-added' }, 'error schema/not-added'],
    [{ kind: 'not-cached' }, 'error schema/not-cached'],
    [{ kind: 'led-astray', uri: 'file:///a.rng' }, 'error schema/led-astray'],
    [{ kind: 'cache-changed', file: '/c/1' }, 'error schema/cache-changed'],
    [{ kind: 'lock-invalid', file: 'l.json', detail: 'torn' }, 'error schema/lock-invalid'],
  ] as const)('given by the caller, %j: %s', (absence, expected) => {
    const result = lookUp(TEI, URL, [], undefined, { [URL]: absence });
    expect(result.found).toBeUndefined();
    expect(said(result)).toEqual([expect.stringContaining(expected)]);
  });

  test('named by the document and not added is one warning; another is used', () => {
    const result = lookUp(model(`href="${URL}"`), undefined, [], undefined, { [URL]: { kind: 'not-added' } });
    expect(result.found?.name).toBe('letter');
    expect(said(result)).toEqual([
      `1:1 warning schema/model-not-added the schema "${URL}" that the document names is on the network, and was not added; the built-in schema "letter" is used`,
    ]);
    expect(result.diagnostics[0]?.note).toContain(`teiscribe schema add ${URL}`);
  });

  test('named by the document and added, but not there as it was, is an error; no other is used', () => {
    for (const absence of [{ kind: 'not-cached' }, { kind: 'cache-changed', file: '/c/1' }] as const) {
      const text = `<?xml-model href="${URL}"?><?xml-model href="b.rng"?>${TEI}`;
      const result = lookUp(text, undefined, ['b.rng'], undefined, { [URL]: absence });
      expect(result.found).toBeUndefined();
      expect(said(result)).toEqual([expect.stringContaining(`1:1 error schema/${absence.kind} `)]);
    }
  });

  test('where no built-in one fits is an error at its instruction, and nothing more is said', () => {
    const text = `<?xml-model href="gone.rng"?><?xml-model href="${URL}"?><a/>`;
    const result = lookUp(text, undefined, [], undefined, { [URL]: { kind: 'not-added' } });
    expect(result.found).toBeUndefined();
    expect(said(result)).toEqual([
      '1:1 error schema/not-found the schema "gone.rng" cannot be read',
      `1:30 error schema/not-added the schema "${URL}" is on the network, and was not added`,
    ]);
  });

  test('because none fits is an error at the root', () => {
    const result = lookUp('\n <html xmlns="http://www.w3.org/1999/xhtml"/>');
    expect(result.found).toBeUndefined();
    expect(said(result)).toEqual([
      '2:2 error schema/none-fits no built-in schema fits the root element "html" of namespace "http://www.w3.org/1999/xhtml"',
    ]);
    expect(said(lookUp('<TEI/>'))).toEqual([
      '1:1 error schema/none-fits no built-in schema fits the root element "TEI", which is in no namespace',
    ]);
  });
});

describe('the page', () => {
  test.each(['schema/model-not-found', 'schema/model-not-relax-ng', 'schema/none-fits'] as const)(
    'on %s shows what is said',
    (code) => {
      const { said, path, failing, mended } = pageExample(code);
      expect(saidOf(path, lookUp(failing, undefined, [], path).diagnostics)).toEqual([said]);
      expect(saidOf(path, lookUp(mended, undefined, ['schemas/letters.rng'], path).diagnostics)).toEqual([]);
    },
  );

  test('on schema/not-found shows what is said', () => {
    const { said, rest } = pageExample('schema/not-found');
    expect(said).toBe('$ teiscribe validate letter.xml --schema lettre --reporter gnu');
    expect(saidOf('letter.xml', lookUp(TEI, 'lettre').diagnostics)).toEqual([rest]);
  });

  test('on schema/model-not-added shows what is said', () => {
    const { said, path, failing } = pageExample('schema/model-not-added');
    const absences = { 'https://example.org/letters.rng': { kind: 'not-added' } } as const;
    expect(saidOf(path, lookUp(failing, undefined, [], path, absences).diagnostics)).toEqual([said]);
  });

  test('is there for each code', () => {
    for (const code of lookUpMessages.codes.keys()) expect(pageExample(code).mended).not.toBe('');
  });
});
