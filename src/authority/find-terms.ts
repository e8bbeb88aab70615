/** Words of a passage -> the terms of the list among them, letter for letter, the longest first. */
import { inCapitals } from './in-capitals.js';
import type { Mention } from './mention.js';
import type { MentionIndex, TermForm } from './mention-index.js';
import { isAllCapitals, type Word } from './name-words.js';
import { isOrdinaryTerm } from './ordinary-words.js';
import { startsSentence } from './starts-sentence.js';
import { plainDashes } from './term-forms.js';

/** `SAMs`: the plural's letter is no part of the term. */
const PLURAL = /^s(?![\p{L}\p{N}])/u;

/** In: a passage, its words, and the index of the list. Out: the terms, in order and apart from each other. */
export function findTerms(text: string, words: readonly Word[], index: MentionIndex): readonly Mention[] {
  if (index.terms.size === 0) return [];
  const found: Mention[] = [];
  const plain = plainDashes(text);
  let at = 0;
  for (const [i, word] of words.entries()) {
    if (word.start < at) continue;
    for (const { text: form, term } of formsAt(word, index)) {
      const end = word.start + form.length;
      if (!plain.startsWith(form, word.start) || !standsAlone(plain, word.start, end)) continue;
      if (!isMeant(form, word, words, i, plain, end)) continue;
      found.push({ start: word.start, end, kind: 'term', id: term.id });
      at = end;
      break;
    }
  }
  return found;
}

/** Forms that begin with the word, or with what it is the plural of. */
function formsAt({ text }: Word, { terms }: MentionIndex): readonly TermForm[] {
  return terms.get(text) ?? (text.length > 3 && text.endsWith('s') ? terms.get(text.slice(0, -1)) : undefined) ?? [];
}

/** Not a part of a longer word, of an abbreviation with full stops, or of a file number. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + (end - start < 3 ? 1 : 2));
  if (/[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}]/u.test(after.replace(PLURAL, ''))) return false;
  if (/[\p{L}\p{N}]\.$/u.test(before) && !text.slice(start, end).endsWith('.')) return false;
  if (/[\d.]-$/.test(before) && end - start < 3) return false;
  if (/\p{L}['’]$/u.test(before)) return false;
  if (/^\.\p{L}/u.test(after)) return false;
  return !/^[/]\d/.test(after) || /\d-$/.test(before);
}

/** Short forms are read with care: initials of names, the alphabet of lists, and words in text that is all capitals. */
function isMeant(form: string, word: Word, words: readonly Word[], i: number, text: string, end: number): boolean {
  if (/^\p{L}$/u.test(form)) return isMarkedLetter(text, word.start, end);
  const { folded } = word;
  // `FM RABAT` at the head of a telegram: from.
  if (form === 'FM' && i === 0) return false;
  if (end !== word.end || !isOrdinaryTerm(folded)) return true;
  if (isAllCapitals(form)) return !inCapitals(words, i);
  const next = words[i + 1];
  const isName = next !== undefined && /^\p{Lu}\p{L}/u.test(next.text) && /^ $/.test(text.slice(end, next.start));
  return /^\p{Lu}/u.test(form) ? !isName && !startsSentence(text, word.start) : true;
}

/** `(S)`, `E—Mr. Martin`: a letter alone stands for an office only where it is set off. */
function isMarkedLetter(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 1), start);
  const after = text.slice(end, end + 2);
  if (/^[.'’]/.test(after)) return false;
  const lead = text.slice(Math.max(0, start - 6), start);
  if (before === '(' && after.startsWith(')')) return !/(?:^|[.;:,]\s|\n)\($/.test(lead);
  if (before === '' || before === '\n') return /^-\p{L}/u.test(after);
  return /(?:, |\b(?:by|and) )$/.test(lead) && /^(?:[,;)\n]|$)/.test(after);
}
