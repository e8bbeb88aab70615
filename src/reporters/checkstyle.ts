/** Findings -> XML as Checkstyle writes it, which many programs that gather findings read. */
import type { Reporter } from './reporter.js';

export const checkstyle: Reporter = {
  name: 'checkstyle',
  summary: 'for Jenkins and others that gather findings (XML as Checkstyle writes it)',
  format: async (reports, style) => (await import('./checkstyle-report.js')).checkstyleReport(reports, style),
};
