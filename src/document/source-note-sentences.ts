/** A source note -> its sentences; abbreviations, initials, file numbers, quotations and parentheses do not end one. */
import { matchesOf } from '../source/index.js';

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A sentence without its full stop, and the citation in parentheses that belongs to it. */
export interface Sentence extends Stretch {
  readonly citation?: Stretch;
}

const ABBREVIATIONS = new Set(
  (
    'abt add adm admin amb apr art arts asst att aug bd bde bl bros brig bul bur ca capt cf ch chap cie cit cmdr co col cong corp dec dept ' +
    'dir div doc docs dr ed eds encl esq est etc exec fasc fasz feb ff fig fol fols gen gov govt hon inc incl int intl jan jr jul jun kt lt ltd ' +
    'maj mar memo messrs mme mr mrs ms mss mt no nos nov nr oct off op p par pp pres prof pt pts rear rec rep rept rev sec sen ' +
    'sep sept sess sgt sr ser st stat sub subj supp tel vice vol vols vs xch viz'
  ).split(' '),
);

/** Words that begin a sentence and are neither surnames nor parts of titles; they end one even behind an initial. */
const OPENERS =
  /(?:The|This|These|A|An|Another|Other|Copies|Copy|No|Not|There|It|In|On|At|For|See|According|All|Also|Drafted|Repeated|Sent|Approved|Cleared|Prepared|Transmitted|Attached|Received|Regarding|Printed|Published|Passed|Relayed|Transcribed|Initialed|Tabs?|Top Secret|Secret|Confidential|Unclassified|Restricted|Limited Official|Official Use|Eyes Only|Sensitive|Niact|Priority|Immediate|Nodis|Exdis|Limdis|Noforn)(?![\p{L}\d-])/uy;

const LONGEST_ASIDE = 1500;

