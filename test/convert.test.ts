import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { convert } from '../src/convert.js';
import type { Diagnostic } from '../src/diagnostic/index.js';
import { frusWeb } from '../src/profiles/index.js';
import { firstDifference, readConversionFacts, rebuildTranscription } from '../src/rebuild/index.js';
import { compileGrammar, loadGrammar, validateRelaxNg } from '../src/relaxng/index.js';
import { createSource, pointAt } from '../src/source/index.js';
import { encodings } from '../src/tei/index.js';
import { parseXml, walkTree, type XmlDocument } from '../src/xml/index.js';
import { serializeXml } from '../src/xml/serialize.js';
import { fc } from './fast-check.js';

const SEED = 'corpus/frus/transcriptions/frus1961-63v06-d15.txt';
const seed = readFileSync(SEED, 'utf8');

function converted(text: string, encoding = 'tei-letter') {
  const diagnostics: Diagnostic[] = [];
  const source = createSource('d15.txt', text);
  const conversion = convert(source, { encoding }, (d) => diagnostics.push(d));
  return { source, diagnostics, ...conversion };
}

function automatonOf(schema: string) {
  const source = createSource(`${schema}.rng`, readFileSync(`schemas/${schema}.rng`, 'utf8'));
  const grammar = loadGrammar(
    source,
    () => undefined,
    () => {},
  );
  if (!grammar) throw new Error(`${schema} does not load`);
  return compileGrammar(grammar);
}

const automata = new Map(encodings.map(({ schema }) => [schema, automatonOf(schema)]));

function invalidities(document: XmlDocument, schema: string): readonly string[] {
  const found: string[] = [];
  const automaton = automata.get(schema);
  if (!automaton) throw new Error(`no schema ${schema}`);
  const validation = validateRelaxNg(automaton, ({ code, message }) => found.push(`${code} ${message}`));
  walkTree(document, validation.sink);
  validation.finish();
  return found;
}

/** What transcriptions are made of, and what breaks programs. */
const piece = fc.oneof(
  fc.constantFrom(
    '\n\nNotes\n\n',
    '\n\n[Page 20]\n\n',
    '\n\n  1. A note\n\n[Page 21]\n\n',
    '\n\n[^1]: A note\n\n',
    '\n\n¹ A note\n',
    ...['\n\n', '\n', '\r\n', '\r\n\r\n', '\r', ' ', '  ', '\t', '[Page 19]', '[page xx]', '[Page 20', '[Page 19a]'],
    ...[
      '15. Telegram From A to B',
      'Dear Mr. President:',
      'Respectfully, N. K',
      'Sincerely yours,',
      'Begin Text',
      'End text.',
    ],
    ...[
      '\n\n  1. Source: Kennedy Library.',
      '\n  2. See Document 7.',
      '\n  2) y',
      '\n\n  [1] z',
      '  * item',
      '  - item',
      '  (a) text',
    ],
    ...[
      'a | b',
      '> quote',
      '>',
      '>>q',
      '1',
      '2',
      '0',
      '.1',
      ', 2 ',
      '1961',
      'Text',
      '*',
      '†',
      'May 12, 1961',
      'Washington, May 12, 1961.',
    ],
    ...[
      '<',
      '&amp;',
      '&',
      'é',
      'e\u0301',
      '\0',
      '\f',
      '\v',
      '\ud800',
      '\u{1F600}',
      '\ufeff',
      '\u00a0',
      '\u2028',
      '"',
      '--',
      ']]>',
      '?>',
      '|',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 5 }),
  fc.string({ maxLength: 8 }),
);

describe.each(encodings.map(({ name, schema }) => [name, schema] as const))(
  'whatever is typed, in %s',
  (name, schema) => {
    test('no character is lost, nothing throws, and the TEI is well-formed and valid, as a tree and as a text', () => {
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
          const { source, tei } = converted(pieces.join(''), name);
          const problems: Diagnostic[] = [];
          const scanned = parseXml(createSource('d.xml', serializeXml(tei)), (d) => problems.push(d));
          expect(problems).toEqual([]);
          for (const document of scanned ? [tei, scanned] : []) {
            const { conventions = frusWeb, noteNumbering = 'ordinal' } = readConversionFacts(document);
            const rebuilt = rebuildTranscription(document, { conventions, noteNumbering }).text;
            const difference = firstDifference(rebuilt, source.text);
            expect(difference && [rebuilt.slice(difference.left), source.text.slice(difference.right)]).toBeUndefined();
            expect(invalidities(document, schema)).toEqual([]);
          }
        }),
        { seed: 7, numRuns: 400 },
      );
    });
  },
);

