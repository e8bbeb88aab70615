/** The last paragraphs of a letter -> where its postscript begins, with or without `P.S.` (TEI Guidelines 4.2.3). */
import { spanPlaces } from '../source/index.js';
import { closingStart } from './closing-start.js';
import { plainText } from './content.js';
import type { Cues } from './cues.js';
import type { DocumentBlock } from './document.js';
import { endOfClose } from './end-of-close.js';
import { datelineIn } from './frame.js';
import { paragraphText } from './paragraph-text.js';
import { isNameLine } from './signature.js';

/** A closing line is short. */
const LONGEST_LINE = 140;
const MOST_PARAGRAPHS_BEHIND = 4;

/** Where a text goes on behind close and signature; the end where it does not. */
export function unmarkedPostscript(blocks: readonly DocumentBlock[], cues: Cues, language: string): number {
  const text = (index: number): string => paragraphText(blocks[index]);
  const last = lastText(blocks);
  // Behind a name, a sentence is no closing line, however short.
  const isSentence =
    isNameLine(text(last - 1).replace(/\.$/, '')) &&
    /\s\p{L}+\s/u.test(text(last)) &&
    /[.!?](?:\s?[–—-])*$/u.test(text(last)) &&
    !cues.close.test(text(last)) &&
    datelineIn(text(last), language, cues) === undefined;
  if (!isSentence && closingStart(blocks, last + 1, cues, language) !== undefined) return blocks.length;
  for (let at = blocks.length - 2; at > 0 && blocks.length - at <= MOST_PARAGRAPHS_BEHIND + 3; at--) {
    const line = text(at);
    if (line === '' || line.length > LONGEST_LINE || !cues.close.test(line)) continue;
    const name = line.slice(endOfClose(line, 0, cues)).trim();
    if (isNameLine(name.replace(/\.$/, ''))) return at + 1;
    return isNameLine(text(at + 1).replace(/\.$/, '')) ? at + 2 : blocks.length;
  }
  return blocks.length;
}

/** `P.S. ...`; `The Hon. the Secretary of State, Oslo.`, whom the letter goes to. */
function isBelow(text: string, cues: Cues): boolean {
  return cues.postscript.test(text) || /^(?:To )?The Hon(?:ou?rable|\.) (?!.*\p{Ll}{3}\. )/u.test(text);
}

/** `cc: Mr. Lane`, below the name. */
const COPIES = /^(?:c\.?\s?c|(?:blind )?cop(?:y|ies)(?: to)?|distribution)\.?\s?:/i;

/** Where it is said who has copies, in short lines to the end; the end where that is not said. */
function copiesStart(blocks: readonly DocumentBlock[], cues: Cues): number {
  for (let at = blocks.length - 1; at > 0; at--) {
    const block = blocks[at];
    const text = paragraphText(block);
    if (block?.kind === 'pageBreak') continue;
    if (text === '' || text.length > LONGEST_LINE || /\p{Ll}{3}[.!?]$/u.test(text)) break;
    if (COPIES.test(text)) return isSignedBelow(blocks, at, cues) ? blocks.length : at;
  }
  return blocks.length;
}

/** Where the last paragraph that begins as a postscript does stands, or what says who has copies; the end where there is none. */
export function postscriptStart(blocks: readonly DocumentBlock[], cues: Cues): number {
  const copies = copiesStart(blocks, cues);
  const start = markedStart(blocks.slice(0, copies), cues);
  // `cc: Mr. Lane` may stand above `P.S.` as well.
  const above = start < copies ? copiesStart(blocks.slice(0, start), cues) : start;
  return Math.min(start, copies, above);
}

function markedStart(blocks: readonly DocumentBlock[], cues: Cues): number {
  const index = blocks.findLastIndex(
    (block, at) =>
      block.kind === 'paragraph' &&
      (isBelow(plainText(block.content).trim(), cues) || isAddressed(block, blocks[at - 1])),
  );
  const isPlain = blocks
    .slice(index)
    .every(({ kind }) => kind === 'paragraph' || kind === 'pageBreak' || kind === 'list');
  return index > 0 && isPlain && !isSignedBelow(blocks, index, cues) ? index : blocks.length;
}

/** `Hon. William H. Seward,`, `His Excellency Count Rechberg`, `Charles Francis Adams, Esq.`, `Mr. Seward, &c., &c.` */
const ADDRESSED =
  /^(?:(?:To )?(?:[Tt]he )?(?:Hon(?:\.|ou?rable) |Right Hon|(?:His|Her) (?:Excellency|Majesty|Honor)\s)|\p{Lu}[^!?:;\n]{3,60}, (?:Esq(?:\.|uire)|(?:&c|etc)\.))/u;

/** Right below a name it is said to whom a paper goes. */
function isAddressed(block: DocumentBlock, above: DocumentBlock | undefined): boolean {
  const text = paragraphText(block);
  if (text.length > LONGEST_ADDRESS || !ADDRESSED.test(text)) return false;
  return isNameLine((paragraphText(above).split('\n', 1)[0] ?? '').trim().replace(/\.$/, ''));
}

const LONGEST_ADDRESS = 160;

/** A postscript above close and name is a paragraph of the text. */
function isSignedBelow(blocks: readonly DocumentBlock[], index: number, cues: Cues): boolean {
  const behind = blocks.slice(index + 1).map(paragraphText);
  if (behind.some((each) => each.length <= LONGEST_LINE && cues.close.test(each))) return true;
  const above = blocks.slice(Math.max(0, index - 2), index).map(paragraphText);
  return isNameLine(behind.at(-1) ?? '') && !above.some((each) => isNameLine(each) || cues.close.test(each));
}

export function postscriptOf(blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  const first = blocks[0];
  const last = blocks[blocks.length - 1];
  return first && last ? [{ kind: 'postscript', blocks, place: spanPlaces(first.place, last.place) }] : [];
}

/** The last text above the postscript. */
export function lastOfBody(blocks: readonly DocumentBlock[], cues: Cues): number {
  return lastText(blocks.slice(0, postscriptStart(blocks, cues)));
}

export function lastText(blocks: readonly DocumentBlock[]): number {
  for (let i = blocks.length - 1; i >= 0; i--) if (blocks[i]?.kind !== 'pageBreak') return i;
  return -1;
}
