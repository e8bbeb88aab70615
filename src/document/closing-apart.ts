/** The last paragraph of a letter -> the text, and the closing lines that stand at its end (TEI Guidelines 4.2.2). */
import { placeAt } from '../source/index.js';
import { plainText } from './content.js';
import { placeOfSpan, sliceContent } from './content-edit.js';
import type { Cues } from './cues.js';
import type { DocumentBlock } from './document.js';
import { datelineIn, MOST_LINES, splitAtLine } from './frame.js';
import { isAddress, isAddressAlone, isStreet } from './letter-address.js';
import { closingText, goesOnToClose, longCloseWithName } from './letter-line.js';
import { isObject, mayStandBelowName, ownNameAt, standsBelowName } from './letter-name.js';
import { lastOfBody, lastText } from './postscript.js';
import { isNameLine } from './signature.js';

const LONGEST_RUN_IN = 240;
/** `22. Division`, `Dr. Beck`, `v. Beck`, `Wien I. Herrengasse`, `d. th. Fak.`, `div. Damen`, `Ew. Wohlgeboren`: no sentence ends there. */
const CUT_SHORT =
  /(?:\d|(?<!\p{L})(?:\p{L}|[Pp]rof|Ew|[IVX]{1,4}|Fak|[Ss]tud|[Cc]and|div|resp|ev(?:ang)?|kath|sog|[B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z][b-df-hj-np-tv-xz]{1,4}))\.$/u;
/** `Oswaldus M. tuus ex animo` is no end of a text. */
const SHORTEST_BEFORE = 25;
const LONGEST_CUT = 16;
const SHORTEST_LIST = 6;
const LONGEST_ITEM = 45;

/** The blocks with closing lines set apart from the last paragraph; undefined where there are none. */
export function closingApart(
  blocks: readonly DocumentBlock[],
  cues: Cues,
  language: string,
  isLetter: boolean,
): readonly DocumentBlock[] | undefined {
  const lines = closingLinesApart(blocks, cues, language);
  if (lines || !isLetter) return lines;
  return closeApart(blocks, cues) ?? nameApart(blocks, cues, language);
}

/** The paragraph `at`, if none before `least`, in two: `find` tells from its lines, of which there are several, the one that the second begins with. */
function splitWhere(
  blocks: readonly DocumentBlock[],
  at: number,
  least: number,
  find: (lines: readonly string[]) => number | undefined,
): readonly DocumentBlock[] | undefined {
  const block = blocks[at];
  if (block?.kind !== 'paragraph' || at < least) return undefined;
  const lines = plainText(block.content).split('\n');
  const index = lines.length > 1 ? find(lines) : undefined;
  // A page break alone in the first line is no paragraph.
  return index === undefined || lines.slice(0, index).join('').trim() === ''
    ? undefined
    : [...blocks.slice(0, at), ...splitAtLine(block, index), ...blocks.slice(at + 1)];
}

function closes(lines: readonly string[], cues: Cues): boolean {
  return closingText(lines.join('\n'), false, cues).kind !== 'other';
}

/** `Direct to me as before.` below close and name. */
function isSentenceBelow(lines: readonly string[], at: number, cues: Cues): boolean {
  const line = lines[at]?.trim() ?? '';
  if (at < 2 || at < lines.length - 1 || cues.own.test(line)) return false;
  // `Auf Wiedersehen!` is called once more.
  if (!/ .*\p{Ll}!$/u.test(line) && cues.close.test(line)) return false;
  if (!/\p{Ll}{4}.*[.!?]$/u.test(line) || (mayStandBelowName(line) && !line.endsWith('!'))) return false;
  return closingText(lines.slice(0, at).join('\n'), false, cues).kind === 'both';
}

/** `Herrn Dr. Weber, Wien.` below close and name. */
function isAddressBelow(lines: readonly string[], at: number, cues: Cues): boolean {
  const line = lines[at]?.trim() ?? '';
  if (!line.includes(' ') || !isAddress(line, cues) || isAddressAlone(lines.slice(0, at).join('\n').trim(), cues))
    return false;
  const { kind } = closingText(lines.slice(0, at).join('\n'), false, cues);
  // `Karl Weber` and below it `Frau Anna` may both sign.
  return kind === 'both' || (kind === 'signed' && line.includes(','));
}

