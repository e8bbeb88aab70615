/** Stretches of a source that only lay out -> leaves of the tree. */
import { placeAt, type Source } from '../source/index.js';
import type { Layout } from './transcript.js';

/** The leaf of the characters from `start` to `end`. */
function layoutOf(source: Source, start: number, end: number): Layout {
  return { kind: 'layout', place: placeAt(source, start, end) };
}

/** Adds that leaf, where there are such characters. */
export function pushLayout(leaves: { push(leaf: Layout): unknown }, source: Source, start: number, end: number): void {
  if (end > start) leaves.push(layoutOf(source, start, end));
}
