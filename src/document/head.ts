/** The words of a head -> its number, kind, sender, addressee and place, as spans of its text. */
import { matchesOf } from '../source/index.js';
import type { PartyRole, Span } from './content.js';
import { datedEnd } from './dated-end.js';
import type { DocumentKind } from './document.js';
import { kindOfHead } from './kind.js';
import { parseLetterTitle } from './letter-title.js';
import { type PartySpan, parseParty, shifted } from './party.js';
import { wordedAddress, wordedLanguage } from './worded-head.js';

export interface ParsedHead {
  /** `15`, `15a`; without brackets and full stop. */
  readonly number: string | undefined;
  readonly kind: DocumentKind;
  readonly parties: readonly (PartySpan & { readonly role: PartyRole })[];
  /** The language of its words (BCP 47), which need not be that of the text. */
  readonly language: string;
  /** The place at the head's end: `at Geneva`. */
  readonly place: { readonly start: number; readonly end: number } | undefined;
  /** Where it is the title of a letter, as letter editions print it. */
  readonly title?: {
    /** It says who writes to whom, has a word and a number, or a day: no other text begins so. */
    readonly isSure: boolean;
    /** It has a word for letter. */
    readonly isWorded: boolean;
    /** Where and when the letter was written. */
    readonly dated: readonly Span[];
  };
}

/** `15. `, `[15]. `, `[15.] `, `15a. `, `No. 176 ` at the start of a head. */
const NUMBER = /^(?:\[?(\d{1,4}[a-z]?)(?:\]?\s?\.|\.?\])|No\.\s+(\d{1,4}[a-z]?)\b\.?)\s+(?=\S)/;

/** `[15] See Gray.` is a note; a head goes on in the next line. */
const NOTE_LABEL = /^\[\d{1,4}[a-z]?\] /;

/** ` to ` belongs to a title, not to the address, behind these words: `Ambassador to Guatemala`. */
const TITLE_TAKES_TO =
  /\b(?:Ambassador|Assistant|Advis[eo]r|Representative|Counsel(?:or)?|Consultant|Delegation|Mission|Envoy|Minister|Delegate|Observer|Liaison|Deputy|Aide|Consul)$/;

/** Behind these a name in parentheses at the end is that of the sender: `by the Special Assistant to the President (Cutler)`. */
const ASSISTS = /\b(?:Assistant|Advis[eo]r|Consultant|Deputy|Aide)$/;

/** Does a first paragraph begin as a numbered head does? */
export function isNumberedHead(text: string): boolean {
  return NUMBER.test(text) && !NOTE_LABEL.test(text);
}

function withoutNumber(text: string): string {
  return text.slice(NUMBER.exec(text)?.[0].length ?? 0).trimEnd();
}

/** What kind of document the words of a head name. */
export function headKind(text: string): DocumentKind {
  return titleKind(withoutNumber(text));
}

/** `Mr. Dallas to Mr. Seward.`: persons with their titles, and no other word. */
const TITLED = String.raw`(?:(?:Messrs?|Mrs?|Dr|Sir|Lord|Earl|Count|Baron|Prince|General|Señor|Consul|Governor)\.? )\p{Lu}[^,:;!?()\n]{1,60}?`;
const TITLED_ADDRESS = new RegExp(String.raw`^(${TITLED}) to (?:the )?(${TITLED})\.?$`, 'du');

function titleKind(title: string): DocumentKind {
  const kind = kindOfHead(title);
  return kind === 'document' && TITLED_ADDRESS.test(title) ? 'letter' : kind;
}

/** In: the head's plain text; whether it is known to be a title, and no address. Out: what its words say; offsets are into that text. */
export function parseHead(text: string, isTitle = false): ParsedHead {
  const titled = letterHead(text, isTitle);
  if (titled) return titled;
  const numbered = NUMBER.exec(text);
  const offset = numbered?.[0].length ?? 0;
  const title = text.slice(offset).trimEnd();
  const address = findAddress(title);
  const parties: (PartySpan & { readonly role: PartyRole })[] = [];
  const add = (role: PartyRole, span: { start: number; end: number } | undefined) => {
    if (!span) return;
    for (const party of parseParty(title.slice(span.start, span.end))) {
      parties.push({ ...shifted(party, offset + span.start), role });
    }
  };
  add('from', address.from);
  add('to', address.to);
  return {
    number: numbered?.[1] ?? numbered?.[2],
    kind: titleKind(title),
    parties,
    language: wordedLanguage(title),
    place: address.place && { start: address.place.start + offset, end: address.place.end + offset },
  };
}