/** What stands below the name in its paragraph is set apart from it; undefined where there is nothing. */
export function belowApart(blocks: readonly DocumentBlock[], cues: Cues): readonly DocumentBlock[] | undefined {
  return splitWhere(blocks, lastText(blocks), 1, (lines) => {
    const index = lines.findIndex(
      (line, i) =>
        i > 0 &&
        (standsBelowName(line.trim()) ||
          cues.postscript.test(line.trim()) ||
          isSentenceBelow(lines, i, cues) ||
          isAddressBelow(lines, i, cues) ||
          (i === lines.length - 1 && isStreet(line.trim(), cues))),
    );
    return index > 0 && closes(lines.slice(0, index), cues) ? index : undefined;
  });
}

/** A dateline in the last line of the last paragraph, or in its first line above a name, is set apart from it; undefined where there is none. */
export function datelineApart(
  blocks: readonly DocumentBlock[],
  cues: Cues,
  language: string,
): readonly DocumentBlock[] | undefined {
  const isDated = (line = '') => datelineIn(line.trim(), language, cues) !== undefined;
  return splitWhere(blocks, lastOfBody(blocks, cues), 1, (lines) => {
    // `Berlin den 4ten Juli` and below it `1829`.
    if (/^\s*1\d{3}\.?\s*$/.test(lines.at(-1) ?? '') && lines.length > 2 && isDated(lines.slice(-2).join(' ')))
      return isDated(lines.join(' ')) ? undefined : lines.length - 2;
    // `Berlin` and below it the day are one dateline.
    if (isDated(lines.at(-1)) && !isDated(lines.at(-2))) return isDated(lines.join(' ')) ? undefined : lines.length - 1;
    return isDated(lines[0]) &&
      !isDated(lines[1]) &&
      closes(
        lines.slice(1).map((line) => line.trim()),
        cues,
      )
      ? 1
      : undefined;
  });
}

/** Closing lines that stand in the last paragraph of the body are set apart from it; undefined where there are none. */
function closingLinesApart(
  blocks: readonly DocumentBlock[],
  cues: Cues,
  language: string,
): readonly DocumentBlock[] | undefined {
  const isClosing = (line: string) => line.length <= 60 || datelineIn(line, language, cues) !== undefined;
  return splitWhere(blocks, lastOfBody(blocks, cues), 0, (lines) => {
    const trimmed = lines.map((line) => line.trim());
    const first = Math.max(lines.length - MOST_LINES, 0);
    const index = trimmed.findIndex(
      (line, at) => at >= first && cues.close.test(line) && !goesOnInto(line, trimmed[at - 1], cues),
    );
    if (index < 1 || !lines.slice(index).every(isClosing) || goesOnToClose(trimmed, cues)) return undefined;
    const lead = leadTo(trimmed, index, cues);
    return lead === undefined ? index : lead.isInLine ? undefined : lead.line;
  });
}

/** `Give my` and below it `love to all.`: the line goes on with a sentence, and says no more than that. */
function goesOnInto(line: string, above: string | undefined, cues: Cues): boolean {
  return above !== undefined && /\p{L}$/u.test(above) && /^\p{Ll}/u.test(line) && !cues.own.test(`${line} `);
}

