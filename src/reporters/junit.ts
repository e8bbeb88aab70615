/** Findings -> JUnit's XML, which CI shows as tests that failed. */
import type { Reporter } from './reporter.js';

export const junit: Reporter = {
  name: 'junit',
  summary: 'for CI that shows tests: a file is a suite, an error a test that failed, a warning one that was skipped',
  format: async (reports) => (await import('./junit-report.js')).junitReport(reports),
};
