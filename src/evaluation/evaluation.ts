/** What an evaluation says: figures over all documents, by kind and by volume, and the documents that differ. */
import type { Difference } from './differences.js';
import type { EvaluationStyle } from './score-document.js';
import type { Absence, Summary } from './summary.js';

/** A document that is not perfect, or has another difference. */
export interface EvaluatedDocument {
  readonly volume: string;
  readonly id: string;
  readonly kind: string;
  /** The prediction's file. */
  readonly path: string;
  readonly absence?: Absence;
  readonly perfect: boolean;
  /** Things that only one of the sides has, over all phenomena. */
  readonly errors: number;
  /** The first of each phenomenon. */
  readonly differences: readonly Difference[];
}

export interface Evaluation extends Summary {
  readonly style: EvaluationStyle;
  readonly kinds: Readonly<Record<string, Summary>>;
  readonly volumes: Readonly<Record<string, Summary>>;
  /** All documents with a difference: those without a score, then those that are not perfect, each by the number of errors. */
  readonly worst: readonly EvaluatedDocument[];
}
