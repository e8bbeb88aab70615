/** A word that is a surname in the list -> whether it is one here, and not a library, a law, a place or another word. */
import { isForename } from './forenames.js';
import { inCapitals } from './in-capitals.js';
import type { MentionIndex } from './mention-index.js';
import { isAllCapitals, isCapitalised, type Word } from './name-words.js';
import { isAdjective, isDirection, isNamedAfter, isOrdinaryName, isThing } from './ordinary-words.js';
import { startsSentence } from './starts-sentence.js';
import { isCalling, isNoName } from './titles.js';
import { wordSet } from './word-set.js';

/** A surname of `length` words from word `i` on, and what stands before it. */
export interface NameWords {
  readonly text: string;
  readonly words: readonly Word[];
  readonly i: number;
  readonly length: number;
  /** Forenames or initials belong to it. */
  readonly named: boolean;
  /** The title before it, folded. */
  readonly title: string | undefined;
  /** Only the first word of a longer surname. */
  readonly short: boolean;
}

/** Out: whether it is a name. What stands before and behind it decides. */
export function isName(name: NameWords, index: MentionIndex): boolean {
  const { text, words, i, length, named, title } = name;
  const first = words[i];
  const last = words[i + length - 1];
  if (!first || !last) return false;
  const after = text.slice(last.end, last.end + 16);
  const next = words[i + length];
  const follows =
    next && /^\s{1,3}$/.test(text.slice(last.end, next.start)) && isCapitalised(next.text) ? next : undefined;
  if (isPartOfWord(name) || (name.short && GOES_ON.test(after)) || isCalledAfter(name, follows)) return false;
  if (named) return true;
  if (length === 1 && title === undefined && isMonthHere(first, text)) return false;
  if (isSecondHalf(name, follows, index)) return false;
  if (length === 1 && follows && title === undefined && isForenameOf(first, follows, text)) return false;
  if (length > 1) return true;
  if (!isOrdinaryName(first.folded)) return !isAllCapitals(first.text) || first.text.length > 2;
  return title !== undefined || (!name.short && isNoOtherWord(name, first, follows, after));
}

/** Months that are surnames or forenames, too. */
const MONTHS = wordSet('march april may june august');

/** `May 5`, `3 May`, `in May`, `the end of May`: a day or a preposition of time beside it. */
function isMonthHere({ folded, start, end }: Word, text: string): boolean {
  if (!MONTHS.has(folded)) return false;
  const before = text.slice(Math.max(0, start - 12), start);
  return (
    /^,?\s\[?\d/.test(text.slice(end, end + 4)) ||
    /\d(?:st|nd|rd|th)?(?: of)?\s$/.test(before) ||
    /(?<!\p{L})(?:[Ii]n|of|[Bb]y|[Ss]ince|[Uu]ntil|[Dd]uring|[Bb]efore|[Aa]fter|early|late|mid|last|next|this)[\s-]$/u.test(
      before,
    )
  );
}

/** `Hassan al-Rida` is not `Hassan II`. */
const GOES_ON = /^ (?:al|el|bin|ben|ibn)[- ]/;

/** `O’Neill`, where `Neill` is listed; but not `al-` and `d’`. */
function isPartOfWord({ text, words, i }: NameWords): boolean {
  const start = words[i]?.start ?? 0;
  return /\p{L}['’]$/u.test(text.slice(Math.max(0, start - 2), start)) && !/^(?:al|d)$/i.test(words[i - 1]?.text ?? '');
}

/** `Kennedy Library`, `Brzezinski Office File`. */
function isCalledAfter({ words, i, length }: NameWords, follows: Word | undefined): boolean {
  if (!follows) return false;
  return isNamedAfter(follows.folded) || (follows.folded === 'office' && words[i + length + 1]?.folded === 'file');
}

/** `Booth` of `Gore-Booth`; but `Makarios-Denktash`, `President-elect Carter`, `Anglo-`. */
function isSecondHalf({ text, words, i }: NameWords, follows: Word | undefined, index: MentionIndex): boolean {
  const half = words[i - 1];
  if (!half || follows || !/^[-‑]$/.test(text.slice(half.end, words[i]?.start))) return false;
  if (!/^\p{Lu}\p{Ll}{2,}$/u.test(half.text) || text.charAt(half.start - 1) === '-') return false;
  return !isForename(half.folded) && !index.surnames.next.has(half.folded) && !PREFIX.has(half.folded);
}

const PREFIX = wordSet('anglo sino pro anti post non pre elect designate general');

/** `George` of `George Meany` and `George W. Edman`, whoever they are; but `Clifford Mission`. */
function isForenameOf(first: Word, follows: Word, text: string): boolean {
  if (!isForename(first.folded) || isNoName(follows.folded) || isThing(follows.folded)) return false;
  const isInitial = /^\p{Lu}$/u.test(follows.text) && text.charAt(follows.end) === '.';
  return isInitial || /^\p{Lu}\p{Ll}/u.test(follows.text);
}

/** What a person does behind a name that may be another word: `Ball suggested`, `Ford and Kissinger met`. */
const DOES =
  /^ (?:said|told|wrote|met|spoke|felt|thought|went|left|made|gave|took|saw|sent|held|had|was|is|will|would|should|could|\p{Ll}{2,10}ed)(?!\p{L})|^ and \p{Lu}\p{Ll}/u;

/** No noun follows: `the West.`, `the Powers in Europe`. */
const ENDS_PHRASE =
  /^(?:[,.:;!?)\]]|[’']s |$| (?:and|are|as|at|but|by|could|for|from|had|has|have|if|in|is|may|must|of|on|or|should|that|to|was|were|which|will|with|would)(?!\p{L}))/u;

/** `Capitol Hill`, `the West`, `East-West`; but `the Hill memorandum`. */
function isInPhrase(text: string, words: readonly Word[], i: number, after: string): boolean {
  const before = words[i - 1];
  if (!before) return false;
  const gap = text.slice(before.end, words[i]?.start);
  if (/^[-‑]$/.test(gap)) return !PREFIX.has(before.folded);
  if (!/^\s{1,3}$/.test(gap)) return false;
  if (before.folded === 'the') return ENDS_PHRASE.test(after);
  return (
    isCapitalised(before.text) && !isAllCapitals(before.text) && !isNoName(before.folded) && !isCalling(before.folded)
  );
}

/** `Begin text`, `White House`, `LONG TERM`, `Page 4`: the word must show that it is a name. */
function isNoOtherWord({ text, words, i }: NameWords, first: Word, follows: Word | undefined, after: string): boolean {
  if (isAllCapitals(first.text)) return !inCapitals(words, i) || after.startsWith(':');
  if (follows && (isDirection(first.folded) || (isAdjective(first.folded) && !isNoName(follows.folded)))) return false;
  if (isInPhrase(text, words, i, after) || /^ \d/.test(after)) return false;
  return !startsSentence(text, first.start) || /^(?:[:,)(;]|[’']s|$)/.test(after) || DOES.test(after);
}
