/** Running text -> the page breaks in it: `[Page 19]`, `[Page XIX]`, `[Page 19a]`, `[Page 345-1]`, `[Page [506]]`. */
import type { Diagnostic, Report } from '../../diagnostic/index.js';
import { matchesOf, placeAt, type Source } from '../../source/index.js';
import type { PageBreakForm } from '../conventions.js';
import { HYPHEN, isSuspended } from '../divided-word.js';
import { SPACE } from '../lines.js';
import { literal } from '../literal.js';
import { messages } from '../messages.js';
import type { PageBreak } from '../transcript.js';

const ARABIC = '[A-Za-z]{0,2}-?[0-9]{1,6}[A-Za-z]{0,2}(?:[-–—/.][0-9]{1,6}[a-z]?)?';
const ROMAN = '[IVXLCDM]{1,15}|[ivxlcdm]{1,15}';
const NUMBER = new RegExp(`^(?:${ARABIC}|${ROMAN}|\\[(?:${ARABIC}|${ROMAN})\\])$`);

/**
 * In: a source and the form of its page breaks. Out: every page break, in order.
 * What looks like one but has no readable number, or is not closed, is reported and stays text.
 */
export function findPageBreaks(source: Source, form: PageBreakForm, report: Report): readonly PageBreak[] {
  let read = known.get(source);
  if (read?.form !== form) {
    const said: Diagnostic[] = [];
    read = { form, said, found: readPageBreaks(source, form, (diagnostic) => said.push(diagnostic)) };
    known.set(source, read);
  }
  for (const diagnostic of read.said) report(diagnostic);
  return read.found;
}

/** Several stages ask for the page breaks of one source, of one form in the end. */
const known = new WeakMap<
  Source,
  { readonly form: PageBreakForm; readonly said: readonly Diagnostic[]; readonly found: readonly PageBreak[] }
>();

function readPageBreaks(source: Source, form: PageBreakForm, report: Report): readonly PageBreak[] {
  const found: PageBreak[] = [];
  let last = Number.NaN;
  const example = `${form.before}19${form.after}`;
  for (const match of matchesOf(pageBreakPattern(form), source.text)) {
    const [typed, inner, closed] = match;
    const place = placeAt(source, match.index, match.index + typed.length);
    const n = inner ?? '';
    if (closed === undefined || closed === '') {
      if (NUMBER.test(n) && /[0-9]/.test(n)) report(messages['page-break-not-closed']({ typed, example }, place));
    } else if (NUMBER.test(n)) {
      const number = Number.parseInt(n, 10);
      if (number !== last + 1 && isReference(source, place.start, place.end)) {
        report(messages['page-reference']({ typed }, place));
        continue;
      }
      if (!Number.isNaN(number)) last = number;
      const standard = typed === `${form.before}${n}${form.after}`;
      if (!standard) {
        report(messages['page-break-not-standard']({ typed, standard: `${form.before}${n}${form.after}` }, place));
      }
      const parts = partsOfWord(source, place.start, place.end);
      if (parts) report(messages['word-over-page'](parts, place));
      const inWord = parts && `${parts.spaceBefore}${typed}${parts.spaceBehind}`;
      found.push({ kind: 'pageBreak', n, standard, ...(inWord !== undefined && { inWord }), place });
    } else if (hasLetters(form)) {
      report(messages['page-break-not-recognised']({ typed, example }, place));
    }
  }
  return found;
}

/** No word is longer. */
const LONGEST_PART = 40;

interface PartsOfWord {
  readonly before: string;
  readonly after: string;
  /** White space about the page break, as a blank. */
  readonly spaceBefore: '' | ' ';
  readonly spaceBehind: '' | ' ';
}

/** `govern- [Page 4] ment`, on lines of their own as well: the parts of a word that a page break divides, where there is white space about it. */
function partsOfWord({ text }: Source, start: number, end: number): PartsOfWord | undefined {
  const [, before, above = ''] = HYPHENED.exec(text.slice(Math.max(0, start - LONGEST_PART), start)) ?? [];
  if (before === undefined) return undefined;
  const [, below = '', after] = GOES_ON.exec(text.slice(end, end + LONGEST_PART)) ?? [];
  if (after === undefined || above + below === '' || isSuspended(after)) return undefined;
  return { before, after, spaceBefore: above === '' ? '' : ' ', spaceBehind: below === '' ? '' : ' ' };
}

/** At most one line ends there: what a blank line parts is no word. */
const HYPHENED = new RegExp(`(\\p{L}*\\p{Ll}${HYPHEN})([ \\t]*(?:\\r?\\n|\\r)?[ \\t]*)$`, 'u');
const GOES_ON = /^([ \t]*(?:\r?\n|\r)?[ \t]*)(\p{Ll}+)/u;

const CITING =
  /(?:^|[^\p{L}])(?:see(?: also)?|cf|compare|siehe|vgl|vergleiche|voir|cfr?|vedi|zie|véase|vid|vide)\.?,?[ \t]+$/iu;

/** Behind these a page break would not stand before a full stop. */
const PLACING = /(?:^|[^\p{L}])(?:at|on|in|from|auf|von|à|sur|op|en|su)[ \t]+$/iu;

/** `see [p. 12].`, `at [p. 12],`: words that refer or place stand before it, and behind it the sentence ends or halts. */
function isReference({ text }: Source, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 20), start);
  const halts = /[.,;:)]/.test(text.charAt(end));
  return halts
    ? CITING.test(before) || PLACING.test(before)
    : /^\s*$/.test(text.slice(end, end + 2)) && CITING.test(before);
}

/** A form with a word in it (`[Page `) is recognised whatever its capitals and spaces; a bare one (`|19|`) to the letter. */
function pageBreakPattern(form: PageBreakForm): RegExp {
  let pattern = patterns.get(form);
  if (!pattern) {
    pattern = makePattern(form);
    patterns.set(form, pattern);
  }
  return pattern;
}

const patterns = new WeakMap<PageBreakForm, RegExp>();

function makePattern(form: PageBreakForm): RegExp {
  if (!hasLetters(form)) {
    return new RegExp(`${literal(form.before)}(\\[?[0-9A-Za-z–-]{1,12}\\]?)(${literal(form.after)})`, 'g');
  }
  const before = form.before
    .split(/(\s+)/)
    .map((part) => (/^\s+$/.test(part) ? `${SPACE}{1,4}` : literal(part)))
    .join('');
  const spaces = `${SPACE}{0,4}`;
  const opening = before.replace(/^(\\?[[({|])/, `$1${spaces}`);
  const closing = literal(form.after.trim());
  return new RegExp(
    `${opening}${spaces}(\\[[^\\s\\[\\]]{1,15}\\]|[^\\s\\[\\](){}|,;]{1,18})(${spaces}${closing}|(?=[ \\t]|$))`,
    'gim',
  );
}

function hasLetters(form: PageBreakForm): boolean {
  return /\p{L}/u.test(form.before);
}
