/** The first paragraphs of a letter -> its opener: dateline, address, salutation (TEI Guidelines 4.2.2). */
import { isDateRun, type PageBreakRun, plainText } from './content.js';
import { placeOfSpan, sliceContent } from './content-edit.js';
import type { Cues } from './cues.js';
import type { DocumentBlock, FramePart, ParagraphBlock } from './document.js';
import { datelineIn, datelinePart, frame, headedDateline, lineBlock, MOST_LINES, splitAtLine } from './frame.js';
import { isAboveDateline, isMarking } from './marking.js';
import { paragraphText } from './paragraph-text.js';

/**
 * The blocks with an opener in place of the datelines, addresses and salutations that they begin with. `ofHead` is the language
 * of the head that they stand right below; without it, none is above them.
 */
export function withOpener(
  blocks: readonly DocumentBlock[],
  cues: Cues,
  language: string,
  ofHead?: string,
): readonly DocumentBlock[] {
  const begin = blocks.findIndex((block) => block.kind !== 'pageBreak');
  const lead = begin === -1 ? [] : openingBlocks(blocks.slice(begin), cues, language);
  const parts: (FramePart | PageBreakRun)[] = [];
  let taken = 0;
  let used = 0;
  for (const [index, block] of lead.entries()) {
    const isDated = parts.some((part) => part.kind === 'dateline');
    const partOf = (one: ParagraphBlock) => openingPart(one, cues, language, isDated ? undefined : ofHead);
    const found = block.kind === 'paragraph' ? openingParts(block, partOf, ofHead !== undefined) : [];
    if (isDated && found.some(isBareDate)) break;
    if (found.length > 0) {
      parts.push(...found);
      used = parts.length;
      taken = index + 1;
    } else if (block.kind === 'pageBreak') parts.push(block);
    else if (block.kind === 'paragraph' && isMarking(plainText(block.content).trim())) {
      parts.push(textPart(block));
      used = parts.length;
      taken = index + 1;
    } else if (
      block.kind === 'paragraph' &&
      ((isAddress(block) && salutationFollows(lead.slice(index + 1), cues, language)) ||
        (!isDated && isAboveDateline(plainText(block.content)) && datelineFollows(lead.slice(index + 1), partOf)))
    ) {
      parts.push(textPart(block));
    } else break;
  }
  if (used === 0) return blocks;
  return [...blocks.slice(0, begin), frame('opener', parts.slice(0, used)), ...lead.slice(taken)];
}

/** `16 April 1970` below `Washington, April 16, 1970`: the date that the paper itself has. */
function isBareDate({ kind, content }: FramePart): boolean {
  return kind === 'dateline' && content.every((run) => run.kind !== 'phrase' || run.phrase.type === 'date');
}

/** Lines of dateline and salutation that a paragraph begins with are set apart from it. */
export function openingBlocks(
  blocks: readonly DocumentBlock[],
  cues: Cues,
  language: string,
): readonly DocumentBlock[] {
  const lead = blocks.slice(0, MOST_LINES);
  for (const [at, block] of lead.entries()) {
    if (block.kind !== 'paragraph' || isInsideAddress(lead, at, cues)) continue;
    const text = plainText(block.content);
    const lines = text.split('\n');
    const rest = lines.length === 1 ? 0 : openingLines(lines, cues, language);
    const call = rest === 0 ? callBelowDay(lines, cues) : undefined;
    if (call !== undefined) {
      const apart = [...blocks.slice(0, at), ...splitAtLine(block, call), ...blocks.slice(at + 1)];
      return openingBlocks(apart, cues, language);
    }
    if (rest === 0) {
      // Below a text nothing opens the letter any more.
      if (text.length > LONGEST_OPENING && !cues.salutationLead.test(text)) break;
      continue;
    }
    if (text.length <= LONGEST_LEAD && opens(lines.join(' '), cues, language)) continue;
    const salutes = lines.slice(0, rest).some((line) => cues.salutation.test(line.trim()));
    if (rest < lines.length && salutes && !goesOn(text, lines[rest - 1] ?? '', lines[rest] ?? ''))
      return [...blocks.slice(0, at), ...splitAtLine(block, rest), ...blocks.slice(at + 1)];
  }
  return blocks;
}

