/** The passages of a document -> the persons and terms of the list that they name, with their identifiers. */
import { findPersons, type NameFound } from './find-persons.js';
import { findTerms } from './find-terms.js';
import type { Mention, Passage } from './mention.js';
import type { MentionIndex } from './mention-index.js';
import { wordsOf } from './name-words.js';
import { ordinaryWordsOf } from './other-forename.js';
import { settlePersons } from './settle-persons.js';

/**
 * In: all passages of one document, in their order. Out: for each its mentions, in order and apart from each other. A name
 * that several persons have is settled by what else the document says; where that does not tell, it has no `id`.
 */
export function findMentions(passages: readonly Passage[], index: MentionIndex): readonly (readonly Mention[])[] {
  const names: NameFound[] = [];
  const wordsIn = passages.map(({ text }) => wordsOf(text));
  const ordinary = ordinaryWordsOf(wordsIn);
  const read = passages.map(({ text }, passage) => {
    const words = wordsIn[passage] ?? [];
    const persons = findPersons({ text, words, passage, index, ordinary });
    const first = names.length;
    for (const name of persons) names.push(name);
    return { persons, first, terms: findTerms(text, words, index) };
  });
  const settled = settlePersons(names);
  return read.map(({ persons, first, terms }) => {
    const mentions = persons.flatMap((name, k) =>
      name.other === 'known' ? [] : [toMention(name, settled[first + k]?.person.id)],
    );
    return [...mentions, ...apartFrom(mentions, terms)].sort((a, b) => a.start - b.start);
  });
}

/** The terms that no name has a part of; both in their order. */
function apartFrom(names: readonly Mention[], terms: readonly Mention[]): readonly Mention[] {
  let k = 0;
  return terms.filter(({ start, end }) => {
    while ((names[k]?.end ?? Number.POSITIVE_INFINITY) <= start) k++;
    return (names[k]?.start ?? Number.POSITIVE_INFINITY) >= end;
  });
}

function toMention({ start, end, candidates, other }: NameFound, id: string | undefined): Mention {
  const among = candidates.map(({ person }) => person.id);
  const span = { start, end, kind: 'person' as const };
  if (id !== undefined) return { ...span, id, ...(among.length > 1 && { among }) };
  const isOther = other !== undefined || among.length === 1;
  return { ...span, ...(among.length > 0 && { among }), ...(isOther && { isOther }) };
}