/**
 * What `parseHead` says of the title of a letter; undefined for all other heads, of which it asks no more.
 * `12. Schiller an Goethe, Jena, 4. Mai 1799`, `Letter 45`: heads in the words of papers of state are none of these.
 */
export function letterHead(text: string, isTitle: boolean): ParsedHead | undefined {
  const title = withoutNumber(text);
  const kind = titleKind(title);
  if (kind !== 'document' && kind !== 'letter') return undefined;
  const found = TITLED_ADDRESS.test(title) ? undefined : parseLetterTitle(text.trimEnd());
  if (!found || (found.number === undefined && kindOfHead(title) === 'letter' && found.language === 'en'))
    return undefined;
  const { number, isWorded, parties, language, place, dated } = found;
  const isDated = dated.some(({ phrase }) => phrase.type === 'date');
  const isSure = (number !== undefined && (isWorded || parties.length > 0)) || isDated;
  // `To John Adams` above `Dear Sir,` may be the address.
  if (!isSure && !isWorded && !isTitle && parties.every(({ role }) => role === 'to')) return undefined;
  return { number, kind: 'letter', parties, language, place, title: { isSure, isWorded, dated } };
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** `... From X to Y at Z`, `The X to the Y`, `Memorandum by X to Y`. */
function findAddress(title: string): { from?: Extent; to?: Extent; place?: Extent } {
  const worded = wordedAddress(title);
  if (worded) return worded;
  const [, sender, addressee] = TITLED_ADDRESS.exec(title)?.indices ?? [];
  if (sender && addressee) {
    return { from: { start: sender[0], end: sender[1] }, to: { start: addressee[0], end: addressee[1] } };
  }
  const opening = /^(?:[^,]*?\b(?:From|from|by|By)|(?=The ))\s*(?:the |The )?/.exec(title);
  if (!opening || /^Editorial Note/i.test(title)) return {};
  const start = opening[0].length;
  const dated = datedEnd(title) ?? title.length;
  const place = / at (?!Large\b)((?:\p{Lu}[\p{L}.’'-]+(?: |$)){1,4})$/u.exec(title.slice(0, dated));
  const end = place?.index ?? dated;
  const split = findTo(title, start, end);
  const found: { from?: Extent; to?: Extent; place?: Extent } = {
    from: { start, end: split ? (datedEnd(title.slice(0, split.start)) ?? split.start) : end },
    ...(split && { to: { start: split.end, end } }),
  };
  if (place?.[1] && !/\b(?:Consul(?:ate)?(?: General)?|Embassy|Legation|Mission)$/.test(title.slice(0, place.index))) {
    found.place = { start: place.index + 4, end: place.index + 4 + place[1].trimEnd().length };
  }
  return found;
}

const TO = /(?<! (?:as|due|regard|relating|relation|respect)) to (?:the (?=\p{Lu})|(?=\p{Lu}|all ))/gu;

/** The ` to ` between sender and addressee. */
function findTo(title: string, start: number, end: number): Extent | undefined {
  const candidates = matchesOf(TO, title.slice(start, end));
  const [only] = candidates;
  if (
    only &&
    candidates.length === 1 &&
    title.charAt(end - 1) === ')' &&
    ASSISTS.test(title.slice(start, start + only.index))
  ) {
    return undefined;
  }
  const chosen =
    candidates.find((c) => /\),?$/.test(title.slice(0, start + c.index))) ??
    candidates.find((c) => !TITLE_TAKES_TO.test(title.slice(start, start + c.index))) ??
    candidates[0];
  return chosen && { start: start + chosen.index, end: start + chosen.index + chosen[0].length };
}

/** The phrases of a head: sender, addressee and place. */
export function headSpans(head: ParsedHead): readonly Span[] {
  const spans: Span[] = [];
  for (const party of head.parties) {
    const { start, end, role } = party;
    if (party.kind === 'person') {
      if (party.office) spans.push({ start: party.office.start, end: party.office.end, phrase: { type: 'roleName' } });
      spans.push({ start, end, phrase: { type: 'persName', role } });
      if (party.superior) spans.push({ ...party.superior, phrase: { type: 'persName' } });
    } else {
      spans.push({ start, end, phrase: { type: party.kind === 'office' ? 'roleName' : 'orgName', role } });
    }
  }
  if (head.place) spans.push({ ...head.place, phrase: { type: 'placeName' } });
  if (head.title) spans.push(...head.title.dated);
  return spans;
}
