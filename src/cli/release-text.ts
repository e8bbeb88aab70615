/** Findings in a text that is held -> the same findings in its file, which is read again when the text is asked for: a run holds no text longer than it works on it. */
import { type Diagnostic, moveDiagnostic } from '../diagnostic/index.js';
import { type LineTable, lineTableOf, ownCopy, type Source } from '../source/index.js';
import { rereadSource } from './reread.js';

/** In: what was found, the text, and the absolute path of its file. Lines and columns are known without reading it. */
export function releaseText(diagnostics: readonly Diagnostic[], held: Source, file: string): readonly Diagnostic[] {
  if (diagnostics.length === 0) return [];
  const origin = { source: rereadSource(file, held.path, { lines: linesOf(held) }), start: 0 };
  return diagnostics.map((diagnostic) =>
    ownWords(moveDiagnostic(diagnostic, (source) => (source === held ? origin : undefined))),
  );
}

/** Made out of sight of whatever else holds the text. */
function linesOf(held: Source): () => LineTable {
  const lines = lineTableOf(held);
  return () => lines;
}

/** What a message quotes is a part of the text to the platform, and holds all of it: words are copied. */
export function ownWords(diagnostic: Diagnostic): Diagnostic {
  const { message, note, expected, related, fix } = diagnostic;
  return {
    ...diagnostic,
    message: ownCopy(message),
    ...(note !== undefined && { note: ownCopy(note) }),
    ...(expected && { expected: expected.map(ownCopy) }),
    ...(related && { related: related.map((other) => ({ ...other, message: ownCopy(other.message) })) }),
    ...(fix && {
      fix: {
        message: ownCopy(fix.message),
        edits: fix.edits.map((edit) => ({ ...edit, text: ownCopy(edit.text) })),
      },
    }),
  };
}
