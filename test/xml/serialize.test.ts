import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { attributeValue, textContent, type XmlDocument } from '../../src/xml/index.js';
import { serializeXml } from '../../src/xml/serialize.js';
import { bare, NOWHERE, treeOf, xmlDocument, xmlText } from './trees.js';

const tree = (text: string, n = ''): XmlDocument => {
  const { root } = treeOf(`<p xmlns="http://www.tei-c.org/ns/1.0" n=""/>`);
  const [first] = root.attributes;
  return {
    prolog: [],
    root: {
      ...root,
      attributes: first ? [{ ...first, value: n }] : [],
      children: [{ kind: 'text', text, place: NOWHERE }],
    },
  };
};

test('a tree comes back from its text as it was', () => {
  fc.assert(
    fc.property(xmlDocument, (document) => {
      expect(bare(treeOf(serializeXml(document)).root)).toEqual(bare(document.root));
    }),
    { seed: 2, numRuns: 400 },
  );
});

describe('text', () => {
  test.each(['AT&T; &amp; &#13; ]]>', '&#13;', 'a\rb\r\nc', '<p>', '\u0085\u2028\u{1F600}', '  two  spaces  '])(
    '%j survives',
    (text) => expect(textContent(treeOf(serializeXml(tree(text))).root)).toBe(text),
  );

  test('that is empty is nothing', () => {
    expect(serializeXml(tree(''))).toContain('<p xmlns="http://www.tei-c.org/ns/1.0" n=""/>');
  });

  test('is written with the fewest references that do', () => {
    expect(serializeXml(tree('a "b" \'c\' — é > &'))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<p xmlns="http://www.tei-c.org/ns/1.0" n="">a "b" \'c\' — é &gt; &amp;</p>\n',
    );
  });
});

describe('an attribute value', () => {
  test.each(['"', "'", 'a\tb', 'a\nb', 'a\r\nb', '<&>', '&lt;', '  a  ', ''])('%j survives', (value) => {
    expect(attributeValue(treeOf(serializeXml(tree('', value))).root, 'n')).toBe(value);
  });
});

describe('the prolog', () => {
  test('stands before the root, one item a line', () => {
    const text = '<?xml version="1.0" encoding="UTF-8"?>\n<!--a--><?b c="d"?><e/>';
    expect(serializeXml(treeOf(text))).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<!--a-->\n<?b c="d"?>\n<e/>\n');
  });

  test('a comment of any text stays a comment', () => {
    fc.assert(
      fc.property(xmlText, (text) => {
        const document = { ...tree(''), prolog: [{ kind: 'comment' as const, text, place: NOWHERE }] };
        expect(treeOf(serializeXml(document)).prolog).toMatchObject([{ kind: 'comment' }]);
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
