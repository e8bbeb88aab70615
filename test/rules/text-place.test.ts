import { expect, test } from '@jest/globals';
import { characterPlace, textPlace } from '../../src/rules/places.js';
import { createSource } from '../../src/source/index.js';
import { parseXml, type TextNode } from '../../src/xml/index.js';

function textIn(xml: string): TextNode {
  const [text] = parseXml(createSource('a.xml', xml), () => {})?.root.children ?? [];
  if (text?.kind !== 'text') throw new Error('no text');
  return text;
}

test.each([
  ['plain text', 'plain words words here'],
  ['references', 'a &amp; b &#x1F600; c &lt; d &#100; e'],
  ['line ends', 'one\r\ntwo\r\n\r\nthree'],
  ['CDATA', '<![CDATA[one & two]]>'],
])('%s: the place of each stretch is that of its characters', (_, content) => {
  const node = textIn(`<p>${content}</p>`);
  for (let from = 0; from < node.text.length; from++) {
    for (let to = from + 1; to <= node.text.length; to++) {
      const place = textPlace(node, from, to);
      expect(place.start).toBe(characterPlace(node.place, from).start);
      expect(place.end).toBe(Math.max(characterPlace(node.place, from).end, characterPlace(node.place, to - 1).end));
    }
  }
});

test('a stretch is found where it is typed', () => {
  const xml = '<p>a &amp; words words</p>';
  const node = textIn(xml);
  const { start, end } = textPlace(node, 4, 15);
  expect(xml.slice(start, end)).toBe('words words');
});
