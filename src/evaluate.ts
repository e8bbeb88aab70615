/** Gold documents and predicted ones -> precision, recall and F1 by phenomenon, documents perfect, and what is wrong where. */
import {
  type Absence,
  type DocumentScore,
  type EvaluatedDocument,
  type Evaluation,
  type EvaluationStyle,
  isPerfect,
  kindOf,
  type Summary,
  scoreDocument,
  summarizer,
} from './evaluation/index.js';
import type { Element } from './xml/index.js';

/** A document of the gold, and what is to be compared with it. */
export interface EvaluationCase {
  readonly volume: string;
  readonly id: string;
  readonly gold: Element;
  readonly pred: Element | Absence;
  /** The prediction's file, as messages name it. */
  readonly predPath: string;
}

export interface EvaluateOptions {
  /** `seed` (the default) leaves out the datelines and closers of the gold. */
  readonly style?: EvaluationStyle;
}

/** The cases are taken one by one, and none is kept: they may be read as they are asked for. */
export function evaluate(cases: Iterable<EvaluationCase>, { style = 'seed' }: EvaluateOptions = {}): Evaluation {
  const all = summarizer();
  const kinds = new Map<string, ReturnType<typeof summarizer>>();
  const volumes = new Map<string, ReturnType<typeof summarizer>>();
  const worst: EvaluatedDocument[] = [];
  for (const { volume, id, gold, pred, predPath } of cases) {
    const kind = kindOf(gold);
    const score = typeof pred === 'string' ? pred : scoreDocument(gold, pred, style);
    for (const group of [all, groupOf(kinds, kind), groupOf(volumes, volume)]) group.add(score);
    const evaluated = { volume, id, kind, path: predPath, ...judge(score) };
    if (evaluated.absence || evaluated.errors > 0) worst.push(evaluated);
  }
  return { style, ...all.summary(), kinds: summaries(kinds), volumes: summaries(volumes), worst: worst.sort(byErrors) };
}

function groupOf(groups: Map<string, ReturnType<typeof summarizer>>, name: string): ReturnType<typeof summarizer> {
  const group = groups.get(name) ?? summarizer();
  groups.set(name, group);
  return group;
}

function summaries(groups: ReadonlyMap<string, ReturnType<typeof summarizer>>): Readonly<Record<string, Summary>> {
  return Object.fromEntries([...groups].map(([name, group]) => [name, group.summary()]));
}

type Judgement = Pick<EvaluatedDocument, 'perfect' | 'errors' | 'differences' | 'absence'>;

function judge(score: DocumentScore | Absence): Judgement {
  if (typeof score === 'string') return { absence: score, perfect: false, errors: 0, differences: [] };
  const counts = [...score.counts.values()];
  const errors = counts.reduce((sum, { right, pred, gold }) => sum + pred - right + (gold - right), 0);
  return { perfect: isPerfect(score), errors, differences: score.differences };
}

function byErrors(a: EvaluatedDocument, b: EvaluatedDocument): number {
  const rank = ({ absence, perfect }: EvaluatedDocument) => (absence ? 0 : perfect ? 2 : 1);
  return rank(a) - rank(b) || b.errors - a.errors;
}
