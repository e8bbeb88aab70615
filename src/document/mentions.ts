/** A document and an authority -> the document with phrases over the persons and terms that it names. */
import {
  type Authority,
  authorityMessages,
  findMentions,
  indexAuthority,
  isListedName,
  type Mention,
  type MentionIndex,
  type Passage,
} from '../authority/index.js';
import type { Report } from '../diagnostic/index.js';
import type { Place } from '../source/index.js';
import { type Content, type PhraseRun, plainText, type Run, type Span } from './content.js';
import { annotate, placeOfSpan } from './content-edit.js';
import type { Correspondence, Document, Mentioned, Party } from './document.js';
import { mapContents } from './map-contents.js';

/**
 * In: a document. Out: the same with names and terms of the list marked: names that are marked already get a key. A name
 * that several persons have, and nothing decides, has none; that is said once for each name.
 */
export function withMentions(document: Document, authority: Authority, report: Report): Document {
  if (authority.persons.length === 0 && authority.terms.length === 0) return document;
  const passages: Passage[] = [];
  const contents: Content[] = [];
  mapContents(document, (content, where) => {
    passages.push({ text: plainText(content), where });
    contents.push(content);
    return content;
  });
  const index = indexAuthority(authority);
  const found = findMentions(passages, index);
  const places = contents.map((content, i) => placesOf(content, found[i] ?? []));
  reportAmbiguous(passages, found, places, report);
  let at = 0;
  const marked = mapContents(document, (content, where) => {
    const mentioning = markMentions(content, found[at++] ?? []);
    return where === 'closer' && authority.persons.length > 0 ? markListed(mentioning, index) : mentioning;
  });
  const keyed = found.flatMap((mentions, i) =>
    mentions.flatMap(({ id, kind }, k) => {
      const place = places[i]?.[k];
      return id === undefined || !place ? [] : [{ id, kind, place }];
    }),
  );
  return {
    ...marked,
    correspondence: document.correspondence.map((act) => withKeys(act, keyed)),
    mentioned: mentionedOf(keyed, authority),
  };
}

interface Keyed {
  readonly id: string;
  readonly kind: Mention['kind'];
  readonly place: Place;
}

function placesOf(content: Content, mentions: readonly Mention[]): readonly Place[] {
  return mentions.map(({ start, end }) => placeOfSpan(content, start, end));
}

/** What points to the entry of a list: an address as it is, an identifier as a fragment. */
function pointerTo(id: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(id) ? id : `#${id}`;
}

/** Marks mentions, which stand in their order; in a phrase that is there already they are marked inside of it, and those that cross one are left out. */
function markMentions(content: Content, mentions: readonly Mention[]): Content {
  if (mentions.length === 0) return content;
  let at = 0;
  let first = 0;
  const free = new Set(mentions);
  const runs = content.map((run): Run => {
    const start = at;
    at += run.kind === 'phrase' ? plainText(run.content).length : lengthOf(run);
    if (run.kind !== 'phrase') return run;
    while ((mentions[first]?.end ?? Number.POSITIVE_INFINITY) <= start) first++;
    let next = first;
    while ((mentions[next]?.start ?? Number.POSITIVE_INFINITY) < at) next++;
    const touching = mentions.slice(first, next);
    for (const mention of touching) free.delete(mention);
    return markPhrase(run, touching, start, at);
  });
  return annotate(runs, [...free].map(spanOf));
}

function lengthOf(run: Run): number {
  if (run.kind === 'text') return run.text.length;
  return run.kind === 'lineBreak' ? 1 : 0;
}

function markPhrase(run: PhraseRun, touching: readonly Mention[], start: number, end: number): PhraseRun {
  const { phrase } = run;
  if (phrase.type === 'persName') {
    const persons = touching.filter(({ kind }) => kind === 'person');
    const ids = new Set(persons.map(({ id }) => id));
    const [id] = ids;
    return ids.size === 1 && id !== undefined ? { ...run, phrase: { ...phrase, key: pointerTo(id) } } : run;
  }
  const inner = touching
    .filter((mention) => start <= mention.start && mention.end <= end)
    .map((mention) => ({ ...mention, start: mention.start - start, end: mention.end - start }));
  return { ...run, content: markMentions(run.content, inner) };
}

/** Names of those who sign say whether they are in the list. */
function markListed(content: Content, index: MentionIndex): Content {
  return content.map((run): Run => {
    if (run.kind !== 'phrase') return run;
    if (run.phrase.type !== 'persName') return { ...run, content: markListed(run.content, index) };
    const isListed = run.phrase.key !== undefined || isListedName(plainText(run.content), index);
    return { ...run, phrase: { ...run.phrase, isListed } };
  });
}

function spanOf({ start, end, kind, id }: Mention): Span {
  const key = id === undefined ? {} : { key: pointerTo(id) };
  return { start, end, phrase: { type: kind === 'person' ? 'persName' : 'term', ...key } };
}

type Code = 'ambiguous-name' | 'unlisted-name';

/** Once for each name, at the first place where it is left without a key. */
function reportAmbiguous(
  passages: readonly Passage[],
  found: readonly (readonly Mention[])[],
  places: readonly (readonly Place[])[],
  report: Report,
): void {
  const open = new Map<
    string,
    { readonly code: Code; readonly among: readonly string[]; readonly place: Place; count: number }
  >();
  for (const [i, mentions] of found.entries()) {
    for (const [k, { start, end, id, among, isOther }] of mentions.entries()) {
      const place = places[i]?.[k];
      if (id !== undefined || among === undefined || !place) continue;
      const name = (passages[i]?.text ?? '').slice(start, end).replace(/\s+/g, ' ');
      const code = isOther ? 'unlisted-name' : 'ambiguous-name';
      const known = open.get(name);
      if (known) known.count++;
      else open.set(name, { code, among, place, count: 1 });
    }
  }
  for (const [name, { code, among, place, count }] of open) {
    report(authorityMessages[code]({ name, among, count }, place));
  }
}

/** Sender and addressee get the key of the name that was found in their place. */
function withKeys(act: Correspondence, keyed: readonly Keyed[]): Correspondence {
  const keyOf = (party: Party): Party => {
    const found = keyed.filter(
      ({ kind, place }) => kind === 'person' && place.start < party.place.end && party.place.start < place.end,
    );
    const ids = new Set(found.map(({ id }) => id));
    const [id] = ids;
    return party.kind === 'person' && ids.size === 1 && id !== undefined ? { ...party, key: pointerTo(id) } : party;
  };
  return { ...act, from: act.from.map(keyOf), to: act.to.map(keyOf) };
}

/** The entries that the document names, in the order of the list, each with the first place of it. */
function mentionedOf(keyed: readonly Keyed[], { persons, terms }: Authority): Mentioned {
  const first = new Map<string, Place>();
  for (const { id, place } of keyed) if (!first.has(id)) first.set(id, place);
  return {
    persons: persons.flatMap((person) => {
      const place = first.get(person.id);
      return place ? [{ person, place }] : [];
    }),
    terms: terms.flatMap((term) => {
      const place = first.get(term.id);
      return place ? [{ term, place }] : [];
    }),
  };
}
