/** A paragraph near the end of a letter -> what it is in the closer: close, signature, both, dateline (TEI Guidelines 4.2.2). */
import { plainText } from './content.js';
import { inAnyLanguage } from './cue-languages/any-language.js';
import type { Cues } from './cues.js';
import { isDatedSentence } from './date-word.js';
import type { ParagraphBlock } from './document.js';
import { endOfClose } from './end-of-close.js';
import { datelineIn, MOST_LINES } from './frame.js';
import { isAddressAlone } from './letter-address.js';
import { isLabelled, isNamedAsDay, isShortDateline } from './letter-dateline.js';
import {
  addressedName,
  hasSeveralWords,
  isBehindTitle,
  isLetterName,
  mayStandBelowName,
  nameWithMore,
  ownNameAt,
  ownNameBehind,
  saysWhose,
  signsForAnother,
} from './letter-name.js';
import { isOfficeLine } from './signature.js';

export type ClosingLine =
  | { readonly kind: 'dateline' | 'close' | 'signed' }
  /** A paragraph that takes leave in whole sentences: the close, unless another stands below it. */
  | { readonly kind: 'close'; readonly leave: true }
  /** `office`: it names one; `address`: it is that of who the letter goes to. */
  | { readonly kind: 'other'; readonly office?: true; readonly address?: true }
  /** `Dein Paul`, `Dein Lehrer`: it signs, unless a name stands below it. */
  | { readonly kind: 'own' }
  | Both;

/** A close up to `cut`, and the name behind it. */
interface Both {
  readonly kind: 'both';
  readonly cut: number;
}

/** No closing line is longer; courtesies may be. */
const LONGEST_LINE = 100;
const LONGEST_CLOSE = 250;
/** Where a whole paragraph takes leave. */
const LONGEST_LEAVE = 320;
const LONGEST_OWN = 60;
/** No repeated salutation is longer. */
const LONGEST_CALL = 80;
/** A close that a name ends, or stands below. */
const LONGEST_NAMED = 160;
/** More lines than these below a name are no offices. */
const MOST_OFFICES = 2;
/** A sentence that begins as a close goes on with more words than these. */
const MOST_WORDS_BEHIND = 7;

/** `as`, `hr.`: initials in small letters, below a close. */
const INITIALS = /^\s*(?!der|die|ich|sie|du)\p{Ll}{1,3}\.?\s*$/u;

/** `Ew. Hochwohlgeb. verzeihen` is one sentence. */
const SENTENCE_END = /(?<=\p{Ll}{3}|[\d)])(?<!geb)[.?!]\s/u;

/** `Sonst alles wohl.` before a greeting. */
const SAYS_LITTLE = /^\p{Lu}\p{L}+(?: \p{L}+){0,2}(?<=\p{L}{3})[.!] (?=\p{Lu})/u;

