/** Findings -> SARIF 2.1.0 (OASIS), which code scanning and editors read. */
import type { Reporter } from './reporter.js';

export const sarif: Reporter = {
  name: 'sarif',
  summary: 'for code scanning of GitHub and for editors (SARIF 2.1.0)',
  explains: true,
  format: async (reports, style) => (await import('./sarif-log.js')).sarifLog(reports, style),
};
