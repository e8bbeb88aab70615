/** The words for a time behind a date -> hours and minutes: `—6 p. m.`, `, 1:33 p.m. EST`, `, 2353Z`, `, 3–4:30 p.m.`, `, noon`. */
import type { ClockTime } from './date-value.js';
import { matchAt } from './match-at.js';

export interface TimeReader {
  readonly noon: RegExp;
  readonly midnight: RegExp;
  /** Sticky: a word before a time that is a guess. */
  readonly aboutTime: RegExp;
}

export interface FoundTime {
  readonly end: number;
  /** Not there where the figures are no time: `1280Z`. */
  readonly from?: ClockTime;
  readonly to?: ClockTime;
  /** `11:30 p.m.–12:15 a.m.`: the second time is of the next day. */
  readonly overnight?: boolean;
}

/** Zones that stand behind a time of the clock; others are ambiguous. */
const ZONES: Readonly<Record<string, string>> = {
  GMT: 'Z',
  UTC: 'Z',
  UT: 'Z',
  Z: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};

const LEAD = /[,;]?\s{0,3}(?:[—–-]{1,2}\s{0,2}|(?:at|from)\s)?\[?/y;
const MERIDIEM = String.raw`\s{0,3}([ap])\.?\s{0,2}m(?![\p{L}\d])\.?`;
const CLOCK = String.raw`(\d{1,2})(?:[:.]\s?(\d\d))?(?!\d)`;
const TWELVE = new RegExp(`${CLOCK}(?:${MERIDIEM})?`, 'uyi');
const CORRECTED = /\s{0,2}\[([ap])\.?\s{0,2}m\.?\]/iuy;
const TWENTY_FOUR = /([01]\d|2[0-4])([0-5]\d)(?:(Z)(?![\p{L}\d])|\s{1,2}(?:hours|hrs\.?)(?!\p{L}))/uy;
const NO_TIME = /\d{4}Z(?![\p{L}\d])/uy;
const ZONE = /\s{0,2}\(?(GMT|UTC|UT|Z|[ECMP][SD]T)(?![\p{L}\d])\)?/uy;
const DASH = /\s{0,2}(?:[–—-]|to\s)\s{0,2}/y;

/** In: a text, and where a date in it ends. Out: the time that stands there, if any. */
export function readTime(text: string, at: number, words: TimeReader): FoundTime | undefined {
  const lead = matchAt(LEAD, text, at);
  if (!lead || lead[0] === '') return undefined;
  const start = at + lead[0].length;
  const found =
    readMilitary(text, start) ?? readSpan(text, start, words) ?? noTime(text, start) ?? readGuess(text, start, words);
  if (!found) return undefined;
  if (!lead[0].endsWith('[')) return found;
  return text[found.end] === ']' ? { ...found, end: found.end + 1 } : undefined;
}

function readMilitary(text: string, at: number): FoundTime | undefined {
  const match = matchAt(TWENTY_FOUR, text, at);
  if (!match) return undefined;
  const hour = Number(match[1]);
  const minute = Number(match[2]);
  if (hour === 24 && minute > 0) return undefined;
  return { end: at + match[0].length, from: { hour, minute, zone: match[3] ?? '' } };
}

/** The figures belong to the date, and only its day is known. */
function noTime(text: string, at: number): FoundTime | undefined {
  const match = matchAt(NO_TIME, text, at);
  return match ? { end: at + match[0].length } : undefined;
}

/** `about 3 p.m.`: the words belong to the date, and only its day is known. */
function readGuess(text: string, at: number, words: TimeReader): FoundTime | undefined {
  const about = matchAt(words.aboutTime, text, at);
  const start = at + (about?.[0].length ?? 0);
  const time = about && (readMilitary(text, start) ?? readSpan(text, start, words));
  return time && { end: time.end };
}

function readSpan(text: string, at: number, words: TimeReader): FoundTime | undefined {
  const first = readClock(text, at, words);
  if (!first) return undefined;
  const dash = matchAt(DASH, text, first.end);
  const second = dash && readClock(text, first.end + dash[0].length, words);
  if (second?.exact) {
    const from = first.exact ? first : inherit(first, second);
    const zone = readZone(text, second.end);
    const said = from && { end: zone.end, from: time(from, zone.value), to: time(second, zone.value) };
    if (said && minutes(from) < minutes(second)) return said;
    if (said && first.exact && from.hour >= 12 && second.hour < 12) return { ...said, overnight: true };
  }
  if (!first.exact) return undefined;
  const zone = readZone(text, first.end);
  return { end: zone.end, from: time(first, zone.value) };
}

interface Clock {
  readonly end: number;
  readonly hour: number;
  readonly minute: number;
  /** It says which half of the day it is in. */
  readonly exact: boolean;
}

function readClock(text: string, at: number, words: TimeReader): Clock | undefined {
  const noon = matchAt(words.noon, text, at);
  if (noon) return { end: at + noon[0].length, hour: 12, minute: 0, exact: true };
  const midnight = matchAt(words.midnight, text, at);
  if (midnight) return { end: at + midnight[0].length, hour: 0, minute: 0, exact: true };
  const match = matchAt(TWELVE, text, at);
  const hour = Number(match?.[1]);
  const minute = Number(match?.[2] ?? 0);
  if (!match || hour > 23 || minute > 59) return undefined;
  const end = at + match[0].length;
  const half = match[3];
  if (half === undefined) return hour < 1 || hour > 12 ? undefined : { end, hour, minute, exact: false };
  const corrected = matchAt(CORRECTED, text, end);
  const isLate = (corrected?.[1] ?? half).toLowerCase() === 'p';
  // "22:01 p.m." says the same thing twice, "22:01 a.m." two things.
  if (isLate ? hour < 1 : hour > 12) return undefined;
  return {
    end: end + (corrected?.[0].length ?? 0),
    hour: (hour % 12) + (isLate ? 12 : 0),
    minute,
    exact: true,
  };
}

/** `3–4:30 p.m.`: the first time is in the same half of the day, or in the morning: `11–1 p.m.` */
function inherit(first: Clock, second: Clock): Clock | undefined {
  const halves = second.hour >= 12 ? [12, 0] : [0];
  const hours = halves.map((half) => (first.hour % 12) + half);
  const hour = hours.find((h) => h * 60 + first.minute < minutes(second));
  return hour === undefined ? undefined : { ...first, hour };
}

function readZone(text: string, at: number): { readonly end: number; readonly value: string } {
  const match = matchAt(ZONE, text, at);
  return match ? { end: at + match[0].length, value: ZONES[match[1] ?? ''] ?? '' } : { end: at, value: '' };
}

function minutes({ hour, minute }: { readonly hour: number; readonly minute: number }): number {
  return hour * 60 + minute;
}

function time({ hour, minute }: Clock, zone: string): ClockTime {
  return { hour, minute, zone };
}
