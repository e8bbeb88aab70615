/** dateTime, time, date and their parts, with their order (XML Schema 1.0 part 2, sections 3.2.7 to 3.2.14). */
import type { DatatypeMaker } from './datatype.js';
import { defineType, type Order } from './define-type.js';
import { compareInstants, type Instant, instantOf } from './instant.js';

/** A point of time; without time zone it may lie fourteen hours to either side. */
export interface Moment {
  readonly instant: Instant;
  readonly zoned: boolean;
}

const YEAR = '(?<year>-?(?:[1-9][0-9]{3,}|0[0-9]{3}))';
const MONTH = '(?<month>0[1-9]|1[0-2])';
const DAY = '(?<day>0[1-9]|[12][0-9]|3[01])';
const TIME =
  '(?:(?<hour>[01][0-9]|2[0-3]):(?<minute>[0-5][0-9]):(?<second>[0-5][0-9])(?:\\.(?<fraction>[0-9]+))?|(?<midnight>24:00:00(?:\\.0+)?))';
const ZONE = '(?<zone>Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?';

/** A leap year, so that --02-29 and ---31 are days. */
const ANY_YEAR = '1972';

function dateType(name: string, form: string, examples: readonly string[]): DatatypeMaker {
  const literals = new RegExp(`^${form}${ZONE}$`);
  return defineType<Moment>({
    name,
    whiteSpace: 'collapse',
    examples,
    advice: 'write dates as year, month and day, with all their digits, and only days that there are',
    parse(literal) {
      const groups = literals.exec(literal)?.groups;
      return groups && momentOf(groups);
    },
    key: ({ instant, zoned }) => `${instant.seconds}.${instant.fraction}${zoned ? 'Z' : ''}`,
    compare: compareMoments,
  });
}

function momentOf(groups: Readonly<Record<string, string | undefined>>): Moment | undefined {
  const { year = ANY_YEAR, month = '01', day = '01', fraction = '', midnight, zone } = groups;
  const { hour = '0', minute = '0', second = '0' } = groups;
  // Leap years come again every 400 years: the last digits tell.
  const recent = astronomicalYear(year.startsWith('-') ? `-${year.slice(-4)}` : year.slice(-4));
  if (/^-?0+$/.test(year) || Number(day) > daysOf(recent, Number(month))) return undefined;
  const hours = midnight === undefined ? Number(hour) : 24;
  const seconds = (hours * 60 + Number(minute) - zoneMinutes(zone)) * 60 + Number(second);
  let instant: Instant | undefined;
  return {
    // Years may have millions of digits, and whether a date is one can be said without reckoning with them.
    get instant() {
      instant ??= instantOf(astronomicalYear(year), Number(month), Number(day), seconds, fraction);
      return instant;
    },
    zoned: zone !== undefined,
  };
}

/** There is no year 0: -0001 comes before 0001. */
function astronomicalYear(year: string): bigint {
  const counted = BigInt(year);
  return counted < 0n ? counted + 1n : counted;
}

function daysOf(year: bigint, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4n === 0n && (year % 100n !== 0n || year % 400n === 0n) ? 29 : 28;
}

function zoneMinutes(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  return zone.startsWith('-') ? -minutes : minutes;
}

const FOURTEEN_HOURS = 14n * 3600n;

function compareMoments(a: Moment, b: Moment): Order {
  if (a.zoned === b.zoned) return compareInstants(a.instant, b.instant);
  if (!a.zoned) {
    const reverse = compareMoments(b, a);
    return reverse === undefined || reverse === 0 ? reverse : reverse === 1 ? -1 : 1;
  }
  const earliest = { ...b.instant, seconds: b.instant.seconds - FOURTEEN_HOURS };
  const latest = { ...b.instant, seconds: b.instant.seconds + FOURTEEN_HOURS };
  if (compareInstants(a.instant, earliest) === -1) return -1;
  return compareInstants(a.instant, latest) === 1 ? 1 : undefined;
}

export const DATE_TIME_TYPES: readonly DatatypeMaker[] = [
  dateType('dateTime', `${YEAR}-${MONTH}-${DAY}T${TIME}`, ['1961-05-12T10:15:00', '1961-05-12T10:15:00+02:00']),
  dateType('time', TIME, ['10:15:00']),
  dateType('date', `${YEAR}-${MONTH}-${DAY}`, ['1961-05-12']),
  dateType('gYearMonth', `${YEAR}-${MONTH}`, ['1961-05']),
  dateType('gYear', YEAR, ['1961']),
  dateType('gMonthDay', `--${MONTH}-${DAY}`, ['--05-12']),
  dateType('gDay', `---${DAY}`, ['---12']),
  dateType('gMonth', `--${MONTH}`, ['--05']),
];
