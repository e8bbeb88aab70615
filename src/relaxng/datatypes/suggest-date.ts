/** A date as people write it -> the literal of XML Schema that says the same: `12 May 1961` -> `1961-05-12`. */

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Undefined where it is no date, or could be two: in `3/4/1961` the month is anyone's guess. */
export function suggestDate(written: string): string | undefined {
  const text = written.trim().replace(/\s+/g, ' ');
  const year = '(?<year>[0-9]{4})';
  const day = '(?<day>[0-9]{1,2})(?:st|nd|rd|th)?';
  const month = '(?<month>[A-Za-z]{3,9})\\.?';
  const number = '(?<number>[0-9]{1,2})';
  const forms = [
    `${day} ${month},? ${year}`,
    `${month} ${day},? ${year}`,
    `${month},? ${year}`,
    `${year}[-/.]${number}[-/.]${day}`,
    `${day}[-/.]${number}[-/.]${year}`,
  ];
  for (const form of forms) {
    const groups = new RegExp(`^${form}$`).exec(text)?.groups;
    if (groups) return dateOf(groups);
  }
  return undefined;
}

function dateOf(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const { year, day, month, number } = groups;
  const named = month === undefined ? Number(number) : monthOf(month);
  if (named === undefined) return undefined;
  if (day === undefined) return `${year}-${twoDigits(named)}`;
  const days = Number(day);
  // Day and month in either order: only what cannot be a month is sure to be the day.
  const swapped = month === undefined && named > 12 && days <= 12;
  const [months, ofMonth] = swapped ? [days, named] : [named, days];
  const ambiguous = month === undefined && days <= 12 && named <= 12 && days !== named && !groupsBeginWithYear(groups);
  if (ambiguous || months < 1 || months > 12 || ofMonth < 1 || ofMonth > 31) return undefined;
  return `${year}-${twoDigits(months)}-${twoDigits(ofMonth)}`;
}

function groupsBeginWithYear(groups: Readonly<Record<string, string | undefined>>): boolean {
  return Object.keys(groups)[0] === 'year';
}

function monthOf(name: string): number | undefined {
  const index = MONTHS.findIndex((month) => month.startsWith(name.toLowerCase()));
  return index === -1 ? undefined : index + 1;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
