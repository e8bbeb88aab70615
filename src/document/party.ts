/** The words for a sender or addressee -> a person with an office, an office alone, or an organisation. */
import { matchesOf } from '../source/index.js';

export interface PartySpan {
  readonly kind: 'person' | 'organisation' | 'office';
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** The office of a person: `Secretary of State` before `Rusk`. */
  readonly office?: { readonly start: number; readonly end: number; readonly name: string } | undefined;
  /** The name of whom the person serves: `Raynor, Special Assistant to the Director (Hickerson)`. */
  readonly superior?: { readonly start: number; readonly end: number } | undefined;
}

const NAME_WORD = String.raw`(?:\p{Lu}[\p{L}’'-]+|\p{Lu}\.|de|von|van|der|bin|al|U)`;
const NAME = String.raw`(?:(?:de|von|van|di|da|du|del|bin)\s(?:der\s|la\s)?)?\p{Lu}[\p{L}’'.-]*(?: ${NAME_WORD}){0,4}`;

/** Offices that may stand right before a name. */
const OFFICE = String.raw`(?:(?:Acting|Deputy|Under|Assistant|Vice|Former|Foreign|Prime|First|Associate) )*(?:President(?:[-‑]elect)?|Chairm[ae]n|Premier|Chancellor|Minister|Secretary(?: of (?:State|Defense|the Treasury|Commerce|Agriculture|Labor|the Interior|the Army|the Navy|the Air Force|Energy))?(?:[-‑]designate)?|Attorney General|Director(?: of Central Intelligence)?|Ambassador|Senator|Congressman|Governor|General(?: Secretary)?|Admiral|Colonel|Justice|Shah|King|Queen|Emperor|Prince|Marshal|Minister|Mr\.|Mrs\.|Dr\.|Sir|Lord)`;

