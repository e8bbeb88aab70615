/** An evaluation -> lines for a terminal: a phenomenon a line, a kind of document a line, the worst documents with both places. */

import type { Difference, Spot } from './differences.js';
import type { EvaluatedDocument, Evaluation } from './evaluation.js';
import { decimal, figureTable, kindTable, type Table } from './table-rows.js';

/** In: how many of the worst documents are to be shown. */
export function formatTable(evaluation: Evaluation, worst: number): string {
  const { documents, missing, notWellFormed, documentsRight, style } = evaluation;
  const shares = Object.entries(documentsRight).map(([name, share]) => `${name} ${decimal(share)}`);
  const parts = [
    `documents ${documents}, missing ${missing}, not well-formed ${notWellFormed} (style ${style})\n`,
    `documents right: ${shares.join('  ')}\n`,
    table(figureTable(evaluation)),
    table(kindTable(evaluation)),
    worstOf(evaluation.worst, worst),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

/** The first column to the left, the others to the right. */
function table({ head, rows }: Table): string {
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

/** What there is to say of a document: `2 errors`, `no prediction`. */
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

/** `gold.xml:12:4`. */
export function address({ path, line, column }: Spot): string {
  return `${path}:${line}:${column}`;
}
