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

/** Several lists as one; of two entries with one identifier the first holds. */
export function joinAuthorities(lists: readonly Authority[]): Authority {
  return {
    persons: firstOfEach(lists.flatMap(({ persons }) => persons)),
    terms: firstOfEach(lists.flatMap(({ terms }) => terms)),
  };
}

function firstOfEach<Entry extends { readonly id: string }>(entries: readonly Entry[]): readonly Entry[] {
  const seen = new Set<string>();
  return entries.filter(({ id }) => !seen.has(id) && seen.add(id));
}
