/** The last paragraphs of a letter -> which of them sign it (TEI Guidelines 4.2.2). */

import type { Cues } from './cues.js';
import { namesWriter } from './date-word.js';
import type { ParagraphBlock } from './document.js';
import type { ClosingLine } from './letter-line.js';
import {
  hasSeveralWords,
  isKnownForename,
  isOfficeAlone,
  saysWhose,
  standsBelowName,
  surnameOf,
} from './letter-name.js';
import { isOfficeLine } from './signature.js';

/** A paragraph near the end of a letter: its index among the blocks, its text, and what it looks like. */
export interface LetterLine {
  readonly at: number;
  readonly block: ParagraphBlock;
  readonly text: string;
  readonly is: ClosingLine;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** More paragraphs than these behind a signature are no postscript. */
export const MOST_BEHIND = 4;
/** A line of courtesies before close or name. */
const LONGEST_COURTESY = 80;
/** `Der Landammann:` above a name. */
const LONGEST_OFFICE = 40;
/** What a writer has scribbled under a close. */
const LONGEST_SCRIBBLE = 50;
const MOST_OFFICES_ABOVE = 2;
const MOST_WORDS_OWN = 5;
/** A sentence that runs into the name below it. */
const LONGEST_RUN = 200;

/** The paragraphs that hold the signature, and what belongs to it; `opened`: the letter begins as one. */
export function letterSignature(lines: readonly LetterLine[], opened: boolean, cues: Cues): Range | undefined {
  const inOffice = signedInOffice(lines, cues);
  if (inOffice) return inOffice;
  for (let at = lines.length - 1; at >= 0 && lines.length - at <= MOST_BEHIND + 1; at--) {
    const line = lines[at];
    const isLast = lines.slice(at + 1).every(({ is, text }) => is.kind === 'dateline' || standsBelowName(text));
    const above = lines.slice(0, at).findLast(({ is }) => is.kind !== 'dateline');
    const kind = line?.is.kind;
    if (kind === 'both' || kind === 'own') return widened(lines, at);
    if (kind === 'signed' && (isLast || isCloseOrOwn(above) || signsText(lines, at, opened))) return widened(lines, at);
    const signed = kind === 'close' && isLast ? signedAbove(lines, at) : undefined;
    if (signed) return signed;
    if (line && isLast && isCloseOrOwn(above) && signsUnnamed(line, cues)) return { from: at, to: at };
    if (line?.is.kind === 'other' && !line.is.address && isLast && isScribble(line.text, above, opened))
      return widened(lines, at);
  }
  return undefined;
}

/** `Ihr` in a paragraph of its own below a close: in the copy that was kept nobody has put a name to it. */
function signsUnnamed({ is, text }: LetterLine, cues: Cues): boolean {
  return is.kind === 'close' && cues.signature !== 'name' && !text.includes(' ') && saysWhose(text, cues);
}

/** A name right below a close, and below it nothing but offices, each in a paragraph of its own, and the day maybe. */
function signedInOffice(lines: readonly LetterLine[], cues: Cues): Range | undefined {
  const isOffice = ({ text }: LetterLine) => isOfficeAlone(text, cues);
  const last = lines.findLastIndex((line) => line.is.kind !== 'dateline' && !isOffice(line));
  const name = lines[last];
  if (name?.is.kind !== 'signed' || lines[last - 1]?.is.kind !== 'close' || !lines.slice(last).some(isOffice))
    return undefined;
  return { from: last, to: lines.length - 1 };
}

/** `Paul.` below the text, and below it the day maybe, and a sentence or two. */
function signsText(lines: readonly LetterLine[], at: number, opened: boolean): boolean {
  const name = lines[at]?.text ?? '';
  const first = lines.findIndex(({ is }, index) => index > at && is.kind !== 'dateline');
  const behind = first === -1 ? [] : lines.slice(first);
  return (
    (opened || name.endsWith('.')) &&
    name.split(/\s+/u).length <= 3 &&
    lines[at - 1]?.is.kind !== 'signed' &&
    behind.length <= 2 &&
    behind.every(({ text, is }) => /^(?:other|close)$/.test(is.kind) && isSentence(text))
  );
}

function isSentence(text: string): boolean {
  const words = text.split(/\s+/u).length;
  return /[.!?…–—]["”“»]?$/u.test(text) ? words > 2 : words > 4 && /\s\p{Ll}{2,}\s/u.test(text);
}

/** `Anna grüßt herzlichst.` below close and name is a postscript; below a text it is a close. */
function signedAbove(lines: readonly LetterLine[], from: number): Range | undefined {
  for (let at = from - 1; at > 0 && from - at <= MOST_BEHIND; at--) {
    const kind = lines[at]?.is.kind;
    if ((kind === 'signed' && isCloseOrOwn(lines[at - 1])) || kind === 'both') return widened(lines, at);
    if (kind === 'own') return undefined;
  }
  return undefined;
}

/** Names above it, offices and a dateline below it. */
function widened(lines: readonly LetterLine[], at: number): Range {
  let from = at;
  let to = at;
  // Above `Dein Paul` nobody has signed yet but, in the same way, somebody else.
  if (lines[at]?.is.kind === 'own') while (lines[from - 1]?.is.kind === 'own') from--;
  else {
    // `Unmöglich.` above `Herzlichst Dein Karl` signs nothing.
    const isAlone = lines[at]?.is.kind === 'both' && !closesAbove(lines, at - 1);
    while (!isAlone && lines[from - 1]?.is.kind === 'signed' && !isCall(lines[from - 1])) from--;
    const above = lines[from - 1];
    // A name that is typed in the close is written below it once more.
    const isOther = above?.is.kind === 'both' && surnameOf(above.text) !== surnameOf(lines[from]?.text ?? '');
    if (isOther && above.is.cut > 0 && hasFullName(above, above.is.cut)) from--;
  }
  // `Direktion der Bibliothek`, and below it who signs for it.
  for (let lead = 0; lead < MOST_OFFICES_ABOVE && signsForOffice(lines[from - 1]); lead++) from--;
  for (let next = to + 1; next < lines.length; next++) {
    const line = lines[next];
    const isOffice = line?.is.kind !== 'dateline' && next === to + 1 && isBelowName(line?.text ?? '');
    if (!line || !(line.is.kind === 'dateline' || isOffice)) break;
    to = next;
  }
  return { from, to };
}

/** `Komm!` above the name. */
function isCall(line: LetterLine | undefined): boolean {
  return line !== undefined && /^\p{L}+!+$/u.test(line.text) && !isKnownForename(line.text.replace(/!+$/, ''));
}

/** Above names there is a close. */
function closesAbove(lines: readonly LetterLine[], from: number): boolean {
  return isCloseOrOwn(lines.slice(0, from + 1).findLast(({ is }) => is.kind !== 'signed'));
}

function isCloseOrOwn(line: LetterLine | undefined): boolean {
  return line?.is.kind === 'close' || line?.is.kind === 'own';
}

function signsForOffice(line: LetterLine | undefined): boolean {
  if (line?.is.kind !== 'other' || line.text.length > LONGEST_COURTESY || /[?!:;]$/.test(line.text)) return false;
  return line.is.office === true;
}

/** A name in a line of its own, or of several words; `Gruß und Kuß` ends in one that is none. */
function hasFullName({ text }: LetterLine, cut: number): boolean {
  const name = text.slice(cut).trim();
  return text.slice(0, cut + 1).includes('\n') || hasSeveralWords(name);
}

/** An office in a paragraph of its own; an address has figures, a postscript is a sentence. */
function isBelowName(text: string): boolean {
  return (
    text.length <= LONGEST_SCRIBBLE && !/[\d?!]/.test(text) && text.split(/\s+/u).length <= 6 && isOfficeLine(text)
  );
}

/** What nobody would take for a name stands where one does: under a close or courtesies, or alone under the text. */
function isScribble(text: string, above: LetterLine | undefined, opened: boolean): boolean {
  if (text.length > LONGEST_SCRIBBLE || !/\p{L}/u.test(text) || /[?!:,;]$|^[[(]/.test(text) || standsBelowName(text))
    return false;
  const words = text.split(/\s+/u).length;
  // `Kronenhofstr. 17a`: where the writer lives.
  if (/\s\d{1,3}[a-z]?\.?$/.test(text)) return false;
  // `Morgen schicke ich die Karten`, `Die Fortsetzung soll bald folgen.` are postscripts.
  if (words > 3 && namesWriter(text)) return false;
  if (words > 4 && /(?:\s\p{Ll}{2,}){2,}\.$/u.test(text)) return false;
  // Below `Deine Johanna` a sentence is a postscript.
  if (above?.is.kind === 'own' && words > 2 && text.endsWith('.')) return false;
  if (isCloseOrOwn(above)) return words <= 7;
  if (!opened || text.endsWith('.') || /\d/.test(text)) return false;
  return words <= (above !== undefined && isCourtesy(above.text) ? 7 : 4);
}

/** `Ihre Anna vanBeek`: what nobody would take for a name, behind whose the writer is, under a paragraph that closes. */
export function isOwnScribble({ is, text }: LetterLine, cues: Cues): boolean {
  return (
    is.kind === 'other' &&
    cues.own.test(text) &&
    text.split(/\s+/u).length <= MOST_WORDS_OWN &&
    /\p{Lu}[^\s.]*$/u.test(text) &&
    !/[\d?!:;,]/.test(text)
  );
}

/** A short line that ends as no sentence does: `Im Namen des Rates,`. */
export function isCourtesy(text: string): boolean {
  if (text.endsWith(':')) return text.length <= LONGEST_OFFICE;
  // Where lines are kept, what is no sentence by its end may yet be the last paragraph.
  if (/\n[^\n]*\p{L}$/u.test(text)) return false;
  return text.length <= LONGEST_COURTESY && !/[.?!;…)\]–—-]["”“»]?$|(?:\S+\s+){4}\S*\p{Ll}{3}[.?!]\s/u.test(text);
}

/** One sentence that the name ends: `Nimm noch einen Kuß und behalte in gutem Andenken Deine alte Pathin`. */
export function runsIntoName(text: string): boolean {
  return text.length <= LONGEST_RUN && /[\p{L},]$/u.test(text) && !/(?<=\p{Ll}{3}|[\d)])[.?!:;]\s/u.test(text);
}
