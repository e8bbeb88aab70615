/** An evaluation -> the rows of its tables, cell by cell: a phenomenon a row, a kind of document a row. */
import type { Evaluation } from './evaluation.js';
import type { Summary } from './summary.js';

/** A table as both reports show it. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Where there was nothing to find, and nothing was said. */
const NOTHING = '-';

/** To four decimal places. */
export function decimal(figure: number): string {
  return figure.toFixed(4);
}

/** Precision, recall and F1 of each phenomenon; of the whole text there are none. */
export function figureTable({ figures }: Pick<Evaluation, 'figures'>): Table {
  const rows = Object.entries(figures)
    .filter(([name]) => name !== 'text')
    .map(([name, { precision, recall, f1, gold, pred, right }]) => [
      name,
      ...[precision, recall, f1].map((share) => (gold + pred === 0 ? NOTHING : decimal(share))),
      ...[gold, pred, right].map(String),
    ]);
  return { head: ['phenomenon', 'precision', 'recall', 'F1', 'gold', 'pred', 'right'], rows };
}

/** Phenomena that the table of kinds has a column for: those that tell most of them apart. */
const COLUMNS = ['note', 'note.text', 'pb', 'block.head', 'block.p', 'block.dateline', 'block.signed'] as const;

/** The commonest kind first: how many documents of it are perfect, and the F1 of some phenomena. */
export function kindTable({ kinds }: Pick<Evaluation, 'kinds'>): Table {
  const rows = Object.entries(kinds)
    .sort(([, a], [, b]) => b.documents - a.documents)
    .map(([kind, summary]) => [
      kind,
      String(summary.documents),
      decimal(summary.documentsRight['perfect'] ?? 0),
      ...COLUMNS.map((name) => f1Of(summary, name)),
    ]);
  return { head: ['kind', 'documents', 'perfect', ...COLUMNS], rows };
}

function f1Of({ figures }: Summary, name: string): string {
  const figure = figures[name];
  return figure && figure.gold + figure.pred > 0 ? decimal(figure.f1) : NOTHING;
}
