/** A transcription -> the heads in it that each begin a document, weighed one by one and in their sequence. */
import { type Place, placeAt, type Source } from '../source/index.js';
import { listPageBreaks } from './agreement.js';
import { groupLines } from './blocks.js';
import { notePattern } from './constructs/note-list.js';
import type { Conventions } from './conventions.js';
import { bestSequence, LEAST, type NumberedHead } from './head-sequence.js';
import { maySayWhereKept } from './kept-in.js';
import { mayHaveNumber, numberedTitle } from './letter-title.js';
import { splitLines } from './lines.js';
import { numberAlone } from './number-alone.js';
import { probability } from './probability.js';
import { LONGEST_TITLE, MOST_TITLES } from './section-title.js';

/** A head that begins a document. */
export interface DocumentHead {
  /** Where the document begins: before the page break that stands before the head. */
  readonly start: number;
  readonly place: Place;
  readonly number?: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** A group of lines as far as its being a head matters. */
interface Group {
  readonly start: number;
  readonly end: number;
  /** Without page breaks. */
  readonly text: string;
  readonly lines: number;
  /** It is an entry of a list of notes, or goes on with one. */
  readonly isEntry: boolean;
}

interface Candidate extends NumberedHead {
  readonly group: number;
}

/** In: a source. Out: the heads, in order; the first is that of the first document, if it has one. */
export function findDocumentHeads(source: Source, conventions: Conventions): readonly DocumentHead[] {
  const groups = groupsOf(source, conventions);
  const candidates = groups.flatMap((_, index) => numberedCandidate(groups, index) ?? []);
  const [first] = candidates;
  if (first && first.weight > LEAST && previousText(groups, first.group) === undefined) {
    return bestSequence(candidates, true).map((candidate) => headOf(source, groups, candidate));
  }
  const numbered = bestSequence(candidates, false);
  const plain = plainHeads(groups);
  const total = (found: readonly Candidate[]) => found.reduce((sum, { weight }) => sum + weight, 0);
  const beginsPlain = plain[0] !== undefined && previousText(groups, plain[0].group) === undefined;
  const found = !beginsPlain && numbered.length > 0 && total(numbered) >= total(plain) ? numbered : severalOrOne(plain);
  return found.map((candidate) => headOf(source, groups, candidate));
}

/** Log odds that a file holds one document, before heads without numbers are read. */
const ONE = 3.2;

/** Most files hold one document: what begins the others has to weigh more than that, all of it together. */
function severalOrOne(found: readonly Candidate[]): readonly Candidate[] {
  const others = found.slice(1).reduce((sum, { weight }) => sum + weight, 0);
  return others > ONE ? found : found.slice(0, 1);
}

function groupsOf(source: Source, conventions: Conventions): readonly Group[] {
  const { text } = source;
  const breaks = listPageBreaks(source, conventions.pageBreak);
  const entry = notePattern(conventions.noteLabel);
  const continuation = /^[ \t]{3,}\S/;
  const groups: Group[] = [];
  let b = 0;
  for (const lines of groupLines(splitLines(source))) {
    const first = lines[0];
    const last = lines.at(-1);
    if (!first || !last) continue;
    const typed = text.slice(first.start, Math.min(first.end, first.start + 60));
    const isEntry = entry.test(typed) || (groups.at(-1)?.isEntry === true && continuation.test(typed));
    while ((breaks[b]?.place.end ?? text.length) <= first.textStart) b++;
    let at = first.textStart;
    let words = '';
    for (; (breaks[b]?.place.start ?? text.length) < last.textEnd; b++) {
      words += text.slice(at, breaks[b]?.place.start);
      at = breaks[b]?.place.end ?? last.textEnd;
      if (words.length > LONGEST_HEAD) break;
    }
    words += text.slice(at, Math.min(last.textEnd, at + LONGEST_HEAD + 1));
    groups.push({ start: first.start, end: last.textEnd, text: words.trim(), lines: lines.length, isEntry });
  }
  return groups;
}

const LONGEST_HEAD = 600;
const NUMBER = /^(?:\[?(\d{1,4}[a-z]?)(?:\]?\s?\.|\.\])|No\.\s+(\d{1,4}[a-z]?)\b\.?)\s+(?=[\p{Lu}“"[(]|\d)/u;
/** What documents are called: `National Security Action Memorandum`, `Editorial Note`. */
const CALLED =
  /^(?:[\p{Lu}\d][\p{L}\d./’'–-]*\s|(?:of|the|for|and|on)\s){0,6}(?:Telegram|Memorand(?:um|a)|Letter|Note|Notes|Message|Airgram|Despatch|Dispatch|Report|Paper|Minutes|Estimate|Directive|Record|Summary|Statement|Study|Transcript|Address|Cable|Instruction|Communiqué|Agreement|Treaty|Resolution|Proclamation|Announcement|Release|Points|Aide[-–]M[eé]moire|Agenda|Conversation|Draft|Chronology|Diary|Entry|Article|Declaration|Decision|Remarks|Response|Request|Order|Contact|Analysis|Assessment|Brief|Outline|Plan|Program|Checklist|Schreiben|Protokoll|Lettre)\b/u;
const ADDRESS = /\b(?:From|from|to|To|by|By|of|for|Prepared|at|in)\b/;
/** `The Secretary of State to the Embassy in France`. */
const FROM_TO = /^(?:The |Mr\. |President )?\p{Lu}.{1,200}? to (?:the |all )?\p{Lu}/u;
/** `851G.01/5–649: Telegram`, `IO Files: US(P)/A/133`, `Lot 53 D 246`, `USUN Files`. */
const FILE_NUMBER =
  /^(?!\d{1,2}\/\d{1,2}\/\d{2,4}$)(?:(?=.*\d)[^!?]{1,60}[\w.)]\s?\/\s?[\w(][^!?]{0,60}|[^!?.]{0,40}\bFiles?(?:: .{1,60}|\s?\d{0,2})|[^!?]{0,40}\bLot \d.{0,40})$/u;

/** No file number is without one of these; to see that there is none takes less time. */
const FILE_NUMBER_TRACE = /\/|File|Lot/;

/** What a marker ends in. */
const MARKER_END = /[\]0-9*†⁰¹²³⁴⁵⁶⁷⁸⁹]$/;

/** A marker or two at the end say nothing of the sentence. */
function withoutMarkers(text: string): string {
  if (!MARKER_END.test(text)) return text.trimEnd();
  return text
    .replace(/(?:(?<![0-9,])\s?(?:\[\^?[0-9a-z*†]{1,3}\]|(?<![0-9]|, )[0-9*†]{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹*†]{1,3})){1,3}$/u, '')
    .trimEnd();
}

/** A number above a title, a file number between them maybe. */
function numberAbove(groups: readonly Group[], index: number): Candidate | undefined {
  const group = groups[index];
  // In brackets it may seem an entry without a text.
  const number = group && (!group.isEntry || group.text.startsWith('[')) ? numberAlone(group.text) : undefined;
  const next = groups[index + 1];
  if (number === undefined || !next || next.isEntry) return undefined;
  const below = groups[index + 2];
  const title = isFileNumber(next, below) && below && !below.isEntry ? below : next;
  if (title.text.length > LONGEST_TITLED || !isTitled(withoutMarkers(title.text))) return undefined;
  return { group: index, number, weight: before(groups, index) - 2.5 + titleWeight(title.text, title) };
}

const LONGEST_TITLED = 250;

function numberedCandidate(groups: readonly Group[], index: number): Candidate | undefined {
  const above = numberAbove(groups, index);
  if (above) return above;
  const titled = titledCandidate(groups, index);
  if (titled) return titled;
  const group = groups[index];
  const match = group && !group.isEntry && group.text.length <= LONGEST_HEAD ? NUMBER.exec(group.text) : undefined;
  if (!group || !match) return undefined;
  const title = group.text.slice(match[0].length);
  const others = before(groups, index) - 2.5;
  return {
    group: index,
    number: match[1] ?? match[2] ?? '',
    weight: others + titleWeight(title, group, LEAST - others),
  };
}

/** `12. Schiller an Goethe`, `Brief 12`, `LETTRE XII.` and below it whose: titles of letters. */
function titledCandidate(groups: readonly Group[], index: number): Candidate | undefined {
  const group = groups[index];
  if (!group || group.isEntry || group.lines > 3 || !mayHaveNumber(group.text)) return undefined;
  const next = groups[index + 1];
  const number = numberIn(group.text.replaceAll('\n', ' '), next?.isEntry ? undefined : next?.text);
  return number === undefined ? undefined : { group: index, number, weight: before(groups, index) - 2.5 + TITLED };
}

/** `Goethe1` ends in a marker, `Brief 12` does not; `12.` may stand in a paragraph above the names. */
function numberIn(text: string, below: string | undefined): string | undefined {
  const bare = withoutMarkers(text);
  const joined = text.length < 12 && below !== undefined && below.length <= LONGEST_TITLED;
  return (
    numberedTitle(text) ??
    (bare !== text ? numberedTitle(bare) : undefined) ??
    (joined ? numberedTitle(`${text} ${withoutMarkers(below)}`) : undefined)
  );
}

/** What the title of a letter with its number is worth. */
const TITLED = 4;

/** What the words of a head without its number are worth; about that where they cannot be worth more than `least`. */
function titleWeight(title: string, { lines }: Group, least: number = Number.NEGATIVE_INFINITY): number {
  const words = withoutMarkers(title);
  const isCalled = CALLED.test(words);
  let weight = 0;
  if (isCalled) weight += ADDRESS.test(words) || words.length < 60 ? 4 : 2.5;
  else if (FROM_TO.test(words) && words.length < 250) weight += 1.5;
  if (/[.;:,?!]["”’)]?$/.test(words)) weight -= words.length > 150 || !isCalled ? 4 : 1;
  if (words.length > 120 && /[.?!]["”’]? \p{Lu}\p{Ll}+ \p{Ll}/u.test(words)) weight -= 2;
  if (lines > 2) weight -= 2;
  // Most numbered paragraphs are sentences: their capitals need not be counted.
  if (weight + CAPITALS <= least) return weight;
  const long = words.match(LONG_WORD)?.length ?? 0;
  const capital = words.match(CAPITAL_WORD)?.length ?? 0;
  if (long > 0) weight += capital / long > 0.7 ? CAPITALS : capital / long < 0.4 ? -2.5 : 0;
  return weight;
}

const CAPITALS = 1.5;
const LONG_WORD = /(?<!\S)[“"(]*\p{L}[\p{L}’'-]{3,}/gu;
const CAPITAL_WORD = /(?<!\S)[“"(]*\p{Lu}[\p{L}’'-]{3,}/gu;

/** What stands before a head: a list of notes ends a document. */
function before(groups: readonly Group[], index: number): number {
  const previous = previousText(groups, index);
  if (previous === undefined) return 2;
  return groups[previous]?.isEntry ? 1.5 : -0.5;
}

/** The group before this one that is more than a page break. */
function previousText(groups: readonly Group[], index: number): number | undefined {
  for (let at = index - 1; at >= 0; at--) if (groups[at]?.text !== '') return at;
  return undefined;
}

/** Of a file number and the title behind it only the first begins the document. */
function plainHeads(groups: readonly Group[]): readonly Candidate[] {
  const found = groups.flatMap((_, index) => plainCandidate(groups, index) ?? []).filter(({ weight }) => weight > 0);
  const heads = new Set(found.map(({ group }) => group));
  return found.filter(({ group }) => !heads.has(previousText(groups, group) ?? -1));
}

function plainCandidate(groups: readonly Group[], index: number): Candidate | undefined {
  const group = groups[index];
  if (!group || group.isEntry || group.text === '' || group.text.length > 250 || group.lines > 2) return undefined;
  const above = numberAbove(groups, index);
  if (above) return above;
  const words = withoutMarkers(group.text);
  const next = groups[index + 1];
  const previous = previousText(groups, index);
  const hasFileNumber = isFileNumber(group, next);
  if (!hasFileNumber && previous !== undefined && isFileNumber(groups[previous], group)) return undefined;
  const around =
    before(groups, index) + (previous !== undefined && ENCLOSED.test(groups[previous]?.text ?? '') ? -4 : 0);
  if (hasFileNumber && next && !next.isEntry && next.text.length < 300 && titleWeight(next.text, next) > -3) {
    return { group: index, weight: fileNumberWeight(words, withoutMarkers(next.text)) + around };
  }
  if (words === 'Editorial Note') return { group: index, weight: 4 };
  if (around < 1 || !(CALLED.test(words) || FROM_TO.test(words))) return undefined;
  return { group: index, weight: -4 + titleWeight(group.text, group) + around };
}

/** A number of the central files begins documents; one of a committee's papers may stand in them. The title tells, too. */
function fileNumberWeight(number: string, title: string): number {
  return (/^\d{3}[A-Z]{0,2}\./.test(number) ? 2.5 : 1) + (isTitled(title) ? 1.5 : 0);
}

/** What stands before a text that belongs to the one above. */
const ENCLOSED = /^\[?(?:Sub)?(?:Enclosure|Attachment|Annex|Appendix|Tab|Anlage|Beilage|Annexe|Inclosure)\b/i;

function isFileNumber(group: Group | undefined, next: Group | undefined): boolean {
  if (!group) return false;
  const { text } = group;
  const words = text.length <= 120 ? withoutMarkers(text) : text;
  const mayBe = FILE_NUMBER_TRACE.test(text);
  if (mayBe && (FILE_NUMBER.test(words) || (words !== text && FILE_NUMBER.test(text)))) return true;
  return maySayWhereKept(words) && !isTitled(words) && next !== undefined && isTitled(next.text);
}

function isTitled(words: string): boolean {
  const title = words.slice(NUMBER.exec(words)?.[0].length ?? 0);
  return CALLED.test(title) || FROM_TO.test(title);
}

function headOf(source: Source, groups: readonly Group[], { group: index, number, weight }: Candidate): DocumentHead {
  const group = groups[index];
  let first = index;
  while (first > 0 && groups[first - 1]?.text === '') first--;
  first = titlesAbove(groups, first);
  return {
    start: groups[first]?.start ?? 0,
    place: placeAt(source, group?.start ?? 0, group?.end ?? 0),
    ...(number !== undefined && { number }),
    confidence: probability(weight),
  };
}

/** Titles that stand between the notes of the document before and the head belong to what begins there. */
function titlesAbove(groups: readonly Group[], head: number): number {
  let at = head;
  for (let titles = 0; titles < MOST_TITLES; titles++) {
    const group = groups[at - 1];
    if (!group || group.isEntry || group.lines > 2) break;
    if (group.text.length > LONGEST_TITLE || /[.:;,?!]$/.test(group.text)) break;
    at--;
    while (at > 0 && groups[at - 1]?.text === '') at--;
    if (groups[at - 1]?.isEntry) return at;
  }
  return head;
}
