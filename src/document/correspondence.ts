/** Head, opener, closer and enclosures -> acts of communication: who wrote to whom, from where, when (TEI `correspDesc`). */
import type { Place } from '../source/index.js';
import { type Content, type PhraseRun, plainText, type Run } from './content.js';
import { placeOfSpan } from './content-edit.js';
import type { Cues } from './cues.js';
import { hasValue } from './date-value.js';
import type {
  Correspondence,
  DatedAt,
  DocumentBlock,
  DocumentKind,
  FrameBlock,
  FramePart,
  Head,
  Party,
} from './document.js';
import type { ParsedHead } from './head.js';
import { bodyNamed } from './letterhead.js';

/** Kinds of document that are sent. */
const SENT: ReadonlySet<DocumentKind> = new Set(['letter', 'telegram', 'memorandum', 'message', 'document']);

/** Kinds that are sent where the head says from whom and to whom: `Despatch From the Legation in Hungary to the Department of State`. */
const MAY_BE_SENT: ReadonlySet<DocumentKind> = new Set(['report', 'paper']);

function isAddressed(parsed: ParsedHead | undefined): boolean {
  const roles = parsed?.parties.map(({ role }) => role) ?? [];
  return roles.includes('from') && roles.includes('to');
}

/** The act of the document itself; undefined where nothing says that it was sent. */
export function correspondenceOf(
  id: string,
  kind: DocumentKind,
  head: { readonly head: Head; readonly parsed: ParsedHead } | undefined,
  blocks: readonly DocumentBlock[],
  place: Place,
  cues: Cues,
): Correspondence | undefined {
  if (!SENT.has(kind) && !(MAY_BE_SENT.has(kind) && isAddressed(head?.parsed))) return undefined;
  const frame = frameFacts(blocks, cues);
  const from = head ? partiesOf(head, 'from') : [];
  const to = head ? partiesOf(head, 'to') : [];
  const receivedAt = head?.parsed.place && placeIn(head.head, head.parsed.place);
  const senders = from.length > 0 ? from : frame.signatories;
  const addressees = to.length > 0 ? to : frame.addressees;
  if (senders.length === 0 && addressees.length === 0) return undefined;
  const inHead = head && phrases(head.head.content).find(({ phrase }) => phrase.type === 'date');
  const ofHead = inHead && datedAt(inHead);
  // `Jena d. 4. Mai` in the letter has no year: the title has it.
  const date = frame.date && (!ofHead || hasValue(frame.date)) ? frame.date : ofHead;
  const placed = head?.parsed.title?.dated.find(({ phrase }) => phrase.type === 'placeName');
  const sentFrom = frame.sentFrom ?? (head && placed && placeIn(head.head, placed));
  return {
    id,
    kind,
    from: senders,
    to: addressees,
    ...(sentFrom && { sentFrom }),
    ...(receivedAt && { receivedAt }),
    ...(date && { date }),
    place,
  };
}

function placeIn(head: Head, { start, end }: { readonly start: number; readonly end: number }) {
  return { name: plainText(head.content).slice(start, end), place: placeOfSpan(head.content, start, end) };
}

function partiesOf({ head, parsed }: { head: Head; parsed: ParsedHead }, role: 'from' | 'to'): readonly Party[] {
  return parsed.parties
    .filter((party) => party.role === role)
    .map(({ kind, name, office, start, end }) => ({
      kind,
      name,
      ...(office && { role: office.name }),
      place: placeOfSpan(head.content, start, end),
    }));
}

interface FrameFacts {
  readonly signatories: readonly Party[];
  readonly addressees: readonly Party[];
  readonly sentFrom?: { readonly name: string; readonly place: Place };
  readonly date?: DatedAt;
}

