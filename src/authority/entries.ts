/** Entries as a file has them -> persons and terms; what is not usable is reported and left out. */
import type { Report } from '../diagnostic/index.js';
import type { Place } from '../source/index.js';
import { nameEnd } from '../xml/index.js';
import type { Authority, Person, Term } from './authority.js';
import { authorityMessages } from './messages.js';
import { parsePersonName } from './person-name.js';

/** Fields that a list may give; `place` is the entry in the file. */
export interface RawEntry {
  readonly kind: 'person' | 'term';
  readonly id?: string | undefined;
  /** The whole name, surname first, or the term. */
  readonly name?: string | undefined;
  /** Other names of the person. */
  readonly variants?: readonly string[] | undefined;
  readonly description?: string | undefined;
  readonly dates?: string | undefined;
  readonly place: Place;
}

const ADDRESS = /^[a-z][a-z0-9+.-]*:\S+$/i;

/** A name in XML without a colon, or an address. */
function isIdentifier(id: string): boolean {
  return ADDRESS.test(id) || (nameEnd(id, 0) === id.length && !id.includes(':'));
}

/** In: the entries, and the place of the whole list. Out: what can be used of them; of two with one identifier the first. */
export function toAuthority(entries: readonly RawEntry[], whole: Place, report: Report): Authority {
  const persons: Person[] = [];
  const terms: Term[] = [];
  const seen = new Set<string>();
  for (const { kind, place, ...entry } of entries) {
    const id = clean(entry.id)?.replace(/^#/, '');
    const name = clean(entry.name);
    const missing =
      id === undefined ? 'identifier' : name === undefined ? (kind === 'person' ? 'name' : 'term') : undefined;
    if (id === undefined || name === undefined) {
      report(authorityMessages['authority-entry-incomplete']({ missing: missing ?? '' }, place));
    } else if (!isIdentifier(id)) report(authorityMessages['authority-id-invalid']({ id }, place));
    else if (seen.has(id)) report(authorityMessages['authority-id-twice']({ id }, place));
    else {
      seen.add(id);
      const description = clean(entry.description);
      if (kind === 'term') terms.push(toTerm(id, name, description));
      else persons.push(toPerson(id, name, variantsOf(entry.variants, name), description, clean(entry.dates)));
    }
  }
  if (entries.length === 0) report(authorityMessages['authority-empty']({}, whole));
  return { persons, terms };
}

function toTerm(id: string, term: string, description = ''): Term {
  const gloss = withoutName(description, term);
  return { id, term, ...(gloss !== '' && { gloss }) };
}

function variantsOf(listed: readonly string[] = [], name: string): readonly string[] {
  return [...new Set(listed.flatMap((one) => clean(one) ?? []))].filter((one) => one !== name);
}

function toPerson(
  id: string,
  name: string,
  variants: readonly string[],
  description: string | undefined,
  dates: string | undefined,
): Person {
  return {
    id,
    name,
    ...parsePersonName(name),
    ...(variants.length > 0 && { variants: variants.map(parsePersonName) }),
    ...(description !== undefined && { description }),
    ...(dates !== undefined && { dates }),
  };
}

function clean(text: string | undefined): string | undefined {
  const trimmed = text?.replace(/\s+/g, ' ').trim().replace(/[,;]$/, '').trim();
  return trimmed === '' ? undefined : trimmed;
}

/** `AEC, Atomic Energy Commission` -> `Atomic Energy Commission`; but `Secretary` of `S` is left as it is. Empty where nothing follows the name. */
export function withoutName(text: string, name: string): string {
  const rest = text.startsWith(name) ? text.slice(name.length) : undefined;
  return rest === undefined || /^[\p{L}\p{M}\p{N}]/u.test(rest) ? text : rest.replace(/^[\s,:;—–-]+/, '');
}
