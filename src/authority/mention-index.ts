/** An authority -> what finding its names in a text needs: a trie of surnames by word, and terms by their first word. */
import type { Authority, NameParts, Person, Term } from './authority.js';
import { fold } from './fold.js';
import { officesOf } from './known-offices.js';
import { wordsOf } from './name-words.js';
import { termForms } from './term-forms.js';
import { wordSet } from './word-set.js';

export interface PersonEntry {
  readonly person: Person;
  /** Forenames and nicknames, folded. */
  readonly forenames: readonly string[];
  readonly nicknames: readonly string[];
  readonly titles: ReadonlySet<string>;
  /** Words of the offices that the list gives, folded. */
  readonly offices: ReadonlySet<string>;
}

/** A surname in the list. `short`: only its first word, as in `Ayub` for `Ayub Khan`. */
export interface SurnameEntry {
  readonly entry: PersonEntry;
  readonly short: boolean;
}

export interface SurnameNode {
  readonly next: Map<string, SurnameNode>;
  readonly found: SurnameEntry[];
}

export interface TermForm {
  readonly text: string;
  readonly term: Term;
}

export interface MentionIndex {
  readonly surnames: SurnameNode;
  /** By the first word as it is written, in NFC; longest form first. Letters with accents are there whole and taken apart. */
  readonly terms: ReadonlyMap<string, readonly TermForm[]>;
  /** Forenames of the persons listed, folded. */
  readonly forenames: ReadonlySet<string>;
  /** Words of the offices of all persons listed, folded. */
  readonly described: ReadonlySet<string>;
}

const PARTICLE = wordSet('al el ben bin van von der den de di da la le ten zu d');

const indexes = new WeakMap<Authority, MentionIndex>();

/** In: an authority. Out: its index; made once, however many documents are read with it. */
export function indexAuthority(authority: Authority): MentionIndex {
  const index = indexes.get(authority) ?? makeIndex(authority);
  indexes.set(authority, index);
  return index;
}

function makeIndex({ persons, terms }: Authority): MentionIndex {
  const surnames = node();
  const forenames = new Set<string>();
  const described = new Set<string>();
  for (const person of persons) {
    const offices = new Set(wordsOf(officesOf(person)).map(({ folded }) => folded));
    for (const word of offices) described.add(word);
    for (const parts of [person, ...(person.variants ?? [])]) {
      const entry = toEntry(person, parts, offices);
      for (const name of [...entry.forenames, ...entry.nicknames]) if (name.length > 2) forenames.add(name);
      for (const surname of parts.surnames) addSurname(surnames, surname, entry);
    }
  }
  return { surnames, terms: indexTerms(terms), forenames, described };
}

/** By one of the names; the forenames of the others count as what the person is called, too. */
function toEntry(person: Person, parts: NameParts, offices: ReadonlySet<string>): PersonEntry {
  const others = [person, ...(person.variants ?? [])]
    .filter((one) => one !== parts)
    .flatMap(({ forenames, nicknames }) => [...forenames, ...nicknames]);
  return {
    person,
    forenames: parts.forenames.flatMap(foldedWords),
    nicknames: [...parts.nicknames.map(fold), ...others.flatMap(foldedWords).filter((name) => name.length > 1)],
    titles: new Set(parts.titles.map((title) => fold(title.replace(/\.$/, '')))),
    offices,
  };
}

function foldedWords(name: string): readonly string[] {
  return wordsOf(name).map(({ folded }) => folded);
}

function node(): SurnameNode {
  return { next: new Map(), found: [] };
}

function addSurname(root: SurnameNode, surname: string, entry: PersonEntry): void {
  const words = wordsOf(surname).map(({ folded }) => folded);
  add(root, words, { entry, short: false });
  let first = 0;
  while (first < words.length - 1 && PARTICLE.has(words[first] ?? '')) first++;
  if (first > 0) add(root, words.slice(first), { entry, short: false });
  const [head, ...rest] = words.slice(first);
  // `Gore-Booth` is never `Gore`.
  if (head === undefined || rest.length === 0 || head.length < 2 || /^[\p{L}’'.]+-/u.test(surname)) return;
  add(root, [head], { entry, short: true });
}

function add(root: SurnameNode, words: readonly string[], found: SurnameEntry): void {
  let at = root;
  for (const word of words) {
    const next = at.next.get(word) ?? node();
    at.next.set(word, next);
    at = next;
  }
  if (at !== root && !at.found.some(({ entry }) => entry.person.id === found.entry.person.id)) at.found.push(found);
}

function indexTerms(terms: readonly Term[]): ReadonlyMap<string, readonly TermForm[]> {
  const index = new Map<string, TermForm[]>();
  const taken = new Set<string>();
  const listed = terms.flatMap((term) => termForms(term.term).map((form) => ({ term, ...form })));
  // What a list says letter for letter goes before what is derived from it.
  for (const { text, term } of [...listed.filter((f) => !f.derived), ...listed.filter((f) => f.derived)]) {
    const first = wordsOf(text)[0];
    if (!first) continue;
    for (const form of new Set([text.normalize('NFC'), text.normalize('NFD')])) {
      if (taken.has(form)) continue;
      taken.add(form);
      index.set(first.text, [...(index.get(first.text) ?? []), { text: form, term }]);
    }
  }
  for (const forms of index.values()) forms.sort((a, b) => b.text.length - a.text.length);
  return index;
}