/** What opener and closer say: signature, salutation, place and date. */
function frameFacts(blocks: readonly DocumentBlock[], cues: Cues): FrameFacts {
  const frames = blocks.filter((b): b is FrameBlock => b.kind === 'opener' || b.kind === 'closer');
  const parts = (kind: FramePart['kind'], of: FrameBlock['kind'] | undefined) =>
    frames.flatMap((f) =>
      of === undefined || f.kind === of ? f.parts.filter((p): p is FramePart => p.kind === kind) : [],
    );
  const datelines = parts('dateline', undefined).flatMap((part) => phrases(part.content));
  const date = datelines.find((run) => run.phrase.type === 'date');
  const sentFrom = datelines.find((run) => run.phrase.type === 'placeName');
  const called = parts('salute', 'opener').flatMap((part) => addressee(part.content, part.place, cues));
  const below = parts('text', 'closer')
    .flatMap((part) => addressed(part, cues))
    .slice(0, 1);
  // Above the salutation more may stand than an address: there it has to name a person or a body.
  const above = parts('text', 'opener')
    .flatMap((part) => addressed(part, cues))
    .filter(({ kind, name }) => kind !== 'person' || PERSON_ADDRESSED.test(name));
  // Two addresses may be those of two persons, or one that it goes by.
  const address = above.length === 1 ? above : below;
  // `Your Excellency` at the head says less than the name in the address.
  const isNamed = called.some(({ kind, name }) => kind === 'person' && !(above.length === 1 && TITLE_ALONE.test(name)));
  return {
    signatories: parts('signed', 'closer').flatMap(signatories),
    addressees: isNamed || address.length === 0 ? called : address,
    ...(sentFrom && { sentFrom: { name: oneLine(sentFrom.content), place: sentFrom.place } }),
    ...(date && { date: datedAt(date) }),
  };
}

/** Days as they are; of hours of one day, the day. */
function datedAt(date: PhraseRun): DatedAt {
  const said = { text: oneLine(date.content), place: date.place };
  if (date.phrase.type !== 'date') return said;
  const { type, span, ...value } = date.phrase;
  if (span === 'hours') return { ...said, ...(value.from && { when: value.from.slice(0, 10) }) };
  return { ...said, ...value };
}

/** Who signs, each with the first office named behind. */
function signatories(part: FramePart): readonly Party[] {
  const runs = phrases(part.content);
  return runs.flatMap((name, index): readonly Party[] => {
    if (name.phrase.type !== 'persName') return [];
    const next = runs.slice(index + 1).find(({ phrase }) => phrase.type === 'persName' || phrase.type === 'roleName');
    const role = next?.phrase.type === 'roleName' ? oneLine(next.content) : undefined;
    return [{ kind: 'person', name: oneLine(name.content), ...(role !== undefined && { role }), place: name.place }];
  });
}

/** Whom a letter may be to without saying who that is. */
const NOBODY =
  /^(?:Sirs?|Madam|Gentlemen|Comrades?|Friends?|Dear|Herr(?:e?n|schaften)?|Dam(?:e|en|en und Herren)|Frau|Fräulein|Freund(?:in|innen|e|es)?|Kolleg(?:e|en|in)|Monsieur|Madame|Mademoiselle|Messieurs|Mesdames|Sire)$/iu;
const OFFICE =
  /(?<!\p{L})(?:President|Chairman|Secretary|Ambassador|Minister|Premier|Chancellor|Excellency|Majesty|Highness|Governor|Senator|Präsident|Majestät|E(?:x|xz)ellenz|Durchlaucht|Hoheit|Gnaden|Hochwürden|Magnifi[cz]enz|Spe[ck]tabilität|Eminen(?:z|ce)|Excellence)$/iu;

/** `Dear Mr. President:` is to `Mr. President`, `Mein lieber Otto!` to `Otto`. */
function addressee(content: Content, place: Place, cues: Cues): readonly Party[] {
  const [call = ''] = oneLine(content).split(/(?<=!)\s/u);
  const calls = call.replace(/[\s,:!.–—-]+$/u, '').split(/,\s/u);
  // `Hochwohlgeborner Herr, insonders hochgeehrter Herr Professor!`
  const isTwice = calls.length > 1 && NOBODY.test((calls[0] ?? '').replace(cues.called, ''));
  const name = (isTwice ? (calls.at(-1) ?? '').replace(/^(?:\p{Ll}+\s)+/u, '') : calls.join(', '))
    .replace(cues.called, '')
    .replace(/^(?:Meine?|Mon|Ma|Mi[oa]?|Mijn)\s(?=\p{Lu})/u, '');
  if (!/^\p{Lu}/u.test(name) || NOBODY.test(name)) return [];
  return [{ kind: OFFICE.test(name) ? 'office' : (bodyNamed(name) ?? 'person'), name, place }];
}

