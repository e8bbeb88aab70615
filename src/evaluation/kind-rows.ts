/** Summaries by kind of document -> rows of a table: the commonest kind first, the figures that tell most of them apart. */
import type { Summary } from './summary.js';

/** Phenomena that the table of kinds has a column for. */
const COLUMNS = ['note', 'note.text', 'pb', 'block.head', 'block.p', 'block.dateline', 'block.signed'] as const;

export interface KindRow {
  readonly kind: string;
  readonly summary: Summary;
  /** Of each column; undefined where neither side has anything of it. */
  readonly f1: readonly (number | undefined)[];
}

export function kindRows(kinds: Readonly<Record<string, Summary>>): {
  readonly columns: readonly string[];
  readonly rows: readonly KindRow[];
} {
  const rows = Object.entries(kinds)
    .sort(([, a], [, b]) => b.documents - a.documents)
    .map(([kind, summary]) => ({ kind, summary, f1: COLUMNS.map((name) => f1Of(summary, name)) }));
  return { columns: COLUMNS, rows };
}

function f1Of({ figures }: Summary, name: string): number | undefined {
  const figure = figures[name];
  return figure && figure.gold + figure.pred > 0 ? figure.f1 : undefined;
}

export function perfectShare({ documentsRight }: Summary): string {
  return (documentsRight['perfect'] ?? 0).toFixed(4);
}
