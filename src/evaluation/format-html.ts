/** An evaluation -> one HTML page that needs nothing else: no script, no font, no picture (HTML Living Standard, tables). */

import type { Spot } from './differences.js';
import type { EvaluatedDocument, Evaluation } from './evaluation.js';
import { address, verdict } from './format-table.js';
import { phenomena } from './phenomena.js';
import { decimal, figureTable, kindTable } from './table-rows.js';

/** In: how many of the worst documents are to be shown. */
export function formatHtml(evaluation: Evaluation, worst: number): string {
  const { documents, missing, notWellFormed, documentsRight, style } = evaluation;
  const right = Object.entries(documentsRight).map(([name, share]) => [name, decimal(share)]);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evaluation of TEI against TEI</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Evaluation of TEI against TEI</h1>
<p>${documents} documents, of which ${missing} without a prediction and ${notWellFormed} not well-formed. Style <code>${style}</code>.</p>
<h2>Documents</h2>
${table('Share of documents that are right', ['what', 'share'], right)}
<h2>Phenomena</h2>
${figuresOf(evaluation)}
<h2>Kinds of document</h2>
${kindsOf(evaluation)}
<h2>Documents with differences</h2>
${worstOf(evaluation.worst, worst)}
</main>
</body>
</html>
`;
}

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
table { border-collapse: collapse; margin: 1rem 0; }
caption { font-weight: bold; padding: .25rem 0; text-align: start; }
th, td { border-bottom: 1px solid; padding: .25rem .75rem; text-align: end; vertical-align: top; }
th[scope=row], .words td, thead th:first-child { text-align: start; }
.wide { overflow-x: auto; }
code { overflow-wrap: anywhere; }
`;

/** What each phenomenon is stands behind its figures. */
function figuresOf(evaluation: Evaluation): string {
  const summaries = new Map(phenomena.map(({ name, summary }) => [name, summary]));
  const { head, rows } = figureTable(evaluation);
  return table(
    'Precision, recall and F1 over all documents',
    [...head, 'what it is'],
    rows.map((cells) => [...cells, summaries.get(cells[0] ?? '') ?? '']),
  );
}

function kindsOf(evaluation: Evaluation): string {
  const { head, rows } = kindTable(evaluation);
  return table('By kind of document: share perfect, and F1', head, rows);
}

/** The first cell of a row is its head. */
function table(caption: string, head: readonly string[], rows: readonly (readonly string[])[], kind = ''): string {
  const body = rows.map(
    ([first = '', ...cells]) =>
      `<tr><th scope="row">${escapeHtml(first)}</th>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`,
  );
  return `<div class="wide"><table${kind && ` class="${kind}"`}>
<caption>${escapeHtml(caption)}</caption>
<thead><tr>${head.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>`;
}

function worstOf(all: readonly EvaluatedDocument[], count: number): string {
  if (all.length === 0) return '<p>None.</p>';
  const shown = all.slice(0, count);
  const sections = shown.map((document) => {
    const { volume, id, kind, path, differences } = document;
    const title = `<h3>${escapeHtml(`${volume}/${id}`)}</h3>
<p>${escapeHtml(`${kind}, ${verdict(document)}`)}: <code>${escapeHtml(path)}</code></p>`;
    if (differences.length === 0) return title;
    const rows = differences.map(({ phenomenon, gold, pred }) => [phenomenon, ...cellsOf(gold), ...cellsOf(pred)]);
    const head = ['phenomenon', 'place in gold', 'gold has', 'place in prediction', 'prediction has'];
    return `${title}\n${table(`First differences of ${id}`, head, rows, 'words')}`;
  });
  return `<p>${shown.length} of ${all.length}, the worst first.</p>\n${sections.join('\n')}`;
}

function cellsOf(spot: Spot): readonly string[] {
  return [address(spot), spot.shows ?? 'nothing'];
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
