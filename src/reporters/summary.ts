/** The findings of a run -> its figures, and the line of them that ends a report for people. */
import { countSeverities } from '../diagnostic/index.js';
import type { FileReport, Style } from './reporter.js';

export interface Summary {
  readonly files: number;
  /** Files without a finding at error level. */
  readonly valid: number;
  readonly invalid: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export function isValid(report: FileReport): boolean {
  return report.diagnostics.every(({ severity }) => severity !== 'error');
}

export function summarise(reports: readonly FileReport[]): Summary {
  const counts = countSeverities(reports.flatMap(({ diagnostics }) => diagnostics));
  const valid = reports.filter(isValid).length;
  return {
    files: reports.length,
    valid,
    invalid: reports.length - valid,
    errors: counts.error,
    warnings: counts.warning,
    infos: counts.info,
  };
}

/** `3 files, schema "letter": 1 valid, 2 invalid; 4 errors, 2 warnings`; without line end. */
export function summaryLine(reports: readonly FileReport[], task: Style['task']): string {
  const { files, errors, warnings, infos } = summarise(reports);
  const problems = [count(errors, 'error'), count(warnings, 'warning'), ...(infos > 0 ? [count(infos, 'remark')] : [])];
  return `${count(files, 'file')}${verdicts[task](reports)}; ${problems.join(', ')}`;
}

const verdicts: Readonly<Record<Style['task'], (reports: readonly FileReport[]) => string>> = {
  validate(reports) {
    const { valid, invalid } = summarise(reports);
    return `${schemas(reports)}: ${valid} valid, ${invalid} invalid`;
  },
  convert: (reports) => `: ${reports.filter(({ output }) => output !== undefined).length} converted`,
};

function schemas(reports: readonly FileReport[]): string {
  const uses = new Map<string, number>();
  for (const { schema } of reports) if (schema !== undefined) uses.set(schema, (uses.get(schema) ?? 0) + 1);
  if (uses.size === 0) return '';
  const named = [...uses].map(([name, times]) => (times === reports.length ? `"${name}"` : `"${name}" (${times})`));
  return `, ${uses.size === 1 ? 'schema' : 'schemas'} ${named.join(', ')}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
