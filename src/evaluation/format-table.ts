/** An evaluation -> lines for a terminal: a phenomenon a line, a kind of document a line, the worst documents with both places. */

import type { Difference, Spot } from './differences.js';
import type { EvaluatedDocument, Evaluation } from './evaluation.js';
import { kindRows, perfectShare } from './kind-rows.js';

/** In: how many of the worst documents are to be shown. */
export function formatTable(evaluation: Evaluation, worst: number): string {
  const { documents, missing, notWellFormed, documentsRight, figures, style, kinds } = evaluation;
  const shares = Object.entries(documentsRight).map(([name, share]) => `${name} ${decimal(share)}`);
  const parts = [
    `documents ${documents}, missing ${missing}, not well-formed ${notWellFormed} (style ${style})\n`,
    `documents right: ${shares.join('  ')}\n`,
    table(
      ['phenomenon', 'precision', 'recall', 'F1', 'gold', 'pred', 'right'],
      Object.entries(figures)
        .filter(([name]) => name !== 'text')
        .map(([name, { precision, recall, f1, gold, pred, right }]) => [
          name,
          ...[precision, recall, f1].map((share) => (gold + pred === 0 ? NOTHING : decimal(share))),
          ...[gold, pred, right].map(String),
        ]),
    ),
    table(...kindTable(kinds)),
    worstOf(evaluation.worst, worst),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function kindTable(kinds: Evaluation['kinds']): readonly [readonly string[], readonly (readonly string[])[]] {
  const { columns, rows } = kindRows(kinds);
  return [
    ['kind', 'documents', 'perfect', ...columns],
    rows.map(({ kind, summary, f1 }) => [
      kind,
      String(summary.documents),
      perfectShare(summary),
      ...f1.map((figure) => (figure === undefined ? NOTHING : decimal(figure))),
    ]),
  ];
}

/** Where there was nothing to find, and nothing was said. */
export const NOTHING = '-';

export function decimal(figure: number): string {
  return figure.toFixed(4);
}

/** The first column to the left, the others to the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return [head, ...rows].map((row) => `${line(row)}\n`).join('');
}

function worstOf(all: readonly EvaluatedDocument[], count: number): string {
  const shown = all.slice(0, count);
  if (shown.length === 0) return '';
  const lines = shown.flatMap((document) => [
    `${document.volume}/${document.id} (${document.kind}): ${verdict(document)}`,
    ...document.differences.map((difference) => `  ${differenceLine(difference)}`),
  ]);
  const title = `the worst ${shown.length} of ${all.length} ${all.length === 1 ? 'document' : 'documents'} with a difference\n`;
  return `${title}${lines.map((line) => `${line}\n`).join('')}`;
}

export function verdict({ absence, perfect, errors }: EvaluatedDocument): string {
  if (absence) return absence === 'missing' ? 'no prediction' : 'not well-formed';
  return `${perfect ? 'perfect, ' : ''}${errors} ${errors === 1 ? 'error' : 'errors'}`;
}

/** `note: gold.xml:12:4 "3 Source: ..." | pred.xml:9:1 nothing`. */
function differenceLine({ phenomenon, gold, pred }: Difference): string {
  return `${phenomenon}: ${spotText(gold)} | ${spotText(pred)}`;
}

function spotText(spot: Spot): string {
  return `${address(spot)} ${spot.shows === undefined ? 'nothing' : `"${spot.shows}"`}`;
}

export function address({ path, line, column }: Spot): string {
  return `${path}:${line}:${column}`;
}