test.each(encodings.map(({ name }) => name))(
  '%s: what goes on in the line of a salutation or a paragraph is valid',
  (name) => {
    const text =
      'Mr. Chairman, Gentlemen: I will outline for the Committee the views of the Department.\n\nIt is late. Yours sincerely, Ada Lane';
    const { tei, diagnostics, encoding, source } = converted(text, name);
    expect(diagnostics.filter(({ code }) => /not-(?:kept|rebuilt)/.test(code))).toEqual([]);
    expect(invalidities(tei, encoding.schema)).toEqual([]);
    expect(serializeXml(tei)).toContain('run-in');
    const { noteNumbering = 'ordinal' } = readConversionFacts(tei);
    const rebuilt = rebuildTranscription(tei, { conventions: frusWeb, noteNumbering }).text;
    expect(firstDifference(rebuilt, source.text)).toBeUndefined();
  },
);

describe('the seed document', () => {
  test('its page breaks, notes, letter and correspondence stand in the TEI', () => {
    const xml = serializeXml(converted(seed).tei);
    expect([...xml.matchAll(/<pb n="([^"]+)"/g)].map((m) => m[1])).toEqual(['19', '20', '21']);
    expect([...xml.matchAll(/<note n="(\d)"/g)].map((m) => m[1])).toEqual(['0', '1', '2', '3']);
    expect(xml).toContain('March 9.<note n="1" xml:id="d15fn1" place="bottom">');
    expect(xml).toContain('Gromyko, <note n="2" xml:id="d15fn2" place="bottom">');
    expect(xml).toContain('it <pb n="19" xml:id="pg_19"/>cannot');
    expect(xml).toMatch(
      /<floatingText type="letter" xml:id="d15-letter">\s*<body>\s*<opener><salute>Dear Mr\. President:/,
    );
    expect(xml).toMatch(
      /<closer><salute>Respectfully,<\/salute> <signed><persName>N\. Khrushchev<\/persName>\s*<lb\/><roleName>/,
    );
    expect(xml).toContain('<date when="1961-05-12">May 12, 1961</date>.</dateline></closer>');
    expect(xml).toContain('</floatingText>\n        <p rend="run-in">End text.</p>');
    expect(xml.match(/<correspDesc /g)).toHaveLength(2);
  });

  test('Windows line ends, a byte order mark and NFD change nothing but what they are', () => {
    const plain = serializeXml(converted(seed).tei);
    expect(serializeXml(converted(`\ufeff${seed.replaceAll('\n', '\r\n')}`).tei)).toBe(plain);
    expect(serializeXml(converted(seed.normalize('NFD')).tei)).toBe(plain);
  });

  test('its tree and its text are found wrong in the same ways by a schema that it was not written for', () => {
    const { tei } = converted(seed);
    const scanned = parseXml(createSource('d15.xml', serializeXml(tei)), () => {});
    const ofTree = invalidities(tei, 'frus');
    expect(ofTree.length).toBeGreaterThan(5);
    expect(scanned && invalidities(scanned, 'frus')).toEqual(ofTree);
  });

  test('the same input gives the same bytes', () => {
    expect(serializeXml(converted(seed).tei)).toBe(serializeXml(converted(seed).tei));
  });
});

describe('a mutilated seed is reported at the line of the transcription', () => {
  const cases: readonly (readonly [what: string, mutilate: (text: string) => string, code: string, line: number])[] = [
    [
      'the last note deleted',
      (t) => t.replace(/\n {2}4\. Following[\s\S]*$/, ''),
      'transcript/marker-without-note',
      33,
    ],
    [
      'a marker deleted',
      (t) => t.replace('Gromyko, 2 concerning', 'Gromyko, concerning'),
      'transcript/note-without-marker',
      39,
    ],
    ['Begin Text without end', (t) => t.replace('End text.', ''), 'document/enclosure-not-closed', 5],
    [
      'End text without beginning',
      (t) => t.replace('Begin Text\n\n', '').replace('May 12, 1961.End', 'May 12, 1961.\n\nEnd'),
      'document/enclosure-not-opened',
      35,
    ],
    ['page numbers out of order', (t) => t.replace('[Page 20]', '[Page 29]'), 'rule/page-out-of-order', 23],
    ['a page marker not closed', (t) => t.replace('[Page 20]', '[Page 20'), 'transcript/page-break-not-closed', 19],
  ];
  test.each(cases)('%s', (_, mutilate, code, line) => {
    const text = mutilate(seed);
    expect(text).not.toBe(seed);
    const { diagnostics } = converted(text);
    const found = diagnostics
      .filter((d) => d.severity !== 'info')
      .map((d) => [d.code, d.place && pointAt(d.place.source, d.place.start).line]);
    expect(found).toContainEqual([code, line]);
  });
});
