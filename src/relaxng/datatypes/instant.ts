/** Year, month, day and seconds -> a number on the line of time that any two can be compared by (proleptic Gregorian calendar). */

export interface Instant {
  readonly seconds: bigint;
  /** Decimal places of the seconds, without zeros at the end. */
  readonly fraction: string;
}

/** `year` is astronomical (0 is the year before 1); `seconds` count from the beginning of the day and may lie outside of it. */
export function instantOf(year: bigint, month: number, day: number, seconds: number, fraction: string): Instant {
  return {
    seconds: (daysBefore(year, month) + BigInt(day)) * 86400n + BigInt(seconds),
    fraction: fraction.replace(/0+$/, ''),
  };
}

/** Days from a fixed day to the first of the month; the year is taken to begin in March, so that the leap day is its last. */
function daysBefore(year: bigint, month: number): bigint {
  const marchYear = month > 2 ? year : year - 1n;
  const marchMonth = BigInt(month > 2 ? month - 3 : month + 9);
  return (
    365n * marchYear +
    floorDivide(marchYear, 4n) -
    floorDivide(marchYear, 100n) +
    floorDivide(marchYear, 400n) +
    (153n * marchMonth + 2n) / 5n
  );
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

export function compareInstants(a: Instant, b: Instant): -1 | 0 | 1 {
  if (a.seconds !== b.seconds) return a.seconds < b.seconds ? -1 : 1;
  return a.fraction === b.fraction ? 0 : a.fraction < b.fraction ? -1 : 1;
}
