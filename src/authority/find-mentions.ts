/** The passages of a document -> the persons and terms of the list that they name, with their identifiers. */
import { findPersons, type NameFound } from './find-persons.js';
import { findTerms } from './find-terms.js';
import type { Mention, Passage } from './mention.js';
import type { MentionIndex } from './mention-index.js';
import { wordsOf } from './name-words.js';
import { settlePersons } from './settle-persons.js';

/**
 * In: all passages of one document, in their order. Out: for each its mentions, in order and apart from each other. A name
 * that several persons have is settled by what else the document says; where that does not tell, it has no `id`.
 */
export function findMentions(passages: readonly Passage[], index: MentionIndex): readonly (readonly Mention[])[] {
  const names: NameFound[] = [];
  const read = passages.map(({ text }, passage) => {
    const words = wordsOf(text);
    const persons = findPersons(text, words, index, passage);
    const first = names.length;
    names.push(...persons);
    return { persons, first, terms: findTerms(text, words, index) };
  });
  const settled = settlePersons(names);
  return read.map(({ persons, first, terms }) => {
    const mentions = persons.map((name, k) => toMention(name, settled[first + k]?.person.id));
    const free = terms.filter(({ start, end }) => !mentions.some((name) => name.start < end && start < name.end));
    return [...mentions, ...free].sort((a, b) => a.start - b.start);
  });
}

function toMention({ start, end, candidates }: NameFound, id: string | undefined): Mention {
  const among = candidates.map(({ person }) => person.id);
  return { start, end, kind: 'person', ...(id !== undefined && { id }), ...(among.length > 1 && { among }) };
}
