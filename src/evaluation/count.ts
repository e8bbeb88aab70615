/** How many things were right, predicted and in the gold -> precision, recall, F1. */

export interface Count {
  readonly right: number;
  readonly pred: number;
  readonly gold: number;
}

export interface Figure extends Count {
  /** Of what is predicted, how much is right. */
  readonly precision: number;
  /** Of what is in the gold, how much was found. */
  readonly recall: number;
  /** Their harmonic mean. */
  readonly f1: number;
}

/** Of several documents together. */
export function addCounts(a: Count | undefined, b: Count): Count {
  return a ? { right: a.right + b.right, pred: a.pred + b.pred, gold: a.gold + b.gold } : b;
}

/** To four decimal places. Where there is nothing to find and nothing was predicted, all is right. */
export function figureOf({ right, pred, gold }: Count): Figure {
  const precision = share(right, pred, gold);
  const recall = share(right, gold, pred);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision: round4(precision), recall: round4(recall), f1: round4(f1), right, pred, gold };
}

function share(right: number, of: number, others: number): number {
  if (of > 0) return right / of;
  return others === 0 ? 1 : 0;
}

/** Halves go to the even neighbour, so that rounding favours neither side. */
export function round4(value: number): number {
  const scaled = value * 10_000;
  // Only a multiple of 1/32 lies exactly between two numbers of four decimals.
  const tie = (value * 32) % 1 === 0 && scaled % 1 === 0.5;
  return tie && Math.floor(scaled) % 2 === 0 ? Math.floor(scaled) / 10_000 : Number(value.toFixed(4));
}
