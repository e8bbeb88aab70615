/** Words of a passage -> persons of the list named there, with all who may be meant. */
import { inCapitals, startsSentence } from './find-terms.js';
import { isForename } from './forenames.js';
import type { MentionIndex, PersonEntry, SurnameEntry } from './mention-index.js';
import { fits, nameBefore } from './name-before.js';
import { isAllCapitals, isCapitalised, type Word } from './name-words.js';
import { officeBefore } from './office-before.js';
import { isNamedAfter, isOrdinaryName, isThing } from './ordinary-words.js';
import { isHonorific, isOfficeWord, NAMED_WITH, OF_A_WOMAN } from './titles.js';

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
  readonly surname: string;
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
    if (!next || !/^(?:[ \n]|[-‐‑’'])$/.test(text.slice(word.end, next.start))) break;
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
  if (
    /[\p{L}]['’]$/u.test(text.slice(Math.max(0, first.start - 2), first.start)) &&
    !/^(?:al|d|o)$/i.test(words[i - 1]?.text ?? '')
  )
    return undefined;
  const all = entries.map(({ entry }) => entry);
  const name = nameBefore(text, words, i, all, index);
  const candidates = all.filter((entry) => fits(name.parts, entry));
  if (candidates.length === 0) return undefined;
  const titleWord = words[name.first - 1];
  const titleGap = titleWord && text.slice(titleWord.end, words[name.first]?.start);
  const title = titleWord && titleGap !== undefined && /^\.?[ \n]$/.test(titleGap) ? titleWord.folded : undefined;
  const titled = title !== undefined && isCapitalised(titleWord?.text ?? '') && isOfficeWord(title);
  const next = words[i + length];
  if (entries.every(({ short }) => short) && /^ (?:al|el|bin|ben|ibn)[- ]/.test(text.slice(last.end, last.end + 5)))
    return undefined;
  const gap = next && text.slice(last.end, next.start);
  if (!isAName(text, words, i, length, { named: name.parts.length > 0, titled, title, next, gap }, index))
    return undefined;
  // `Mrs. Kennedy` is someone, but not the one listed.
  const isWife =
    title !== undefined && OF_A_WOMAN.has(title) && !candidates.some((one) => one.titles.has(title) || isWoman(one));
  const suffix = /^,? ((?:Jr|Sr)\.?|I{2,3})(?![\p{L}\p{N}])/u.exec(text.slice(last.end, last.end + 8))?.[1];
  const withTitle =
    title !== undefined &&
    NAMED_WITH.has(title) &&
    name.parts.length === 0 &&
    candidates.every(({ titles }) => titles.has(title));
  const start = (withTitle ? titleWord : words[name.first])?.start ?? first.start;
  return {
    start,
    end: last.end,
    candidates: isWife ? [] : candidates,
    full: name.parts.length > 0,
    office: officeBefore(text, words, name.first),
    passage,
    suffix,
    surname: text.slice(first.start, last.end),
  };
}

function isWoman({ forenames }: PersonEntry): boolean {
  return forenames.some((name) =>
    /^(?:alice|ann|anna|anne|barbara|catherine|eleanor|elizabeth|ellen|frances|golda|helen|indira|jane|janet|jean|jessica|juanita|juliana|laura|madeleine|margaret|maria|marion|mary|nancy|phyllis|rosalynn|ruth|shirley|susan|vijaya)$/.test(
      name,
    ),
  );
}

interface Around {
  readonly named: boolean;
  readonly titled: boolean;
  readonly title: string | undefined;
  readonly next: Word | undefined;
  readonly gap: string | undefined;
}

/** Is it the name of a person, and not of a library, a place, a law, or another word? */
function isAName(
  text: string,
  words: readonly Word[],
  i: number,
  length: number,
  { named, titled, title, next, gap }: Around,
  index: MentionIndex,
): boolean {
  const first = words[i];
  if (!first) return false;
  const follows =
    gap !== undefined && /^[ \n]$/.test(gap) && next !== undefined && isCapitalised(next.text) ? next : undefined;
  if (follows && isNamedAfter(follows.folded)) return false;
  if (follows?.folded === 'office' && words[i + length + 1]?.folded === 'file') return false;
  // `Gore-Booth` where only `Gore` is listed, `Booth` of it.
  const previous = words[i - 1];
  if (
    previous &&
    !named &&
    /^[-‑]$/.test(text.slice(previous.end, first.start)) &&
    /^\p{Lu}\p{Ll}{2,}$/u.test(previous.text) &&
    follows === undefined &&
    !/^(?:Anglo|Sino|Pro|Anti|Post|Non|Pre|Elect|Designate|General)$/.test(previous.text) &&
    text.slice(previous.start - 1, previous.start) !== '-' &&
    !isForename(previous.folded) &&
    !index.surnames.next.has(previous.folded)
  )
    return false;
  if (named) return true;
  if (
    length === 1 &&
    follows &&
    isForename(first.folded) &&
    !isOfficeWord(follows.folded) &&
    !isThing(follows.folded) &&
    /^\p{Lu}\p{Ll}/u.test(follows.text) &&
    !titled
  )
    return false;
  if (
    length === 1 &&
    follows &&
    isForename(first.folded) &&
    /^\p{Lu}$/u.test(follows.text) &&
    text.charAt(follows.end) === '.'
  )
    return false;
  if (!isOrdinaryName(first.folded) || length > 1) return !isAllCapitals(first.text) || first.text.length > 2;
  if (titled || (title !== undefined && isHonorific(title))) return true;
  if (isAllCapitals(first.text)) return !inCapitals(words, i) || gap?.startsWith(':') === true;
  if (
    follows &&
    !/^(?:and|or)$/.test(follows.folded) &&
    text.charAt(follows.end) !== '.' &&
    !isOfficeWord(follows.folded)
  ) {
    if (
      first.folded === 'white' ||
      first.folded === 'black' ||
      first.folded === 'long' ||
      first.folded === 'new' ||
      first.folded === 'north' ||
      first.folded === 'west'
    )
      return false;
  }
  if (!startsSentence(text, first.start)) return true;
  const after = text.slice(words[i + length - 1]?.end ?? 0).slice(0, 3);
  return (
    /^(?:[:,)(;]|’s|'s|$)/.test(after) ||
    /^ (?:said|told|asked|replied|noted|stated|added|wrote|agreed|recommended)/.test(
      text.slice(words[i + length - 1]?.end ?? 0, (words[i + length - 1]?.end ?? 0) + 12),
    )
  );
}
