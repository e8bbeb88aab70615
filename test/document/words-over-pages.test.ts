import { describe, expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import { createSource } from '../../src/source/index.js';
import { serializeXml } from '../../src/xml/serialize.js';

/** The paragraph of the TEI, and what is said of page breaks. */
function converted(middle: string, encoding = 'tei-letter') {
  const said: string[] = [];
  const text = `Oxford, 4 June 1921\n\nDear John,\n\nThe book on the ${middle} came yesterday by the post.\n\nYours,\n\nMary\n`;
  const { tei } = convert(createSource('a.txt', text), { encoding }, ({ code, message }) => {
    if (code === 'transcript/word-over-page' || code.startsWith('tei/not')) said.push(message);
  });
  const [, typed] = /<p>The book on the (.*?) came yesterday/s.exec(serializeXml(tei)) ?? [];
  return { typed: typed?.replace(/ xml:id="[^"]*"/g, ''), said };
}

const SAID = ['"govern-" and "ment" are read as one word, which goes on over the page break'];

describe('a page that ends inside of a word', () => {
  test.each([
    ['govern- [Page 4] ment', ' [Page 4] '],
    ['govern- [Page 4]ment', ' [Page 4]'],
    ['govern-[Page 4] ment', '[Page 4] '],
    ['govern-\n[Page 4]\nment', ' [Page 4] '],
    ['govern-\r\n[Page 4] ment', ' [Page 4] '],
  ])('behind a hyphen, with white space about the page break: %j', (middle, kept) => {
    const typed = `govern-<?teiscribe typed="${kept}"?><pb n="4" break="no"/>ment`;
    expect(converted(middle)).toEqual({ typed, said: SAID });
    expect(converted(middle, 'frus')).toEqual({ typed: typed.replace(' break="no"', ''), said: SAID });
  });

  test.each([
    ['govern-[Page 4]ment', 'govern-<pb n="4" break="no"/>ment'],
    ['govern[Page 4]ment', 'govern<pb n="4" break="no"/>ment'],
    ['Anglo-[Page 4]American treaty', 'Anglo-<pb n="4" break="no"/>American treaty'],
  ])('without white space: %s', (middle, typed) => expect(converted(middle)).toEqual({ typed, said: [] }));

  test.each([
    ['pre- [Page 4] and post-war state', 'pre- <pb n="4"/> and post-war state'],
    ['Hin- [Page 4] und Rückfahrt', 'Hin- <pb n="4"/> und Rückfahrt'],
    ['state - [Page 4] not mine -', 'state - <pb n="4"/> not mine -'],
    ['govern [Page 4] ment', 'govern <pb n="4"/> ment'],
  ])('two words stay two: %s', (middle, typed) => expect(converted(middle)).toEqual({ typed, said: [] }));
});
