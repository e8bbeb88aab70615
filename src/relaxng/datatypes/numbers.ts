/** decimal, the integers derived from it, float and double (XML Schema 1.0 part 2, sections 3.2.3 to 3.2.5, 3.3.13 to 3.3.25). */
import type { DatatypeMaker } from './datatype.js';
import { defineType, type Order } from './define-type.js';

/** A decimal number of any size: `integer` and `fraction` are digits without the zeros that say nothing. */
export interface Decimal {
  readonly negative: boolean;
  readonly integer: string;
  readonly fraction: string;
}

export function parseDecimal(literal: string): Decimal | undefined {
  const match = /^([+-]?)(?:([0-9]+)(?:\.([0-9]*))?|\.([0-9]+))$/.exec(literal);
  if (!match) return undefined;
  const integer = (match[2] ?? '').replace(/^0+/, '');
  const fraction = (match[3] ?? match[4] ?? '').replace(/0+$/, '');
  return { negative: match[1] === '-' && (integer !== '' || fraction !== ''), integer, fraction };
}

export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  if (a.negative !== b.negative) return a.negative ? -1 : 1;
  const sizes =
    Math.sign(a.integer.length - b.integer.length) ||
    compareDigits(a.integer, b.integer) ||
    compareDigits(a.fraction, b.fraction);
  if (sizes === 0) return 0;
  return sizes < 0 === a.negative ? 1 : -1;
}

function compareDigits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const decimalKey = ({ negative, integer, fraction }: Decimal) => `${negative ? '-' : ''}${integer}.${fraction}`;
const countDigits = ({ integer, fraction }: Decimal) => ({
  total: Math.max(1, integer.length + fraction.length),
  fraction: fraction.length,
});

function integerType(
  name: string,
  least: string | undefined,
  most: string | undefined,
  example: string,
): DatatypeMaker {
  const minimum = least === undefined ? undefined : parseDecimal(least);
  const maximum = most === undefined ? undefined : parseDecimal(most);
  return defineType<Decimal>({
    name,
    whiteSpace: 'collapse',
    examples: [example],
    advice: 'write a whole number, in digits',
    parse(literal) {
      if (literal.includes('.')) return undefined;
      const value = parseDecimal(literal);
      if (value === undefined) return undefined;
      if (minimum && compareDecimals(value, minimum) < 0) return undefined;
      return maximum && compareDecimals(value, maximum) > 0 ? undefined : value;
    },
    key: decimalKey,
    compare: compareDecimals,
    digits: countDigits,
  });
}

function parseFloatingPoint(literal: string): number | undefined {
  if (literal === 'INF') return Number.POSITIVE_INFINITY;
  if (literal === '-INF') return Number.NEGATIVE_INFINITY;
  if (literal === 'NaN') return Number.NaN;
  return /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[Ee][+-]?[0-9]+)?$/.test(literal) ? Number(literal) : undefined;
}

/** NaN equals itself and cannot be compared with any other value (section 3.2.4.1). */
function compareNumbers(a: number, b: number): Order {
  if (Number.isNaN(a) && Number.isNaN(b)) return 0;
  return a < b ? -1 : a > b ? 1 : a === b ? 0 : undefined;
}

function floatType(name: string, round: (value: number) => number): DatatypeMaker {
  return defineType<number>({
    name,
    whiteSpace: 'collapse',
    examples: ['1.5', '12e3'],
    parse(literal) {
      const value = parseFloatingPoint(literal);
      // Adding zero makes -0 and 0 one value.
      return value === undefined ? undefined : round(value) + 0;
    },
    key: String,
    compare: compareNumbers,
  });
}

export const NUMBER_TYPES: readonly DatatypeMaker[] = [
  defineType<Decimal>({
    name: 'decimal',
    whiteSpace: 'collapse',
    examples: ['1.5', '12'],
    parse: parseDecimal,
    key: decimalKey,
    compare: compareDecimals,
    digits: countDigits,
  }),
  integerType('integer', undefined, undefined, '12'),
  integerType('nonPositiveInteger', undefined, '0', '-12'),
  integerType('negativeInteger', undefined, '-1', '-12'),
  integerType('nonNegativeInteger', '0', undefined, '12'),
  integerType('positiveInteger', '1', undefined, '12'),
  integerType('long', '-9223372036854775808', '9223372036854775807', '12'),
  integerType('int', '-2147483648', '2147483647', '12'),
  integerType('short', '-32768', '32767', '12'),
  integerType('byte', '-128', '127', '12'),
  integerType('unsignedLong', '0', '18446744073709551615', '12'),
  integerType('unsignedInt', '0', '4294967295', '12'),
  integerType('unsignedShort', '0', '65535', '12'),
  integerType('unsignedByte', '0', '255', '12'),
  floatType('float', Math.fround),
  floatType('double', (value) => value),
];
