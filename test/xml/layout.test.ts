import { describe, expect, test } from '@jest/globals';
import { layoutDocument, textContent, type XmlNode } from '../../src/xml/index.js';
import { serializeXml } from '../../src/xml/serialize.js';
import { fc } from '../fast-check.js';
import { type Bare, bare, treeOf, xmlDocument } from './trees.js';

const laidOut = (text: string) =>
  serializeXml(layoutDocument(treeOf(text)))
    .split('\n')
    .slice(1)
    .join('\n');

/** The nodes without text that is white space alone; of other white space only that it is there. */
function withoutBlanks(node: Bare): Bare {
  if (typeof node === 'string') return node.replace(/[ \t\r\n]+/g, ' ');
  if (!('children' in node)) return node;
  return { ...node, children: node.children.filter((c) => !isBlank(c)).map(withoutBlanks) };
}

const isBlank = (node: Bare) => typeof node === 'string' && /^[ \t\r\n]*$/.test(node);

/** Every element that has text of its own, with its children as they are. */
function* mixed(node: XmlNode): Generator<Bare> {
  if (node.kind !== 'element') return;
  const own = bare(node);
  if (typeof own === 'object' && 'children' in own && own.children.some((c) => typeof c === 'string' && !isBlank(c))) {
    yield own.children.filter((c) => typeof c === 'string').join('|');
  }
  for (const child of node.children) yield* mixed(child);
}

/** In openers and closers white space may grow where a line ends. */
const withoutFrames = xmlDocument.filter(({ root }) => !/"local":"(?:opener|closer)"/.test(JSON.stringify(root)));

describe('any tree', () => {
  test('has the same elements and words', () => {
    fc.assert(
      fc.property(xmlDocument, (document) => {
        expect(withoutBlanks(bare(layoutDocument(document).root))).toEqual(withoutBlanks(bare(document.root)));
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  test('keeps its white space where there is text beside it, but in openers and closers', () => {
    fc.assert(
      fc.property(withoutFrames, (document) => {
        expect([...mixed(layoutDocument(document).root)]).toEqual([...mixed(document.root)]);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  test('is laid out once for all', () => {
    fc.assert(
      fc.property(withoutFrames, (document) => {
        const once = serializeXml(layoutDocument(document));
        expect(serializeXml(layoutDocument(treeOf(once)))).toBe(once);
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});

test('elements stand one a line, a paragraph is left as it is', () => {
  expect(laidOut('<div><head>A</head><p>b <hi>c</hi>\nd</p><list><item>e</item></list></div>')).toBe(
    `<div>
  <head>A</head>
  <p>b <hi>c</hi>
d</p>
  <list>
    <item>e</item>
  </list>
</div>
`,
  );
});

test('in an opener or closer white space grows only where a line ends', () => {
  expect(
    laidOut('<div><closer><salute>Yours,</salute> <signed>A</signed>\n<dateline>B</dateline></closer></div>'),
  ).toBe(
    `<div>
  <closer><salute>Yours,</salute> <signed>A</signed>
    <dateline>B</dateline></closer>
</div>
`,
  );
});

test('a division with text of its own is mixed content', () => {
  expect(laidOut('<div>a<p>b</p> <p>c</p></div>')).toBe('<div>a<p>b</p> <p>c</p></div>\n');
});

test('an empty element stays empty', () => {
  expect(laidOut('<div><list/><p/></div>')).toBe('<div>\n  <list/>\n  <p/>\n</div>\n');
});

test('comments and processing instructions have a line among elements', () => {
  const text = '<div><!--a--><?b c?><p>d</p></div>';
  expect(laidOut(text)).toBe('<div>\n  <!--a-->\n  <?b c?>\n  <p>d</p>\n</div>\n');
  expect(textContent(layoutDocument(treeOf(text)).root).trim()).toBe('d');
});