const MOST_IN_ADDRESS = 6;
const LONGEST_IN_ADDRESS = 60;

/** `Mr. John Murray,` and below it where he is, above the salutation: to whom the letter goes. */
export function isInsideAddress(blocks: readonly DocumentBlock[], at: number, cues: Cues): boolean {
  const lines = paragraphText(blocks[at]).split('\n');
  const call = paragraphText(blocks[at + 1]);
  return (
    lines.length > 1 &&
    lines.length <= MOST_IN_ADDRESS &&
    lines.every((line) => line.length <= LONGEST_IN_ADDRESS) &&
    cues.salutation.test(lines[0] ?? '') &&
    !lines.slice(1).some((line) => cues.salutation.test(line.trim())) &&
    !call.includes('\n') &&
    cues.salutation.test(call) &&
    /[\p{L}.][,:!]$/u.test(call)
  );
}

/** `Dear Madam, with many` and below it `thanks for your trouble`: the sentence goes on. */
function goesOn(text: string, line: string, next: string): boolean {
  if (/\p{P}\s*$/u.test(line) || !/^\s*\p{Ll}/u.test(next)) return false;
  return /^[^,]+,\s\p{Ll}/u.test(line) || text.length > LONGEST_OPENING;
}

/** How many lines a paragraph begins with that are datelines and salutations; so are `Hochwohlgeborner Herr,` and, below it, `insonders hochgeehrter Herr Professor!`. */
function openingLines(lines: readonly string[], cues: Cues, language: string): number {
  const rest = lines.findIndex((line, at) => {
    const above = lines[at - 1]?.trim() ?? '';
    const goesOn = above.endsWith(',') && GOES_ON.test(line.trim()) && cues.salutation.test(`${above} ${line.trim()}`);
    return !goesOn && !opens(line, cues, language);
  });
  return rest === -1 ? lines.length : rest;
}

/** `insonders hochgeehrter Herr Professor!` */
const GOES_ON = /^[^\d.]{3,60}\s\p{Lu}\p{L}+[!:,]$/u;

/** `Camp Dennison`, below it the day, and below that the salutation: the line with the salutation; undefined where the paragraph does not begin so. */
function callBelowDay(lines: readonly string[], cues: Cues): number | undefined {
  const at = lines.slice(0, MOST_LINES).findIndex((line) => cues.salutation.test(line.trim()));
  const above = lines.slice(0, Math.max(at, 0));
  const isDated =
    above.some((line) => /\d/.test(line)) && above.every((line) => line.trim().length <= LONGEST_IN_ADDRESS);
  return isDated ? at : undefined;
}

function opens(line: string, cues: Cues, language: string): boolean {
  return cues.salutation.test(line.trim()) || datelineIn(line, language, cues) !== undefined;
}

/** `Lieber Freund, ich habe`: the salutation, and the paragraph that goes on behind it. */
export function salutationApart(blocks: readonly DocumentBlock[], cues: Cues): readonly DocumentBlock[] {
  const at = blocks.findIndex((block) => block.kind !== 'pageBreak' && block.kind !== 'opener');
  const block = blocks[at];
  if (block?.kind !== 'paragraph' || at > MOST_LINES) return blocks;
  const before = blocks.slice(0, at).findLast((each) => each.kind === 'opener');
  if (before?.kind === 'opener' && before.parts.some((part) => part.kind === 'salute')) return blocks;
  const text = plainText(block.content);
  const found = cues.salutationLead.exec(text);
  if (!found || found[0].length > LONGEST_LEAD) return blocks;
  // A dash behind it belongs to the text.
  const call = found[0].replace(/\s?[–—]$/u, '');
  const cut = call.length + (/^[\t ]*/.exec(text.slice(call.length))?.[0].length ?? 0);
  const place = placeOfSpan(block.content, 0, cut);
  const part: FramePart = { kind: 'salute', content: sliceContent(block.content, 0, cut), glue: 'paragraph', place };
  const rest: ParagraphBlock = {
    kind: 'paragraph',
    content: sliceContent(block.content, cut, text.length),
    runIn: true,
    place: placeOfSpan(block.content, cut, text.length),
  };
  const isLast = before !== undefined && blocks[at - 1] === before;
  const lead =
    isLast && before.kind === 'opener'
      ? [frame('opener', [...before.parts, part])]
      : [...(at > 0 ? [blocks.slice(0, at)].flat() : []), frame('opener', [part])];
  return [...(isLast ? blocks.slice(0, at - 1) : []), ...lead, rest, ...blocks.slice(at + 1)];
}

