/** Identifiers: NCNames made from printed numbers, none given twice. */

/** Gives a base name the first time, then `base-2`, `base-3`. */
export interface Ids {
  take(base: string): string;
}

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
  };
}

const SIGNS: Readonly<Record<string, string>> = {
  '*': 'star',
  '†': 'dagger',
  '‡': 'ddagger',
  '§': 'section',
  '#': 'hash',
};

/** `d15fn*` is no name in XML: signs become words, what else may not stand in an NCName becomes `_`. */
function ncName(base: string): string {
  const words = base.replace(/[*†‡§#]/g, (sign) => SIGNS[sign] ?? '_');
  const safe = words.replace(/[^\p{L}\p{Nd}._-]/gu, '_');
  return /^[\p{L}_]/u.test(safe) ? safe : `_${safe}`;
}
