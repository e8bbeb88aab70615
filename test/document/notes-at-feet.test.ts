import { expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import { createSource } from '../../src/source/index.js';
import { serializeXml } from '../../src/xml/serialize.js';

const LETTER = `Oxford, 4 June 1921

Dear John,

The book has come by yesterday's post.1 The map, which I asked for on the third of May,2 and

  1. A present.
  2. Of the coast.

[Page 2]

without which I am quite lost, has not come.3

Yours,

Mary

  3. Nor ever did.
`;

test.each(['tei-letter', 'frus'])('a sentence goes on over a page that has notes at its foot, in %s', (encoding) => {
  const said: string[] = [];
  const { tei } = convert(createSource('a.txt', LETTER), { encoding }, ({ code }) => said.push(code));
  expect(said.filter((code) => code.startsWith('tei/not') || code === 'tei/structure-not-kept')).toEqual([]);
  const [, joint] = /<\/note> and\s*(.*?)without which/s.exec(serializeXml(tei)) ?? [];
  expect(joint?.replace(/ xml:id="[^"]*"/g, '').replace(/\s+/g, ' ')).toBe('<?teiscribe notes="2"?><pb n="2"/> ');
});