const LONGEST_LEAD = 60;
/** Lines of datelines and salutations that begin a text are no longer in all. */
const LONGEST_OPENING = 200;

/** A paragraph of more lines is a list. */
const MOST_IN_PARAGRAPH = 24;

/** Dateline and salutation, each a paragraph, or lines of one with nothing else; below a head, the number of a paper as well. */
function openingParts(block: ParagraphBlock, partOf: PartOf, isHeaded: boolean): readonly FramePart[] {
  const text = plainText(block.content);
  const whole = partOf(block);
  if (whole) return [whole];
  const lines = text.split('\n');
  if (lines.length === 1 || lines.length > MOST_IN_PARAGRAPH) return [];
  const parts: FramePart[] = [];
  let at = 0;
  for (const line of lines) {
    if (line.trim() === '') return [];
    const one = lineBlock(block, at, at + line.length);
    const part = partOf(one) ?? (isHeaded && isAboveDateline(line) ? textPart(one) : undefined);
    if (!part) return [];
    parts.push(at === 0 ? part : { ...part, glue: '\n' });
    at += line.length + 1;
  }
  return parts.some(({ kind }) => kind !== 'text') ? parts : [];
}

/** What a line opens the text with. */
type PartOf = (line: ParagraphBlock) => FramePart | undefined;

function openingPart(
  block: ParagraphBlock,
  cues: Cues,
  language: string,
  ofHead: string | undefined,
): FramePart | undefined {
  const line = plainText(block.content).trim();
  const { place } = block;
  if (cues.salutation.test(line)) return { kind: 'salute', content: block.content, glue: 'paragraph', place };
  const part = datelinePart(block, language, cues);
  if (ofHead === undefined || part?.content.some(isDateRun)) return part;
  return headedDateline(block, language, cues, ofHead) ?? part;
}

function textPart({ content, place }: ParagraphBlock): FramePart {
  return { kind: 'text', content, glue: 'paragraph', place };
}

/** More lines between a head and its dateline are something else. */
const MOST_ABOVE_DATELINE = 3;

function datelineFollows(blocks: readonly DocumentBlock[], partOf: PartOf): boolean {
  const texts = blocks.filter(({ kind }) => kind !== 'pageBreak').slice(0, MOST_ABOVE_DATELINE);
  for (const block of texts) {
    if (block.kind !== 'paragraph') return false;
    if (openingParts(block, partOf, true).some(({ kind }) => kind === 'dateline')) return true;
    if (!isAboveDateline(plainText(block.content))) return false;
  }
  return false;
}

/** Lines of an address are short and no sentences. */
function isAddress({ content }: ParagraphBlock): boolean {
  return plainText(content)
    .split('\n')
    .every(
      (line) =>
        line.length <= 60 && !/[.!?:;]["”’]?\s*$/.test(line.replace(/\b(?:Esq|Jr|Sr|St|Co|Ltd|Inc|D\.C)\.$/, '')),
    );
}

function salutationFollows(blocks: readonly DocumentBlock[], cues: Cues, language: string): boolean {
  for (const block of blocks.slice(0, 4)) {
    if (block.kind !== 'paragraph') return false;
    const line = plainText(block.content);
    if (cues.salutation.test(line.trim())) return true;
    if (!isAddress(block) && !datelineIn(line, language, cues)) return false;
  }
  return false;
}