/** What stands before the name in an address, and says nothing of who that is. */
const BEFORE_ADDRESSED =
  /^(?:(?:An?|To|For|À|Al|Alla|Aan|H(?:er)?rn\.?|The (?:Right )?Hon(?:ou?ra)?(?:ble|\.)|Hon\.) |All['’])+(?=\p{Lu})/u;
/** What stands before a body in an address. */
const BEFORE_BODY =
  /^(?:An (?:das|die|den)|To the|Aux?|À la|À l[’']|Al(?:la|lo)?|All[’']|A la|Aan (?:de|het))(?:\s+|(?<=[’']))(?=\p{Lu})/u;
/** What somebody is, at the end of a title. */
const TITLE = String.raw`(?:\p{L}*(?:[Rr]ath?|[Mm]eister|[Hh]ändler|[Dd]irektor|[Dd]irector|[Ii]nspektor|[Rr]edakteur|[Ss]ekretär)|(?:Ober|General)?(?:[Dd]oc?k?tor|[Pp]rofessor|[Mm]ajor|[Ll](?:eu|ieute)nant|[Kk]onsul)|Dr|Prof|Kollege|Pfarrer|Hauptmann|General|Oberst|Graf|Gräfin|Baron|Baronin|Freiherr|Docteur|Professeur|Directeur|Comte|Professore|Dottore|Direttore|Conte|Colonel|Captain|Herr|Frau|Madame|Monsieur)\.?`;
/** `Dr. Paul Weber`, `Monsieur Bertin`, `Hofrat v. Stein`: names and titles alone, of which the last is a name. */
const PERSON_ADDRESSED = new RegExp(
  String.raw`^(?!(?:An?|To|For|À|Al|Alla|Aan|Den|Das|Die|The) |.*\p{Ll}{3}\p{Lu})(?:\p{Lu}[\p{L}’'-]*\.? (?:(?:von|van|v\.|zu|de|du|di|of) (?:der |den |la )?)?){1,4}(?!${TITLE}$)\p{Lu}[\p{L}’'-]*\p{Ll}$`,
  'u',
);
/** `Herr Doktor`: whom a letter calls so may have a name in the address. */
const TITLE_ALONE = new RegExp(
  `^(?:Herr|Frau|Fräulein|Monsieur|Madame|Signor|Señor|Mijnheer) (?:(?:Geheimer|Geheimrat) )?${TITLE}$`,
  'u',
);
/** A firm has several. */
const ADDRESSED_NAME = /^(?:Messrs[^\d]{3,50}? & [^,\d]{2,30}?|[^,\d]{3,50}?)(?=,|\.?$)/u;

/** `Herrn Dr. Paul Weber, Wien.` below who signs is to `Dr. Paul Weber`. */
function addressed({ content, place }: FramePart, cues: Cues): readonly Party[] {
  const lines = plainText(content).trim().split('\n');
  // `An das`, and in its line or below it `Königliche Bezirksamt`.
  const whole = lines.map((line) => line.trim()).join('\n');
  const body = /^[^\n,]{3,80}/u.exec(whole.replace(BEFORE_BODY, ''))?.[0].replace(/[\s.:]+$/u, '') ?? '';
  const kind = BEFORE_BODY.test(whole) ? bodyNamed(body) : undefined;
  if (kind) return [{ kind, name: body, place }];
  if (!cues.addressee.test(oneLine(content))) return [];
  // `An Herrn`, `À Monsieur`, and below it the name.
  const name = lines
    .slice(0, 2)
    .map((line) => ADDRESSED_NAME.exec(`${line.trim()} `.replace(BEFORE_ADDRESSED, '').trim())?.[0])
    .find((each) => each !== undefined && /^\p{Lu}/u.test(each) && !NOBODY.test(each));
  if (name === undefined) return [];
  return [{ kind: OFFICE.test(name) ? 'office' : 'person', name, place }];
}

function phrases(content: Content): readonly PhraseRun[] {
  return content.flatMap((run: Run) => (run.kind === 'phrase' ? [run, ...phrases(run.content)] : []));
}

function oneLine(content: Content): string {
  return plainText(content).replace(/\s+/g, ' ').trim();
}
