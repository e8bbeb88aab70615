/** What is rewritten for a deposit is what was read, but for pointers, the form of characters, and the schemas that it names. */
import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { memberFacts } from '../../src/exporters/deposit/member-facts.js';
import { pictureFormats } from '../../src/exporters/deposit/picture-format.js';
import { relativePath } from '../../src/exporters/deposit/plan-names.js';
import { type Rewriting, rewriteTei } from '../../src/exporters/deposit/rewrite-tei.js';
import { createSource } from '../../src/source/index.js';
import { descendants, type Element, isXmlCharacter, parseXml, textContent } from '../../src/xml/index.js';
import { fc } from '../fast-check.js';
import { escapeXml } from './tei.js';

const NO_MODELS = { hrefs: new Map<string, string>(), added: [] };

function read(xml: string) {
  const source = createSource('a.xml', xml);
  const tei = parseXml(source, ({ message }) => {
    throw new Error(message);
  });
  if (!tei) throw new Error('not well-formed');
  return { source, tei };
}

/** Each pointer to `old.xml` becomes one to `new.xml`. */
function rewritten(xml: string, models: Rewriting['models'] = NO_MODELS) {
  const { source, tei } = read(xml);
  const found: Diagnostic[] = [];
  const { pointers, models: written } = memberFacts.of({ path: 'a.xml', name: 'a', source, tei });
  const words = pointers.flatMap(({ attribute, word, address, fragment }) =>
    address === 'old.xml' ? [{ attribute, word, now: `new.xml${fragment}` }] : [],
  );
  return { text: rewriteTei(source, { words, models, written }, (d) => found.push(d)).text, found };
}

const shape = (root: Element) =>
  [...descendants(root)].map(({ name, attributes, children }) => [
    name.local,
    attributes.map((attribute) => [attribute.name.local, attribute.value.normalize('NFC')]),
    children.flatMap((child) => (child.kind === 'text' ? [textContent(child).normalize('NFC')] : [])).join(''),
  ]);

const words = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('e\u0301', '\u0338', '&', '<', '>', '"', "'", '=\u0338', 'old.xml'),
    ),
  )
  .map((parts) => [...parts.join('')].filter((c) => isXmlCharacter(c.codePointAt(0) ?? 0) && c !== '\r').join(''));

describe('rewriting', () => {
  test('whatever the words and values: the tree stays, and becomes NFC', () => {
    fc.assert(
      fc.property(words, words, words, (text, value, target) => {
        const ref = `${target.replace(/\s/g, '')} old.xml#a old.xml#b old.xml#a`;
        const xml = `<p n="${escapeXml(value).replace(/[\n\t]/g, ' ')}"><ref target='${escapeXml(ref).replace(/'/g, '&#39;')}'>${escapeXml(text).replace(/>/g, '&gt;')}</ref></p>`;
        const { text: made } = rewritten(xml);
        const stretches = made.split(/[<>="']/);
        expect(stretches.filter((stretch) => stretch.normalize('NFC') !== stretch)).toEqual([]);
        const expected = shape(read(xml).tei.root).map((row) => JSON.stringify(row));
        const after = shape(read(made).tei.root).map((row) => JSON.stringify(row).replaceAll('new.xml#', 'old.xml#'));
        expect(after.map((row) => row.replaceAll('new.xml', 'old.xml'))).toEqual(
          expected.map((row) => row.replaceAll('new.xml', 'old.xml')),
        );
      }),
    );
  });

  test('equal words of a value are each rewritten; others stay', () => {
    const { text } = rewritten(`<ref target='old.xml#a  other.xml#a\nold.xml#a old.xml#ab'/>`);
    expect(text).toBe(`<ref target='new.xml#a  other.xml#a new.xml#a new.xml#ab'/>`);
  });

  test('instructions stand behind the declaration; one that is there is changed in its place', () => {
    const models = { hrefs: new Map([['a&amp;b.rng', 's/a-b.rng']]), added: ['<?xml-model href="s/x.rng"?>'] };
    const { text } = rewritten(
      `<?xml version="1.0"?><!-- c --><?xml-model type="x" href='a&amp;b.rng' schematypens='y'?><TEI/>`,
      models,
    );
    expect(text).toBe(
      `<?xml version="1.0"?>\n<?xml-model href="s/x.rng"?>\n<!-- c --><?xml-model type="x" href="s/a-b.rng" schematypens='y'?><TEI/>`,
    );
    expect(rewritten('<TEI/>', { hrefs: new Map(), added: ['<?xml-model href="x"?>'] }).text).toBe(
      '<?xml-model href="x"?>\n<TEI/>',
    );
  });
});

describe('pointers that leave a file', () => {
  const found = (xml: string) =>
    memberFacts
      .of({ path: 'a.xml', name: 'a', ...read(xml) })
      .pointers.map(({ address, fragment }) => address + fragment);

  test.each([
    ['<ref target="#a b.xml#c https://x.org/ mailto:a@b.c"/>', ['b.xml#c']],
    ['<persName ref="psn:JFK #x persons.xml#JFK"/>', ['persons.xml#JFK']],
    ['<date when="1.2.1900" from="a.xml"/>', []],
    ['<p n="a.xml" rend="b.xml"/>', []],
    ['<prefixDef ident="psn" replacementPattern="persons.xml#$1"/>', ['persons.xml#$1']],
    ['<prefixDef ident="psn" replacementPattern="persons/$1.xml#$2"/>', []],
    ['<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="part.xml"/>', ['part.xml']],
    ['<pb facs="1.png file:///etc/passwd //host/2.png"/>', ['1.png', 'file:///etc/passwd']],
    ['<graphic url="C:\\scan.png"/>', ['C:\\scan.png']],
  ])('%s', (xml, expected) => expect(found(xml)).toEqual(expected));
});

test.each([
  ['tei/a.xml', 'schema/x.rng', '../schema/x.rng'],
  ['tei/a.xml', 'tei/b.xml', 'b.xml'],
  ['tei/a.xml', 'tei/a/b.xml', 'a/b.xml'],
  ['a.xml', 'b/c.xml', 'b/c.xml'],
  ['e/a/a.xml', 'e/b/b.xml', '../b/b.xml'],
])('%s calls %s %s', (from, to, path) => expect(relativePath(from, to)).toBe(path));

test('pictures are known by their first bytes', async () => {
  const formatOf = await pictureFormats();
  const of = (...parts: readonly (string | number)[]) =>
    formatOf(
      Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...Buffer.from(part, 'latin1')]))),
    );
  expect(of(0x89, 'PNG\r\n', 0x1a, '\n', 0, 0, 0, 13, 'IHDR')).toMatchObject({ name: 'PNG', mediaType: 'image/png' });
  expect(of(0xff, 0xd8, 0xff, 0xe0)).toMatchObject({ name: 'JPEG', mediaType: 'image/jpeg' });
  expect(of('II*\0')?.name).toBe('TIFF');
  expect(of('MM\0*')?.name).toBe('TIFF');
  expect(of('GIF89a')?.name).toBe('GIF');
  expect(of('RIFF____WEBPVP8 ')?.name).toBe('WebP');
  expect(of(0, 0, 0, 12, 'jP  \r\n', 0x87, '\n', 0, 0, 0, 20, 'ftypjp2 ', 0, 0, 0, 0, 'jp2 ')?.name).toBe('JPEG 2000');
  expect(of('<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg">')?.name).toBe('SVG');
  expect([of('<html><body>'), of('root:x:0:0'), of('MZ'), of()]).toEqual([undefined, undefined, undefined, undefined]);
});
