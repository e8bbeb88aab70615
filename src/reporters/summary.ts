/** The findings of a run -> its figures, and the line of them that ends a report for people. */
import { countSeverities } from '../diagnostic/index.js';
import type { FileReport, RunFacts, Style } from './reporter.js';

export interface Summary {
  readonly files: number;
  /** Files without a finding at error level. */
  readonly valid: number;
  readonly invalid: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Findings that a baseline knows; they are not among the others. */
  readonly known?: number;
}

export function isValid(report: FileReport): boolean {
  return !report.known?.error && report.diagnostics.every(({ severity }) => severity !== 'error');
}

export function summarise(reports: readonly FileReport[]): Summary {
  const counts = countSeverities(reports.flatMap(({ diagnostics }) => diagnostics));
  const valid = reports.filter(isValid).length;
  const known = reports.flatMap((report) => report.known ?? []);
  return {
    files: reports.length,
    valid,
    invalid: reports.length - valid,
    errors: counts.error,
    warnings: counts.warning,
    infos: counts.info,
    ...(known.length > 0 && {
      known: known.reduce((sum, { error, warning, info }) => sum + error + warning + info, 0),
    }),
  };
}

/** `3 files, schema "letter": 1 valid, 2 invalid; 4 errors, 2 warnings`; without line end. */
export function summaryLine(reports: readonly FileReport[], task: Style['task'], run: RunFacts = {}): string {
  const { files, errors, warnings, infos, known } = summarise(reports);
  const guesses = reports.flatMap(({ diagnostics }) => diagnostics).filter(({ code }) => GUESS.test(code)).length;
  const problems = [
    count(errors, 'error'),
    `${count(warnings, 'warning')}${guesses > 0 ? ` (${count(guesses, 'doubtful guess', 'doubtful guesses')})` : ''}`,
    ...(infos > 0 ? [count(infos, 'remark')] : []),
    ...(known === undefined ? [] : [`${known} known`]),
  ];
  const time = run.seconds === undefined ? '' : `; ${run.seconds.toFixed(1)} s`;
  return `${count(files, 'file')}${verdicts[task](reports, run)}; ${problems.join(', ')}${time}`;
}

/** Codes of what was decided, and might have been decided otherwise. */
const GUESS = /\/(?:doubtful|ambiguous|guessed)-/;

const verdicts: Readonly<Record<Style['task'], (reports: readonly FileReport[], run: RunFacts) => string>> = {
  validate(reports) {
    const { valid, invalid } = summarise(reports);
    return `${schemas(reports)}: ${valid} valid, ${invalid} invalid`;
  },
  convert(reports, { documents = 0, unchanged = 0 }) {
    const written = reports.filter(({ output }) => output !== undefined).length;
    const several = documents > written ? ` into ${count(documents, 'document')}` : '';
    return `: ${written} converted${several}${unchanged > 0 ? `, ${unchanged} of them unchanged since the last run` : ''}`;
  },
};

function schemas(reports: readonly FileReport[]): string {
  const uses = new Map<string, number>();
  for (const { schema } of reports) if (schema !== undefined) uses.set(schema, (uses.get(schema) ?? 0) + 1);
  if (uses.size === 0) return '';
  const named = [...uses].map(([name, times]) => (times === reports.length ? `"${name}"` : `"${name}" (${times})`));
  return `, ${uses.size === 1 ? 'schema' : 'schemas'} ${named.join(', ')}`;
}

function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}
