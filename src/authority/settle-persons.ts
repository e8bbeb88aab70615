/** Names found in a document -> whom each means: forenames, suffix, office, and who else is named there decide. */
import type { NameFound } from './find-persons.js';
import type { PersonEntry } from './mention-index.js';
import { fits } from './name-before.js';

/** In: all names of a document, in their order. Out: for each the one person meant, or undefined where several may be. */
export function settlePersons(names: readonly NameFound[]): readonly (PersonEntry | undefined)[] {
  const own = names.map((name) => (name.other ? undefined : decide(name)));
  const evidence = evidenceByPerson(names, own);
  const offices = officesGiven(names, own);
  const others = othersByPerson(names);
  return own.map((entry, i) => {
    const name = names[i];
    if (entry && name && others.size > 0 && isOpen(name, i, entry, others, evidence, names)) return undefined;
    if (entry || !name || name.other || name.candidates.length === 0) return entry;
    const persons = new Set(name.candidates.map(({ person }) => person));
    const near = [...persons].flatMap((person) => evidence.get(person) ?? []).sort((a, b) => a.i - b.i);
    const fitting = near.filter(({ entry }) => name.office.length === 0 || sharesOffice(name, entry, offices));
    const only = one(fitting.map(({ entry }) => entry));
    if (only) return only;
    // Two are named in the document: the one in this very passage, before the name.
    return one(fitting.filter((e) => e.passage === name.passage && e.i < i).map(({ entry }) => entry));
  });
}

/** A name that may be of someone who is not in the list. */
interface Other {
  readonly i: number;
  readonly passage: number;
  readonly ofWoman: boolean;
}

/** A name that tells by itself whom it means. */
interface Evidence {
  readonly i: number;
  readonly entry: PersonEntry;
  readonly passage: number;
}

/** Of many names those of one person are looked up, not looked for. */
type ByPerson<Each> = ReadonlyMap<PersonEntry['person'], readonly Each[]>;

function evidenceByPerson(
  names: readonly NameFound[],
  settled: readonly (PersonEntry | undefined)[],
): ByPerson<Evidence> {
  const found = new Map<PersonEntry['person'], Evidence[]>();
  for (const [i, { passage }] of names.entries()) {
    const entry = settled[i];
    if (entry) put(found, entry.person, { i, entry, passage });
  }
  return found;
}

/** By those whose surname it is. */
function othersByPerson(names: readonly NameFound[]): ByPerson<Other> {
  const found = new Map<PersonEntry['person'], Other[]>();
  for (const [i, { other, candidates, passage, ofWoman }] of names.entries()) {
    if (!other || other === 'doubtful') continue;
    for (const person of new Set(candidates.map((each) => each.person)))
      put(found, person, { i, passage, ofWoman: ofWoman === true });
  }
  return found;
}

function put<Key, Each>(found: Map<Key, Each[]>, key: Key, each: Each): void {
  const known = found.get(key);
  if (known) known.push(each);
  else found.set(key, [each]);
}

/**
 * A surname alone may be that of someone who is not in the list and was named before it: `Raul Castro came. Castro left.`
 * `Mrs. Smith` may be that of another woman, wherever she is named. It is that of the person listed where the document has named him, and the passage has no other before it.
 */
function isOpen(
  name: NameFound,
  i: number,
  entry: PersonEntry,
  others: ByPerson<Other>,
  evidence: ByPerson<Evidence>,
  names: readonly NameFound[],
): boolean {
  if (name.full) return false;
  const alike = others.get(entry.person) ?? [];
  if (name.ofWoman) return alike.some((other) => other.ofWoman);
  if (name.office.length > 0) return false;
  const [first] = alike;
  if (!first || first.i >= i) return false;
  const own = evidence.get(entry.person) ?? [];
  const isKnown = (e: Evidence) => names[e.i]?.full === true || names[e.i]?.office.length !== 0;
  const near = alike.findLast((other) => other.i < i && other.passage === name.passage);
  if (near) return !own.some((e) => isKnown(e) && near.i < e.i && e.i < i);
  return !own.some((e) => isKnown(e) || e.i < first.i);
}

/** What stands with the name itself. */
function decide({ candidates, suffix, office, full }: NameFound): PersonEntry | undefined {
  const [first, ...more] = candidates;
  if (!first || more.length === 0) return first;
  if (suffix !== undefined) {
    const suffixed = candidates.filter(({ person }) => person.suffix?.replace('.', '') === suffix.replace('.', ''));
    if (suffixed.length > 0) return one(suffixed);
  }
  const byOffice = office.length > 0 ? holder(candidates, office) : undefined;
  if (byOffice) return byOffice;
  if (!full) return undefined;
  const plain = candidates.filter(({ person }) => person.suffix === undefined);
  if (plain.length === 1) return plain[0];
  // The same person twice in the list.
  return more.every((other) => isSamePerson(first, other)) ? first : undefined;
}

function isSamePerson(a: PersonEntry, b: PersonEntry): boolean {
  if (a.person.suffix !== b.person.suffix || a.forenames.length === 0) return false;
  const [longer, shorter] = a.forenames.length < b.forenames.length ? [b, a] : [a, b];
  return shorter.forenames.length > 0 && fits(shorter.forenames, longer);
}

/** The candidate whose offices, as the list words them, are those that the text gives. */
function holder(candidates: readonly PersonEntry[], office: readonly string[]): PersonEntry | undefined {
  const scored = candidates
    .map((entry) => ({ entry, score: office.filter((word) => entry.offices.has(word)).length / office.length }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  return best && best.score >= 0.6 && best.score > (second?.score ?? 0) ? best.entry : undefined;
}

type Offices = ReadonlyMap<PersonEntry, ReadonlySet<string>>;

/** The offices that the document gives to those who are known. */
function officesGiven(names: readonly NameFound[], settled: readonly (PersonEntry | undefined)[]): Offices {
  const given = new Map<PersonEntry, Set<string>>();
  for (const [i, { office }] of names.entries()) {
    const entry = settled[i];
    if (!entry) continue;
    const words = given.get(entry) ?? new Set();
    for (const word of office) words.add(word);
    given.set(entry, words);
  }
  return given;
}

function sharesOffice({ office }: NameFound, entry: PersonEntry, given: Offices): boolean {
  const last = office[office.length - 1] ?? '';
  return entry.offices.has(last) || (given.get(entry)?.has(last) ?? false);
}

function one(entries: readonly PersonEntry[]): PersonEntry | undefined {
  return new Set(entries.map(({ person }) => person)).size === 1 ? entries[0] : undefined;
}
