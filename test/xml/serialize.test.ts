import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { buildXml } from '../../src/xml/build-xml.js';
import {
  type Attribute,
  attributeValue,
  type Element,
  textContent,
  type XmlDocument,
  type XmlNode,
  xmlName,
} from '../../src/xml/index.js';
import { serializeXml } from '../../src/xml/serialize.js';
import { fc } from '../fast-check.js';
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

describe('the bytes are those of xmlbuilder2', () => {
  const collections = readdirSync('corpus', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const files = collections.flatMap(({ name }) => {
    const folder = join('corpus', name, 'tei');
    return readdirSync(folder).map((file) => join(folder, file));
  });
  /** xmlbuilder2 declares the prefix of an attribute again each time, even twice in one tag. */
  const plain = (node: Element): Element => ({
    ...node,
    attributes: node.attributes.filter(({ name: { prefix } }) => prefix !== 'o'),
    children: node.children.map((child) => (child.kind === 'element' ? plain(child) : child)),
  });

  test.each(files)('for %s', (file) => {
    const document = treeOf(readFileSync(file, 'utf8'));
    expect(serializeXml(document)).toBe(buildXml(document));
    expect(serializeXml(document)).toBe(readFileSync(file, 'utf8'));
  });

  test('for any tree', () => {
    fc.assert(
      fc.property(xmlDocument, ({ prolog, root }) => {
        const document = { prolog, root: plain(root) };
        expect(serializeXml(document)).toBe(buildXml(document));
      }),
      { seed: 4, numRuns: 400 },
    );
  });

  test.each([
    'AT&T; &amp; &#13; ]]>',
    '<a b="c">',
    "'",
    '\t\r\n',
    '\u0085\u2028\u{1F600}\ufffd',
    '\ud800',
    '--',
    '?>',
    '',
  ])('for the text and the value %j', (text) =>
    expect(serializeXml(tree(text, text))).toBe(buildXml(tree(text, text))),
  );
});

describe('namespaces', () => {
  const named = (namespace: string, local: string, prefix = '') => xmlName(namespace, local, prefix);
  const element = (
    name: Element['name'],
    attributes: readonly Attribute[] = [],
    children: readonly XmlNode[] = [],
  ): Element => ({ kind: 'element', name, attributes, children, place: NOWHERE });
  const n = (namespace: string, prefix: string, local = 'n'): Attribute => ({
    name: named(namespace, local, prefix),
    value: '1',
  });
  const written = (root: Element) => {
    const document = { prolog: [], root };
    const text = serializeXml(document);
    expect(bare(treeOf(text).root)).toEqual(bare(root));
    return text.split('\n')[1];
  };

  test('a prefix of two attributes is declared once, and holds for what is inside', () => {
    const root = element(
      named('t', 'a'),
      [n('f', 'f', 'x'), n('f', 'f', 'y')],
      [element(named('t', 'b'), [n('f', 'f')])],
    );
    expect(written(root)).toBe('<a xmlns="t" xmlns:f="f" f:x="1" f:y="1"><b f:n="1"/></a>');
  });

  test('an attribute does not take the prefix of its element for another namespace', () => {
    const root = element(named('g', 'a', 'f'), [n('f', 'f')], [element(named('f', 'b', 'f'))]);
    expect(written(root)).toBe('<f:a xmlns:f="g" xmlns:ns1="f" ns1:n="1"><ns1:b/></f:a>');
  });

  test('an attribute without a prefix gets one', () => {
    expect(written(element(named('t', 'a'), [n('f', ''), n('g', '')]))).toBe(
      '<a xmlns="t" xmlns:ns1="f" ns1:n="1" xmlns:ns2="g" ns2:n="1"/>',
    );
  });

  test('a prefix that is hidden inside stands for its namespace again outside', () => {
    const inner = element(named('g', 'b', 'p'), [], [element(named('f', 'c', 'q'))]);
    const root = element(named('f', 'a', 'p'), [], [inner, element(named('f', 'd', 'p'))]);
    expect(written(root)).toBe('<p:a xmlns:p="f"><p:b xmlns:p="g"><q:c xmlns:q="f"/></p:b><p:d/></p:a>');
  });

  test('what is in no namespace stands in none', () => {
    const root = element(named('t', 'a'), [], [element(named('', 'b'), [], [element(named('t', 'c'))])]);
    expect(written(root)).toBe('<a xmlns="t"><b xmlns=""><c xmlns="t"/></b></a>');
  });
});
