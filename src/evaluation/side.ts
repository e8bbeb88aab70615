/** A gold reading and a predicted one -> the two sides of a comparison, all offsets in the letters of the gold. */
import type { Place } from '../source/index.js';
import { type Alignment, alignLetters } from './align-letters.js';
import { placeOfLetter, type Reading } from './reading.js';

export interface Side {
  readonly name: 'gold' | 'pred';
  readonly reading: Reading;
  /** An offset into the letters of this side -> the offset into those of the gold. */
  readonly inGold: (offset: number) => number;
  /** Where a letter of the gold stands, or would stand, in the file of this side. */
  readonly placeOf: (goldOffset: number) => Place;
}

export interface Sides {
  readonly gold: Side;
  readonly pred: Side;
}

/** In: what gold and prediction say. Out: both, with what brings their offsets together. */
export function comparedSides(gold: Reading, pred: Reading): Sides {
  const alignment: Alignment = alignLetters(gold.letters, pred.letters);
  return {
    gold: {
      name: 'gold',
      reading: gold,
      inGold: (offset) => offset,
      placeOf: (offset) => placeOfLetter(gold.pieces, offset) ?? gold.root.place,
    },
    pred: {
      name: 'pred',
      reading: pred,
      inGold: alignment.toFirst,
      placeOf: (offset) => placeOfLetter(pred.pieces, alignment.toSecond(offset)) ?? pred.root.place,
    },
  };
}
