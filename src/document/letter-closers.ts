/** The end of a letter -> its closer, the address of its outside, and a postscript with a closer of its own (TEI Guidelines 4.2.2, 4.2.3). */
import { type PageBreakRun, plainText } from './content.js';
import type { Cues } from './cues.js';
import type { DocumentBlock, FrameBlock, FramePart } from './document.js';
import { frame } from './frame.js';
import { addressBelow } from './letter-address.js';
import { endsSigned, withLetterCloser } from './letter-closer.js';
import { postscriptOf } from './postscript.js';

/** Postscript and close below a letter that is dated at its foot. */
const MOST_BELOW = 6;

/** The blocks with closers in place of the last ones; `opened`: it begins as a letter does. */
export function withLetterClosers(
  blocks: readonly DocumentBlock[],
  cues: Cues,
  language: string,
  opened: boolean,
): readonly DocumentBlock[] {
  const below = addressBelow(blocks, cues);
  const closed = below === blocks.length ? [] : withLetterCloser(blocks.slice(0, below), cues, language, opened);
  const closer = closed.at(-1);
  if (closer?.kind === 'closer') {
    // `Dr. Weber` below a close: where nobody else signs, it is who does.
    const named = endsSigned(closed) ? undefined : withLetterCloser(blocks, cues, language, opened);
    return named && endsSigned(named) ? named : [...closed.slice(0, -1), withAddress(closer, blocks.slice(below))];
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

/** A postscript that is signed as the letter above it is, or below a letter that is dated there and not signed. */
function closedTwice(
  blocks: readonly DocumentBlock[],
  cues: Cues,
  language: string,
): readonly DocumentBlock[] | undefined {
  const marked = blocks.findIndex(
    (block) => block.kind === 'paragraph' && cues.postscript.test(plainText(block.content)),
  );
  if (marked > 0) return closedAt(blocks, marked, cues, language, endsSigned);
  for (let at = blocks.length - 2; at > 2 && blocks.length - at <= MOST_BELOW; at--) {
    const closed = closedAt(blocks, at, cues, language, endsDated);
    if (closed) return closed;
  }
  return undefined;
}

function closedAt(
  blocks: readonly DocumentBlock[],
  at: number,
  cues: Cues,
  language: string,
  ends: (closed: readonly DocumentBlock[]) => boolean,
): readonly DocumentBlock[] | undefined {
  const above = withLetterCloser(blocks.slice(0, at), cues, language, true);
  if (!ends(above)) return undefined;
  const below = withLetterCloser(blocks.slice(at), cues, language, false);
  return endsSigned(below) ? [...above, ...postscriptOf(below)] : undefined;
}

/** Close and dateline, and nobody signs. */
function endsDated(blocks: readonly DocumentBlock[]): boolean {
  const last = blocks.at(-1);
  const kinds = last?.kind === 'closer' ? last.parts.map(({ kind }) => kind) : [];
  return kinds.at(-1) === 'dateline' && kinds.includes('salute') && !kinds.includes('signed');
}
