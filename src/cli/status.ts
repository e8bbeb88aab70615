/** What was found -> the exit status. */
import type { Diagnostic } from '../diagnostic/index.js';

export const OK = 0;
export const PROBLEMS = 1;
export const FAILED = 2;

export type Status = typeof OK | typeof PROBLEMS | typeof FAILED;

/** 2 where the run failed, 1 where a document has an error, else 0. */
export function statusOf(diagnostics: readonly Diagnostic[]): Status {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.some(({ code }) => code.startsWith('run/'))) return FAILED;
  return errors.length > 0 ? PROBLEMS : OK;
}
