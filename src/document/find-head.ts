/** The first paragraphs of a document -> its head, and the file number that may stand before it. */
import { LONGEST_TITLE, MOST_TITLES, maySayWhereKept } from '../transcript/index.js';
import { plainText } from './content.js';
import { annotate } from './content-edit.js';
import type { DocumentBlock, Head, Note, ParagraphBlock } from './document.js';
import { headKind, headSpans, isNumberedHead, type ParsedHead, parseHead } from './head.js';
import { type NumberAbove, numberAbove, type Titles } from './number-above.js';

export interface FoundHead {
  /** Page breaks before the head, and the titles of a chapter or section that it begins. */
  readonly before: readonly DocumentBlock[];
  /** `851G.01/5–649: Telegram`, set before the head. */
  readonly sourceLine: ParagraphBlock | undefined;
  readonly head: Head;
  readonly parsed: ParsedHead;
  readonly rest: readonly DocumentBlock[];
}

const LONGEST_HEAD = 600;
/** A head that nothing but its place marks is short. */
const LONGEST_UNMARKED_HEAD = 250;
const LONGEST_FILE_NUMBER = 120;

/** `851G.01/5–649: Telegram`, `IO Files: US(P)/A/133`, `501.BB/9–348`, `Lot 53 D 246`, `Policy Planning Staff Files`. */
const FILE_NUMBER =
  /^(?:(?!\d{1,2}\/\d{1,2}\/\d{2,4}$)(?=.*\d)(?:[^!?]{1,60}[\w.)]\s?\/\s?[\w(]|[^!?]{0,40}\b(?:Files?:|Lot \d))|\p{Lu}[^!?]{0,40}\bFiles?: [^!?]{1,60}$|\p{Lu}[\p{L}.’'&-]*(?: [\p{L}.’'&-]+){0,7} (?:Files?|Papers|Records)[.:]?$)/iu;

/**
 * The first paragraph, if it is a head: numbered, or with the anchor of the source note, or worded as heads are; or the
 * paragraph behind a file number. What `opens` a letter is none: `4. Mai`, `12/IX 95`, `Verehrter Freund`,
 * `3. Mai 1900 Lieber Freund!`.
 */
export function findHead(
  blocks: readonly DocumentBlock[],
  notes: readonly Note[],
  opens: (block: ParagraphBlock) => boolean = () => false,
): FoundHead | undefined {
  const index = blocks.findIndex((block) => block.kind !== 'pageBreak');
  const block = blocks[index];
  if (block?.kind !== 'paragraph') return undefined;
  const numbered = numberAbove(blocks.slice(index), TITLES);
  if (numbered) return belowNumber(blocks.slice(0, index), numbered, notes, opens);
  const next = blocks[index + 1];
  const hasFileNumber =
    next?.kind === 'paragraph' &&
    isTitle(next) &&
    (isFileNumber(plainText(block.content)) || isKeptIn(plainText(block.content), plainText(next.content))) &&
    ![block, next].some(opens);
  const at = hasFileNumber ? index + 1 : index;
  const titled = hasFileNumber ? next : block;
  if (!hasFileNumber && !isHead(titled, notes, opens)) return belowTitles(blocks, index, notes, opens);
  // Where its lines end says nothing.
  const words = parseHead(plainText(titled.content).replaceAll('\n', ' '));
  const isTelegram =
    hasFileNumber && words.kind === 'document' && /\b(?:Tele|Air)gram\b/.test(plainText(block.content));
  const parsed: ParsedHead = isTelegram ? { ...words, kind: 'telegram' } : words;
  return {
    before: blocks.slice(0, index),
    sourceLine: hasFileNumber ? block : undefined,
    head: {
      ...(parsed.number !== undefined && { number: parsed.number }),
      content: annotate(titled.content, headSpans(parsed)),
      place: titled.place,
    },
    parsed,
    rest: blocks.slice(at + 1),
  };
}

const TITLES: Titles = {
  isTitle: (block) => {
    const text = plainText(block.content);
    return isWorded(text) && !isNumberedHead(text) && (isTitle(block) || headKind(text) === 'letter');
  },
  isFileNumber: (block) => isFileNumber(plainText(block.content)),
};

