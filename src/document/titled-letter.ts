/** The title of a letter above its opener, as letter editions print it -> the head of the letter (TEI Guidelines 4.2.1). */
import { MOST_TITLES } from '../transcript/index.js';
import { plainText } from './content.js';
import { annotate } from './content-edit.js';
import type { DocumentBlock, FrameBlock, Note, ParagraphBlock } from './document.js';
import { type FoundHead, isTitle } from './find-head.js';
import { splitAtLine } from './frame.js';
import { headSpans, letterHead, type ParsedHead } from './head.js';
import { inOneHead } from './number-above.js';

/** A title has no more lines. */
const MOST_LINES = 4;
const LONGEST = 220;
const LONGEST_NUMBER = 24;

/** `12`, `12.`, `[12]`, `XII.`, `LETTRE CXLVI.`, `Nr. 12`: what may stand in a paragraph above the names. */
const NUMBER = /^(?:\p{L}+,?\s)?(?:N\p{L}{0,2}[.°º]?\s?|№\s?|#)?\[?(?:\d{1,4}[a-z]?|[IVXLCDM]{1,9})\]?[.:]?$/u;

/** Before a name in an address: `An Herrn Professor Weber`, `To the Editor of the Times`. */
const IN_ADDRESS =
  /^\p{L}+\s(?:H(?:er)?rn?\.?|Frau|Fr(?:äu|äule)in|Frl\.|Fam\p{L}*|Dr\.?|Prof\p{L}*\.?|Se\.|de[nrm]|d(?:ie|as)|the|Mrs?\.?|Messrs\.?|Miss|Sir|Lord|Lady|Rev\.?|Hon\.?|Captain|Capt\.|Col\.?|General|M\.|MM\.|Mme|Mlle|Mr|Monsieur|Madame|Mademoiselle|Messieurs|Monseigneur|S(?:ignor|ig\.)\p{L}*|Señora?|Don|Doña|De|Mijnheer|Mevrouw|Dhr\.?|Mej\.?)(?!\p{L})/u;

export interface BelowTitle {
  /** What the blocks below begin with, if they do as a letter does. */
  readonly openerOf: (rest: readonly DocumentBlock[]) => FrameBlock | undefined;
  /** It is a dateline or a salutation. */
  readonly opens: (block: ParagraphBlock) => boolean;
}

const LONGEST_SECTION = 60;

/** In: the blocks of a document. Out: its head; undefined where they do not begin with the title of a letter, or no letter follows. */
export function titledLetter(
  blocks: readonly DocumentBlock[],
  notes: readonly Note[],
  below: BelowTitle,
): FoundHead | undefined {
  const begin = blocks.findIndex(({ kind }) => kind !== 'pageBreak');
  if (begin === -1) return undefined;
  const sections: DocumentBlock[] = [];
  for (let at = begin; sections.length <= MOST_TITLES; at++) {
    const found = titleAt(blocks.slice(at), notes, below);
    if (found && (at === begin || (found.parsed.number !== undefined && found.parsed.parties.length > 0))) {
      return { ...found, before: [...blocks.slice(0, begin), ...sections] };
    }
    const block = blocks[at];
    if (block?.kind !== 'paragraph' || !isTitle(block) || plainText(block.content).length > LONGEST_SECTION) break;
    sections.push({ kind: 'heading', content: block.content, place: block.place });
  }
  return undefined;
}

function titleAt(
  [first, second, ...others]: readonly DocumentBlock[],
  notes: readonly Note[],
  below: BelowTitle,
): FoundHead | undefined {
  if (first?.kind !== 'paragraph') return undefined;
  const text = plainText(first.content).trim();
  if (text.length <= LONGEST_NUMBER && NUMBER.test(text) && second?.kind === 'paragraph') {
    const isWorded = /^\p{L}{4,}/u.test(text);
    const found = headOf(inOneHead(first, second), others, notes, below);
    const isNamed = found !== undefined && found.parsed.parties.length > 0;
    if (isNamed && (isWorded || !isToward(plainText(second.content), found.parsed))) return found;
  }
  const rest = second ? [second, ...others] : others;
  const lines = text.split('\n').length;
  for (let count = Math.min(lines, MOST_LINES); count > 0; count--) {
    const [title, more] = count < lines ? splitAtLine(first, count) : [first];
    if (!more && lines > 1 && endsInOpener(first, rest, below)) continue;
    const found = headOf(title, more ? [more, ...rest] : rest, notes, below);
    if (found) return found;
  }
  return undefined;
}

/** `Schiller an Goethe` and below it, in the same paragraph, the dateline of the letter, which has no other. */
function endsInOpener(block: ParagraphBlock, rest: readonly DocumentBlock[], below: BelowTitle): boolean {
  const lines = plainText(block.content).trim().split('\n').length;
  const [, last] = splitAtLine(block, lines - 1);
  return below.opens(last) && !below.openerOf(rest)?.parts.some(({ kind }) => kind === 'dateline');
}

function headOf(
  block: ParagraphBlock,
  rest: readonly DocumentBlock[],
  notes: readonly Note[],
  { openerOf }: BelowTitle,
): FoundHead | undefined {
  const text = plainText(block.content);
  if (text.length > LONGEST) return undefined;
  const isAnchored = block.content.some((run) => run.kind === 'note' && notes[run.note]?.type === 'source');
  const parsed = letterHead(text, isAnchored);
  if (!parsed?.title) return undefined;
  const { number, title } = parsed;
  if (number === undefined && !isAnchored && isToward(text, parsed)) return undefined;
  const isOpened = openerOf(rest)?.parts.some(({ kind }) => kind === 'dateline' || kind === 'salute');
  if (!isOpened && !((title.isSure || isAnchored) && rest.some(({ kind }) => kind === 'paragraph'))) return undefined;
  return {
    before: [],
    sourceLine: undefined,
    head: {
      ...(number !== undefined && { number }),
      content: annotate(block.content, headSpans(parsed)),
      place: block.place,
    },
    parsed,
    rest,
  };
}

/** `An Herrn Weber, Berlin, 4. Mai 1799`: an address that goes on. */
function isToward(text: string, parsed: ParsedHead): boolean {
  return isTo(parsed) && IN_ADDRESS.test(text);
}

/** It says no more than to whom the letter goes, without a word for letter. */
function isTo({ parties, title }: ParsedHead): boolean {
  return title?.isWorded === false && parties.every(({ role }) => role === 'to');
}