const OFFICE_AND_NAME = new RegExp(`^(${OFFICE}) (${NAME})$`, 'u');
/** A transcriber may set the name apart from its brackets: `( Austin )`. */
const IN_PARENTHESES = new RegExp(`^(.*\\S) \\(\\s?(${NAME})(\\s?)\\)$`, 'u');
const MEMBER = new RegExp(`^(${NAME}) of the `, 'u');
const FULL_NAME = new RegExp(String.raw`^\p{Lu}\p{L}+(?: \p{Lu}\.)*(?: ${NAME_WORD}){1,3}$`, 'u');
/** `Mr. John C. Ross, Deputy to the Representative`: what a person is stands behind the name. */
const NAME_AND_OFFICE = new RegExp(
  String.raw`^((?:(?:Mr|Mrs|Miss|Dr)\.? )?)(\p{Lu}[\p{L}’'-]*\.?(?: ${NAME_WORD}){1,4}(?:, [JS]r\.)?), (?=(?:of (?:the )?)?\p{Lu})(?!Jr|Sr)`,
  'u',
);
/** `Secretary of State, in Paris`. */
const AWAY = /^(\p{Lu}[^,()]*), (?:then |temporarily |now )?(?:in|at) (?:the )?\p{Lu}[\p{L}.’' ]+$/u;
const SURNAME = /^\p{Lu}[\p{Ll}’'-]+$/u;
/** A word of an organisation. */
export const ORGANISATION =
  /\b(?:Departments?|Embass(?:y|ies)|Missions?|Legations?|Consulates?|Agenc(?:y|ies)|Council|Governments?|(?:Sub)?[Cc]ommittee|Commission|Bureau|Delegations?|White House|Headquarters|Stations?|Staff|Offices?|Ministry|Posts?|Group|Board|Organization|Command|Interests Section|Joint Chiefs|Assembly|Nations?|Congress|Parliament|United States)\b/;
/** A word of an office. */
export const OFFICE_WORD =
  /\b(?:Secretary|President|Ambassador|Minister|Chargé|Consul|Director|Chief|Representative|Assistant|Chairman|Adviser|Advisor|Counsel(?:or)?|Administrator|Attach[ée]|Commander|Officer|Head|Special|Attorney|Shah|King|Premier|Chancellor|Governor|General)\b/;

/** In: the words between `From` and `to`, or behind `to`. Out: the parties, offsets into the words. */
export function parseParty(words: string): readonly PartySpan[] {
  return pieces(words).flatMap(({ start, text }) => {
    const party = parseOne(text);
    return party ? [shifted(party, start)] : [];
  });
}

const AND = / and (?:to )?(?:the )?(?=\p{Lu})/gu;

/** `Kennedy and Chairman Khrushchev` is two; `Near East and South Asia` is one. */
function pieces(words: string): readonly { readonly start: number; readonly text: string }[] {
  const out: { start: number; text: string }[] = [];
  let start = 0;
  for (const cut of matchesOf(AND, words)) {
    const before = words.slice(start, cut.index);
    const after = words.slice(cut.index + cut[0].length);
    if (!isComplete(before) || !isComplete(after) || (SEVERAL.test(before) && SURNAME.test(after))) continue;
    out.push({ start, text: before });
    start = cut.index + cut[0].length;
  }
  out.push({ start, text: words.slice(start) });
  return out;
}

/** `the Embassies in Lebanon, Saudi Arabia, and Morocco`: the last place is one of theirs. */
const SEVERAL = /^(?:the )?(?:Embassies|Legations|Missions|Consulates|Posts|Governments)\b/;

function isComplete(words: string): boolean {
  return (
    OFFICE_AND_NAME.test(words) ||
    SURNAME.test(words) ||
    IN_PARENTHESES.test(words) ||
    /^(?:the )?(?:Embass|Department|Legation|Mission|Consulate)/.test(words)
  );
}

function parseOne(words: string): PartySpan | undefined {
  const lead = words.length - words.replace(/^\s*(?:the |The )?/, '').length;
  const text = words.slice(lead).replace(/[,\s]+$/, '');
  if (text === '') return undefined;
  const parenthesised = IN_PARENTHESES.exec(text);
  const named = NAME_AND_OFFICE.exec(text);
  if (named?.[2] && !OFFICE_WORD.test(named[2]) && !ORGANISATION.test(named[2])) {
    const at = named[0].length;
    const name = text.slice(at, parenthesised?.[1]?.length).replace(/,$/, '');
    return {
      ...person(lead + (named[1]?.length ?? 0), named[2]),
      ...(!name.startsWith('of ') && { office: { start: lead + at, end: lead + at + name.length, name } }),
      ...(parenthesised && { superior: nameIn(parenthesised, lead) }),
    };
  }
  if (parenthesised?.[1] && parenthesised[2]) {
    return {
      kind: 'person',
      ...nameIn(parenthesised, lead),
      name: parenthesised[2],
      office: { start: lead, end: lead + parenthesised[1].length, name: parenthesised[1] },
    };
  }
  const titled = OFFICE_AND_NAME.exec(text);
  if (titled?.[1] && titled[2] && !/^of\b/.test(titled[2])) {
    const start = lead + titled[1].length + 1;
    return {
      kind: 'person',
      start,
      end: start + titled[2].length,
      name: titled[2],
      office: { start: lead, end: lead + titled[1].length, name: titled[1] },
    };
  }
  const member = MEMBER.exec(text)?.[1];
  if (member?.includes(' ') && !OFFICE_WORD.test(member) && !ORGANISATION.test(member)) return person(lead, member);
  const away = AWAY.exec(text);
  if (away?.[1]) return parseOne(words.slice(0, lead + away[1].length));
  const kind = OFFICE_WORD.test(firstWords(text)) ? 'office' : ORGANISATION.test(text) ? 'organisation' : undefined;
  if (kind) return { kind, start: lead, end: lead + text.length, name: text };
  if (FULL_NAME.test(text) || SURNAME.test(text)) return person(lead, text);
  return { kind: 'organisation', start: lead, end: lead + text.length, name: text };
}

/** Where the name in parentheses stands. */
function nameIn([text, , name = '', blank = '']: RegExpExecArray, lead: number): { start: number; end: number } {
  const end = lead + text.length - 1 - blank.length;
  return { start: end - name.length, end };
}

function person(start: number, name: string): PartySpan {
  return { kind: 'person', start, end: start + name.length, name };
}

/** `Office of the Secretary` is an organisation, `Secretary of the Office` an office: what comes first decides. */
function firstWords(text: string): string {
  const organisation = ORGANISATION.exec(text)?.index ?? text.length;
  return text.slice(0, organisation);
}

/** The same, so many characters further on. */
export function shifted(party: PartySpan, by: number): PartySpan {
  const { kind, start, end, name, office, superior } = party;
  return {
    kind,
    start: start + by,
    end: end + by,
    name,
    office: office && { start: office.start + by, end: office.end + by, name: office.name },
    superior: superior && { start: superior.start + by, end: superior.end + by },
  };
}
