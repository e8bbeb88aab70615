/** What an authority list says: persons and terms, each with the identifier that names in a text are keyed with. */

/** A name, taken apart. */
export interface NameParts {
  /** The surname and its other spellings, as words are written: `Sukarno`, `Soekarno`; `van Roijen`. */
  readonly surnames: readonly string[];
  /** Forenames, initials and nicknames in their order: `Allen`, `W.` */
  readonly forenames: readonly string[];
  /** Nicknames: `Scoop`, `Mike`. */
  readonly nicknames: readonly string[];
  /** Titles before the name: `Admiral`. */
  readonly titles: readonly string[];
  /** `Jr.`, `II`. */
  readonly suffix?: string;
}

/** A person of the list. */
export interface Person extends NameParts {
  readonly id: string;
  /** As listed: `Dulles, Allen W.` */
  readonly name: string;
  /** Other names: before a marriage, of the pen, in another spelling. */
  readonly variants?: readonly NameParts[];
  /** Offices and dates, as the list words them. */
  readonly description?: string;
  /** Years of birth and death, as the list has them. */
  readonly dates?: string;
}

/** A term or abbreviation of the list. */
export interface Term {
  readonly id: string;
  /** As listed: `PBS, PBSUCCESS`. */
  readonly term: string;
  /** What it stands for: `Atomic Energy Commission`. */
  readonly gloss?: string;
}

export interface Authority {
  readonly persons: readonly Person[];
  readonly terms: readonly Term[];
}

export const NO_AUTHORITY: Authority = { persons: [], terms: [] };

/** Several lists as one; of two entries with one identifier, be it a person and a term, the first holds. */
export function joinAuthorities(lists: readonly Authority[]): Authority {
  const seen = new Set<string>();
  const isNew = ({ id }: Person | Term) => !seen.has(id) && seen.add(id);
  const kept = lists.map(({ persons, terms }) => ({ persons: persons.filter(isNew), terms: terms.filter(isNew) }));
  return { persons: kept.flatMap(({ persons }) => persons), terms: kept.flatMap(({ terms }) => terms) };
}
