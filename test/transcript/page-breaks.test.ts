import { describe, expect, test } from '@jest/globals';
import { frusWeb } from '../../src/profiles/index.js';
import { parse, said } from './parse.js';

function breaksOf(text: string, before = '[Page ', after = ']') {
  const { leaves, found } = parse(text, { ...frusWeb, pageBreak: { before, after } });
  const breaks = leaves.flatMap((leaf) =>
    leaf.kind === 'pageBreak' ? [`${leaf.n}${leaf.standard ? '' : ' irregular'}`] : [],
  );
  return { breaks, said: said(found) };
}

describe('page breaks', () => {
  test.each(['19', 'XIX', 'xiv', '19a', '345-1', 'A3', '[506]', '[ii]'])('[Page %s]', (n) => {
    expect(breaksOf(`that it [Page ${n}]cannot`)).toEqual({ breaks: [n], said: [] });
  });

  test.each(['[page 19]', '[Page  19]', '[Page 19 ]', '[ PAGE 19]'])('%s is read, and reported', (typed) => {
    expect(breaksOf(`that it ${typed}cannot`)).toEqual({
      breaks: ['19 irregular'],
      said: ['transcript/page-break-not-standard 1:9'],
    });
  });

  test.each([
    ['[Page nineteen]', 'transcript/page-break-not-recognised 1:9'],
    ['[Page 19', 'transcript/page-break-not-closed 1:9'],
  ])('%s stays text, and is reported', (typed, code) => {
    expect(breaksOf(`that it ${typed} cannot`)).toEqual({ breaks: [], said: [code] });
  });

  test.each(['[Page 2 not declassified]', '[Pages 11-12 not declassified]', '[a page]'])('%s is text', (typed) => {
    expect(breaksOf(`that it ${typed} cannot`).breaks).toEqual([]);
  });

  test.each([
    ['[p. ', ']', '[p. 19]'],
    ['|', '|', '|19|'],
    ['{', '}', '{19}'],
  ])('%s19%s', (before, after, typed) => {
    expect(breaksOf(`that it ${typed}cannot | be {this}`, before, after)).toEqual({ breaks: ['19'], said: [] });
  });
});

describe('references to pages', () => {
  const text = (words: string) => `One [p. 2]two. ${words} [p. 3]three.`;

  test.each(['(see [p. 1]).', 'Cf. [p. 12].', 'Siehe [p. 1]; so.', 'See also [p. 7].', 'It is at [p. 7], or so'])(
    '%s is text, and reported',
    (words) => {
      const { breaks, said } = breaksOf(text(words), '[p. ');
      expect(breaks).toEqual(['2', '3']);
      expect(said).toEqual([expect.stringMatching(/^transcript\/page-reference 1:/)]);
    },
  );

  test.each(['and see [p. 2a] this.', 'As you see\n\n[p. 2a]\n\nYes.'])('%j is a page break', (words) => {
    expect(breaksOf(text(words), '[p. ')).toEqual({ breaks: ['2', '2a', '3'], said: [] });
  });
});

describe('numbers on lines of their own, where there are no page breaks', () => {
  const typedAs = (type: (n: number) => string) =>
    said(parse(`Dear John,\n\n${[20, 21, 22].map((n) => `${type(n)}\n\nWords.`).join('\n\n')}\n`).found);
  test.each([
    ['20', (n: number) => `${n}`],
    ['- 20 -', (n: number) => `- ${n} -`],
    ['[20]', (n: number) => `[${n}]`],
    ['p. 20', (n: number) => `p. ${n}`],
    ['= 20', (n: number) => `  = ${n}\r`],
  ])('%s: it is said that they stay text', (_, type) => {
    expect(typedAs(type).map((each) => each.split(' ')[0])).toEqual(['transcript/page-break-unread']);
  });
  test.each([
    ['20.', (n: number) => `${n}.`],
    ['Article 20', (n: number) => `Article ${n}`],
    ['20 every time', () => '20'],
    ['with words', (n: number) => `${n} men came, and went again.`],
  ])('%s: nothing', (_, type) => expect(typedAs(type)).toEqual([]));
  test('nothing where there are', () => {
    expect(said(parse('Dear John, [Page 4]yes.\n\n1\n\n2\n\n3\n').found)).toEqual([]);
  });
});
