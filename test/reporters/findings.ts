import type { Code, Diagnostic } from '../../src/diagnostic/index.js';
import type { FileReport, Style } from '../../src/reporters/reporter.js';
import { createSource, placeAt } from '../../src/source/index.js';

export const style: Style = { task: 'validate', colour: false, columns: 60, version: '1.2.3' };

/** An error at the first occurrence of `marked` in a text. */
export function errorAt(text: string, marked: string, details: Partial<Diagnostic> = {}, path = 'a.xml'): Diagnostic {
  const source = createSource(path, text);
  const start = source.text.indexOf(marked);
  const code: Code = 'rng/unknown-element';
  return {
    code,
    severity: 'error',
    message: 'something is wrong',
    place: placeAt(source, start, start + marked.length),
    ...details,
  };
}

export function reportOf(...diagnostics: readonly Diagnostic[]): FileReport {
  return { path: 'a.xml', diagnostics };
}
