/** Findings in a text that is held -> the same findings in its file, which is read again when the text is asked for: a run holds no text longer than it works on it. */
import { type Diagnostic, moveDiagnostic } from '../diagnostic/index.js';
import { lineTableOf, type Source } from '../source/index.js';
import { rereadSource } from './reread.js';

/** In: what was found, the text, and the absolute path of its file. Lines and columns are known without reading it. */
export function releaseText(diagnostics: readonly Diagnostic[], held: Source, file: string): readonly Diagnostic[] {
  const lines = lineTableOf(held);
  const origin = { source: rereadSource(file, held.path, { lines: () => lines }), start: 0 };
  return diagnostics.map((diagnostic) =>
    moveDiagnostic(diagnostic, (source) => (source === held ? origin : undefined)),
  );
}
