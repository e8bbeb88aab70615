/** Words of a passage -> persons of the list named there, with all who may be meant. */
import { isOfWomen } from './forenames.js';
import { isName, type NameWords } from './is-name.js';
import type { MentionIndex, PersonEntry, SurnameEntry } from './mention-index.js';
import { fits, nameBefore } from './name-before.js';
import { isCapitalised, type Word } from './name-words.js';
import { officeBefore } from './office-before.js';
import { isOfficeWord, NAMED_WITH, OF_A_WOMAN } from './titles.js';

/** A name in the text; who is meant is settled with the whole document in view. */
export interface NameFound {
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly PersonEntry[];
  /** Forenames stand with it, or the list has it in no other way. */
  readonly full: boolean;
  /** The office that stands before it, its words folded. */
  readonly office: readonly string[];
  /** Which passage it stands in. */
  readonly passage: number;
  /** `Jr.` behind it. */
  readonly suffix: string | undefined;
}

export function findPersons(
  text: string,
  words: readonly Word[],
  index: MentionIndex,
  passage: number,
): readonly NameFound[] {
  const found: NameFound[] = [];
  for (let i = 0; i < words.length; i++) {
    const match = surnameAt(text, words, i, index);
    if (!match) continue;
    const name = readName(text, words, i, match, index, passage);
    if (!name) continue;
    // `George` of `George Ball` is no name of its own.
    while ((found[found.length - 1]?.end ?? -1) > name.start) found.pop();
    found.push(name);
    i += match.length - 1;
  }
  return found;
}

interface SurnameMatch {
  readonly length: number;
  readonly entries: readonly SurnameEntry[];
}

/** The longest surname that begins at word `i`. */
function surnameAt(text: string, words: readonly Word[], i: number, index: MentionIndex): SurnameMatch | undefined {
  const start = words[i];
  let node = start && index.surnames.next.get(start.folded);
  if (!start || !node) return undefined;
  let best: SurnameMatch | undefined;
  let capital = false;
  for (let k = i; node; k++) {
    const word = words[k];
    if (!word) break;
    capital ||= isCapitalised(word.text);
    const length = k - i + 1;
    // `Chou En-lai`: behind a hyphen a name goes on in small letters.
    const goesOn = k > i && text.charAt(word.start - 1) === '-';
    if (node.found.length > 0 && capital && (goesOn || isCapitalised(word.text)))
      best = { length, entries: node.found };
    const next = words[k + 1];
    if (!next || !/^(?:\s{1,3}|[-‐‑’'])$/.test(text.slice(word.end, next.start))) break;
    node = node.next.get(next.folded);
  }
  return best;
}

function readName(
  text: string,
  words: readonly Word[],
  i: number,
  { length, entries }: SurnameMatch,
  index: MentionIndex,
  passage: number,
): NameFound | undefined {
  const first = words[i];
  const last = words[i + length - 1];
  if (!first || !last) return undefined;
  const { first: at, parts } = nameBefore(
    text,
    words,
    i,
    entries.map(({ entry }) => entry),
    index,
  );
  const fitting = entries.filter(({ entry }) => fits(parts, entry));
  const title = titleBefore(text, words, at);
  const short = fitting.every((found) => found.short);
  const name: NameWords = { text, words, i, length, named: parts.length > 0, title: title?.folded, short };
  if (fitting.length === 0 || !isName(name, index)) return undefined;
  const candidates = fitting.map(({ entry }) => entry);
  const takesTitle =
    title && parts.length === 0 && NAMED_WITH.has(title.folded) && candidates.every((c) => c.titles.has(title.folded));
  return {
    start: (takesTitle ? title : words[at])?.start ?? first.start,
    end: last.end,
    // `Mrs. Kennedy` is someone, but not the one listed.
    candidates: title && isOfAWoman(title, candidates) ? [] : candidates,
    full: parts.length > 0,
    office: officeBefore(text, words, at),
    passage,
    suffix: SUFFIX.exec(text.slice(last.end, last.end + 8))?.[1],
  };
}

const SUFFIX = /^,? ((?:Jr|Sr)\.?|I{2,3})(?![\p{L}\p{N}])/u;

/** The word right before a name, if it may be a title. */
function titleBefore(text: string, words: readonly Word[], first: number): Word | undefined {
  const word = words[first - 1];
  if (!word || !/^\.?\s{1,3}$/.test(text.slice(word.end, words[first]?.start))) return undefined;
  return isCapitalised(word.text) && isOfficeWord(word.folded) ? word : undefined;
}

function isOfAWoman({ folded }: Word, candidates: readonly PersonEntry[]): boolean {
  return (
    OF_A_WOMAN.has(folded) &&
    !candidates.some(({ titles, forenames }) => titles.has(folded) || forenames.some(isOfWomen))
  );
}
