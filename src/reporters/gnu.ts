/** Findings -> one line each, `path:line:column: severity: message [code]` (GNU Coding Standards, 4.4). */
import type { Diagnostic } from '../diagnostic/index.js';
import { pointAt } from '../source/index.js';
import type { Reporter } from './reporter.js';
import { visibleMessage } from './visible.js';

export const gnu: Reporter = {
  name: 'gnu',
  summary: 'one line a finding, path:line:column: severity: message [code], as editors and CI read it',
  format: (reports) =>
    reports
      .flatMap(({ path, diagnostics }) => diagnostics.map((diagnostic) => `${gnuLine(path, diagnostic)}\n`))
      .join(''),
};

/** The line of one diagnostic; `path` names the file where the diagnostic has no place. */
export function gnuLine(path: string, { code, severity, message, place }: Diagnostic): string {
  const point = place && pointAt(place.source, place.start);
  const where = point ? `${visibleMessage(place.source.path)}:${point.line}:${point.column}` : visibleMessage(path);
  return `${where}: ${severity}: ${visibleMessage(message)} [${code}]`;
}
