/** A report -> the same report, and whether an error has gone through it. */
import type { Diagnostic, Report } from './diagnostic.js';

export interface WatchedReport {
  report(diagnostic: Diagnostic): void;
  /** Whether there was an error so far. */
  failed(): boolean;
}

export function watchErrors(report: Report): WatchedReport {
  let failed = false;
  return {
    report(diagnostic) {
      failed ||= diagnostic.severity === 'error';
      report(diagnostic);
    },
    failed: () => failed,
  };
}
