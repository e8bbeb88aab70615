/** duration, with its partial order (XML Schema 1.0 part 2, section 3.2.6). */
import type { DatatypeMaker } from './datatype.js';
import { defineType, type Order } from './define-type.js';
import { compareInstants, type Instant, instantOf } from './instant.js';

interface Duration {
  readonly negative: boolean;
  readonly months: bigint;
  readonly seconds: bigint;
  readonly fraction: string;
}

const LITERAL =
  /^(-?)P(?=[0-9T])(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?(?:T(?=[0-9])(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)(?:\.([0-9]+))?S)?)?$/;

function parseDuration(literal: string): Duration | undefined {
  const match = LITERAL.exec(literal);
  if (!match) return undefined;
  const [, sign, years = '0', months = '0', days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] =
    match;
  return {
    negative: sign === '-',
    months: BigInt(years) * 12n + BigInt(months),
    seconds: ((BigInt(days) * 24n + BigInt(hours)) * 60n + BigInt(minutes)) * 60n + BigInt(seconds),
    fraction: fraction.replace(/0+$/, ''),
  };
}

function durationKey({ negative, months, seconds, fraction }: Duration): string {
  const zero = months === 0n && seconds === 0n && fraction === '';
  return `${negative && !zero ? '-' : ''}${months}M${seconds}.${fraction}S`;
}

/** The days from which adding a duration makes the most and the least of its months (section 3.2.6.2). */
const STARTS = [
  [1696, 9],
  [1697, 2],
  [1903, 3],
  [1903, 7],
] as const;

function compareDurations(a: Duration, b: Duration): Order {
  const orders = new Set(STARTS.map(([year, month]) => compareInstants(addTo(year, month, a), addTo(year, month, b))));
  const [order] = orders;
  return orders.size === 1 ? order : undefined;
}

function addTo(year: number, month: number, { negative, months, seconds, fraction }: Duration): Instant {
  const counted = BigInt(year * 12 + month - 1) + (negative ? -months : months);
  const inYear = ((counted % 12n) + 12n) % 12n;
  const start = instantOf((counted - inYear) / 12n, Number(inYear) + 1, 1, 0, '').seconds;
  if (!negative) return { seconds: start + seconds, fraction };
  if (fraction === '') return { seconds: start - seconds, fraction };
  return { seconds: start - seconds - 1n, fraction: complement(fraction) };
}

/** 1 - 0.fraction */
function complement(fraction: string): string {
  const whole = 10n ** BigInt(fraction.length);
  return String(whole - BigInt(fraction))
    .padStart(fraction.length, '0')
    .replace(/0+$/, '');
}

export const DURATION_TYPES: readonly DatatypeMaker[] = [
  defineType<Duration>({
    name: 'duration',
    whiteSpace: 'collapse',
    examples: ['P1Y', 'PT45M'],
    parse: parseDuration,
    key: durationKey,
    compare: compareDurations,
  }),
];
