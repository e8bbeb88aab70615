/** A gold document and a predicted one -> how much of each phenomenon is right, and the first difference of each. */
import type { Element } from '../xml/index.js';
import type { Count } from './count.js';
import { type Difference, differenceOfText, firstDifference } from './differences.js';
import { coreNames, type Item, phenomena } from './phenomena.js';
import { readEncoding } from './reading.js';
import { comparedSides } from './side.js';

/** `seed`: the transcription has no datelines and closers, and the gold is read without them; `full`: it has them. */
export const evaluationStyles = ['seed', 'full'] as const;

export type EvaluationStyle = (typeof evaluationStyles)[number];

const WITHOUT: Readonly<Record<EvaluationStyle, ReadonlySet<string>>> = {
  seed: new Set(['dateline', 'closer']),
  full: new Set(),
};
const NOTHING: ReadonlySet<string> = new Set();

export interface DocumentScore {
  readonly counts: ReadonlyMap<string, Count>;
  readonly differences: readonly Difference[];
}

/** In: the two elements that hold the document. Out: counts by phenomenon, `text` among them, and differences. */
export function scoreDocument(gold: Element, pred: Element, style: EvaluationStyle): DocumentScore {
  const sides = comparedSides(
    readEncoding(gold, { gold: true, without: WITHOUT[style] }),
    readEncoding(pred, { gold: false, without: NOTHING }),
  );
  const counts = new Map<string, Count>();
  const differences: Difference[] = [];
  const textDifference = differenceOfText(sides);
  counts.set('text', { right: textDifference ? 0 : 1, pred: 1, gold: 1 });
  if (textDifference) differences.push(textDifference);
  for (const { name, items } of phenomena) {
    const inGold = items(sides.gold);
    const inPred = items(sides.pred);
    const missing = unmatched(inGold, inPred);
    counts.set(name, { right: inGold.length - missing.length, pred: inPred.length, gold: inGold.length });
    const extra = unmatched(inPred, inGold);
    const difference = firstDifference(name, missing, extra, sides);
    if (difference) differences.push(difference);
  }
  return { counts, differences };
}

/** Whether all of a phenomenon is right. */
export function isRight({ counts }: DocumentScore, name: string): boolean {
  const count = counts.get(name);
  return count !== undefined && count.right === count.pred && count.right === count.gold;
}

/** Whether text, page breaks, notes, their anchors and their texts are all right. */
export function isPerfect(score: DocumentScore): boolean {
  return ['text', ...coreNames].every((name) => isRight(score, name));
}

/** The items that the others do not have, each of the others taken once. */
function unmatched(items: readonly Item[], others: readonly Item[]): readonly Item[] {
  const left = new Map<string, number>();
  for (const { key } of others) left.set(key, (left.get(key) ?? 0) + 1);
  return items.filter(({ key }) => {
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
}
