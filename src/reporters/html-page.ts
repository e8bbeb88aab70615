/** Findings -> a page with a summary, a table of codes, a table of files, and each finding with the line it is about. */
import { type Code, countSeverities, type Diagnostic, type Severity } from '../diagnostic/index.js';
import { type Place, pointAt } from '../source/index.js';
import { excerptOf } from './excerpt.js';
import { STYLE_SHEET } from './html-style.js';
import type { FileReport, Style } from './reporter.js';
import { isValid, summaryLine } from './summary.js';
import { visibleMessage } from './visible.js';

const COLUMNS = 100;

/** A finding, and the name of its place on the page. */
interface Numbered {
  readonly id: string;
  readonly report: FileReport;
  readonly diagnostic: Diagnostic;
}

const severityNames = { error: 'error', warning: 'warning', info: 'remark' } as const satisfies Record<
  Severity,
  string
>;

/** What came from a document is escaped; the page has no script, and a policy that allows none. */
export function htmlPage(reports: readonly FileReport[], style: Style): string {
  let count = 0;
  const findings = reports.map((report) =>
    report.diagnostics.map((diagnostic): Numbered => ({ id: `f${++count}`, report, diagnostic })),
  );
  const all = findings.flat();
  const summary = escapeHtml(summaryLine(reports, style.task, style.run));
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${summary}</title>
<style>${STYLE_SHEET}</style>
</head>
<body>
<header>
<h1>${style.task === 'validate' ? 'Validation' : 'Conversion'}</h1>
<p class="summary">${summary}</p>
<nav aria-label="Parts of the report"><a href="#codes">By code</a> <a href="#files">By file</a></nav>
</header>
<main>
<section aria-labelledby="codes">
<h2 id="codes">By code</h2>
${codesTable(all, style)}
</section>
<section aria-labelledby="files">
<h2 id="files">By file</h2>
${filesTable(reports)}
${reports.map((report, i) => fileSection(report, i, findings[i] ?? [])).join('')}</section>
</main>
<footer><p>teiscribe ${escapeHtml(style.version)}</p></footer>
</body>
</html>
`;
}

function codesTable(all: readonly Numbered[], { explain }: Style): string {
  if (all.length === 0) return '<p>Nothing was found.</p>';
  const byCode = new Map<Code, Numbered[]>();
  for (const numbered of all) {
    const same = byCode.get(numbered.diagnostic.code);
    if (same) same.push(numbered);
    else byCode.set(numbered.diagnostic.code, [numbered]);
  }
  const rows = [...byCode]
    .sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1))
    .map(([code, found]) => {
      const page = explain?.(code);
      const name = page
        ? `<a href="${escapeHtml(page.url)}">${escapeHtml(code)}</a>`
        : escapeHtml(visibleMessage(code));
      const severities = (['error', 'warning', 'info'] as const).filter((severity) =>
        found.some(({ diagnostic }) => diagnostic.severity === severity),
      );
      const places = found.map(({ id, report, diagnostic }) => `<a href="#${id}">${whereOf(report, diagnostic)}</a>`);
      return `<tr><th scope="row">${name}${page ? `<p>${escapeHtml(page.summary)}</p>` : ''}</th><td>${severities.map(badge).join(' ')}</td><td class="number" data-of="findings">${found.length}</td><td><details><summary>${found.length === 1 ? 'place' : 'places'}<span class="hidden"> of ${escapeHtml(visibleMessage(code))}</span></summary>${places.join(', ')}</details></td></tr>`;
    });
  return `<table><thead><tr><th scope="col">code</th><th scope="col">severity</th><th scope="col" class="number">findings</th><th scope="col">where</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>`;
}

function filesTable(reports: readonly FileReport[]): string {
  if (reports.length === 0) return '<p>There were no files.</p>';
  const rows = reports.map((report, i) => {
    const { path, diagnostics, schema } = report;
    const { error, warning, info } = countSeverities(diagnostics);
    const shown = escapeHtml(visibleMessage(path));
    const name = diagnostics.length === 0 ? shown : `<a href="#file${i + 1}">${shown}</a>`;
    const verdict = isValid(report) ? 'valid' : 'invalid';
    return `<tr><th scope="row">${name}</th><td class="${verdict}">${verdict}</td><td class="number" data-of="errors">${error}</td><td class="number" data-of="warnings">${warning}</td><td class="number" data-of="remarks">${info}</td><td>${escapeHtml(visibleMessage(schema ?? ''))}</td></tr>`;
  });
  return `<table><thead><tr><th scope="col">file</th><th scope="col">verdict</th><th scope="col" class="number">errors</th><th scope="col" class="number">warnings</th><th scope="col" class="number">remarks</th><th scope="col">schema</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>`;
}

function fileSection({ path }: FileReport, index: number, findings: readonly Numbered[]): string {
  if (findings.length === 0) return '';
  const id = `file${index + 1}`;
  return `<section aria-labelledby="${id}">
<h3 id="${id}">${escapeHtml(visibleMessage(path))}</h3>
<ol>
${findings.map(finding).join('\n')}
</ol>
</section>
`;
}

function finding({ id, report, diagnostic }: Numbered): string {
  const { severity, message, code, place, note, related = [] } = diagnostic;
  return `<li id="${id}" class="${severity}"><p><span class="where">${whereOf(report, diagnostic)}</span> ${badge(severity)} ${escapeHtml(visibleMessage(message))} <code>${escapeHtml(visibleMessage(code))}</code></p>${excerpt(place)}${
    note === undefined ? '' : `<p class="note">${escapeHtml(visibleMessage(note))}</p>`
  }${related.map((other) => `<p class="related"><span class="where">${whereAt(other.place)}</span> ${escapeHtml(visibleMessage(other.message))}</p>${excerpt(other.place)}`).join('')}</li>`;
}

function badge(severity: Severity): string {
  return `<span class="severity ${severity}">${severityNames[severity]}</span>`;
}

function whereOf({ path }: FileReport, { place }: Diagnostic): string {
  return place ? whereAt(place) : escapeHtml(visibleMessage(path));
}

function whereAt({ source, start }: Place): string {
  const { line, column } = pointAt(source, start);
  return `${escapeHtml(visibleMessage(source.path))}:${line}:${column}`;
}

/** The caret stands below the first character that is marked, however wide the characters before it are. */
function excerpt(place: Place | undefined): string {
  if (!place || (place.source.text === '' && !place.source.parts)) return '';
  const { line, text, from, to } = excerptOf(place, COLUMNS);
  const parts = [text.slice(0, from), text.slice(from, to), text.slice(to)].map(escapeHtml);
  return `<pre><span class="line">${line}</span> ${parts[0]}<mark>${parts[1]}</mark>${parts[2]}</pre>`;
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd').replace(/[&<>"']/g, (character) => references[character] ?? '');
}
