/** The words by which the parts of a document are known: English here, the other languages compiled from their tables. */

import type { CueWords } from './cue-languages/cue-words.js';
import { english, NO_NAMES } from './cue-languages/english.js';
import { CUE_LANGUAGES } from './cue-languages/index.js';
import { dayPattern } from './day-pattern.js';
import { oneOf } from './one-of.js';

/** Of a line that ends in the name, what signs: the `name`; the line if it says no more than whose the writer is and who (`Dein Paul`; of `Mit Gruß Dein Paul` the name): `own`; the `line`. */
export type Signature = 'name' | 'own' | 'line';

export interface Cues {
  /** As an edition has it: how much of a line that signs is the signature. */
  readonly signature?: Signature;
  /** Salutations at the head of a letter. */
  readonly salutation: RegExp;
  /** Complimentary closes. */
  readonly close: RegExp;
  /** `Begin Text`, in a paragraph of its own. */
  readonly begin: RegExp;
  /** `End Text`, in a paragraph of its own or at the end of one. */
  readonly end: RegExp;
  readonly postscript: RegExp;
  /** A salutation that the first sentence follows in the same line: `Lieber Freund, ich habe`. */
  readonly salutationLead: RegExp;
  /** What stands before the name in a salutation: `Mein lieber`. */
  readonly called: RegExp;
  /** Place and day without a full date: `Wien, Sonntag.`, `Ischl, 4/5 91`. */
  readonly dated: RegExp;
  /** Words between place and date, which say nothing: `den`. */
  readonly link: RegExp | undefined;
  /** A time of day behind a date, in words: ` abends`, `, 5 Uhr früh`. */
  readonly timeBehind: RegExp;
  /** What stands before a place and is no part of it: `Datum `, `De `. */
  readonly beforePlace: RegExp;
  /** What stands behind a place, or in its stead: `, Sonntag`, ` am`. */
  readonly behindPlace: RegExp;
  /** A line of courtesies before the close. */
  readonly closeLead: RegExp;
  /** Whose the writer is, before the name in a signature: `Dein alter `. */
  readonly own: RegExp;
  /** Of these, what in the middle of a line names the writer behind `by` alone: `Ihrem `. */
  readonly ownOblique: RegExp;
  readonly by: RegExp;
  /** What the writer is to the reader, before the name: `Freund und Diener `. */
  readonly bond: RegExp;
  /** Ends with whose the writer is, whom the next line names: `sendet Dein`. */
  readonly endsOwn: RegExp;
  /** Ends with a word after which somebody else is named: `Grüße an`. */
  readonly toward: RegExp;
  /** Ends with a word of a close that a name follows: `Ihr ganz ergebenster`. */
  readonly beforeName: RegExp;
  /** Ends with a word before whose the writer is, in a sentence: `verbleibe ich`. */
  readonly beforeOwn: RegExp;
  /** A word of a close, whatever its capital letter: `Diener`. */
  readonly closeWord: RegExp;
  /** Every noun has a capital letter. */
  readonly capitalNouns: boolean;
  /** Words that make a line no name, whatever their capital letters: `Gute Nacht`. */
  readonly notName: RegExp;
  /** What a source note begins with. */
  readonly source: RegExp;
  /** A close that is no sentence, though it may have a full stop: `Viele herzliche Grüße für Euch alle und ein frohes Fest.` */
  readonly greeting: RegExp;
  /** A clause of the text, and no courtesy: `Wenn niemand da ist, warten`. */
  readonly clause: RegExp;
  /** A line that names an office which signs: `Direktion der Bibliothek`. */
  readonly office: RegExp;
  /** What stands before an office that is held alone: `Le Préfet`. */
  readonly article: RegExp;
  /** A line that ends in a street and the number of a house. */
  readonly street: RegExp;
  /** What begins an address that a letter goes to. */
  readonly addressee: RegExp;
  /** What stands before the place in a dateline: `desde `. */
  readonly from: RegExp;
  /** What one sentence at the end of a letter assures the reader of: `die Versicherung meiner Hochachtung`. */
  readonly assurance: RegExp;
  /** A sentence that takes leave before the close: `Leben Sie wohl!` */
  readonly leave: RegExp;
  /** What a sentence begins with that is no courtesy. */
  readonly statement: RegExp;
  /** A sentence that ends a letter: `Nun muß ich schließen`. */
  readonly ending: RegExp;
  /** A line above the name of one who signs for another: `i. V.`, `Im Auftrag`. */
  readonly forAnother: RegExp;
  /** A sentence that asks the reader to greet somebody: `Grüßen Sie Loris.` */
  readonly request: RegExp;
  /** What joins two names, before the second of them: `und `. */
  readonly and: RegExp;
  /** What the writer is, behind the name: `z. Z. Rektor der Hochschule`, with the `gap` between them. */
  readonly officeBehind: RegExp;
  /** Every word that is cut short, with the full stop that ends no sentence: `herzl.` */
  readonly cutShort: RegExp;
  /** A word of a courtesy, in a sentence at the end of a letter: `freue`. */
  readonly courtesy: RegExp;
}

