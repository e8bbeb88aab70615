/** Findings -> a Code Quality report, which GitLab shows in merge requests. */
import { pointAt } from '../source/index.js';
import { comparablePath, fingerprintsOf } from './fingerprint.js';
import type { Reporter } from './reporter.js';

/** GitLab has five severities; `blocker` and `critical` are for others to give. */
const severities = { error: 'major', warning: 'minor', info: 'info' } as const;

export const gitlab: Reporter = {
  name: 'gitlab',
  summary: 'for the Code Quality widget of GitLab (JSON)',
  format(reports) {
    const fingerprints = fingerprintsOf(reports);
    const issues = reports.flatMap(({ path, diagnostics }) =>
      diagnostics.map((diagnostic) => {
        const { code, severity, message, place } = diagnostic;
        return {
          description: message,
          check_name: code,
          fingerprint: fingerprints.get(diagnostic),
          severity: severities[severity],
          location: {
            path: comparablePath(place?.source.path ?? path),
            // GitLab takes no finding without a line.
            lines: { begin: place ? pointAt(place.source, place.start).line : 1 },
          },
        };
      }),
    );
    return `${JSON.stringify(issues, undefined, 2)}\n`;
  },
};
