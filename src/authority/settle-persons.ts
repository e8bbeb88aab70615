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
  const above = { named: new Map(), known: new Map(), others: new Map() };
  return names.map((name, i) => {
    const entry = own[i];
    const isLeft = entry !== undefined && others.size > 0 && isOpen(name, i, entry.person, others, evidence, above);
    const settled = isLeft ? undefined : (entry ?? byOthers(name, evidence, offices, above));
    goBelow(above, name, i, entry);
    return settled;
  });
}

type Person = PersonEntry['person'];

/** Of a person: the names in the document that tell by themselves that he is meant. */
interface Evidence {
  /** As whom the list has him, where it has him by several names. */
  readonly entries: Set<PersonEntry>;
  readonly first: number;
  /** One has a forename or an office with it. */
  isKnown: boolean;
}

/** Of a person: names that may be of someone else of that surname, who is not in the list. */
interface Others {
  readonly first: number;
  /** One may be of a woman. */
  ofWoman: boolean;
}

/** What stands above a name, the last of each kind. */
interface Above {
  /** The passage in which an entry is named. */
  readonly named: Map<PersonEntry, number>;
  /** The name that says who is meant by a forename or an office. */
  readonly known: Map<Person, number>;
  readonly others: Map<Person, { readonly i: number; readonly passage: number }>;
}

function evidenceByPerson(
  names: readonly NameFound[],
  settled: readonly (PersonEntry | undefined)[],
): ReadonlyMap<Person, Evidence> {
  const found = new Map<Person, Evidence>();
  for (const [i, name] of names.entries()) {
    const entry = settled[i];
    if (!entry) continue;
    const known = found.get(entry.person) ?? { entries: new Set(), first: i, isKnown: false };
    known.entries.add(entry);
    known.isKnown ||= saysWho(name);
    found.set(entry.person, known);
  }
  return found;
}

function saysWho({ full, office }: NameFound): boolean {
  return full || office.length > 0;
}

/** By those whose surname it is. */
function othersByPerson(names: readonly NameFound[]): ReadonlyMap<Person, Others> {
  const found = new Map<Person, Others>();
  for (const [i, name] of names.entries()) {
    for (const person of mistakenFor(name)) {
      const known = found.get(person) ?? { first: i, ofWoman: false };
      known.ofWoman ||= name.ofWoman === true;
      found.set(person, known);
    }
  }
  return found;
}

/** Those of the list who have the surname of a name that is another's. */
function mistakenFor({ other, candidates }: NameFound): ReadonlySet<Person> {
  return new Set(!other || other === 'doubtful' ? [] : candidates.map(({ person }) => person));
}

function goBelow({ named, known, others }: Above, name: NameFound, i: number, entry: PersonEntry | undefined): void {
  const { passage } = name;
  for (const person of mistakenFor(name)) others.set(person, { i, passage });
  if (!entry) return;
  named.set(entry, passage);
  if (saysWho(name)) known.set(entry.person, i);
}

/**
 * A surname alone may be that of someone who is not in the list and was named before it: `Raul Castro came. Castro left.`
 * `Mrs. Smith` may be that of another woman, wherever she is named. It is that of the person listed where the document has named him, and the passage has no other before it.
 */
function isOpen(
  name: NameFound,
  i: number,
  person: Person,
  others: ReadonlyMap<Person, Others>,
  evidence: ReadonlyMap<Person, Evidence>,
  above: Above,
): boolean {
  const alike = others.get(person);
  if (name.full || !alike) return false;
  if (name.ofWoman) return alike.ofWoman;
  if (name.office.length > 0 || alike.first >= i) return false;
  const near = above.others.get(person);
  if (near?.passage === name.passage) return (above.known.get(person) ?? -1) < near.i;
  const own = evidence.get(person);
  return !own?.isKnown && (own?.first ?? i) > alike.first;
}

/** Who of those that may be meant is named so elsewhere in the document. */
function byOthers(
  { candidates, office, other, passage }: NameFound,
  evidence: ReadonlyMap<Person, Evidence>,
  offices: Offices,
  { named }: Above,
): PersonEntry | undefined {
  if (other) return undefined;
  const persons = new Set(candidates.map(({ person }) => person));
  const entries = [...persons].flatMap((person) => [...(evidence.get(person)?.entries ?? [])]);
  const fitting = entries.filter((entry) => office.length === 0 || sharesOffice(office, entry, offices));
  // Two are named in the document: the one in this very passage, before the name.
  return one(fitting) ?? one(fitting.filter((entry) => named.get(entry) === passage));
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

function sharesOffice(office: readonly string[], entry: PersonEntry, given: Offices): boolean {
  const last = office[office.length - 1] ?? '';
  return entry.offices.has(last) || (given.get(entry)?.has(last) ?? false);
}

function one(entries: readonly PersonEntry[]): PersonEntry | undefined {
  return new Set(entries.map(({ person }) => person)).size === 1 ? entries[0] : undefined;
}
