/** Identifiers: NCNames made from printed numbers, none given twice. */

/** Gives a base name the first time, then `base-2`, `base-3`. */
export interface Ids {
  take(base: string): string;
  /** An identifier that is given elsewhere, as it is: what is made from the same base has another. */
  keep(id: string): string;
}

/** Out: what gives identifiers of one file. */
export function createIds(): Ids {
  const taken = new Map<string, number>();
  return {
    take(base) {
      const safe = ncName(base);
      let count = taken.get(safe) ?? 0;
      let id: string;
      do {
        count++;
        id = count === 1 ? safe : `${safe}-${count}`;
      } while (count > 1 && taken.has(id));
      taken.set(safe, count);
      if (id !== safe) taken.set(id, 1);
      return id;
    },
    keep(id) {
      if (!taken.has(id)) taken.set(id, 1);
      return id;
    },
  };
}

/** Whether an identifier of an authority list is an address: it points to a list elsewhere, and names no element of the file. */
export function isAddress(id: string): boolean {
  return id.includes(':');
}

const SIGNS: Readonly<Record<string, string>> = {
  '*': 'star',
  '†': 'dagger',
  '‡': 'ddagger',
  '§': 'section',
  '#': 'hash',
};

/** Latin, Greek and Cyrillic letters that are name characters in every edition of XML. */
const LETTERS = String.raw`A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0131\u038e-\u03a1\u03a3-\u03ce\u0401-\u040c\u040e-\u044f`;
const NO_NAME_CHARACTER = new RegExp(`[^${LETTERS}0-9._-]`, 'gu');
const NAME_START = new RegExp(`^[${LETTERS}_]`, 'u');

/** `d15fn*` is no name in XML: signs become words, what else may not stand in an NCName becomes `_`. */
function ncName(base: string): string {
  const words = base.replace(/[*†‡§#]/g, (sign) => SIGNS[sign] ?? '_');
  const safe = words.replace(NO_NAME_CHARACTER, '_');
  return NAME_START.test(safe) ? safe : `_${safe}`;
}
