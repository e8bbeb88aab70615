/** The words of a head -> what they say if it is the title of a letter, as letter editions print it above each: number, names, place and day. */
import { HEAD_WORDS, type LetterTitle, letterTitles } from '../transcript/index.js';
import type { PartyRole, Span } from './content.js';
import { letterCuesFor } from './cues.js';
import type { DateValue } from './date-value.js';
import { saysNoDate } from './date-word.js';
import { datelineIn } from './frame.js';
import { isKnownForename } from './letter-name.js';
import { OFFICE_WORD, ORGANISATION, type PartySpan, parseParty, shifted } from './party.js';

interface Extent {
  readonly start: number;
  readonly end: number;
}

export interface TitledHead {
  readonly number: string | undefined;
  readonly isWorded: boolean;
  readonly parties: readonly (PartySpan & { readonly role: PartyRole })[];
  /** BCP 47: of its words. */
  readonly language: string;
  /** Where the addressee is. */
  readonly place: Extent | undefined;
  /** Where and when the letter was written, as the title says it. */
  readonly dated: readonly Span[];
}

/** `Schiller an Goethe, Jena`: a place without a day. */
const PLACE = /^\p{Lu}[\p{L}’'-]+(?:[\s/]\p{L}[\p{L}.’'-]*){0,3}\.?$/u;
/** `From George Lane to John Falk, with Enclosure` */
const ENCLOSED = /^(?:with|enclosing|mit|avec|con|met)\s[^.!?]{3,60}$/iu;
/** What joins two names. */
const JOINED = /\s(?:und|u\.|et|and|en|UND|ET|AND)\s(?=\[?\p{Lu})/u;
/** A place and the words that say that there is no day. */
const PLACED = /^(\p{Lu}[^,]{1,40}),\s(.+)$/u;

/** In: a head. Out: what it says; undefined where it is no title of a letter. */
export function parseLetterTitle(text: string): TitledHead | undefined {
  const titles = letterTitles(text).filter((title) => mayBe(text, title));
  // Languages share words: the date tells them apart.
  return firstOf(text, titles, true) ?? firstOf(text, titles, false);
}

function firstOf(text: string, titles: readonly LetterTitle[], inOwnLanguage: boolean): TitledHead | undefined {
  for (const title of titles) {
    const dated = title.tail ? tailSpans(text, title.tail, title, inOwnLanguage) : [];
    if (!dated) continue;
    const { number, isWorded, language, from, to, at } = title;
    const parties = [...partiesIn(text, from, 'from', language), ...partiesIn(text, to, 'to', language)];
    return { number, isWorded, parties, language, place: at, dated };
  }
  return undefined;
}

/** A day has one, in figures or Roman, or is the first of a Roman month. */
const NUMERAL = /\d|(?<!\p{L})(?:[IVXLCDM]+|(?:[KCkc]al|[Ii]d|[Nn]on|[Pp]rid)\p{L}{0,6})(?!\p{L})/u;

/** A person with a title, or a forename. */
const TITLED = /^(?:the|Mrs?|Miss|Dr|Sir|Lord|Lady|Rev|Capt|Col|Gen|Prof|Count(?:ess)?|Baron(?:ess)?)\.?\s/u;

/** `[Karl] Weber`; not `[Envoyée` of `[Envoyée à Lyon]`. */
function isWhole(text: string, extent: Extent | undefined): boolean {
  const name = extent ? text.slice(extent.start, extent.end) : '';
  return name.split('[').length === name.split(']').length;
}

function mayBe(text: string, { language, isWorded, from, to, tail }: LetterTitle): boolean {
  if (!isWhole(text, from) || !isWhole(text, to)) return false;
  if (language === 'en' && isOffice(text, from, to)) return false;
  // `À Paris, le 3 mai 1760`
  if (!from && to && tail && !isWorded && OF_PLACES.has(language)) return isForenamed(text.slice(to.start, to.end));
  if (!from || to) return true;
  // `From Paris` is where, not who.
  const name = text.slice(from.start, from.end);
  return TITLED.test(name) || isForenamed(name);
}

/** Where places have the word before them that persons have. */
const OF_PLACES: ReadonlySet<string> = new Set(['fr', 'it', 'es', 'la']);

function isForenamed(name: string): boolean {
  const [first = '', ...others] = name.split(/\s/u);
  return others.length > 0 && (/^\p{Lu}\.$/u.test(first) || isKnownForename(first));
}

/** `President Lane to Prime Minister Falk`: such heads are those of papers of state. */
function isOffice(text: string, from: Extent | undefined, to: Extent | undefined): boolean {
  if (!from || /^From\s/i.test(text.slice(0, from.start))) return false;
  return [from, to].some((each) => each && isOfState(text.slice(each.start, each.end)));
}

function isOfState(words: string): boolean {
  return OFFICE_WORD.test(words) || ORGANISATION.test(words);
}

/** The place and day in what stands behind the names; undefined where it is something else. */
function tailSpans(
  text: string,
  { start, end }: Extent,
  { number, from, to, language }: LetterTitle,
  inOwnLanguage: boolean,
): readonly Span[] | undefined {
  const typed = text.slice(start, end).replaceAll('\n', ' ');
  const bare = typed.replace(/^[[(]+/u, '');
  const lead = start + typed.length - bare.length;
  const words = bare.replace(/[\])]*[.,:;]?[\])]*$/u, '');
  if (words === '' || saysNoDate(typed) || (from && ENCLOSED.test(words))) return [];
  const found = datedIn(words, inOwnLanguage ? [language] : HEAD_WORDS.map((row) => row.language), inOwnLanguage);
  if (found) return found.map((span) => ({ ...span, start: span.start + lead, end: span.end + lead }));
  const [, place, undated = ''] = PLACED.exec(bare) ?? [];
  if (place !== undefined && saysNoDate(undated)) {
    return [{ start: lead, end: lead + place.length, phrase: { type: 'placeName' } }];
  }
  // A year alone, where names or a number say that it is a title.
  if (/^(?:1[4-9]|20)\d\d$/.test(words)) return [{ start: lead, end: lead + 4, phrase: { type: 'date', when: words } }];
  return !inOwnLanguage && PLACE.test(words) && to && (from || number !== undefined) ? [] : undefined;
}

