/** Series of volumes, as a table: the words that cite a volume -> its id: `Foreign Relations, 1958–1960, vol. X, Part 2` is `frus1958-60v10p2`. */
import type { CitedVolume } from './reference.js';

export interface Series {
  readonly name: string;
  /** The form of an id: `{years}`, `{volume}`, `{part}`; what stands in brackets only where the part in it is named. */
  readonly id: string;
  /** Volumes that the form does not give, by the words behind the name of the series. */
  readonly volumes?: Readonly<Record<string, string>>;
}

/** Volumes of 1969–1976 are cited by title before they are printed; those whose titles are of more than one are left out. */
const TITLED_1969 = {
  '1969–1976, Foundations of Foreign Policy, 1969–1972': 'frus1969-76v01',
  '1969–1976, Organization and Management of U.S. Foreign Policy, 1969–1972': 'frus1969-76v02',
  '1969–1976, United Nations, 1969–1972': 'frus1969-76v05',
  '1969–1976, Vietnam, January 1969–July 1970': 'frus1969-76v06',
  '1969–1976, Vietnam, 1969–1970': 'frus1969-76v06',
  '1969–1976, Vietnam, July 1970–January 1972': 'frus1969-76v07',
  '1969–1976, Vietnam, January–October 1972': 'frus1969-76v08',
  '1969–1976, South Asia Crisis, 1971': 'frus1969-76v11',
  '1969–1976, China, 1969–1972': 'frus1969-76v17',
  '1969–1976, China, 1973–1976': 'frus1969-76v18',
  '1969–1976, Southeast Asia, 1969–1972': 'frus1969-76v20',
  '1969–1976, Arab-Israeli Dispute, 1969–1972': 'frus1969-76v23',
  '1969–1976, Energy Crisis, 1969–1974': 'frus1969-76v36',
  '1969–1976, Germany and Berlin, 1969–1972': 'frus1969-76v40',
  '1969–1976, Sub-Saharan Africa, 1969–1972': 'frus1969-76ve05p1',
  '1969–1976, Africa, 1969–1972': 'frus1969-76ve05p1',
} as const;

/** Volumes on conferences and on countries, outside of the years. */
const BY_SUBJECT = {
  'Japan, 1931–1941, vol. I': 'frus1931-41v01',
  'Japan, 1931–1941, vol. II': 'frus1931-41v02',
  'The Soviet Union, 1933–1939': 'frus1933-39',
  'The Conferences at Washington, 1941–1942, and Casablanca, 1943': 'frus1941-43',
  'The Conferences at Washington and Quebec, 1943': 'frus1943',
  'The Conferences at Cairo and Tehran, 1943': 'frus1943CairoTehran',
  'The Conference at Quebec, 1944': 'frus1944Quebec',
  'The Conferences at Malta and Yalta, 1945': 'frus1945Malta',
  'Conferences at Malta and Yalta, 1945': 'frus1945Malta',
  'The Conference of Berlin (The Potsdam Conference), 1945, vol. I': 'frus1945Berlinv01',
  'The Conference of Berlin (The Potsdam Conference), 1945, vol. II': 'frus1945Berlinv02',
  'Conference of Berlin (Potsdam), 1945, vol. I': 'frus1945Berlinv01',
  'Conference of Berlin (Potsdam), 1945, vol. II': 'frus1945Berlinv02',
} as const;

const FOREIGN_RELATIONS = {
  id: 'frus{years}v{volume}[p{part}]',
  volumes: {
    ...TITLED_1969,
    ...BY_SUBJECT,
    '1945–1950, Emergence of the Intelligence Establishment': 'frus1945-50Intel',
    '1950–1955, The Intelligence Community': 'frus1950-55Intel',
    '1952–1954, Guatemala': 'frus1952-54Guat',
    '1952–1954, Iran, 1951–1954': 'frus1951-54Iran',
  },
} as const;

/** A longer name goes before one that it begins with. */
export const BUILT_IN_SERIES: readonly Series[] = [
  { name: 'Foreign Relations of the United States', ...FOREIGN_RELATIONS },
  { name: 'Foreign Relations', ...FOREIGN_RELATIONS },
];

const NONE_OF_ITS_OWN: readonly Series[] = [];
const tables = new WeakMap<readonly Series[], readonly Series[]>();

/** The series of the edition, then the built-in ones; one object for one list. */
export function seriesTable(own: readonly Series[] = NONE_OF_ITS_OWN): readonly Series[] {
  const known = tables.get(own);
  if (known) return known;
  const table = [...own, ...BUILT_IN_SERIES];
  tables.set(own, table);
  return table;
}

/** Undefined where the words do not name all that the id is made of. */
export function volumeId({ id }: Series, { years, volume, part }: CitedVolume): string | undefined {
  const parts: Readonly<Record<string, string | undefined>> = {
    years: years && yearsOf(years),
    volume: volume && numberOf(volume),
    part: part && String(roman(part) ?? Number(part)),
  };
  const fill = (form: string): string | undefined => {
    let complete = true;
    const filled = form.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = parts[name];
      if (value === undefined) complete = false;
      return value ?? '';
    });
    return complete ? filled : undefined;
  };
  return fill(id.replace(/\[([^\]]*)\]/g, (_, optional: string) => fill(optional) ?? ''));
}

/** In: an id such as `frus1948v01p1`. Out: its series and its years, so that `vol. III` beside it is known. */
export function seriesOf(id: string, table: readonly Series[]): { series: Series; years: string } | undefined {
  for (const series of table) {
    const lead = /^[^{[]*/.exec(series.id)?.[0] ?? '';
    const years = id.startsWith(lead) ? /^\d{4}(?:-\d{2,4})?/.exec(id.slice(lead.length))?.[0] : undefined;
    if (years !== undefined) return { series, years };
  }
  return undefined;
}

/** `1958–1960` -> `1958-60`; another century is written in full. */
function yearsOf(words: string): string | undefined {
  const [first, last] = words.match(/\d{2,4}/g) ?? [];
  if (first === undefined || !/^\d{4}$/.test(first)) return undefined;
  if (last === undefined) return first;
  return `${first}-${last.startsWith(first.slice(0, 2)) ? last.slice(-2) : last}`;
}

/** `X` -> `10`, `3` -> `03`, `E–15` -> `e15`. */
function numberOf(words: string): string {
  const [, letter = '', figures = words] = /^(E)[–-](\d+)$/.exec(words) ?? [];
  return letter.toLowerCase() + String(roman(figures) ?? Number(figures)).padStart(2, '0');
}

const NUMERALS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

function roman(words: string): number | undefined {
  if (!/^[IVXLC]+$/i.test(words)) return undefined;
  const values = [...words.toUpperCase()].map((letter) => NUMERALS[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
