/** Findings -> workflow commands (`::error file=...::message`), which GitHub shows beside the lines of a change. */
import type { Diagnostic, Severity } from '../diagnostic/index.js';
import { comparablePath } from './fingerprint.js';
import { gnuLine } from './gnu.js';
import { regionOf } from './region.js';
import type { Reporter } from './reporter.js';
import { summaryLine } from './summary.js';
import { visibleMessage } from './visible.js';

const commands = { error: 'error', warning: 'warning', info: 'notice' } satisfies Record<Severity, string>;

/** GitHub shows so many of each kind for a step, and passes over the others without a word. */
const MOST = 10;

export const github: Reporter = {
  name: 'github',
  summary: 'annotations of GitHub Actions: the first ten of each severity, the others as lines of the log',
  format(reports, style) {
    const left = { error: MOST, warning: MOST, info: MOST };
    const shown: string[] = [];
    const others: string[] = [];
    for (const { path, diagnostics } of reports) {
      for (const diagnostic of diagnostics) {
        if (left[diagnostic.severity]-- > 0) shown.push(command(path, diagnostic));
        else others.push(plain(gnuLine(path, diagnostic)));
      }
    }
    const rest = others.length === 0 ? [] : [`::group::${others.length} more findings`, ...others, '::endgroup::'];
    return `${[...shown, ...rest, plain(summaryLine(reports, style.task, style.run))].join('\n')}\n`;
  },
};

function command(path: string, { code, severity, message, note, place }: Diagnostic): string {
  const region = place && regionOf(place);
  const isOneLine = region && region.startLine === region.endLine;
  const properties = {
    file: comparablePath(place?.source.path ?? path),
    ...(region && { line: region.startLine, endLine: region.endLine }),
    // Columns are taken only where they are of one line; the last one is part of what is marked.
    ...(isOneLine && { col: region.startColumn, endColumn: Math.max(region.startColumn, region.endColumn - 1) }),
    title: code,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(`${value}`)}`);
  const lines = [message, ...(note === undefined ? [] : [note])].map(visibleMessage);
  return `::${commands[severity]} ${written.join(',')}::${escapeData(lines.join('\n'))}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** A line of the log that is no command, whatever is in it: `::` counts at its beginning, `##[` anywhere. */
function plain(line: string): string {
  return line.replaceAll('##[', '# #[').replace(/^(\s*)::/, '$1: :');
}