/** `4. Mai 1799` in German is a day; in French, a month. */
function datedIn(words: string, languages: readonly string[], isWhole: boolean): readonly Span[] | undefined {
  if (!NUMERAL.test(words)) return undefined;
  const found = languages.flatMap((each) => {
    const spans = datelineIn(words, each, letterCuesFor(each));
    return spans?.some(({ phrase }) => phrase.type === 'date') ? [spans] : [];
  });
  const whole = found.find((spans) => spans.some(({ phrase }) => phrase.type === 'date' && isDay(phrase)));
  return whole ?? (isWhole ? undefined : found[0]);
}

function isDay({ when, from, notBefore }: DateValue): boolean {
  return /^\d{4}-\d\d-\d\d/.test(when ?? from ?? notBefore ?? '');
}

function partiesIn(
  text: string,
  extent: Extent | undefined,
  role: PartyRole,
  language: string,
): readonly (PartySpan & { readonly role: PartyRole })[] {
  if (!extent) return [];
  const words = text.slice(extent.start, extent.end);
  if (language === 'en' && isOfState(words)) {
    return parseParty(words).map((party) => ({ ...shifted(party, extent.start), role }));
  }
  const joined = JOINED.exec(words);
  if (joined) {
    const cut = extent.start + joined.index;
    const behind = { start: cut + joined[0].length, end: extent.end };
    return [
      ...partiesIn(text, { start: extent.start, end: cut }, role, language),
      ...partiesIn(text, behind, role, language),
    ];
  }
  // `[Goethe]` as a whole.
  const isApart = /^\[[^[\]]*\]$/u.test(words);
  const start = extent.start + (isApart ? 1 : 0);
  const end = extent.end - (isApart ? 1 : 0);
  const name = text.slice(start, end).replaceAll('\n', ' ');
  return [{ kind: letterCuesFor(language).office.test(name) ? 'organisation' : 'person', start, end, name, role }];
}