/** The head of a document whose number stands above it. */
function belowNumber(
  before: readonly DocumentBlock[],
  { number, heading, blocks }: NumberAbove,
  notes: readonly Note[],
  opens: (block: ParagraphBlock) => boolean,
): FoundHead | undefined {
  const found = findHead(blocks, notes, opens);
  if (!found) return undefined;
  const { head, parsed } = found;
  return {
    ...found,
    before: [...before, ...(heading ? [heading] : []), ...found.before],
    head: { ...head, number },
    parsed: { ...parsed, number },
  };
}

/** `The Wall, August 1961`, and below it a head with a number: the title of the section that begins there. */
function belowTitles(
  blocks: readonly DocumentBlock[],
  index: number,
  notes: readonly Note[],
  opens: (block: ParagraphBlock) => boolean,
): FoundHead | undefined {
  const titles: DocumentBlock[] = [];
  for (let at = index; titles.length <= MOST_TITLES; at++) {
    const block = blocks[at];
    if (block?.kind !== 'paragraph') return undefined;
    const text = plainText(block.content);
    if (titles.length > 0 && numberAbove(blocks.slice(at), TITLES)) {
      const found = findHead(blocks.slice(at), notes, opens);
      return found && { ...found, before: [...blocks.slice(0, index), ...titles, ...found.before] };
    }
    if (titles.length > 0 && isNumberedHead(text) && headKind(text) !== 'document' && isHead(block, notes, opens)) {
      const found = findHead(blocks.slice(at), notes, opens);
      return found && { ...found, before: [...blocks.slice(0, index), ...titles] };
    }
    if (!isTitle(block) || text.length > LONGEST_TITLE) return undefined;
    titles.push({ kind: 'heading', content: block.content, place: block.place });
  }
  return undefined;
}

/** `Berlin, den 20/8 um 5 Uhr`: day and month make no file number. */
const DAY_AND_MONTH = /(?<![\w./–-])\d{1,2}\s?\/\s?\d{1,2}(?![\w/–-])/g;

function isFileNumber(text: string): boolean {
  if (text.length > LONGEST_FILE_NUMBER || isNumberedHead(text)) return false;
  return FILE_NUMBER.test(text.trim().replace(DAY_AND_MONTH, ''));
}

function isKeptIn(text: string, title: string): boolean {
  return maySayWhereKept(text) && !isWorded(text) && isWorded(title);
}

function isWorded(text: string): boolean {
  return isNumberedHead(text) || headKind(text) !== 'document' || /^The \p{Lu}.{2,200} to (?:the )?\p{Lu}/u.test(text);
}

/** The stop of an hour ends no sentence. */
const HOUR = /\b[ap]\. ?m\.\s*$/;

/** A title is short, and no sentence. */
export function isTitle({ content }: ParagraphBlock): boolean {
  const text = plainText(content).trim();
  return text.length <= LONGEST_UNMARKED_HEAD && !/[.:;,!]["”]?$/.test(text.replace(HOUR, ''));
}

/** `17. Juli 95` is a date, no head with a number; an address may stand below it. */
const DAY = /^\d{1,2}\.\s+\p{L}{3,10}\.?\s+['’]?\d{2,4}\.?(?:$|\n)/u;

/** `7. Res.-Div.` is where a letter from the field was written. */
const UNIT =
  /^\d{1,3}\.\s?(?:Res|Inf|Komp|Div|Brig|Garde|Landw|Landst|Armee|Bat|Btl|Reg|Rgt|Feld|Jäger|Pion|Art)[\p{L}]*[.-]/u;

function isHead(block: ParagraphBlock, notes: readonly Note[], opens: (block: ParagraphBlock) => boolean): boolean {
  const { content } = block;
  const text = plainText(content);
  const anchorsSource = content.some((run) => run.kind === 'note' && notes[run.note]?.type === 'source');
  const isSentence = text.length > 60 && /[.:;,]["”]?\s*$/.test(text.replace(HOUR, ''));
  if (text.length > LONGEST_HEAD || (isSentence && !anchorsSource)) return false;
  if (anchorsSource) return true;
  if (opens(block) || DAY.test(text.trim()) || UNIT.test(text.trim())) return false;
  return isWorded(text);
}
