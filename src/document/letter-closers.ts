/** The end of a letter -> its closer, the address of its outside, and a postscript with a closer of its own (TEI Guidelines 4.2.2, 4.2.3). */
import { belowApart } from './closing-apart.js';
import { type PageBreakRun, plainText } from './content.js';
import type { Cues } from './cues.js';
import type { DocumentBlock, FrameBlock, FramePart } from './document.js';
import { frame } from './frame.js';
import { addressBelow, isAddress, isStreet } from './letter-address.js';
import { endsSigned, withLetterCloser } from './letter-closer.js';
import { closingLine } from './letter-line.js';
import { ownNameAt } from './letter-name.js';
import { paragraphText } from './paragraph-text.js';
import { postscriptOf } from './postscript.js';

/** Postscript and close below a letter that is dated at its foot. */
const MOST_BELOW = 6;
/** More hands than these do not write on one sheet. */
const MOST_HANDS = 8;
const LONGEST_NAME = 60;
/** A text below who signs is no part of the signature. */
const SHORTEST_TEXT = 60;

/** The blocks with closers in place of the last ones; `opened`: it begins as a letter does. */
export function withLetterClosers(
  blocks: readonly DocumentBlock[],
  cues: Cues,
  language: string,
  opened: boolean,
  hands = MOST_HANDS,
): readonly DocumentBlock[] {
  const apart = belowApart(blocks, cues);
  if (apart) return withLetterClosers(apart, cues, language, opened, hands);
  const several = hands > 0 ? withMoreBelow(blocks, cues, language, opened, hands) : undefined;
  if (several) return several;
  const below = addressBelow(blocks, cues);
  const closed = below === blocks.length ? [] : withLetterCloser(blocks.slice(0, below), cues, language, opened);
  const closer = closed.at(-1);
  if (closer?.kind === 'closer') {
    // `Dr. Weber` below a close: where nobody else signs, it is who does.
    const named = endsSigned(closed) ? undefined : withLetterCloser(blocks, cues, language, opened);
    if (named && endsSigned(named)) return named;
    // Where the writer lives, in a paragraph of its own.
    const address = blocks[below];
    const text = paragraphText(address);
    if (address?.kind === 'paragraph' && !address.below && isStreet(text, cues) && !isAddress(text, cues))
      return [...closed, ...postscriptOf(blocks.slice(below))];
    return [...closed.slice(0, -1), withAddress(closer, blocks.slice(below))];
  }
  return closedTwice(blocks, cues, language) ?? withLetterCloser(blocks, cues, language, opened);
}

function withAddress(closer: FrameBlock, blocks: readonly DocumentBlock[]): FrameBlock {
  const address = blocks.flatMap((block): readonly (FramePart | PageBreakRun)[] => {
    if (block.kind === 'pageBreak') return [block];
    if (block.kind !== 'paragraph') return [];
    return [{ kind: 'text', content: block.content, glue: 'paragraph', place: block.place }];
  });
  return frame('closer', [...closer.parts, ...address], closer.runIn);
}

/** Close and name, or `Deine Tante Marie`, and below it the same or another hand goes on: what stands there is a postscript. */
function withMoreBelow(
  blocks: readonly DocumentBlock[],
  cues: Cues,
  language: string,
  opened: boolean,
  hands: number,
): readonly DocumentBlock[] | undefined {
  let tried = 0;
  for (let at = blocks.length - 2; at > 0 && tried < MOST_HANDS; at--) {
    const signs = signsHere(blocks, at, cues, language);
    if (!signs) continue;
    tried++;
    const end = behindDatelines(blocks, at + 1, cues, language);
    const below = moreBelow(blocks.slice(end), signs === 'closed', cues, language);
    if (!below) continue;
    const above = withLetterClosers(blocks.slice(0, end), cues, language, opened, hands - 1);
    if (endsSigned(above.filter(({ kind }) => kind !== 'postscript'))) return [...above, ...postscriptOf(below)];
  }
  return undefined;
}

/** `own`: `Dein Paul.`; `closed`: a close and a name, each in a line or a paragraph of its own. */
function signsHere(
  blocks: readonly DocumentBlock[],
  at: number,
  cues: Cues,
  language: string,
): 'own' | 'closed' | undefined {
  const block = blocks[at];
  if (block?.kind !== 'paragraph') return undefined;
  const { kind } = closingLine(block, cues, language);
  if (kind === 'both' && paragraphText(block).includes('\n')) return 'closed';
  if (paragraphText(block).length > LONGEST_NAME) return undefined;
  const above = blocks[at - 1];
  if (kind === 'signed' && above?.kind === 'paragraph') {
    const over = closingLine(above, cues, language).kind;
    if (over === 'close') return 'closed';
    // `Deine treue Großmama` above `Marie Weber.`
    if (over === 'own' && signsOwn(above, cues)) return 'own';
  }
  return signsOwn(block, cues) ? 'own' : undefined;
}

