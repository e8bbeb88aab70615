import { describe, expect, test } from '@jest/globals';
import {
  attribute,
  buildGrammar,
  choice,
  codes,
  data,
  group,
  mixed,
  oneOrMore,
  optional,
  text,
  value,
  zeroOrMore,
} from './build-grammar.js';

const letter = buildGrammar((ref) => ref('letter'), {
  letter: (ref) =>
    group(
      optional(attribute('n', data('integer'))),
      attribute('type', choice(value('letter'), value('telegram'))),
      ref('head'),
      optional(ref('opener')),
      oneOrMore(ref('p')),
      zeroOrMore(ref('closer')),
    ),
  head: () => text,
  opener: (ref) => group(ref('salute'), optional(ref('date'))),
  salute: () => text,
  date: () => group(attribute('when', data('date')), text),
  p: (ref) => mixed(zeroOrMore(ref('date'))),
  closer: (ref) => oneOrMore(choice(ref('salute'), ref('date'))),
});

const valid = `<letter type="letter"><head>7</head><opener><salute>Dear</salute></opener><p>On <date when="1961-05-12">May 12</date> it</p></letter>`;

describe('validation', () => {
  test('a valid document', () => {
    expect(codes(letter, valid)).toEqual([]);
  });
  test.each([
    ['<letter type="letter"><head/><p/><salutation/></letter>', ['rng/unknown-element']],
    ['<letter type="letter"><p/></letter>', ['rng/element-not-allowed-yet']],
    ['<letter type="letter"><head/><p/><head/></letter>', ['rng/element-not-allowed-any-more']],
    // What was said to be missing comes late: one mistake; a second time it is another.
    ['<letter type="letter"><p/><head/><p/></letter>', ['rng/element-not-allowed-yet']],
    [
      '<letter type="letter"><p/><head/><head/></letter>',
      ['rng/element-not-allowed-yet', 'rng/element-not-allowed-any-more'],
    ],
    ['<letter type="letter"><head/><salute/><p/></letter>', ['rng/element-not-allowed-here']],
    ['<letter type="letter"><head/></letter>', ['rng/required-element-missing']],
    ['<letter type="letter"><head/><p/><closer/></letter>', ['rng/element-incomplete']],
    ['<letter type="letter"><head/>stray<p/></letter>', ['rng/text-not-allowed']],
    ['<letter type="memo"><head/><p/></letter>', ['rng/attribute-value-not-listed']],
    ['<letter><head/><p/></letter>', ['rng/required-attribute-missing']],
    ['<letter type="letter" tpye="x"><head/><p/></letter>', ['rng/attribute-not-allowed']],
    ['<letter type="letter" n="x"><head/><p/></letter>', ['rng/attribute-value-invalid']],
    ['<p/>', ['rng/root-not-allowed']],
    ['<letter xmlns="x" type="letter"><head/><p/></letter>', ['rng/wrong-namespace']],
  ])('%s', (document, expected) => {
    expect(codes(letter, document)).toEqual(expected);
  });
});
