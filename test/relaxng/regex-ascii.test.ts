/** An expression for ASCII texts alone says what the whole expression says of them. */
import { describe, expect, test } from '@jest/globals';
import { compileRegex, translateRegex } from '../../src/relaxng/datatypes/regex.js';
import { asciiRegex } from '../../src/relaxng/datatypes/regex-ascii.js';
import { fc } from '../fast-check.js';

const characters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
const categories =
  'L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po Z Zs Zl Zp S Sm Sc Sk So C Cc Cf Co Cn'.split(' ');

describe('the categories of Unicode in ASCII', () => {
  test.each(categories)('%s', (name) => {
    for (const source of [`\\p{${name}}`, `\\P{${name}}`, `[x\\p{${name}}]`, `[^x\\p{${name}}]`, `[^\\P{${name}}]`]) {
      const whole = new RegExp(`^${source}$`, 'u');
      const ascii = new RegExp(`^${asciiRegex(source)}$`, 'u');
      const held = (regex: RegExp) => characters.filter((character) => regex.test(character));
      expect(held(ascii)).toEqual(held(whole));
    }
  });

  test('an expression that names none is left as it is', () => {
    expect(asciiRegex('[a-z\\-]+')).toBeUndefined();
  });
});

test('any expression says the same of a text, whichever of the two is asked', () => {
  const atom = fc.constantFrom(
    '\\p{L}',
    '\\P{Nd}',
    '[\\p{L}\\p{N}.-]',
    '[^\\p{C}\\p{Z}]',
    '[^\\]\\[\\p{P}]',
    '\\d',
    '\\w',
    '\\W',
    '\\[',
    'a',
    '.',
    '[\\S-[\\p{Lu}]]',
  );
  const pattern = fc
    .array(fc.tuple(atom, fc.constantFrom('', '?', '*', '+')), { minLength: 1, maxLength: 4 })
    .map((atoms) => atoms.flat().join(''));
  const text = fc.string({
    unit: fc.constantFrom('a', 'Z', '5', '-', '.', '[', ']', '_', ' ', '$', '\n', 'é', '—'),
    maxLength: 6,
  });
  fc.assert(
    fc.property(pattern, text, (source, value) => {
      const compiled = compileRegex(source);
      const whole = new RegExp(`^(?:${translateRegex(source)})$`, 'u');
      expect('matches' in compiled && compiled.matches(value)).toBe(whole.test(value));
    }),
    { numRuns: 2000 },
  );
});
