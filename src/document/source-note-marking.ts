/** A sentence of a source note -> the markings in it, if that is what it holds: `Secret; Niact; Verbatim Text`. */
import { matchesOf } from '../source/index.js';
import type { Stretch } from './source-note-sentences.js';
import { CLASSIFICATIONS, HANDLING } from './source-note-terms.js';

export interface Marking extends Stretch {
  /** `other`: a piece behind a marking that is a sentence, not a marking. */
  readonly kind: 'classification' | 'handling' | 'other';
}

const KINDS = new Map<string, 'classification' | 'handling'>([
  ...HANDLING.map((term) => [term.toLowerCase(), 'handling'] as const),
  ...CLASSIFICATIONS.map((term) => [term.toLowerCase(), 'classification'] as const),
]);

/** A marking has no more words than this. */
const MOST_WORDS = 6;
const LONGEST = 600;
const MARKS = /[;:]/g;
const FINER_MARKS = /[;:,/]/g;

/** Undefined where the sentence is something else. Words that no table has may follow one that it has: `Secret; RYBAT`. */
export function markingsOf(text: string, { start, end }: Stretch): readonly Marking[] | undefined {
  if (end - start > LONGEST) return undefined;
  const pieces = piecesOf(text, start, end, MARKS);
  const finer = piecesOf(text, start, end, FINER_MARKS);
  const known = finer.every((piece) => kindOf(text.slice(piece.start, piece.end)) !== undefined) ? finer : pieces;
  const [first] = known;
  if (!first || kindOf(text.slice(first.start, first.end)) === undefined) return undefined;
  return known.map((piece, index) => {
    const words = text.slice(piece.start, piece.end);
    const kind = kindOf(words);
    if (kind !== undefined) return { ...piece, kind };
    const isShort =
      index > 0 && words.split(/\s+/, MOST_WORDS + 1).length <= MOST_WORDS && /^(?:\p{Lu}|\[)/u.test(words);
    return { ...piece, kind: isShort && !/\b(?:by|to|is|was)\b/.test(words) ? 'handling' : 'other' };
  });
}

function kindOf(words: string): 'classification' | 'handling' | undefined {
  const typed = KINDS.get(words.toLowerCase());
  if (typed) return typed;
  const term = words.replace(/[–—]/g, '-').replace(/\s+/g, ' ').replace(/\.$/, '').toLowerCase();
  const known = KINDS.get(term);
  if (known) return known;
  if (/^\[[^\]]*not declassified\]$/.test(term)) return /classification/.test(term) ? 'classification' : 'handling';
  return /^(?:eyes only|personal|exclusive|limit(?:ed)? distribution|for) (?:for|to) .{2,80}$/.test(term)
    ? 'handling'
    : undefined;
}

function piecesOf(text: string, start: number, end: number, mark: RegExp): readonly Stretch[] {
  const words = text.slice(start, end);
  const pieces: Stretch[] = [];
  let from = 0;
  const add = (to: number) => {
    const piece = words.slice(from, to);
    const lead = piece.length - piece.trimStart().length;
    if (piece.trim() !== '') pieces.push({ start: start + from + lead, end: start + from + piece.trimEnd().length });
  };
  for (const { index } of matchesOf(mark, words)) {
    add(index);
    from = index + 1;
  }
  add(words.length);
  return pieces;
}