/** `Bis bald! Mit herzlichem Gruß` or `So no more at present but remain`, and below it who signs: where that sentence begins, in a line or with one. */
function leadTo(
  lines: readonly string[],
  index: number,
  cues: Cues,
): { readonly line: number; readonly isInLine: boolean } | undefined {
  const above = lines.slice(0, index).join('\n');
  const start = /^[\s\S]*[.!?–—]["”“»’)]?\s(?=\S)/u.exec(above)?.[0].length ?? 0;
  const lead = above.slice(start);
  const isLong = lines.join('\n').length - start > LONGEST_RUN_IN;
  if (start === 0 || isLong || !/[\p{L},]$/u.test(lead)) return undefined;
  const isOwn = cues.beforeOwn.test(lead) && cues.own.test(`${lines[index]} `);
  if (!isOwn && closingText(lead, true, cues).kind !== 'close') return undefined;
  return { line: above.slice(0, start).split('\n').length - 1, isInLine: above[start - 1] !== '\n' };
}

/** `... tomorrow. Ever yours, Tom`: a close at the end of the last paragraph is set apart from it. */
function closeApart(blocks: readonly DocumentBlock[], cues: Cues): readonly DocumentBlock[] | undefined {
  const at = lastOfBody(blocks, cues);
  const block = blocks[at];
  if (block?.kind !== 'paragraph') return undefined;
  const text = plainText(block.content);
  const tail = Math.max(SHORTEST_BEFORE, text.length - LONGEST_RUN_IN);
  for (const { index, 0: gap } of text.matchAll(/\s+(?=\p{L})/gu)) {
    const from = index + gap.length;
    if (from < tail) continue;
    const before = text.slice(0, index);
    if (
      isCutShort(before, cues) ||
      !(/[.!?–—]["”“»’)]?$/u.test(before) ? endsLetter(text, from, cues) : endsSentence(before, text.slice(from), cues))
    )
      continue;
    const lines = text.slice(0, from).split('\n').length - 1;
    if (gap.includes('\n')) return [...blocks.slice(0, at), ...splitAtLine(block, lines), ...blocks.slice(at + 1)];
    return [
      ...blocks.slice(0, at),
      {
        ...block,
        content: sliceContent(block.content, 0, from),
        place: placeAt(block.place.source, block.place.start, placeOfSpan(block.content, 0, from).end),
      },
      {
        kind: 'paragraph',
        content: sliceContent(block.content, from, text.length),
        runIn: true,
        place: placeOfSpan(block.content, from, text.length),
      },
      ...blocks.slice(at + 1),
    ];
  }
  return undefined;
}

/** `herzl.` of `herzl. Gruß`. */
function isCutShort(before: string, cues: Cues): boolean {
  const word = /\S*$/u.exec(before.slice(-LONGEST_CUT))?.[0] ?? '';
  return CUT_SHORT.test(before) || `${word} `.replace(cues.cutShort, '').trim() === '';
}

/** A close with or without a name, `Dein treuer Paul`, or a name alone that no full stop follows. */
function endsLetter(text: string, from: number, cues: Cues): boolean {
  const rest = text.slice(from).trim();
  const { kind } = closingText(rest, true, cues);
  if (kind !== 'signed') return kind === 'both' || kind === 'close' || longCloseWithName(rest, cues) !== undefined;
  return /(?:\p{L}|\s\p{Lu}\.)$/u.test(rest) && rest.split(' ').length <= 3;
}

/** `... in Ihre Arme als` and, with or without line ends, `Ihr melancholischer Lenz.` */
function endsSentence(before: string, rest: string, cues: Cues): boolean {
  const whose = cues.own.exec(rest.replace(/\n/g, ' '))?.[0] ?? '';
  if (whose === '') return false;
  if (/^[^\n]{0,30}\n/.test(rest)) return closingText(rest, true, cues).kind === 'both';
  return cues.beforeOwn.test(before) && !isObject(before, rest, cues) && ownNameAt(rest.trim(), cues) !== undefined;
}

/** Many lines of a few words: the last one signs no more than the others. */
function isList(lines: readonly string[]): boolean {
  return lines.length >= SHORTEST_LIST && lines.every((line) => line.length <= LONGEST_ITEM);
}

/** `Beck`, `v. Beck`. */
function isSigned(line: string): boolean {
  return isNameLine(line.replace(/^v\. ?(?=\p{Lu})/u, ''));
}

/** A name in the last line of the last paragraph is set apart from it; a dateline may stand below. */
function nameApart(
  blocks: readonly DocumentBlock[],
  cues: Cues,
  language: string,
): readonly DocumentBlock[] | undefined {
  let at = lastOfBody(blocks, cues);
  const last = blocks[at];
  if (last?.kind === 'paragraph' && datelineIn(plainText(last.content), language, cues)) at--;
  return splitWhere(blocks, at, 0, (lines) =>
    isSigned((lines.at(-1) ?? '').trim()) &&
    !cues.close.test(lines[0]?.trim() ?? '') &&
    !isList(lines) &&
    !isAddressAlone(lines.join('\n').trim(), cues)
      ? lines.length - 1
      : undefined,
  );
}
