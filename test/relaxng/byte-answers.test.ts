/** By bytes or by events: what is found in a document is the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { compileGrammar } from '../../src/relaxng/index.js';
import { fc } from '../fast-check.js';
import { checkBothWays } from './both-ways.js';
import { loadText } from './load-schema.js';

const FOLDER = 'test/schemas/fixtures';
const documents = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.xml'))
  .map((name) => ({ name, text: readFileSync(`${FOLDER}/${name}`, 'utf8') }));

const document = fc.oneof(
  fc.constantFrom(...documents.filter(({ name }) => name.endsWith('-valid.xml'))),
  fc.constantFrom(...documents),
);

const { grammar } = loadText(readFileSync('schemas/letter.rng', 'utf8'));
if (!grammar) throw new Error('the schema of letters cannot be read');
const letter = compileGrammar(grammar);

/** What is put somewhere into a document: markup, what looks like it, and what no document can hold. */
const PIECES = [
  ...[
    '<p>',
    '</p>',
    '<p/>',
    '<hi rend="italic">x</hi>',
    '<bold/>',
    '<date when="May"/>',
    '</ p>',
    '<p >',
    '<p\n>',
    '<',
  ],
  ...[
    '>',
    '&',
    '&amp;',
    '&lt;',
    '&#65;',
    '&#xD;',
    '&nothing;',
    '&#0;',
    ']]>',
    '<![CDATA[<p>]]>',
    '<![CDATA[',
    '<!-- a -->',
  ],
  ...[
    '<!-- -- -->',
    '<?target data?>',
    '<?xml version="1.0"?>',
    '<!DOCTYPE TEI>',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '  ',
    '\u0001',
  ],
  ...[
    '\uFFFE',
    '\uFFFF',
    '\uFFFD',
    '\u0085',
    '\uD83D\uDE00',
    'e\u0301',
    '\u00e9',
    '\u20ac',
    '"',
    "'",
    '=',
    '/',
    'xml:id',
  ],
  ...[
    ' xml:id="d15"',
    ' xml:id="one"',
    ' xml:id="\u00e9"',
    " n='1'",
    ' n="1"',
    ' n = "1"',
    ' n="\u00e9 &amp;"',
    ' n="a\tb"',
  ],
  ...[
    ' xmlns="u"',
    ' xmlns:u="u"',
    ' u:n="1"',
    ' xml:lang="en"',
    ' type=">"',
    ' target="#a #b"',
    ' xmlns=""',
    '<u:p/>',
  ],
];

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.constantFrom('anywhere', '<', '>', '"', '</', ' '),
  length: fc.constantFrom(0, 0, 0, 1, 2, 5, 20),
  piece: fc.oneof(fc.constant(''), fc.constantFrom(...PIECES)),
  copied: fc.boolean(),
});

/** Changes happen where markup begins or ends rather than anywhere. */
function mutate(
  text: string,
  changes: readonly (typeof change extends fc.Arbitrary<infer Change> ? Change : never)[],
): string {
  const mutant = changes.reduce((before, { at, to, length, piece, copied }) => {
    const from = Math.floor(at * before.length);
    const found = to === 'anywhere' ? from : Math.max(0, before.indexOf(to, from));
    const cut = before.slice(found, found + length);
    return before.slice(0, found) + (copied ? cut + cut : '') + piece + before.slice(found + length);
  }, text);
  // Half of a character is nothing that bytes could hold.
  return Buffer.from(mutant).toString();
}

const size = fc.constantFrom(1, 5, 16, 61, 250, 1000, 100_000);