/** Where and when it was written belongs to what it stands below. */
function behindDatelines(blocks: readonly DocumentBlock[], from: number, cues: Cues, language: string): number {
  let end = from;
  for (let block = blocks[end]; block?.kind === 'paragraph'; block = blocks[++end])
    if (closingLine(block, cues, language).kind !== 'dateline') break;
  return end;
}

/** A text, which somebody signs or, below close and name, nobody; or a greeting and a name: framed as a postscript. Undefined for anything else. */
function moreBelow(
  below: readonly DocumentBlock[],
  isClosed: boolean,
  cues: Cues,
  language: string,
): readonly DocumentBlock[] | undefined {
  const [first, ...more] = below.filter(({ kind }) => kind !== 'pageBreak');
  if (first?.kind !== 'paragraph') return undefined;
  const text = paragraphText(first);
  const { kind } = closingLine(first, cues, language);
  if (more.length === 0) return kind === 'both' || (kind === 'own' && !signsOwn(first, cues)) ? below : undefined;
  if (kind !== 'other' || cues.postscript.test(text) || !(text.length >= SHORTEST_TEXT || /[.!?]\)?$/.test(text)))
    return undefined;
  const framed = withLetterCloser(below, cues, language, false);
  const signed = framed.filter(({ kind }) => kind !== 'postscript');
  if (endsSigned(signed) && signsApart(signed)) return framed;
  return isClosed ? below : undefined;
}

/** A postscript that is signed as the letter above it is, by the same hand or another, or below a letter that is dated there and not signed. */
function closedTwice(
  blocks: readonly DocumentBlock[],
  cues: Cues,
  language: string,
): readonly DocumentBlock[] | undefined {
  const marked = blocks.findIndex(
    (block) => block.kind === 'paragraph' && cues.postscript.test(plainText(block.content)),
  );
  if (marked > 0) return closedAt(blocks, marked, cues, language, endsSigned);
  // Whatever its last words are, one paragraph below who signs is a postscript.
  const last = blocks.length - 1;
  const above =
    paragraphText(blocks[last]).length >= SHORTEST_TEXT &&
    withLetterCloser(blocks.slice(0, last), cues, language, true);
  if (above && signsApart(above) && (endsClosed(above) || signsOwn(blocks[last - 1], cues)))
    return [...above, ...postscriptOf(blocks.slice(last))];
  for (let at = blocks.length - 2; at > 2 && blocks.length - at <= MOST_BELOW; at--) {
    const isText = isBody(blocks[at], cues, language);
    const ends: Ends = (above, below) => endsDated(above) || (isText && endsClosed(above) && signsApart(below));
    const closed = closedAt(blocks, at, cues, language, ends);
    if (closed) return closed;
  }
  return undefined;
}

/** A paragraph of the text, and no close, long as it may be. */
function isBody(block: DocumentBlock | undefined, cues: Cues, language: string): boolean {
  return (
    block?.kind === 'paragraph' &&
    paragraphText(block).length >= SHORTEST_TEXT &&
    closingLine(block, cues, language).kind === 'other'
  );
}

/** Whether the letter ends with what is above, before what is below. */
type Ends = (above: readonly DocumentBlock[], below: readonly DocumentBlock[]) => boolean;

function closedAt(
  blocks: readonly DocumentBlock[],
  at: number,
  cues: Cues,
  language: string,
  ends: Ends,
): readonly DocumentBlock[] | undefined {
  const above = withLetterCloser(blocks.slice(0, at), cues, language, true);
  if (above.at(-1)?.kind !== 'closer') return undefined;
  const below = withLetterCloser(blocks.slice(at), cues, language, false);
  return ends(above, below) && endsSigned(below) ? [...above, ...postscriptOf(below)] : undefined;
}

/** A close, and somebody signs below it. */
function endsClosed(blocks: readonly DocumentBlock[]): boolean {
  const kinds = closerKinds(blocks);
  return kinds.at(-1) === 'signed' && kinds.includes('salute');
}

/** `Dein Paul.`, in a paragraph of its own. */
function signsOwn(block: DocumentBlock | undefined, cues: Cues): boolean {
  return ownNameAt(paragraphText(block).replace('\n', ' '), cues) !== undefined;
}

/** Not at the end of the text's last line. */
function signsApart(blocks: readonly DocumentBlock[]): boolean {
  const last = blocks.at(-1);
  return last?.kind === 'closer' && !last.runIn;
}

function closerKinds(blocks: readonly DocumentBlock[]): readonly string[] {
  const last = blocks.at(-1);
  return last?.kind === 'closer' ? last.parts.map(({ kind }) => kind) : [];
}

/** Close and dateline, and nobody signs. */
function endsDated(blocks: readonly DocumentBlock[]): boolean {
  const kinds = closerKinds(blocks);
  return kinds.at(-1) === 'dateline' && kinds.includes('salute') && !kinds.includes('signed');
}
