import { describe, expect, test } from '@jest/globals';
import { frusWeb } from '../../src/profiles/index.js';
import type { Conventions } from '../../src/transcript/index.js';
import { fc } from '../fast-check.js';
import { parse } from './parse.js';

const pieces = [
  ...[
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    ' ',
    '\t',
    '\v',
    '\f',
    '\u00a0',
    '\u2028',
    '\u0000',
    '\u{1F600}',
    '\ud800',
    'e\u0301',
  ],
  ...[
    '  1. ',
    '  2. Source: x',
    '     second',
    '  * ',
    '    * ',
    '  (a) ',
    '> ',
    '>> ',
    '>',
    ' | ',
    '|',
    '* ',
    '*',
    '†',
  ],
  ...['[Page 19]', '[page 2]', '[Page ', '[Page [5]]', '|19|', '{19}', '[p. 19]', '[1]', '[^1]', '¹', '60a', '19612'],
  ...['1', '2', '0', '.1 ', ', 2 concerning', 'word', 'March 9.1 I', 'Source: ', '. '],
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
);
const conventions: readonly Conventions[] = [
  frusWeb,
  {
    ...frusWeb,
    marker: 'brackets',
    noteLabel: { before: '[', after: '] ' },
    pageBreak: { before: '|', after: '|' },
  },
  {
    ...frusWeb,
    marker: 'caret',
    noteLabel: { before: '[^', after: ']: ' },
    pageBreak: { before: '{', after: '}' },
  },
  { ...frusWeb, marker: 'superscript', pageBreak: { before: '[p. ', after: ']' } },
];

function untiled(typed: string, form: Conventions): string {
  const { leaves, source } = parse(typed, form);
  let at = 0;
  for (const { kind, place } of leaves) {
    if (place.start !== at || place.end <= place.start)
      return `${kind} at ${place.start}-${place.end}, expected at ${at}`;
    at = place.end;
  }
  return at === source.text.length ? '' : `ends at ${at} of ${source.text.length}`;
}

describe('the leaves tile the source', () => {
  test('whatever is typed, in all conventions', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...conventions), (typed, form) => untiled(typed, form) === ''),
      { numRuns: 1500 },
    );
  });

  test.each([
    ['nothing', ''],
    ['white space alone', ' \n\t\r\n \r'],
    ['CR LF', 'Dear John:\r\n\r\nThank you.\r\nYours'],
    ['lone CR', 'Dear John:\r\rThank you.\rYours'],
    ['a row that ends in a separator, in a quotation', '>>  | \n\nx'],
    ['many notes, few markers', `Head 1\n\n${'  1. x\n'.repeat(300)}`],
  ])('%s', (_, typed) => {
    expect(untiled(typed, frusWeb)).toBe('');
  });
});

describe('no text takes long', () => {
  test.each([
    ['page breaks that never close', '[Page '.repeat(200_000)],
    ['quotations in quotations', `${'> '.repeat(200_000)}x`],
    ['one run of digits', `Head 1\n\n${'1234567890'.repeat(20_000)}\n\n  1. Source: x`],
    ['signs', `Head 1\n\n${'word* '.repeat(10_000)}\n\n  1. Source: x\n  2. y`],
    ['entries', `Head 1\n\n${Array.from({ length: 5_000 }, (_, i) => `  ${i + 1}. x`).join('\n')}`],
    ['separators', ' | '.repeat(50_000)],
  ])('%s', (_, typed) => {
    expect(untiled(typed, frusWeb)).toBe('');
  });
});