/** What a sentence may end in, and what may have to be passed over as a whole. */
const MAY_END = /[.?!([“"]/g;

/** In: a text and where to begin. Out: the sentences; between them stands nothing but punctuation and white space. */
export function sentencesOf(text: string, from: number): readonly Sentence[] {
  const closes = asides(text);
  const sentences: Sentence[] = [];
  let start = skipStop(text, from);
  let at = start;
  while (at < text.length) {
    MAY_END.lastIndex = at;
    if (!MAY_END.test(text)) break;
    at = MAY_END.lastIndex - 1;
    const close = closes.get(at);
    if (close !== undefined) {
      const isEnd = /["”]/.test(text.charAt(close)) && /[.?!]/.test(text.charAt(close - 1));
      if (text[at] === '(' && /[.?!]\s$/.test(text.slice(at - 2, at)) && beginsNext(text, close + 1)) {
        // Behind `p.m.`, which ends a sentence only because this follows.
        sentences.push({ start, end: at - 1, citation: { start: at, end: close + 1 } });
        at = start = skipStop(text, close + 1);
      } else if (isEnd && beginsNext(text, close + 1)) {
        const cited = citationAt(text, close + 1, closes);
        sentences.push({ start, end: close + 1, ...(cited && { citation: cited }) });
        at = start = skipStop(text, cited?.end ?? close + 1);
      } else at = close + 1;
      continue;
    }
    if (!/[.?!]/.test(text.charAt(at)) || !isStop(text, at, start)) {
      at++;
      continue;
    }
    const cited = citationAt(text, at + 1, closes);
    sentences.push({ start, end: isFullStop(text, at, start) ? at : at + 1, ...(cited && { citation: cited }) });
    at = start = skipStop(text, cited?.end ?? at + 1);
  }
  const end = text.trimEnd().length;
  if (end > start) sentences.push({ start, end });
  return sentences.flatMap((sentence) => {
    if (sentence.end > sentence.start) return [withCitation(text, sentence, closes)];
    return sentence.citation ? [sentence.citation] : [];
  });
}

/** `... the Pan Am charter (Ibid.)`: the parentheses at the end of a sentence are its citation, too. */
function withCitation(text: string, sentence: Sentence, closes: ReadonlyMap<number, number>): Sentence {
  if (sentence.citation || text[sentence.end - 1] !== ')') return sentence;
  const open = text.lastIndexOf('(', sentence.end - 1);
  if (open <= sentence.start || closes.get(open) !== sentence.end - 1) return sentence;
  const end = sentence.start + text.slice(sentence.start, open).trimEnd().length;
  return { start: sentence.start, end, citation: { start: open, end: sentence.end } };
}

/** `. (Ibid., Box 5)`: in parentheses of its own, behind the full stop. */
function citationAt(text: string, at: number, closes: ReadonlyMap<number, number>): Stretch | undefined {
  const start = skipSpace(text, at);
  const close = text[start] === '(' ? closes.get(start) : undefined;
  return close === undefined ? undefined : { start, end: close + 1 };
}

function isStop(text: string, at: number, start: number): boolean {
  const next = text.charAt(at + 1);
  // "Secret.Drafted by": the space is missing, and the word is one that begins a sentence.
  if (next !== '' && !/\s/.test(next)) return text[at] === '.' && /\p{Lu}/u.test(next) && opens(text, at + 1);
  if (!beginsNext(text, at + 1)) return false;
  if (text[at] !== '.') return true;
  return (
    !isShort(wordBefore(text, at, start)) ||
    skipSpace(text, at + 1) >= text.length ||
    opens(text, skipSpace(text, at + 1))
  );
}

/** A point that is not part of the word before it, as in `ibid.` and `U.S.` */
function isFullStop(text: string, at: number, start: number): boolean {
  const word = wordBefore(text, at, start);
  return text[at] === '.' && (!isShort(word) || /^[IVX]$/.test(word)) && !/^ibid$/i.test(word);
}

function wordBefore(text: string, at: number, start: number): string {
  // The letter of `8461A` is no initial; but `690D. 91/1-1963` is one number.
  if (/\d\p{Lu}$/u.test(text.slice(at - 2, at)) && !/^.\s+\d/.test(text.slice(at, at + 6))) return '';
  return /[\p{L}.]+$/u.exec(text.slice(Math.max(start, at - 14), at))?.[0] ?? '';
}

/** An initial or an abbreviation. */
function isShort(word: string): boolean {
  return /^(?:\p{L}\.)*\p{L}$/u.test(word) || ABBREVIATIONS.has(word.toLowerCase());
}

function beginsNext(text: string, at: number): boolean {
  const next = skipSpace(text, at);
  return next >= text.length || (next > at && /[\p{Lu}\p{Lt}\d"“‘'([¿¡]/u.test(text.charAt(next)));
}

function opens(text: string, at: number): boolean {
  OPENERS.lastIndex = at;
  return OPENERS.test(text);
}

function skipSpace(text: string, at: number): number {
  let next = at;
  while (next < text.length && /\s/.test(text.charAt(next))) next++;
  return next;
}

function skipStop(text: string, at: number): number {
  let next = skipSpace(text, at);
  while (next < text.length && /[.\s]/.test(text.charAt(next))) next++;
  return next;
}

const ASIDE_SIGN = /[()[\]“”"]/g;

/** Parentheses, brackets and quotations that are closed again: offset of the opening sign -> offset of the closing one. */
function asides(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: { readonly at: number; readonly closer: string }[] = [];
  const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '“': '”' };
  let straight: number | undefined;
  for (const { index: at, 0: character } of matchesOf(ASIDE_SIGN, text)) {
    const closer = closers[character];
    if (closer !== undefined) open.push({ at, closer });
    else if (character === '"') {
      if (straight !== undefined && at - straight <= LONGEST_ASIDE) pairs.set(straight, at);
      straight = straight === undefined ? at : undefined;
    } else if (open.at(-1)?.closer === character) {
      const from = open.pop()?.at ?? at;
      if (at - from <= LONGEST_ASIDE) pairs.set(from, at);
    }
  }
  return pairs;
}
