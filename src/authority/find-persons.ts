/** Words of a passage -> persons of the list named there, with all who may be meant. */
import { isForenameElsewhere, isOfWomen } from './forenames.js';
import { isName } from './is-name.js';
import type { MentionIndex, PersonEntry, SurnameEntry } from './mention-index.js';
import { fits, nameBefore } from './name-before.js';
import { isCapitalised, type Word } from './name-words.js';
import { officeBefore } from './office-before.js';
import { otherPersonAt } from './other-person.js';
import type { Reading } from './reading.js';
import { isOfficeWord, NAMED_WITH, OF_A_MAN, OF_A_WOMAN } from './titles.js';

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
  /** The title of a woman stands before it, and women alone are meant; or it has no forename of a man, and may be that of one. */
  readonly ofWoman?: true;
  /** `Jr.` behind it. */
  readonly suffix: string | undefined;
  /** It has a forename that none of the `candidates` has: someone else. Else than `known`: the word is not known for a forename. */
  readonly other?: 'known' | 'guessed' | 'doubtful';
}

/** Those of the list, and others of their surnames: a name that is known for another's may be inside of one that is found. */
export function findPersons(reading: Reading): readonly NameFound[] {
  const { words, index, text } = reading;
  const found: NameFound[] = [];
  for (let i = 0; i < words.length; i++) {
    const match = surnameAt(text, words, i, index);
    if (!match) continue;
    const name = readName(reading, i, match);
    if (!name) continue;
    // `George` of `George Ball` is no name of its own.
    if (name.other !== 'known') while ((found[found.length - 1]?.end ?? -1) > name.start) found.pop();
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

function readName(reading: Reading, i: number, { length, entries }: SurnameMatch): NameFound | undefined {
  const { text, words, index, passage } = reading;
  const first = words[i];
  const last = words[i + length - 1];
  if (!first || !last) return undefined;
  const listed = entries.map(({ entry }) => entry);
  const { first: at, parts } = nameBefore(text, words, i, listed, index);
  const fitting = entries.filter(({ entry }) => fits(parts, entry));
  const other = otherPersonAt(reading, i, parts, listed);
  const start = other && other !== 'known' ? nameBefore(text, words, i - 1, listed, index).first : at;
  const named = start < i;
  const title = other ? undefined : titleBefore(text, words, start);
  const short = (other ? entries : fitting).every((found) => found.short);
  if (
    (fitting.length === 0 && !other) ||
    !isName({ text, words, i, length, named, title: title?.folded, short }, index)
  )
    return undefined;
  const found = { start: words[start]?.start ?? first.start, end: last.end, passage, full: named };
  if (other) {
    const isOfMan = ({ folded }: Word) => isForenameElsewhere(folded) && !isOfWomen(folded);
    const ofWoman = !words.slice(start, i).some(isOfMan);
    return { ...found, candidates: listed, office: [], suffix: undefined, other, ...(ofWoman && { ofWoman }) };
  }
  const candidates = ofTitle(
    title,
    fitting.map(({ entry }) => entry),
  );
  const takesTitle =
    title && !named && NAMED_WITH.has(title.folded) && candidates.every((c) => c.titles.has(title.folded));
  return {
    ...found,
    ...(takesTitle && { start: title.start }),
    candidates,
    ...(title && OF_A_WOMAN.has(title.folded) && { ofWoman: true as const }),
    office: officeBefore(text, words, at),
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

/** `Mrs. Kennedy` is someone, but not the man who is listed; `Mrs. Gandhi` is the woman of that name, `Mr. Gandhi` is not. */
function ofTitle(title: Word | undefined, candidates: readonly PersonEntry[]): readonly PersonEntry[] {
  if (!title) return candidates;
  const { folded } = title;
  if (OF_A_WOMAN.has(folded)) return candidates.filter((one) => one.titles.has(folded) || isWoman(one));
  return OF_A_MAN.has(folded) ? candidates.filter((one) => !isWoman(one)) : candidates;
}

/** By her forename, by her title, or as the list describes her: `wife of President Kennedy`. */
function isWoman({ forenames, titles, person }: PersonEntry): boolean {
  const [first = ''] = forenames;
  return (
    isOfWomen(first) ||
    forenames.some((name) => name.length > 1 && isOfWomen(name) && first.length === 1) ||
    [...titles].some((title) => OF_A_WOMAN.has(title)) ||
    WOMAN.test(person.description ?? '')
  );
}

const WOMAN = /^(?:the )?(?:wife|widow|daughter|sister|mother)(?!\p{L})|^First Lady(?!\p{L})/iu;
