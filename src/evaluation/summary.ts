/** Scores of documents -> the figures of all of them together. */
import { addCounts, type Count, type Figure, figureOf, round4 } from './count.js';
import { coreNames } from './phenomena.js';
import { type DocumentScore, isPerfect, isRight } from './score-document.js';

export interface Summary {
  /** All that were asked for, those that are missing or not well-formed among them. */
  readonly documents: number;
  readonly missing: number;
  readonly notWellFormed: number;
  /** Shares of `documents` that are right in the text, in a phenomenon, in all that makes them perfect. */
  readonly documentsRight: Readonly<Record<string, number>>;
  /** By phenomenon, over the documents that could be scored. */
  readonly figures: Readonly<Record<string, Figure>>;
}

/** Why a document has no score. */
export type Absence = 'missing' | 'not-well-formed';

/** Takes scores one by one and keeps only their counts. */
export function summarizer(): { add(score: DocumentScore | Absence): void; summary(): Summary } {
  const counts = new Map<string, Count>();
  const right = new Map<string, number>();
  let documents = 0;
  let missing = 0;
  let notWellFormed = 0;
  const count = (name: string, is: boolean) => right.set(name, (right.get(name) ?? 0) + (is ? 1 : 0));
  return {
    add(score) {
      documents++;
      if (score === 'missing') missing++;
      else if (score === 'not-well-formed') notWellFormed++;
      else {
        for (const [name, one] of score.counts) counts.set(name, addCounts(counts.get(name), one));
        for (const name of ['text', ...coreNames]) count(name, isRight(score, name));
        count('perfect', isPerfect(score));
      }
    },
    summary: () => ({
      documents,
      missing,
      notWellFormed,
      documentsRight: Object.fromEntries([...right].map(([name, n]) => [name, round4(n / documents)])),
      figures: Object.fromEntries([...counts].map(([name, one]) => [name, figureOf(one)])),
    }),
  };
}
