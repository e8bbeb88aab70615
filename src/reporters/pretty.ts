/** Findings -> a report for people: each with the line it is about, a caret under the place, and what to do about it. */
import { inspect } from 'node:util';
import type { Diagnostic, Severity } from '../diagnostic/index.js';
import { type Place, pointAt } from '../source/index.js';
import type { excerptOf } from './excerpt.js';
import type { FileReport, Reporter, Style } from './reporter.js';
import { summaryLine } from './summary.js';
import { visibleMessage } from './visible.js';

type Cut = typeof excerptOf;
type Paint = (colours: readonly string[], text: string) => string;

interface Context {
  readonly style: Style;
  readonly paint: Paint;
  readonly cut: Cut;
}

const severityColour = { error: 'red', warning: 'yellow', info: 'cyan' } satisfies Record<Severity, string>;
/** Columns that the gutter takes beside the line number. */
const GUTTER = 5;
const NARROWEST = 20;

export const pretty: Reporter = {
  name: 'pretty',
  summary: 'for people: each finding with an excerpt and a caret, and a summary',
  async format(reports, style) {
    const paint = painter(style.colour);
    const summary = `${showSummary(reports, style, paint)}\n`;
    if (reports.every(({ diagnostics }) => diagnostics.length === 0)) return summary;
    const { excerptOf } = await import('./excerpt.js');
    const context = { style, paint, cut: excerptOf };
    const findings = reports.flatMap((report) =>
      report.diagnostics.map((diagnostic) => `${showDiagnostic(report, diagnostic, context)}\n\n`),
    );
    return `${findings.join('')}${summary}`;
  },
};

function painter(colour: boolean): Paint {
  if (!colour) return (_, text) => text;
  return (colours, text) =>
    colours.reduce((painted, name) => {
      const [open, close] = inspect.colors[name] ?? [0, 0];
      return `\u001b[${open}m${painted}\u001b[${close}m`;
    }, text);
}

function showDiagnostic(report: FileReport, diagnostic: Diagnostic, context: Context): string {
  const { paint } = context;
  const { severity, message, code, place, note, related = [] } = diagnostic;
  const colour = severityColour[severity];
  const head = `${paint(['bold'], where(report.path, place))}: ${paint(['bold', colour], severity)}: ${visibleMessage(message)} ${paint(['gray'], `[${code}]`)}`;
  return [
    head,
    ...(place ? showExcerpt(place, colour, context) : []),
    ...(note === undefined ? [] : [`  ${paint(['gray'], '=')} ${visibleMessage(note)}`]),
    ...related.flatMap((other) => [
      `  ${where(report.path, other.place)}: ${visibleMessage(other.message)}`,
      ...showExcerpt(other.place, 'blue', context),
    ]),
  ].join('\n');
}

function where(path: string, place: Place | undefined): string {
  if (!place) return visibleMessage(path);
  const { line, column } = pointAt(place.source, place.start);
  return `${visibleMessage(place.source.path)}:${line}:${column}`;
}

function showExcerpt(place: Place, colour: string, { style, paint, cut }: Context): readonly string[] {
  if (place.source.text === '' && !place.source.parts) return [];
  const digits = `${pointAt(place.source, place.start).line}`.length;
  const { line, text, before, marks } = cut(place, Math.max(NARROWEST, style.columns - GUTTER - digits));
  const bar = paint(['gray'], '|');
  return [
    `  ${paint(['gray'], `${line}`)} ${bar} ${text}`,
    `  ${' '.repeat(digits)} ${bar} ${' '.repeat(before)}${paint([colour], '^'.repeat(marks))}`,
  ];
}

function showSummary(reports: readonly FileReport[], style: Style, paint: Paint): string {
  const line = summaryLine(reports, style.task, style.run);
  const worst = (['error', 'warning'] as const).find((severity) =>
    reports.some(({ diagnostics }) => diagnostics.some((diagnostic) => diagnostic.severity === severity)),
  );
  return paint(['bold', worst === undefined ? 'green' : severityColour[worst]], line);
}