describe('a document by its bytes', () => {
  test.each(documents)('$name', ({ text }) => {
    for (const parts of [1, 7, 64, 100_000]) expect(checkBothWays(letter, text, parts).byBytes).toBe(true);
    const { found, byBytes, events } = checkBothWays(letter, `\uFEFF${text.replaceAll('\n', '\r\n')}\n`.slice(1), 333);
    expect(byBytes).toBe(true);
    // Each shape of a tag needs one event, each mistake some.
    expect(events).toBeLessThan(200 + 20 * found.length);
  });

  test('has the same mistakes, whatever is done to it', () => {
    let valid = 0;
    let broken = 0;
    let left = 0;
    fc.assert(
      fc.property(document, fc.array(change, { minLength: 1, maxLength: 4 }), size, (one, changes, parts) => {
        const { found, byBytes } = checkBothWays(letter, mutate(one.text, changes), parts);
        if (!byBytes) left++;
        else if (found.length === 0) valid++;
        else broken++;
      }),
      { numRuns: 3000 },
    );
    expect(valid).toBeGreaterThan(100);
    expect(broken).toBeGreaterThan(60);
    expect(left).toBeGreaterThan(200);
  });

  test('has the same mistakes where elements and their names come again and again', () => {
    const tag = fc.constantFrom(
      '<p>',
      '</p>',
      '<p rend="a">',
      '<hi>',
      '</hi>',
      '<lb/>',
      '<lb n="1"/>',
      '<q:p>',
      '</q:p>',
      ' ',
    );
    const body = fc.array(fc.oneof(tag, fc.constantFrom('x', '\u00e9', '\n', '&amp;')), { maxLength: 30 });
    const around = documents.find(({ name }) => name === 'seed-like-valid.xml')?.text ?? '';
    const at = around.lastIndexOf('</p>');
    let good = 0;
    fc.assert(
      fc.property(body, size, (pieces, parts) => {
        const open: string[] = [];
        // Only what fits is put in, so that the document stays well-formed more often than not.
        const text = pieces.map((piece) => {
          const name = /^<\/?([\w:]+)/.exec(piece)?.[1] ?? '';
          if (piece.startsWith('</')) return open.at(-1) === name ? `</${open.pop()}>` : '';
          if (piece.startsWith('<') && !piece.endsWith('/>')) open.push(name);
          return piece;
        });
        const closed = [...open].reverse().map((name) => `</${name}>`);
        const document = `${around.slice(0, at)}${text.join('')}${closed.join('')}${around.slice(at)}`;
        if (checkBothWays(letter, document, parts).byBytes) good++;
      }),
      { numRuns: 600 },
    );
    expect(good).toBeGreaterThan(100);
  });

  test('has the same mistakes where namespaces are declared without end', () => {
    const around = documents.find(({ name }) => name === 'seed-like-valid.xml')?.text ?? '';
    const at = around.lastIndexOf('<p>');
    const many = (count: number, written: (n: number) => string) => Array.from({ length: count }, (_, n) => written(n));
    const declared = (n: number) => ` xmlns:q${n}="http://example.org/${n}"`;
    const siblings = many(1500, (n) => `<q${n}:p${declared(n)}/><p${declared(n)}><hi>x</hi><bold/></p><p/>`);
    const nested = `${many(300, (n) => `<p${declared(n)}><hi>x</hi>`).join('')}<bold/>${'</p>'.repeat(300)}`;
    const crowded = `<p${many(300, declared).join('')}><q7:p/><hi>x</hi><hi>x</hi></p>`;
    for (const pieces of [siblings.join(''), nested, crowded]) {
      const document = `${around.slice(0, at)}${pieces}${around.slice(at)}`;
      expect(checkBothWays(letter, document).byBytes).toBe(true);
    }
  });

  test('is left to the ordinary way where it has no root, or a document type', () => {
    const whole = documents.find(({ name }) => name === 'seed-like-valid.xml')?.text ?? '';
    const typed = whole.replace('<TEI', '<!DOCTYPE TEI [<!ENTITY e "x">]>\n<TEI').replace('</p>', '<![CDATA[]]></p>');
    for (const text of ['', ' ', '<?xml version="1.0"?>\n', '<!-- a -->\n', `${'\n'.repeat(300)}<?a b?>`, typed])
      for (const parts of [1, 7, 100_000]) expect(checkBothWays(letter, text, parts).byBytes).toBe(false);
  });
});