/** What a source note begins with. An editor may write in another language than the letter is in: the words of all languages are known in each. */
export const SOURCE_LABEL = new RegExp(
  `^\\s*(?:Sources?:|${oneOf(Object.values(CUE_LANGUAGES).flatMap(({ source }) => source))}\\s?:)`,
  'u',
);

const ENGLISH: Cues = {
  // "Dear Mr. President:", "My dear Minister,", "Excellency:", "Mr. President:", "Sir:", "Gentlemen:"
  salutation:
    /^(?:(?:my )?(?:very )?(?:dear(?:est)?|esteemed|respected|beloved)\b[^:!\n]{0,80}(?<!\p{Ll}{3}[.?]["”]?$)|(?:your )?(?:excellency|majesty|highness|holiness|honou?r)|(?:mr|mrs|madam|miss)\.?\s+(?:president|chairman|secretary|ambassador|minister|prime minister|premier|chancellor)|sirs?|madam|gentlemen|darling|dearest|sweetheart|comrades?|(?:honou?red|reverend)\b.{0,60})\s*[,:!—-]?$/iu,
  // "Sincerely yours,", "Respectfully, N. Khrushchev", "With best wishes,", "I remain, Sir, your obedient servant"
  close:
    /^(?:(?:with|and) (?:(?:my|our|all|the|kind(?:est)?|best|warm(?:est)?|personal|very|good|high|every|great) ?)+(?:regards|wishes|respects?|greetings|esteem|compliments)?,? ?)?(?:(?:most |very |ever |always )?(?:(?:yours|your|yrs)\.?\s+(?:very\s+|most\s+)?)?(?:sincerely|respectfully|faithfully|cordially|truly|affectionately|gratefully|obediently|fraternally)(?:\s+yours)?|as (?:ever|always)|god (?:bless|keep) (?:you|thee)\b[^.\n]{0,60}|farewell|adieu|good(?:-| )?(?:bye|night)|(?:ever |always )?yours(?: (?:ever|always|as (?:ever|always)|in haste))?|(?:with )?(?:much |all my |lots of )?love|best wishes|your (?:(?:most|very|ever) )*(?:loving|affectionate|devoted|humble|obedient|faithful|old|true|sincere|friend|son|daughter|brother|sister|mother|father)\b[^,.\n]{0,40}|(?:with )?(?:my |our )?(?:(?:kind|best|warm|warmest|personal|very|kindest|highest) ?)+(?:regards|wishes|respects|greetings)|your [^.\n]{0,50}\b(?:obedt|obdt|obt|hble|humble|affecte|servt|servts|servants)\b[^\n]{0,40}|believe me\b.{0,60}|i (?:am|remain|have the honou?r to (?:be|remain)),?\s[^.]{0,120}(?:servant|yours|etc\.?|&c\.?)|i have(?: the honou?r)?(?: to be)?,?\s(?:sir,?\s)?(?:etc|&c)\.?|accept,? (?:sir|excellency|mr\.).{0,120})(?=\s*(?:[,.:;!—-]|\n|$))/iu,
  begin:
    /^[("“[]?\s*begin(?:ning of)?\s+(?:verbatim\s+|unofficial\s+|quoted\s+)?(?:text|message|quote|letter|translation)\s*[.:)”"\]]*$/iu,
  end: /(?<=^|[\s.!?:;,)”"’\]])[("“[]?\s*end(?:\s+of)?\s+(?:verbatim\s+|unofficial\s+|quoted\s+)?(?:text|message|quote|letter|translation)\s*[.:)”"\]]*$/iu,
  postscript: /^(?:p\.? ?s\.?|postscript)\b[.:]?/iu,
  salutationLead:
    /^(?:[Mm]y )?(?:(?:(?:[Vv]ery )?[Dd]ear(?:est)?|[Bb]eloved)(?: [\p{L}.’'-]{1,20}){1,4}|[Dd]arling|[Dd]earest)[,:!—](?=\s*\p{L})/u,
  called: /^(?:my )?(?:very )?(?:dear(?:est)?|esteemed|respected|beloved|honou?red)\s+/iu,
  dated: dayPattern(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
    ['on', 'the'],
    'en',
  ),
  link: undefined,
  timeBehind: /(?!)/,
  beforePlace: /(?!)/,
  behindPlace: behindPlacePattern(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
    ['on', 'the'],
  ),
  closeLead: /(?!)/,
  beforeName: /(?!)/,
  beforeOwn: towardPattern(['as', 'am', 'remain', 'me', 'from']),
  closeWord: /(?!)/,
  capitalNouns: false,
  own: ownPattern(['your']),
  ownOblique: /(?!)/,
  by: /(?!)/,
  bond: /(?!)/,
  endsOwn: /(?!)/,
  toward: towardPattern(['to', 'and', 'for']),
  notName: notNamePattern(NO_NAMES),
  source: SOURCE_LABEL,
  clause: /^(?:if|when|unless|because|as soon as)\s/iu,
  greeting: /(?!)/,
  office: /(?!)/,
  article: /(?!)/,
  street: /(?!)/,
  addressee: /(?!)/,
  from: /(?!)/,
  assurance: /(?!)/,
  leave: /(?!)/,
  statement: /(?!)/,
  ending: /(?!)/,
  forAnother: /(?!)/,
  request: /(?!)/,
  and: /(?!)/,
  officeBehind: /(?!)/,
  cutShort: /(?!)/g,
  courtesy: /(?!)/,
};

const compiled = new Map<string, Cues>([['en', ENGLISH]]);

/** The cues of a language (BCP 47); English where the language has none yet. */
export function cuesFor(language: string): Cues {
  const primary = language.toLowerCase().split('-')[0] ?? 'en';
  const known = compiled.get(primary);
  if (known) return known;
  const words = CUE_LANGUAGES[primary];
  const made = words ? compile(words, primary) : ENGLISH;
  compiled.set(primary, made);
  return made;
}

let englishLetters: Cues | undefined;

/** The same for a letter that stands by itself: it may be of any century. */
export function letterCuesFor(language: string): Cues {
  const cues = cuesFor(language);
  if (cues !== ENGLISH) return cues;
  const { begin, end } = ENGLISH;
  englishLetters ??= { ...compile(english, 'en'), begin, end };
  return englishLetters;
}

/** A name or title, or a few. */
const NAMED = String.raw`(?:,? (?:& )?(?:\p{L}|\d)[\p{L}\d.’'-]{0,24}){0,9}`;

/** In English a word with a small letter goes on with the sentence: `Dear Madam I thank`. */
const NAMED_IN_ENGLISH = String.raw`(?:,? (?!I\s)(?:\p{Lu}[\p{L}\d.’'-]{0,24}|of|the|and|&|de|la|von|van|my|in|dear|friends?|sirs?|madam|sister|brother|all)){0,9}`;

function compile(words: CueWords, language: string): Cues {
  const named = language === 'en' ? NAMED_IN_ENGLISH : NAMED;
  const greeting = oneOf(words.greeting);
  const address = oneOf(words.address);
  const close = oneOf(words.close);
  const tail = oneOf(words.closeTail);
  const ends = String.raw`(?=\s*(?:[,.:;!—–-]|\n|$)|\s+(?:\p{Lu}|\[|\((?=\p{L}+\.?\) \p{Lu})|v\. |von |de ))`;
  return {
    salutation: new RegExp(
      `^\\[?(?:${greeting}|${address}(?!\\p{L}))${named}\\s*[,:;!.–—-]?[!\\]]?(?:\\s?[–—-]{1,3})?$`,
      'u',
    ),
    salutationLead: new RegExp(
      `^(?:${greeting}(?:, ${greeting}){0,2}(?: (?:&|\\p{L}[\\p{L}.’'-]{0,20})){0,5}|${address}(?: \\p{Lu}[\\p{L}.’'-]{0,20}){0,2})\\s?(?:[,:;.!]\\s?[–—-]{1,2}|[,:!–—])(?=\\s*["„«]?\\p{L})`,
      'u',
    ),
    called: new RegExp(`^(?:${greeting}(?:, | (?:(?:und|u\\.|et|e|y|en) )?))+`, 'u'),
    close: new RegExp(`^(?:${close})(?!\\p{L})(?:[ ,]{1,2}(?:${close}|${tail})(?!\\p{L})\\.?){0,8}${ends}`, 'u'),
    postscript: new RegExp(`^\\[?(?:${oneOf(words.postscript)})(?!\\p{L})[.:]?`, 'iu'),
    begin: new RegExp(`^[("“„«[]?\\s*(?:${oneOf(words.begin)})\\s*[.:)”"“»\\]]*$`, 'iu'),
    end: new RegExp(`(?<=^|[\\s.!?:;,)”"’\\]])[("“„«[]?\\s*(?:${oneOf(words.end)})\\s*[.:)”"“»\\]]*$`, 'iu'),
    dated: dayPattern([...words.weekdays, ...words.dayTimes], words.dated, language),
    timeBehind:
      words.dayTimes.length > 0
        ? new RegExp(`(?<=\\d)(?:[,.]? \\(?(?:\\d{1,2} )?${oneOf(words.dayTimes)}\\)?){1,2}\\.?$`, 'u')
        : /(?!)/,
    beforePlace: new RegExp(`^${oneOf([...(words.from ?? []), ...(words.given ?? [])])}[.,]?\\s+(?=\\p{Lu})`, 'u'),
    behindPlace: behindPlacePattern([...words.weekdays, ...words.dayTimes], words.dated),
    link: new RegExp(`(?<=^|[\\s,\\]])${oneOf(words.dated)}(?=\\s\\[?(?:\\d|[IVXJ]{1,6}[\\p{Ll}.º°]{0,3}\\s))`, 'u'),
    closeLead: new RegExp(`^${oneOf(words.closeLead)}(?= ).{0,80}[^.?:]$`, 'u'),
    beforeName: words.beforeName ? new RegExp(`(?<!\\p{L})(?:${oneOf(words.beforeName)})$`, 'u') : /(?!)/,
    beforeOwn: words.beforeOwn ? towardPattern(words.beforeOwn) : /(?!)/,
    closeWord: new RegExp(`^(?:${tail})[.,]?$`, 'u'),
    capitalNouns: words.capitalNouns === true,
    own: ownPattern(words.own),
    ownOblique: words.ownBy ? new RegExp(`^${oneOf(words.ownBy)}\\s`, 'u') : /(?!)/,
    by: words.by ? new RegExp(`(?<!\\p{L})${oneOf(words.by)}$`, 'u') : /(?!)/,
    bond: words.bond
      ? new RegExp(`^${oneOf(words.bond)}(?: (?:${(words.and ?? []).join('|')}) ${oneOf(words.bond)})?,? (?=\\S)`, 'u')
      : /(?!)/,
    endsOwn: new RegExp(`(?<=^|\\s)(?=\\p{Lu})(?:${oneOf(words.own)}),?$`, 'u'),
    toward: towardPattern(words.toward),
    notName: notNamePattern(words.notName),
    source: SOURCE_LABEL,
    greeting: greetingPattern(words.greetings ?? [], words.closeLead, words.farewell ?? []),
    clause: words.clauses ? new RegExp(`^${oneOf(words.clauses)}\\s`, 'u') : /(?!)/,
    office: anywhere(words.office ?? []),
    article: words.article ? new RegExp(`^${oneOf(words.article)}\\s?(?=\\p{Lu})`, 'u') : /(?!)/,
    street: words.street
      ? new RegExp(`${oneOf(words.street)},? (?:[Nn]r?o?\\.? ?)?\\d{1,4} ?\\p{Ll}?\\.?$`, 'u')
      : /(?!)/,
    // Addresses were in French, whatever the letter was in.
    addressee: beginning([...(words.addressee ?? []), ...(CUE_LANGUAGES['fr']?.addressee ?? [])]),
    from: words.from ? new RegExp(`^\\s*${oneOf(words.from)}\\s(?=\\p{Lu})`, 'u') : /(?!)/,
    assurance: anywhere(words.assurance ?? []),
    leave: beginning(words.leave ?? []),
    statement: beginning(words.statement ?? []),
    ending: beginning(words.ending ?? []),
    forAnother: words.forAnother ? new RegExp(`^${oneOf(words.forAnother)}[.:]?$`, 'u') : /(?!)/,
    request: beginning(words.request ?? []),
    and: new RegExp(`^(?:${[...(words.and ?? []), '&'].join('|')}) (?=\\p{Lu})`, 'u'),
    officeBehind: officePattern(words.atPresent ?? [], words.titleOf ?? []),
    cutShort: words.cutShort ? new RegExp(`(?<!\\p{L})${oneOf(words.cutShort)}\\.(?=\\s)`, 'gu') : /(?!)/g,
    courtesy: anywhere(words.courtesy ?? []),
  };
}

function behindPlacePattern(weekdays: readonly string[], dated: readonly string[]): RegExp {
  return new RegExp(`(?:^|[,.]?\\s+)${oneOf([...weekdays, ...dated])}[,.]?$`, 'u');
}

function anywhere(words: readonly string[]): RegExp {
  return words.length === 0 ? /(?!)/ : new RegExp(`(?<!\\p{L})${oneOf(words)}(?!\\p{L})`, 'u');
}

function beginning(words: readonly string[]): RegExp {
  return words.length === 0 ? /(?!)/ : new RegExp(`^${oneOf(words)}(?!\\p{L})`, 'u');
}

/** `R. Huber z. Z. Rektor der Hochschule`, `R. Huber, Rektor der Hochschule`. */
function officePattern(atPresent: readonly string[], titleOf: readonly string[]): RegExp {
  if (titleOf.length === 0) return /(?!)/;
  const gap = atPresent.length === 0 ? ', ' : `,? ${oneOf(atPresent)} |, `;
  return new RegExp(`(?<gap>${gap})\\p{Lu}\\p{L}+ (?:${titleOf.join('|')}) [^!?;:]{3,70}$`, 'u');
}

function ownPattern(own: readonly string[]): RegExp {
  return new RegExp(
    `^(?:${oneOf(own)})(?!\\p{L})(?:,? (?!(?:de|von|van|v|der|die|das|des|dem|den)\\b)\\p{Ll}[\\p{L}.]{0,24}){0,5},? `,
    'u',
  );
}

function towardPattern(words: readonly string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${oneOf(words)})$`, 'u');
}

/** A few words that qualify, and what is sent; a verb before it would make a sentence. Or a farewell. */
function greetingPattern(greetings: readonly string[], lead: readonly string[], farewell: readonly string[]): RegExp {
  if (greetings.length === 0) return beginning(farewell);
  const noun = `(?=\\p{Lu})${oneOf(greetings)}(?!\\p{L})`;
  return new RegExp(
    `^(?:${oneOf(lead)}|\\p{L}{2,}(?:e|en|em|er|es)|[Ss]ehr|[Vv]iel|[Rr]echt|\\d{2,})(?: (?:\\p{Ll}+\\.?|\\p{Lu}\\p{L}+(?:e|en|em))){0,4} ${noun}`,
    'u',
  );
}

function notNamePattern(words: readonly string[]): RegExp {
  return words.length === 0 ? /(?!)/ : new RegExp(`(?<!\\p{L})(?:${oneOf(words)})(?!\\p{L})`, 'iu');
}
