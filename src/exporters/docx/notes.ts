/** A note -> the paragraphs of a footnote; the notes in it, and its tables, which Word cannot have there, are paragraphs, too. */
import type { PresentedElement } from '../present.js';
import { type Block, blocksOf, type ParagraphBlock, PLAIN } from './blocks.js';
import { noteMark, type Piece, type Writing } from './pieces.js';

export function footnoteOf(note: PresentedElement, writing: Writing): readonly ParagraphBlock[] {
  const inside: PresentedElement[] = [];
  const paragraphs = (each: PresentedElement) =>
    blocksOf(
      { ...each, behaviour: 'paragraph', isBlock: true },
      { ...PLAIN, inside, style: 'FootnoteText' },
      writing,
    ).flatMap((block) => flat(block, each, writing));
  const blocks = [...paragraphs(note)];
  for (let i = 0; i < inside.length; i++) {
    const inner = inside[i];
    if (!inner) continue;
    const [first, ...more] = paragraphs(inner);
    blocks.push({ ...EMPTY, ...first, pieces: [noteMark(i + 1), SPACE, ...(first?.pieces ?? [])] }, ...more);
  }
  const [first = EMPTY, ...more] = blocks;
  // Word writes the number at the very beginning.
  return [{ ...first, pieces: [SPACE, ...first.pieces] }, ...more];
}

const SPACE: Piece = { kind: 'text', text: ' ', look: {} };
const EMPTY: ParagraphBlock = { kind: 'paragraph', style: 'FootnoteText', indent: 0, inLetter: false, pieces: [] };

function flat(block: Block, note: PresentedElement, writing: Writing): readonly ParagraphBlock[] {
  if (block.kind === 'paragraph') return [block];
  writing.drop('the lines of a table in a note', note.element.place);
  return block.rows.map(({ cells }) => {
    const texts = cells.map(({ blocks }) => blocks.flatMap((each) => flat(each, note, writing)));
    const pieces = texts.flatMap((paragraphs, i): readonly Piece[] => [
      ...(i > 0 ? [{ kind: 'tab' } as const] : []),
      ...paragraphs.flatMap(({ pieces: own }, j) => (j > 0 ? [{ kind: 'line' } as const, ...own] : own)),
    ]);
    return { ...EMPTY, indent: block.indent, pieces };
  });
}
