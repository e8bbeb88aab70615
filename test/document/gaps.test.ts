import { describe, expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import { frusWeb } from '../../src/profiles/index.js';
import { firstDifference, rebuildTranscription } from '../../src/rebuild/index.js';
import { createSource } from '../../src/source/index.js';
import { serializeXml } from '../../src/xml/serialize.js';

function converted(words: string, encoding: string) {
  const source = createSource(
    'a.txt',
    `15. Letter From Ann Field to Ruth Lane\n\nThe source ${words} was seen there.\n`,
  );
  return { source, tei: convert(source, { encoding, profile: 'frus-web' }, () => {}).tei };
}

function gapIn(words: string, encoding = 'tei-letter'): string | undefined {
  return /<gap[^>]*\/>\[[^\]]*\]/.exec(serializeXml(converted(words, encoding).tei))?.[0];
}

describe('gaps', () => {
  test.each([
    ['[name not declassified]', '<gap reason="not-declassified"/>'],
    ['[2 lines of source text not declassified]', '<gap reason="not-declassified" quantity="2" unit="line"/>'],
    ['[2-1/2 lines of source text not declassified]', '<gap reason="not-declassified"/>'],
    ['[1½ pages not declassified]', '<gap reason="not-declassified"/>'],
    ['[3 pages not declassified in time for publication]', '<gap reason="not-declassified" quantity="3" unit="page"/>'],
    ['[illegible]', '<gap reason="illegible"/>'],
    ['[1 word illegible]', '<gap reason="illegible" quantity="1" unit="word"/>'],
    ['[omission]', '<gap reason="omitted"/>'],
    ['[apparent omission]', '<gap reason="omitted"/>'],
  ])('%s', (words, gap) => {
    expect(gapIn(words)).toBe(`${gap}${words}`);
    const { source, tei } = converted(words, 'tei-letter');
    const rebuilt = rebuildTranscription(tei, { conventions: frusWeb, noteNumbering: 'same' }).text;
    expect(firstDifference(rebuilt, source.text)).toBeUndefined();
  });

  test.each(['[the declassified paper]', '[sic]', '[the omission was regretted]', '[]'])('%s is none', (words) => {
    expect(gapIn(words)).toBeUndefined();
  });

  test('the encoding of the series has the words alone', () => {
    expect(gapIn('[name not declassified]', 'frus')).toBeUndefined();
  });
});