/** Two letters or more of a word, and behind it, or in the next line, a name to the end. */
const NAME_BEHIND =
  /(?:\n\s*|(?<=\p{Ll}{2}[.!,]?) )(?=(?:(?:\p{Lu}\p{Ll}{0,4}\.|v\.|von|\p{Lu}[\p{L}’'-]*) ){0,3}\p{Lu}[\p{L}’'-]+(?:(?<=[\p{L}’'-]{3})\.)?$)/gu;

/** `geb. von Griesheim.` below the name. */
const BORN = new RegExp(String.raw`^${inAnyLanguage('born')} ?(?:(?:von|v\.?|de) )?\p{Lu}[\p{L}’'-]+\.?$`, 'u');

/** `(Church of England Chaplain)` below the name. */
const IN_BRACKETS = /^\(.*\s.*\)$/u;

const OTHER: ClosingLine = { kind: 'other' };
const LEAVE: ClosingLine = { kind: 'close', leave: true };

export function closingLine(block: ParagraphBlock, cues: Cues, language: string): ClosingLine {
  const text = plainText(block.content);
  const trimmed = text.trim();
  if (trimmed.length === 0 || cues.postscript.test(trimmed)) return OTHER;
  if (isAddressAlone(trimmed, cues)) return { kind: 'other', address: true };
  // `Leben Sie wohl. Ich bleibe mit alter Freundschaft der Ihrige, Beck`
  const leads = (before: string, gap: string) =>
    (/[.!,]$/.test(before) || gap.includes('\n') || cues.beforeName.test(before)) && takesLeave(before, cues);
  const named = closeWithName(text, leads, cues);
  if (named) return named;
  if (trimmed.length > LONGEST_CLOSE) return takesLeave(trimmed, cues) ? LEAVE : OTHER;
  // `Grüßen Sie Loris.`: what the reader is asked to do is text.
  if (cues.request.test(trimmed) && /^[^\n]*\p{L}{2}[.!]$/u.test(trimmed)) return OTHER;
  // `We sail on 6 May.` has a day, and is a sentence.
  const isDated =
    datelineIn(trimmed, language, cues) !== undefined ||
    (isShortDateline(trimmed) && !cues.statement.test(trimmed) && !isDatedSentence(trimmed));
  if (isDated && !isLabelled(trimmed) && !isNamedAsDay(trimmed, cues)) return { kind: 'dateline' };
  const closing = closingText(text, block.runIn === true, cues);
  if (closing.kind === 'close') {
    // `Mit bestem Dank. In alter Freundschaft. Beck`
    const ends = (before: string) => /[.!]$/.test(before) && oneLine(before, false, cues).kind === 'close';
    if (trimmed.includes('\n')) return closing;
    return longCloseWithName(text, cues) ?? closeWithName(text, ends, cues) ?? closing;
  }
  if (closing.kind !== 'other') return closing;
  const signed = longCloseWithName(text, cues);
  if (signed) return signed;
  if (takesLeave(trimmed, cues)) return LEAVE;
  return cues.office.test(trimmed) ? { kind: 'other', office: true } : closing;
}

/** `Ich bitte Sie, die Versicherung meiner Hochachtung anzunehmen.`; `Leben Sie wohl. Verzeihen Sie die Eile. Mit alter Freundschaft Ihr`. */
function takesLeave(text: string, cues: Cues): boolean {
  if (text.length > LONGEST_LEAVE || text.includes('\n')) return false;
  const sentences = text.split(/(?<=\p{Ll}{3}[.!]{1,3})\s+(?:[–—-] )?(?=\p{Lu})/u);
  const last = sentences.pop() ?? '';
  // `Für den Fall, daß Sie nicht kommen`: the text, whatever it ends in.
  if (sentences.length === 0) return cues.assurance.test(text) && !SENTENCE_END.test(text) && !cues.clause.test(text);
  return (
    sentences.every((each) => cues.leave.test(each) || cues.assurance.test(each)) &&
    (endsAsClose(last, cues) || cues.assurance.test(last))
  );
}

/** A close, and the name that it goes on with to the end of the paragraph: `isClose` tells of what stands before the name whether it is one. */
function closeWithName(text: string, isClose: (before: string, gap: string) => boolean, cues: Cues): Both | undefined {
  if (text.length > LONGEST_LEAVE) return undefined;
  const trimmed = text.trimEnd();
  // `Ganz der Ihrige v. Beck`: the first word with a capital letter need not be of the name.
  for (const { index, 0: gap } of trimmed.matchAll(NAME_BEHIND)) {
    let cut = index + gap.length;
    cut += cues.bond.exec(trimmed.slice(cut))?.[0].length ?? 0;
    const name = trimmed.slice(cut);
    const isName = isLetterName(name, cues) && !cues.close.test(name) && !cues.own.test(`${name} `);
    const isKin = cues.closeWord.test(name.split(' ')[0] ?? '');
    if (isName && !isKin && !isBehindTitle(trimmed.slice(0, cut), cues) && isClose(trimmed.slice(0, cut).trim(), gap))
      return { kind: 'both', cut };
  }
  return undefined;
}

/** `Mit der Bitte, mich Ihrer Frau zu empfehlen, Ihr gehorsamster Beck`: one sentence that ends as a close, and the name. */
export function longCloseWithName(text: string, cues: Cues): Both | undefined {
  const ends = (before: string) => cues.beforeName.test(before) && isLongClose(before, cues);
  return closeWithName(text, (before) => ends(before.replace(/,$/, '')), cues);
}

/** It goes on to the name below it. */
function endsAsClose(sentence: string, cues: Cues): boolean {
  const bare = sentence.replace(/,$/, '');
  return isLongClose(bare, cues) || oneLine(bare, false, cues).kind === 'close';
}

/** A text without a dateline; `runIn`: it stands behind another in its line. */
export function closingText(text: string, runIn: boolean, cues: Cues): ClosingLine {
  return text.trim().includes('\n') ? severalLines(text, cues) : oneLine(text, runIn, cues);
}

function oneLine(text: string, runIn: boolean, cues: Cues): ClosingLine {
  const trimmed = text.trim();
  const lead = text.length - text.trimStart().length;
  const own = ownNameAt(trimmed, cues);
  // In a line of its own `Dein Paul` signs as a whole; where it ends a paragraph, `Dein` closes it.
  if (own !== undefined) return runIn ? { kind: 'both', cut: lead + own } : { kind: 'own' };
  if (!runIn && isOwnAtEnd(trimmed, cues)) return { kind: 'own' };
  const end = endOfClose(text, lead, cues);
  if (end > lead) return closeWith(text, end, cues);
  const tail = tailOf(text, cues);
  // A sentence before it is the end of the text.
  if (tail && isOneSentence(text.slice(0, tail.cut), cues)) return runIn ? tail : { kind: 'own' };
  if (isLetterName(trimmed, cues)) return { kind: 'signed' };
  const rest = trimmed.replace(SAYS_LITTLE, '');
  if (rest !== trimmed && oneLine(rest, false, cues).kind === 'close') return { kind: 'close' };
  return isLongClose(trimmed, cues) || (!runIn && isVocative(trimmed, cues)) || isGreeting(trimmed, cues)
    ? { kind: 'close' }
    : OTHER;
}

/** `Mit herzl. Gruß Dein getr. Gysbert`: a short line that ends in `Dein` and a name signs as a whole, as `Dein treuer Paul` does. */
function isOwnAtEnd(text: string, cues: Cues): boolean {
  const isOne = (before: string) => !SENTENCE_END.test(`${before.replace(cues.cutShort, '')} `);
  return text.length <= LONGEST_OWN && ownNameBehind(text, isOne, cues) !== undefined;
}

/** `Mein lieber Herr!`: who is addressed at the head is addressed once more. */
function isVocative(text: string, cues: Cues): boolean {
  if (!/^\p{Lu}/u.test(text) || cues.own.test(text)) return false;
  return text.length <= LONGEST_CALL && text.split('\n').every((line) => cues.salutation.test(line.trim()));
}

/** `Mit der Bitte, mich Ihrer Frau zu empfehlen, Ihr in Verehrung gehorsamster`: one sentence that ends as a close. */
function isLongClose(text: string, cues: Cues): boolean {
  const ends = cues.beforeName.test(text)
    ? /(?:\p{Ll}(?:er|e|st|[dnrt]in)|reund|ohn|necht)$/u.test(text)
    : cues.endsOwn.test(text);
  return ends && text.length <= LONGEST_CLOSE && !SENTENCE_END.test(text);
}

function closeWith(text: string, end: number, cues: Cues): ClosingLine {
  const rest = text.slice(end).trim();
  if (rest === '') {
    return nameAtEnd(text, cues) ?? tailOf(text, cues, /[.!?]\s*$/.test(text)) ?? { kind: 'close' };
  }
  if (isLetterName(rest, cues)) {
    // `Viele Grüße an Toni.`; `Mit Freundschaft und Hochschäzung Ihr Beck`
    if (cues.toward.test(text.slice(0, end).trim())) return tailOf(text, cues) ?? { kind: 'close' };
    // `Gruß an die Deinigen u. Frieda Dein Paul`
    const named = tailOf(text, cues);
    if (named && named.cut > end) return named;
    const bond = cues.bond.exec(rest)?.[0].length ?? 0;
    if (bond > 0) return { kind: 'both', cut: text.lastIndexOf(rest) + bond };
    return { kind: 'both', cut: end - initialsBefore(text.slice(0, end)) };
  }
  const named = tailOf(text, cues) ?? nameAtEnd(text, cues);
  if (named && isOneSentence(text.slice(0, named.cut), cues)) return named;
  const greets = isGreeting(text.trim(), cues);
  const sentences = text.split(/(?<=\p{Ll}{2}[.?!]{1,3})\s+(?=\p{Lu}|–)/u).filter(hasWords).length;
  const isText = (text.length > LONGEST_LINE ? sentences > 1 : sentences > 2) && !greets;
  // `Grüße Lieschen und sage ihr, daß ich bald komme.`
  const isClosed = /[.!]\s*$/.test(text.slice(0, end)) || /[.?!]$/.test(rest);
  const goesOn = isClosed && rest.split(/\s+/u).length > MOST_WORDS_BEHIND && !greets;
  return isText || goesOn ? OTHER : (named ?? { kind: 'close' });
}

/** Up to the name; `Herzl. Gruß` has a full stop, and is one. */
function isOneSentence(before: string, cues: Cues): boolean {
  return !/[.?!]\s/.test(before.replace(cues.cutShort, ''));
}

/** Of `getr. Clds. Daniel` no part is a sentence. */
function hasWords(text: string): boolean {
  return text.trim().split(/\s+/u).length > 2;
}

/** A greeting, long as it may be, of one sentence, or with a close behind it: `Viele Grüße an Deine Frau. Hochachtungsvoll`. */
function isGreeting(text: string, cues: Cues): boolean {
  const greeting = text.length <= LONGEST_NAMED ? cues.greeting.exec(text)?.[0] : undefined;
  if (greeting === undefined) return false;
  const sentence = /(?<=\p{Ll}{3}|\d)[.!]\s+(?=\p{L})/gu;
  sentence.lastIndex = greeting.length;
  return !sentence.test(text) || cues.close.test(text.slice(sentence.lastIndex));
}

/** `amitiés Al. H.`: the full stop of the first initial ends no close. */
function initialsBefore(close: string): number {
  return /(?<=\p{Ll},?\s)(?:\p{Lu}\p{Ll}{0,3}\.\s?)+$/u.exec(close)?.[0].length ?? 0;
}

/** `Mille et mille amitiés Al. H.`: capital letters at the end of a line of small ones, where nouns have none. */
function nameAtEnd(text: string, cues: Cues): Both | undefined {
  if (text.length > LONGEST_NAMED) return undefined;
  const found =
    /(?<=\p{Ll}[,!]?|\p{Ll}{3}\.)\s+(?=(?:\p{Lu}[\p{L}’'-]*|v)\.?(?:(?:\s|(?<=\.))(?:\p{Lu}[\p{L}’'-]*\.?|(?:v\.|von|van|de[rns]?|du|di|da|del|della|la|le|ten|ter)(?=\s))){0,6}\s?$)/u.exec(
      text.trimEnd(),
    );
  if (!found) return undefined;
  let cut = found.index + found[0].length;
  for (let word = nextWord(text, cut); word && cues.closeWord.test(word.trim()); word = nextWord(text, cut)) {
    cut += word.length;
  }
  const name = text.slice(cut).trim();
  const before = text.slice(0, cut).trimEnd();
  if (!isLetterName(name, cues) || cues.closeWord.test(name) || cues.toward.test(before)) return undefined;
  if (cues.beforeName.test(before)) return { kind: 'both', cut };
  if (text.length > LONGEST_LINE) return undefined;
  // `Dr. Ludwig Eckert`, `O. Urban`, `A. H.`: no noun has a full stop in it.
  const isApart = /\p{Ll}{3},$/u.test(before) && !name.includes(' ') && !name.endsWith('.');
  if (/\p{Ll}\.$/u.test(name)) return undefined;
  if (cues.capitalNouns && !isApart && !/^\p{Lu}\p{Ll}{0,3}\.(?:\s|$)/u.test(name)) return undefined;
  return { kind: 'both', cut };
}

/** With the white space behind it; undefined for the last one. */
function nextWord(text: string, from: number): string | undefined {
  return /^\S+\s+(?=\S)/u.exec(text.slice(from))?.[0];
}

/** `Mit Handkuß Ihr ergebener Felix Salten`: a short line that ends in whose the writer is, and the name. */
function tailOf(text: string, cues: Cues, isSentence = false): Both | undefined {
  if (text.length > (isSentence ? LONGEST_NAMED : LONGEST_LINE)) return undefined;
  // `und bin wie immer Ihr Oster.`; `Grüße auch an Deine Frau`, `Grüße Deine Frau.`: that is not the writer.
  const leads = (before: string) => (isSentence ? cues.beforeOwn.test(before) : !cues.toward.test(before));
  const cut = ownNameBehind(text, leads, cues);
  return cut === undefined ? undefined : { kind: 'both', cut };
}

/** `Gr. Stolberg`, `Gr. v. Platen`: a count below a close; in a line of its own `Gr. Heine` greets. */
export const COUNT = /^\s*Gr\. (?:v\. |von |zu )?\p{Lu}[\p{L}’'-]+\.?\s*$/u;

/** `Mit Gruß` and below it `verbleibe ich hochachtungsvoll O. Urban`. */
function nameInLastLine(text: string, cues: Cues): ClosingLine {
  const from = text.trimEnd().lastIndexOf('\n') + 1;
  const line = text.slice(from);
  if (INITIALS.test(line) && !cues.own.test(`${line.trim()} `)) return { kind: 'both', cut: from };
  if (COUNT.test(line)) return { kind: 'both', cut: from };
  const last = oneLine(line, true, cues);
  if (nameWithMore(line.trim(), cues) !== undefined) return { kind: 'both', cut: from };
  const both = last.kind === 'both' ? last : nameAtEnd(line, cues);
  return both ? { kind: 'both', cut: from + both.cut } : { kind: 'close' };
}

/** `Ich denk’ an Euch!` or `Für heute Schluß und alles Liebe.`, and below it `Dein` or `Ihr sehr ergebener`. */
function isCallAboveOwn(lines: readonly string[], cues: Cues): boolean {
  const own = lines.at(-1) ?? '';
  const isOwn = cues.endsOwn.test(own) || (cues.own.test(`${own} `) && /^\S+(?: \p{Ll}+)+$/u.test(own));
  return isOwn && lines.length > 1 && !RETIRED.test(own);
}

/** `Major a. D.`: no `Deine`. */
const RETIRED = /(?:^|\s)\p{Ll}\. D\.$/u;

/** `In der Hoffnung, daß es gelingen möge,` and below it `hochachtungsvoll`: one sentence. */
export function goesOnToClose(lines: readonly string[], cues: Cues): boolean {
  const [clause = '', close = ''] = lines;
  const isClause = clause.endsWith(',') && !SENTENCE_END.test(clause);
  return lines.length === 2 && isClause && /^\p{Ll}/u.test(close) && cues.close.test(close);
}

/** `Ihr ergebener Karl Weber`; `Dein Freund` is no name. */
function isOwnName(line: string, cues: Cues): boolean {
  const at = ownNameAt(line, cues);
  return at !== undefined && !cues.closeWord.test(line.slice(at)) && hasSeveralWords(line.slice(at));
}

/** `Ihr` and below it `wohlgewogner Ludwig.`: where the name begins. */
function endOfOwn(text: string, cues: Cues): number | undefined {
  const [first = '', second = '', ...others] = text.trim().split('\n');
  if (others.length > 0 || !/^\p{Ll}/u.test(second) || !saysWhose(first.trim(), cues)) return undefined;
  const joined = `${first.trim()} ${second.trim()}`;
  const own = ownNameAt(joined, cues);
  return own === undefined || cues.closeWord.test(joined.slice(own))
    ? undefined
    : text.lastIndexOf(second) + own - first.trim().length - 1;
}

/** Lines of a close, and below them the name, which may have offices below it. */
function severalLines(text: string, cues: Cues): ClosingLine {
  const lines = text.split('\n').map((line) => line.trim());
  const closes = (line: string) => cues.close.test(line) || cues.closeLead.test(line);
  const isLong = (line: string) => line.length > (closes(line) && !/[.?!]\s/.test(line) ? LONGEST_NAMED : LONGEST_LINE);
  if (lines.length <= MOST_LINES && isCallAboveOwn(lines, cues)) return { kind: 'close' };
  if (lines.length > MOST_LINES || lines.some(isLong)) return OTHER;
  const whole = text.trim();
  const bare = (line: string) =>
    isLetterName(addressedName(line) ?? line, cues) &&
    !closes(line) &&
    !cues.closeWord.test(line) &&
    !IN_BRACKETS.test(line);
  // `Deine Freundin` and below it `u Tante Emma`.
  const signs = (line: string) =>
    bare(line) ||
    ownNameAt(line, cues) !== undefined ||
    (cues.and.test(line) && isLetterName(line.replace(cues.and, ''), cues));
  const last = lines.findLastIndex(signs);
  const above = lines[last - 1] ?? '';
  const isPair = cues.and.test(lines[last] ?? '') ? signs(above) : bare(above) || isOwnName(above, cues);
  let at = isPair && last > 0 ? last - 1 : last;
  // Of three who sign each has a full name.
  while (at > 1 && bare(lines[at - 1] ?? '') && hasSeveralWords(lines[at - 1] ?? '')) at--;
  if (at === -1) {
    const own = endOfOwn(text, cues);
    if (own !== undefined) return { kind: 'both', cut: own };
    // `Unter solchen Umständen kam er an. Wir`: the first line of a text may lead as a close does.
    const isText = !cues.close.test(lines[0] ?? '') && SENTENCE_END.test(lines.join(' '));
    if (closes(lines[0] ?? '') && !isText) return nameInLastLine(text, cues);
    const isClose =
      goesOnToClose(lines, cues) ||
      isVocative(whole, cues) ||
      cues.close.test(lines.join(' ')) ||
      isGreeting(lines.join(' '), cues);
    return isClose ? { kind: 'close' } : OTHER;
  }
  const below = lines.slice(at + 1);
  // `Ihr ergebener` above a name closes as well, if offices stand below it.
  const isWhose = (line: string) => closes(line) || (at < lines.length - 1 && saysWhose(line, cues));
  const isClosed = lines.slice(0, at).some(isWhose);
  const isBelow = (line: string) =>
    isOfficeLine(line) || BORN.test(line) || signs(line) || (isClosed && mayStandBelowName(line));
  if (below.length > MOST_OFFICES || !below.every(isBelow)) {
    return closes(whole) ? { kind: 'close' } : OTHER;
  }
  // `Der Minister`, below it `i. V.`, and who signs.
  if (at === 0 || lines.slice(0, at).every((line, i) => signsForAnother(line, cues) || (i > 0 && bare(line))))
    return { kind: 'signed' };
  const first = lines.slice(0, at).findIndex(isWhose);
  // `Votre très humble et` and below it `obéissant serviteur`.
  const joined = lines.join(' ');
  if (first === -1 && endOfClose(joined, 0, cues) === joined.length) return { kind: 'close' };
  // A sentence above the close is the end of the text.
  const lead = lines.slice(0, Math.max(first, 0));
  if (first === -1 || lead.some((line) => /[.?!:]$/.test(line)) || !isOneSentence(lead.join(' '), cues)) return OTHER;
  const line = lines[at] ?? '';
  const start = text.split('\n').slice(0, at).join('\n').length + 1;
  const indent = /^\s*/.exec(text.slice(start))?.[0].length ?? 0;
  const own = ownNameAt(line, cues);
  if (own !== undefined && !bare(line)) return { kind: 'both', cut: start + indent + own };
  const end = endOfClose(line, 0, cues);
  const rest = line.slice(end).trim();
  return { kind: 'both', cut: start + indent + (end > 0 && isLetterName(rest, cues) ? end : 0) };
}
