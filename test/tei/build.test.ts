import { describe, expect, test } from '@jest/globals';
import { readData } from '../../src/rebuild/index.js';
import { createSource, placeAt } from '../../src/source/index.js';
import { instruction, tei, textNodes } from '../../src/tei/build.js';
import { attributeValue, isXmlCharacter, type XmlDocument, type XmlNode } from '../../src/xml/index.js';
import { serializeXml } from '../../src/xml/serialize.js';
import { fc } from '../fast-check.js';
import { treeOf } from '../xml/trees.js';

const place = placeAt(createSource('a.txt', 'text'), 0, 4);
const documentOf = (children: readonly XmlNode[]): XmlDocument => ({ prolog: [], root: tei('p', {}, children, place) });

/** The text with each `seg` of a forbidden character turned back. */
function read(nodes: readonly XmlNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      const type = node.kind === 'element' && node.name.local === 'seg' ? attributeValue(node, 'type') : undefined;
      return String.fromCodePoint(Number.parseInt(type?.slice(2) ?? '', 16));
    })
    .join('');
}

describe('text', () => {
  test('of any characters can be written, and is the same text in NFC', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const document = documentOf(textNodes(text, place));
        const { root } = treeOf(serializeXml(document));
        expect(read(root.children).normalize('NFC')).toBe(text.normalize('NFC'));
        for (const node of document.root.children) {
          if (node.kind === 'text')
            expect([...node.text].every((c) => isXmlCharacter(c.codePointAt(0) ?? 0))).toBe(true);
        }
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  test.each([
    ['a\fb', 'a<seg type="U-000C"/>b'],
    ['\0', '<seg type="U-0000"/>'],
    ['a\rb', 'a<seg type="U-000D"/>b'],
    ['\uffff\ud800', '<seg type="U-FFFF"/><seg type="U-D800"/>'],
    ['e\u0301', '\u00e9'],
    ['\t\n\u{1F600}', '\t\n\u{1F600}'],
  ])('%j becomes %j', (text, written) => {
    expect(serializeXml(documentOf(textNodes(text, place)))).toContain(
      `<p xmlns="http://www.tei-c.org/ns/1.0">${written}</p>`,
    );
  });

  test('that is empty is no node', () => expect(textNodes('', place)).toEqual([]));
});

test('an attribute without a value is left out, xml:id is in its namespace', () => {
  const element = tei('p', { n: undefined, rend: '', 'xml:id': 'a' }, 'b', place);
  expect(element.attributes.map(({ name, value }) => [name.prefix, name.local, value])).toEqual([
    ['', 'rend', ''],
    ['xml', 'id', 'a'],
  ]);
});

test('what is noted in a processing instruction is read back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (typed, label) => {
      const document = { prolog: [], root: tei('p', {}, [instruction({ typed, label }, place)], place) };
      const [child] = treeOf(serializeXml(document)).root.children;
      expect(child?.kind === 'processingInstruction' && readData(child.data)).toEqual({ typed, label });
    }),
    { seed: 2, numRuns: 1000 },
  );
});
