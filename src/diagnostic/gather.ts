/** Diagnostics of a run -> sorted, without repetitions, counted, with the severities that the settings ask for. */
import type { Diagnostic, Report, Severity } from './diagnostic.js';

/** Severities by code, or by prefix with a star (`rule/*`); `off` drops the diagnostic. */
export type SeveritySettings = Readonly<Record<string, Severity | 'off'>>;

export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

/** Collects diagnostics: `report` takes them, `list` gives them in the order of their places. */
export interface Gathered {
  readonly report: Report;
  list(): readonly Diagnostic[];
}

/** A gatherer that applies `settings`, drops exact repetitions, and sorts by path and place (those without a place first). */
export function gatherDiagnostics(settings: SeveritySettings = {}): Gathered {
  const found: Diagnostic[] = [];
  const seen = new Set<string>();
  return {
    report(diagnostic) {
      const severity = severityOf(diagnostic, settings);
      if (severity === 'off') return;
      const key = `${diagnostic.code}\n${diagnostic.place?.source.path}\n${diagnostic.place?.start}\n${diagnostic.place?.end}\n${diagnostic.message}`;
      if (seen.has(key)) return;
      seen.add(key);
      found.push(severity === diagnostic.severity ? diagnostic : { ...diagnostic, severity });
    },
    list: () => [...found].sort(byPlace),
  };
}

function severityOf(diagnostic: Diagnostic, settings: SeveritySettings): Severity | 'off' {
  const { code, severity } = diagnostic;
  return settings[code] ?? settings[`${code.slice(0, code.indexOf('/'))}/*`] ?? severity;
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (!a.place || !b.place) return Number(Boolean(a.place)) - Number(Boolean(b.place));
  const paths = a.place.source.path === b.place.source.path ? 0 : a.place.source.path < b.place.source.path ? -1 : 1;
  return paths || a.place.start - b.place.start || a.place.end - b.place.end;
}

/** How many of each severity. */
export function countSeverities(diagnostics: Iterable<Diagnostic>): Counts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  return counts;
}
